import {
  addDays,
  type ClockTrigger,
  type DeadlineRule,
  type DurationUnit,
  LONGEST_NAME,
  localDateOf,
  problemWithText,
  type Refusal,
  type RuleCorrection,
  rulesFor,
  startClock,
  type TenantActor,
} from '@huiyin/domain';
import type { Localized } from '@huiyin/shared';
import { authorOf } from '../../casework/event-chain.ts';
import type { Office } from '../../casework/office.ts';

/** What an organisation found of a rule: nothing beside the code and the source says that it is right. */
export interface RuleCorrectionInput {
  readonly code: string;
  readonly source: string;
  readonly amount?: number | null;
  readonly unit?: DurationUnit | null;
  readonly effectiveFrom?: string | null;
  readonly effectiveTo?: string | null;
}

/** A promise of an organisation's own: tighter than a limit that there is, or about something that has none. */
export interface RulePromiseInput {
  /** Clock of the sector that it tightens; absent for one of its own. */
  readonly clock?: string | null;
  readonly name: string;
  readonly startsOn?: ClockTrigger | null;
  readonly endsOn?: readonly ClockTrigger[] | null;
  readonly amount: number;
  readonly unit: DurationUnit;
  readonly effectiveFrom?: string | null;
}

type Refused = { readonly refusals: readonly Refusal[] };

const LONGEST_AMOUNT = 10_000;

export function correctionFrom(
  input: RuleCorrectionInput,
  { office, actor }: { readonly office: Office; readonly actor: TenantActor },
): RuleCorrection | Refused {
  const { code, source, amount, unit, effectiveFrom, effectiveTo } = input;
  // Judged as declared: what was confirmed here once can be corrected here again.
  const rule = rulesFor(office.sector).find(({ id }) => id === code);
  if (!rule) return refused(NO_SUCH_RULE, 'code');
  if (rule.confirmed) return refused(CHECKED_ALREADY, 'code');
  if (source.trim() === '') return refused(GIVE_SOURCE, 'source');
  const problem = problemWithText(source, LONGEST_NAME);
  if (problem) return refused({ code: 'INVALID', message: problem }, 'source');
  if (amount != null && !isAmount(amount)) return refused(NO_AMOUNT, 'amount');
  const from = effectiveFrom ?? rule.effectiveFrom;
  const to = effectiveTo ?? rule.effectiveTo;
  if (to !== undefined && to < from) return refused(ENDS_FIRST, 'effectiveTo');
  return {
    ruleId: code,
    source: source.trim(),
    ...(amount == null ? {} : { amount }),
    ...(unit == null ? {} : { unit }),
    ...(effectiveFrom == null ? {} : { effectiveFrom }),
    ...(effectiveTo == null ? {} : { effectiveTo }),
    by: authorOf(actor).id,
    at: new Date().toISOString(),
  };
}

/** The promise as a rule beside the others. */
export function promiseFrom(input: RulePromiseInput, office: Office): DeadlineRule | Refused {
  const { clock, name, amount, unit } = input;
  const now = new Date().toISOString();
  const today = localDateOf(now, office.calendar.timeZone);
  const effectiveFrom = input.effectiveFrom ?? today;
  if (name.trim() === '') return refused(GIVE_NAME, 'name');
  const problem = problemWithText(name, LONGEST_NAME);
  if (problem) return refused({ code: 'INVALID', message: problem }, 'name');
  if (!isAmount(amount)) return refused(NO_AMOUNT, 'amount');
  if (effectiveFrom < today) return refused(IN_THE_PAST, 'effectiveFrom');
  const law = clock == null ? undefined : lawOf(clock, office, effectiveFrom);
  if (clock != null && !law) return refused(NO_SUCH_CLOCK, 'clock');
  const { startsOn, endsOn } = law ?? input;
  if (!startsOn) return refused(GIVE_MOMENT, 'startsOn');
  if (!endsOn || endsOn.length === 0) return refused(GIVE_MOMENT, 'endsOn');
  const words: Localized = { zh: name.trim(), en: name.trim() };
  const rule: DeadlineRule = {
    id: `own.${clock ?? startsOn}@${effectiveFrom}`,
    clock: clock ?? `own.${startsOn}.${endsOn[0]}`,
    label: law?.label ?? words,
    ...{ startsOn, endsOn, amount, unit },
    // What stops or lengthens the limit does the same to the promise: it stays the tighter of the two.
    ...(law?.pausesWhile ? { pausesWhile: law.pausesWhile } : {}),
    ...(law?.extension ? { extension: law.extension } : {}),
    basis: { regulation: words },
    ...{ effectiveFrom, confirmed: true, origin: 'organization' },
  };
  return law && !isTighter(rule, law, office) ? refused(LOOSER, 'amount') : rule;
}

