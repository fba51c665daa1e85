import { OPEN_STATUSES, type RecordedMoney, type TenantActor } from '@huiyin/domain';
import { Conditions } from '../../casework/conditions.ts';
import { onlyVisible } from '../../casework/visibility.ts';
import type { Database } from '../../tenancy/database.ts';

/** A sanction on a party, in one of the complaints about it. */
export interface SanctionRow {
  readonly complaintId: string;
  readonly number: string;
  readonly sanction: string;
  readonly at: string;
  readonly paidOn: string | null;
  readonly money: RecordedMoney | null;
}

/** A party of the register with its complaint history, as far as the reader may see the complaints. */
export interface RespondentRow {
  readonly id: string;
  readonly name: string;
  readonly type: string | null;
  readonly licence: string | null;
  readonly credit_code: string | null;
  readonly complaints: number;
  readonly open: number;
  readonly valid: number;
  readonly sanctioned: number;
  /** Received within the days of the sector's rule for repeat offenders, and of these found valid. */
  readonly recent: number;
  readonly recent_valid: number;
  readonly last_received_at: Date | null;
  readonly years:
    | readonly { readonly year: number; readonly complaints: number; readonly valid: number }[]
    | null;
  readonly categories:
    | readonly { readonly code: string | null; readonly complaints: number; readonly valid: number }[]
    | null;
  readonly other_names: readonly { readonly name: string; readonly type: string | null }[] | null;
  readonly sanctions: readonly SanctionRow[] | null;
  readonly sort_key: string;
}

export const RESPONDENT_ORDERS = {
  MOST_COMPLAINTS: { key: 'complaints', type: 'int', direction: 'desc' },
  MOST_RECENT_COMPLAINTS: { key: 'recent', type: 'int', direction: 'desc' },
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
  /** Only those with so many recent complaints, or so many of them valid. */
  readonly repeated?: { readonly received: number; readonly valid: number } | undefined;
}

