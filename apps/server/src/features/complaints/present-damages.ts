import { type ComplaintState, damagesBasis, type Money } from '@huiyin/domain';
import { inLocale } from '@huiyin/shared';
import type { DamagesType } from './complaint-aspects.type.ts';
import type { Viewer } from './viewer.ts';

/** What the consumer may claim by the sector's laws, with the price that the matter states. */
export function presentDamages(state: ComplaintState, { office, locale }: Viewer): DamagesType | null {
  const { damages } = office.sector;
  const basis = damagesBasis(state, office.sector);
  if (!damages || !basis) return null;
  const stated = state.details[damages.price] as Money | undefined;
  const price = stated?.currency === 'CNY' ? stated : null;
  const yuan = (amount: number): Money => ({ amount, currency: 'CNY' });
  if (!basis.granted) {
    const why = inLocale(basis.why, locale);
    const none = { basis: null, condition: null, priceTimes: 0, lossTimes: 0, least: yuan(0) };
    return { ...none, why, confirmed: false, price };
  }
  const { basis: law, condition, confirmed, priceTimes, lossTimes, least } = basis.rule;
  return {
    ...{ why: null, basis: inLocale(law, locale), condition: inLocale(condition, locale) },
    ...{ confirmed, priceTimes, lossTimes, least: yuan(least), price },
  };
}
