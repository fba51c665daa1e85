import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import iconv from 'iconv-lite';
import { onTestFinished } from 'vitest';
import { type OpenSheet, type OpenSheetOptions, openSheet, type SheetRow } from './open-sheet.ts';

/** A file of the content given, gone when the test is over. */
export async function temporaryFile(content: Buffer | string | Readable, name = 'sheet'): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'huiyin-test-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const path = join(folder, name);
  if (typeof content === 'string' || Buffer.isBuffer(content)) await writeFile(path, content);
  else await pipeline(content, createWriteStream(path));
  return path;
}

/** Opens a file of the content given; text may be put into an encoding first. */
export async function opened(
  content: Buffer | string | Readable,
  { encodeAs, ...options }: OpenSheetOptions & { encodeAs?: string } = {},
): Promise<OpenSheet> {
  const bytes =
    typeof content === 'string' && encodeAs
      ? iconv.encode(content, encodeAs, { addBOM: /^utf-16/.test(encodeAs) })
      : content;
  const sheet = await openSheet({ path: await temporaryFile(bytes) }, options);
  onTestFinished(() => sheet.close());
  return sheet;
}

export async function allRows(sheet: OpenSheet, options?: { fromLine?: number }): Promise<SheetRow[]> {
  const rows: SheetRow[] = [];
  for await (const row of sheet.rows(options)) rows.push(row);
  return rows;
}
