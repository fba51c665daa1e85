import type { ComplaintState } from '../complaint/state.ts';
import { WAYS_IN } from '../figures/measures.ts';
import {
  type CaseLine,
  type FigureQuery,
  type FigureRequest,
  type FigureSource,
  type Group,
  isDerived,
} from '../figures/query.ts';
import { type Countable, countableOf, valuesOf } from '../figures/rollup.ts';
import { assembleReport } from '../report/assemble.ts';
import type { ReportContent, ReportTable } from '../report/content.ts';
import { reportPeriods } from '../report/period.ts';
import type { Sector } from '../sectors/contract.ts';
import { demoSteps } from '../sectors/demo.ts';
import type { DemoSite, Site } from '../sites/tree.ts';
import { localDateOf } from '../time.ts';
import { Life } from './life.fixture.ts';

/** The report of a demo office over its hand-made register, so that its figures can be counted by reading it. */

const HOUR_MS = 3_600_000;

/** Noon of the last day of 2026: the registers reach back less than a year, so that all of them lies within this one. */
const NOW = Date.parse('2026-12-31T04:00:00Z');

/**
 * Every matter as it stands at noon of the last day, each received an hour before noon. Promises are left out: no section
 * of a sector's own counts them.
 */
function livedThrough(sector: Sector): readonly ComplaintState[] {
  return sector.demo.map((matter) => {
    const received = NOW - matter.daysAgo * 24 * HOUR_MS - HOUR_MS;
    const receivedAt = new Date(received).toISOString();
    const life = new Life({ sector, at: receivedAt });
    life.do({ type: 'REGISTER', ...matter.register, receivedAt });
    for (const { afterHours, command } of demoSteps(matter, receivedAt)) {
      const at = received + afterHours * HOUR_MS;
      if (at > NOW) break;
      const actionId = life.complaint.correctiveActions.at(-1)?.id ?? '';
      life
        .on(new Date(at).toISOString())
        .do(command.type === 'COMPLETE_ACTION' ? { ...command, actionId } : command);
    }
    return life.complaint;
  });
}

/** These sections of the year's report. `numbers`: what the organisation gave for the year, by denominator. */
export function demoReport(
  sector: Sector,
  options: { readonly sections: readonly string[]; readonly numbers?: Readonly<Record<string, number>> },
): ReportContent {
  const { sections, numbers = {} } = options;
  const periods = reportPeriods({ kind: 'YEAR', year: 2026 });
  if (!periods) throw new Error('There is no such year.');
  const reportSections = sector.reportSections.filter(({ code }) => sections.includes(code));
  const { name: organization } = sector.demoOffice;
  return assembleReport(
    { sector: { ...sector, reportSections }, periods, organization, names: new Map() },
    sourceOver(livedThrough(sector), { sector, numbers }),
  );
}

interface Office {
  readonly sector: Sector;
  readonly numbers: Readonly<Record<string, number>>;
}

/** A complaint with what of it is counted. */
interface Kept extends Countable {
  readonly state: ComplaintState;
}

/** Answers by going through the complaints one by one, as somebody with paper and pencil would. */
function sourceOver(states: readonly ComplaintState[], { sector, numbers }: Office): FigureSource {
  const all = states.map((state): Kept => ({ state, ...countableOf(state, sector) }));
  const answer = (request: FigureRequest): unknown => {
    switch (request.kind) {
      case 'groups':
        return grouped(all, request.query, ({ fact, dimensions }) =>
          request.by.map((dimension) => valuesOf(fact, dimensions, dimension)),
        );
      case 'months':
        return grouped(all, request.query, ({ fact }) => [[fact.on.slice(0, 7)]]);
      case 'percentile':
        return percentile(
          counted(all, request.query).map(({ fact }) => fact.amount ?? 0),
          request.at,
        );
      case 'cases': {
        const cases = [...new Set(counted(all, request.query).map(({ state }) => state))];
        return { lines: cases.map(lineOf).toSorted(byReceipt), cases: cases.length, restricted: 0 };
      }
      case 'sites':
        return sitesOf(sector);
      case 'denominator':
        return numbers[request.code] ?? null;
      case 'currencies':
      case 'formerNames':
        // Money of the registers is yuan, and nobody in them has changed names.
        return [];
      default:
        throw new Error(`No section that is counted here asks for ${request.kind}.`);
    }
  };
  return answer as FigureSource;
}

