import {
  addDays,
  canInOffice,
  LONGEST_NAME,
  localDateOf,
  MOST_PERSON_REQUEST_DAYS,
  NO_SUCH_THING,
  PERSON_REQUEST_DAYS,
  PERSON_REQUEST_LABELS,
  type PersonRequestKind,
  problemWithText,
  RETENTION_RULES,
  type Refusal,
  type StaffActor,
  type SystemActor,
  type TenantActor,
  whyNotErased,
} from '@huiyin/domain';
import { v7 as uuidv7 } from 'uuid';
import type { Casework } from '../../casework/casework.ts';
import type { Office } from '../../casework/office.ts';
import { recordOfficeEvent } from '../../casework/office-events.ts';
import { type Answered, type Keyed, once } from '../../casework/once.ts';
import { phoneDigits } from '../../casework/person.ts';
import type { FileStore } from '../../files/file-store.ts';
import type { Database } from '../../tenancy/database.ts';
import type { TenantTransaction } from '../../tenancy/tenant-transaction.ts';
import {
  type AskedComplaint,
  addRequest,
  completeRequest,
  findComplaints,
  type PersonRequestRow,
  readFates,
  requestsStatement,
  takeRequest,
} from './person-request.repository.ts';
import { eraseFiles } from './retention.repository.ts';

const LONGEST_REASON = 500;

/** Who asks what, by the number that they complained with. */
export interface Asking extends Keyed {
  readonly kind: PersonRequestKind;
  readonly phone: string;
  readonly name?: string | undefined;
  readonly reason: string;
  readonly dueOn?: string | undefined;
}

/** What people ask of their personal data: found across their complaints, provided or erased, each with what became of it. */
export class PersonRequests {
  readonly #database: Database;
  readonly #casework: Casework;
  readonly #files: FileStore;

  constructor(options: {
    readonly database: Database;
    readonly casework: Casework;
    readonly files: FileStore;
  }) {
    this.#database = options.database;
    this.#casework = options.casework;
    this.#files = options.files;
  }

  async list(actor: StaffActor): Promise<readonly PersonRequestRow[]> {
    return this.#database.readInTenant<PersonRequestRow & Record<string, unknown>>(
      actor,
      requestsStatement(actor),
    );
  }

  /** Finds a person across their complaints. It is put on record whoever is found; in confidence, as a look at who they are. */
  async open(actor: TenantActor, asking: Asking): Promise<Answered<string>> {
    if (!mayAnswer(actor)) return FORBIDDEN;
    const { kind, phone, name, reason, dueOn, key } = asking;
    return this.#casework.inOneTransaction(actor, async (tx, office) => {
      const today = todayIn(office);
      const due = dueOn ?? addDays(today, PERSON_REQUEST_DAYS);
      const digits = phoneDigits(phone);
      const problem = problemWith({ name, reason, due, today });
      if (problem || digits === null) return { ok: false, refusals: [problem ?? NO_NUMBER] };
      const asked = ['person-request', kind, digits, name, reason, dueOn];
      return once<string>(tx, { actor, key, asked }, async () => {
        const complaintIds = await this.#reveal(tx, { actor, office, digits, name: name?.trim(), reason });
        const after = { due, complaints: complaintIds.length };
        await recordOfficeEvent(tx, {
          ...{ actor, kind: 'PERSON_SEARCHED', subject: PERSON_REQUEST_LABELS[kind].zh, before: {}, after },
        });
        if (complaintIds.length === 0) return { ok: false, refusals: [NOBODY] };
        const id = uuidv7();
        await addRequest(tx, {
          ...{ id, kind, reason: reason.trim(), due_on: due, opened_by: actor.memberId, complaintIds },
        });
        return { ok: true, answer: id };
      });
    });
  }

  /** Says that what was asked to be seen was handed over. */
  async complete(
    actor: TenantActor,
    { id, key }: Keyed & { readonly id: string },
  ): Promise<Answered<string>> {
    return this.#answer(actor, { id, key, kind: 'ACCESS' }, async (_tx, { complaints }) => complaints);
  }

  /** Erases what may be erased, and says of everything else why it stays. */
  async erase(actor: TenantActor, { id, key }: Keyed & { readonly id: string }): Promise<Answered<string>> {
    return this.#answer(actor, { id, key, kind: 'ERASURE' }, async (tx, { complaints, office }) => {
      const subjects = await readFates(
        tx,
        complaints.map((complaint) => complaint.id),
      );
      const day = { today: todayIn(office), timeZone: office.calendar.timeZone };
      const fates: AskedComplaint[] = [];
      for (const subject of subjects) {
        const kept = whyNotErased(subject, day);
        fates.push({ id: subject.id, ...(kept ?? (await this.#eraseOne(tx, { ...subject, office }))) });
      }
      return fates;
    });
  }

  /** Those who complain in confidence are looked up with the reason in their own history; whoever may not is not told. */
  async #reveal(
    tx: TenantTransaction,
    asked: {
      readonly actor: StaffActor;
      readonly office: Office;
      readonly digits: string;
      readonly name: string | undefined;
      readonly reason: string;
    },
  ): Promise<readonly string[]> {
    const { actor, office, reason } = asked;
    const seen: string[] = [];
    for (const { id, confidential } of await findComplaints(tx, asked)) {
      const command = { type: 'REVEAL', reason } as const;
      const shown =
        !confidential ||
        (await this.#casework.executeIn(tx, { actor, office, call: { complaintId: id, command } })).ok;
      if (shown) seen.push(id);
    }
    return seen;
  }

  async #eraseOne(
    tx: TenantTransaction,
    {
      id,
      files,
      office,
    }: { readonly id: string; readonly files: readonly string[]; readonly office: Office },
  ): Promise<Pick<AskedComplaint, 'fate'>> {
    const actor: SystemActor = {
      kind: 'system',
      tenantId: tx.tenantId,
      task: '个人信息删除申请 / erasure request',
    };
    const months = RETENTION_RULES.PERSONAL_DATA.leastMonths;
    const command = { type: 'ERASE_DATA', what: 'PERSONAL_DATA', months } as const;
    const outcome = await this.#casework.executeIn(tx, { actor, office, call: { complaintId: id, command } });
    if (!outcome.ok) return { fate: 'SEALED' };
    await this.#files.remove(actor, await eraseFiles(tx, { files, of: id }));
    return { fate: 'ERASED' };
  }

  async #answer(
    actor: TenantActor,
    { id, key, kind }: Keyed & { readonly id: string; readonly kind: PersonRequestKind },
    work: (
      tx: TenantTransaction,
      asked: { readonly complaints: readonly AskedComplaint[]; readonly office: Office },
    ) => Promise<readonly AskedComplaint[]>,
  ): Promise<Answered<string>> {
    if (!mayAnswer(actor)) return FORBIDDEN;
    return this.#casework.inOneTransaction(actor, (tx, office) =>
      once<string>(tx, { actor, key, asked: ['person-request-answer', kind, id] }, async () => {
        const request = await takeRequest(tx, { id, memberId: actor.memberId });
        if (request?.kind !== kind) return { ok: false, refusals: [{ ...NO_SUCH_THING, field: 'id' }] };
        const complaints = await work(tx, { complaints: request.complaints, office });
        await completeRequest(tx, { id, complaints });
        const erased = complaints.filter(({ fate }) => fate === 'ERASED').length;
        await recordOfficeEvent(tx, {
          ...{ actor, kind: 'PERSON_ANSWERED', subject: PERSON_REQUEST_LABELS[kind].zh, before: {} },
          after: { complaints: complaints.length, ...(kind === 'ERASURE' ? { erased } : {}) },
        });
        return { ok: true, answer: id };
      }),
    );
  }
}

