import type { RecordedMoney } from '../complaint/parts.ts';
import type { ComplaintState } from '../complaint/state.ts';
import { type Dimensions, dimensionsOf, type Fact, factsOf } from '../figures/facts.ts';
import { type Dimension, WAYS_IN } from '../figures/measures.ts';
import type {
  AmountLine,
  CurrencySum,
  FigureQuery,
  FigureRequest,
  FigureSource,
  Group,
} from '../figures/query.ts';
import { valuesOf } from '../figures/rollup.ts';
import { assembleReport } from '../report/assemble.ts';
import type { ReportBlock, ReportContent, ReportFigure, TableCell } from '../report/content.ts';
import { formatChange, formatNumber, formatOriginal, formatValue } from '../report/format.ts';
import { type PeriodChoice, reportPeriods } from '../report/period.ts';
import type { DemoCase, Sector } from '../sectors/contract.ts';
import { demoSteps } from '../sectors/demo.ts';
import type { Instant } from '../time.ts';
import { Life } from './life.fixture.ts';

const HOUR_MS = 3_600_000;

/** Lives a matter of the demo register up to a moment; received an hour before it, so many days ago. */
function live(sector: Sector, matter: DemoCase, now: Instant): ComplaintState {
  const received = Date.parse(now) - (matter.daysAgo * 24 + 1) * HOUR_MS;
  const receivedAt = new Date(received).toISOString();
  const life = new Life({ sector, at: receivedAt, settings: { answerNeedsApproval: false } });
  life.do({ type: 'REGISTER', ...matter.register, receivedAt });
  for (const { afterHours, command } of demoSteps(matter, receivedAt)) {
    const at = new Date(received + afterHours * HOUR_MS).toISOString();
    if (at > now) continue;
    const actionId = life.complaint.correctiveActions.at(-1)?.id ?? '';
    life.on(at).do(command.type === 'COMPLETE_ACTION' ? { ...command, actionId } : command);
  }
  return life.complaint;
}

interface Counted {
  readonly state: ComplaintState;
  readonly dimensions: Dimensions;
  readonly fact: Fact;
}

/** The facts of a query, as the store selects them. */
function countedOf(states: readonly ComplaintState[], sector: Sector, query: FigureQuery): Counted[] {
  const { measure, where = {}, from, to } = query;
  return states.flatMap((state) => {
    const dimensions = dimensionsOf(state, sector);
    const facts = factsOf(state);
    const soFar = (isOne: (fact: Fact) => boolean) => facts.filter((fact) => fact.on <= to && isOne(fact));
    const entered = soFar((fact) => WAYS_IN.includes(fact.measure)).length;
    const isOpen = entered > soFar((fact) => fact.measure === 'LEFT').length;
    return facts
      .filter((fact) =>
        measure === 'OPEN'
          ? isOpen && fact.key === 'received'
          : fact.measure === measure && fact.on >= from && fact.on <= to,
      )
      .filter((fact) =>
        Object.entries(where).every(([dimension, wanted = []]) =>
          valuesOf(fact, dimensions, dimension).some((value) => wanted.includes(value)),
        ),
      )
      .map((fact) => ({ state, dimensions, fact }));
  });
}

function groupsOf(
  counted: readonly Counted[],
  { query, by }: { readonly query: FigureQuery; readonly by: readonly Dimension[] },
): Group[] {
  const groups = new Map<string, Group>();
  for (const { fact, dimensions } of counted) {
    let keys: string[][] = [[]];
    for (const dimension of by) {
      const asked = query.where?.[dimension];
      // Of a case under several values, only those asked for.
      const values = valuesOf(fact, dimensions, dimension).filter((value) => asked?.includes(value) ?? true);
      keys = keys.flatMap((key) => values.map((value) => [...key, value]));
    }
    for (const values of keys) {
      const { count, amount } = groups.get(values.join('\n')) ?? { count: 0, amount: 0 };
      groups.set(values.join('\n'), { values, count: count + 1, amount: amount + (fact.amount ?? 0) });
    }
  }
  return [...groups.values()];
}

/** The sum of money that a fact is about. */
function moneyOf({ state, fact }: Counted): RecordedMoney | undefined {
  return [...state.remedies, ...state.sanctions].find(({ id }) => fact.key.endsWith(`:${id}`))?.money;
}

