import type { Localized } from '@huiyin/shared';
import type { Counted } from './query.ts';

/** What the things counted are called one by one: `12 件`, `1 case`, `3 sanctions`. */
export interface Counter {
  readonly zh: string;
  /** One of them. */
  readonly en: string;
  readonly many: string;
}

const CASES: Counter = { zh: '件', en: 'case', many: 'cases' };
const counter = (zh: string, en: string, many = `${en}s`): Counter => ({ zh, en, many });

/** A measure in the words that tell a reader what was counted. */
export interface MeasureWords {
  readonly label: Localized;
  /** The day on which it counts. */
  readonly day: Localized;
  readonly counter: Counter;
  /** One case can count more than once. */
  readonly several?: true;
}

const words = (label: readonly [string, string], day: readonly [string, string]): MeasureWords => ({
  label: { zh: label[0], en: label[1] },
  day: { zh: day[0], en: day[1] },
  counter: CASES,
});
const several = (
  label: readonly [string, string],
  day: readonly [string, string],
  counted: Counter = CASES,
): MeasureWords => ({ ...words(label, day), counter: counted, several: true });

/** Every measure as `facts.ts` defines it. */
export const MEASURE_WORDS: Readonly<Record<Counted, MeasureWords>> = {
  RECEIVED: words(['收到', 'received'], ['收到之日', 'the day received']),
  ACCEPTED: several(['受理', 'accepted'], ['决定受理之日', 'the day accepted']),
  DECLINED: several(['不予受理', 'declined'], ['决定不予受理之日', 'the day declined']),
  TRANSFERRED: several(['移送', 'transferred'], ['移送之日', 'the day transferred']),
  MERGED: words(['并案', 'merged'], ['并案之日', 'the day merged']),
  WITHDRAWN: several(['撤回', 'withdrawn'], ['撤回之日', 'the day withdrawn']),
  CLOSED: several(['办结', 'closed'], ['办结之日', 'the day closed']),
  REOPENED: several(['重办', 'reopened'], ['重办之日', 'the day reopened']),
  APPEALED: several(['复查', 'appealed'], ['申请复查之日', 'the day appealed']),
  LEFT: several(['离开在办', 'no longer open'], ['离开在办之日', 'the day it was no longer open']),
  OPEN: words(['在办', 'open'], ['期末', 'the end of the period']),
  ANSWERED: several(['最终答复', 'answered'], ['答复之日', 'the day answered'], counter('次', 'answer')),
  CONCLUDED: words(['作出结论', 'concluded'], ['作出结论之日', 'the day concluded']),
  FIRST_CONTACT: words(['当场办结', 'settled on the spot'], ['办结之日', 'the day closed']),
  REPEATED: words(
    ['同一投诉人 30 日内就同一事项再次投诉', 'the same complainant and subject again within 30 days'],
    ['收到之日', 'the day received'],
  ),
  CLOCK_ENDED: several(
    ['时限完成或到期', 'deadlines met or run out'],
    ['按时完成之日或到期之日', 'the day met, or the day it ran out'],
    counter('项', 'deadline'),
  ),
  PROMISE_DUE: several(
    ['承诺到期', 'promises due'],
    ['兑现之日或到期之日', 'the day kept, or the day due'],
    counter('项', 'promise'),
  ),
  FOLLOW_UP_DUE: words(['应回访', 'due for a follow-up'], ['最终答复之日', 'the day of the final answer']),
  FOLLOWED_UP: words(['回访', 'followed up'], ['回访之日', 'the day of the follow-up']),
  HANDLING_TIME: words(
    ['自收到至办结的时长', 'time from receipt to closing'],
    ['办结之日', 'the day closed'],
  ),
  HANDLING_WORKING_TIME: words(
    ['自收到至办结的工作时长', 'working time from receipt to closing'],
    ['办结之日', 'the day closed'],
  ),
  REPAIR_TIME: words(['自收到至修复的时长', 'time from receipt to repair'], ['修复之日', 'the day repaired']),
  REMEDY: several(
    ['处理结果', 'remedies'],
    ['处理之日', 'the day given'],
    counter('项', 'remedy', 'remedies'),
  ),
  SANCTION: several(['行政处罚', 'sanctions'], ['处罚之日', 'the day imposed'], counter('项', 'sanction')),
  SANCTION_PAID: several(
    ['缴款', 'paid to the treasury'],
    ['缴款之日', 'the day paid'],
    counter('项', 'payment'),
  ),
  CONVERTED: several(['类别转化', 'conversions'], ['转化之日', 'the day of the conversion']),
  FORWARDED: several(['上报或抄送', 'forwarded'], ['上报之日', 'the day forwarded']),
  FORWARDING_RECEIVED: several(
    ['取得上报回执', 'receipts of forwarding'],
    ['回执之日', 'the day of the receipt'],
  ),
  HANDED_OVER: several(
    ['移交', 'hand-overs'],
    ['提出移交之日', 'the day offered'],
    counter('次', 'hand-over'),
  ),
  ESCALATED: several(['提请主管关注', 'escalated'], ['提请之日', 'the day escalated'], counter('次', 'time')),
  RECUSED: several(['回避', 'recusals'], ['回避之日', 'the day recused'], counter('次', 'recusal')),
  INCIDENT_LINKED: words(['并入群体性事件', 'linked to an incident'], ['并入之日', 'the day linked']),
  REVEALED: several(
    ['查看身份', 'identities revealed'],
    ['查看之日', 'the day revealed'],
    counter('次', 'time'),
  ),
  MEDIATED: several(
    ['调解结束', 'mediations ended'],
    ['调解结束之日', 'the day ended'],
    counter('次', 'mediation'),
  ),
  ROUTE_TAKEN: several(['转入其他途径', 'other routes taken'], ['转入之日', 'the day taken']),
  CAUSE_STATED: several(
    ['登记原因', 'causes stated'],
    ['登记之日', 'the day stated'],
    counter('项', 'cause'),
  ),
  LESSON_RECORDED: several(
    ['经验教训', 'lessons'],
    ['登记之日', 'the day recorded'],
    counter('条', 'lesson'),
  ),
  ACTION_PLANNED: several(
    ['计划整改', 'corrective actions planned'],
    ['计划之日', 'the day planned'],
    counter('项', 'action'),
  ),
  ACTION_COMPLETED: several(
    ['完成整改', 'corrective actions completed'],
    ['完成之日', 'the day completed'],
    counter('项', 'action'),
  ),
  DOCUMENT_ISSUED: several(
    ['出具文书', 'documents issued'],
    ['出具之日', 'the day issued'],
    counter('份', 'document'),
  ),
  ACTION_IN_TIME: several(
    ['按期完成整改', 'corrective actions completed in time'],
    ['完成之日', 'the day completed'],
    counter('项', 'action'),
  ),
  ACTION_OPEN: several(
    ['未完成整改', 'corrective actions not completed'],
    ['期末', 'the end of the period'],
    counter('项', 'action'),
  ),
  ACTION_OVERDUE: several(
    ['逾期整改', 'corrective actions overdue'],
    ['期末', 'the end of the period'],
    counter('项', 'action'),
  ),
  ENGINEERING_JOINED: several(['列入工程清单', 'joined engineering lists'], ['列入之日', 'the day joined']),
  ENGINEERING_ADVANCED: several(['工程进展', 'engineering steps'], ['进展之日', 'the day of the step']),
  ENGINEERING_ENDED: several(['离开工程清单', 'left engineering lists'], ['离开之日', 'the day it left']),
  ENGINEERING_WAITING: several(
    ['待工程处理', 'waiting for engineering'],
    ['期末之日', 'the last day of the period'],
  ),
};
