import { DEFAULT_LOCALE, type Locale, type Localized, negotiateLocale } from '@huiyin/shared';
import i18next from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';

const KEPT_AS = 'huiyin-language';

/** Words of one room of the screens, each in both languages: one cannot be written without the other. */
export type Words = Readonly<Record<string, Localized>>;

/** What says a word in the reader's language. */
export type Say<Key extends string> = (key: Key, values?: Readonly<Record<string, unknown>>) => string;

const rooms: Words[] = [];

/** The hook that says the words of a room. */
export type WordsHook<Key extends string> = () => { readonly locale: Locale; readonly word: Say<Key> };
type KeyOf<Hook> = Hook extends WordsHook<infer Key> ? Key : never;

/**
 * Makes the words of a room known, when the room's code is loaded and not before, and gives the hook that says them
 * and those of the rooms it stands in: a key that none of them has is an error of the compiler.
 */
export function defineWords<const W extends Words, const Around extends readonly WordsHook<never>[]>(
  words: W,
  ..._around: Around
): WordsHook<(keyof W & string) | KeyOf<Around[number]>> {
  rooms.push(words);
  if (i18next.isInitialized) teach(words);
  return useSay;
}

/** Says any word that is known: which those are, the types of {@link defineWords} know. */
function useSay(): { readonly locale: Locale; readonly word: Say<string> } {
  const { t } = useTranslation();
  return { locale, word: (key, values = {}): string => t(key, { ...values }) };
}

function teach(words: Words): void {
  for (const [language, part] of [
    ['zh-CN', 'zh'],
    ['en', 'en'],
  ] as const) {
    const texts = Object.fromEntries(Object.entries(words).map(([key, text]) => [key, text[part]]));
    i18next.addResourceBundle(language, 'translation', texts, true, true);
  }
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

/** Sets the language up, before anything is drawn. */
export async function startI18n(): Promise<void> {
  locale = firstLocale();
  document.documentElement.lang = locale;
  await i18next.use(initReactI18next).init({
    lng: locale,
    fallbackLng: DEFAULT_LOCALE,
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    resources: {},
  });
  for (const words of rooms) teach(words);
}

/** Changes the language. Labels come from the server too, so everything is read again. */
export function chooseLocale(chosen: Locale): void {
  localStorage.setItem(KEPT_AS, chosen);
  window.location.reload();
}
