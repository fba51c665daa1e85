import { createHash } from 'node:crypto';
import {
  type Command,
  type ComplaintState,
  type Decision,
  type DecisionContext,
  decide,
  localDateOf,
  type Refusal,
  type TenantActor,
} from '@huiyin/domain';
import canonicalize from 'canonicalize';
import { v7 as uuidv7 } from 'uuid';
import type { Database } from '../tenancy/database.ts';
import type { TenantTransaction } from '../tenancy/tenant-transaction.ts';
import {
  type ComplainantDetails,
  findOrAddComplainant,
  findOrAddRespondent,
  findRepeated,
} from './complainant.repository.ts';
import { formatNumber, loadForChange, nextNumber, writeComplaint } from './complaint.repository.ts';
import { chain, type EventAuthor } from './event-chain.ts';
import { type Call, findRepeatedCall, rememberCall } from './idempotency.repository.ts';
import { type Office, Offices } from './office.ts';
import { unknownReferences } from './references.ts';

/** What a command became. */
export type Outcome =
  | { readonly ok: true; readonly complaint: ComplaintState }
  | {
      readonly ok: false;
      readonly refusals: readonly Refusal[];
      /** The complaint as it stands now, so that a caller with a stale version can go on from it. */
      readonly complaint?: ComplaintState;
    };

/** A command on a complaint that exists. */
export interface CommandCall {
  readonly complaintId: string;
  /** The version that the caller decided on; a newer one in the database is a conflict. */
  readonly expectedVersion?: number | undefined;
  readonly command: Exclude<Command, { type: 'REGISTER' }>;
  readonly idempotencyKey?: string | undefined;
  /** When it happened, for imported history; otherwise now. */
  readonly at?: string | undefined;
  readonly historic?: boolean | undefined;
}

/** A registration, with the person who complains. */
export interface RegistrationCall {
  readonly command: Omit<Extract<Command, { type: 'REGISTER' }>, 'complainantId' | 'repeatOf'>;
  readonly complainant?: ComplainantDetails | undefined;
  /** A complainant whom the organisation knows already, instead of `complainant`. */
  readonly complainantId?: string | undefined;
  readonly externalNumber?: string | undefined;
  readonly idempotencyKey?: string | undefined;
  /** What the caller said, where the command says more (the moment of receipt): a repeated call is known by it. */
  readonly asked?: unknown;
  readonly historic?: boolean | undefined;
  /** Given when the caller must know the id beforehand. */
  readonly complaintId?: string | undefined;
  /** What was done after it, in order: history that is taken over whole, or not at all. */
  readonly history?: readonly HistoryStep[] | undefined;
}

