import type { Readable } from 'node:stream';
import type { TenantActor } from '@huiyin/domain';
import { yearIn } from '../../sheets/read/layout.ts';
import { type RefusedRow, refusedRowsSheet } from '../../sheets/write/refused.ts';
import { writeWorkbook } from '../../sheets/write/xlsx.ts';
import type { Database } from '../../tenancy/database.ts';
import type { ImportPhase, ImportRow } from './import.repository.ts';
import { refusedRows } from './import-row.repository.ts';

const ROWS_AT_ONCE = 500;

/** The refused rows of an import as a workbook to correct and import again. */
export function refusedWorkbook(database: Database, actor: TenantActor, row: ImportRow): Readable {
  const phase: ImportPhase = row.status === 'CHECKING' || row.status === 'CHECKED' ? 'CHECK' : 'RUN';
  const sheet = refusedRowsSheet({
    columns: row.layout.columns,
    titles: titlesOf(row),
    rows: rowsOf(database, actor, { importId: row.id, phase }),
  });
  return writeWorkbook({ sheets: [sheet] });
}

/** The titles of the file, which name the year of dates written without one; or that year, where they do not. */
function titlesOf({ layout: { titles, year } }: ImportRow): readonly string[] {
  return year === null || yearIn(titles) === year ? titles : [...titles, `${year}年`];
}

async function* rowsOf(
  database: Database,
  actor: TenantActor,
  wanted: { readonly importId: string; readonly phase: ImportPhase },
): AsyncGenerator<RefusedRow> {
  for (let afterLine = 0; ; ) {
    const rows = await refusedRows(database, actor, { ...wanted, afterLine, first: ROWS_AT_ONCE });
    for (const { line, problems, cells, raw } of rows) {
      const texts = (problems ?? []).map(({ column, text }) => ({
        zh: `${column ? `【${column}】` : ''}${text.zh}`,
        en: text.en,
      }));
      yield { line, cells: cells ?? {}, raw: raw ?? [], problems: texts };
      afterLine = line;
    }
    if (rows.length < ROWS_AT_ONCE) return;
  }
}
