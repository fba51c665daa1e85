import type { Localized } from '@huiyin/shared';
import type { ReportBlock, ReportContent, Unit } from './content.ts';

/** A number of a report that another version gives differently; `null` where one of them does not have it. */
export interface ReportDifference {
  /** Section, table and line: `Overview / Received`. */
  readonly place: Localized;
  readonly unit: Unit;
  readonly before: number | null;
  readonly after: number | null;
}

interface Numbered {
  readonly place: Localized;
  readonly unit: Unit;
  readonly value: number | null;
}

/** Every number that differs between two versions of a report, in the order of the later one. */
export function reportDifferences(before: ReportContent, after: ReportContent): ReportDifference[] {
  const earlier = numbersOf(before);
  const later = numbersOf(after);
  const gone = [...earlier].filter(([key]) => !later.has(key));
  return [
    ...[...later].map(([key, { place, unit, value }]) => ({
      ...{ place, unit },
      before: earlier.get(key)?.value ?? null,
      after: value,
    })),
    ...gone.map(([, { place, unit, value }]) => ({ place, unit, before: value, after: null })),
  ].filter((difference) => difference.before !== difference.after);
}

function numbersOf({ sections }: ReportContent): Map<string, Numbered> {
  const numbers = new Map<string, Numbered>();
  for (const { title, blocks } of sections) {
    for (const block of blocks) {
      for (const number of numbersOfBlock(block)) {
        const place = joined(title, number.place);
        numbers.set(place.zh, { ...number, place });
      }
    }
  }
  return numbers;
}

function numbersOfBlock(block: ReportBlock): Numbered[] {
  if (block.kind === 'figures') {
    return block.figures.map(({ label, unit, now }) => ({ place: label, unit, value: now.value }));
  }
  if (block.kind === 'prose') return [];
  return block.rows.flatMap(({ cells }) => {
    const line = cells.find(({ label }) => label)?.label ?? { zh: '', en: '' };
    return cells.flatMap(({ unit, value }, index) => {
      const column = block.columns[index] ?? { zh: '', en: '' };
      const place = joined(joined(block.title, line), column);
      return unit === undefined ? [] : [{ place, unit, value: value ?? null }];
    });
  });
}

function joined(whole: Localized, part: Localized): Localized {
  return { zh: `${whole.zh} / ${part.zh}`, en: `${whole.en} / ${part.en}` };
}
