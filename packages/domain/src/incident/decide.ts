import type { Localized } from '@huiyin/shared';
import { canInOffice } from '../access/access.ts';
import type { TenantActor } from '../access/actor.ts';
import { type Refusal, RefusedError, refuse } from '../complaint/refusal.ts';
import { LONGEST_NAME, LONGEST_REMARK, optionalText, requireText } from '../complaint/texts.ts';
import { requireCode } from '../complaint/validate.ts';
import type { Sector } from '../sectors/contract.ts';
import { allCodes } from '../sectors/options.ts';
import type { Instant } from '../time.ts';
import type {
  IncidentCommand,
  IncidentCommands,
  IncidentCommandType,
  IncidentEvent,
  IncidentEvents,
  IncidentEventType,
} from './commands.ts';
import { evolveIncident } from './evolve.ts';
import { INCIDENT_STATUS_LABELS } from './labels.ts';
import {
  APPROVE_FIRST,
  DRAFT_FIRST,
  FOR_THE_TEAM,
  FOR_THOSE_WHO_LEAD,
  NO_DRAFT,
  NOBODY_TO_ANSWER,
  NOTHING_LINKED,
  OWN_DRAFT,
  unanswered,
} from './refusals.ts';
import type { IncidentMatter, IncidentState, IncidentStatus, LeadTeam, MasterAnswer } from './state.ts';

/** Everything that a decision on an incident depends on besides itself and the command. */
export interface IncidentContext {
  readonly actor: TenantActor;
  readonly now: Instant;
  readonly newId: () => string;
  readonly sector: Sector;
  /** One voice: nothing goes out that nobody else has read. */
  readonly answerNeedsApproval: boolean;
  /** Linked complaints that still wait for an answer. */
  readonly unanswered: number;
}

export type IncidentDecision =
  | { readonly ok: true; readonly events: readonly IncidentEvent[]; readonly state: IncidentState }
  | { readonly ok: false; readonly refusals: readonly Refusal[] };

const STANDING: readonly IncidentStatus[] = ['OPEN', 'ANSWERED'];
const POSSIBLE_FROM: Readonly<Record<Exclude<IncidentCommandType, 'OPEN'>, readonly IncidentStatus[]>> = {
  CHANGE: STANDING,
  NOTE: [...STANDING, 'CLOSED'],
  DRAFT_ANSWER: STANDING,
  APPROVE_ANSWER: STANDING,
  RETURN_ANSWER: STANDING,
  GIVE_ANSWER: STANDING,
  MOVE: STANDING,
  CLOSE: STANDING,
  REOPEN: ['CLOSED'],
};

/** What belongs to those who lead incidents; everything else the lead team does too. */
const FOR_LEADERS: ReadonlySet<IncidentCommandType> = new Set([
  ...(['OPEN', 'CHANGE', 'APPROVE_ANSWER', 'RETURN_ANSWER', 'CLOSE', 'REOPEN'] as const),
]);

/** `undefined` when the actor may do it; otherwise why not. */
export function whyNotIncident(options: {
  readonly actor: TenantActor;
  readonly command: IncidentCommandType;
  readonly state?: Pick<IncidentState, 'team'> | undefined;
}): Localized | undefined {
  const { actor, command, state } = options;
  if (canInOffice(actor, 'leadIncidents')) return undefined;
  if (FOR_LEADERS.has(command) || actor.kind !== 'staff' || actor.role !== 'HANDLER')
    return FOR_THOSE_WHO_LEAD;
  return state && isInTeam(actor, state.team) ? undefined : FOR_THE_TEAM;
}

function isInTeam(
  { memberId, departmentId }: { readonly memberId: string; readonly departmentId?: string },
  team: LeadTeam,
): boolean {
  return (
    team.memberIds.includes(memberId) ||
    (team.departmentId !== undefined && team.departmentId === departmentId)
  );
}

