/** The languages a person can read Huiyin in. Chinese first: it is the default everywhere. */
export const LOCALES = ['zh-CN', 'en'] as const;
export type Locale = (typeof LOCALES)[number];
export const DEFAULT_LOCALE: Locale = 'zh-CN';

/** One text in both languages. Every text a person reads is one of these; none is written in code elsewhere. */
export interface Localized {
  readonly zh: string;
  readonly en: string;
}

/** The text in the reader's language. */
export function inLocale(text: Localized, locale: Locale): string {
  return locale === 'en' ? text.en : text.zh;
}

/** The best of our languages for an `Accept-Language` header; Chinese when nothing fits. */
export function negotiateLocale(acceptLanguage: string | undefined): Locale {
  if (!acceptLanguage) return DEFAULT_LOCALE;
  const wanted = acceptLanguage
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(';');
      const quality = parameters.find((parameter) => parameter.trim().startsWith('q='));
      return { tag: tag.toLowerCase(), quality: quality ? Number(quality.trim().slice(2)) : 1 };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality);
  for (const { tag } of wanted) {
    if (tag.startsWith('zh') || tag === '*') return 'zh-CN';
    if (tag.startsWith('en')) return 'en';
  }
  return DEFAULT_LOCALE;
}
