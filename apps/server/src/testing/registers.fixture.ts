import { createReadStream } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { StaffActor } from '@huiyin/domain';
import type { ImportKindCode, ImportRow } from '../features/imports/import.repository.ts';
import { refusedRows } from '../features/imports/import-row.repository.ts';
import { LARGEST_FILE } from '../files/routes.ts';
import type { TestOffice } from './office.fixture.ts';

/** The offices' own spreadsheets. */
export const REGISTERS = resolve(import.meta.dirname, '../../../../registers');

/** Takes one of the registers in, as the office would. @throws when a row is refused */
export async function importRegister(
  office: TestOffice,
  actor: StaffActor,
  { file, kind = 'COMPLAINTS' }: { readonly file: string; readonly kind?: ImportKindCode },
): Promise<ImportRow> {
  const { files, imports } = office.services;
  const path = resolve(REGISTERS, file);
  const { sha256 } = await files.put(actor, {
    stream: createReadStream(path),
    name: basename(path),
    largestBytes: LARGEST_FILE,
  });
  const created = await imports.create(actor, { sha256, kind });
  if (!created.ok) throw new Error(created.refusals[0]?.message.en);
  const started = await imports.start(actor, created.row.id, { again: false });
  if (!started.ok) throw new Error(started.refusals[0]?.message.en);
  await office.finishJobs();
  const done = await imports.find(actor, created.row.id);
  if (!done) throw new Error('The import is gone.');
  const rows = await refusedRows(office.database, actor, {
    ...{ importId: done.id, phase: 'RUN', afterLine: 0, first: 100 },
  });
  if (rows.length > 0)
    throw new Error(JSON.stringify(rows.map(({ line, problems }) => ({ line, problems }))));
  return done;
}