/** What stands in the way of a command whatever its input is; empty when somebody could do it. */
export function incidentObstacles(
  state: IncidentState | undefined,
  command: IncidentCommandType,
  context: IncidentContext,
): readonly Refusal[] {
  const forbidden = whyNotIncident({ actor: context.actor, command, state });
  if (forbidden) return [{ code: 'FORBIDDEN', message: forbidden }];
  if (command === 'OPEN' || !state) return [];
  if (!POSSIBLE_FROM[command].includes(state.status)) {
    const { zh, en } = INCIDENT_STATUS_LABELS[state.status];
    return [
      {
        code: 'WRONG_STATE',
        message: { zh: `此事件“${zh}”，不能进行此操作。`, en: `Not possible while it is “${en}”.` },
      },
    ];
  }
  const drafts = state.answers.filter(({ status }) => status === 'DRAFT');
  if (command === 'APPROVE_ANSWER' || command === 'RETURN_ANSWER') {
    if (drafts.length === 0) return [NO_DRAFT];
    if (command === 'APPROVE_ANSWER' && drafts.every((draft) => isOwn(draft, context))) return [OWN_DRAFT];
  }
  if (command === 'GIVE_ANSWER' && !state.answers.some((answer) => mayGoOut(answer, context))) {
    return [context.answerNeedsApproval ? APPROVE_FIRST : DRAFT_FIRST];
  }
  if (command === 'CLOSE' && context.unanswered > 0) return [unanswered(context.unanswered)];
  return [];
}

type Decided = { readonly [T in IncidentEventType]: readonly [T, IncidentEvents[T]] }[IncidentEventType];
type Deciders = {
  readonly [T in IncidentCommandType]: (
    input: IncidentCommands[T],
    context: IncidentContext,
    state: IncidentState,
  ) => Decided;
};

const DECIDERS: Deciders = {
  OPEN: ({ number, team, reason, ...matter }, context) => {
    const why = optionalText(reason, 'reason');
    return [
      'OPENED',
      {
        ...{ number, sector: context.sector.code, team: soundTeam(team), ...soundMatter(matter, context) },
        ...(why === undefined ? {} : { reason: why }),
      },
    ];
  },
  CHANGE: ({ changes }, context, state) => {
    const { team, ...matter } = changes;
    const { title, category, place, respondentName, beganAt } = state;
    const before = {
      ...{ title, beganAt, team: state.team },
      ...(category === undefined ? {} : { category }),
      ...(place === undefined ? {} : { place }),
      ...(respondentName === undefined ? {} : { respondentName }),
    };
    const after = {
      ...soundMatter({ ...before, ...matter }, context),
      team: team ? soundTeam(team) : state.team,
    };
    return ['CHANGED', { before, after }];
  },
  NOTE: ({ text }) => ['NOTED', { text: requireText(text, 'text', LONGEST_REMARK) }],
  DRAFT_ANSWER: ({ text, final }, context) => [
    'ANSWER_DRAFTED',
    { id: context.newId(), text: requireText(text, 'text'), final, ...byMember(context) },
  ],
  APPROVE_ANSWER: ({ answerId }, context, state) => {
    const draft = draftIn(state, answerId);
    if (isOwn(draft, context)) refuse(OWN_DRAFT.code, OWN_DRAFT.message, 'answerId');
    return ['ANSWER_APPROVED', { id: answerId, ...byMember(context) }];
  },
  RETURN_ANSWER: ({ answerId, reason }, _, state) => [
    'ANSWER_RETURNED',
    { id: draftIn(state, answerId).id, reason: requireText(reason, 'reason', 1000) },
  ],
  GIVE_ANSWER: ({ answerId, via, done, leftBehind }, context, state) => {
    const given = state.answers.find(({ id }) => id === answerId);
    if (!given) refuse(NO_DRAFT.code, NO_DRAFT.message, 'answerId');
    if (!mayGoOut(given, context)) refuse(APPROVE_FIRST.code, APPROVE_FIRST.message, 'answerId');
    if (done.length === 0) refuse('CONDITION_UNMET', NOBODY_TO_ANSWER);
    return ['ANSWER_GIVEN', { id: answerId, via, done, leftBehind }];
  },
  MOVE: ({ move, done, leftBehind }) => {
    if (done.length + leftBehind.length === 0) refuse('CONDITION_UNMET', NOTHING_LINKED);
    return ['MOVED', { move, done, leftBehind }];
  },
  CLOSE: ({ summary }) => ['CLOSED', { summary: requireText(summary, 'summary', LONGEST_REMARK) }],
  REOPEN: ({ reason }) => ['REOPENED', { reason: requireText(reason, 'reason', 1000) }],
};

