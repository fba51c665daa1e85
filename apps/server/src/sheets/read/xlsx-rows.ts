import { SheetError } from '../sheet-error.ts';
import { MAX_CELL_CHARACTERS, MAX_COLUMNS, MAX_ROWS } from './limits.ts';
import type { SharedStrings } from './shared-strings.ts';
import type { RawRow } from './source.ts';
import { columnOf, numberText, serialText, unescapeXlsx } from './xlsx-cell.ts';
import type { XmlHandlers } from './xlsx-parts.ts';
import type { Workbook } from './xlsx-workbook.ts';

/** Makes rows of the elements of a worksheet, handing each on as it ends. */
export class WorksheetRows implements XmlHandlers {
  readonly #workbook: Workbook;
  readonly #strings: SharedStrings;
  readonly #onRow: (row: RawRow) => void;
  #line = 0;
  #raw: string[] = [];
  #uncomputed: Map<number, string> | undefined;
  #inRow = false;
  #column = -1;
  #type = '';
  #style = 0;
  #value = '';
  #inline = '';
  #formula = '';
  #computed = true;
  #reading: 'value' | 'inline' | 'formula' | undefined;
  #phonetic = false;

  constructor(workbook: Workbook, strings: SharedStrings, onRow: (row: RawRow) => void) {
    this.#workbook = workbook;
    this.#strings = strings;
    this.#onRow = onRow;
  }

  open(name: string, attributes: Record<string, string>): void {
    if (name === 'c') this.#openCell(attributes);
    else if (name === 'v') {
      this.#reading = 'value';
      this.#computed = true;
    } else if (name === 'f') {
      this.#reading = 'formula';
      this.#computed = false;
    } else if (name === 'row') this.#openRow(attributes.r);
    else if (name === 't') this.#reading = this.#phonetic ? undefined : 'inline';
    else if (name === 'rPh') this.#phonetic = true;
  }

  text(piece: string): void {
    if (this.#reading === 'value') this.#value += piece;
    else if (this.#reading === 'inline') this.#inline += piece;
    else if (this.#reading === 'formula') this.#formula += piece;
    if (this.#value.length + this.#inline.length + this.#formula.length > MAX_CELL_CHARACTERS)
      throw new SheetError('TOO_LARGE', { line: this.#line });
  }

  close(name: string): void {
    if (name === 'c') this.#closeCell();
    else if (name === 'v' || name === 't' || name === 'f') this.#reading = undefined;
    else if (name === 'rPh') this.#phonetic = false;
    else if (name === 'row') {
      this.#inRow = false;
      const row = { line: this.#line, raw: this.#raw };
      this.#onRow(this.#uncomputed ? { ...row, uncomputed: this.#uncomputed } : row);
    }
  }

  #openRow(reference: string | undefined): void {
    const line = reference === undefined ? this.#line + 1 : Number(reference);
    if (!Number.isInteger(line) || line <= this.#line)
      throw new SheetError('CORRUPT', { line: this.#line + 1 });
    if (line > MAX_ROWS) throw new SheetError('TOO_LARGE', { line: this.#line });
    this.#line = line;
    this.#raw = [];
    this.#uncomputed = undefined;
    this.#inRow = true;
    this.#column = -1;
  }

  #openCell(attributes: Record<string, string>): void {
    this.#column = attributes.r === undefined ? this.#column + 1 : columnOf(attributes.r);
    if (this.#column < 0 || this.#column >= MAX_COLUMNS)
      throw new SheetError('CORRUPT', { line: this.#line });
    this.#type = attributes.t ?? '';
    this.#style = attributes.s === undefined ? 0 : Number(attributes.s);
    this.#value = '';
    this.#inline = '';
    this.#formula = '';
    this.#computed = true;
  }

  #closeCell(): void {
    if (!this.#inRow) return;
    if (!this.#computed) {
      this.#uncomputed ??= new Map();
      this.#uncomputed.set(this.#column, `=${this.#formula}`);
    }
    const text = this.#cellText();
    if (text === '') return;
    while (this.#raw.length < this.#column) this.#raw.push('');
    this.#raw[this.#column] = text;
  }

  #cellText(): string {
    const value = this.#value;
    switch (this.#type) {
      case 's':
        return this.#sharedText(value);
      case 'inlineStr':
        return unescapeXlsx(this.#inline);
      case 'str':
        return unescapeXlsx(value);
      case 'b':
        return value === '1' || value === 'true' ? 'TRUE' : 'FALSE';
      case 'd':
        return isoText(value);
      case 'e':
        return value;
      default:
        return this.#numberText(value);
    }
  }

  #numberText(value: string): string {
    if (value === '') return '';
    const meaning = this.#workbook.styles[this.#style] ?? 'number';
    if (meaning === 'number') return numberText(value);
    return serialText(value, { meaning, date1904: this.#workbook.date1904 });
  }

  #sharedText(index: string): string {
    if (index === '') return '';
    const text = this.#strings.get(Number(index));
    if (text === undefined) throw new SheetError('CORRUPT', { line: this.#line });
    return text;
  }
}

/** A cell of type date holds ISO 8601 (`2010-03-15T00:00:00`); midnight is a day without a time. */
function isoText(value: string): string {
  const [, date, time] = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d(?::\d\d)?)(?:\.\d+)?Z?$/.exec(value) ?? [];
  if (!date || !time) return value;
  return /^00:00(?::00)?$/.test(time) ? date : `${date} ${time.replace(/^(\d\d:\d\d):00$/, '$1')}`;
}
