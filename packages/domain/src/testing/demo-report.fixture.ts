import type { TenantActor } from '../access/actor.ts';
import type { DecisionContext } from '../complaint/context.ts';
import type { RecordedMoney } from '../complaint/parts.ts';
import type { ComplaintState } from '../complaint/state.ts';
import type { Fact } from '../figures/facts.ts';
import { WAYS_IN } from '../figures/measures.ts';
import {
  type AmountLine,
  type CaseLine,
  type CurrencySum,
  type FigureQuery,
  type FigureRequest,
  type FigureSource,
  type Group,
  isDerived,
} from '../figures/query.ts';
import { type Countable, countableOf, valuesOf } from '../figures/rollup.ts';
import { assembleReport } from '../report/assemble.ts';
import type { ReportContent, ReportFigure, ReportTable } from '../report/content.ts';
import { formatChange, formatNumber, formatValue } from '../report/format.ts';
import { type Period, type PeriodChoice, reportPeriods } from '../report/period.ts';
import type { Sector } from '../sectors/contract.ts';
import { demoSteps } from '../sectors/demo.ts';
import type { DemoSite, Site } from '../sites/tree.ts';
import { type Instant, localDateOf } from '../time.ts';
import { Life } from './life.fixture.ts';

/** The report of a demo office over its hand-made register, so that its figures can be counted by reading it. */

const HOUR_MS = 3_600_000;

/** Noon of the last day of 2026: most registers reach back less than a year, so that all of them lies within this one. */
const LAST_NOON = '2026-12-31T04:00:00.000Z';

/** Its cells are as small as places, so that no two places of a register share one. */
class DemoLife extends Life {
  override context(actor?: TenantActor): DecisionContext {
    return { ...super.context(actor), cellOf: ({ longitude, latitude }) => `${longitude},${latitude}` };
  }
}

/**
 * A demo register as it stands at a moment; every matter came in two hours earlier in the day. Promises are left out: no
 * section of a sector's own counts them; and approvals of answers, which the demo office gives as it answers.
 */
export function livesOf(sector: Sector, now: Instant): readonly Life[] {
  return sector.demo.map((matter) => {
    const received = Date.parse(now) - (matter.daysAgo * 24 + 2) * HOUR_MS;
    const receivedAt = new Date(received).toISOString();
    const life = new DemoLife({ sector, at: receivedAt, settings: { answerNeedsApproval: false } });
    life.do({ type: 'REGISTER', ...matter.register, receivedAt });
    for (const { afterHours, command } of demoSteps(matter, receivedAt)) {
      const at = new Date(received + afterHours * HOUR_MS).toISOString();
      if (at > now) break;
      const actionId = life.complaint.correctiveActions.at(-1)?.id ?? '';
      life.on(at).do(command.type === 'COMPLETE_ACTION' ? { ...command, actionId } : command);
    }
    return life;
  });
}

/** These sections of a report: of the year that the moment lies in, where no other period is chosen. */
export function demoReport(options: {
  readonly sector: Sector;
  readonly sections: readonly string[];
  readonly now?: Instant;
  /** Its register at that moment, where more was done than the demo does. */
  readonly lives?: readonly Life[];
  readonly choice?: PeriodChoice;
  /** What the organisation gave for the period, by denominator. */
  readonly numbers?: Readonly<Record<string, number>>;
}): ReportContent {
  const { sector, sections, now = LAST_NOON, lives = livesOf(sector, now), numbers = {} } = options;
  const periods = reportPeriods(options.choice ?? { kind: 'YEAR', year: Number(now.slice(0, 4)) });
  if (!periods) throw new Error('There is no such period.');
  // What runs out by itself has run out by now; of a case that is over nothing does, and it refuses.
  for (const life of lives) life.on(now).try({ type: 'TICK' });
  const reportSections = sector.reportSections.filter(({ code }) => sections.includes(code));
  return assembleReport(
    {
      sector: { ...sector, reportSections },
      periods,
      organization: sector.demoOffice.name,
      names: new Map(),
    },
    sourceOver(lives, { sector, period: periods.now, numbers }),
  );
}

/** A complaint with what of it is counted. */
type Kept = Countable & { readonly state: ComplaintState };
type Counted = Kept & { readonly fact: Fact };
type Values = readonly string[];

