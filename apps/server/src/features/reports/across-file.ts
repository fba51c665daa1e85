import type { Readable } from 'node:stream';
import type { ReportContent } from '@huiyin/domain';
import type { Locale, Localized } from '@huiyin/shared';
import { wordsOf } from './report-words.ts';
import type { ReadReport } from './reports.ts';
import { sheetFile } from './sheet-file.ts';
import { wordFile } from './word-file.ts';

/** Reports across organisations as files: by the writers of the organisations' own reports. */

interface Across {
  readonly content: ReportContent;
  readonly locale: Locale;
  /** Who had it made. */
  readonly by: Localized;
  /** Of when its figures are. */
  readonly standing: readonly string[];
}

export function acrossWordFile({ content, locale, by, standing }: Across): Promise<Buffer> {
  return wordFile(readOf(content), { standing, locale, organization: by });
}

export async function acrossSheetFile({ content, locale }: Across): Promise<Readable> {
  return sheetFile(readOf(content), locale);
}

/** Nobody has worded it anew, and there is no version before. */
function readOf(content: ReportContent): ReadReport {
  return { ...wordsOf(content, {}), content, texts: {}, differences: [] };
}
