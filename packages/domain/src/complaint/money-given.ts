import { isCurrency } from '../money/money.ts';
import type { DecisionContext } from './context.ts';
import type { RecordedMoney } from './parts.ts';
import { refuse } from './refusal.ts';
import { requirePastDay } from './validate.ts';

/** A rate has at most ten digits before the point and ten after it. */
const RATE = /^\d{1,10}(\.\d{1,10})?$/;

/** Refuses sums that cannot be: negative, in no currency, converted without a rate, at a rate of a day to come. */
export function requireSoundMoney(money: RecordedMoney | undefined, context: DecisionContext): void {
  if (!money) return;
  const { original, converted, rate, rateDate } = money;
  for (const [name, { amount, currency }] of Object.entries({ original, converted })) {
    if (!Number.isSafeInteger(amount) || amount < 0) refuse('INVALID', NOT_A_SUM, `money.${name}`);
    if (!isCurrency(currency)) refuse('INVALID', NO_CURRENCY, `money.${name}.currency`);
  }
  if (rate !== undefined && (!RATE.test(rate) || Number(rate) === 0))
    refuse('INVALID', NOT_A_RATE, 'money.rate');
  if (rateDate !== undefined) requirePastDay(rateDate, 'money.rateDate', context);
  const foreign = original.currency !== converted.currency;
  if (foreign && (!rate || !rateDate)) refuse('REQUIRED', GIVE_RATE, 'money.rate');
  if (!foreign && original.amount !== converted.amount) refuse('INVALID', NOT_EQUAL, 'money.converted');
}

const NOT_A_SUM = {
  zh: '金额应为最小货币单位的非负整数。',
  en: 'Give a non-negative whole number of minor units.',
};
const NO_CURRENCY = {
  zh: '币种应为 ISO 4217 代码，如 CNY。',
  en: 'Give a currency of ISO 4217, such as CNY.',
};
const NOT_A_RATE = { zh: '汇率应为正的小数，如 0.8564。', en: 'Give the rate as a decimal above zero.' };
const GIVE_RATE = { zh: '外币请填写汇率和汇率日期。', en: 'Give the rate and its date.' };
const NOT_EQUAL = { zh: '同币种金额应相同。', en: 'Both sums must agree in one currency.' };