/** Answers by going through the complaints one by one, as somebody with paper and pencil would. */
function sourceOver(
  lives: readonly Life[],
  { sector, period, numbers }: { sector: Sector; period: Period; numbers: Readonly<Record<string, number>> },
): FigureSource {
  const all = lives.map(({ complaint }): Kept => ({ state: complaint, ...countableOf(complaint, sector) }));
  const answer = (request: FigureRequest): unknown => {
    const counted = 'query' in request ? countedOf(all, request.query) : [];
    switch (request.kind) {
      case 'groups':
        return grouped(counted, ({ fact, dimensions }) =>
          request.by.map((dimension) => {
            // Of a case under several values, only those asked for.
            const asked = request.query.where?.[dimension];
            return valuesOf(fact, dimensions, dimension).filter((value) => asked?.includes(value) ?? true);
          }),
        );
      case 'months':
        return grouped(counted, ({ fact }) => [[fact.on.slice(0, 7)]]);
      case 'percentile':
        return percentile(counted, request.at);
      case 'currencies':
        return currenciesOf(counted);
      case 'amounts':
        return counted.map(amountOf).toSorted((a, b) => inOrder(a.on, b.on));
      case 'cases': {
        const lines = [...new Set(counted.map(({ state }) => state))].map(lineOf);
        const byReceipt = lines.toSorted((a, b) => inOrder(a.values['receivedOn'], b.values['receivedOn']));
        return { lines: byReceipt, cases: lines.length, restricted: 0 };
      }
      case 'sites':
        return sitesOf(sector);
      case 'denominator':
        if (request.from !== period.from || request.to !== period.to) return null;
        return numbers[request.code] ?? null;
      case 'formerNames':
        return []; // Nobody in the registers has changed names.
      default:
        throw new Error(`No section that is counted here asks for ${request.kind}.`);
    }
  };
  return answer as FigureSource;
}

function countedOf(all: readonly Kept[], { measure, where = {}, from, to }: FigureQuery): readonly Counted[] {
  const isCounted = (fact: Fact, among: readonly Fact[]): boolean => {
    const soFar = among.filter(({ on }) => on <= to);
    if (measure === 'OPEN') {
      const cameIn = soFar.filter((each) => WAYS_IN.includes(each.measure)).length;
      return fact.key === 'received' && cameIn > soFar.filter((each) => each.measure === 'LEFT').length;
    }
    if (measure === 'ENGINEERING_WAITING') {
      const end = fact.key.replace(/joined$/, 'ended');
      return fact.measure === 'ENGINEERING_JOINED' && fact.on <= to && soFar.every(({ key }) => key !== end);
    }
    if (isDerived(measure)) throw new Error(`No section that is counted here asks for ${measure}.`);
    return fact.measure === measure && fact.on >= from && fact.on <= to;
  };
  return all.flatMap((kept) =>
    kept.facts
      .filter((fact) => isCounted(fact, kept.facts))
      .filter((fact) =>
        Object.entries(where).every(([dimension, wanted = []]) =>
          valuesOf(fact, kept.dimensions, dimension).some((value) => wanted.includes(value)),
        ),
      )
      .map((fact) => ({ ...kept, fact })),
  );
}

/** `under`: the values that each stands under, by dimension; under several, it is counted under each. */
function grouped(counted: readonly Counted[], under: (each: Counted) => readonly Values[]): readonly Group[] {
  const placed = counted.flatMap((each) => {
    const places = under(each).reduce<readonly Values[]>(crossed, [[]]);
    return places.map((values) => ({ values, amount: each.fact.amount ?? 0 }));
  });
  return [...Map.groupBy(placed, ({ values }) => values.join('\n')).values()].map((here) => ({
    ...{ values: here[0]?.values ?? [], count: here.length },
    amount: sumOf(here.map(({ amount }) => amount)),
  }));
}

/** Interpolated between the two amounts that it lies between. */
function percentile(counted: readonly Counted[], at: number): number | null {
  const sorted = counted.map(({ fact }) => fact.amount ?? 0).toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * at;
  const [below, above] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  return below === undefined || above === undefined ? null : below + (above - below) * (place % 1);
}

/** The sum of money that a fact is about. */
function moneyOf({ state, fact }: Counted): RecordedMoney | undefined {
  return [...state.remedies, ...state.sanctions].find(({ id }) => fact.key.endsWith(`:${id}`))?.money;
}

function currenciesOf(counted: readonly Counted[]): readonly CurrencySum[] {
  const sums = counted.flatMap((each) => moneyOf(each) ?? []);
  return [...Map.groupBy(sums, ({ original }) => original.currency)]
    .map(([currency, here]) => ({
      ...{ currency, count: here.length, original: sumOf(here.map(({ original }) => original.amount)) },
      converted: sumOf(here.map(({ converted }) => converted.amount)),
    }))
    .toSorted((a, b) => inOrder(a.currency, b.currency));
}

/** Where the number of the case would stand, what it says first. */
function amountOf(each: Counted): AmountLine {
  const { state, fact } = each;
  const money = moneyOf(each);
  return {
    ...{ id: state.id, number: state.content.slice(0, 5), party: state.respondent.name ?? null },
    what: String(fact.dimensions['sanction'] ?? fact.dimensions['remedy']),
    ...{ currency: money?.original.currency ?? 'CNY', original: money?.original.amount ?? 0 },
    ...{ rate: money?.rate ?? null, rateDate: money?.rateDate ?? null },
    ...{ converted: money?.converted.amount ?? 0, on: fact.on },
    paidOn: state.sanctions.find(({ id }) => fact.key === `sanction:${id}`)?.paidOn ?? null,
  };
}

