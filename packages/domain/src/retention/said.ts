import { ESCALATION_REASONS, WITHDRAWAL_REASONS } from '../complaint/words.ts';
import type { FieldDeclaration, Sector } from '../sectors/contract.ts';

/**
 * What of an event somebody said in words, or says who or where somebody is. It is kept apart from the event, so that
 * it can be erased while the event stays: everything else are codes, days, sums and ids.
 */

/** Keys under which events hold words. */
const WORDS: ReadonlySet<string> = new Set([
  ...['title', 'content', 'reason', 'text', 'request', 'summary', 'facts', 'remark', 'positions', 'outcome'],
  ...['agreement', 'consent', 'description', 'explanation', 'proof', 'note', 'reference'],
  ...['addressedTo', 'receivedBy'],
  // Of a short statement the hash alone would tell the words to whoever guesses them.
  'sha256',
]);
/** Codes that stand under such a key. */
const CODES: ReadonlySet<string> = new Set([
  ...[...ESCALATION_REASONS, ...WITHDRAWAL_REASONS],
  ...['testing', 'appraisal'],
]);

/** What stands in the place of words that are no longer there. */
export const ERASED_TEXT = '［已按留存期限删除 / erased］';

/** By JSON pointer (`/details/place`): everything said in the data of an event. */
export function saidIn(data: unknown, sector: Pick<Sector, 'fields' | 'sites'>): Record<string, unknown> {
  const said: Record<string, unknown> = {};
  const walk = (value: unknown, pointer: string, key: string): void => {
    if (typeof value === 'string') {
      if (WORDS.has(key) && !CODES.has(value)) said[pointer] = value;
      return;
    }
    // A clock's rule is the text of a regulation.
    if (typeof value !== 'object' || value === null || key === 'rule' || isSealed(value)) return;
    for (const [name, part] of Object.entries(value)) {
      const at = `${pointer}/${name}`;
      if (key !== 'details') walk(part, at, Array.isArray(value) ? key : name);
      else if (part !== null && part !== undefined && !isSealed(part) && isPersonal(name, sector))
        said[at] = part;
    }
  };
  walk(data, '', '');
  return said;
}

/** Whether a detail is words, a place, or marked as sensitive; what figures are broken down by is a code and stays. */
function isPersonal(key: string, { fields, sites }: Pick<Sector, 'fields' | 'sites'>): boolean {
  const field: FieldDeclaration | undefined = fields.find((declared) => declared.key === key);
  if (!field) return true;
  if (field.dimension || sites?.levels.some(({ field: site, counted }) => counted && site === key))
    return false;
  return field.sensitive !== undefined || field.type.kind === 'text' || field.type.kind === 'place';
}

/** What an event keeps of something said: the commitment to it. */
export interface Sealed {
  /** Hex SHA-256 of a salt, the place and what was said. */
  readonly sealed: string;
  /** Words, in whose place others can stand; anything else is left out once it is gone. */
  readonly words: boolean;
}

export function isSealed(value: unknown): value is Sealed {
  return typeof value === 'object' && value !== null && 'sealed' in value && 'words' in value;
}

/** Puts something in the place of every value that a pointer names. */
export function replaceSaid<Data>(
  data: Data,
  replacement: (pointer: string, value: unknown) => unknown,
  isOne: (pointer: string, value: unknown) => boolean,
): Data {
  const walk = (value: unknown, pointer: string): unknown => {
    if (isOne(pointer, value)) return replacement(pointer, value);
    if (Array.isArray(value)) return value.map((item, index) => walk(item, `${pointer}/${index}`));
    if (typeof value !== 'object' || value === null) return value;
    const parts = Object.entries(value).map(([key, part]) => [key, walk(part, `${pointer}/${key}`)] as const);
    return Object.fromEntries(parts.filter(([, part]) => part !== undefined));
  };
  return walk(data, '') as Data;
}

/** The data of an event with what was said; what is gone says so. */
export function withSaid<Data>(data: Data, said: Readonly<Record<string, unknown>> | null): Data {
  return replaceSaid(
    data,
    (pointer, value) => said?.[pointer] ?? ((value as Sealed).words ? ERASED_TEXT : undefined),
    (_pointer, value) => isSealed(value),
  );
}
