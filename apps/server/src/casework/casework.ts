import { createHash, randomUUID } from 'node:crypto';
import {
  type Command,
  type ComplaintState,
  type Decision,
  decide,
  isHidden,
  type Refusal,
  type TenantActor,
} from '@huiyin/domain';
import canonicalize from 'canonicalize';
import type { Database } from '../tenancy/database.ts';
import type { TenantTransaction } from '../tenancy/tenant-transaction.ts';
import type { CommandCall, Outcome, RegistrationCall } from './calls.ts';
import { type LoadedComplaint, loadForChange, writeComplaint } from './complaint.repository.ts';
import { identityInDocument } from './confidential-documents.ts';
import { correctionOf } from './correction.ts';
import { contextOf, relive } from './decision.ts';
import { eraseWords } from './erasure.ts';
import { authorOf, chain } from './event-chain.ts';
import {
  type Call,
  findRepeatedCall,
  KEY_USED_OTHERWISE,
  problemWithKey,
  rememberCall,
} from './idempotency.repository.ts';
import { type Office, Offices } from './office.ts';
import { complainantProblems } from './person.ts';
import { unknownReferences } from './references.ts';
import { registerAll } from './registration.ts';

/**
 * The one write path. Every change of a complaint, whoever asks for it (a person, an import, a timer, a transfer),
 * goes through here: load and lock, decide, and write events, row, facts, rollup and outbox in one transaction.
 */
export class Casework {
  readonly #database: Database;
  readonly offices: Offices;

  constructor(database: Database, offices: Offices = new Offices(database)) {
    this.#database = database;
    this.offices = offices;
  }

  /** Carries out one command in a transaction of its own. */
  async execute(actor: TenantActor, call: CommandCall): Promise<Outcome> {
    const office = await this.offices.of(actor);
    return this.#database.inTenant(actor, (tx) => this.executeIn(tx, { actor, office, call }));
  }

  /** Registers a complaint in a transaction of its own. */
  async register(actor: TenantActor, call: RegistrationCall): Promise<Outcome> {
    const office = await this.offices.of(actor);
    return this.#database.inTenant(actor, (tx) => this.registerIn(tx, { actor, office, call }));
  }

