import dayjs from 'dayjs';
import type { TrainingQuery } from './generated/training.ts';
import { useTrainingWords } from './words.ts';

type Due = TrainingQuery['training']['due'][number];

/** Certificates that have ended of late or end soon, the next to end first. */
export function CertificatesDue({ due }: { due: readonly Due[] }) {
  const { word } = useTrainingWords();
  const today = dayjs().format('YYYY-MM-DD');
  if (due.length === 0) return <p className="quiet">{word('training.noneDue')}</p>;
  return (
    <ul className="training-rows">
      {due.map(({ name, certificate, expiresOn }) => (
        <li key={`${name}${certificate}${expiresOn}`} className="training-row">
          <span>
            <strong>{name}</strong> {certificate}
          </span>
          <span>{word(expiresOn < today ? 'training.ended' : 'training.ends', { day: expiresOn })}</span>
        </li>
      ))}
    </ul>
  );
}
