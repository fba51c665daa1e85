import {
  type Attendance,
  sessionProblems,
  TRAINING_SHEET,
  type TrainingColumn,
  type TrainingLine,
} from '@huiyin/domain';
import type { Localized } from '@huiyin/shared';
import { proposeMapping } from '../../sheets/mapping.ts';
import type { OpenSheet, SheetRow } from '../../sheets/open-sheet.ts';
import { matchChoice } from '../../sheets/values/choices.ts';
import { readDate } from '../../sheets/values/dates.ts';
import { readDecimal } from '../../sheets/values/numbers.ts';
import type { Reading } from '../../sheets/values/reading.ts';

/** A line of the sheet that is not taken in, and why. */
export interface RefusedLine {
  readonly line: number;
  readonly name: string;
  readonly reasons: readonly Localized[];
}

export interface ReadSheet {
  readonly lines: readonly TrainingLine[];
  readonly refused: readonly RefusedLine[];
}

/** Lines read of one file. */
export const MOST_LINES = 20_000;

type Column = (typeof TRAINING_SHEET)[number];
type Values = Partial<Record<TrainingColumn, string>>;

export const KNOWN_LABELS = TRAINING_SHEET.flatMap(({ label, synonyms }) => [
  label.zh,
  label.en,
  ...synonyms,
]);

const choicesOf = ({ options = [] }: Column) =>
  options.map(({ code, label, synonyms = [] }) => ({ code, labels: [label.zh, label.en, ...synonyms] }));

/** Which column of the sheet holds what; columns of ours that the sheet lacks are absent. */
export function columnsOf(sheet: OpenSheet): ReadonlyMap<TrainingColumn, string> {
  const proposals = proposeMapping({
    columns: sheet.columns,
    sampleRows: sheet.sample.map(({ cells }) => cells),
    targets: TRAINING_SHEET.map((column) => ({
      ...{ key: column.key, labels: [column.label.zh, column.label.en, ...column.synonyms] },
      ...{ kind: column.kind, required: column.required },
      ...(column.options ? { choices: choicesOf(column) } : {}),
    })),
  });
  return new Map(
    proposals.flatMap(({ column, target }): [TrainingColumn, string][] =>
      target === null ? [] : [[target as TrainingColumn, column]],
    ),
  );
}

/** Reads every line: a session with a person, or why it cannot be taken in. */
export async function readLines(
  sheet: OpenSheet,
  { columns, today }: { readonly columns: ReadonlyMap<TrainingColumn, string>; readonly today: string },
): Promise<ReadSheet> {
  const lines: TrainingLine[] = [];
  const refused: RefusedLine[] = [];
  for await (const row of sheet.rows()) {
    if (row.kind !== 'data') continue;
    const { values, reasons } = readRow(row, columns);
    const line = reasons.length === 0 ? lineOf(values) : undefined;
    const problems = line ? problemsOf(line, today) : reasons;
    if (line && problems.length === 0) lines.push(line);
    else refused.push({ line: row.line, name: values.name ?? '', reasons: problems });
    if (lines.length + refused.length >= MOST_LINES) break;
  }
  return { lines, refused };
}

function readRow(
  row: SheetRow,
  columns: ReadonlyMap<TrainingColumn, string>,
): { readonly values: Values; readonly reasons: readonly Localized[] } {
  const values: Values = {};
  const reasons = row.problems.map(({ text }) => text);
  for (const column of TRAINING_SHEET) {
    const cell = row.cells[columns.get(column.key) ?? ''] ?? '';
    const reading = readCell(cell, column);
    const named = (text: Localized): Localized => ({
      zh: `${column.label.zh}：${text.zh}`,
      en: `${column.label.en}: ${text.en}`,
    });
    if (!reading.ok) {
      const { text } = reading.problem;
      const remedy = remedyOf(reading.problem.remedy, column);
      reasons.push(
        named({ zh: `“${cell}”${text.zh}${remedy.zh}`, en: `“${cell}”: ${text.en} ${remedy.en}` }),
      );
    } else if (reading.value !== null) values[column.key] = reading.value;
    else if (column.required) reasons.push(named({ zh: '没有填写。', en: 'It is empty.' }));
  }
  return { values, reasons };
}

/** Where only some words may stand, those are named. */
function remedyOf(remedy: Localized, { options }: Column): Localized {
  if (!options) return remedy;
  const labels = options.map(({ label }) => label);
  return {
    zh: `可填：${labels.map(({ zh }) => zh).join('、')}。`,
    en: `It may be: ${labels.map(({ en }) => en).join(', ')}.`,
  };
}

function readCell(cell: string, column: Column): Reading<string> {
  switch (column.kind) {
    case 'text':
      return { ok: true, value: cell.trim() === '' ? null : cell.trim() };
    case 'decimal':
      return readDecimal(cell);
    case 'choice':
      return matchChoice(cell, choicesOf(column));
    case 'date': {
      const reading = readDate(cell);
      return reading.ok ? { ok: true, value: reading.value?.date ?? null } : reading;
    }
  }
}

/** What a line says, once everything that it must say was read. */
function lineOf(values: Values): TrainingLine {
  const { trainingClass, topic = '', heldOn = '', hours, trainer = '', name = '' } = values;
  const { experience = 'EXPERIENCED', assessment = 'NOT_ASSESSED', certificate, expiresOn } = values;
  return {
    session: {
      ...{ trainingClass: trainingClass as TrainingLine['session']['trainingClass'], topic, heldOn, trainer },
      tenthsOfHours: Math.round(Number(hours) * 10),
    },
    attendance: {
      ...{ name, experience: experience as Attendance['experience'] },
      assessment: assessment as Attendance['assessment'],
      ...(certificate === undefined ? {} : { certificate }),
      ...(expiresOn === undefined ? {} : { expiresOn }),
    },
  };
}

function problemsOf({ session, attendance }: TrainingLine, today: string): readonly Localized[] {
  return sessionProblems({ ...session, attendances: [attendance] }, today).map(({ message }) => message);
}