  /**
   * Several commands as one call, in one transaction: all, or at the first refusal none. The call is known again by its
   * key and by what was asked, and then gives the complaint that it gave the first time.
   */
  async together(
    actor: TenantActor,
    options: {
      readonly idempotencyKey?: string | undefined;
      readonly asked: unknown;
      readonly work: (tx: TenantTransaction, office: Office) => Promise<Outcome>;
    },
  ): Promise<Outcome> {
    const { idempotencyKey, asked, work } = options;
    const problem = problemWithKey(idempotencyKey);
    if (problem) return { ok: false, refusals: [problem] };
    const office = await this.offices.of(actor);
    const keyed = callOf(actor, idempotencyKey, asked);
    try {
      return await this.#database.inTenant(actor, async (tx) => {
        const repeated = await outcomeOfRepeated(tx, { call: keyed, actor, office });
        if (repeated) return repeated;
        const outcome = await work(tx, office);
        if (!outcome.ok) throw new Undone(outcome);
        if (keyed) await rememberCall(tx, keyed, outcome.complaint);
        return outcome;
      });
    } catch (error) {
      if (error instanceof Undone) return error.outcome;
      throw error;
    }
  }

  /** Several commands in one transaction of the caller's own making. */
  async inOneTransaction<T>(
    actor: TenantActor,
    work: (tx: TenantTransaction, office: Office) => Promise<T>,
  ): Promise<T> {
    const office = await this.offices.of(actor);
    return this.#database.inTenant(actor, (tx) => work(tx, office));
  }

  /** The same within the caller's transaction. */
  async executeIn(
    tx: TenantTransaction,
    options: { readonly actor: TenantActor; readonly office: Office; readonly call: CommandCall },
  ): Promise<Outcome> {
    const { actor, office, call } = options;
    const problem = problemWithKey(call.idempotencyKey);
    if (problem) return { ok: false, refusals: [problem] };
    const { complaintId: id, command, complainant } = call;
    // A look at an identity is recorded as often as it is taken.
    const key = command.type === 'REVEAL' ? undefined : call.idempotencyKey;
    const keyed = callOf(actor, key, complainant ? [id, command, complainant] : [id, command]);
    // Everything that a decision needs comes in one round trip.
    const [loaded, repeated, missing] = await Promise.all([
      loadFor(tx, { id, actor, office }),
      outcomeOfRepeated(tx, { call: keyed, actor, office }),
      unknownReferences(tx, command),
    ]);
    if (repeated) return repeated;
    if (!loaded) return { ok: false, refusals: [NOT_FOUND] };
    if (call.expectedVersion !== undefined && call.expectedVersion !== loaded.state.version) {
      return { ok: false, refusals: [CONFLICT], complaint: loaded.state };
    }
    const unknown = [...complainantProblems(complainant), ...missing];
    if (unknown.length > 0) return { ok: false, refusals: unknown, complaint: loaded.state };
    const telling = await identityInDocument(tx, { command, state: loaded.state, sector: office.sector });
    if (telling.length > 0) return { ok: false, refusals: telling, complaint: loaded.state };
    const context = contextOf({ actor, office, at: call.at, historic: call.historic });
    const correction = await correctionOf(tx, { call, office, state: loaded.state });
    const decision = decide({ id, state: loaded.state, command: correction?.command ?? command, context });
    if (!decision.ok) return { ok: false, refusals: decision.refusals, complaint: loaded.state };
    if (command.type === 'MERGE') {
      const refusals = await this.#absorb(tx, { actor, office, command, from: loaded.state });
      if (refusals.length > 0) return { ok: false, refusals, complaint: loaded.state };
    }
    await correction?.addPeople(context.now);
    const left = await stateLeftBy(tx, { command, decision, office });
    if (!left) return { ok: false, refusals: [INLINE_WORDS], complaint: loaded.state };
    const complainantName = left === decision.state ? correction?.complainantName : null;
    write(tx, { loaded, decision: { ...decision, state: left }, actor, office, complainantName });
    if (keyed) await rememberCall(tx, keyed, left);
    return { ok: true, complaint: left };
  }

  /** The complaint that goes on for another one too; why it cannot, where it cannot. */
  async #absorb(
    tx: TenantTransaction,
    options: {
      readonly actor: TenantActor;
      readonly office: Office;
      readonly command: Extract<Command, { type: 'MERGE' }>;
      readonly from: ComplaintState;
    },
  ): Promise<readonly Refusal[]> {
    const { actor, office, command, from } = options;
    const target = await loadFor(tx, { id: command.into, actor, office });
    if (!target) return [{ ...NOT_FOUND, field: 'into' }];
    // Whoever may merge the one speaks for the other: it only learns of it.
    const { tenantId } = actor;
    const onBehalfOf = actor.kind === 'staff' || actor.kind === 'apiClient' ? { onBehalfOf: actor } : {};
    const system: TenantActor = { kind: 'system', tenantId, task: 'merge', ...onBehalfOf };
    const context = contextOf({ actor: system, office });
    // Whoever was promised an answer still waits for it.
    const promise = from.promises.find(({ status }) => status === 'OPEN');
    const absorb: Command = {
      ...{ type: 'ABSORB', from: from.id, reason: command.reason },
      ...(promise ? { promise: { dueAt: promise.dueAt, text: promise.text } } : {}),
    };
    const decision = decide({ id: command.into, state: target.state, command: absorb, context });
    if (!decision.ok) return decision.refusals.map((refusal) => ({ ...refusal, field: 'into' }));
    write(tx, { loaded: target, decision, actor, office });
    return [];
  }

  /** The same within the caller's transaction. */
  async registerIn(
    tx: TenantTransaction,
    options: { readonly actor: TenantActor; readonly office: Office; readonly call: RegistrationCall },
  ): Promise<Outcome> {
    const { actor, office, call } = options;
    const problem = problemWithKey(call.idempotencyKey);
    if (problem) return { ok: false, refusals: [problem] };
    const asked = call.asked ?? [call.command, call.complainant, call.externalNumber];
    const keyed = callOf(actor, call.idempotencyKey, asked);
    const repeated = await outcomeOfRepeated(tx, { call: keyed, actor, office });
    if (repeated) return repeated;
    const [outcome] = await registerAll(tx, { actor, office, calls: [call] });
    if (!outcome) throw new Error('A registration had no outcome.');
    if (keyed && outcome.ok) await rememberCall(tx, keyed, outcome.complaint);
    return outcome;
  }

  /** Many registrations, each taken in whole or refused; outcomes in their order. Calls carry no idempotency keys. */
  async registerAllIn(
    tx: TenantTransaction,
    options: {
      readonly actor: TenantActor;
      readonly office: Office;
      readonly calls: readonly Omit<RegistrationCall, 'idempotencyKey' | 'asked'>[];
    },
  ): Promise<Outcome[]> {
    return registerAll(tx, options);
  }

  /** What a registration with its history would become, without doing it. */
  consider(options: {
    readonly actor: TenantActor;
    readonly office: Office;
    readonly call: RegistrationCall;
  }): Decision {
    const { actor, office, call } = options;
    const { command, history: steps = [], historic = false } = call;
    return relive({ id: call.complaintId ?? randomUUID(), command, steps, actor, office, historic });
  }
}

