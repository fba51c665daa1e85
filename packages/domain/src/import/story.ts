import type { Localized } from '@huiyin/shared';
import type { Command } from '../complaint/commands.ts';
import type {
  Channel,
  Demand,
  Finding,
  FollowUpResult,
  Kind,
  Sanction,
  SourceLevel,
} from '../complaint/words.ts';
import type { Money } from '../money/money.ts';
import type { Sector } from '../sectors/contract.ts';
import { type Instant, instantAt, type LocalDate } from '../time.ts';

/** A day of a sheet, with the time where the sheet has one. */
export interface SheetDate {
  readonly date: LocalDate;
  readonly instant?: Instant;
}

/** The values of one row, by import target, as they were read. Absent: the cell is empty or has no column. */
export interface RowValues {
  readonly externalNumber?: string;
  readonly receivedAt?: SheetDate;
  readonly sourceLevel?: SourceLevel;
  readonly sourceBody?: string;
  readonly channel?: Channel;
  readonly complainantName?: string;
  readonly complainantPhone?: string;
  readonly groupSize?: number;
  readonly confidential?: boolean;
  readonly respondentName?: string;
  readonly respondentType?: string;
  readonly occurredOn?: SheetDate;
  readonly kind?: Kind;
  readonly content?: string;
  readonly demands?: readonly Demand[];
  readonly decision?: 'ACCEPTED' | 'DECLINED' | 'TRANSFERRED';
  readonly decidedOn?: SheetDate;
  readonly notifiedOn?: SheetDate;
  readonly declineGround?: string;
  readonly transferBody?: string;
  readonly finding?: Finding;
  readonly findingFacts?: string;
  readonly resultText?: string;
  readonly compensation?: Money;
  readonly answeredOn?: SheetDate;
  readonly followUpResult?: FollowUpResult;
  readonly closedOn?: SheetDate;
  readonly category?: string;
  readonly classification?: string;
  readonly details: Readonly<Record<string, unknown>>;
  /** What stands in the ground's column in words. */
  readonly declineReason?: string;
}

/** Something wrong with a row: which target, what, and what to do. */
export interface StoryProblem {
  readonly target: string;
  readonly code: 'MISSING' | 'CONTRADICTION' | 'IN_FUTURE';
  readonly message: Localized;
}

/** What a row tells: how it was registered, and what was done when. */
export interface Story {
  readonly externalNumber?: string;
  readonly complainant?: { readonly name?: string; readonly phone?: string };
  readonly register: Omit<Extract<Command, { type: 'REGISTER' }>, 'complainantId'>;
  readonly steps: readonly {
    readonly at: Instant;
    readonly command: Exclude<Command, { type: 'REGISTER' }>;
  }[];
}

/**
 * Times of day for what a sheet dates by the day only: in the order in which an office works, so that what happened on
 * one day keeps its order and ends before close of business.
 */
const TIME_OF_DAY = {
  received: '09:00',
  decided: '10:00',
  notified: '11:00',
  concluded: '14:00',
  answered: '15:00',
  followedUp: '16:00',
  closed: '17:00',
} as const;

const ANONYMOUS = /^(匿名|无名氏|不详|anonymous)$/i;
const NO_WORDS = '（登记表未载明）';

/** The story of a row; or, with every reason, why it cannot be told. `now`: nothing may have happened after it. */
export function storyOf(
  values: RowValues,
  sector: Sector,
  now: Instant,
):
  | { readonly ok: true; readonly story: Story }
  | { readonly ok: false; readonly problems: readonly StoryProblem[] } {
  const problems = missingOf(values);
  const { receivedAt, content } = values;
  if (!receivedAt || !content) return { ok: false, problems };
  const start = momentOf(receivedAt, 'received');
  const steps: { at: Instant; command: Exclude<Command, { type: 'REGISTER' }> }[] = [];
  let latest = start;
  const add = (command: Exclude<Command, { type: 'REGISTER' }>, at: Instant): void => {
    // What a sheet dates by the day happened, at the earliest, after what had to come before it.
    latest = at > latest ? at : latest;
    steps.push({ at: latest, command });
  };
  for (const [target, label] of DATED) {
    const date = values[target];
    if (!date) continue;
    if (date.date < receivedAt.date) {
      problems.push({
        target,
        code: 'CONTRADICTION',
        message: { zh: `${label.zh}早于登记日期。`, en: `${label.en} is before the date received.` },
      });
    }
    if (momentOf(date, 'received') > now) problems.push({ target, code: 'IN_FUTURE', message: IN_FUTURE });
  }
  if (start > now) problems.push({ target: 'receivedAt', code: 'IN_FUTURE', message: IN_FUTURE });
  if (problems.length > 0) return { ok: false, problems };

  tell(values, sector, add);
  return { ok: true, story: { ...opening(values, start), steps } };
}