type Counted = Kept & { readonly fact: Countable['facts'][number] };

function counted(all: readonly Kept[], { measure, where = {}, from, to }: FigureQuery): readonly Counted[] {
  if (isDerived(measure)) throw new Error(`No section that is counted here asks for ${measure}.`);
  const isOpenAtEnd = ({ facts }: Kept) => {
    const by = facts.filter(({ on }) => on <= to);
    const came = by.filter((fact) => WAYS_IN.includes(fact.measure)).length;
    return came > by.filter((fact) => fact.measure === 'LEFT').length;
  };
  return all.flatMap((kept) =>
    kept.facts
      .filter((fact) =>
        measure === 'OPEN'
          ? fact.key === 'received' && isOpenAtEnd(kept)
          : fact.measure === measure && fact.on >= from && fact.on <= to,
      )
      .filter((fact) =>
        Object.entries(where).every(([dimension, wanted = []]) =>
          valuesOf(fact, kept.dimensions, dimension).some((value) => wanted.includes(value)),
        ),
      )
      .map((fact) => ({ ...kept, fact })),
  );
}

function grouped(
  all: readonly Kept[],
  query: FigureQuery,
  valuesByDimension: (each: Counted) => readonly (readonly string[])[],
): readonly Group[] {
  const groups = new Map<string, Group>();
  for (const each of counted(all, query)) {
    const under = valuesByDimension(each).reduce<readonly (readonly string[])[]>(
      (sets, values) => sets.flatMap((set) => values.map((value) => [...set, value])),
      [[]],
    );
    for (const values of under) {
      const key = JSON.stringify(values);
      const { count = 0, amount = 0 } = groups.get(key) ?? {};
      groups.set(key, { values, count: count + 1, amount: amount + (each.fact.amount ?? 0) });
    }
  }
  return [...groups.values()];
}

/** Interpolated between the two amounts that it lies between. */
function percentile(amounts: readonly number[], at: number): number | null {
  const sorted = amounts.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * at;
  const [below, above] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  return below === undefined || above === undefined ? null : below + (above - below) * (place % 1);
}

const byReceipt = (a: CaseLine, b: CaseLine): number =>
  String(a.values['receivedOn']) < String(b.values['receivedOn']) ? -1 : 1;

/** What a list of cases shows of one that is a date, a code or a detail. */
function lineOf({ id, receivedAt, finding, closing, details }: ComplaintState): CaseLine {
  const own = Object.entries(details).map(([key, value]) => [`details.${key}`, String(value)] as const);
  return {
    id,
    values: {
      ...Object.fromEntries(own),
      receivedOn: localDateOf(receivedAt),
      finding: finding?.finding ?? null,
      closedOn: closing ? localDateOf(closing.at) : null,
    },
  };
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

/** To a thousandth: what a reader of a rate can check with pencil and paper. */
const rounded = (value: number | null | undefined): number | null | undefined =>
  typeof value === 'number' ? Math.round(value * 1_000) / 1_000 : value;

function blocksOf({ sections }: ReportContent, section: string) {
  const found = sections.find(({ code }) => code === section);
  if (!found) throw new Error(`The report has no section ${section}.`);
  return found.blocks;
}

/** The figures of a section by their codes. */
export function figuresIn(report: ReportContent, section: string) {
  const figures = blocksOf(report, section).flatMap((block) =>
    block.kind === 'figures' ? block.figures : [],
  );
  return Object.fromEntries(figures.map(({ code, now }) => [code, rounded(now.value)]));
}

export function tableIn(report: ReportContent, section: string, code: string): ReportTable {
  const table = blocksOf(report, section).find((block) => block.kind === 'table' && block.code === code);
  if (table?.kind !== 'table') throw new Error(`${section} has no table ${code}.`);
  return table;
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
