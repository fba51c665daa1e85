import type { DamagesRule, PunitiveDamages } from '../sectors/contract.ts';
import type { ComplaintState } from './state.ts';

/** The law that grants a consumer more than the loss in such a matter, or why there is none. */
export type DamagesBasis =
  | { readonly granted: true; readonly rule: DamagesRule }
  | { readonly granted: false; readonly why: PunitiveDamages['none'] };

/** `undefined` where the sector knows none, or the matter does not say what it is about. */
export function damagesBasis(
  { details }: Pick<ComplaintState, 'details'>,
  { damages }: { readonly damages?: PunitiveDamages | undefined },
): DamagesBasis | undefined {
  const value = damages && details[damages.by];
  if (!damages || typeof value !== 'string') return undefined;
  const rule = damages.rules.find((each) => each.in.includes(value));
  return rule ? { granted: true, rule } : { granted: false, why: damages.none };
}

/** What the two ways come to; all in whole minor units of yuan. */
export interface Damages {
  /** So many times the price, and so many times the loss, each at least the least sum. */
  readonly byPrice: number;
  readonly byLoss: number;
  /** The higher of the two, which a consumer who is free to choose takes. */
  readonly higher: 'PRICE' | 'LOSS';
}

type Terms = Pick<DamagesRule, 'priceTimes' | 'lossTimes' | 'least'>;

/** What may be claimed beside the loss itself. Price and loss: whole minor units, not negative. */
export function damagesOf(
  { priceTimes, lossTimes, least }: Terms,
  { price, loss }: { readonly price: number; readonly loss: number },
): Damages {
  const byPrice = Math.max(price * priceTimes, least);
  const byLoss = Math.max(loss * lossTimes, least);
  return { byPrice, byLoss, higher: byLoss > byPrice ? 'LOSS' : 'PRICE' };
}