/** What a list of cases shows of one that is a date, a code or a detail. */
function lineOf({ id, receivedAt, finding, closing, details }: ComplaintState): CaseLine {
  const own = Object.entries(details).map(([key, value]) => [`details.${key}`, String(value)] as const);
  const closedOn = closing ? localDateOf(closing.at) : null;
  const common = { receivedOn: localDateOf(receivedAt), finding: finding?.finding ?? null, closedOn };
  return { id, values: { ...Object.fromEntries(own), ...common } };
}

/** The tree of the demo office, known since before its first complaint. */
function sitesOf({ demoSites = [], sites: tree }: Sector): readonly Site[] {
  const below = (parts: readonly DemoSite[], path: readonly string[]): readonly Site[] =>
    parts.flatMap(({ name, numbers = {}, parts: within = [] }) => [
      {
        ...{ id: [...path, name].join('/'), parentId: path.length > 0 ? path.join('/') : null },
        ...{ level: tree?.levels[path.length]?.code ?? '', name, formerNames: [] },
        numbers: Object.entries(numbers).map(([code, value]) => ({ code, value, holdsFrom: '2020-01-01' })),
      },
      ...below(within, [...path, name]),
    ]);
  return below(demoSites, []);
}

const crossed = (sets: readonly Values[], own: Values): readonly Values[] =>
  sets.flatMap((set) => own.map((value) => [...set, value]));
const sumOf = (amounts: readonly number[]): number => amounts.reduce((sum, amount) => sum + amount, 0);
const inOrder = (a: unknown, b: unknown): number => (String(a) < String(b) ? -1 : Number(a !== b));

/** To a thousandth: what a reader of a rate can check with pencil and paper. */
const rounded = (value: number | null | undefined): number | null | undefined =>
  typeof value === 'number' ? Math.round(value * 1_000) / 1_000 : value;

function blocksOf({ sections }: ReportContent, section: string) {
  const found = sections.find(({ code }) => code === section);
  if (!found) throw new Error(`The report has no section ${section}.`);
  return found.blocks;
}

function figuresOf(report: ReportContent, section: string): readonly ReportFigure[] {
  return blocksOf(report, section).flatMap((block) => (block.kind === 'figures' ? block.figures : []));
}

export function figureIn(report: ReportContent, section: string, code: string): ReportFigure {
  const figure = figuresOf(report, section).find((each) => each.code === code);
  if (!figure) throw new Error(`${section} has no figure ${code}.`);
  return figure;
}

/** The figures of a section by their codes. */
export function figuresIn(report: ReportContent, section: string) {
  return Object.fromEntries(figuresOf(report, section).map(({ code, now }) => [code, rounded(now.value)]));
}

/** The same as they are written; of the year before, where so asked. */
export function writtenIn(report: ReportContent, section: string, of: 'now' | 'yearAgo' = 'now') {
  const figures = figuresOf(report, section);
  return Object.fromEntries(
    figures.map(({ code, unit, [of]: value }) => [code, value ? formatValue(value, unit, 'en') : '']),
  );
}

export function tableIn(report: ReportContent, section: string, code: string): ReportTable {
  const table = blocksOf(report, section).find((block) => block.kind === 'table' && block.code === code);
  if (table?.kind !== 'table') throw new Error(`${section} has no table ${code}.`);
  return table;
}

/** The rows of a table, cell by cell as they are written. */
export function rowsIn(report: ReportContent, section: string, code: string): readonly (readonly string[])[] {
  return tableIn(report, section, code).rows.map(({ cells }) =>
    cells.map(({ label, value, unit, change }) => {
      if (change) return formatChange(change, 'en');
      return unit ? formatNumber(value, unit, 'en') : (label?.en ?? '');
    }),
  );
}

/** The numbers of a table under these headings, row by row under the English word that the row begins with. */
export function numbersIn({ columns, rows }: ReportTable, headings: readonly string[]) {
  const places = headings.map((heading) => columns.findIndex(({ en }) => en === heading));
  if (places.includes(-1)) throw new Error(`Its columns: ${columns.map(({ en }) => en).join(', ')}`);
  const names = rows.map(({ cells }) => cells[0]?.label?.en);
  if (new Set(names).size < rows.length) throw new Error(`Two rows begin alike: ${names.join(', ')}`);
  return Object.fromEntries(
    rows.map(({ cells }, row) => [names[row], places.map((place) => rounded(cells[place]?.value))]),
  );
}
