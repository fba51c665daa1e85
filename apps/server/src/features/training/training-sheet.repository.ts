import { type Attendance, sessionKey, type TrainingSession } from '@huiyin/domain';
import type { TenantTransaction } from '../../tenancy/tenant-transaction.ts';
import { addAttendances } from './training.repository.ts';

/** A session that stands here already, with the names in it. */
export interface KnownSession {
  readonly id: string;
  readonly names: readonly string[];
}

/** The sessions written down on the days named, by what tells them apart. */
export async function sessionsOn(
  tx: TenantTransaction,
  days: readonly string[],
): Promise<ReadonlyMap<string, KnownSession>> {
  const rows = await tx.query<Omit<TrainingSession, 'attendances'> & KnownSession & Record<string, unknown>>({
    name: 'training.on-days',
    text: `select s.id, s.class as "trainingClass", s.topic, s.held_on::text as "heldOn",
        s.tenths_of_hours as "tenthsOfHours", s.trainer,
        array(select a.name from training_attendance a
          where a.tenant_id = s.tenant_id and a.session_id = s.id order by a.place) as names
      from training_session s where s.tenant_id = $1 and s.held_on = any($2::date[]) order by s.id desc`,
    values: [tx.tenantId, days],
  });
  return new Map(rows.map((row) => [sessionKey(row), { id: row.id, names: row.names }]));
}

/** Adds people to a session that stands here: whoever has it open learns that it has moved on. */
export async function addToSession(
  tx: TenantTransaction,
  { session, attendances }: { readonly session: KnownSession; readonly attendances: readonly Attendance[] },
): Promise<void> {
  if (attendances.length === 0) return;
  const { id, names } = session;
  await tx.query({
    name: 'training.moves-on',
    text: 'update training_session set version = version + 1 where tenant_id = $1 and id = $2',
    values: [tx.tenantId, id],
  });
  await addAttendances(tx, { id, attendances, after: names.length });
}

/** Members by their names, where a name is that of one alone. */
export async function membersByName(tx: TenantTransaction): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.query<{ name: string; id: string }>({
    name: 'training.by-name',
    text: `select name, min(id::text) as id from member where tenant_id = $1 and active
      group by name having count(*) = 1`,
    values: [tx.tenantId],
  });
  return new Map(rows.map(({ name, id }) => [name, id]));
}

/** Two takings in of the same sheet wait for one another: the second finds what the first wrote. */
export async function oneAtATime(tx: TenantTransaction): Promise<void> {
  await tx.query({
    name: 'training.lock',
    text: "select pg_advisory_xact_lock(hashtextextended('training ' || $1::text, 0))",
    values: [tx.tenantId],
  });
}
