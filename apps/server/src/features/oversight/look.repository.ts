import type { CaseChoice, OversightActor, PeriodChoice, TenantActor } from '@huiyin/domain';
import { v7 as uuidv7 } from 'uuid';
import type { Database } from '../../tenancy/database.ts';
import { GRANT_COLUMNS, type GrantRow } from './across.repository.ts';

/** What somebody asked to see: the figures of a period, a list of cases, or one case by its number. */
export type Asked =
  | { readonly period: PeriodChoice; readonly cases?: CaseChoice }
  | { readonly period?: undefined; readonly number: string };

/** A look at an organisation. */
export interface LookRow {
  readonly id: string;
  readonly at: Date;
  readonly name: string;
  readonly asked: Asked;
  readonly sort_key: string;
}

/** Writes down, at each organisation that was looked at, who looked and what they asked. Never changed afterwards. */
export function recordLook(
  database: Database,
  actor: OversightActor,
  look: { readonly tenantIds: readonly string[]; readonly asked: Asked },
): Promise<void> {
  const asked = JSON.stringify(look.asked);
  return database.inEachTenant(look.tenantIds, (tenantId) => ({
    name: 'oversight.record-look',
    text: `insert into oversight_look (tenant_id, id, at, user_id, name, asked)
      values ($1, $2, now(), $3, $4, $5::jsonb)`,
    values: [tenantId, uuidv7(), actor.userId, actor.name, asked],
  }));
}

/** Looks at the reader's organisation, newest first, and one more than asked for. */
export function readLooks(
  database: Database,
  actor: TenantActor,
  { first, after }: { readonly first: number; readonly after: { readonly key: string; readonly id: string } },
): Promise<LookRow[]> {
  return database.readInTenant<LookRow & Record<string, unknown>>(actor, {
    name: 'oversight.looks',
    text: `select id, at, name, asked, at::text as sort_key from oversight_look
      where (at, id) < ($1::timestamptz, $2::uuid) order by at desc, id desc limit $3`,
    values: [after.key, after.id, first + 1],
  });
}

/** One look at the reader's organisation. */
export async function findLook(
  database: Database,
  actor: TenantActor,
  id: string,
): Promise<LookRow | undefined> {
  const [row] = await database.readInTenant<LookRow & Record<string, unknown>>(actor, {
    name: 'oversight.look',
    text: 'select id, at, name, asked, at::text as sort_key from oversight_look where id = $1',
    values: [id],
  });
  return row;
}

/** A grant that an organisation is seen by. */
export interface GrantOnOrganization extends GrantRow {
  /** Who may look. */
  readonly user_id: string;
  readonly name: string;
  readonly revoked_at: Date | null;
}

/** Every grant that reaches an organisation, those that have ended among them, newest first. */
export function grantsOn(
  database: Database,
  organization: { readonly tenantId: string; readonly sector: string; readonly region: string },
): Promise<GrantOnOrganization[]> {
  const { tenantId, sector, region } = organization;
  return database.asPlatform((query) =>
    query<GrantOnOrganization & Record<string, unknown>>({
      name: 'oversight.grants-on',
      text: `select ${GRANT_COLUMNS}, g.user_id, u.name, g.revoked_at
        from oversight_grant g join identity."user" u on u.id = g.user_id
        where (g.tenant_id is null or g.tenant_id = $1) and (g.sector is null or g.sector = $2)
          and (g.region is null or starts_with($3, g.region))
        order by g.starts_at desc, g.id desc`,
      values: [tenantId, sector, region],
    }),
  );
}

/** When each of those who looked at the reader's organisation did so last, by account. */
export async function lastLooks(database: Database, actor: TenantActor): Promise<ReadonlyMap<string, Date>> {
  const rows = await database.readInTenant<{ user_id: string; at: Date }>(actor, {
    name: 'oversight.last-looks',
    text: 'select user_id, max(at) as at from oversight_look group by user_id',
    values: [],
  });
  return new Map(rows.map((row) => [row.user_id, row.at]));
}
