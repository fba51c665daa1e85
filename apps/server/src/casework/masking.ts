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
  return withoutName(text, complainantName).replace(NUMBERS_OF_PEOPLE, (number) => maskPhone(number) ?? '');
}

/** Whoever complains, as the register has them. */
export interface Person {
  readonly name: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly address: string | null;
}

/**
 * A text for those who work on the matter of somebody who complains in confidence: the complainant is masked in it by
 * name, telephone, e-mail and address, while the numbers of others stay.
 */
export function maskPerson(text: string, person: Person | null): string {
  if (!person) return text;
  const { name, phone, email, address } = person;
  let masked = withoutName(text, name);
  const digits = [...(phone ?? '').replace(/\D/g, '')];
  // As it may have been written: with spaces or hyphens anywhere.
  if (digits.length >= 7)
    masked = masked.replace(new RegExp(digits.join('[- ]?'), 'g'), maskPhone(phone) ?? '');
  for (const known of [email, address]) {
    if (known && known.trim().length >= 4) masked = masked.replaceAll(known.trim(), '****');
  }
  return masked;
}

function withoutName(text: string, name: string | null): string {
  const known = name?.trim() ?? '';
  return [...known].length < 2 ? text : text.replaceAll(known, maskName(known) ?? '');
}