const IN_FUTURE: Localized = { zh: '日期在将来，请核对。', en: 'The date lies in the future; check it.' };

const DATED = [
  ['decidedOn', { zh: '受理日期', en: 'The decision' }],
  ['notifiedOn', { zh: '告知日期', en: 'The notification' }],
  ['answeredOn', { zh: '答复日期', en: 'The answer' }],
  ['closedOn', { zh: '办结日期', en: 'The closing' }],
] as const;

function momentOf({ date, instant }: SheetDate, moment: keyof typeof TIME_OF_DAY): Instant {
  return instant ?? instantAt(date, TIME_OF_DAY[moment]);
}

function missingOf(values: RowValues): StoryProblem[] {
  const problems: StoryProblem[] = [];
  const need = (target: string, zh: string, en: string): void => {
    problems.push({ target, code: 'MISSING', message: { zh, en } });
  };
  if (!values.receivedAt) need('receivedAt', '请填写登记时间。', 'Give the date received.');
  if (!values.content?.trim()) need('content', '请填写投诉内容。', 'Give the content.');
  if (values.decision === 'DECLINED' && !values.declineGround) {
    need('declineGround', '不予受理须写明原因。', 'Give the ground for declining.');
  }
  if (values.decision === 'TRANSFERRED' && !values.transferBody) {
    need('transferBody', '移送须写明移送单位。', 'Name the body it was transferred to.');
  }
  return problems;
}

function opening(values: RowValues, start: Instant): Omit<Story, 'steps'> {
  const {
    complainantName,
    complainantPhone,
    confidential = false,
    externalNumber,
    category,
    classification,
  } = values;
  const name = complainantName && !ANONYMOUS.test(complainantName.trim()) ? complainantName : undefined;
  const level = values.sourceLevel ?? 'DIRECT';
  return {
    ...(externalNumber ? { externalNumber } : {}),
    ...(name || complainantPhone
      ? {
          complainant: {
            ...(name ? { name } : {}),
            ...(complainantPhone ? { phone: complainantPhone } : {}),
          },
        }
      : {}),
    register: {
      type: 'REGISTER',
      receivedAt: start,
      kind: values.kind ?? 'COMPLAINT',
      channel: values.channel ?? (level.startsWith('HOTLINE') ? 'HOTLINE_TRANSFER' : 'OTHER'),
      source: { level, ...(values.sourceBody ? { body: values.sourceBody } : {}) },
      disclosure: name ? (confidential ? 'CONFIDENTIAL' : 'NAMED') : 'ANONYMOUS',
      groupSize: values.groupSize ?? 1,
      content: values.content ?? '',
      demands: values.demands ?? [],
      respondent: {
        ...(values.respondentName ? { name: values.respondentName } : {}),
        ...(values.respondentType ? { type: values.respondentType } : {}),
      },
      ...(values.occurredOn ? { occurredOn: values.occurredOn.date } : {}),
      ...(category ? { category } : {}),
      ...(classification ? { classification } : {}),
      details: values.details,
    },
  };
}

type Add = (command: Exclude<Command, { type: 'REGISTER' }>, at: Instant) => void;

/** What was done, in the order in which it can have been done. */
function tell(values: RowValues, sector: Sector, add: Add): void {
  const { decidedOn, notifiedOn, answeredOn, closedOn, receivedAt } = values;
  const last = closedOn ?? answeredOn;
  const decision = values.decision ?? (last ? 'ACCEPTED' : undefined);
  if (!decision || !receivedAt) return;
  const decided = decidedOn ?? notifiedOn ?? receivedAt;
  add(decisionOf(values, decision), momentOf(decided, 'decided'));
  const told = notifiedOn ?? (decision === 'DECLINED' ? (answeredOn ?? decided) : decided);
  add({ type: 'NOTIFY_DECISION', via: values.channel ?? 'OTHER' }, momentOf(told, 'notified'));
  if (decision !== 'DECLINED') work(values, sector, add);
  end(values, decision, { told: last ?? told, add });
}

type Decision = NonNullable<RowValues['decision']>;

