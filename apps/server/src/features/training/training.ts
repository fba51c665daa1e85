import {
  addDays,
  canInOffice,
  everyClass,
  localDateOf,
  NO_SUCH_THING,
  type Refusal,
  sessionProblems,
  type TenantActor,
  type TrainingCounts,
  type TrainingSession,
} from '@huiyin/domain';
import { v7 as uuidv7 } from 'uuid';
import { Conditions } from '../../casework/conditions.ts';
import type { Offices } from '../../casework/office.ts';
import { recordOfficeEvent } from '../../casework/office-events.ts';
import { type Answered, type Keyed, once } from '../../casework/once.ts';
import { type Versioned, whyNotChange } from '../../casework/versions.ts';
import { onlyVisible } from '../../casework/visibility.ts';
import type { Database } from '../../tenancy/database.ts';
import type { TenantTransaction } from '../../tenancy/tenant-transaction.ts';
import {
  type CertificateRow,
  type CountsRow,
  certificatesStatement,
  countsStatement,
  knownMembers,
  removeSession,
  sessionsStatement,
  type TrainingRow,
  writeSession,
} from './training.repository.ts';

/** A certificate stands on the list so long before its last day, and so long after it. */
const SHOWN_DAYS = 90;

export interface TrainingInput extends TrainingSession {
  /** Absent: a new one. */
  readonly id: string | undefined;
  readonly complaintId: string | undefined;
}

/** What a complaints centre teaches its people. */
export class Trainings {
  readonly #database: Database;
  readonly #offices: Offices;

  constructor(options: { readonly database: Database; readonly offices: Offices }) {
    this.#database = options.database;
    this.#offices = options.offices;
  }

  /** Sessions and figures of a span of days, and the certificates that call for attention today. */
  async read(
    actor: TenantActor,
    span: { readonly from: string; readonly to: string },
  ): Promise<{
    readonly sessions: readonly TrainingRow[];
    readonly classes: readonly TrainingCounts[];
    readonly due: readonly CertificateRow[];
  }> {
    const today = await this.#today(actor);
    const around = { from: addDays(today, -SHOWN_DAYS), to: addDays(today, SHOWN_DAYS) };
    const [sessions = [], counts = [], due = []] = await this.#database.readAllInTenant(actor, [
      ...[sessionsStatement(span), countsStatement(span), certificatesStatement(around)],
    ]);
    return {
      sessions: sessions as unknown as readonly TrainingRow[],
      classes: everyClass(counts as unknown as readonly CountsRow[]),
      due: due as unknown as readonly CertificateRow[],
    };
  }

  /** Writes a session down, or changes one; its id. */
  async save(
    actor: TenantActor,
    { input, version, key }: Keyed & Versioned & { readonly input: TrainingInput },
  ): Promise<Answered<string>> {
    if (!canInOffice(actor, 'recordTraining')) return { ok: false, refusals: [FORBIDDEN] };
    const refusals = sessionProblems(input, await this.#today(actor));
    if (refusals.length > 0) return { ok: false, refusals };
    return this.#database.inTenant(actor, (tx) =>
      once<string>(tx, { actor, key, asked: ['training', input] }, async () => {
        const { id: given } = input;
        const stale = given && (await whyNotChange(tx, { table: 'training_session', id: given, version }));
        const problem = stale || (await unknownReferences(tx, { actor, input }));
        if (problem) return { ok: false, refusals: [problem] };
        const { topic, trainingClass, heldOn } = input;
        const isNew = given === undefined;
        const session = { ...input, id: given ?? uuidv7() };
        await writeSession(tx, { session, isNew });
        await recordOfficeEvent(tx, {
          ...{ actor, kind: isNew ? 'TRAINING_RECORDED' : 'TRAINING_CHANGED', subject: topic },
          after: { trainingClass, heldOn, people: input.attendances.length },
        });
        return { ok: true, answer: session.id };
      }),
    );
  }

  /** Takes away a session that was written down by mistake. */
  async remove(
    actor: TenantActor,
    { id, version, key }: Keyed & Versioned & { readonly id: string },
  ): Promise<Answered<null>> {
    if (!canInOffice(actor, 'recordTraining')) return { ok: false, refusals: [FORBIDDEN] };
    return this.#database.inTenant(actor, (tx) =>
      once<null>(tx, { actor, key, asked: ['training-remove', id] }, async () => {
        const stale = await whyNotChange(tx, { table: 'training_session', id, version });
        if (stale) return { ok: false, refusals: [stale] };
        const subject = await removeSession(tx, id);
        await recordOfficeEvent(tx, { actor, kind: 'TRAINING_REMOVED', subject });
        return { ok: true, answer: null };
      }),
    );
  }

  async #today(actor: TenantActor): Promise<string> {
    const { calendar } = await this.#offices.of(actor);
    return localDateOf(new Date().toISOString(), calendar.timeZone);
  }
}

/** The first thing named that the organisation does not have, or that is no lesson. */
async function unknownReferences(
  tx: TenantTransaction,
  { actor, input }: { readonly actor: TenantActor; readonly input: TrainingInput },
): Promise<Refusal | undefined> {
  const members = [...new Set(input.attendances.flatMap(({ memberId }) => memberId ?? []))];
  if (members.length > 0 && (await knownMembers(tx, members)).size < members.length) {
    return { ...NO_SUCH_THING, field: 'attendances' };
  }
  const { complaintId } = input;
  if (complaintId === undefined) return undefined;
  const where = new Conditions();
  onlyVisible(where, actor);
  // What only few may know of would be known by the session.
  where.and(`c.tenant_id = ${where.parameter(tx.tenantId)} and c.id = ${where.parameter(complaintId)}::uuid
    and not c.restricted`);
  const [found] = await tx.query<{ lessons: number }>({
    text: `select coalesce(jsonb_array_length(c.state -> 'lessons'), 0) as lessons
      from complaint c where ${where.text}`,
    values: where.values,
  });
  if (!found) return { ...NO_SUCH_THING, field: 'complaintId' };
  return found.lessons === 0 ? { ...NO_LESSON, field: 'complaintId' } : undefined;
}

export const FORBIDDEN: Refusal = {
  code: 'FORBIDDEN',
  message: {
    zh: '培训由部门负责人和主管登记。',
    en: 'Training is written down by leads of departments and supervisors.',
  },
};
const NO_LESSON: Refusal = {
  code: 'CONDITION_UNMET',
  message: {
    zh: '该投诉件尚未登记经验教训；请先在投诉件中登记。',
    en: 'No lesson was recorded for this complaint; record it there first.',
  },
};
