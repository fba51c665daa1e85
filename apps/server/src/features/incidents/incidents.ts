import {
  CHANGED_MEANWHILE,
  canInOffice,
  decideIncident,
  type IncidentCommand,
  type IncidentCommands,
  type IncidentContext,
  type IncidentMove,
  type IncidentState,
  incidentObstacles,
  incidentTally,
  isRecused,
  type LeftBehind,
  localDateOf,
  NO_SUCH_THING,
  type Refusal,
  type TenantActor,
  whyNotIncident,
} from '@huiyin/domain';
import { v7 as uuidv7 } from 'uuid';
import type { CommandCall } from '../../casework/calls.ts';
import type { Casework } from '../../casework/casework.ts';
import { authorOf } from '../../casework/event-chain.ts';
import type { Office } from '../../casework/office.ts';
import { type Answered, once } from '../../casework/once.ts';
import type { Database } from '../../tenancy/database.ts';
import type { TenantTransaction } from '../../tenancy/tenant-transaction.ts';
import {
  type LinkedComplaint,
  type LoadedIncident,
  loadIncident,
  nextNumber,
  visibleComplaints,
  writeIncident,
} from './incident.repository.ts';

/** What became of a call: the incident, and those of its complaints that could not go along. */
export interface Carried {
  readonly id: string;
  readonly leftBehind: readonly LeftBehind[];
}
type Done = Answered<Carried>;

/** An incident, as somebody who calls decided on it. */
export interface IncidentCall {
  readonly id: string;
  readonly version?: number | null | undefined;
  readonly key?: string | null | undefined;
}

type Step = Exclude<CommandCall['command'], { type: 'REGISTER' }>;
/** Commands that need nothing of the complaints. */
type Plain = Exclude<IncidentCommand, { type: 'OPEN' | 'GIVE_ANSWER' | 'MOVE' }>;

/**
 * Incidents. What is done to an incident is decided by the domain and kept in its own chain of events; what is done to
 * its complaints goes to each through casework, by its own rules, and those that cannot go along are named.
 */
export class Incidents {
  readonly #database: Database;
  readonly #casework: Casework;

  constructor(options: { readonly database: Database; readonly casework: Casework }) {
    this.#database = options.database;
    this.#casework = options.casework;
  }

