import type { Outlet, Readings, WaitingCase } from '@huiyin/domain';
import { inLocale, type Locale } from '@huiyin/shared';
import { cellToBoundary, isValidCell } from 'h3-js';
import type { Office } from '../../casework/office.ts';
import { toGlobalId } from '../../graphql/global-id.ts';
import type { ItemRow } from './engineering.repository.ts';
import type { PlannedSite } from './engineering.ts';
import {
  type EngineeringCaseType,
  EngineeringItemType,
  type EngineeringReadingType,
  type EngineeringSiteType,
  type EngineeringToldType,
  type GeoPointType,
} from './engineering.type.ts';
import type { Told } from './tell.ts';

/** Cases shown of one site: the rest are counted. */
const MOST_SHOWN = 50;

interface About {
  readonly outlet: Outlet;
  readonly office: Office;
  readonly locale: Locale;
}

export function presentSite(
  { site, cases, people, worst, waitingSince, item }: PlannedSite,
  about: About,
): EngineeringSiteType {
  const { outlet } = about;
  return {
    ...{ site: site ?? null, complaints: cases.length, people, waitingSince },
    worst: presentReadings(worst, about),
    boundary: outlet.worked.kind === 'MAP' ? boundaryOf(site) : [],
    item: item
      ? presentItem(item, { ...about, cases: cases.filter(({ itemId }) => itemId === item.id) })
      : null,
    cases: cases.slice(0, MOST_SHOWN).map((each) => presentCase(each, about)),
  };
}

/** The corners of a cell, not closed. */
export function boundaryOf(site: string | undefined): GeoPointType[] {
  if (site === undefined || !isValidCell(site)) return [];
  return cellToBoundary(site).map(([latitude, longitude]) => ({ longitude, latitude }));
}

export function presentItem(
  row: ItemRow,
  about: About & { readonly cases: readonly WaitingCase[] },
): EngineeringItemType {
  const { outlet, site, week, title, stage, note, checked, before, after } = row;
  return Object.assign(new EngineeringItemType(), {
    id: toGlobalId('EngineeringItem', row.id),
    ...{ outlet, site, week, title, stage, note, checked },
    ...{ plannedOn: row.planned_on, doneOn: row.done_on, faultPoint: row.fault_point },
    ...{ carriedOver: row.carried_over, repeated: row.repeat_of !== null },
    before: presentReadings(before, about),
    after: presentReadings(after, about),
    cases: about.cases.map((each) => presentCase(each, about)),
  });
}

function presentCase(
  { complaintId, number, title, status, joinedAt, address, readings, itemId }: WaitingCase,
  about: About,
): EngineeringCaseType {
  return {
    complaint: { id: toGlobalId('Complaint', complaintId), number },
    ...{ title, status, joinedAt, address: address ?? null, planned: itemId !== undefined },
    readings: presentReadings(readings, about),
  };
}

/** In the order in which the list names them. */
function presentReadings(readings: Readings, { outlet, office, locale }: About): EngineeringReadingType[] {
  return outlet.readings.flatMap((key) => {
    const value = readings[key];
    const field = office.sector.fields.find((each) => each.key === key);
    if (value === undefined || field?.type.kind !== 'decimal') return [];
    const { unit } = field.type;
    return { key, value, label: inLocale(field.label, locale), unit: unit ? inLocale(unit, locale) : null };
  });
}

export function presentTold(
  { complaintId, number, outcome, reason }: Told,
  locale: Locale,
): EngineeringToldType {
  return {
    complaint: { id: toGlobalId('Complaint', complaintId), number },
    ...{ outcome, reason: reason ? inLocale(reason, locale) : null },
  };
}
