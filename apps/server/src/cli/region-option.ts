import { findRegions, isRegion, regionCode, regionLabel } from '../regions/regions.ts';
import { UsageError } from './command.ts';

const MOST_NAMED = 10;

/**
 * The region that somebody means at the console, by its code or by its name: two, four or six digits.
 * @throws UsageError that names those it could be
 */
export function regionAsked(text: string): string {
  if (isRegion(text)) return regionCode(text);
  const found = findRegions(text);
  const [only] = found;
  if (only !== undefined && found.length === 1) return only;
  const named = found.slice(0, MOST_NAMED).map((code) => `${code} ${regionLabel(code).zh}`);
  const more = found.length > MOST_NAMED ? ['…'] : [];
  throw new UsageError(
    [
      found.length === 0
        ? `没有行政区划“${text}”，请填写代码（GB/T 2260）或名称。 There is no such region; give its code or name.`
        : `“${text}”不止一处，请填写代码。 There are several; give the code of one.`,
      ...[...named, ...more],
    ].join('\n'),
  );
}
