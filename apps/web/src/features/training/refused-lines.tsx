import { Alert } from 'antd';
import type { TrainingImportMutation } from './generated/training.ts';
import { useTrainingWords } from './words.ts';

type Line = NonNullable<TrainingImportMutation['trainingImport']['sheet']>['refused'][number];

/** More are named once these are corrected. */
const MOST_SHOWN = 50;

/** The lines of a sheet that are not taken in, each with why. */
export function RefusedLines({ refused }: { refused: readonly Line[] }) {
  const { word } = useTrainingWords();
  if (refused.length === 0) return null;
  const more = refused.length - MOST_SHOWN;
  return (
    <Alert
      type="warning"
      showIcon
      title={word('training.refused', { count: refused.length })}
      description={
        <ul className="training-refused">
          {refused.slice(0, MOST_SHOWN).map(({ line, name, reasons }) => (
            <li key={line}>
              <strong>
                {word('training.line', { line })} {name}
              </strong>
              <div>{reasons.join(' ')}</div>
            </li>
          ))}
          {more > 0 && <li>{word('training.refusedMore', { count: more })}</li>}
        </ul>
      }
    />
  );
}
