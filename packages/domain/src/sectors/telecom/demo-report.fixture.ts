import type { TenantActor } from '../../access/actor.ts';
import type { DecisionContext } from '../../complaint/context.ts';
import { NOT_STATED } from '../../figures/measures.ts';
import type { FigureQuery, FigureRequest, FigureSource, Group } from '../../figures/query.ts';
import { countableOf, valuesOf } from '../../figures/rollup.ts';
import { assembleReport } from '../../report/assemble.ts';
import type { FigureValue, ReportContent } from '../../report/content.ts';
import { reportPeriods } from '../../report/period.ts';
import { Life } from '../../testing/life.fixture.ts';
import { addDays, type Instant } from '../../time.ts';
import type { DemoCase, Sector } from '../contract.ts';
import { demoSteps } from '../demo.ts';

const HOUR_MS = 3_600_000;

/** Cells as small as places: no two places of the demo register share one on the map of the product either. */
class Placed extends Life {
  override context(actor?: TenantActor): DecisionContext {
    return {
      ...super.context(actor),
      cellOf: ({ longitude, latitude }) => `${longitude},${latitude}`,
    };
  }
}

/** A demo register, lived up to now; every matter came in two hours earlier in the day. */
export function livesOf(sector: Sector, now: Instant): readonly Life[] {
  return sector.demo.map((matter) => lived(matter, sector, now));
}

function lived(matter: DemoCase, sector: Sector, now: Instant): Life {
  const received = Date.parse(now) - (matter.daysAgo * 24 + 2) * HOUR_MS;
  const receivedAt = new Date(received).toISOString();
  const life = new Placed({ sector, at: receivedAt });
  life.register(matter.register);
  for (const { afterHours, command } of demoSteps(matter, receivedAt)) {
    const at = new Date(received + afterHours * HOUR_MS).toISOString();
    if (at > now) break;
    const actionId = life.complaint.correctiveActions.at(-1)?.id ?? '';
    life.on(at).do(command.type === 'COMPLETE_ACTION' ? { ...command, actionId } : command);
  }
  return life;
}

/** The report of a year, counted from the complaints themselves, one fact after the other. */
export function reportOfYear(
  lives: readonly Life[],
  options: { sector: Sector; year: number; now: Instant; customers: number },
): ReportContent {
  const { sector, year, now, customers } = options;
  // What runs out by itself has run out by now; of a case that is over nothing does, and it refuses.
  for (const life of lives) life.on(now).try({ type: 'TICK' });
  const periods = reportPeriods({ kind: 'YEAR', year });
  if (!periods) throw new Error(`There is no year ${year}.`);
  const organization = sector.demoOffice.name;
  return assembleReport(
    { sector, periods, organization, names: new Map() },
    sourceOver(lives, { from: periods.now.from, customers }),
  );
}

/** One thing that happened, and what it stands under. */
interface Happened {
  readonly measure: string;
  readonly on: string;
  readonly amount: number;
  /** When it was over, of what waits. */
  readonly endedOn: string | undefined;
  readonly valuesOf: (dimension: string) => readonly string[];
}

function happenedTo({ complaint, sector }: Life): readonly Happened[] {
  const { facts, dimensions } = countableOf(complaint, sector);
  const endOf = (key: string) => facts.find((fact) => fact.key === key.replace(/joined$/, 'ended'));
  return facts.map((fact) => ({
    ...{ measure: fact.measure, on: fact.on, amount: fact.amount ?? 0 },
    endedOn: fact.measure === 'ENGINEERING_JOINED' ? endOf(fact.key)?.on : undefined,
    valuesOf: (dimension) => valuesOf(fact, dimensions, dimension),
  }));
}

/** Answers what sections of figures and breakdowns ask; of a database's lists it knows nothing. */
function sourceOver(
  lives: readonly Life[],
  { from: firstDay, customers }: { from: string; customers: number },
): FigureSource {
  const everything = lives.flatMap(happenedTo);
  const counted = (query: FigureQuery) => everything.filter((each) => isCounted(each, query));
  const answer = (request: FigureRequest) => {
    switch (request.kind) {
      case 'groups':
        return groupsOf(counted(request.query), request.by);
      case 'percentile':
        return percentileOf(
          counted(request.query).map(({ amount }) => amount),
          request.at,
        );
      case 'denominator':
        return request.from === firstDay ? customers : null;
      case 'cases':
        return { lines: [], cases: 0, restricted: 0 };
      default:
        return [];
    }
  };
  return answer as FigureSource;
}

function isCounted(each: Happened, { measure, where = {}, from, to }: FigureQuery): boolean {
  const stands = Object.entries(where).every(([dimension, values]) =>
    each.valuesOf(dimension).some((value) => values?.includes(value)),
  );
  if (!stands || each.on > to) return false;
  if (measure === 'ENGINEERING_WAITING') {
    return each.measure === 'ENGINEERING_JOINED' && (each.endedOn ?? addDays(to, 1)) > to;
  }
  return each.measure === measure && each.on >= from;
}

function groupsOf(counted: readonly Happened[], by: readonly string[]): readonly Group[] {
  const places = counted.flatMap((each) =>
    by
      .reduce<readonly (readonly string[])[]>(
        (rows, dimension) => rows.flatMap((row) => each.valuesOf(dimension).map((value) => [...row, value])),
        [[]],
      )
      .map((values) => ({ values, amount: each.amount })),
  );
  return [...Map.groupBy(places, ({ values }) => values.join('\n'))].map(([, here]) => ({
    values: here[0]?.values ?? [NOT_STATED],
    count: here.length,
    amount: here.reduce((sum, { amount }) => sum + amount, 0),
  }));
}

/** As `percentile_cont` of a database: between two amounts, in proportion. */
function percentileOf(amounts: readonly number[], share: number): number | null {
  if (amounts.length === 0) return null;
  const sorted = amounts.toSorted((a, b) => a - b);
  const place = share * (sorted.length - 1);
  const [below = 0, above = 0] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  return below + (above - below) * (place - Math.floor(place));
}

/** Figures of a section by their code. */
export function figuresOf(report: ReportContent, section: string): Readonly<Record<string, FigureValue>> {
  return Object.fromEntries(
    blocksOf(report, section).flatMap((block) =>
      block.kind === 'figures' ? block.figures.map(({ code, now }) => [code, now] as const) : [],
    ),
  );
}

/** The same, as plain numbers. */
export function valuesIn(report: ReportContent, section: string): Readonly<Record<string, number | null>> {
  return Object.fromEntries(
    Object.entries(figuresOf(report, section)).map(([code, { value }]) => [code, value]),
  );
}

/** Lines of a breakdown: what it is, how many. */
export function linesOf(report: ReportContent, section: string, table: string) {
  return blocksOf(report, section).flatMap((block) =>
    block.kind === 'table' && block.code === table
      ? block.rows.map(({ cells: [what, count] }) => [what?.label?.zh, count?.value])
      : [],
  );
}

function blocksOf({ sections }: ReportContent, section: string) {
  return sections.find(({ code }) => code === section)?.blocks ?? [];
}
