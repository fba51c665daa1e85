import { createHash } from 'node:crypto';
import { type ReportContent, type ReportSection, renderText } from '@huiyin/domain';
import type { Locale, Localized } from '@huiyin/shared';
import canonicalize from 'canonicalize';
import type { FrozenReport, ReportRow, ReportTexts } from './report.repository.ts';

/** A report's sections as they read, and what is wrong with their words. */
export interface Words {
  readonly read: FrozenReport['read'];
  /** Placeholders of an author's text that name nothing, by section. */
  readonly unknown: Readonly<Record<string, readonly string[]>>;
  /** Sections that only an author can fill, and nobody has. */
  readonly unwritten: readonly Localized[];
}

/** Every section's text as it reads, with what its author wrote in place of what was proposed. */
export function wordsOf(content: ReportContent, texts: ReportTexts): Words {
  const read: Record<string, Localized> = {};
  const unknown: Record<string, readonly string[]> = {};
  for (const section of content.sections) {
    const [zh, en] = (['zh-CN', 'en'] as const).map((locale) =>
      renderText(templateOf(section, texts, locale), section, locale),
    );
    read[section.code] = { zh: zh?.text ?? '', en: en?.text ?? '' };
    unknown[section.code] = [...new Set([...(zh?.unknown ?? []), ...(en?.unknown ?? [])])];
  }
  const unwritten = content.sections
    .filter(({ blocks }) => blocks.some(({ kind }) => kind === 'prose'))
    .flatMap((section) => missingWords(section, texts));
  return { read, unknown, unwritten };
}

function missingWords({ code, title, blocks }: ReportSection, texts: ReportTexts): Localized[] {
  const written = texts[code];
  if (written?.zh !== undefined && written.en !== undefined) return [];
  const which =
    written?.zh === undefined && written?.en === undefined
      ? { zh: '', en: '' }
      : written.zh === undefined
        ? { zh: '（中文）', en: ' (Chinese)' }
        : { zh: '（英文）', en: ' (English)' };
  const [prompt] = blocks.flatMap((block) => (block.kind === 'prose' ? [block.prompt] : []));
  return [
    {
      zh: `${title.zh}${which.zh}：尚未填写。${prompt?.zh ?? ''}。`,
      en: `${title.en}${which.en}: not written yet. ${prompt?.en ?? ''}.`,
    },
  ];
}

export function language(locale: Locale): keyof Localized {
  return locale === 'en' ? 'en' : 'zh';
}

/** The text of a section with its placeholders: the author's, or the proposed one. */
export function templateOf(section: ReportSection, texts: ReportTexts, locale: Locale): string {
  return texts[section.code]?.[language(locale)] ?? section.text[language(locale)];
}

/** Whether a published report still is what was published: its hash computed anew. */
export function integrityOf({
  frozen,
  hash,
  published_by: by,
  published_at: at,
}: ReportRow): 'UNPUBLISHED' | 'INTACT' | 'CHANGED' {
  if (!frozen || !at) return 'UNPUBLISHED';
  const now = publicationHash({ ...frozen, by, at: at.toISOString() }).toString('hex');
  return now === hash ? 'INTACT' : 'CHANGED';
}

/** SHA-256 over the RFC 8785 form of everything published. */
export function publicationHash(
  published: FrozenReport & { readonly by: unknown; readonly at: string },
): Buffer {
  return createHash('sha256')
    .update(canonicalize(published) ?? '')
    .digest();
}
