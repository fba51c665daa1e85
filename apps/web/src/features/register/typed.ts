import type { Sector } from '@huiyin/domain';
import { detailsInput } from '../../forms/detail-fields.tsx';
import { type MoneyTyped, recordedMoney } from '../../forms/money-fields.tsx';
import type { ComplaintRegisterInput, SettlementInput } from '../../generated/schema.ts';

/** A call as it is typed. */
export interface Typed extends Omit<ComplaintRegisterInput, 'details' | 'respondent' | 'settlement'> {
  readonly details?: Readonly<Record<string, unknown>>;
  readonly respondent?: { readonly name?: string; readonly type?: string };
  readonly settles?: boolean;
  readonly settlement?: Omit<SettlementInput, 'money'> & { readonly money?: MoneyTyped };
}

/** What the schema wants of it. */
export function inputOf(typed: Typed, options: { sector: Sector; key: string }): ComplaintRegisterInput {
  const { details, respondent, complainant, settles, settlement, ...matter } = typed;
  const { sector, key } = options;
  const money = recordedMoney(settlement?.money);
  return {
    ...matter,
    ...(typed.disclosure === 'ANONYMOUS' || !complainant ? {} : { complainant }),
    ...(respondent?.name || respondent?.type ? { respondent } : {}),
    details: detailsInput(sector, details) as NonNullable<ComplaintRegisterInput['details']>,
    ...(settles && settlement
      ? { settlement: { ...settlement, money: undefined, ...(money ? { money } : {}) } as SettlementInput }
      : {}),
    idempotencyKey: key,
  };
}

/** Where a refusal belongs in the form. */
export function formPath(field: string | null | undefined): (string | number)[] {
  if (!field) return ['content'];
  return field === 'complainant' ? ['complainant', 'phone'] : field.split('.');
}
