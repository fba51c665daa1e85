import type { Command } from '../complaint/commands.ts';
import {
  ANSWERED_FOLLOW_UPS,
  type Channel,
  type Finding,
  type FollowUpResult,
  type Kind,
  type Remedy,
  type WithdrawalReason,
} from '../complaint/words.ts';
import { addDays, type Instant, localDateOf } from '../time.ts';
import type { DemoAction, DemoCase } from './contract.ts';

/** A matter of a demo register in short: what came in, and how far it has got. */
export interface DemoMatter {
  readonly daysAgo: number;
  readonly content: string;
  readonly category: string;
  readonly kind?: Kind;
  readonly channel?: Channel;
  readonly classification?: string;
  readonly respondent?: { readonly name?: string; readonly type?: string };
  readonly details?: Readonly<Record<string, unknown>>;
  readonly name?: string;
  readonly phone?: string;
  readonly confidential?: boolean;
  readonly outcome: DemoOutcome;
}

export type DemoOutcome =
  | { readonly is: 'registered' }
  /** Looked into so far as that the cause is known, where one is named. */
  | { readonly is: 'accepted'; readonly cause?: string }
  /** Promised an answer so many hours after receipt. */
  | { readonly is: 'promised'; readonly hours: number }
  | { readonly is: 'settled'; readonly answer: string; readonly remedy?: Remedy }
  | { readonly is: 'declined'; readonly ground: string; readonly reason: string; readonly body?: string }
  /** The body that took it answered after so many days. */
  | {
      readonly is: 'transferred';
      readonly body: string;
      readonly reason: string;
      readonly answer: string;
      readonly days: number;
    }
  | { readonly is: 'withdrawn'; readonly reason: WithdrawalReason; readonly remark: string }
  | {
      readonly is: 'closed';
      readonly finding: Finding;
      readonly facts: string;
      readonly answer: string;
      readonly days: number;
      readonly followUp?: FollowUpResult;
      readonly remedy?: Remedy;
      /** Yuan, whole. */
      readonly yuan?: number;
      readonly cause?: string;
      readonly lesson?: string;
      readonly action?: Omit<DemoAction, 'plannedAfterHours'>;
      readonly extra?: readonly Command[];
    };

function stepsOf(
  outcome: DemoOutcome,
  { channel, name = '投诉人' }: { channel: Channel; name?: string | undefined },
): DemoCase['steps'] {
  const step = (afterHours: number, command: Command) => ({ afterHours, command });
  const accepted = [
    step(3, { type: 'ACCEPT' }),
    step(4, { type: 'NOTIFY_DECISION', via: channel, text: '已电话告知投诉人受理情况。' }),
  ];
  const letter = (document: string, text: string): Command => ({
    ...{ type: 'ISSUE_DOCUMENT', document, addressedTo: name, text: `${name}：\n${text}` },
  });
  switch (outcome.is) {
    case 'registered':
      return [];
    case 'accepted':
      return outcome.cause === undefined
        ? accepted
        : [...accepted, step(20, { type: 'STATE_CAUSE', cause: outcome.cause })];
    case 'promised':
      return accepted;
    case 'settled':
      return [
        step(1, {
          type: 'SETTLE_ON_THE_SPOT',
          answer: outcome.answer,
          satisfied: 'SATISFIED',
          ...(outcome.remedy ? { remedy: outcome.remedy } : {}),
        }),
      ];
    case 'declined': {
      const { ground, reason, body } = outcome;
      return [
        step(24, { type: 'DECLINE', ground, reason, ...(body ? { body } : {}) }),
        step(25, { type: 'NOTIFY_DECISION', via: channel, text: '已告知不予受理的理由和其他途径。' }),
        step(25.5, letter('REFUSAL_NOTICE', `您反映的事项经审查不予受理。${reason}`)),
        step(26, { type: 'CLOSE' }),
      ];
    }
    case 'transferred':
      return [
        step(20, { type: 'TRANSFER', body: outcome.body, reason: outcome.reason }),
        step(21, { type: 'NOTIFY_DECISION', via: channel, text: '已告知移送的单位和理由。' }),
        step(outcome.days * 24, { type: 'RECORD_TRANSFER_ANSWER', text: outcome.answer }),
      ];
    case 'withdrawn':
      return [...accepted, step(50, { type: 'WITHDRAW', reason: outcome.reason, remark: outcome.remark })];
    case 'closed': {
      const end = outcome.days * 24;
      const followUp = outcome.followUp ?? 'SATISFIED';
      const sum = outcome.yuan === undefined ? undefined : { amount: outcome.yuan * 100, currency: 'CNY' };
      return [
        ...accepted,
        step(end * 0.4, {
          type: 'RECORD_CONTACT',
          via: 'PHONE',
          reached: true,
          summary: '向投诉人了解详细情况。',
        }),
        step(end * 0.6, { type: 'CONCLUDE', finding: outcome.finding, facts: outcome.facts }),
        ...(outcome.cause ? [step(end * 0.62, { type: 'STATE_CAUSE', cause: outcome.cause })] : []),
        ...(outcome.extra ?? []).map((command, index) => step(end * 0.65 + index, command)),
        ...(outcome.remedy
          ? [
              step(end * 0.7, {
                type: 'GIVE_REMEDY',
                remedy: outcome.remedy,
                ...(sum ? { money: { original: sum, converted: sum } } : {}),
              }),
            ]
          : []),
        step(end * 0.8, { type: 'DRAFT_ANSWER', text: outcome.answer, final: true }),
        step(end * 0.85, { type: 'ANSWER', text: outcome.answer, via: channel, final: true }),
        ...(outcome.lesson ? [step(end * 0.9, { type: 'RECORD_LESSON', text: outcome.lesson })] : []),
        step(end * 0.95, {
          type: 'FOLLOW_UP',
          result: followUp,
          ...(ANSWERED_FOLLOW_UPS.includes(followUp) ? { resolved: followUp !== 'DISSATISFIED' } : {}),
        }),
        step(
          end * 0.97,
          letter('ANSWER_LETTER', `您反映的事项现已办结。经查：${outcome.facts}\n${outcome.answer}`),
        ),
        step(end, { type: 'CLOSE' }),
      ];
    }
  }
}