function currenciesOf(counted: readonly Counted[]): CurrencySum[] {
  const sums = new Map<string, CurrencySum>();
  for (const each of counted) {
    const money = moneyOf(each);
    if (!money) continue;
    const { currency, amount } = money.original;
    const { count, original, converted } = sums.get(currency) ?? { count: 0, original: 0, converted: 0 };
    sums.set(currency, {
      ...{ currency, count: count + 1, original: original + amount },
      converted: converted + money.converted.amount,
    });
  }
  return [...sums.values()].toSorted((a, b) => (a.currency < b.currency ? -1 : 1));
}

/** Sums one by one, the earliest first; where the number of the case would stand, what it says first. */
function amountsOf(counted: readonly Counted[]): AmountLine[] {
  const lines = counted.map((each): AmountLine => {
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
  });
  return lines.toSorted((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)));
}

/** Answers what the sectors' own sections ask; what only the common ones do (cases, durations, actions) is empty. */
function answer(request: FigureRequest, of: DemoOffice): unknown {
  const counted = 'query' in request ? countedOf(of.states, of.sector, request.query) : [];
  switch (request.kind) {
    case 'groups':
      return groupsOf(counted, request);
    case 'currencies':
      return currenciesOf(counted);
    case 'amounts':
      return amountsOf(counted);
    case 'denominator':
      return of.denominators[`${request.code} ${request.from} ${request.to}`] ?? null;
    case 'percentile':
      return null;
    case 'cases':
      return { lines: [], cases: 0, restricted: 0 };
    default:
      return [];
  }
}

interface DemoOffice {
  readonly sector: Sector;
  readonly states: readonly ComplaintState[];
  /** Numbers that the office gave, by code, first and last day. */
  readonly denominators: Readonly<Record<string, number>>;
}

/** A sector's hand-made demo register at a fixed moment, and its reports as people read them. */
export class DemoRegister {
  readonly #office: DemoOffice;

  constructor(options: {
    readonly sector: Sector;
    readonly now: Instant;
    readonly denominators?: Readonly<Record<string, number>>;
  }) {
    const { sector, now, denominators = {} } = options;
    this.#office = { sector, denominators, states: sector.demo.map((matter) => live(sector, matter, now)) };
  }

  report(choice: PeriodChoice): DemoReport {
    const periods = reportPeriods(choice);
    if (!periods) throw new Error('There is no such period.');
    const { sector } = this.#office;
    const subject = { sector, periods, organization: sector.demoOffice.name, names: new Map() };
    const source = ((request: FigureRequest) => answer(request, this.#office)) as FigureSource;
    return new DemoReport(assembleReport(subject, source));
  }
}

export class DemoReport {
  readonly #content: ReportContent;

  constructor(content: ReportContent) {
    this.#content = content;
  }

  /** What the report says of breakdowns whose parts are not their total. */
  get notAddingUp(): string[] {
    return this.#content.problems.map(({ en }) => en).filter((problem) => problem.includes('add up'));
  }

  /** Every figure of a section by its code, as it is written; of the year before, where so asked. */
  figures(section: string, of: 'now' | 'yearAgo' = 'now'): Record<string, string> {
    return Object.fromEntries(
      this.#figures(section).map((figure) => {
        const value = figure[of];
        return [figure.code, value ? formatValue(value, figure.unit, 'en') : ''];
      }),
    );
  }

  /** The sums of a figure in the currencies they were in, where there is more than yuan. */
  currencies(section: string, code: string): string[] {
    return (this.#figures(section).find((figure) => figure.code === code)?.currencies ?? []).map(
      formatOriginal,
    );
  }

  /** The rows of a table, cell by cell as they are written. */
  table(section: string, code: string): string[][] {
    const table = this.#blocks(section).find((block) => block.kind === 'table' && block.code === code);
    if (table?.kind !== 'table') throw new Error(`${section} has no table ${code}.`);
    return table.rows.map(({ cells }) => cells.map(words));
  }

  #figures(section: string): readonly ReportFigure[] {
    return this.#blocks(section).flatMap((block) => (block.kind === 'figures' ? block.figures : []));
  }

  #blocks(code: string): readonly ReportBlock[] {
    const section = this.#content.sections.find((each) => each.code === code);
    if (!section) throw new Error(`The report has no section ${code}.`);
    return section.blocks;
  }
}

function words({ label, value, unit, change }: TableCell): string {
  if (change) return formatChange(change, 'en');
  return unit ? formatNumber(value, unit, 'en') : (label?.en ?? '');
}
