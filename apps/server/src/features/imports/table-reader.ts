import { createHash } from 'node:crypto';
import { type ImportTarget, importTargets, SANCTIONS_SHEET, type Sector } from '@huiyin/domain';
import { proposeMapping } from '../../sheets/mapping.ts';
import type { OpenSheet } from '../../sheets/open-sheet.ts';
import type { SheetColumn } from '../../sheets/read/layout.ts';
import { DateOrderDetector } from '../../sheets/values/date-order.ts';
import type { DateOrder } from '../../sheets/values/date-parts.ts';
import { comparable } from '../../sheets/values/text.ts';
import type { ImportKindCode, ImportLayout, ImportMapping, ImportReading } from './import.repository.ts';
import { choicesOf, type MappedColumn, type TableReader } from './row-values.ts';

/** The columns that a spreadsheet of refused rows adds: no data of ours when it comes back corrected. */
const ADDED_BY_US = /^(原行号 Line|问题 Problem)$/;

/** Everything that a column can be. */
export function targetsOf(kind: ImportKindCode, sector: Sector): readonly ImportTarget[] {
  return kind === 'SANCTIONS' ? SANCTIONS_SHEET.targets : importTargets(sector);
}

/** All labels under which columns are known, to find the header among title rows. */
export function knownLabels(targets: readonly ImportTarget[]): string[] {
  return targets.flatMap(({ label, synonyms }) => [label.zh, label.en, ...synonyms]);
}

export function layoutOf(sheet: OpenSheet): ImportLayout {
  return {
    format: sheet.format,
    encoding: sheet.encoding?.name ?? null,
    sheetName: sheet.sheetName,
    sheets: sheet.sheets.filter(({ hidden }) => !hidden).map(({ name }) => name),
    titles: sheet.layout.titles,
    headerLines: sheet.layout.headerLines,
    year: sheet.layout.year ?? null,
    columns: sheet.columns,
    sample: sheet.sample.slice(0, 5).map(({ cells }) => cells),
    approximateRows: sheet.approximateRows,
  };
}

/** Column key to target key, as far as headers and values speak for it. */
export function proposedMapping(sheet: OpenSheet, targets: readonly ImportTarget[]): ImportMapping {
  const proposals = proposeMapping({
    columns: sheet.columns.filter(({ header }) => !ADDED_BY_US.test(header)),
    sampleRows: sheet.sample.map(({ cells }) => cells),
    targets: targets.map(({ key, label, synonyms, kind, required, options }) => ({
      key,
      labels: [label.zh, label.en, ...synonyms],
      kind: kind === 'choices' ? 'choice' : kind,
      required,
      ...(options ? { choices: choicesOf(options) } : {}),
    })),
  });
  const proposed = Object.fromEntries(proposals.map(({ column, target }) => [column, target]));
  return Object.fromEntries(sheet.columns.map(({ key }) => [key, proposed[key] ?? null]));
}

/** What tables with the same headers have in common. */
export function fingerprintOf(columns: readonly SheetColumn[]): string {
  const headers = columns.map(({ key }) => key).filter((key) => !ADDED_BY_US.test(key));
  return createHash('sha256').update(JSON.stringify(headers)).digest('hex');
}

export interface ReaderOptions {
  readonly layout: ImportLayout;
  /** As proposed, remembered, or decided by the user. */
  readonly reading: ImportReading;
  readonly targets: readonly ImportTarget[];
}

/** How the rows of an open sheet are read. Reads the whole sheet once where it has dates. */
export async function tableReader(sheet: OpenSheet, options: ReaderOptions): Promise<TableReader> {
  const { layout, reading, targets } = options;
  const byKey = new Map(targets.map((target) => [target.key, target]));
  const columns = layout.columns.flatMap(({ key, header }): MappedColumn[] => {
    const target = byKey.get(reading.mapping[key] ?? '');
    if (!target) return [];
    const choices = Object.entries(reading.choices[key] ?? {}).map(
      ([written, code]) => [comparable(written), code] as const,
    );
    return [
      { key, header: header || key, target, ...(choices.length > 0 ? { choices: new Map(choices) } : {}) },
    ];
  });
  const dates = columns.filter(({ target: { kind } }) => kind === 'date' || kind === 'dateTime');
  const found = await dateOrdersOf(sheet, dates);
  return {
    // What the values prove goes before what was decided, for this table or one of the same headers before it.
    columns: columns.map((column) => ({
      ...column,
      dateOrder: found.get(column.key) ?? reading.dateOrders[column.key],
    })),
    defaultYear: layout.year ?? undefined,
  };
}

async function dateOrdersOf(
  sheet: OpenSheet,
  columns: readonly MappedColumn[],
): Promise<ReadonlyMap<string, DateOrder>> {
  const detectors = columns.map(({ key }) => ({ key, detector: new DateOrderDetector() }));
  if (detectors.length > 0) {
    for await (const { kind, cells } of sheet.rows()) {
      if (kind !== 'data') continue;
      for (const { key, detector } of detectors) {
        const value = cells[key];
        if (value) detector.add(value);
      }
    }
  }
  return new Map(
    detectors.flatMap(({ key, detector }): [string, DateOrder][] => {
      const finding = detector.finding();
      return finding.kind === 'found' ? [[key, finding.order]] : [];
    }),
  );
}

/** The orders of dates that a table was read with, to be remembered. */
export function dateOrdersIn({ columns }: TableReader): Readonly<Record<string, DateOrder>> {
  return Object.fromEntries(columns.flatMap(({ key, dateOrder }) => (dateOrder ? [[key, dateOrder]] : [])));
}
