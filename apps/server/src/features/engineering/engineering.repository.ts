import type { Outlet, Readings, TenantActor, WaitingCase } from '@huiyin/domain';
import { Conditions } from '../../casework/conditions.ts';
import { onlyVisible } from '../../casework/visibility.ts';
import type { Statement } from '../../tenancy/database.ts';
import type { TenantTransaction } from '../../tenancy/tenant-transaction.ts';

/** An item of a list of engineers. */
export interface ItemRow {
  readonly id: string;
  readonly outlet: string;
  readonly site: string | null;
  readonly week: string | null;
  readonly title: string;
  readonly stage: 'PLANNED' | 'DONE';
  readonly planned_on: string;
  readonly done_on: string | null;
  readonly note: string | null;
  readonly checked: string | null;
  readonly fault_point: string | null;
  readonly before: Readings;
  readonly after: Readings;
  readonly carried_over: number;
  readonly repeat_of: string | null;
}

const ITEM_COLUMNS = `id, outlet, site, week, title, stage, planned_on::text, done_on::text, note, checked,
  fault_point, before, after, carried_over, repeat_of`;

/** What is left of a case in lists: nothing of who complained but that it is the same person. */
interface CaseRow {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly status: WaitingCase['status'];
  readonly received_at: Date;
  readonly joined_at: string;
  readonly complainant_id: string | null;
  readonly group_size: number;
  readonly site: string | null;
  readonly address: string | null;
  readonly details: Readonly<Record<string, unknown>>;
  readonly item_id: string | null;
}

const CASE_COLUMNS = `c.id, c.number, c.title, c.status, c.received_at, c.complainant_id, c.group_size, c.details,
  entry ->> 'joinedAt' as joined_at, entry ->> 'site' as site, entry #>> '{steps,-1,itemId}' as item_id`;

/**
 * The complaints on a list that the actor may see: those that wait there, or those that an item serves.
 * @param options.sites only those at one of these
 * @param options.itemIds those of these items, whether they still wait or not
 */
export function casesStatement(options: {
  readonly actor: TenantActor;
  readonly outlet: string;
  readonly sites?: readonly string[];
  readonly complaintIds?: readonly string[];
  readonly itemIds?: readonly string[];
}): Statement {
  const { actor, outlet, sites, complaintIds, itemIds } = options;
  const where = new Conditions();
  onlyVisible(where, actor);
  where.and(`f.measure = 'ENGINEERING_JOINED' and f.dimensions ->> 'outlet' = ${where.parameter(outlet)}`);
  where.among(`entry ->> 'site'`, sites);
  where.among('c.id', complaintIds, 'uuid');
  if (itemIds) {
    const among = where.parameter([...itemIds]);
    where.and(`exists (select from engineering_item_complaint i where i.tenant_id = c.tenant_id
      and i.complaint_id = c.id and i.item_id = any(${among}::uuid[])
      and i.item_id::text = entry #>> '{steps,-1,itemId}')`);
  } else {
    where.and(`entry ->> 'endedAt' is null`);
  }
  return {
    text: `select ${CASE_COLUMNS} from complaint_fact f
      join complaint c on c.tenant_id = f.tenant_id and c.id = f.complaint_id
      cross join lateral (
        select entry from jsonb_array_elements(c.state -> 'engineering') as entry
        where entry ->> 'id' = split_part(f.key, ':', 2)
      ) as entries
      where ${where.text} order by joined_at, c.id`,
    values: where.values,
  };
}

/** A row as the domain knows it, with what was measured of the fields that the list reads. */
export function caseOf(row: object, { readings, worked }: Outlet): WaitingCase {
  const {
    id,
    number,
    title,
    status,
    received_at,
    joined_at,
    complainant_id,
    group_size,
    site,
    details,
    item_id,
  } = row as CaseRow;
  const measured = readings.flatMap((key) => {
    const value = details[key];
    return typeof value === 'number' ? [[key, value] as const] : [];
  });
  const place = details[worked.kind === 'MAP' ? worked.site : 'place'] as { address?: string } | undefined;
  return {
    ...{ complaintId: id, number, title, status, groupSize: group_size, joinedAt: joined_at },
    receivedAt: received_at.toISOString(),
    readings: Object.fromEntries(measured),
    ...(complainant_id === null ? {} : { complainantId: complainant_id }),
    ...(site === null ? {} : { site }),
    ...(item_id === null ? {} : { itemId: item_id }),
    ...(place?.address === undefined ? {} : { address: place.address }),
  };
}

