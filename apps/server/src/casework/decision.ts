import { randomUUID } from 'node:crypto';
import { type Command, type Decision, type DecisionContext, decide, type TenantActor } from '@huiyin/domain';
import { latLngToCell } from 'h3-js';
import type { HistoryStep } from './calls.ts';
import type { Office } from './office.ts';

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
    newId: randomUUID,
    historic,
    sector: office.sector,
    calendar: office.calendar,
    rules: office.rules,
    settings: office.settings,
    cellOf: ({ longitude, latitude, resolution }) => latLngToCell(latitude, longitude, resolution),
    departmentOf: (memberId) => office.directory.members.get(memberId)?.departmentId ?? undefined,
  };
}

/** A registration and what was done after it, decided one after the other: the whole story, or its first refusal. */
export function relive(options: {
  readonly id: string;
  readonly command: Extract<Command, { type: 'REGISTER' }>;
  readonly steps: readonly HistoryStep[];
  readonly actor: TenantActor;
  readonly office: Office;
  readonly historic: boolean;
}): Decision {
  const { id, command, steps, actor, office, historic } = options;
  const context = contextOf({ actor, office, at: command.receivedAt, historic });
  let decision = decide({ id, state: undefined, command, context });
  const events = decision.ok ? [...decision.events] : [];
  for (const step of steps) {
    if (!decision.ok) break;
    const then = { ...context, at: step.at };
    decision = decide({ id, state: decision.state, command: step.command, context: then });
    if (decision.ok) events.push(...decision.events);
  }
  return decision.ok ? { ...decision, events } : decision;
}
