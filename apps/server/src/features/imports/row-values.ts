import { type ImportTarget, instantAt, type Money, type Option, parseMoney } from '@huiyin/domain';
import type { Localized } from '@huiyin/shared';
import type { SheetRow } from '../../sheets/open-sheet.ts';
import { readAmount, unitOfHeader } from '../../sheets/values/amounts.ts';
import { readBoolean } from '../../sheets/values/booleans.ts';
import { type Choice, matchChoice } from '../../sheets/values/choices.ts';
import type { DateOrder } from '../../sheets/values/date-parts.ts';
import { readDate } from '../../sheets/values/dates.ts';
import { isErrorValue, refuseErrorValue, refuseUncomputed } from '../../sheets/values/formulas.ts';
import { readDecimal, readInteger } from '../../sheets/values/numbers.ts';
import { readPhone } from '../../sheets/values/phones.ts';
import { type Reading, read, type ValueProblem } from '../../sheets/values/reading.ts';
import { comparable, halfWidth } from '../../sheets/values/text.ts';

/** Where in a row something stands: the column, as its key and its header, and the value as written. */
export interface Place {
  /** Header of the column; `null`: the row as a whole. */
  readonly column: string | null;
  readonly key?: string | undefined;
  readonly value: string | null;
}

/** What is wrong with one cell, or with the row as a whole when no column is named. */
export interface RowProblem extends Place {
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
  /** What the sheet's own words stand for, by their comparable form. */
  readonly choices?: ReadonlyMap<string, string> | undefined;
}

/** How a table is read: once for a file, then for each of its rows. */
export interface TableReader {
  readonly columns: readonly MappedColumn[];
  readonly defaultYear: number | undefined;
}

/** Values by target key, where each stands, and everything that could not be read. */
export interface ReadRow {
  readonly values: Readonly<Record<string, unknown>>;
  readonly problems: readonly RowProblem[];
  readonly placeOf: (target: string) => Place;
}

const CURRENCY = 'CNY';
/** The target by which a row is told from others. */
const NUMBER = 'externalNumber';
const SEVERAL = /[、,，;；/|\n]+/;
const LONGEST_SHOWN = 200;

/** Reads the cells of a row by the columns' targets. Pure. */
export function readRow(row: Pick<SheetRow, 'cells' | 'uncomputed'>, reader: TableReader): ReadRow {
  const { cells, uncomputed = {} } = row;
  const values: Record<string, unknown> = {};
  const problems: RowProblem[] = [];
  for (const column of reader.columns) {
    const formula = uncomputed[column.key];
    const cell = formula ?? cells[column.key] ?? '';
    if (cell.trim() === '') continue;
    const reading = formula === undefined ? readCell(cell, column, reader.defaultYear) : refuseUncomputed();
    if (!reading.ok) {
      problems.push({ ...placeIn(column, cell), code: reading.problem.code, text: textOf(reading, column) });
    } else if (reading.value !== null) values[column.target.key] = reading.value;
  }
  const placeOf = (target: string): Place => {
    const column = reader.columns.find(({ target: { key } }) => key === target);
    return column ? placeIn(column, cells[column.key] ?? '') : NOWHERE;
  };
  return { values, problems, placeOf };
}

const NOWHERE: Place = { column: null, value: null };

function placeIn({ key, header }: MappedColumn, cell: string): Place {
  const shown = cell.length > LONGEST_SHOWN ? `${cell.slice(0, LONGEST_SHOWN)}…` : cell;
  return { key, column: header, value: shown.trim() === '' ? null : shown };
}

const MOST_NAMED = 12;

/** What is wrong and what to do, with what it may have meant, or what may stand there at all. */
function textOf({ problem }: { readonly problem: ValueProblem }, { target }: MappedColumn): Localized {
  const { text, remedy, candidates = [] } = problem;
  if (!target.options) {
    const may = candidates.length > 0 ? candidates.join('、') : undefined;
    return {
      zh: `${text.zh}${remedy.zh}${may ? `可能是：${may}。` : ''}`,
      en: `${text.en} ${remedy.en}${may ? ` It may be ${candidates.join(' or ')}.` : ''}`,
    };
  }
  const meant = target.options.filter(({ code }) => candidates.includes(code));
  const named = (meant.length > 0 ? meant : target.options).slice(0, MOST_NAMED).map(({ label }) => label);
  const more = meant.length === 0 && target.options.length > MOST_NAMED;
  return {
    zh: `${text.zh}${remedy.zh}可填：${named.map(({ zh }) => zh).join('、')}${more ? '等' : ''}。`,
    en: `${text.en} ${remedy.en} Known are: ${named.map(({ en }) => en).join(', ')}${more ? ', …' : '.'}`,
  };
}

function readCell(cell: string, column: MappedColumn, defaultYear: number | undefined): Reading<unknown> {
  if (isErrorValue(cell)) return refuseErrorValue();
  const { target, dateOrder } = column;
  switch (target.kind) {
    case 'text':
      // １２ and 12 are one number.
      return read(target.key === NUMBER ? halfWidth(cell) : cell);
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
      return readChoice(cell, column);
    case 'choices':
      return readChoices(cell, column);
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

/** What somebody has said that a word stands for goes before what it looks like. */
function readChoice(cell: string, { target, choices }: MappedColumn): Reading<string> {
  const chosen = choices?.get(comparable(cell));
  return chosen === undefined ? matched(cell, choicesOf(target.options)) : read(chosen);
}

const MOST_REMEMBERED = 500;
const remembered = new WeakMap<readonly Choice[], Map<string, Reading<string>>>();

/** A column says the same few words over and over: each is matched once. */
function matched(cell: string, choices: readonly Choice[]): Reading<string> {
  const before = remembered.get(choices) ?? new Map<string, Reading<string>>();
  remembered.set(choices, before);
  const known = before.get(cell);
  if (known) return known;
  if (before.size >= MOST_REMEMBERED) before.clear();
  const reading = matchChoice(cell, choices);
  before.set(cell, reading);
  return reading;
}

/** `退款、道歉`: the cell as a whole may be an option too. */
function readChoices(cell: string, column: MappedColumn): Reading<readonly string[]> {
  const whole = readChoice(cell, column);
  if (whole.ok) return read<readonly string[]>(whole.value === null ? null : [whole.value]);
  const codes: string[] = [];
  for (const part of cell.split(SEVERAL)) {
    const one = readChoice(part, column);
    if (!one.ok) return one;
    if (one.value !== null && !codes.includes(one.value)) codes.push(one.value);
  }
  return read<readonly string[]>(codes);
}

function isDetail(target: ImportTarget): boolean {
  return target.key.startsWith('details.');
}

function mapped<From, To>(reading: Reading<From>, to: (value: From) => To): Reading<To> {
  return reading.ok ? read<To>(reading.value === null ? null : to(reading.value)) : reading;
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
