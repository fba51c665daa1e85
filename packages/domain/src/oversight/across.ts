import type { Localized } from '@huiyin/shared';
import type { Change } from '../figures/arithmetic.ts';
import { type MeasureQuery, NOT_STATED } from '../figures/measures.ts';
import { ALL, TOTAL } from '../figures/rollup.ts';
import { changeOf, unitOf } from '../report/assemble-figure.ts';
import type { Unit } from '../report/content.ts';
import type { FigureDeclaration } from '../report/declaration.ts';
import { reportSections } from '../sectors/report-sections.ts';

/**
 * Figures across organisations. They are those of the organisations' own reports, by the same declarations, and add up:
 * what is counted of each is added, and a rate of several is computed from the sums of its counts.
 */

/** A figure that can be added up over organisations. */
export type AddedFigure = Extract<FigureDeclaration, { kind: 'count' | 'rate' | 'amount' | 'openAtEnd' }>;

const OF_REPORTS = [
  ...['received', 'accepted', 'closed', 'openAtEnd'],
  ...['onTimeRate', 'promiseKeptRate', 'satisfactionRate', 'compensation'],
];
const FINES: AddedFigure = {
  code: 'fines',
  label: { zh: '罚没金额', en: 'Fines and confiscations' },
  kind: 'amount',
  measure: 'SANCTION',
};

let declared: readonly AddedFigure[] | undefined;

/** What is shown of every organisation, in this order. Found when it is first asked for: no screen carries all sections. */
export function addedFigures(): readonly AddedFigure[] {
  declared ??= [...OF_REPORTS.map(ofReports), FINES];
  return declared;
}

function ofReports(code: string): AddedFigure {
  const found = reportSections([])
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => (block.kind === 'figures' ? block.figures : []))
    .find((figure) => figure.code === code);
  const added = ['count', 'rate', 'amount', 'openAtEnd'];
  if (!found || !added.includes(found.kind)) throw new Error(`No report adds up ${code}.`);
  return found as AddedFigure;
}

/** One sum of the rollup over a period. */
export interface AddedCell {
  readonly measure: string;
  readonly dimension: string;
  readonly value: string;
  readonly count: number;
  readonly amount: number;
}

/** What a figure is computed from; the sums of several organisations are added part by part. */
export interface Parts {
  readonly count: number;
  /** Of a rate: what it is a share of. */
  readonly whole: number;
  /** Fen of yuan. */
  readonly amount: number;
  /** Of money: fen of yuan by the currency it was in. */
  readonly currencies: Readonly<Record<string, number>>;
}

/** The parts of every figure, by its code. */
export type Tally = Readonly<Record<string, Parts>>;

const NOTHING: Parts = { count: 0, whole: 0, amount: 0, currencies: {} };

/** Pairs of measure and dimension that the figures are computed from. */
export function cellsWanted(): readonly (readonly [measure: string, dimension: string])[] {
  const pairs = addedFigures().flatMap(pairsOf);
  return [...new Map(pairs.map((pair) => [pair.join(), pair])).values()];
}

function pairsOf(figure: AddedFigure): readonly (readonly [measure: string, dimension: string])[] {
  switch (figure.kind) {
    case 'openAtEnd':
      return [];
    case 'count':
      return [pairOf(figure)];
    case 'amount':
      return [pairOf(figure), [figure.measure, 'currency']];
    case 'rate':
      return [pairOf(figure.numerator), pairOf(figure.denominator)];
  }
}

function pairOf({ measure, where = {} }: MeasureQuery): readonly [measure: string, dimension: string] {
  return [measure, Object.keys(where)[0] ?? TOTAL];
}

/**
 * What the rollup says of one organisation over one period.
 * @param options.open what was open at the end of it
 */
