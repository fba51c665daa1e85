import { attachment } from '../../files/routes.ts';
import { uuidOf } from '../../graphql/global-id.ts';
import { notFound, type Routes } from '../../http/callers.ts';
import { MEDIA_TYPES } from '../../sheets/media-types.ts';
import type { Database } from '../../tenancy/database.ts';
import type { Imports } from './imports.ts';
import { refusedWorkbook } from './refused-sheet.ts';

/** `GET /imports/:id/refused.xlsx`: the rows not taken in, to be corrected and imported again. */
export function importRoutes(options: { readonly database: Database; readonly imports: Imports }): Routes {
  const { database, imports } = options;
  return (app, callers) => {
    app.get<{ Params: { id: string } }>('/imports/:id/refused.xlsx', async (request, reply) => {
      const actor = await callers.actorOf(request);
      const id = uuidOf(request.params.id, 'Import');
      const row = id ? await imports.find(actor, id) : undefined;
      if (!row || row.refused === 0) throw notFound();
      const name = `${row.name.replace(/\.[^.]+$/, '')}-未导入.xlsx`;
      return reply
        .header('content-type', MEDIA_TYPES.xlsx)
        .header('content-disposition', attachment(name))
        .send(refusedWorkbook(database, actor, row));
    });
  };
}
