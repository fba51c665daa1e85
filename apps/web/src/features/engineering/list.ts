import type { Outlet } from '@huiyin/domain';
import type { Locale, Localized } from '@huiyin/shared';
import type {
  EngineeringCaseFragment,
  EngineeringItemFragment,
  EngineeringListQuery,
  EngineeringReadingFragment,
} from './generated/engineering.ts';

export type EngineeringSite = EngineeringListQuery['engineeringSites'][number];
export type EngineeringItem = EngineeringItemFragment;
export type EngineeringCase = EngineeringCaseFragment;
export type Reading = EngineeringReadingFragment;

/** What somebody is about to do on a list. */
export type Step =
  | { readonly kind: 'plan'; readonly outlet: Outlet; readonly site: string; readonly name: string }
  | {
      readonly kind: 'plan';
      readonly outlet: Outlet;
      readonly week: string;
      readonly name: string;
      readonly cases: readonly EngineeringCase[];
    }
  | { readonly kind: 'finish' | 'carryOver'; readonly outlet: Outlet; readonly item: EngineeringItem };

/** A site as people call it: the address of its first complaint, or what it is named by. */
export function nameOfSite({ site, cases }: EngineeringSite, outlet: Outlet): string | undefined {
  if (outlet.worked.kind === 'VISIT') return site ?? undefined;
  return site === null ? undefined : (cases.find(({ address }) => address)?.address ?? site);
}

export function readingText({ label, value, unit }: Reading): string {
  return `${label} ${String(value).replace('-', '−')}${unit ? ` ${unit}` : ''}`;
}

/** A stage in the middle of a sentence. */
export function stageIn(stage: Localized, locale: Locale): string {
  return locale === 'en' ? stage.en.toLowerCase() : stage.zh;
}

const DAY_MS = 86_400_000;

/** Whole days since a moment. */
export function daysSince(at: string): number {
  return Math.max(0, Math.floor((Date.now() - Date.parse(at)) / DAY_MS));
}