export function tallyOf({
  cells,
  open,
}: {
  readonly cells: readonly AddedCell[];
  readonly open: number;
}): Tally {
  const sum = (query: MeasureQuery): { count: number; amount: number } => {
    const [, dimension] = pairOf(query);
    const values = Object.values(query.where ?? {})[0] ?? [ALL];
    const found = cells.filter(
      (cell) => cell.measure === query.measure && cell.dimension === dimension && values.includes(cell.value),
    );
    return {
      count: found.reduce((total, { count }) => total + count, 0),
      amount: found.reduce((total, { amount }) => total + amount, 0),
    };
  };
  const currenciesOf = (measure: string): Record<string, number> =>
    Object.fromEntries(
      cells
        .filter((cell) => cell.measure === measure && cell.dimension === 'currency')
        .filter(({ value, amount }) => value !== NOT_STATED && amount !== 0)
        .map(({ value, amount }) => [value, amount]),
    );
  const partsOf = (figure: AddedFigure): Parts => {
    switch (figure.kind) {
      case 'openAtEnd':
        return { ...NOTHING, count: open };
      case 'count':
        return { ...NOTHING, count: sum(figure).count };
      case 'amount':
        return { ...NOTHING, ...sum(figure), currencies: currenciesOf(figure.measure) };
      case 'rate':
        return { ...NOTHING, count: sum(figure.numerator).count, whole: sum(figure.denominator).count };
    }
  };
  return Object.fromEntries(addedFigures().map((figure) => [figure.code, partsOf(figure)]));
}

/** Several organisations together. */
export function addTallies(tallies: readonly Tally[]): Tally {
  const together = (code: string): Parts =>
    tallies.reduce((sum, tally) => addParts(sum, tally[code] ?? NOTHING), NOTHING);
  return Object.fromEntries(addedFigures().map(({ code }) => [code, together(code)]));
}

function addParts(one: Parts, other: Parts): Parts {
  const currencies: Record<string, number> = { ...one.currencies };
  for (const [currency, amount] of Object.entries(other.currencies)) {
    currencies[currency] = (currencies[currency] ?? 0) + amount;
  }
  return {
    count: one.count + other.count,
    whole: one.whole + other.whole,
    amount: one.amount + other.amount,
    currencies,
  };
}

/** A number of one period. */
export interface AcrossValue {
  /** Null where there was nothing to divide by. */
  readonly value: number | null;
  /** Of a rate: the counts behind it. */
  readonly numerator?: number;
  readonly denominator?: number;
}

/** A figure beside the periods it is compared with. */
export interface AcrossFigure {
  readonly code: string;
  readonly label: Localized;
  readonly unit: Unit;
  readonly now: AcrossValue;
  readonly before?: AcrossValue;
  readonly yearAgo?: AcrossValue;
  readonly changeBefore?: Change;
  readonly changeYear?: Change;
  /** Of money in more than yuan: fen of yuan by the currency it was in. */
  readonly currencies: Readonly<Record<string, number>>;
}

/** What was counted in the period and in those before; a year has none before but the year ago. */
export interface Tallies {
  readonly now: Tally;
  readonly before?: Tally;
  readonly yearAgo?: Tally;
}

/** The figures, in their order. */
export function acrossFigures({ now, before, yearAgo }: Tallies): readonly AcrossFigure[] {
  return addedFigures().map((figure) => {
    const { code, label } = figure;
    const unit = unitOf(figure);
    const valueIn = (tally: Tally | undefined) => tally && acrossValue(figure, tally[code] ?? NOTHING);
    const values = { now: acrossValue(figure, now[code] ?? NOTHING), before: valueIn(before) };
    const lastYear = valueIn(yearAgo);
    const changeBefore = changeOf(values.now, values.before, unit);
    const changeYear = changeOf(values.now, lastYear, unit);
    const { currencies } = now[code] ?? NOTHING;
    return {
      ...{ code, label, unit, now: values.now },
      ...(values.before ? { before: values.before } : {}),
      ...(lastYear ? { yearAgo: lastYear } : {}),
      ...(changeBefore ? { changeBefore } : {}),
      ...(changeYear ? { changeYear } : {}),
      currencies: Object.keys(currencies).some((currency) => currency !== 'CNY') ? currencies : {},
    };
  });
}

function acrossValue({ kind }: AddedFigure, { count, whole, amount }: Parts): AcrossValue {
  switch (kind) {
    case 'rate':
      return { value: whole === 0 ? null : count / whole, numerator: count, denominator: whole };
    case 'amount':
      return { value: amount };
    default:
      return { value: count };
  }
}
