import {
  type AcrossFigure,
  type AcrossValue,
  CASE_CHOICES,
  type FairFigure,
  formatChange,
  formatNumber,
  formatValue,
  type Period,
  periodOf,
  SECTORS,
  type Unit,
} from '@huiyin/domain';
import { inLocale, type Locale, type Localized } from '@huiyin/shared';
import { toGlobalId } from '../../graphql/global-id.ts';
import { regionLabel, regionName } from '../../regions/regions.ts';
import type { GrantRow } from './across.repository.ts';
import type { Asked, GrantOnOrganization } from './look.repository.ts';
import { OversightGrantType } from './look.type.ts';
import type { AcrossRow, Look } from './oversight.ts';
import type {
  OversightFairFigureType,
  OversightFigureType,
  OversightPeriodType,
  OversightRowType,
  OversightScopeType,
  OversightType,
  OversightValueType,
} from './oversight.type.ts';

/** A look in one language. */
export function presentLook(look: Look, locale: Locale): OversightType {
  const { now, before, yearAgo } = look.periods;
  const rows = (of: readonly AcrossRow[]) => of.map((row) => presentRow(row, locale));
  return {
    period: presentPeriod(now, locale),
    before: before ? presentPeriod(before, locale) : null,
    yearAgo: yearAgo ? presentPeriod(yearAgo, locale) : null,
    total: presentRow(look.total, locale),
    organizations: rows(look.organizations).map((row) => ({
      ...row,
      code: toGlobalId('Organization', row.code),
    })),
    sectors: rows(look.sectors),
    regions: rows(look.regions),
    months: [...look.months],
    grantedRegions: look.grantedRegions.map((each) => ({ ...each, name: inLocale(each.name, locale) })),
    grantedSectors: look.grantedSectors.map(({ code, label }) => ({ code, label: inLocale(label, locale) })),
    grants: look.grants.map((grant) => presentScope(grant, look.nameOf.get(grant.tenant_id ?? ''), locale)),
  };
}

function presentPeriod({ label, from, to }: Period, locale: Locale): OversightPeriodType {
  return { label: inLocale(label, locale), from, to };
}

function presentRow(row: AcrossRow, locale: Locale): OversightRowType {
  const { code, name, sector, region, organizations, opensCases, figures, fair } = row;
  return {
    ...{ code, organizations, opensCases, name: inLocale(name, locale) },
    sector: sector ? inLocale(sector.label, locale) : null,
    region: region ?? null,
    regionName: region === undefined ? null : inLocale(regionName(region), locale),
    figures: figures.map((figure) => presentFigure(figure, locale)),
    fair: fair.map((each) => presentFair(each, locale)),
  };
}

function presentFigure(figure: AcrossFigure, locale: Locale): OversightFigureType {
  const { code, label, unit, now, before, yearAgo, changeBefore, changeYear, currencies } = figure;
  const value = (of: AcrossValue | undefined) => (of ? presentValue(of, unit, locale) : null);
  return {
    ...{ code, label: inLocale(unit === 'MONEY' ? inYuan(label) : label, locale) },
    now: presentValue(now, unit, locale),
    before: value(before),
    yearAgo: value(yearAgo),
    changeBefore: changeBefore ? formatChange(changeBefore, locale) : null,
    changeYear: changeYear ? formatChange(changeYear, locale) : null,
    currencies: Object.entries(currencies).map(([currency, converted]) => ({ currency, converted })),
  };
}

function inYuan({ zh, en }: Localized): Localized {
  return { zh: `${zh}（元）`, en: `${en} (CNY)` };
}

function presentValue(value: AcrossValue, unit: Unit, locale: Locale): OversightValueType {
  return {
    value: value.value,
    text: formatValue(value, unit, locale),
    numerator: value.numerator ?? null,
    denominator: value.denominator ?? null,
  };
}

function presentFair(fair: FairFigure, locale: Locale): OversightFairFigureType {
  const { code, label, unit, value, given } = fair;
  return {
    ...{ code, value, given, label: inLocale(label, locale), unit: inLocale(unit, locale) },
    text: formatNumber(value, 'PER', locale),
  };
}

const EVERYTHING: Localized = { zh: '全部单位', en: 'Every organisation' };

/**
 * A grant with what it covers, in words.
 * @param organization name of the one organisation it covers; absent where it covers more
 */
export function presentScope(
  grant: GrantRow,
  organization: Localized | undefined,
  locale: Locale,
): OversightScopeType {
  const sector = SECTORS.find(({ code }) => code === grant.sector);
  const parts = [
    ...(grant.region === null ? [] : [regionLabel(grant.region)]),
    ...(grant.sector === null ? [] : [sector?.label ?? { zh: grant.sector, en: grant.sector }]),
    ...(grant.tenant_id !== null && organization ? [organization] : []),
  ];
  return {
    covers: (parts.length > 0 ? parts : [EVERYTHING]).map((part) => inLocale(part, locale)).join(' · '),
    ...{ level: grant.level, casesFrom: grant.cases_from, casesUntil: grant.cases_until },
    ...{ basis: grant.basis, regulation: grant.regulation, grantedBy: grant.granted_by },
    ...{ startsAt: grant.starts_at, endsAt: grant.ends_at },
  };
}

/** The same as the organisation sees it. */
export function presentGrant(
  grant: GrantOnOrganization,
  options: {
    readonly organization: Localized;
    /** When that person looked last. */
    readonly lastLook: Date | undefined;
    readonly locale: Locale;
  },
): OversightGrantType {
  const { organization, lastLook, locale } = options;
  const now = new Date();
  const { id, name, basis, starts_at: startsAt, ends_at: endsAt, revoked_at: revokedAt } = grant;
  const ended = revokedAt !== null || (endsAt !== null && endsAt <= now);
  return Object.assign(new OversightGrantType(), {
    ...presentScope(grant, organization, locale),
    ...{ id: toGlobalId('OversightGrant', id), name, revokedAt, lastLookAt: lastLook ?? null },
    inForce: !ended && startsAt <= now,
    revocable: !ended && basis === 'ORGANIZATION',
  });
}

/** What somebody asked to see, in words. */
export function presentAsked(asked: Asked, locale: Locale): string {
  if (asked.period === undefined) {
    return inLocale({ zh: `投诉件 ${asked.number}`, en: `Case ${asked.number}` }, locale);
  }
  const period = periodOf(asked.period)?.label ?? { zh: '', en: '' };
  if (!asked.cases) return inLocale(period, locale);
  const { label } = CASE_CHOICES[asked.cases];
  return inLocale(
    { zh: `${period.zh} · 投诉件：${label.zh}`, en: `${period.en} · cases: ${label.en.toLowerCase()}` },
    locale,
  );
}
