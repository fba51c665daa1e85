import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sectorOf } from '../sectors/index.ts';
import { damagesBasis, damagesOf } from './damages.ts';

const DRUG = sectorOf('DRUG_REGULATION');
const basisOf = (productClass?: string) => damagesBasis({ details: { productClass } }, DRUG);
const TERMS = { priceTimes: 10, lossTimes: 3, least: 100_000 };

describe('the law', () => {
  test('of drugs and of food, each by its own article', () => {
    expect(basisOf('DRUG')).toMatchObject({ granted: true, rule: { ...TERMS, in: ['DRUG'] } });
    expect(basisOf('HEALTH_FOOD')).toMatchObject({
      ...{ granted: true, rule: { ...TERMS, basis: { zh: '食品安全法第一百四十八条第二款' } } },
    });
  });

  test('for cosmetics and devices there is none, and that is said', () => {
    expect(basisOf('COSMETIC')).toMatchObject({ granted: false });
    expect(basisOf('MEDICAL_DEVICE')).toMatchObject({ granted: false });
  });

  test('nothing is said of a matter without a class, or of another sector', () => {
    expect(basisOf()).toBeUndefined();
    expect(damagesBasis({ details: { productClass: 'DRUG' } }, sectorOf('TOURISM'))).toBeUndefined();
  });
});

describe('the sum', () => {
  test('of a bottle for 38 yuan with a doctor’s bill of 500: 1,000 by the price, 1,500 by the loss', () => {
    expect(damagesOf(TERMS, { price: 3_800, loss: 50_000 })).toEqual({
      ...{ byPrice: 100_000, byLoss: 150_000, higher: 'LOSS' },
    });
  });

  test('of a course for 399 yuan without a loss: 3,990', () => {
    expect(damagesOf(TERMS, { price: 39_900, loss: 0 })).toMatchObject({ byPrice: 399_000, higher: 'PRICE' });
  });

  const SUM = fc.integer({ min: 0, max: 10_000_000_000 });

  test('is never below 1,000 yuan, nor below what either way gives, and stays a whole number of fen', () => {
    fc.assert(
      fc.property(SUM, SUM, (price, loss) => {
        const { byPrice, byLoss, higher } = damagesOf(TERMS, { price, loss });
        expect(byPrice).toBeGreaterThanOrEqual(Math.max(100_000, price * 10));
        expect(byLoss).toBeGreaterThanOrEqual(Math.max(100_000, loss * 3));
        expect(Number.isSafeInteger(byPrice) && Number.isSafeInteger(byLoss)).toBe(true);
        expect(higher === 'LOSS' ? byLoss : byPrice).toBe(Math.max(byPrice, byLoss));
      }),
    );
  });

  test('never falls when price or loss rises', () => {
    fc.assert(
      fc.property(SUM, SUM, SUM, (price, loss, more) => {
        const before = damagesOf(TERMS, { price, loss });
        const after = damagesOf(TERMS, { price: price + more, loss: loss + more });
        expect(after.byPrice).toBeGreaterThanOrEqual(before.byPrice);
        expect(after.byLoss).toBeGreaterThanOrEqual(before.byLoss);
      }),
    );
  });
});
