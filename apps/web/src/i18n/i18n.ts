import { DEFAULT_LOCALE, type Locale, negotiateLocale } from '@huiyin/shared';
import i18next from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import { WORDS, type Word } from './words.ts';

const KEPT_AS = 'huiyin-language';

function dictionary(language: 'zh' | 'en'): Record<string, string> {
  return Object.fromEntries(Object.entries(WORDS).map(([key, word]) => [key, word[language]]));
}

/** The language chosen before, or the browser's. */
function firstLocale(): Locale {
  const kept = localStorage.getItem(KEPT_AS);
  return kept === 'zh-CN' || kept === 'en' ? kept : negotiateLocale(navigator.languages.join(','));
}

let locale: Locale = DEFAULT_LOCALE;

/** The language of the screens, for whatever stands outside them (requests, downloads). */
export function currentLocale(): Locale {
  return locale;
}

export async function startI18n(): Promise<void> {
  locale = firstLocale();
  document.documentElement.lang = locale;
  await i18next.use(initReactI18next).init({
    lng: locale,
    fallbackLng: DEFAULT_LOCALE,
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    resources: { 'zh-CN': { translation: dictionary('zh') }, en: { translation: dictionary('en') } },
  });
}

export async function chooseLocale(chosen: Locale): Promise<void> {
  locale = chosen;
  localStorage.setItem(KEPT_AS, chosen);
  document.documentElement.lang = chosen;
  await i18next.changeLanguage(chosen);
}

/** The words of the screens in the reader's language, and that language. */
export function useWords() {
  const { t } = useTranslation();
  return {
    locale,
    word: (key: Word, values: Readonly<Record<string, unknown>> = {}): string => t(key, values),
    /** The word of a field, or what the schema calls it. */
    fieldWord: (name: string): string => (`field.${name}` in WORDS ? t(`field.${name}`) : name),
  };
}