/** Most items that are shown of a list: what is done sinks out of sight, what is planned comes first. */
const MOST_ITEMS = 300;

/** The items of a list, those still planned first, then the latest. */
export function itemsStatement(options: {
  readonly outlet: string;
  readonly week?: string | undefined;
}): Statement {
  const where = new Conditions();
  where.and(`outlet = ${where.parameter(options.outlet)}`);
  where.among('week', options.week === undefined ? undefined : [options.week]);
  return {
    text: `select ${ITEM_COLUMNS} from engineering_item where ${where.text}
      order by stage = 'DONE', coalesce(done_on, planned_on) desc, id desc limit ${MOST_ITEMS}`,
    values: where.values,
  };
}

/** All that is planned on a list and not done. */
export function plannedStatement(outlet: string): Statement {
  return {
    name: 'engineering.planned',
    text: `select ${ITEM_COLUMNS} from engineering_item where outlet = $1 and stage = 'PLANNED'`,
    values: [outlet],
  };
}

export function itemStatement(id: string): Statement {
  return { text: `select ${ITEM_COLUMNS} from engineering_item where id = $1`, values: [id] };
}

/** The item, locked until the transaction ends. */
export async function lockItem(tx: TenantTransaction, id: string): Promise<ItemRow | undefined> {
  const [row] = await tx.query<ItemRow & Record<string, unknown>>({
    name: 'engineering.lock',
    text: `select ${ITEM_COLUMNS} from engineering_item where tenant_id = $1 and id = $2 for update`,
    values: [tx.tenantId, id],
  });
  return row;
}

/** `false` where something is planned at the site already. */
export async function addItem(tx: TenantTransaction, item: ItemRow): Promise<boolean> {
  const added = await tx.query({
    name: 'engineering.add',
    text: `insert into engineering_item (tenant_id, id, outlet, site, week, title, stage, planned_on, note, checked,
        fault_point, before, after, repeat_of, changed_at)
      values ($1, $2, $3, $4, $5, $6, 'PLANNED', $7, $8, $9, $10, $11::jsonb, '{}', $12, now())
      on conflict do nothing returning id`,
    values: [
      ...[tx.tenantId, item.id, item.outlet, item.site, item.week, item.title, item.planned_on, item.note],
      ...[item.checked, item.fault_point, JSON.stringify(item.before), item.repeat_of],
    ],
  });
  return added.length > 0;
}

/** Keeps how far an item has come. */
export async function changeItem(tx: TenantTransaction, item: ItemRow): Promise<void> {
  await tx.query({
    name: 'engineering.change',
    text: `update engineering_item set week = $3, stage = $4, done_on = $5, note = $6, checked = $7,
        fault_point = $8, after = $9::jsonb, carried_over = $10, changed_at = now()
      where tenant_id = $1 and id = $2`,
    values: [
      ...[tx.tenantId, item.id, item.week, item.stage, item.done_on, item.note, item.checked],
      ...[item.fault_point, JSON.stringify(item.after), item.carried_over],
    ],
  });
}

export async function linkComplaint(
  tx: TenantTransaction,
  link: { readonly itemId: string; readonly complaintId: string },
): Promise<void> {
  await tx.query({
    name: 'engineering.link',
    text: `insert into engineering_item_complaint (tenant_id, item_id, complaint_id) values ($1, $2, $3)
      on conflict do nothing`,
    values: [tx.tenantId, link.itemId, link.complaintId],
  });
}

/** The latest repair of a site that was done on this day or later. */
export async function repairedSince(
  tx: TenantTransaction,
  { outlet, site, since }: { readonly outlet: string; readonly site: string; readonly since: string },
): Promise<string | undefined> {
  const [row] = await tx.query<{ id: string }>({
    name: 'engineering.repaired',
    text: `select id from engineering_item where tenant_id = $1 and outlet = $2 and site = $3 and done_on >= $4::date
      order by done_on desc, id desc limit 1`,
    values: [tx.tenantId, outlet, site, since],
  });
  return row?.id;
}
