import type { Localized } from '@huiyin/shared';
import { type Dimension, MULTI_VALUED_DIMENSIONS, NOT_STATED, type Where } from '../figures/measures.ts';
import type { FigureQuery, Group } from '../figures/query.ts';
import type { TableCell } from './content.ts';
import type { BlockDeclaration } from './declaration.ts';
import type { BlockContext } from './subject.ts';

/** What the tables of a report have in common. */

export type Declared<Kind extends BlockDeclaration['kind']> = Extract<BlockDeclaration, { kind: Kind }>;

export const TOTAL_LABEL: Localized = { zh: '合计', en: 'Total' };

export const MULTI_VALUED: Localized = {
  zh: '一件可同时属于多项，各项之和可大于合计。',
  en: 'A case can stand under several; the parts may add up to more than the total.',
};

/** Whether a complaint can stand under several values of the dimension. */
export function isMultiValued(dimension: Dimension, { sector }: Pick<BlockContext, 'sector'>): boolean {
  const own = sector.fields.find(({ key }) => `details.${key}` === dimension);
  return MULTI_VALUED_DIMENSIONS.includes(dimension) || own?.type.kind === 'choices';
}

/** A count that opens onto its cases. */
export function countCell(value: number, cases: FigureQuery): TableCell {
  return { value, unit: 'COUNT', cases };
}

export function within(where: Where | undefined, dimension: Dimension, values: readonly string[]): Where {
  return { ...where, [dimension]: values };
}

/** The largest first; what nobody stated comes last, however much it is. */
export function sortedGroups(groups: readonly Group[]): Group[] {
  const unstated = ({ values: [value] }: Group) => Number(value === NOT_STATED);
  return [...groups].sort(
    (a, b) => unstated(a) - unstated(b) || b.count - a.count || (a.values.join() < b.values.join() ? -1 : 1),
  );
}

/** What stands under any of these values, of the first dimension of the groups. */
export function sumUnder(groups: readonly Group[], values: readonly string[]): Group {
  const wanted = new Set(values);
  const own = groups.filter(({ values: [value = ''] }) => wanted.has(value));
  return {
    values,
    count: own.reduce((sum, { count }) => sum + count, 0),
    amount: own.reduce((sum, { amount }) => sum + amount, 0),
  };
}
