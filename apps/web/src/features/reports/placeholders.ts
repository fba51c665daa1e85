import { figuresOf, type SectionOfPage, tablesOf } from './report-of-page.ts';

/** What an author can put into the text of a section, with what it says just now. */
export interface Placeholder {
  readonly value: string;
  readonly label: string;
}

const PLACEHOLDER = /\{([A-Za-z]\w*)(?:\.\w+)?\}/g;

/** Figures with how they moved, and tables by their largest parts (`ReportSection.template` of the schema). */
export function placeholdersOf(
  section: SectionOfPage,
  words: { readonly changes: string; readonly capitals: string; readonly items: string },
): readonly Placeholder[] {
  return [
    ...figuresOf(section).flatMap(({ code, label, now, changeBefore, changeYear, capitals }) => [
      { value: `{${code}}`, label: `${label} ${now.text}` },
      ...(changeBefore || changeYear
        ? [
            {
              value: `{${code}.changes}`,
              label: `${label} ${words.changes} ${[changeBefore, changeYear].filter(Boolean).join(' / ')}`,
            },
          ]
        : []),
      ...(capitals ? [{ value: `{${code}.capitals}`, label: `${label} ${words.capitals} ${capitals}` }] : []),
    ]),
    ...tablesOf(section).map(({ code, title }) => ({
      value: `{${code}.items}`,
      label: `${title} ${words.items}`,
    })),
  ];
}

/** Placeholders that name nothing of this section, as they are written. */
export function unknownIn(text: string, section: SectionOfPage): readonly string[] {
  const known = new Set([...figuresOf(section), ...tablesOf(section)].map(({ code }) => code));
  const unknown = [...text.matchAll(PLACEHOLDER)].flatMap(([whole, code]) =>
    code !== undefined && known.has(code) ? [] : [whole],
  );
  return [...new Set(unknown)];
}
