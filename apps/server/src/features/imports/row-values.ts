import { type ImportTarget, instantAt, type Money, type Option, parseMoney } from '@huiyin/domain';
import type { Localized } from '@huiyin/shared';
import { readAmount, unitOfHeader } from '../../sheets/values/amounts.ts';
import { readBoolean } from '../../sheets/values/booleans.ts';
import { type Choice, matchChoice } from '../../sheets/values/choices.ts';
import type { DateOrder } from '../../sheets/values/date-parts.ts';
import { readDate } from '../../sheets/values/dates.ts';
import { readDecimal, readInteger } from '../../sheets/values/numbers.ts';
import { readPhone } from '../../sheets/values/phones.ts';
import type { Reading, ValueProblem } from '../../sheets/values/reading.ts';

/** What is wrong with one cell, or with the row as a whole when no column is named. */
export interface RowProblem {
  /** Header of the column. */
  readonly column: string | null;
  readonly value: string | null;
  readonly code: string;
  /** What is wrong and what to do about it. */
  readonly text: Localized;
}

/** A column with the target it is read into. */
export interface MappedColumn {
  readonly key: string;
  readonly header: string;
  readonly target: ImportTarget;
  readonly dateOrder?: DateOrder | undefined;
}

/** How a table is read: once for a file, then for each of its rows. */
export interface TableReader {
  readonly columns: readonly MappedColumn[];
  readonly defaultYear: number | undefined;
}

/** Values by target key, and everything that could not be read. */
export interface ReadRow {
  readonly values: Readonly<Record<string, unknown>>;
  readonly problems: readonly RowProblem[];
}

const CURRENCY = 'CNY';
const SEVERAL = /[、,，;；/|\n]+/;

/** Reads the cells of a row by the columns' targets. Pure. */
export function readRow(cells: Readonly<Record<string, string>>, reader: TableReader): ReadRow {
  const values: Record<string, unknown> = {};
  const problems: RowProblem[] = [];
  for (const column of reader.columns) {
    const cell = cells[column.key] ?? '';
    if (cell.trim() === '') continue;
    const reading = readCell(cell, column, reader.defaultYear);
    if (!reading.ok) problems.push(problemOf(column.header, cell, reading.problem));
    else if (reading.value !== null) values[column.target.key] = reading.value;
  }
  return { values, problems };
}

function problemOf(column: string, value: string, problem: ValueProblem): RowProblem {
  const may = problem.candidates?.length ? problem.candidates.join('、') : undefined;
  return {
    column,
    value: value.length > 200 ? `${value.slice(0, 200)}…` : value,
    code: problem.code,
    text: {
      zh: `${problem.text.zh}${problem.remedy.zh}${may ? `可选：${may}。` : ''}`,
      en: `${problem.text.en} ${problem.remedy.en}${may ? ` Perhaps: ${may}.` : ''}`,
    },
  };
}

function readCell(cell: string, column: MappedColumn, defaultYear: number | undefined): Reading<unknown> {
  const { target, dateOrder } = column;
  switch (target.kind) {
    case 'text':
      return { ok: true, value: cell };
    case 'date':
    case 'dateTime':
      return readMoment(cell, target, {
        ...(dateOrder ? { order: dateOrder } : {}),
        ...(defaultYear === undefined ? {} : { defaultYear }),
      });
    case 'integer':
      return readInteger(cell);
    case 'decimal':
      return isDetail(target) ? mapped(readDecimal(cell), Number) : readDecimal(cell);
    case 'money':
      return mapped(readAmount(cell, unitOfHeader(column.header)), ({ value, currency }): Money => {
        const code = currency ?? CURRENCY;
        return parseMoney(value, code);
      });
    case 'boolean':
      return readBoolean(cell);
    case 'phone':
      return mapped(readPhone(cell), ({ phone }) => phone);
    case 'choice':
      return matchChoice(cell, choicesOf(target.options));
    case 'choices':
      return readChoices(cell, choicesOf(target.options));
  }
}

/** A field of the sector keeps the plain day or instant; what belongs to the life of the case keeps both. */
function readMoment(
  cell: string,
  target: ImportTarget,
  context: NonNullable<Parameters<typeof readDate>[1]>,
): Reading<unknown> {
  return mapped(readDate(cell, context), (moment) => {
    if (!isDetail(target)) {
      return { date: moment.date, ...(moment.precision === 'minute' ? { instant: moment.instant } : {}) };
    }
    if (target.kind === 'date') return moment.date;
    return moment.precision === 'minute' ? moment.instant : instantAt(moment.date, '00:00');
  });
}

/** `退款、道歉`: the cell as a whole may be an option too. */
function readChoices(cell: string, choices: readonly Choice[]): Reading<readonly string[]> {
  const whole = matchChoice(cell, choices);
  if (whole.ok) return { ok: true, value: whole.value === null ? null : [whole.value] };
  const codes: string[] = [];
  for (const part of cell.split(SEVERAL)) {
    const one = matchChoice(part, choices);
    if (!one.ok) return one;
    if (one.value !== null && !codes.includes(one.value)) codes.push(one.value);
  }
  return { ok: true, value: codes };
}

function isDetail(target: ImportTarget): boolean {
  return target.key.startsWith('details.');
}

function mapped<From, To>(reading: Reading<From>, to: (value: From) => To): Reading<To> {
  return reading.ok ? { ok: true, value: reading.value === null ? null : to(reading.value) } : reading;
}

const known = new WeakMap<readonly Option[], readonly Choice[]>();

/** Options as the reader of cells wants them: every label and spelling. */
export function choicesOf(options: readonly Option[] = []): readonly Choice[] {
  let choices = known.get(options);
  if (!choices) {
    choices = options.map(({ code, label, synonyms = [] }) => ({
      code,
      labels: [label.zh, label.en, ...synonyms],
    }));
    known.set(options, choices);
  }
  return choices;
}
