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
      const sheets = [
        {
          name: word('培训登记', 'Training'),
          columns: TRAINING_SHEET.map(({ label, kind }) => ({
            ...{ header: inLocale(label, locale), width: 18 },
            ...(kind === 'choice' ? {} : { kind }),
          })),
          rows: [],
        },
        {
          name: word('填写说明', 'How to fill it in'),
          columns: [
            { header: word('列', 'Column'), width: 18 },
            { header: word('必填', 'Required'), width: 10 },
            { header: word('可填内容', 'What may stand there'), width: 70 },
          ],
          rows: TRAINING_SHEET.map(({ label, required, options = [] }) => [
            inLocale(label, locale),
            required ? word('是', 'Yes') : '',
            options.map((option) => inLocale(option.label, locale)).join(word('、', ', ')),
          ]),
        },
      ];
      return reply
        .header('content-type', MEDIA_TYPES.xlsx)
        .header('content-disposition', attachment(word('培训登记表.xlsx', 'Training.xlsx')))
        .send(writeWorkbook({ sheets }));
    });
  };
}
