import { corrected, type DeadlineRule } from '../clocks/rule.ts';
import type { OfficeSettings } from '../complaint/context.ts';
import { COMMON_CLOCKS } from './common.ts';
import type { Sector } from './contract.ts';
import { DRUG_REGULATION } from './drug-regulation/index.ts';
import { HOSPITAL } from './hospital/index.ts';
import { PROPERTY } from './property/index.ts';
import { TELECOM } from './telecom/index.ts';
import { TOURISM } from './tourism/index.ts';

/** The registry: a sector is its folder and its line here, nothing else. */
export const SECTORS: readonly Sector[] = [TELECOM, DRUG_REGULATION, PROPERTY, HOSPITAL, TOURISM];

/** The sector of a code. @throws for a code that no folder declares. */
export function sectorOf(code: string): Sector {
  const sector = SECTORS.find((declared) => declared.code === code);
  if (!sector) throw new Error(`There is no sector ${code}.`);
  return sector;
}

/**
 * Every rule that may start a clock in an organisation: of its sector and of all sectors, as far as it has confirmed or
 * corrected them, and its own promises.
 */
export function rulesFor(
  sector: Sector,
  settings?: Pick<OfficeSettings, 'ownRules' | 'ruleCorrections'>,
): readonly DeadlineRule[] {
  const { ownRules = [], ruleCorrections = [] } = settings ?? {};
  return [...corrected([...sector.clocks, ...COMMON_CLOCKS], ruleCorrections), ...ownRules];
}
