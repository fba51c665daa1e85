import { canInOffice, TRAINING_SHEET } from '@huiyin/domain';
import { inLocale } from '@huiyin/shared';
import { attachment } from '../../files/routes.ts';
import { notFound, type Routes } from '../../http/callers.ts';
import { MEDIA_TYPES } from '../../sheets/media-types.ts';
import { writeWorkbook } from '../../sheets/write/xlsx.ts';

/** `GET /training-sheet.xlsx`: the empty sheet with the headers under which training is taken in, and what may stand there. */
export function trainingRoutes(): Routes {
  return (app, callers) => {
    app.get('/training-sheet.xlsx', async (request, reply) => {
      const actor = await callers.actorOf(request);
      if (!canInOffice(actor, 'recordTraining')) throw notFound();
      const locale = callers.localeOf(request);
      const word = (zh: string, en: string) => inLocale({ zh, en }, locale);
      const choices = TRAINING_SHEET.flatMap(({ label, options = [] }) =>
        options.length === 0
          ? []
          : [
              `${inLocale(label, locale)}${word('可填：', ': ')}${options
                .map((option) => inLocale(option.label, locale))
                .join(word('、', ', '))}`,
            ],
      );
      const sheet = {
        name: word('培训登记', 'Training'),
        titles: [word('培训登记表（一行一人）', 'Training (a line a person)'), ...choices],
        columns: TRAINING_SHEET.map(({ label, kind }) => ({
          ...{ header: inLocale(label, locale), width: 18 },
          ...(kind === 'choice' ? {} : { kind }),
        })),
        rows: [],
      };
      return reply
        .header('content-type', MEDIA_TYPES.xlsx)
        .header('content-disposition', attachment(word('培训登记表.xlsx', 'Training.xlsx')))
        .send(writeWorkbook({ sheets: [sheet] }));
    });
  };
}
