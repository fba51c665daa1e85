import {
  type ComplaintState,
  LONGEST_NAME,
  localDateOf,
  problemWithText,
  type Refusal,
  type TenantActor,
} from '@huiyin/domain';
import { v7 as uuidv7 } from 'uuid';
import type { TenantTransaction } from '../tenancy/tenant-transaction.ts';
import type { Outcome, RegistrationCall } from './calls.ts';
import { addComplaints, formatNumber, takeNumbers } from './complaint.repository.ts';
import { relive } from './decision.ts';
import { authorOf, chain } from './event-chain.ts';
import type { Office } from './office.ts';
import { addComplainants, addRespondents, findInRegisters } from './people.repository.ts';
import { ofDepartment, People } from './people.ts';
import { complainantProblems, hasWords } from './person.ts';
import { unknownReferences } from './references.ts';

type Decided = Extract<ReturnType<typeof relive>, { ok: true }>;

/** A registration that was decided and waits for its number. */
interface Draft {
  readonly call: RegistrationCall;
  readonly complainantName: string | null;
  readonly decided: Decided;
  readonly year: number;
}

/**
 * Registers complaints with their histories in the caller's transaction, one or many in the same few statements. Each
 * is taken in whole or refused, whatever becomes of the others; outcomes come in the order of the calls. Everything is
 * decided before anything is written: a refusal takes no number and adds no person.
 */
export async function registerAll(
  tx: TenantTransaction,
  options: {
    readonly actor: TenantActor;
    readonly office: Office;
    readonly calls: readonly RegistrationCall[];
  },
): Promise<Outcome[]> {
  const { actor, office, calls } = options;
  const now = new Date().toISOString();
  const people = new People(await findInRegisters(tx, calls));
  const outcomes: (Outcome | Draft)[] = [];
  for (const call of calls) {
    const refusals = [...personProblems(call, actor), ...(await unknownReferences(tx, call.command))];
    const { complaintId: id = uuidv7(), history: steps = [], historic = false } = call;
    const identified = people.identify(ofDepartment(call, office));
    const decided =
      refusals.length > 0
        ? ({ ok: false, refusals } as const)
        : relive({ id, command: identified.command, steps, actor, office, historic });
    if (!decided.ok) {
      outcomes.push({ ok: false, refusals: decided.refusals });
      continue;
    }
    people.take(identified, decided.state);
    const { complainantName } = identified;
    const year = Number(localDateOf(call.command.receivedAt).slice(0, 4));
    outcomes.push({ call, complainantName, decided, year });
  }
  const drafts = outcomes.filter((outcome): outcome is Draft => 'decided' in outcome);
  await addRespondents(tx, people.newRespondents, now);
  addComplainants(tx, people.newComplainants, now);
  const registered = await write(tx, { drafts, actor, office, now });
  return outcomes.map((outcome) =>
    'decided' in outcome
      ? { ok: true, complaint: registered.get(outcome) ?? outcome.decided.state }
      : outcome,
  );
}

/** Numbers the drafts in their order and writes them. */
async function write(
  tx: TenantTransaction,
  options: {
    readonly drafts: readonly Draft[];
    readonly actor: TenantActor;
    readonly office: Office;
    readonly now: string;
  },
): Promise<ReadonlyMap<Draft, ComplaintState>> {
  const { drafts, actor, office, now } = options;
  const { sector, settings } = office;
  const next = await takeNumbers(
    tx,
    drafts.map(({ year }) => year),
  );
  const author = authorOf(actor);
  const registered = new Map<Draft, ComplaintState>();
  const additions = drafts.map((draft) => {
    const { decided, year, call, complainantName } = draft;
    const number = formatNumber(settings.numberPrefix, year, next(year));
    const after = { ...decided.state, number };
    registered.set(draft, after);
    const numbered = decided.events.map((event) =>
      event.type === 'REGISTERED' ? { ...event, data: { ...event.data, number } } : event,
    );
    const head = { seq: 0, hash: null };
    const events = chain({
      complaintId: after.id,
      events: numbered,
      head,
      actor: author,
      recordedAt: now,
      sector,
    });
    return { after, events, externalNumber: call.externalNumber?.trim() || null, complainantName };
  });
  addComplaints(tx, { additions, sector, settings });
  return registered;
}

/** What is wrong with who complains: by name or in confidence, they are known by something. */
function personProblems(call: RegistrationCall, actor: TenantActor): Refusal[] {
  const { command, complainant, complainantId, externalNumber = '', historic } = call;
  const problems = complainantProblems(complainant);
  const number = problemWithText(externalNumber, LONGEST_NAME);
  if (number) problems.push({ code: 'INVALID', field: 'externalNumber', message: number });
  const known = hasWords(complainant) || complainantId !== undefined || command.disclosure === 'ANONYMOUS';
  if (!known && !historic && actor.kind !== 'system') problems.push(WHO_COMPLAINS);
  return problems;
}

const WHO_COMPLAINS: Refusal = {
  code: 'REQUIRED',
  field: 'complainant',
  message: {
    zh: '请填写投诉人的姓名或联系方式；不愿透露的，请选择匿名。',
    en: 'Give the complainant’s name or contact; where they give neither, it is anonymous.',
  },
};
