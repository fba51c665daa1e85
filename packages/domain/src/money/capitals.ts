import { type Money, MoneyError } from './money.ts';

const DIGITS = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'] as const;
const PLACES = ['', '拾', '佰', '仟'] as const;
const GROUPS = ['', '万', '亿', '万亿'] as const;
/** 仟万亿 and below: more than any office will ever write. */
const LARGEST_YUAN = 10_000_000_000_000_000n;

/**
 * A sum of yuan in the capital numerals of documents: 25203.20 → 贰万伍仟贰佰零叁元贰角整.
 * 中国人民银行《正确填写票据和结算凭证的基本规定》（支付结算办法附一）: 整 after 元 or 角, none after 分; one 零 for any
 * run of zeros between digits, and one between 元 and 分 when there are no 角.
 * @throws MoneyError for a currency other than yuan, a negative sum, or one beyond ten thousand trillion
 */
export function inCapitals({ amount, currency }: Money): string {
  if (currency !== 'CNY') throw new MoneyError('MIXED_CURRENCIES', 'Capitals are written for sums in yuan.');
  if (amount < 0 || !Number.isSafeInteger(amount)) {
    throw new MoneyError('NOT_AN_AMOUNT', 'Capitals are written for whole fen from zero upwards.');
  }
  const yuan = BigInt(amount) / 100n;
  const jiao = Math.floor((amount % 100) / 10);
  const fen = amount % 10;
  if (yuan >= LARGEST_YUAN) throw new MoneyError('TOO_LARGE', 'The sum is too large to be written out.');
  if (amount === 0) return '零元整';
  const whole = yuan === 0n ? '' : `${wholeInCapitals(yuan)}元`;
  if (jiao === 0 && fen === 0) return `${whole}整`;
  const tenths = jiao > 0 ? `${DIGITS[jiao]}角` : whole === '' ? '' : '零';
  return `${whole}${tenths}${fen > 0 ? `${DIGITS[fen]}分` : '整'}`;
}

function wholeInCapitals(yuan: bigint): string {
  const digits = [...String(yuan)].map(Number);
  let words = '';
  let zeros = false;
  let groupHasDigits = false;
  for (const [index, digit] of digits.entries()) {
    const place = digits.length - 1 - index;
    if (digit === 0) {
      zeros = true;
    } else {
      words += `${zeros && words !== '' ? '零' : ''}${DIGITS[digit]}${PLACES[place % 4]}`;
      zeros = false;
      groupHasDigits = true;
    }
    if (place % 4 === 0 && place > 0) {
      // 万 is said when its group has digits; 亿 also carries the 万亿 above it.
      const group = place / 4;
      if (groupHasDigits) words += group === 3 ? '万' : GROUPS[group];
      if (group === 3) {
        // 壹万亿: the 亿 is written with its own group, or here when that is empty.
        const own = digits.slice(index + 1, index + 5);
        if (own.every((each) => each === 0)) words += '亿';
      }
      groupHasDigits = false;
    }
  }
  return words;
}