  /** Opens an incident and links complaints to it, in one transaction. */
  async open(
    actor: TenantActor,
    opening: {
      readonly key?: string | null | undefined;
      readonly matter: Omit<IncidentCommands['OPEN'], 'number'>;
      readonly complaintIds: readonly string[];
      /** Why the complaints belong to it. */
      readonly reason: string;
      /** What belongs into the same transaction; nothing is opened where it gives `false`. */
      readonly also?: (tx: TenantTransaction, id: string) => Promise<boolean>;
    },
  ): Promise<Done> {
    const { key, matter, complaintIds, reason, also } = opening;
    const office = await this.#casework.offices.of(actor);
    const asked = ['incidentOpen', matter, complaintIds, reason];
    return this.#inOne(actor, (tx) =>
      once<Carried>(tx, { actor, key, asked }, async () => {
        const forbidden = whyNotIncident({ actor, command: 'OPEN' });
        if (forbidden) return refused({ code: 'FORBIDDEN', message: forbidden });
        const complaints = await visibleComplaints(tx, { actor, ids: complaintIds });
        if (complaints.length < new Set(complaintIds).size) {
          return refused({ ...NO_SUCH_THING, field: 'complaintIds' });
        }
        const problem = problemWithTeam(matter.team, office);
        if (problem) return refused(problem);
        const year = Number(localDateOf(new Date().toISOString()).slice(0, 4));
        const { serial, number } = await nextNumber(tx, year);
        const id = uuidv7();
        const command: IncidentCommand = { type: 'OPEN', ...matter, number };
        const decision = decideIncident({
          ...{ id, state: undefined, command, context: contextOf({ actor, office, unanswered: 0 }) },
        });
        if (!decision.ok) return decision;
        const { state, events } = decision;
        const author = authorOf(actor);
        await writeIncident(tx, { before: undefined, state, events, author, numbered: { year, serial } });
        if (also && !(await also(tx, id))) throw new Undone([{ ...NO_SUCH_THING, field: 'id' }]);
        const { leftBehind } = await this.#throughAll(tx, {
          ...{ actor, office, complaints },
          step: () => ({ type: 'LINK_INCIDENT', incidentId: id, reason }),
        });
        return { ok: true, answer: { id, leftBehind } };
      }),
    );
  }

  /** One command to the incident itself. */
  async execute(actor: TenantActor, call: IncidentCall, command: Plain): Promise<Done> {
    return this.#change(actor, { call, asked: command }, async (_tx, { office, team }) => {
      const problem = command.type === 'CHANGE' && problemWithTeam(command.changes.team ?? team, office);
      return problem ? refused(problem) : { command, leftBehind: [] };
    });
  }

  /** Links further complaints, or takes some out again. */
  async link(
    actor: TenantActor,
    call: IncidentCall,
    change: { readonly complaintIds: readonly string[]; readonly reason: string; readonly out?: boolean },
  ): Promise<Done> {
    const { complaintIds, reason, out = false } = change;
    return this.#change(actor, { call, asked: ['link', change] }, async (tx, { office, state }) => {
      const complaints = await visibleComplaints(tx, { actor, ids: complaintIds });
      const known = complaints.filter((each) => !out || each.state.incident?.id === state.id);
      if (known.length < new Set(complaintIds).size) {
        return refused({ ...NO_SUCH_THING, field: 'complaintIds' });
      }
      const forbidden = whyNotIncident({ actor, command: 'MOVE', state });
      if (forbidden) return refused({ code: 'FORBIDDEN', message: forbidden });
      if (state.status === 'CLOSED') return refused(CLOSED);
      const { leftBehind } = await this.#throughAll(tx, {
        ...{ actor, office, complaints },
        step: () =>
          out ? { type: 'UNLINK_INCIDENT', reason } : { type: 'LINK_INCIDENT', incidentId: state.id, reason },
      });
      return { leftBehind };
    });
  }

  /** Gives the master answer to every linked complaint that has not had it. */
  async giveAnswer(
    actor: TenantActor,
    call: IncidentCall,
    { answerId, via }: Pick<IncidentCommands['GIVE_ANSWER'], 'answerId' | 'via'>,
  ): Promise<Done> {
    const asked = ['giveAnswer', answerId, via];
    return this.#change(actor, { call, asked }, async (tx, { office, state, linked, context }) => {
      const [standing] = incidentObstacles(state, 'GIVE_ANSWER', context);
      if (standing) return refused(standing);
      const answer = state.answers.find(({ id }) => id === answerId);
      if (!answer) return refused({ ...NO_SUCH_THING, field: 'answerId' });
      const { text, final } = answer;
      const waiting = linked.filter(
        // Of one that was merged, the other goes on, and is answered for both.
        (each) => each.state.status !== 'MERGED' && !each.state.answers.some(({ id }) => id === answerId),
      );
      const carried = await this.#throughAll(tx, {
        ...{ actor, office, complaints: waiting },
        step: () => ({ type: 'ANSWER_FOR_INCIDENT', incidentId: state.id, answerId, text, via, final }),
      });
      // Where it reaches nobody, whoever gives it learns why not from each.
      if (carried.done.length === 0 && carried.leftBehind.length > 0)
        return reachesNobody(carried.leftBehind);
      return { command: { type: 'GIVE_ANSWER', answerId, via, ...carried }, ...carried };
    });
  }

  /** Takes one step with all complaints of the incident. */
  async move(
    actor: TenantActor,
    call: IncidentCall,
    asked: { readonly move: IncidentMove; readonly step: Step },
  ): Promise<Done> {
    return this.#change(
      actor,
      { call, asked: ['move', asked] },
      async (tx, { office, state, linked, context }) => {
        const [standing] = incidentObstacles(state, 'MOVE', context);
        if (standing) return refused(standing);
        const complaints = linked.filter((each) => each.state.status !== 'MERGED');
        const carried = await this.#throughAll(tx, { actor, office, complaints, step: () => asked.step });
        return { command: { type: 'MOVE', move: asked.move, ...carried }, ...carried };
      },
    );
  }

  /** Loads, lets `work` do what concerns the complaints, and writes what was decided of the incident, once for a key. */
  async #change(
    actor: TenantActor,
    { call, asked }: { readonly call: IncidentCall; readonly asked: unknown },
    work: (
      tx: TenantTransaction,
      standing: LoadedIncident & {
        readonly office: Office;
        readonly linked: readonly LinkedComplaint[];
        readonly context: IncidentContext;
        readonly team: IncidentState['team'];
      },
    ) => Promise<
      | { readonly ok: false; readonly refusals: readonly Refusal[] }
      | { readonly command?: IncidentCommand; readonly leftBehind: readonly LeftBehind[] }
    >,
  ): Promise<Done> {
    const { id, version, key } = call;
    const office = await this.#casework.offices.of(actor);
    return this.#inOne(actor, (tx) =>
      once<Carried>(tx, { actor, key, asked: [id, asked] }, async () => {
        const loaded = canInOffice(actor, 'readComplaints') ? await loadIncident(tx, id) : undefined;
        if (!loaded) return refused({ ...NO_SUCH_THING, field: 'id' });
        const { state } = loaded;
        if (version && version !== state.version) return refused(CHANGED_MEANWHILE);
        const linked = await visibleComplaints(tx, { actor, incidentId: id });
        const { unanswered } = incidentTally(
          linked.map((each) => ({ groupSize: 1, status: each.state.status })),
        );
        const context = contextOf({ actor, office, unanswered });
        const done = await work(tx, { ...loaded, office, linked, context, team: state.team });
        if ('ok' in done) return done;
        const { command, leftBehind } = done;
        if (command) {
          const decision = decideIncident({ id, state, command, context });
          // What was done to its complaints by then is undone with it.
          if (!decision.ok) throw new Undone(decision.refusals);
          await writeIncident(tx, { before: loaded, ...decision, author: authorOf(actor) });
        }
        return { ok: true, answer: { id, leftBehind } };
      }),
    );
  }

  /** A transaction that is undone where its end is refused. */
  async #inOne(actor: TenantActor, work: (tx: TenantTransaction) => Promise<Done>): Promise<Done> {
    try {
      return await this.#database.inTenant(actor, work);
    } catch (error) {
      if (error instanceof Undone) return { ok: false, refusals: error.refusals };
      throw error;
    }
  }

  /** The same step with each of the complaints, by its own rules; whoever is recused from one leaves it alone. */
  async #throughAll(
    tx: TenantTransaction,
    options: {
      readonly actor: TenantActor;
      readonly office: Office;
      readonly complaints: readonly LinkedComplaint[];
      readonly step: () => Step;
    },
  ): Promise<{ readonly done: readonly string[]; readonly leftBehind: readonly LeftBehind[] }> {
    const { actor, office, complaints, step } = options;
    const { tenantId } = actor;
    const onBehalfOf = actor.kind === 'staff' || actor.kind === 'apiClient' ? { onBehalfOf: actor } : {};
    const system: TenantActor = { kind: 'system', tenantId, task: '群体性事件 / incident', ...onBehalfOf };
    const done: string[] = [];
    const leftBehind: LeftBehind[] = [];
    for (const { id, state } of complaints) {
      if (isRecused(actor, state)) {
        leftBehind.push({ complaintId: id, reasons: [RECUSED] });
        continue;
      }
      const call = { complaintId: id, command: step() };
      const outcome = await this.#casework.executeIn(tx, { actor: system, office, call });
      if (outcome.ok) done.push(id);
      else leftBehind.push({ complaintId: id, reasons: outcome.refusals.map(({ message }) => message) });
    }
    return { done, leftBehind };
  }
}

