import type { OversightLevel } from '@huiyin/domain';
import { v7 as uuidv7 } from 'uuid';
import type { Database, PlatformQuery } from '../tenancy/database.ts';

/** What somebody is to see across organisations: whatever is named narrows, nothing named is everything. */
export interface NewGrant {
  readonly userId: string;
  /** Absent: figures alone. */
  readonly level?: OversightLevel | undefined;
  /** Of a grant that shows cases: only those received on these days, both inclusive. */
  readonly casesFrom?: string | undefined;
  readonly casesUntil?: string | undefined;
  /** The beginning of GB/T 2260 codes: two digits a province, four a city, six a county. */
  readonly region?: string | undefined;
  readonly sector?: string | undefined;
  /** One organisation alone. */
  readonly tenantId?: string | undefined;
  /** Instants; from now on, and until it is revoked, where absent. */
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  /** The regulation it rests on; absent: the organisation named grants it of its own will. */
  readonly regulation?: string | undefined;
  /** Who granted it, by name. */
  readonly grantedBy: string;
}

/** Grants oversight from now on, or from the day given; the grant's id. */
export function grantOversight(database: Database, grant: NewGrant): Promise<string> {
  return database.asPlatform((query) => addGrant(query, grant));
}

/** The same within whatever else is written. */
export async function addGrant(query: PlatformQuery, grant: NewGrant): Promise<string> {
  const { userId, level = 'AGGREGATE', casesFrom, casesUntil } = grant;
  const { region, sector, tenantId, from, until, regulation, grantedBy } = grant;
  const id = uuidv7();
  await query({
    text: `insert into oversight_grant (id, user_id, level, cases_from, cases_until, region, sector, tenant_id,
        starts_at, ends_at, basis, regulation, granted_by)
      values ($1, $2, $3, $4, $5, $6, $7, $8, coalesce($9::timestamptz, now()), $10, $11, $12, $13)`,
    values: [
      ...[id, userId, level, casesFrom ?? null, casesUntil ?? null, region ?? null, sector ?? null],
      ...[tenantId ?? null, from ?? null, until ?? null],
      ...[regulation === undefined ? 'ORGANIZATION' : 'LAW', regulation ?? null, grantedBy],
    ],
  });
  return id;
}

/** Takes back, from this moment on, what somebody was granted; how many grants that ended. */
export async function revokeOversight(database: Database, userId: string): Promise<number> {
  const revoked = await database.asPlatform((query) =>
    query({
      text: `update oversight_grant set revoked_at = now()
        where user_id = $1 and revoked_at is null and (ends_at is null or ends_at > now()) returning id`,
      values: [userId],
    }),
  );
  return revoked.length;
}

/** Whether somebody was ever granted anything, and whether some of it holds now. */
export async function oversightOf(
  database: Database,
  userId: string,
): Promise<{ readonly ever: boolean; readonly now: boolean }> {
  const [row] = await database.asPlatform((query) =>
    query<{ ever: boolean; now: boolean }>({
      name: 'identity.oversight',
      text: `select count(*) > 0 as ever, coalesce(bool_or(
          revoked_at is null and starts_at <= now() and (ends_at is null or now() < ends_at)), false) as now
        from oversight_grant where user_id = $1`,
      values: [userId],
    }),
  );
  return row ?? { ever: false, now: false };
}