function decisionOf(values: RowValues, decision: Decision): Exclude<Command, { type: 'REGISTER' }> {
  const reason = values.declineReason ?? values.resultText ?? NO_WORDS;
  const body = values.transferBody;
  switch (decision) {
    case 'ACCEPTED':
      return { type: 'ACCEPT' };
    case 'DECLINED':
      return { type: 'DECLINE', ground: values.declineGround ?? '', reason, ...(body ? { body } : {}) };
    case 'TRANSFERRED':
      return { type: 'TRANSFER', body: body ?? '', reason };
  }
}

/** The complainant is asked before a matter of ours closes; after another body's answer has closed it. */
function end(values: RowValues, decision: Decision, { told, add }: { told: SheetDate; add: Add }): void {
  const { followUpResult: result, closedOn } = values;
  const ask = (on: SheetDate, moment: 'followedUp' | 'closed'): void => {
    if (result) add({ type: 'FOLLOW_UP', result, ...saidResolved(result) }, momentOf(on, moment));
  };
  if (decision === 'ACCEPTED') ask(told, 'followedUp');
  if (!closedOn) return;
  const summary = values.resultText ?? values.findingFacts;
  add({ type: 'CLOSE', ...(summary ? { summary } : {}) }, momentOf(closedOn, 'closed'));
  if (decision === 'TRANSFERRED') ask(closedOn, 'closed');
}

/** Finding, remedies and answer of a matter that was taken on here or elsewhere. */
function work(values: RowValues, sector: Sector, add: Add): void {
  const { answeredOn, closedOn, finding, findingFacts, resultText, compensation } = values;
  const done = answeredOn ?? closedOn;
  if (!done) return;
  const words = resultText ?? findingFacts ?? NO_WORDS;
  const concluded = momentOf(done, 'concluded');
  if (finding) add({ type: 'CONCLUDE', finding, facts: findingFacts ?? words }, concluded);
  const transferred = values.decision === 'TRANSFERRED';
  // A copy that went to another body is told in the words of the result.
  const everything = `${findingFacts ?? ''}${resultText ?? ''}`;
  for (const { code, label, synonyms = [] } of transferred ? [] : sector.forwardings) {
    if ([label.zh, label.en, ...synonyms].some((spelling) => everything.includes(spelling))) {
      add({ type: 'FORWARD', to: code, text: words }, concluded);
    }
  }
  if (compensation && compensation.amount > 0) {
    const money = { original: compensation, converted: compensation };
    add({ type: 'GIVE_REMEDY', remedy: 'COMPENSATION', money }, concluded);
  }
  const answered = momentOf(done, 'answered');
  if (transferred) add({ type: 'RECORD_TRANSFER_ANSWER', text: words }, answered);
  else add({ type: 'ANSWER', text: words, via: values.channel ?? 'OTHER', final: true }, answered);
}

function saidResolved(result: FollowUpResult): { resolved?: boolean } {
  if (result === 'SATISFIED' || result === 'ACCEPTABLE') return { resolved: true };
  return result === 'DISSATISFIED' ? { resolved: false } : {};
}

/** A row of the sheet of sanctions. */
export interface SanctionValues {
  readonly externalNumber?: string;
  readonly sanctionParty?: string;
  readonly sanctionKind?: Sanction;
  readonly amount?: Money;
  readonly rate?: string;
  readonly rateDate?: SheetDate;
  readonly converted?: Money;
  readonly paidOn?: SheetDate;
}

/** The sanction that a row tells of, and when it was imposed as far as the sheet says. */
export function sanctionOf(
  values: SanctionValues,
):
  | { readonly command: Extract<Command, { type: 'IMPOSE_SANCTION' }>; readonly at: Instant | undefined }
  | undefined {
  const { sanctionKind, sanctionParty, amount, rate, rateDate, converted, paidOn } = values;
  if (!sanctionKind) return undefined;
  const money = amount && {
    original: amount,
    converted: converted ?? amount,
    ...(rate ? { rate } : {}),
    ...(rateDate ? { rateDate: rateDate.date } : {}),
  };
  return {
    at: paidOn && momentOf(paidOn, 'concluded'),
    command: {
      type: 'IMPOSE_SANCTION',
      sanction: sanctionKind,
      ...(sanctionParty ? { party: sanctionParty } : {}),
      ...(money ? { money } : {}),
      ...(paidOn ? { paidOn: paidOn.date } : {}),
    },
  };
}