/** Undoes a transaction whose end was refused. */
class Undone extends Error {
  readonly refusals: readonly Refusal[];
  constructor(refusals: readonly Refusal[]) {
    super('A command to an incident was refused.');
    this.refusals = refusals;
  }
}

/** What a decision on an incident depends on. */
export function contextOf(options: {
  readonly actor: TenantActor;
  readonly office: Office;
  readonly unanswered: number;
}): IncidentContext {
  const { actor, office, unanswered } = options;
  return {
    ...{ actor, unanswered, now: new Date().toISOString(), newId: uuidv7, sector: office.sector },
    answerNeedsApproval: office.settings.answerNeedsApproval,
  };
}

function problemWithTeam(
  { departmentId, memberIds }: IncidentState['team'],
  { directory }: Office,
): Refusal | undefined {
  if (departmentId !== undefined && !directory.departments.get(departmentId)?.active) {
    return { ...NO_SUCH_THING, field: 'departmentId' };
  }
  const stranger = memberIds.some((id) => !directory.members.get(id)?.active);
  return stranger ? { ...NO_SUCH_THING, field: 'memberIds' } : undefined;
}

function refused(why: Refusal): { readonly ok: false; readonly refusals: readonly Refusal[] } {
  return { ok: false, refusals: [why] };
}

/** Every reason once, with how many complaints it keeps from their answer. */
function reachesNobody(leftBehind: readonly LeftBehind[]): {
  readonly ok: false;
  readonly refusals: readonly Refusal[];
} {
  const reasons = Map.groupBy(
    leftBehind.flatMap((each) => each.reasons),
    ({ zh }) => zh,
  );
  return {
    ok: false,
    refusals: [...reasons.values()].flatMap(([first, ...others]) =>
      first
        ? [
            {
              code: 'CONDITION_UNMET' as const,
              message: {
                zh: `${others.length + 1} 件：${first.zh}`,
                en: `${others.length + 1} of them: ${first.en}`,
              },
            },
          ]
        : [],
    ),
  };
}

const CLOSED: Refusal = {
  code: 'WRONG_STATE',
  message: {
    zh: '此事件已办结；如需继续处置，请先重新处置。',
    en: 'It is closed: reopen it first.',
  },
};
const RECUSED = { zh: '您已回避此件。', en: 'You are recused from this complaint.' };