/** Undoes a transaction of several commands when one of them is refused. */
class Undone extends Error {
  readonly outcome: Outcome & { ok: false };
  constructor({ refusals }: Outcome & { ok: false }) {
    super('A command of the transaction was refused.');
    // What it would have been was never written.
    this.outcome = { ok: false, refusals };
  }
}

const NOT_FOUND: Refusal = {
  code: 'NOT_FOUND',
  field: 'id',
  message: { zh: '没有找到此件。', en: 'There is no such complaint.' },
};
const CONFLICT: Refusal = {
  code: 'CONFLICT',
  field: 'version',
  message: {
    zh: '此件已被他人更新；请查看最新内容后再操作。',
    en: 'Somebody has changed it in the meantime; look at it as it is now and try again.',
  },
};
const INLINE_WORDS: Refusal = {
  code: 'CONDITION_UNMET',
  message: {
    zh: '此件的早期记录中含有文字内容，无法单独删除。',
    en: 'Events of it hold words that cannot be taken out: they were written before words were kept apart.',
  },
};
function callOf(actor: TenantActor, key: string | undefined, request: unknown): Call | undefined {
  if (key === undefined) return undefined;
  const { kind, id } = authorOf(actor);
  const said = canonicalize(JSON.parse(JSON.stringify(request))) ?? '';
  return { caller: `${kind}:${id}`, key, requestHash: createHash('sha256').update(said).digest() };
}

interface ForActor {
  readonly actor: TenantActor;
  readonly office: Office;
}

/** The complaint, locked for change; `undefined` too where the actor is not to know that there is one. */
async function loadFor(
  tx: TenantTransaction,
  { id, actor, office }: ForActor & { readonly id: string },
): Promise<LoadedComplaint | undefined> {
  const loaded = await loadForChange(tx, id);
  return loaded && !isHidden({ actor, subject: loaded.state, sector: office.sector }) ? loaded : undefined;
}

/** What the events leave: once the words of the earlier ones are gone, without them. `undefined` where they cannot go. */
async function stateLeftBy(
  tx: TenantTransaction,
  options: {
    readonly command: Command;
    readonly decision: Extract<Decision, { ok: true }>;
    readonly office: Office;
  },
): Promise<ComplaintState | undefined> {
  const { command, decision, office } = options;
  const { state, events } = decision;
  if (command.type !== 'ERASE_DATA' || command.what !== 'PERSONAL_DATA') return state;
  return eraseWords(tx, { state, added: events, sector: office.sector });
}

/** Writes what was decided of a complaint that exists; it goes with what is asked next. */
function write(
  tx: TenantTransaction,
  options: ForActor & {
    readonly loaded: LoadedComplaint;
    readonly decision: Extract<Decision, { ok: true }>;
    /** Where another is known by now. */
    readonly complainantName?: string | null | undefined;
  },
): void {
  const { loaded, decision, actor, office, complainantName = loaded.complainantName } = options;
  const events = chain({
    complaintId: decision.state.id,
    events: decision.events,
    head: { seq: loaded.state.version, hash: loaded.headHash },
    actor: authorOf(actor),
    recordedAt: new Date().toISOString(),
    sector: office.sector,
  });
  const { externalNumber } = loaded;
  writeComplaint(tx, {
    ...{ before: loaded.state, after: decision.state, events, externalNumber, complainantName },
    ...{ sector: office.sector, settings: office.settings },
  });
}

/** What an earlier call under the same key did; `undefined` when there was none. */
async function outcomeOfRepeated(
  tx: TenantTransaction,
  { call, actor, office }: ForActor & { readonly call: Call | undefined },
): Promise<Outcome | undefined> {
  const earlier = call && (await findRepeatedCall(tx, call));
  if (!call || !earlier) return undefined;
  if (!earlier.complaintId || !earlier.requestHash.equals(call.requestHash)) {
    return { ok: false, refusals: [KEY_USED_OTHERWISE] };
  }
  const loaded = await loadFor(tx, { id: earlier.complaintId, actor, office });
  return loaded ? { ok: true, complaint: loaded.state } : { ok: false, refusals: [NOT_FOUND] };
}
