import type { Readable } from 'node:stream';
import { PERSON_REQUEST_LABELS } from '@huiyin/domain';
import { inLocale } from '@huiyin/shared';
import { ZipFile } from 'yazl';
import type { Offices } from '../../casework/office.ts';
import { recordOfficeEvent } from '../../casework/office-events.ts';
import { attachment } from '../../files/routes.ts';
import { uuidOf } from '../../graphql/global-id.ts';
import { notFound, type Routes } from '../../http/callers.ts';
import type { Database } from '../../tenancy/database.ts';
import { handedOver, personPage } from './person-data.ts';
import { readPersonData } from './person-request.repository.ts';
import { mayAnswer } from './person-requests.ts';

/**
 * `GET /person-requests/:id`: what is held of a person who asked to see it, to the member who took that in and until it is
 * answered; each time it is taken is on record.
 */
export function personRequestRoutes(options: {
  readonly database: Database;
  readonly offices: Offices;
}): Routes {
  const { database, offices } = options;
  return (app, callers) => {
    app.get<{ Params: { id: string } }>('/person-requests/:id', async (request, reply) => {
      const actor = await callers.actorOf(request);
      const id = uuidOf(request.params.id, 'PersonRequest');
      if (!id || !mayAnswer(actor)) throw notFound();
      const office = await offices.of(actor);
      const locale = callers.localeOf(request);
      const rows = await database.inTenant(actor, async (tx) => {
        const found = await readPersonData(tx, { id, actor, office });
        const subject = PERSON_REQUEST_LABELS.ACCESS.zh;
        const after = { complaints: found.length };
        if (found.length > 0) {
          await recordOfficeEvent(tx, { actor, kind: 'PERSON_DATA_TAKEN', subject, before: {}, after });
        }
        return found;
      });
      if (rows.length === 0) throw notFound();
      const data = handedOver(rows, { office, locale });
      const zip = new ZipFile();
      zip.addBuffer(Buffer.from(personPage(data, locale)), 'personal-data.html');
      zip.addBuffer(Buffer.from(`${JSON.stringify(data, null, 2)}\n`), 'personal-data.json');
      zip.end();
      return reply
        .header('content-type', 'application/zip')
        .header('content-disposition', attachment(`${inLocale(PERSON_REQUEST_LABELS.ACCESS, locale)}.zip`))
        .header('x-content-type-options', 'nosniff')
        .header('cache-control', 'private, no-store')
        .send(zip.outputStream as Readable);
    });
  };
}
