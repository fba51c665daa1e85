import type { Attendance, TrainingClass, TrainingCounts, TrainingSession } from '@huiyin/domain';
import { trainingCounts } from '../../casework/training-counts.ts';
import type { Statement } from '../../tenancy/database.ts';
import type { TenantTransaction } from '../../tenancy/tenant-transaction.ts';

export interface TrainingRow extends TrainingSession {
  readonly id: string;
  readonly version: number;
  readonly complaintId: string | null;
  /** `null` too where the complaint is not for everybody to know of. */
  readonly complaintNumber: string | null;
}

/** A certificate with its last day. */
export interface CertificateRow {
  readonly sessionId: string;
  readonly trainingClass: TrainingClass;
  readonly memberId: string | null;
  readonly name: string;
  readonly certificate: string;
  readonly expiresOn: string;
}

interface Span {
  readonly from: string;
  readonly to: string;
}

/** An office holds hundreds in a year; figures count all of them. */
export const MOST_SESSIONS = 2_000;

const ATTENDANCES = `(select coalesce(json_agg(json_strip_nulls(json_build_object('memberId', a.member_id, 'name', a.name,
    'experience', a.experience, 'assessment', a.assessment, 'certificate', a.certificate, 'expiresOn', a.expires_on))
    order by a.place), '[]')
  from training_attendance a where a.tenant_id = s.tenant_id and a.session_id = s.id)`;
const SESSION = `s.class as "trainingClass", s.topic, s.held_on::text as "heldOn",
  s.tenths_of_hours as "tenthsOfHours", s.trainer, ${ATTENDANCES} as attendances`;

/** The sessions of a span of days, latest first. */
export function sessionsStatement({ from, to }: Span): Statement {
  return {
    name: 'training.sessions',
    text: `select s.id, s.version, ${SESSION}, case when not c.restricted then s.complaint_id end as "complaintId",
        case when not c.restricted then c.number end as "complaintNumber"
      from training_session s left join complaint c on c.tenant_id = s.tenant_id and c.id = s.complaint_id
      where s.held_on between $1::date and $2::date order by s.held_on desc, s.id desc limit ${MOST_SESSIONS}`,
    values: [from, to],
  };
}

export function countsStatement({ from, to }: Span): Statement {
  return { name: 'training.counts', text: trainingCounts({ from: '$1', to: '$2' }), values: [from, to] };
}

/** Certificates whose last day lies in a span and that were not got again for longer, the next to end first. */
export function certificatesStatement({ from, to }: Span): Statement {
  return {
    name: 'training.certificates',
    text: `select s.id as "sessionId", s.class as "trainingClass", a.member_id as "memberId", a.name, a.certificate,
        a.expires_on::text as "expiresOn"
      from training_attendance a join training_session s on s.tenant_id = a.tenant_id and s.id = a.session_id
      where a.expires_on between $1::date and $2::date
        and not exists (select from training_attendance n where n.tenant_id = a.tenant_id
          and (n.name = a.name or n.member_id = a.member_id)
          and n.certificate = a.certificate and n.expires_on > a.expires_on)
      order by a.expires_on, a.name, s.id limit ${MOST_SESSIONS}`,
    values: [from, to],
  };
}

export type CountsRow = TrainingCounts & Record<string, unknown>;

export interface StoredSession extends TrainingSession {
  readonly id: string;
  readonly complaintId: string | undefined;
}

/** Writes a session with everybody in it. */
export async function writeSession(
  tx: TenantTransaction,
  { session, isNew }: { readonly session: StoredSession; readonly isNew: boolean },
): Promise<void> {
  const { id, trainingClass, topic, heldOn, tenthsOfHours, trainer, complaintId = null } = session;
  const values = [tx.tenantId, id, trainingClass, topic, heldOn, tenthsOfHours, trainer, complaintId];
  await tx.query(
    isNew
      ? {
          name: 'training.add',
          text: `insert into training_session
              (tenant_id, id, class, topic, held_on, tenths_of_hours, trainer, complaint_id)
            values ($1, $2, $3, $4, $5, $6, $7, $8)`,
          values,
        }
      : {
          name: 'training.change',
          text: `update training_session set class = $3, topic = $4, held_on = $5, tenths_of_hours = $6, trainer = $7,
              complaint_id = $8, version = version + 1
            where tenant_id = $1 and id = $2`,
          values,
        },
  );
  if (!isNew) {
    await tx.query({
      name: 'training.clear',
      text: 'delete from training_attendance where tenant_id = $1 and session_id = $2',
      values: [tx.tenantId, id],
    });
  }
  await addAttendances(tx, { id, attendances: session.attendances, after: 0 });
}

/** Adds people to a session, after those who stand there. A member goes by the name they have here. */
export async function addAttendances(
  tx: TenantTransaction,
  added: { readonly id: string; readonly attendances: readonly Attendance[]; readonly after: number },
): Promise<void> {
  const { id, attendances, after } = added;
  const records = attendances.map(({ memberId, expiresOn, ...attendance }, index) => ({
    ...{ ...attendance, member_id: memberId, expires_on: expiresOn, place: after + index },
  }));
  await tx.query({
    name: 'training.attend',
    text: `insert into training_attendance
        (tenant_id, session_id, place, member_id, name, experience, assessment, certificate, expires_on)
      select $1, $2, a.place, a.member_id, coalesce(m.name, a.name), a.experience, a.assessment, a.certificate,
        a.expires_on
      from jsonb_to_recordset($3::jsonb) as a (place integer, member_id uuid, name text, experience text,
        assessment text, certificate text, expires_on date)
      left join member m on m.tenant_id = $1 and m.id = a.member_id`,
    values: [tx.tenantId, id, JSON.stringify(records)],
  });
}

/** Takes a session away with everybody in it; its topic. */
export async function removeSession(tx: TenantTransaction, id: string): Promise<string> {
  const [removed] = await tx.query<{ topic: string }>({
    name: 'training.remove',
    text: 'delete from training_session where tenant_id = $1 and id = $2 returning topic',
    values: [tx.tenantId, id],
  });
  return removed?.topic ?? '';
}

/** Which of the members named there are. */
export async function knownMembers(
  tx: TenantTransaction,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await tx.query<{ id: string }>({
    name: 'training.members',
    text: 'select id from member where tenant_id = $1 and id = any($2::uuid[])',
    values: [tx.tenantId, ids],
  });
  return new Set(rows.map(({ id }) => id));
}
