import type { ComplaintState, DeadlineRule, Status } from '@huiyin/domain';
import type { Localized } from '@huiyin/shared';

/** Where a complaint stands, in words for whoever made it. */

const t = (zh: string, en: string): Localized => ({ zh, en });

export const PUBLIC_STAGES = [
  'RECEIVED',
  'UNDER_REVIEW',
  'BEING_HANDLED',
  'WAITING_FOR_YOU',
  'IN_MEDIATION',
  'ANSWERED',
  'CLOSED',
  'DECLINED',
  'TRANSFERRED',
  'MERGED',
  'WITHDRAWN',
] as const;
export type PublicStage = (typeof PUBLIC_STAGES)[number];

export const STAGE_LABELS: Readonly<Record<PublicStage, Localized>> = {
  RECEIVED: t('已收到', 'Received'),
  UNDER_REVIEW: t('正在审查是否受理', 'Being looked at'),
  BEING_HANDLED: t('正在办理', 'Being handled'),
  WAITING_FOR_YOU: t('等您补充', 'Waiting for you'),
  IN_MEDIATION: t('正在调解', 'In mediation'),
  ANSWERED: t('已答复', 'Answered'),
  CLOSED: t('已办结', 'Closed'),
  DECLINED: t('不予受理', 'Not taken on'),
  TRANSFERRED: t('已转交其他单位', 'Passed to another body'),
  MERGED: t('已合并办理', 'Handled together with another'),
  WITHDRAWN: t('已撤回', 'Withdrawn'),
};

const STAGE_OF: Readonly<Record<Status, PublicStage>> = {
  REGISTERED: 'RECEIVED',
  UNDER_REVIEW: 'UNDER_REVIEW',
  ACCEPTED: 'BEING_HANDLED',
  IN_PROGRESS: 'BEING_HANDLED',
  WAITING_FOR_COMPLAINANT: 'WAITING_FOR_YOU',
  IN_MEDIATION: 'IN_MEDIATION',
  ANSWERED: 'ANSWERED',
  FOLLOWED_UP: 'ANSWERED',
  CLOSED: 'CLOSED',
  DECLINED: 'DECLINED',
  TRANSFERRED: 'TRANSFERRED',
  MERGED: 'MERGED',
  WITHDRAWN: 'WITHDRAWN',
};

/** A decision against the complainant shows once they have been told of it, with the reason and the other routes. */
export function stageOf(state: Pick<ComplaintState, 'status' | 'acceptance'>): PublicStage {
  const stage = STAGE_OF[state.status];
  const decided = stage === 'DECLINED' || stage === 'TRANSFERRED';
  return decided && !state.acceptance?.notifiedAt ? 'UNDER_REVIEW' : stage;
}

/** What it means, and what happens next. */
export const STAGE_TEXTS: Readonly<Record<PublicStage, Localized>> = {
  RECEIVED: t(
    '我们已收到，接下来会决定是否受理并告诉您。',
    'We have it. Next we decide whether we take it on, and tell you.',
  ),
  UNDER_REVIEW: t(
    '我们正在审查是否受理，有了决定会告诉您。',
    'We are looking at whether it is ours to take on, and will tell you.',
  ),
  BEING_HANDLED: t(
    '我们正在调查处理，有结果会在这里答复您。',
    'We are looking into it. The answer will stand here.',
  ),
  WAITING_FOR_YOU: t(
    '我们需要您补充材料或说明，收到后继续办理。',
    'We need something from you, and go on when we have it.',
  ),
  IN_MEDIATION: t('我们正在组织双方调解。', 'We are mediating between both sides.'),
  ANSWERED: t(
    '我们已经答复。请看下面的答复，并告诉我们您是否满意。',
    'We have answered. Please read the answer below and tell us what you think of it.',
  ),
  CLOSED: t('此件已经办结。', 'It is closed.'),
  DECLINED: t(
    '此件不予受理，理由和其他途径见下。',
    'We do not take it on; why, and where else to turn, stands below.',
  ),
  TRANSFERRED: t('此件已转交有权处理的单位。', 'It was passed to the body that is in charge of it.'),
  MERGED: t(
    '此件与同一事项合并办理，会一并答复您。',
    'It is handled with others of the same matter; you are answered with them.',
  ),
  WITHDRAWN: t('您已撤回此件。', 'You have withdrawn it.'),
};

const UNITS = {
  hours: t('小时', 'hours'),
  days: t('日', 'days'),
  workingDays: t('个工作日', 'working days'),
} as const;

/** How long a rule gives. */
export function limitOf({ amount, unit }: Pick<DeadlineRule, 'amount' | 'unit'>): Localized {
  return t(`${amount} ${UNITS[unit].zh}`, `${amount} ${UNITS[unit].en}`);
}
