import {
  type AcrossFigure,
  acrossFigures,
  addDays,
  addTallies,
  type Comparable,
  type FairFigure,
  fairFigures,
  localDateOf,
  type OversightActor,
  type PeriodChoice,
  type ReportPeriods,
  regionLabel,
  reportPeriods,
  type Sector,
  sectorOf,
  type Tallies,
  type Tally,
  tallyOf,
} from '@huiyin/domain';
import type { Localized } from '@huiyin/shared';
import type { Database } from '../../tenancy/database.ts';
import {
  type AcrossRows,
  type GrantRow,
  type MonthRow,
  type OverseenRow,
  type PeriodName,
  readAcross,
} from './across.repository.ts';
import { recordLook } from './look.repository.ts';

/** One organisation, or several together, with their figures. */
export interface AcrossRow {
  readonly code: string;
  readonly name: Localized;
  /** Absent over several sectors or regions. */
  readonly sector?: Sector;
  readonly region?: string;
  /** Whether the overseer may open cases: of one organisation alone. */
  readonly opensCases: boolean;
  /** How many organisations stand behind it. */
  readonly organizations: number;
  readonly figures: readonly AcrossFigure[];
  /** Of one sector alone: others are measured by something else. */
  readonly fair: readonly FairFigure[];
}

/** What somebody sees across the organisations that they were granted. */
export interface Look {
  readonly periods: ReportPeriods;
  readonly total: AcrossRow;
  readonly organizations: readonly AcrossRow[];
  readonly sectors: readonly AcrossRow[];
  readonly regions: readonly AcrossRow[];
  readonly months: readonly { readonly month: string; readonly received: number; readonly closed: number }[];
  readonly grants: readonly GrantRow[];
  readonly nameOf: ReadonlyMap<string, Localized>;
}

/**
 * Months of a trend: the last of the period, or this one while it runs, and the year before, so that the same month
 * stands at both ends.
 */
const MONTHS_SHOWN = 13;
/** Organisations are put together by city: the first four digits of their region. */
const CITY_DIGITS = 4;

