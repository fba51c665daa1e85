const DIGITS = new Map([...'〇零一二三四五六七八九'].map((digit, index) => [digit, Math.max(0, index - 1)]));
DIGITS.set('○', 0).set('O', 0).set('两', 2);

/** `二〇一〇` digit by digit → 2010, `二十三` → 23, `十` → 10; undefined when it is neither. Up to 99 with 十. */
export function chineseInteger(text: string): number | undefined {
  if (text.includes('十')) {
    const [tens = '', ones = '', ...more] = text.split('十');
    const ten = tens === '' ? 1 : DIGITS.get(tens);
    const one = ones === '' ? 0 : DIGITS.get(ones);
    return ten === undefined || one === undefined || more.length > 0 ? undefined : ten * 10 + one;
  }
  let value = 0;
  for (const character of text) {
    const digit = DIGITS.get(character);
    if (digit === undefined) return undefined;
    value = value * 10 + digit;
  }
  return text === '' ? undefined : value;
}

/** A date or time with its Chinese numerals as digits: `二〇一〇年三月十五日` → `2010年3月15日`. */
export function withDigits(text: string): string {
  return text.replace(/[〇○零一二三四五六七八九十两]+(?=[年月日号时点分])/g, (numeral) =>
    String(chineseInteger(numeral) ?? numeral),
  );
}
