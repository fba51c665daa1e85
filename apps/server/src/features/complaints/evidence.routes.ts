import { type ComplaintState, documentsOf, type TenantActor } from '@huiyin/domain';
import { inLocale } from '@huiyin/shared';
import type { Offices } from '../../casework/office.ts';
import type { FileStore } from '../../files/file-store.ts';
import { attachment } from '../../files/routes.ts';
import { uuidOf } from '../../graphql/global-id.ts';
import { HttpError, notFound, type Routes } from '../../http/callers.ts';
import type { Database } from '../../tenancy/database.ts';
import { readComplaint } from './complaint-reads.repository.ts';
import { documentFile } from './document-file.ts';
import { recordHealthLookAt } from './health-look.repository.ts';
import { knowsWho } from './insight.ts';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/**
 * `GET /files/:id/:item`, `GET /documents/:id/:item`: a file of a complaint, or a document that it sent as Word; always
 * to be saved and never shown in our own origin. Both name people: whoever sees the complainant masked does not get them.
 */
export function evidenceRoutes(options: {
  readonly database: Database;
  readonly offices: Offices;
  readonly files: FileStore;
}): Routes {
  const { database, offices, files } = options;
  return (app, callers) => {
    app.get<{ Params: { id: string; item: string } }>('/files/:id/:item', async (request, reply) => {
      const actor: TenantActor = await callers.actorOf(request);
      const state = await stateOf({ actor, id: request.params.id, database, offices });
      const item = state?.evidence.find((each) => each.id === request.params.item);
      if (!state || !item || item.kind !== 'FILE') throw notFound();
      if (!knowsWho(actor, state)) throw NOT_FOR_YOU;
      const stored = await files.find(actor, item.sha256);
      if (!stored) throw notFound();
      await recordHealthLookAt(database, { actor, office: await offices.of(actor), state, item: item.id });
      return reply
        .header('content-type', stored.mediaType)
        .header('content-length', stored.bytes)
        .header('content-disposition', attachment(stored.name))
        .header('x-content-type-options', 'nosniff')
        .header('cache-control', 'private, no-store')
        .send(await files.open(actor, item.sha256));
    });

    app.get<{ Params: { id: string; item: string } }>('/documents/:id/:item', async (request, reply) => {
      const actor: TenantActor = await callers.actorOf(request);
      const office = await offices.of(actor);
      const { sector, name, nameEn } = office;
      const state = await stateOf({ actor, id: request.params.id, database, offices });
      const issued = state?.documents?.find((each) => each.id === request.params.item);
      const template = documentsOf(sector).find(({ code }) => code === issued?.document);
      if (!state || !issued || !template) throw notFound();
      if (!knowsWho(actor, state)) throw NOT_FOR_YOU;
      await recordHealthLookAt(database, { actor, office, state, item: issued.id });
      const locale = callers.localeOf(request);
      return reply
        .type(WORD)
        .header(
          'content-disposition',
          attachment(`${inLocale(template.label, locale)} ${issued.number}.docx`),
        )
        .header('cache-control', 'private, no-store')
        .send(await documentFile({ issued, template, locale, organization: { zh: name, en: nameEn } }));
    });
  };
}

/** The complaint of a path, where the actor may know of it. */
async function stateOf(options: {
  readonly actor: TenantActor;
  readonly id: string;
  readonly database: Database;
  readonly offices: Offices;
}): Promise<ComplaintState | undefined> {
  const { actor, database, offices } = options;
  const id = uuidOf(options.id, 'Complaint');
  const row = id
    ? await readComplaint(database, {
        ...{ actor, office: await offices.of(actor), by: { id } },
        depth: {
          ...{
            details: false,
            state: true,
            complainant: false,
            history: false,
            numbers: false,
            healthLooks: false,
          },
          incident: false,
        },
      })
    : undefined;
  return row?.state ?? undefined;
}

const NOT_FOR_YOU = new HttpError(403, 'FORBIDDEN', {
  zh: '证据会显示投诉人身份，您无权查看。请由承办人提供，或说明理由查看身份。',
  en: 'Evidence shows who complained, which you may not see. Ask its handler, or reveal the identity with a reason.',
});
