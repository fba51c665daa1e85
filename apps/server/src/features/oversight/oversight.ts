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
  reportPeriods,
  type Sector,
  sectorOf,
  type Tallies,
  type Tally,
  tallyOf,
} from '@huiyin/domain';
import type { Localized } from '@huiyin/shared';
import { regionCode, regionLabel, regionName } from '../../regions/regions.ts';
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

/** Of what somebody was granted, a part: a region by the beginning of its code, a sector, or both. */
export interface Narrowing {
  readonly region?: string | undefined;
  readonly sector?: string | undefined;
}

/** A region with organisations that somebody was granted. */
export interface GrantedRegion {
  readonly code: string;
  readonly name: Localized;
  readonly organizations: number;
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
  /** What can be narrowed to: provinces, cities and counties in the order of their codes; sectors. */
  readonly grantedRegions: readonly GrantedRegion[];
  readonly grantedSectors: readonly Sector[];
  readonly nameOf: ReadonlyMap<string, Localized>;
}

/**
 * Months of a trend: the last of the period, or this one while it runs, and the year before, so that the same month
 * stands at both ends.
 */
const MONTHS_SHOWN = 13;

/** Figures across organisations, for those who were granted to see them. */
export class Oversight {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /**
   * Looks over a period, and records the look at every organisation that it covers: what cannot be recorded is not
   * shown. Narrowed to a region or a sector, it covers the organisations of that alone.
   * @returns undefined when no grant is in force; 'NO_PERIOD' when there is no such period
   */
  async look(
    actor: OversightActor,
    choice: PeriodChoice,
    narrowing: Narrowing = {},
  ): Promise<Look | 'NO_PERIOD' | undefined> {
    const periods = reportPeriods(choice);
    if (!periods) return 'NO_PERIOD';
    const today = localDateOf(new Date().toISOString());
    const [lastDay = today] = [periods.now.to, today].sort();
    const months = monthsUpTo(lastDay);
    const span = { from: `${months[0]}-01`, to: lastDay };
    const rows = await readAcross(this.#database, actor, { periods, months: span });
    if (rows.grants.length === 0) return undefined;
    const covered = rows.organizations.filter((each) => isWithin(each, narrowing));
    const tenantIds = covered.map((each) => each.tenant_id);
    await recordLook(this.#database, actor, { tenantIds, asked: { period: choice } });
    return assemble({ periods, months, rows, covered, narrowing });
  }
}

function isWithin({ region, sector }: OverseenRow, { region: within, sector: of }: Narrowing): boolean {
  return (within === undefined || region.startsWith(within)) && (of === undefined || sector === of);
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
  /** Of the organisations granted, those that are looked at. */
  readonly covered: readonly OverseenRow[];
  readonly narrowing: Narrowing;
}): Look {
  const { periods, months, rows, covered, narrowing } = options;
  const members = membersOf(covered, rows, periods);
  const bySector = [...Map.groupBy(members, ({ row }) => row.sector)];
  const row = (code: string, name: Localized, of: readonly Member[]) =>
    together({ code, name, periods, members: of });
  const digits = digitsOf(covered, narrowing.region ?? '');
  const byRegion = [...Map.groupBy(members, ({ row }) => regionCode(row.region).slice(0, digits))].sort();
  const shown = new Set(covered.map((each) => each.tenant_id));
  const monthly = rows.months.filter(({ tenantId }) => shown.has(tenantId));
  return {
    periods,
    total: row('TOTAL', ALL_TOGETHER, members),
    organizations: members.map((member) => row(member.row.tenant_id, nameOf(member.row), [member])),
    sectors: bySector.map(([code, of]) => row(code, sectorOf(code).label, of)),
    regions: byRegion.map(([code, of]) => row(code, regionName(code), of)),
    months: months.map((month) => ({
      month,
      received: inMonth(monthly, month, 'RECEIVED'),
      closed: inMonth(monthly, month, 'CLOSED'),
    })),
    grants: rows.grants,
    grantedRegions: grantedRegions(rows.organizations),
    grantedSectors: [...new Set(rows.organizations.map(({ sector }) => sector))].map(sectorOf),
    nameOf: new Map(rows.organizations.map((each) => [each.tenant_id, nameOf(each)])),
  };
}

const LEVELS = [2, 4, 6];

/** By how many digits of their regions organisations are set side by side: the fewest by which they differ, below `within`. */
function digitsOf(organizations: readonly OverseenRow[], within: string): number {
  const below = LEVELS.filter((digits) => digits > within.length);
  const differ = (digits: number) =>
    new Set(organizations.map(({ region }) => region.slice(0, digits))).size > 1;
  return below.find(differ) ?? below[0] ?? within.length;
}

/** Every province, city and county in which an organisation lies. */
function grantedRegions(organizations: readonly OverseenRow[]): GrantedRegion[] {
  const lines = organizations.flatMap(({ region }) => {
    const own = regionCode(region);
    return LEVELS.filter((digits) => digits <= own.length).map((digits) => own.slice(0, digits));
  });
  return [...Map.groupBy(lines, (code) => code)]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([code, of]) => ({ code, name: regionLabel(code), organizations: of.length }));
}

const ALL_TOGETHER: Localized = { zh: '合计', en: 'Total' };

function nameOf({ name, name_en: nameEn }: OverseenRow): Localized {
  return { zh: name, en: nameEn ?? name };
}

function inMonth(rows: readonly MonthRow[], month: string, measure: MonthRow['measure']): number {
  return rows
    .filter((row) => row.month === month && row.measure === measure)
    .reduce((sum, { count }) => sum + count, 0);
}

function membersOf(covered: readonly OverseenRow[], rows: AcrossRows, periods: ReportPeriods): Member[] {
  const counted = Map.groupBy(rows.counted, ({ tenantId, period }) => `${tenantId} ${period}`);
  const open = new Map(rows.open.map((each) => [`${each.tenantId} ${each.period}`, each.open]));
  const denominators = Map.groupBy(rows.denominators, ({ tenantId }) => tenantId);
  return covered.map((row) => {
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
