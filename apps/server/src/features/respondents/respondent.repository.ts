import { OPEN_STATUSES, type TenantActor } from '@huiyin/domain';
import { Conditions } from '../../casework/conditions.ts';
import { onlyVisible } from '../../casework/visibility.ts';
import type { Database } from '../../tenancy/database.ts';

/** A party of the register with its complaint history, as far as the reader may see the complaints. */
export interface RespondentRow {
  readonly id: string;
  readonly name: string;
  readonly type: string | null;
  readonly licence: string | null;
  readonly complaints: number;
  readonly open: number;
  readonly valid: number;
  readonly sanctioned: number;
  readonly last_received_at: Date | null;
  readonly years:
    | readonly { readonly year: number; readonly complaints: number; readonly valid: number }[]
    | null;
  readonly sort_key: string;
}

export const RESPONDENT_ORDERS = {
  MOST_COMPLAINTS: { key: 'complaints', type: 'int', direction: 'desc' },
  MOST_VALID: { key: 'valid', type: 'int', direction: 'desc' },
  LATEST: { key: `coalesce(last_received_at, '-infinity')`, type: 'timestamptz', direction: 'desc' },
  NAME: { key: 'name', type: 'text', direction: 'asc' },
} as const;
export type RespondentOrder = keyof typeof RESPONDENT_ORDERS;

export interface RespondentFilter {
  readonly id?: string | undefined;
  readonly search?: string | null | undefined;
  readonly types?: readonly string[] | null | undefined;
  /** At least so many complaints. */
  readonly least?: number | null | undefined;
  /** Instants: complaints received from the one until before the other are counted. */
  readonly from?: string | null | undefined;
  readonly before?: string | null | undefined;
}

/**
 * A page of the register, and one row more that tells whether there is another page. A party whose every complaint is
 * hidden from the reader is hidden with them.
 */
export async function readRespondents(
  database: Database,
  options: {
    readonly actor: TenantActor;
    readonly filter: RespondentFilter;
    readonly order: RespondentOrder;
    readonly first: number;
    readonly after: { readonly key: string; readonly id: string } | undefined;
  },
): Promise<RespondentRow[]> {
  const { actor, filter, order, first, after } = options;
  const counted = new Conditions();
  const open = counted.parameter([...OPEN_STATUSES]);
  onlyVisible(counted, actor);
  if (filter.from) counted.and(`c.received_at >= ${counted.parameter(filter.from)}::timestamptz`);
  if (filter.before) counted.and(`c.received_at < ${counted.parameter(filter.before)}::timestamptz`);
  const about = counted.text;
  // The register's own conditions go on with the same numbering.
  const registered = narrowed(counted, filter);
  const { key, type, direction } = RESPONDENT_ORDERS[order];
  const than = direction === 'desc' ? '<' : '>';
  const place = after
    ? `and (${key}, id) ${than} (${counted.parameter(after.key)}::${type}, ${counted.parameter(after.id)}::uuid)`
    : '';
  const least = counted.parameter(Math.max(1, filter.least ?? 1));
  const limit = counted.parameter(first + 1);
  const text = `
    with history as (
      select r.id, r.name, r.type, r.licence, count(c.id)::int as complaints,
        (count(c.id) filter (where c.status = any(${open}::text[])))::int as open,
        (count(c.id) filter (where c.dimensions ->> 'validity' = 'VALID'))::int as valid,
        (count(c.id) filter (where c.dimensions ->> 'sanctioned' = 'YES'))::int as sanctioned,
        max(c.received_at) as last_received_at
      from respondent r
      left join complaint c on c.tenant_id = r.tenant_id and c.respondent_id = r.id and ${about}
      where ${registered} group by r.tenant_id, r.id
    ),
    page as (
      select *, (${key})::text as sort_key from history where complaints >= ${least}::int ${place}
      order by ${key} ${direction}, id ${direction} limit ${limit}::int
    )
    select page.*, (
      select json_agg(json_build_object('year', year, 'complaints', complaints, 'valid', valid) order by year desc)
      from (
        select extract(year from c.received_at at time zone 'Asia/Shanghai')::int as year, count(*)::int as complaints,
          (count(*) filter (where c.dimensions ->> 'validity' = 'VALID'))::int as valid
        from complaint c where c.respondent_id = page.id and ${about} group by 1
      ) as by_year
    ) as years
    from page order by ${order === 'NAME' ? 'name' : key} ${direction}, id ${direction}`;
  return database.readInTenant<RespondentRow & Record<string, unknown>>(actor, {
    text,
    values: counted.values,
  });
}

function narrowed(where: Conditions, { id, search, types }: RespondentFilter): string {
  const parts: string[] = [];
  if (id) parts.push(`r.id = ${where.parameter(id)}::uuid`);
  if (types) parts.push(`r.type = any(${where.parameter([...types])}::text[])`);
  if (search?.trim()) {
    const escaped = search.trim().replace(/[\\%_]/g, (character) => `\\${character}`);
    parts.push(`r.name ilike ${where.parameter(`%${escaped}%`)}`);
  }
  return parts.length === 0 ? 'true' : parts.join(' and ');
}