/** Something that was done to a complaint before it came to us. */
export interface HistoryStep {
  readonly at: string;
  readonly command: Exclude<Command, { type: 'REGISTER' }>;
}

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

  /** Several commands in one transaction: all, or at the first refusal none. */
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
    const keyed = callOf(actor, call.idempotencyKey, [call.complaintId, call.command]);
    const repeated = await outcomeOfRepeated(tx, keyed);
    if (repeated) return repeated;
    const loaded = await loadForChange(tx, call.complaintId);
    if (!loaded) return { ok: false, refusals: [NOT_FOUND] };
    if (call.expectedVersion !== undefined && call.expectedVersion !== loaded.state.version) {
      return { ok: false, refusals: [CONFLICT], complaint: loaded.state };
    }
    const unknown = await unknownReferences(tx, call.command);
    if (unknown.length > 0) return { ok: false, refusals: unknown, complaint: loaded.state };
    const context = contextOf({ actor, office, at: call.at, historic: call.historic });
    const decision = decide({ id: call.complaintId, state: loaded.state, command: call.command, context });
    if (!decision.ok) return { ok: false, refusals: decision.refusals, complaint: loaded.state };
    const events = chain({
      complaintId: call.complaintId,
      events: decision.events,
      head: { seq: loaded.state.version, hash: loaded.headHash },
      actor: authorOf(actor),
      recordedAt: context.now,
      newId: uuidv7,
    });
    await writeComplaint(tx, {
      before: loaded.state,
      after: decision.state,
      events,
      externalNumber: loaded.externalNumber,
      ...office,
    });
    if (keyed) await rememberCall(tx, keyed, decision.state);
    return { ok: true, complaint: decision.state };
  }

  /** The same within the caller's transaction. */
  async registerIn(
    tx: TenantTransaction,
    options: { readonly actor: TenantActor; readonly office: Office; readonly call: RegistrationCall },
  ): Promise<Outcome> {
    const { actor, office, call } = options;
    const asked = call.asked ?? [call.command, call.complainant, call.externalNumber];
    const keyed = callOf(actor, call.idempotencyKey, asked);
    const repeated = await outcomeOfRepeated(tx, keyed);
    if (repeated) return repeated;
    const unknown = await unknownReferences(tx, call.command);
    if (unknown.length > 0) return { ok: false, refusals: unknown };
    const { receivedAt } = call.command;
    const id = call.complaintId ?? uuidv7();
    const steps = call.history ?? [];
    const historic = call.historic ?? false;
    // Decided once before anything is written, so that a refusal takes no number and adds no person.
    const sound = relive({ id, command: call.command, steps, actor, office, historic });
    if (!sound.ok) return { ok: false, refusals: sound.refusals };

    const now = new Date().toISOString();
    const command = await this.#withPeople(tx, call, now);
    const decision = relive({ id, command, steps, actor, office, historic });
    if (!decision.ok) return { ok: false, refusals: decision.refusals };
    const year = Number(localDateOf(receivedAt).slice(0, 4));
    const number = formatNumber(office.settings.numberPrefix, year, await nextNumber(tx, year));
    const numbered = decision.events.map((event) =>
      event.type === 'REGISTERED' ? { ...event, data: { ...event.data, number } } : event,
    );
    const after = { ...decision.state, number };
    const events = chain({
      complaintId: id,
      events: numbered,
      head: { seq: 0, hash: null },
      actor: authorOf(actor),
      recordedAt: now,
      newId: uuidv7,
    });
    await writeComplaint(tx, {
      before: undefined,
      after,
      events,
      externalNumber: call.externalNumber ?? null,
      ...office,
    });
    if (keyed) await rememberCall(tx, keyed, after);
    return { ok: true, complaint: after };
  }

  /** What a registration with its history would become, without doing it. */
  consider(options: {
    readonly actor: TenantActor;
    readonly office: Office;
    readonly call: RegistrationCall;
  }): Decision {
    const { actor, office, call } = options;
    const { command, history: steps = [], historic = false } = call;
    return relive({ id: call.complaintId ?? uuidv7(), command, steps, actor, office, historic });
  }

  /** The command with its complainant, its respondent and its earlier twin as the registers know them. */
  async #withPeople(
    tx: TenantTransaction,
    call: RegistrationCall,
    at: string,
  ): Promise<Extract<Command, { type: 'REGISTER' }>> {
    const { command, complainant } = call;
    const identified =
      command.disclosure !== 'ANONYMOUS' &&
      complainant &&
      Object.values(complainant).some((value) => value?.trim());
    const complainantId = identified ? await findOrAddComplainant(tx, complainant, at) : call.complainantId;
    const { name, type, respondentId: given } = command.respondent;
    const respondentId =
      given ?? (name?.trim() ? await findOrAddRespondent(tx, { name, type, at }) : undefined);
    const repeatOf =
      complainantId &&
      (await findRepeated(tx, {
        complainantId,
        category: command.category,
        respondentName: name,
        receivedAt: command.receivedAt,
      }));
    return {
      ...command,
      respondent: { ...command.respondent, ...(respondentId ? { respondentId } : {}) },
      ...(complainantId ? { complainantId } : {}),
      ...(repeatOf ? { repeatOf } : {}),
    };
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
const KEY_USED_OTHERWISE: Refusal = {
  code: 'INVALID',
  field: 'idempotencyKey',
  message: {
    zh: '此幂等键已用于另一个请求；请换一个新的键。',
    en: 'This key was used for a different request; use a new one.',
  },
};

/** A registration and what was done after it, decided one after the other. */
function relive(options: {
  readonly id: string;
  readonly command: Extract<Command, { type: 'REGISTER' }>;
  readonly steps: readonly HistoryStep[];
  readonly actor: TenantActor;
  readonly office: Office;
  readonly historic: boolean;
}): Decision {
  const { id, command, steps, actor, office, historic } = options;
  let decision = decide({
    id,
    state: undefined,
    command,
    context: contextOf({ actor, office, at: command.receivedAt, historic }),
  });
  const events = decision.ok ? [...decision.events] : [];
  for (const step of steps) {
    if (!decision.ok) break;
    const context = contextOf({ actor, office, at: step.at, historic });
    decision = decide({ id, state: decision.state, command: step.command, context });
    if (decision.ok) events.push(...decision.events);
  }
  return decision.ok ? { ...decision, events } : decision;
}

/** Everything a decision needs besides complaint and command. */
export function contextOf(options: {
  readonly actor: TenantActor;
  readonly office: Office;
  readonly at?: string | undefined;
  readonly historic?: boolean | undefined;
}): DecisionContext {
  const { actor, office, at, historic = false } = options;
  const now = new Date().toISOString();
  return {
    actor,
    now,
    at: at ?? now,
    newId: uuidv7,
    historic,
    sector: office.sector,
    calendar: office.calendar,
    rules: office.rules,
    settings: office.settings,
  };
}

/** Who an event names as its author. */
export function authorOf(actor: TenantActor): EventAuthor {
  switch (actor.kind) {
    case 'staff':
      return { kind: 'staff', id: actor.memberId, name: actor.name };
    case 'apiClient':
      return { kind: 'apiClient', id: actor.keyId, name: actor.name };
    case 'system':
      return actor.onBehalfOf
        ? authorOf(actor.onBehalfOf)
        : { kind: 'system', id: actor.task, name: actor.task };
  }
}

function callOf(actor: TenantActor, key: string | undefined, request: unknown): Call | undefined {
  if (key === undefined) return undefined;
  const { kind, id } = authorOf(actor);
  const said = canonicalize(JSON.parse(JSON.stringify(request))) ?? '';
  return { caller: `${kind}:${id}`, key, requestHash: createHash('sha256').update(said).digest() };
}

/** What an earlier call under the same key did; `undefined` when there was none. */
async function outcomeOfRepeated(
  tx: TenantTransaction,
  call: Call | undefined,
): Promise<Outcome | undefined> {
  const earlier = call && (await findRepeatedCall(tx, call));
  if (!call || !earlier) return undefined;
  if (!earlier.requestHash.equals(call.requestHash)) return { ok: false, refusals: [KEY_USED_OTHERWISE] };
  const loaded = await loadForChange(tx, earlier.complaintId);
  return loaded ? { ok: true, complaint: loaded.state } : { ok: false, refusals: [NOT_FOUND] };
}
