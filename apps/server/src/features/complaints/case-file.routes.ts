import type { Readable } from 'node:stream';
import { inLocale } from '@huiyin/shared';
import { ZipFile } from 'yazl';
import type { Offices } from '../../casework/office.ts';
import type { FileStore } from '../../files/file-store.ts';
import { attachment } from '../../files/routes.ts';
import { uuidOf } from '../../graphql/global-id.ts';
import { HttpError, notFound, type Routes } from '../../http/callers.ts';
import type { Database } from '../../tenancy/database.ts';
import { caseFileParts, type Part, readEvents } from './case-file.ts';
import { CASE_FILE_WORDS } from './case-file-words.ts';
import { type Depth, readComplaint } from './complaint-reads.repository.ts';
import { recordHealthLooks } from './health-look.repository.ts';
import { caseFileOf } from './insight.ts';

const FULL: Depth = {
  ...{ details: true, state: true, complainant: true, history: true, numbers: true, incident: true },
  healthLooks: false,
};

/** `GET /case-files/:id`: everything of a case that is over as one archive, to whoever has just taken it. */
export function caseFileRoutes(options: {
  readonly database: Database;
  readonly offices: Offices;
  readonly files: FileStore;
}): Routes {
  const { database, offices, files } = options;
  return (app, callers) => {
    app.get<{ Params: { id: string } }>('/case-files/:id', async (request, reply) => {
      const actor = await callers.actorOf(request);
      const locale = callers.localeOf(request);
      const id = uuidOf(request.params.id, 'Complaint');
      const office = await offices.of(actor);
      const row = id ? await readComplaint(database, { actor, office, by: { id }, depth: FULL }) : undefined;
      if (!row?.state) throw notFound();
      const { state } = row;
      const taken = caseFileOf(actor, state);
      if (!taken) throw NOT_TAKEN;
      const events = await readEvents(database, actor, row.id);
      // Between the two looks something happened.
      if (events.length !== taken.version) throw NOT_TAKEN;
      const asked = { actor, office, locale, row: { ...row, state }, taken };
      const { complaint, parts } = await caseFileParts(asked, { files, events });
      await recordHealthLooks(database, { actor, office, depth: FULL, shown: [complaint] });
      const name = `${row.number} ${inLocale(CASE_FILE_WORDS.caseFile, locale)}.zip`;
      return reply
        .header('content-type', 'application/zip')
        .header('content-disposition', attachment(name))
        .header('x-content-type-options', 'nosniff')
        .header('cache-control', 'private, no-store')
        .send(archiveOf(parts, { at: new Date(taken.at), open: (sha256) => files.open(actor, sha256) }));
    });
  };
}

/** The parts as an archive, each read when its turn has come: however much evidence there is, little is held. */
function archiveOf(
  parts: readonly Part[],
  options: { readonly at: Date; readonly open: (sha256: string) => Promise<Readable> },
): NodeJS.ReadableStream {
  const zip = new ZipFile();
  const entry = { mtime: options.at, mode: 0o100644, compress: false };
  for (const part of parts) {
    if ('content' in part) zip.addBuffer(part.content, part.path, entry);
    else {
      zip.addReadStreamLazy(part.path, { ...entry, size: part.bytes }, (take) => {
        options.open(part.sha256).then(
          (stream) => take(null, stream),
          (error: unknown) => take(error, zip.outputStream),
        );
      });
    }
  }
  // Half an archive must not look like a whole one.
  zip.on('error', (error: Error) => (zip.outputStream as Readable).destroy(error));
  zip.end();
  return zip.outputStream;
}

const NOT_TAKEN = new HttpError(409, 'CONFLICT', {
  zh: '请先在投诉件页面“导出卷宗”并说明用途。导出后此件又有变动的，需重新导出。',
  en: 'Take the case file on the page of the complaint first, with what it is for; anew where something has happened since.',
});
