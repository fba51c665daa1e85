import type { Localized } from '@huiyin/shared';
import type { Option } from '../sectors/contract.ts';

/** What a column of an office's spreadsheet can be: the fields of a complaint as they are written on paper. */

export type ImportKind =
  | 'text'
  | 'date'
  | 'dateTime'
  | 'integer'
  | 'decimal'
  | 'money'
  | 'boolean'
  | 'choice'
  | 'choices'
  | 'phone';

export interface ImportTarget {
  /** `receivedAt`, or `details.<field>`. */
  readonly key: string;
  readonly kind: ImportKind;
  readonly label: Localized;
  /** Other headers under which offices keep it, Chinese and English. */
  readonly synonyms: readonly string[];
  /** Without it a row cannot be taken in. */
  readonly required: boolean;
  /** What a coded column may say, with all spellings known. */
  readonly options?: readonly Option[];
}

type Spellings = Readonly<Record<string, readonly string[]>>;

/** The domain's codes as a column writes them: by what people call them, and by these other spellings. */
export function coded(
  labels: Readonly<Record<string, Localized>>,
  spellings: Spellings = {},
): readonly Option[] {
  return Object.entries(labels).map(([code, label]) => ({ code, label, synonyms: spellings[code] ?? [] }));
}