/** Promises with those of a clock ended before a day: no clock starts by them from then on. */
export function endedPromises(
  ownRules: readonly DeadlineRule[],
  { clock, before }: { readonly clock: string; readonly before: string },
): DeadlineRule[] {
  const last = addDays(before, -1);
  return ownRules.flatMap((rule) => {
    if (rule.clock !== clock || (rule.effectiveTo !== undefined && rule.effectiveTo <= last)) return rule;
    return rule.effectiveFrom > last ? [] : { ...rule, effectiveTo: last };
  });
}

/** The limit of a clock that binds on a day without anybody's promise; of several, the tightest. */
function lawOf(clock: string, { sector, settings, calendar }: Office, day: string): DeadlineRule | undefined {
  const rules = rulesFor(sector, { ownRules: [], ruleCorrections: settings.ruleCorrections }).filter(
    (rule) =>
      rule.clock === clock &&
      rule.effectiveFrom <= day &&
      (rule.effectiveTo === undefined || day <= rule.effectiveTo),
  );
  const at = new Date().toISOString();
  const due = (rule: DeadlineRule): string => startClock({ id: '', rule, at, calendar }).dueAt;
  return rules.sort((a, b) => (due(a) < due(b) ? -1 : 1))[0];
}

/** Whether a promise made today falls due before the limit does. */
function isTighter(own: DeadlineRule, law: DeadlineRule, { calendar }: Office): boolean {
  const at = new Date().toISOString();
  const due = (rule: DeadlineRule): string => startClock({ id: '', rule, at, calendar }).dueAt;
  return due(own) < due(law);
}

function isAmount(amount: number): boolean {
  return Number.isInteger(amount) && amount >= 1 && amount <= LONGEST_AMOUNT;
}

function refused(refusal: Refusal, field: string): Refused {
  return { refusals: [{ ...refusal, field }] };
}

const NO_SUCH_RULE: Refusal = {
  code: 'NOT_FOUND',
  message: { zh: '没有这条时限规则。', en: 'There is no such rule.' },
};
const NO_SUCH_CLOCK: Refusal = {
  code: 'NOT_FOUND',
  message: { zh: '没有这项时限。', en: 'There is no such clock.' },
};
const CHECKED_ALREADY: Refusal = {
  code: 'CONDITION_UNMET',
  message: {
    zh: '此条文已核实，不能更改；需要更严的时限，请另作承诺。',
    en: 'Its text was checked at the source; a tighter limit is a promise of your own.',
  },
};
const GIVE_SOURCE: Refusal = {
  code: 'REQUIRED',
  message: { zh: '请写明核实的出处。', en: 'Say where you found it written.' },
};
const GIVE_NAME: Refusal = {
  code: 'REQUIRED',
  message: { zh: '请写明承诺的名称。', en: 'Say what the promise is called.' },
};
const GIVE_MOMENT: Refusal = {
  code: 'REQUIRED',
  message: { zh: '请说明从何时起、到何时止。', en: 'Say from what until what it runs.' },
};
const NO_AMOUNT: Refusal = {
  code: 'INVALID',
  message: { zh: `应为 1 到 ${LONGEST_AMOUNT} 的整数。`, en: `A whole number from 1 to ${LONGEST_AMOUNT}.` },
};
const ENDS_FIRST: Refusal = {
  code: 'INVALID',
  message: { zh: '失效日期不能早于生效日期。', en: 'It cannot end before it begins.' },
};
const IN_THE_PAST: Refusal = {
  code: 'INVALID',
  message: { zh: '承诺从今天或以后起生效。', en: 'A promise holds from today on, or later.' },
};
const LOOSER: Refusal = {
  code: 'CONDITION_UNMET',
  message: {
    zh: '本单位的承诺只能比规定更严，不能更宽。',
    en: 'A promise of your own is tighter than the limit, never looser.',
  },
};
