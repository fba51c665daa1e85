import type { Localized } from '@huiyin/shared';
import type { SheetColumn } from './read/layout.ts';
import { readAmount } from './values/amounts.ts';
import { readBoolean } from './values/booleans.ts';
import { type Choice, matchChoice } from './values/choices.ts';
import { readDate } from './values/dates.ts';
import { readDecimal, readInteger } from './values/numbers.ts';
import { readPhone } from './values/phones.ts';
import type { Reading } from './values/reading.ts';
import { bigramSimilarity, comparable } from './values/text.ts';

export type TargetKind =
  | 'text'
  | 'date'
  | 'dateTime'
  | 'integer'
  | 'decimal'
  | 'money'
  | 'boolean'
  | 'choice'
  | 'phone';

/** A field a column can be taken into. */
export interface MappingTarget {
  key: string;
  /** Its labels in both languages, and every other header it is known under. */
  labels: readonly string[];
  kind: TargetKind;
  required: boolean;
  /** Of kind `choice`: the options, to see whether the values of a column are among them. */
  choices?: readonly Choice[];
}

export interface ProposedMapping {
  /** Key of the column. */
  column: string;
  /** Key of the target; null when none fits. */
  target: string | null;
  /** From 0 to 1; below 0.6 the user should look. */
  confidence: number;
  why: Localized;
}

interface Scored {
  column: SheetColumn;
  target: MappingTarget;
  header: number;
  values: number | undefined;
  score: number;
}

/** Below this a proposal would be a guess. */
const WORTH_PROPOSING = 0.45;

/**
 * Proposes which column goes into which field: by likeness of header and label, weighed by how many sample
 * values can be read as the field's kind. One field per column, one column per field. Pure.
 */
export function proposeMapping({
  columns,
  sampleRows,
  targets,
}: {
  columns: readonly SheetColumn[];
  /** Cells by column key. */
  sampleRows: readonly Readonly<Record<string, string>>[];
  targets: readonly MappingTarget[];
}): ProposedMapping[] {
  const scored: Scored[] = [];
  for (const column of columns) {
    const samples = sampleRows
      .map((row) => row[column.key] ?? '')
      .filter((value) => value !== '')
      .slice(0, 100);
    for (const target of targets) {
      const header = headerLikeness(column, target);
      if (header < 0.3) continue;
      const values = readableShare(samples, target);
      const score = values === undefined ? header : header * weightOf(header, values);
      if (score >= WORTH_PROPOSING) scored.push({ column, target, header, values, score });
    }
  }
  scored.sort((a, b) => b.score - a.score || Number(b.target.required) - Number(a.target.required));
  const chosen = new Map<string, Scored>();
  const taken = new Set<string>();
  for (const candidate of scored) {
    if (chosen.has(candidate.column.key) || taken.has(candidate.target.key)) continue;
    chosen.set(candidate.column.key, candidate);
    taken.add(candidate.target.key);
  }
  return columns.map((column) => proposal(column, chosen.get(column.key)));
}

/**
 * Values confirm or refute a header; they never make one. A header that is the very label stands even where no value
 * can be read: the rows then say what is wrong with it, while a column left out would say nothing.
 */
function weightOf(header: number, values: number): number {
  return header >= SAME ? 0.6 + 0.4 * values : 0.4 + 0.6 * values;
}

const SAME = 0.97;

function proposal(column: SheetColumn, chosen: Scored | undefined): ProposedMapping {
  if (!chosen) {
    const why = { zh: '没有相近的字段。', en: 'No field is like it.' };
    return { column: column.key, target: null, confidence: 0, why };
  }
  const { target, header, values, score } = chosen;
  const byHeader =
    header >= 0.99 ? { zh: '标题相同', en: 'same header' } : { zh: '标题相近', en: 'similar header' };
  const share = values === undefined ? undefined : Math.round(values * 100);
  const byValues =
    share === undefined
      ? { zh: '', en: '' }
      : { zh: `，${share}% 的值可识别`, en: `, ${share}% of values readable` };
  return {
    column: column.key,
    target: target.key,
    confidence: Math.round(score * 100) / 100,
    why: { zh: `${byHeader.zh}${byValues.zh}。`, en: `${capital(byHeader.en)}${byValues.en}.` },
  };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** From 0 to 1: the same, the same but for what stands in brackets (a unit), one within the other, alike. */
function headerLikeness(column: SheetColumn, target: MappingTarget): number {
  const inner = column.parts.at(-1) ?? '';
  const forms = [
    { form: column.header, weight: 1 },
    { form: withoutBrackets(column.header), weight: 0.97 },
    // Of a two-line header the inner part alone says less: 投诉人·姓名, 被投诉人·姓名.
    ...(column.parts.length > 1 ? [{ form: inner, weight: 0.8 }] : []),
  ];
  let best = 0;
  for (const label of [target.key, ...target.labels]) {
    const wanted = comparable(label);
    const bare = comparable(withoutBrackets(label));
    for (const { form, weight } of forms) {
      const own = comparable(form);
      if (own === '' || wanted === '') continue;
      best = Math.max(best, weight * (own === wanted ? 1 : own === bare ? 0.97 : likeness(own, bare)));
    }
  }
  return best;
}

function likeness(a: string, b: string): number {
  const [long, short] = a.length >= b.length ? [a, b] : [b, a];
  // 被投诉人 contains 投诉人 and means the opposite party; 不受理 is not 受理.
  const at = long.indexOf(short);
  if (short.length >= 2 && at >= 0 && !/[被不未非]$/.test(long.slice(0, at))) {
    return 0.55 + 0.4 * (short.length / long.length);
  }
  return at >= 0 ? 0.2 : 0.85 * bigramSimilarity(a, b);
}

function withoutBrackets(header: string): string {
  return header.replace(/[(（[【][^)）\]】]*[)）\]】]/g, '');
}

/** The share of samples that the kind can read; undefined where that says nothing. */
function readableShare(samples: readonly string[], target: MappingTarget): number | undefined {
  const reader = READERS[target.kind];
  if (samples.length === 0 || (!reader && !target.choices)) return undefined;
  const readable = samples.filter((value) => {
    const reading: Reading<unknown> | undefined =
      reader?.(value) ?? (target.choices && matchChoice(value, target.choices));
    // A date that lacks its year or order is still a date.
    return reading?.ok === true || /^(?:AMBIGUOUS|DATE_WITHOUT)/.test(reading?.problem.code ?? '');
  });
  return readable.length / samples.length;
}

const READERS: Partial<Record<TargetKind, (value: string) => Reading<unknown>>> = {
  date: readDate,
  dateTime: readDate,
  integer: readInteger,
  decimal: readDecimal,
  money: readAmount,
  boolean: readBoolean,
  phone: readPhone,
};
