import {
  type CaseLine,
  type ComplaintState,
  localDateOf,
  REMEDY_LABELS,
  SANCTION_LABELS,
} from '@huiyin/domain';
import type { Localized } from '@huiyin/shared';
import { maskWords } from '../../casework/masking.ts';

const LONGEST = 160;

/** In place of a story that might tell who told it. */
const IN_CONFIDENCE: Localized = {
  zh: '（投诉人要求保密，内容从略）',
  en: '(Left out: the complainant asked for confidence)',
};

/** What a report shows of a case, masked; `columns` as the sector's section declares them. */
export function caseLine(row: Readonly<Record<string, unknown>>, columns: readonly string[]): CaseLine {
  const state = row['state'] as ComplaintState;
  const name = (row['complainant_name'] ?? null) as string | null;
  const words = (text: string | undefined): string | null =>
    text === undefined || text === '' ? null : shortened(maskWords(text, name));
  const confidential = state.disclosure === 'CONFIDENTIAL';
  const read: Readonly<Record<string, () => CaseLine['values'][string]>> = {
    number: () => String(row['number']),
    receivedOn: () => localDateOf(state.receivedAt),
    category: () => state.category ?? null,
    respondent: () => words(state.respondent.name),
    content: () => (confidential ? IN_CONFIDENCE : words(state.content || state.title)),
    finding: () => state.finding?.finding ?? null,
    result: () => resultOf(state, words),
    amount: () => sumOf(state),
    closedOn: () => (state.closing ? localDateOf(state.closing.at) : null),
    cause: () => state.causes[0]?.code ?? null,
    lesson: () => words(state.lessons.map(({ text }) => text).join('；')),
    action: () => words(state.correctiveActions.map(({ text }) => text).join('；')),
    department: () => state.respondent.departmentId ?? state.handler.departmentId ?? null,
  };
  const values = columns.map((column) => [column, read[column]?.() ?? detail(state, column, words)] as const);
  return { id: state.id, values: Object.fromEntries(values) };
}

function shortened(text: string): string {
  const characters = [...text];
  return characters.length <= LONGEST ? text : `${characters.slice(0, LONGEST).join('')}…`;
}

/** The result in the words it was given in; where nobody wrote one, what was done. */
function resultOf(
  state: ComplaintState,
  words: (text: string | undefined) => string | null,
): string | Localized | null {
  const written =
    state.closing?.summary ?? state.answers.findLast(({ final }) => final)?.text ?? state.acceptance?.reason;
  if (written) return words(written);
  const done = [
    ...state.sanctions.map(({ sanction }) => SANCTION_LABELS[sanction]),
    ...state.remedies.map(({ remedy }) => REMEDY_LABELS[remedy]),
  ];
  if (done.length === 0) return words(state.finding?.facts);
  return { zh: done.map(({ zh }) => zh).join('、'), en: done.map(({ en }) => en).join(', ') };
}

/** Everything agreed and imposed, in minor units of yuan. */
function sumOf({ remedies, sanctions }: ComplaintState): number | null {
  const sums = [...remedies, ...sanctions].flatMap(({ money }) => (money ? [money.converted.amount] : []));
  return sums.length === 0 ? null : sums.reduce((sum, amount) => sum + amount, 0);
}

function detail(
  state: ComplaintState,
  column: string,
  words: (text: string | undefined) => string | null,
): string | number | null {
  if (!column.startsWith('details.')) return null;
  const value = state.details[column.slice('details.'.length)];
  if (typeof value === 'number') return value;
  if (typeof value === 'string') return words(value);
  if (typeof value === 'boolean') return String(value);
  if (value && typeof value === 'object' && 'address' in value) return words(String(value.address ?? ''));
  return null;
}
