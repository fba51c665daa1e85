import { inLocale } from '@huiyin/shared';
import type { Offices } from '../../casework/office.ts';
import { attachment } from '../../files/routes.ts';
import { uuidOf } from '../../graphql/global-id.ts';
import { notFound, type Routes } from '../../http/callers.ts';
import { MEDIA_TYPES } from '../../sheets/media-types.ts';
import type { Reports } from './reports.ts';
import { sheetFile } from './sheet-file.ts';
import { standingOf, wordFile } from './word-file.ts';

/** `GET /reports/:id.docx` and `.xlsx`: a report in the caller's language, as a draft or as it was published. */
export function reportRoutes(options: { readonly reports: Reports; readonly offices: Offices }): Routes {
  const { reports, offices } = options;
  return (app, callers) => {
    for (const format of ['docx', 'xlsx'] as const) {
      app.get<{ Params: { id: string } }>(`/reports/:id.${format}`, async (request, reply) => {
        const actor = await callers.actorOf(request);
        const id = uuidOf(request.params.id, 'Report');
        const row = id ? await reports.find(actor, id) : undefined;
        if (!row) throw notFound();
        const locale = callers.localeOf(request);
        const report = await reports.read(actor, row);
        const { name, nameEn } = await offices.of(actor);
        const organization = { zh: name, en: nameEn };
        return reply
          .header('content-type', MEDIA_TYPES[format])
          .header('content-disposition', attachment(`${inLocale(report.content.title, locale)}.${format}`))
          .send(
            format === 'docx'
              ? await wordFile(report, { standing: standingOf(row, locale), locale, organization })
              : sheetFile(report, locale),
          );
      });
    }
  };
}