/** Members alone, whose names stand in the record. */
export function mayAnswer(actor: TenantActor): actor is StaffActor {
  return actor.kind === 'staff' && canInOffice(actor, 'answerPersonRequests');
}

function todayIn({ calendar }: Office): string {
  return localDateOf(new Date().toISOString(), calendar.timeZone);
}

function problemWith(asked: {
  readonly name: string | undefined;
  readonly reason: string;
  readonly due: string;
  readonly today: string;
}): Refusal | undefined {
  const { name, reason, due, today } = asked;
  if (!reason.trim()) return NO_REASON;
  for (const [field, text, longest] of [
    ['reason', reason, LONGEST_REASON],
    ['name', name ?? '', LONGEST_NAME],
  ] as const) {
    const message = problemWithText(text, longest);
    if (message) return { code: 'INVALID', field, message };
  }
  return due < today || due > addDays(today, MOST_PERSON_REQUEST_DAYS) ? NOT_IN_TIME : undefined;
}

const NO_NUMBER: Refusal = {
  code: 'INVALID',
  field: 'phone',
  message: {
    zh: '请填写对方投诉时所留的电话（至少七位）。',
    en: 'Give the telephone they complained with: seven digits at least.',
  },
};
const NO_REASON: Refusal = {
  code: 'INVALID',
  field: 'reason',
  message: { zh: '请说明如何核实申请人身份。', en: 'Say how you made sure who asks.' },
};
const NOT_IN_TIME: Refusal = {
  code: 'INVALID',
  field: 'dueOn',
  message: {
    zh: `答复期限应在今天起 ${MOST_PERSON_REQUEST_DAYS} 日内。`,
    en: `The last day lies within ${MOST_PERSON_REQUEST_DAYS} days from today.`,
  },
};
const NOBODY: Refusal = {
  code: 'NOT_FOUND',
  field: 'phone',
  message: {
    zh: '没有找到留此电话的投诉人。请核对电话和姓名。本次查找已记录。',
    en: 'No complainant with this number was found. Check number and name. That you looked is on record.',
  },
};
const FORBIDDEN = {
  ok: false,
  refusals: [
    {
      code: 'FORBIDDEN',
      message: {
        zh: '个人信息申请由主管办理。',
        en: 'What people ask of their data is answered by supervisors.',
      },
    },
  ],
} as const satisfies Answered<string>;
