import { PassThrough, Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import type { WriteSheet } from './columns.ts';
import {
  contentTypes,
  ROOT_RELATIONSHIPS,
  STYLES,
  sheetNames,
  workbookPart,
  workbookRelationships,
} from './xlsx-parts.ts';
import { type SheetProgress, sheetPieces } from './xlsx-sheet.ts';

/**
 * Writes a workbook as a stream in constant memory: real dates and numbers, texts that stay texts whatever they
 * start with. Rows past what a sheet can hold go on in a further sheet `name (2)`. A failing source of rows
 * fails the stream; a reader that goes away ends the source.
 */
export function writeWorkbook({ sheets }: { sheets: readonly WriteSheet[] }): Readable {
  const zip = new ZipFile();
  const output = new PassThrough();
  const fail = (error: unknown) => output.destroy(error instanceof Error ? error : new Error(String(error)));
  zip.on('error', fail);
  zip.outputStream.on('error', fail);
  zip.outputStream.pipe(output);
  fill(zip, sheets, output).catch((error: unknown) => {
    if (!output.destroyed) fail(error);
  });
  return output;
}

async function fill(zip: ZipFile, sheets: readonly WriteSheet[], output: PassThrough): Promise<void> {
  const names: string[] = [];
  for (const sheet of sheets) {
    const progress: SheetProgress = { rows: iterate(sheet.rows), done: false };
    for (let part = 1; part === 1 || !progress.done; part++) {
      names.push(part === 1 ? sheet.name : `${sheet.name} (${part})`);
      const pieces = Readable.from(sheetPieces(sheet, progress), { objectMode: false });
      const stop = () => pieces.destroy();
      output.once('close', stop);
      zip.addReadStream(pieces, `xl/worksheets/sheet${names.length}.xml`, { compressionLevel: 4 });
      try {
        await finished(pieces);
      } finally {
        output.off('close', stop);
        if (pieces.errored || output.destroyed) await progress.rows.return?.();
      }
    }
  }
  const unique = sheetNames(names);
  const add = (path: string, xml: string) => zip.addBuffer(Buffer.from(xml), path);
  add('xl/workbook.xml', workbookPart(unique));
  add('xl/_rels/workbook.xml.rels', workbookRelationships(unique.length));
  add('xl/styles.xml', STYLES);
  add('_rels/.rels', ROOT_RELATIONSHIPS);
  add('[Content_Types].xml', contentTypes(unique.length));
  zip.end();
}

/** One iterator over rows of either kind, so that a further sheet goes on where the last one ended. */
function iterate(rows: WriteSheet['rows']): SheetProgress['rows'] {
  return Symbol.asyncIterator in rows ? rows[Symbol.asyncIterator]() : rows[Symbol.iterator]();
}