const VALID = `c.dimensions ->> 'validity' = 'VALID'`;
/** The complaints `c` about the party of the page, however it was called. */
const ABOUT_IT = `respondent n join complaint c on c.tenant_id = n.tenant_id and c.respondent_id = n.id
  where (n.id = page.id or n.merged_into = page.id)`;

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
    /** What is received from this instant on is recent. */
    readonly recentFrom: string;
  },
): Promise<RespondentRow[]> {
  const { actor, filter, order, first, after, recentFrom } = options;
  const counted = new Conditions();
  onlyVisible(counted, actor);
  const visible = counted.text;
  if (filter.from) counted.and(`c.received_at >= ${counted.parameter(filter.from)}::timestamptz`);
  if (filter.before) counted.and(`c.received_at < ${counted.parameter(filter.before)}::timestamptz`);
  const about = counted.text;
  // The register's own conditions go on with the same numbering.
  const open = `c.status = any(${counted.parameter([...OPEN_STATUSES])}::text[])`;
  const recent = `c.received_at >= ${counted.parameter(recentFrom)}::timestamptz`;
  const registered = narrowed(counted, filter);
  const { key, type, direction } = RESPONDENT_ORDERS[order];
  const than = direction === 'desc' ? '<' : '>';
  const shown = [`complaints >= ${counted.parameter(Math.max(1, filter.least ?? 1))}::int`];
  if (filter.repeated) {
    const { received, valid } = filter.repeated;
    shown.push(
      `(recent >= ${counted.parameter(received)}::int or recent_valid >= ${counted.parameter(valid)}::int)`,
    );
  }
  if (after) {
    const place = `(${counted.parameter(after.key)}::${type}, ${counted.parameter(after.id)}::uuid)`;
    shown.push(`(${key}, id) ${than} ${place}`);
  }
  const limit = counted.parameter(first + 1);
  const count = (...conditions: readonly string[]) =>
    `(count(c.id) filter (where ${conditions.join(' and ')}))::int`;
  const text = `
    with history as (
      select r.id, r.name, r.type, r.licence, r.credit_code, ${count(about)} as complaints,
        ${count(about, open)} as open, ${count(about, VALID)} as valid,
        ${count(about, `c.dimensions ->> 'sanctioned' = 'YES'`)} as sanctioned,
        ${count(recent)} as recent, ${count(recent, VALID)} as recent_valid,
        max(c.received_at) filter (where ${about}) as last_received_at
      from respondent r
      join respondent n on n.tenant_id = r.tenant_id and (n.id = r.id or n.merged_into = r.id)
      left join complaint c on c.tenant_id = n.tenant_id and c.respondent_id = n.id and ${visible}
      where r.merged_into is null and ${registered} group by r.tenant_id, r.id
    ),
    page as (
      select *, (${key})::text as sort_key from history where ${shown.join(' and ')}
      order by ${key} ${direction}, id ${direction} limit ${limit}::int
    )
    select page.*, (
      select json_agg(json_build_object('year', year, 'complaints', complaints, 'valid', valid) order by year desc)
      from (
        select extract(year from c.received_at at time zone 'Asia/Shanghai')::int as year, count(*)::int as complaints,
          ${count(VALID)} as valid
        from ${ABOUT_IT} and ${about} group by 1
      ) as by_year
    ) as years, (
      select json_agg(json_build_object('code', category, 'complaints', complaints, 'valid', valid)
        order by complaints desc, category)
      from (
        select c.category, count(*)::int as complaints, ${count(VALID)} as valid
        from ${ABOUT_IT} and ${about} group by 1
      ) as by_category
    ) as categories, (
      select json_agg(json_build_object('name', n.name, 'type', n.type) order by n.name, n.type)
      from respondent n where n.merged_into = page.id
    ) as other_names, (
      select json_agg(json_build_object('complaintId', c.id, 'number', c.number, 'sanction', item ->> 'sanction',
          'at', item ->> 'at', 'paidOn', item ->> 'paidOn', 'money', item -> 'money') order by item ->> 'at' desc)
      from ${SANCTIONS_ON_IT} and ${visible}
    ) as sanctions
    from page order by ${order === 'NAME' ? 'name' : key} ${direction}, id ${direction}`;
  return database.readInTenant<RespondentRow & Record<string, unknown>>(actor, {
    text,
    values: counted.values,
  });
}

/** A sanction that names another party is not its own, in whosever complaint it was imposed. */
const SANCTIONS_ON_IT = `respondent n
  join complaint c on c.tenant_id = n.tenant_id and c.respondent_id = n.id
  join complaint_fact f on f.tenant_id = c.tenant_id and f.complaint_id = c.id and f.measure = 'SANCTION'
  join lateral jsonb_array_elements(c.state -> 'sanctions') as item on f.key = 'sanction:' || (item ->> 'id')
  where (n.id = page.id or n.merged_into = page.id) and (item ->> 'party' is null or item ->> 'party' = page.name
    or item ->> 'party' in (select o.name from respondent o where o.merged_into = page.id))`;

function narrowed(where: Conditions, { id, search, types }: RespondentFilter): string {
  const parts: string[] = [];
  if (id) parts.push(`r.id = ${where.parameter(id)}::uuid`);
  if (types) parts.push(`r.type = any(${where.parameter([...types])}::text[])`);
  if (search?.trim()) {
    const escaped = search.trim().replace(/[\\%_]/g, (character) => `\\${character}`);
    const like = where.parameter(`%${escaped}%`);
    parts.push(`(r.licence ilike ${like} or r.credit_code ilike ${like} or exists (select from respondent s
      where s.tenant_id = r.tenant_id and (s.id = r.id or s.merged_into = r.id) and s.name ilike ${like}))`);
  }
  return parts.length === 0 ? 'true' : parts.join(' and ');
}
