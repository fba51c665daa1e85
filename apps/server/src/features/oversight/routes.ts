import type { Readable } from 'node:stream';
import { acrossReport, type PeriodChoice, type ReportContent, SECTORS } from '@huiyin/domain';
import { inLocale, type Locale, type Localized } from '@huiyin/shared';
import { attachment } from '../../files/routes.ts';
import { HttpError, notFound, type Routes } from '../../http/callers.ts';
import { regionLabel } from '../../regions/regions.ts';
import { MEDIA_TYPES } from '../../sheets/media-types.ts';
import type { Look, Narrowing, Oversight } from './oversight.ts';

/** Writes a report across organisations as a file: with what the reports of organisations are written with. */
type WriteFile = (report: {
  readonly content: ReportContent;
  readonly locale: Locale;
  readonly by: Localized;
  readonly standing: readonly string[];
}) => Promise<Buffer | Readable>;

const FORMATS = ['docx', 'xlsx'] as const;

const ASKED = ['period', 'region', 'sector'] as const;

/**
 * `GET /reports/across.docx` and `.xlsx`: what was granted, over `period` (`2026`, `2026-H2`, `2026-Q4`, `2026-11`) and
 * narrowed to `region` and `sector`, in the caller's language. It is a look like any other, and kept nowhere.
 */
export function oversightRoutes(options: {
  readonly oversight: Oversight;
  readonly files: Readonly<Record<(typeof FORMATS)[number], WriteFile>>;
}): Routes {
  const { oversight, files } = options;
  return (app, callers) => {
    for (const format of FORMATS) {
      app.get<{ Querystring: Readonly<Record<string, unknown>> }>(
        `/reports/across.${format}`,
        async (request, reply) => {
          const actor = await callers.overseerOf(request);
          const locale = callers.localeOf(request);
          const [period = '', region, sector] = ASKED.map((name) => said(request.query[name]));
          const choice = periodOfText(period);
          const look = choice && (await oversight.look(actor, choice, { region, sector }));
          if (look === 'NO_PERIOD' || choice === undefined) throw NO_PERIOD;
          if (look === undefined) throw notFound();
          const content = contentOf(look, { region, sector });
          const asOf = momentOf(new Date());
          return reply
            .header('content-type', MEDIA_TYPES[format])
            .header('content-disposition', attachment(`${inLocale(content.title, locale)}.${format}`))
            .send(
              await files[format]({
                ...{ content, locale, by: { zh: actor.name, en: actor.name } },
                standing: [inLocale({ zh: `数据截至 ${asOf}`, en: `Figures as of ${asOf}` }, locale)],
              }),
            );
        },
      );
    }
  };
}

/** What stands in an address once; anything else was not said. */
function said(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function contentOf(look: Look, { region, sector }: Narrowing): ReportContent {
  const parts = [
    ...(region === undefined ? [] : [regionLabel(region)]),
    ...SECTORS.filter(({ code }) => code === sector).map(({ label }) => label),
  ];
  const scope = {
    zh: parts.map(({ zh }) => zh).join(''),
    en: parts.map(({ en }) => en).join(', '),
  };
  return acrossReport({ ...look, scope: parts.length > 0 ? scope : undefined, asOf: momentOf(new Date()) });
}

/** `YYYY-MM-DD HH:mm` in China. */
function momentOf(at: Date): string {
  return at.toLocaleString('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' });
}

const PERIOD = /^(\d{4})(?:-([QH]?)(\d{1,2}))?$/;
const KINDS = { Q: 'QUARTER', H: 'HALF_YEAR', '': 'MONTH' } as const;

/** A period as addresses say it. */
function periodOfText(text: string): PeriodChoice | undefined {
  const [, year, letter = '', number] = PERIOD.exec(text) ?? [];
  if (year === undefined) return undefined;
  if (number === undefined) return { kind: 'YEAR', year: Number(year) };
  return { kind: KINDS[letter as keyof typeof KINDS], year: Number(year), number: Number(number) };
}

const NO_PERIOD = new HttpError(400, 'BAD_REQUEST', {
  zh: '期间有误，应如 2026、2026-H2、2026-Q4、2026-11。',
  en: 'That is no period: write 2026, 2026-H2, 2026-Q4 or 2026-11.',
});