/** Figures across organisations, for those who were granted to see them. */
export class Oversight {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /**
   * Looks over a period, and records the look at every organisation that it covers: what cannot be recorded is not
   * shown.
   * @returns undefined when no grant is in force; 'NO_PERIOD' when there is no such period
   */
  async look(actor: OversightActor, choice: PeriodChoice): Promise<Look | 'NO_PERIOD' | undefined> {
    const periods = reportPeriods(choice);
    if (!periods) return 'NO_PERIOD';
    const today = localDateOf(new Date().toISOString());
    const [lastDay = today] = [periods.now.to, today].sort();
    const months = monthsUpTo(lastDay);
    const span = { from: `${months[0]}-01`, to: lastDay };
    const rows = await readAcross(this.#database, actor, { periods, months: span });
    if (rows.grants.length === 0) return undefined;
    const tenantIds = rows.organizations.map((each) => each.tenant_id);
    await recordLook(this.#database, actor, { tenantIds, asked: { period: choice } });
    return assemble({ periods, months, rows });
  }
}

/** The months of the trend, oldest first, as `YYYY-MM`. */
function monthsUpTo(lastDay: string): string[] {
  const months: string[] = [];
  for (let day = lastDay; months.length < MONTHS_SHOWN; day = addDays(`${day.slice(0, 7)}-01`, -1)) {
    months.unshift(day.slice(0, 7));
  }
  return months;
}

interface Member extends Comparable {
  readonly row: OverseenRow;
  readonly tallies: Tallies;
}

function assemble(options: {
  readonly periods: ReportPeriods;
  readonly months: readonly string[];
  readonly rows: AcrossRows;
}): Look {
  const { periods, months, rows } = options;
  const members = membersOf(rows, periods);
  const bySector = [...Map.groupBy(members, ({ row }) => row.sector)];
  const row = (code: string, name: Localized, of: readonly Member[]) =>
    together({ code, name, periods, members: of });
  const byRegion = [...Map.groupBy(members, ({ row }) => row.region.slice(0, CITY_DIGITS))].sort();
  return {
    periods,
    total: row('TOTAL', ALL_TOGETHER, members),
    organizations: members.map((member) => row(member.row.tenant_id, nameOf(member.row), [member])),
    sectors: bySector.map(([code, of]) => row(code, sectorOf(code).label, of)),
    regions: byRegion.map(([code, of]) => row(code, regionLabel(code), of)),
    months: months.map((month) => ({
      month,
      received: inMonth(rows.months, month, 'RECEIVED'),
      closed: inMonth(rows.months, month, 'CLOSED'),
    })),
    grants: rows.grants,
    nameOf: new Map(members.map(({ row }) => [row.tenant_id, nameOf(row)])),
  };
}

const ALL_TOGETHER: Localized = { zh: '合计', en: 'Total' };

function nameOf({ name, name_en: nameEn }: OverseenRow): Localized {
  return { zh: name, en: nameEn ?? name };
}

function inMonth(rows: readonly MonthRow[], month: string, measure: MonthRow['measure']): number {
  return rows.find((row) => row.month === month && row.measure === measure)?.count ?? 0;
}

function membersOf(rows: AcrossRows, periods: ReportPeriods): Member[] {
  const counted = Map.groupBy(rows.counted, ({ tenantId, period }) => `${tenantId} ${period}`);
  const open = new Map(rows.open.map((each) => [`${each.tenantId} ${each.period}`, each.open]));
  const denominators = Map.groupBy(rows.denominators, ({ tenantId }) => tenantId);
  return rows.organizations.map((row) => {
    const tallyIn = (period: PeriodName): Tally => {
      const key = `${row.tenant_id} ${period}`;
      return tallyOf({ cells: counted.get(key) ?? [], open: open.get(key) ?? 0 });
    };
    const now = tallyIn('now');
    return {
      row,
      tallies: {
        now,
        ...(periods.before ? { before: tallyIn('before') } : {}),
        ...(periods.yearAgo ? { yearAgo: tallyIn('yearAgo') } : {}),
      },
      received: now['received']?.count ?? 0,
      denominators: Object.fromEntries(
        (denominators.get(row.tenant_id) ?? []).map(({ code, value }) => [code, value]),
      ),
    };
  });
}

/** Organisations added up; what all of them share is said of the row. */
function together(options: {
  readonly code: string;
  readonly name: Localized;
  readonly periods: ReportPeriods;
  readonly members: readonly Member[];
}): AcrossRow {
  const { code, name, periods, members } = options;
  const sectors = new Set(members.map(({ row }) => row.sector));
  const regions = new Set(members.map(({ row }) => row.region));
  const [onlySector] = sectors.size === 1 ? sectors : [];
  const [onlyRegion] = regions.size === 1 ? regions : [];
  const sector = onlySector === undefined ? undefined : sectorOf(onlySector);
  const over = (tallies: readonly (Tally | undefined)[]) =>
    addTallies(tallies.filter((tally) => tally !== undefined));
  const all = members.map(({ tallies }) => tallies);
  return {
    ...{ code, name, organizations: members.length },
    opensCases: members.length === 1 && members.every(({ row }) => row.tenant_id === code && row.cases),
    ...(sector ? { sector } : {}),
    ...(onlyRegion === undefined ? {} : { region: onlyRegion }),
    figures: acrossFigures({
      now: over(all.map(({ now }) => now)),
      ...(periods.before ? { before: over(all.map(({ before }) => before)) } : {}),
      ...(periods.yearAgo ? { yearAgo: over(all.map(({ yearAgo }) => yearAgo)) } : {}),
    }),
    fair: sector ? fairFigures(sector, members) : [],
  };
}
