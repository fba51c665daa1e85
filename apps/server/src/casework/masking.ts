/** Identities as those see them who do not need them. */

/** 游客甲 → 游**; an empty name stays unknown. */
export function maskName(name: string | null): string | null {
  const [first] = [...(name?.trim() ?? '')];
  return first === undefined ? null : `${first}**`;
}

/** 13800000001 → 138****0001; a short number is masked whole. */
export function maskPhone(phone: string | null): string | null {
  if (!phone) return null;
  const characters = [...phone.trim()];
  if (characters.length < 8) return '****';
  return `${characters.slice(0, 3).join('')}****${characters.slice(-4).join('')}`;
}

/** Numbers by which somebody could be found: identity cards, mobile and fixed-line telephones, bank cards. */
const NUMBERS_OF_PEOPLE =
  /(?<!\d)(?:\d{17}[\dXx]|\d{16,19}|1[3-9]\d[- ]?\d{4}[- ]?\d{4}|0\d{2,3}-?\d{7,8})(?!\d)/g;

/** A text for readers who need the matter and not the people: the complainant's name and personal numbers are masked. */
export function maskWords(text: string, complainantName: string | null): string {
  const name = complainantName?.trim() ?? '';
  const nameless = [...name].length < 2 ? text : text.replaceAll(name, maskName(name) ?? '');
  return nameless.replace(NUMBERS_OF_PEOPLE, (number) => maskPhone(number) ?? '');
}
