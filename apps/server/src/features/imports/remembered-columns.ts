import type { ImportReading } from './import.repository.ts';

/**
 * A table that has gained or lost a column since last time is no stranger: what its headers alone do not tell is read
 * as the newest table with the same header was. Not in which order it writes its dates: a wrong guess there would be
 * taken in unseen. Pure.
 */
export function withRemembered(proposed: ImportReading, earlier: readonly ImportReading[]): ImportReading {
  const mapping = { ...proposed.mapping };
  const choices = { ...proposed.choices };
  const taken = new Set(Object.values(mapping));
  for (const column of Object.keys(mapping)) {
    const before = earlier.find((reading) => reading.mapping[column]);
    const target = before?.mapping[column];
    if (!before || !target) continue;
    if (!mapping[column] && !taken.has(target)) {
      mapping[column] = target;
      taken.add(target);
    }
    if (mapping[column] !== target) continue;
    const words = before.choices[column];
    if (words) choices[column] = words;
  }
  return { ...proposed, mapping, choices };
}
