import type { Localized } from '@huiyin/shared';
import type { ReportBlock, ReportContent, ReportSection, Unit } from './content.ts';

/** A version of a report as it reads: its numbers and the words around them. */
export interface ReportVersion {
  readonly content: ReportContent;
  /** Every section's text with its figures filled in, by section. */
  readonly read: Readonly<Record<string, Localized>>;
}

/** What a report says otherwise than an earlier version of it. */
export type ReportDifference =
  | {
      readonly kind: 'number';
      /** Section, table and line: `Overview / Received`. */
      readonly place: Localized;
      readonly unit: Unit;
      /** `null`: that version does not have it. */
      readonly before: number | null;
      readonly after: number | null;
    }
  | {
      readonly kind: 'text';
      /** The section. */
      readonly place: Localized;
      /** The lines that stand in that version alone. */
      readonly before: Localized;
      readonly after: Localized;
    };

type NumberDifference = Extract<ReportDifference, { kind: 'number' }>;

interface Numbered {
  readonly place: Localized;
  readonly unit: Unit;
  readonly value: number | null;
}

/** Everything that differs between two versions of a report: its numbers, in the order of the later one, then its words. */
export function reportDifferences(before: ReportVersion, after: ReportVersion): ReportDifference[] {
  const earlier = numbersOf(before.content);
  const later = numbersOf(after.content);
  const numbers = [...new Set([...later.keys(), ...earlier.keys()])].flatMap(
    (key): NumberDifference | readonly [] => {
      const [old, now] = [earlier.get(key), later.get(key)];
      const { place, unit } = now ?? old ?? NOWHERE;
      if (old && now && old.value === now.value) return [];
      return {
        ...({ kind: 'number', place, unit } as const),
        ...{ before: old?.value ?? null, after: now?.value ?? null },
      };
    },
  );
  return [...numbers, ...textDifferences(before, after)];
}

const NOWHERE: Numbered = { place: { zh: '', en: '' }, unit: 'COUNT', value: null };

function textDifferences(before: ReportVersion, after: ReportVersion): ReportDifference[] {
  const titles = new Map(
    [...before.content.sections, ...after.content.sections].map(({ code, title }) => [code, title]),
  );
  return [...titles].flatMap(([code, place]): ReportDifference[] => {
    const [old, now] = [before.read[code] ?? EMPTY, after.read[code] ?? EMPTY];
    const gone = { zh: linesMissing(old.zh, now.zh), en: linesMissing(old.en, now.en) };
    const added = { zh: linesMissing(now.zh, old.zh), en: linesMissing(now.en, old.en) };
    const same = [gone.zh, gone.en, added.zh, added.en].every((lines) => lines === '');
    return same ? [] : [{ kind: 'text', place, before: gone, after: added }];
  });
}

const EMPTY: Localized = { zh: '', en: '' };

/** The lines of a text that another does not have. */
function linesMissing(text: string, other: string): string {
  const known = new Set(other.split('\n').map((line) => line.trim()));
  return text
    .split('\n')
    .filter((line) => line.trim() !== '' && !known.has(line.trim()))
    .join('\n');
}

/** Every number by a key of codes, so that two tables of one name are told apart. */
function numbersOf({ sections }: ReportContent): Map<string, Numbered> {
  const numbers = new Map<string, Numbered>();
  for (const section of sections) {
    for (const block of section.blocks) {
      for (const [key, number] of numbersOfBlock(block, section)) {
        let unique = key;
        for (let again = 2; numbers.has(unique); again += 1) unique = `${key} #${again}`;
        numbers.set(unique, number);
      }
    }
  }
  return numbers;
}

function numbersOfBlock(block: ReportBlock, section: ReportSection): [string, Numbered][] {
  if (block.kind === 'prose') return [];
  if (block.kind === 'figures') {
    return block.figures.map(({ code, label, unit, now }) => [
      `${section.code}/${code}`,
      { place: joined(section.title, label), unit, value: now.value },
    ]);
  }
  return block.rows.flatMap(({ cells }) => {
    const line = cells.find(({ label }) => label)?.label ?? EMPTY;
    const place = joined(joined(section.title, block.title), line);
    return cells.flatMap(({ unit, value }, index): [string, Numbered][] => {
      const column = block.columns[index] ?? EMPTY;
      const key = `${section.code}/${block.code}/${line.zh}/${column.zh}`;
      return unit === undefined ? [] : [[key, { place: joined(place, column), unit, value: value ?? null }]];
    });
  });
}

function joined(whole: Localized, part: Localized): Localized {
  return { zh: `${whole.zh} / ${part.zh}`, en: `${whole.en} / ${part.en}` };
}
