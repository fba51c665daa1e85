import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inCapitals } from './capitals.ts';
import {
  convertMoney,
  decimalOfMoney,
  formatAmount,
  type Money,
  MoneyError,
  parseMoney,
  sumMoney,
} from './money.ts';

const yuan = (decimal: string): Money => parseMoney(decimal, 'CNY');
const anySum = fc
  .integer({ min: -9_000_000_000_000, max: 9_000_000_000_000 })
  .map((amount): Money => ({ amount, currency: 'CNY' }));

describe('sums', () => {
  test('are whole minor units, read from decimals without a float in between', () => {
    expect(yuan('1203.2')).toEqual({ amount: 120_320, currency: 'CNY' });
    expect(yuan('0.1').amount + yuan('0.2').amount).toBe(yuan('0.3').amount);
    expect(parseMoney('1500', 'JPY')).toEqual({ amount: 1500, currency: 'JPY' });
  });

  test('are rounded half up where a decimal has more places than the currency', () => {
    expect(yuan('467.595').amount).toBe(46_760);
    expect(yuan('467.5949').amount).toBe(46_759);
    expect(yuan('-0.005').amount).toBe(-1);
  });

  test.each(['', 'abc', '1,000', '1e3', '.5', '1.'])('refuse what is no decimal: “%s”', (text) => {
    expect(() => yuan(text)).toThrow(MoneyError);
  });

  test('read back what they write', () => {
    fc.assert(
      fc.property(anySum, (sum) => {
        expect(parseMoney(decimalOfMoney(sum), 'CNY')).toEqual(sum);
      }),
    );
  });

  test('are grouped by thousands for reading', () => {
    expect(formatAmount(yuan('25203.2'))).toBe('25,203.20');
    expect(formatAmount(yuan('1234567.89'))).toBe('1,234,567.89');
    expect(formatAmount(yuan('-999'))).toBe('-999.00');
    expect(formatAmount(parseMoney('1500', 'JPY'))).toBe('1,500');
  });

  test('add up in any order, and never across currencies', () => {
    const list = fc.array(anySum, { maxLength: 20 });
    fc.assert(
      fc.property(list, (sums) => {
        expect(sumMoney(sums)).toEqual(sumMoney([...sums].reverse()));
      }),
    );
    expect(() => sumMoney([yuan('1'), parseMoney('1', 'HKD')])).toThrow(/convert/);
  });
});

describe('conversion', () => {
  test('the tourism bureau’s case: 546 HKD at 0.8564 would be 467.59, and 467.60 was paid', () => {
    const proposed = convertMoney({ sum: parseMoney('546', 'HKD'), rate: '0.8564', to: 'CNY' });
    expect(decimalOfMoney(proposed)).toBe('467.59');
    expect(convertMoney({ sum: parseMoney('532', 'HKD'), rate: '0.8564', to: 'CNY' }).amount).toBe(45_560);
  });

  test('between currencies of different minor digits', () => {
    expect(convertMoney({ sum: parseMoney('1000', 'JPY'), rate: '0.0487', to: 'CNY' }).amount).toBe(4_870);
  });

  test('never gives less for more', () => {
    const sums = fc.tuple(fc.nat(1e9), fc.nat(1e9));
    fc.assert(
      fc.property(sums, ([one, other]) => {
        const inYuan = (amount: number) =>
          convertMoney({ sum: { amount, currency: 'HKD' }, rate: '0.8564', to: 'CNY' }).amount;
        expect(Math.sign(inYuan(one) - inYuan(other)) * Math.sign(one - other)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test.each(['0', '-1', 'x'])('refuses a rate of %s', (rate) => {
    expect(() => convertMoney({ sum: yuan('1'), rate, to: 'CNY' })).toThrow(MoneyError);
  });
});

describe('capitals', () => {
  test.each([
    ['0', '零元整'],
    ['0.05', '伍分'],
    ['0.20', '贰角整'],
    ['10', '壹拾元整'],
    ['325.04', '叁佰贰拾伍元零肆分'],
    ['1409.50', '壹仟肆佰零玖元伍角整'],
    ['6007.14', '陆仟零柒元壹角肆分'],
    ['16409.02', '壹万陆仟肆佰零玖元零贰分'],
    ['25203.20', '贰万伍仟贰佰零叁元贰角整'],
    ['107000.53', '壹拾万零柒仟元伍角叁分'],
    ['100000000', '壹亿元整'],
    ['100010000', '壹亿零壹万元整'],
    ['1000000000001', '壹万亿零壹元整'],
    ['1200000000000', '壹万贰仟亿元整'],
  ])('%s is %s', (decimal, words) => {
    expect(inCapitals(yuan(decimal))).toBe(words);
  });

  test('say the sum: read back, they give it', () => {
    fc.assert(
      fc.property(fc.nat(9_999_999_999_999), (amount) => {
        expect(readCapitals(inCapitals({ amount, currency: 'CNY' }))).toBe(amount);
      }),
    );
  });

  test('never two zeros beside each other, and none at the end', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9_999_999_999_999 }), (amount) => {
        expect(inCapitals({ amount, currency: 'CNY' })).not.toMatch(/零零|零元|零万|零亿|零[整角分]/);
      }),
    );
  });

  test('are for yuan from zero upwards', () => {
    expect(() => inCapitals(parseMoney('1', 'HKD'))).toThrow(MoneyError);
    expect(() => inCapitals(yuan('-1'))).toThrow(MoneyError);
  });
});

/** Reads capitals back, independently of how they are made: digit by digit, unit by unit. */
function readCapitals(words: string): number {
  const digits = '零壹贰叁肆伍陆柒捌玖';
  const places: Record<string, number> = { 拾: 10, 佰: 100, 仟: 1000 };
  const [whole, rest] = words.includes('元') ? words.split('元') : ['', words];
  const group = (text: string): number => {
    let total = 0;
    let digit = 0;
    for (const sign of text) {
      const place = places[sign];
      if (place) {
        total += digit * place;
        digit = 0;
      } else digit = digits.indexOf(sign);
    }
    return total + digit;
  };
  const below = (text: string, unit: string, value: number, next: (text: string) => number): number => {
    const at = text.lastIndexOf(unit);
    return at < 0 ? next(text) : tenThousands(text.slice(0, at)) * value + next(text.slice(at + 1));
  };
  const tenThousands = (text: string): number => {
    const at = text.lastIndexOf('万');
    return at < 0 ? group(text) : group(text.slice(0, at)) * 10_000 + group(text.slice(at + 1));
  };
  const yuanOf = below(whole ?? '', '亿', 100_000_000, tenThousands);
  const jiao = /([壹贰叁肆伍陆柒捌玖])角/.exec(rest ?? '')?.[1];
  const fen = /([壹贰叁肆伍陆柒捌玖])分/.exec(rest ?? '')?.[1];
  return yuanOf * 100 + (jiao ? digits.indexOf(jiao) * 10 : 0) + (fen ? digits.indexOf(fen) : 0);
}
