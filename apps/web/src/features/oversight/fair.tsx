import type { OversightFiguresFragment } from './generated/oversight.ts';
import { useOversightWords } from './words.ts';

/** What was received per customer, visit, household: or which number is missing for that. */
export function Fair({ row: { fair, organizations } }: { row: OversightFiguresFragment }) {
  const { word } = useOversightWords();
  if (fair.length === 0) return word('app.none');
  return (
    <div className="oversight-cell">
      {fair.map(({ code, label, unit, value, text, given }) =>
        value === null ? (
          <div key={code} className="quiet">
            {given > 0
              ? word('oversight.someGiven', { label, given, count: organizations })
              : word('oversight.noDenominator', { label })}
          </div>
        ) : (
          <div key={code}>{word('oversight.perUnit', { text, unit })}</div>
        ),
      )}
    </div>
  );
}
