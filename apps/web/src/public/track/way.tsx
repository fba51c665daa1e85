import type { Matter } from './matter.ts';
import { useTrackWords } from './words.ts';

const WAY = ['received', 'decided', 'handled', 'answered', 'closed'] as const;
/** How far along the way a stage is; the others have left it. */
const REACHED: Partial<Record<Matter['stage'], number>> = {
  RECEIVED: 0,
  UNDER_REVIEW: 1,
  BEING_HANDLED: 2,
  WAITING_FOR_YOU: 2,
  IN_MEDIATION: 2,
  ANSWERED: 3,
  CLOSED: 4,
};

/** The way of every complaint, and where on it this one is. */
export function Way({ stage }: { readonly stage: Matter['stage'] }) {
  const { word } = useTrackWords();
  const reached = REACHED[stage];
  if (reached === undefined) return null;
  return (
    <ol className="progress-way" aria-label={word('track.way')}>
      {WAY.map((point, index) => (
        <li
          key={point}
          className={index < reached ? 'past' : index === reached ? 'now' : ''}
          aria-current={index === reached ? 'step' : undefined}
        >
          {word(`track.way.${point}`)}
        </li>
      ))}
    </ol>
  );
}
