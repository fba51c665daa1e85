import type { Localized } from '@huiyin/shared';
import type { SheetColumn } from '../read/layout.ts';
import type { WriteSheet } from './columns.ts';

/** A row that was not taken in, as it was read, with all that is wrong with it. */
export interface RefusedRow {
  line: number;
  /** By column key, merged cells filled in. */
  cells: Readonly<Record<string, string>>;
  /** By position: what stands under no column is kept with the problems. */
  raw: readonly string[];
  problems: readonly Localized[];
}

/**
 * The refused rows as a table to correct and import again: the original columns under their original headers,
 * untouched, then the line they stood in and what is wrong, in both languages.
 */
export function refusedRowsSheet({
  columns,
  rows,
  titles = [],
}: {
  columns: readonly SheetColumn[];
  /** Lines above the table: what its dates mean may depend on them. */
  titles?: readonly string[];
  rows: AsyncIterable<RefusedRow> | Iterable<RefusedRow>;
}): WriteSheet {
  return {
    name: '未导入 Refused',
    titles,
    columns: [
      ...columns.map(({ key, header }) => ({ header: header === '' ? key : header })),
      { header: '原行号 Line', kind: 'integer', width: 10 },
      { header: '问题 Problem', width: 60 },
    ],
    rows: written(columns, rows),
  };
}

async function* written(
  columns: readonly SheetColumn[],
  rows: AsyncIterable<RefusedRow> | Iterable<RefusedRow>,
): AsyncGenerator<(string | number)[]> {
  const named = new Set(columns.map(({ index }) => index));
  for await (const { line, cells, raw, problems } of rows) {
    const extra = raw.filter((cell, index) => !named.has(index) && cell.trim() !== '');
    const texts = problems.map(({ zh, en }) => `${zh} ${en}`);
    if (extra.length > 0) texts.push(`多余的值 Extra: ${extra.join(' | ')}`);
    yield [...columns.map(({ key }) => cells[key] ?? ''), line, texts.join('\n')];
  }
}