/** What becomes of a command to an incident. Pure; identifiers come from `context.newId`. */
export function decideIncident(options: {
  readonly id: string;
  readonly state: IncidentState | undefined;
  readonly command: IncidentCommand;
  readonly context: IncidentContext;
}): IncidentDecision {
  const { id, state, command, context } = options;
  const standing = incidentObstacles(state, command.type, context);
  if (standing.length > 0) return { ok: false, refusals: standing };
  try {
    // The table pairs each command with its decider; the compiler cannot follow that through the union.
    const decider = DECIDERS[command.type] as (
      input: IncidentCommand,
      context: IncidentContext,
      state: IncidentState | undefined,
    ) => Decided;
    const { type: _type, ...input } = command;
    const [type, data] = decider(input as IncidentCommand, context, state);
    const event = { type, at: context.now, data } as IncidentEvent;
    return { ok: true, events: [event], state: evolveIncident(state, event, id) };
  } catch (error) {
    if (error instanceof RefusedError) return { ok: false, refusals: error.refusals };
    throw error;
  }
}

function soundMatter(matter: IncidentMatter, { sector, now }: IncidentContext): IncidentMatter {
  const { category, beganAt } = matter;
  const title = requireText(matter.title, 'title', LONGEST_NAME);
  const place = optionalText(matter.place, 'place', LONGEST_NAME);
  const respondentName = optionalText(matter.respondentName, 'respondentName', LONGEST_NAME);
  if (category !== undefined) {
    requireCode({ code: category, among: allCodes(sector.categories), field: 'category' });
  }
  if (beganAt > now) {
    refuse('INVALID', { zh: '发生时间不能晚于现在。', en: 'It began now or earlier.' }, 'beganAt');
  }
  return {
    ...{ title, beganAt },
    ...(category === undefined ? {} : { category }),
    ...(place === undefined ? {} : { place }),
    ...(respondentName === undefined ? {} : { respondentName }),
  };
}

function soundTeam({ departmentId, memberIds }: LeadTeam): LeadTeam {
  if (departmentId === undefined && memberIds.length === 0) {
    refuse(
      'REQUIRED',
      { zh: '请指定专班的部门或人员。', en: 'Name a department or people to lead it.' },
      'team',
    );
  }
  return { ...(departmentId === undefined ? {} : { departmentId }), memberIds: [...new Set(memberIds)] };
}

function byMember({ actor }: IncidentContext): { readonly by?: string } {
  return actor.kind === 'staff' ? { by: actor.memberId } : {};
}

/** Nobody approves their own words. */
function isOwn({ draftedBy }: MasterAnswer, { actor }: IncidentContext): boolean {
  return draftedBy !== undefined && actor.kind === 'staff' && draftedBy === actor.memberId;
}

function mayGoOut({ status }: MasterAnswer, { answerNeedsApproval }: IncidentContext): boolean {
  return status === 'APPROVED' || status === 'GIVEN' || (status === 'DRAFT' && !answerNeedsApproval);
}

function draftIn({ answers }: IncidentState, answerId: string): MasterAnswer {
  const draft = answers.find(({ id }) => id === answerId);
  if (!draft) refuse(NO_DRAFT.code, NO_DRAFT.message, 'answerId');
  if (draft.status !== 'DRAFT') {
    refuse('ALREADY_DONE', { zh: '这份答复稿已经审核过。', en: 'It has been judged already.' }, 'answerId');
  }
  return draft;
}