/** The demo cases of a sector from its matters. */
export function demoCases(matters: readonly DemoMatter[]): readonly DemoCase[] {
  return matters.map(demoCase);
}

export function demoCase(matter: DemoMatter): DemoCase {
  const { daysAgo, name, phone, channel = 'PHONE', kind = 'COMPLAINT', confidential = false } = matter;
  return {
    daysAgo,
    ...(name || phone ? { complainant: { ...(name ? { name } : {}), ...(phone ? { phone } : {}) } } : {}),
    register: {
      kind,
      channel,
      source: { level: channel === 'HOTLINE_TRANSFER' ? 'HOTLINE_12345' : 'DIRECT' },
      disclosure: name ? (confidential ? 'CONFIDENTIAL' : 'NAMED') : 'ANONYMOUS',
      groupSize: 1,
      content: matter.content,
      demands: [],
      respondent: matter.respondent ?? {},
      category: matter.category,
      ...(matter.classification ? { classification: matter.classification } : {}),
      details: matter.details ?? {},
    },
    ...(matter.outcome.is === 'promised'
      ? { promise: { dueAfterHours: matter.outcome.hours, text: '正在核实，届时答复投诉人。' } }
      : {}),
    ...(matter.outcome.is === 'closed' && matter.outcome.action
      ? { action: { ...matter.outcome.action, plannedAfterHours: matter.outcome.days * 24 * 0.65 } }
      : {}),
    steps: stepsOf(matter.outcome, { channel, name }),
  };
}

/** A command of a demo matter; of a corrective action, its completion names none: it is the latest. */
type DemoStep = DemoCase['steps'][number];

/** Everything that was done, in order, with what depends on the day of receipt. */
export function demoSteps(
  { steps, action }: Pick<DemoCase, 'steps' | 'action'>,
  receivedAt: Instant,
): readonly DemoStep[] {
  if (!action) return steps;
  const { text, plannedAfterHours, dueAfterDays, done } = action;
  const dueOn = addDays(localDateOf(receivedAt), dueAfterDays);
  const planned: DemoStep = { afterHours: plannedAfterHours, command: { type: 'PLAN_ACTION', text, dueOn } };
  const before = steps.filter(({ afterHours }) => afterHours <= plannedAfterHours);
  const after = steps.filter(({ afterHours }) => afterHours > plannedAfterHours);
  if (!done) return [...before, planned, ...after];
  const completed: DemoStep = {
    afterHours: done.afterDays * 24,
    command: { type: 'COMPLETE_ACTION', actionId: '', proof: done.proof },
  };
  return [...before, planned, ...after, completed];
}
