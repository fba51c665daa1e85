import type { Localized } from '@huiyin/shared';
import { refuse } from './refusal.ts';

/** What people write: how long it may be, and what cannot be kept. */

/** Longest text a person may write into one box, in characters. */
export const LONGEST_TEXT = 20_000;

export const REQUIRED: Localized = { zh: '此项必填。', en: 'This is required.' };

/** Longest name, number or address. */
export const LONGEST_NAME = 200;
/** Longest remark. */
export const LONGEST_REMARK = 2_000;

/** What is wrong with a text wherever it stands; `undefined` when nothing is. */
export function problemWithText(text: string, longest: number): Localized | undefined {
  if (text.length > longest)
    return { zh: `不能超过 ${longest} 个字。`, en: `At most ${longest} characters.` };
  // Neither is a character: no database, no document and no screen can keep them.
  return text.includes('\u0000') || !text.isWellFormed()
    ? { zh: '含有无法保存的字符。', en: 'It holds characters that cannot be kept.' }
    : undefined;
}

/** The trimmed text; refuses an empty or an endless one. */
export function requireText(value: string | undefined, field: string, longest = LONGEST_TEXT): string {
  const text = optionalText(value, field, longest);
  if (text === undefined) refuse('REQUIRED', REQUIRED, field);
  return text;
}

/** The trimmed text, or `undefined` for none; refuses an endless one. */
export function optionalText(
  value: string | undefined,
  field: string,
  longest = LONGEST_REMARK,
): string | undefined {
  const text = value?.trim() ?? '';
  if (text === '') return undefined;
  const problem = problemWithText(text, longest);
  if (problem) refuse('INVALID', problem, field);
  return text;
}

/** The member of an event that a text is given under; nothing where there is none. */
export function given<K extends string>(
  key: K,
  value: string | undefined,
  longest = LONGEST_REMARK,
): { readonly [P in K]?: string } {
  const text = optionalText(value, key, longest);
  return (text === undefined ? {} : { [key]: text }) as { readonly [P in K]?: string };
}
