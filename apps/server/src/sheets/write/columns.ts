/** What a column holds, so that it opens in a spreadsheet program as that and can be counted with. */
export type WriteKind =
  | 'text'
  | 'integer'
  | 'decimal'
  | 'money'
  /** A number shown with two decimals. */
  | 'hundredths'
  /** A share: 0.125 shows as 12.50%. */
  | 'percent'
  /** `YYYY-MM-DD`. */
  | 'date'
  /** Local `YYYY-MM-DD HH:mm`, or an instant (ISO 8601 with zone), shown as China reads it. */
  | 'dateTime'
  | 'boolean';

export interface WriteColumn {
  header: string;
  /** Characters. */
  width?: number;
  kind?: WriteKind;
}

/** Numbers may be decimal texts: amounts are never binary fractions. */
export type WriteValue = string | number | boolean | null | undefined;

/** A value, or one that is not of its column's kind with its own. */
export type WriteCell = WriteValue | { readonly value: WriteValue; readonly kind: WriteKind };

export type WriteRows = AsyncIterable<readonly WriteCell[]> | Iterable<readonly WriteCell[]>;

/** A cell's value and kind: its own, else its column's. */
export function typedCell(
  cell: WriteCell,
  column: Pick<WriteColumn, 'kind'> | undefined,
): { readonly value: WriteValue; readonly kind: WriteKind } {
  if (typeof cell === 'object' && cell !== null) return cell;
  return { value: cell, kind: column?.kind ?? 'text' };
}

export interface WriteSheet {
  name: string;
  /** Lines above the table, each drawn across it. */
  titles?: readonly string[];
  columns: readonly WriteColumn[];
  rows: WriteRows;
}

/** `2010-03-15 09:20[:30]` of a local or zoned date and time, `2010-03-15` of a date; undefined of anything else. */
export function localDateTime(value: string): string | undefined {
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return value;
  const local = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d)?)(?:\.\d+)?$/.exec(value);
  if (local) return `${local[1]} ${local[2]}`;
  if (!/^\d{4}-\d\d-\d\dT.*(?:Z|[+-]\d\d:\d\d)$/.test(value)) return undefined;
  const instant = new Date(value);
  if (Number.isNaN(instant.getTime())) return undefined;
  return IN_CHINA.format(instant).replace(',', '').replace(/:00$/, '');
}

const IN_CHINA = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'medium',
});

/** A number as decimal text, undefined when the value is none. */
export function numberOf(value: WriteValue): string | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : undefined;
  return typeof value === 'string' && /^-?\d+(?:\.\d+)?$/.test(value) ? value : undefined;
}
