import { type Reading, read, refuse, type ValueProblem } from './reading.ts';
import { cleanText, halfWidth, isPlaceholder } from './text.ts';

export interface Phones {
  /** Digits; a landline with its area code after a dash, an extension after `x`: `13800000001`, `0755-12345678x12`. */
  phone: string;
  /** Further numbers of the same cell. */
  others: string[];
}

/** Reads one telephone number or several (`138… / 0755-…`), without spaces, dashes and +86. Pure. */
export function readPhone(cell: string): Reading<Phones> {
  const text = halfWidth(cleanText(cell));
  if (text === '' || isPlaceholder(text) || /^(?:无|不详|未留|未提供|匿名)$/.test(text))
    return read<Phones>(null);
  if (text.length > 200) return refuse(NOT_A_PHONE);
  // What a spreadsheet makes of a long number: the last digits are gone for good.
  if (/^\d(?:\.\d+)?e\+?\d+$/i.test(text)) return refuse(LOST_DIGITS);
  const numbers = text
    .split(/[/,;、|\n]|\s或\s?|或|\s{2,}| (?=1[3-9]\d{9}|0\d{2,3}-)/)
    .map((part) => part.trim());
  const phones = numbers.filter((part) => part !== '').map(normalPhone);
  const [phone, ...others] = phones;
  if (!phone || others.includes(undefined)) return refuse(NOT_A_PHONE);
  return read({ phone, others: others.filter((other) => other !== undefined) });
}

const LOST_DIGITS: ValueProblem = {
  code: 'PHONE_LOST_DIGITS',
  text: {
    zh: '号码被表格软件改成了科学计数，末几位已丢失。',
    en: 'The spreadsheet program turned this number into scientific notation; its last digits are lost.',
  },
  remedy: {
    zh: '请把该列设为文本格式并重新填写号码。',
    en: 'Format the column as text and enter the number again.',
  },
};
const NOT_A_PHONE: ValueProblem = {
  code: 'NOT_A_PHONE',
  text: { zh: '不是可以识别的电话号码。', en: 'This is not a telephone number.' },
  remedy: {
    zh: '请填写手机号或带区号的固定电话，如 0755-12345678。',
    en: 'Write a mobile number, or a landline with its area code, as in 0755-12345678.',
  },
};

function normalPhone(written: string): string | undefined {
  const [, base = '', extension] = /^(.*?)(?:\s*(?:转|分机|ext\.?|x|#)\s*(\d{1,6}))?$/i.exec(written) ?? [];
  const plain = base.replace(/^(?:tel|电话|手机|联系电话)\s*[::]?\s*/i, '').replace(/[\s.()‐‑–—-]/g, '');
  const digits = plain.replace(/^(?:\+|00)86/, '').replace(/^86(?=1[3-9]\d{9}$)/, '');
  const suffix = extension ? `x${extension}` : '';
  if (/^1[3-9]\d{9}$/.test(digits)) return digits + suffix;
  // Two-digit area codes begin with 1 or 2 (Beijing 010, Shanghai 021 …), all others have three digits after the 0.
  const landline = /^(0(?:10|2\d|[3-9]\d{2}))(\d{7,8})$/.exec(digits);
  if (landline) return `${landline[1]}-${landline[2]}${suffix}`;
  if (/^[48]00\d{7}$/.test(digits) || /^[2-9]\d{6,7}$/.test(digits)) return digits + suffix;
  if (/^(?:1[0-2]\d{1}|1[0-2]\d{3}|9\d{4,7})$/.test(digits)) return digits + suffix;
  return /^\+\d{6,15}$/.test(plain) && !plain.startsWith('+86') ? plain + suffix : undefined;
}
