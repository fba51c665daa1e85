import { TRAINING_CLASS_LABELS } from '@huiyin/domain';
import { inLocale } from '@huiyin/shared';
import { Button, Flex } from 'antd';
import { Link } from 'react-router';
import type { TrainingPartsFragment } from './generated/training.ts';
import { useTrainingWords } from './words.ts';

/** Sessions, latest first. */
export function SessionList({
  sessions,
  writes,
  onChange,
  onRemove,
}: {
  sessions: readonly TrainingPartsFragment[];
  writes: boolean;
  onChange: (session: TrainingPartsFragment) => void;
  onRemove: (session: TrainingPartsFragment) => void;
}) {
  const { word, locale } = useTrainingWords();
  if (sessions.length === 0) return <p className="quiet">{word('training.none')}</p>;
  return (
    <ul className="training-rows">
      {sessions.map((session) => {
        const { id, topic, heldOn, trainingClass, hours, trainer, complaint, attendances } = session;
        const about = word('training.summary', {
          ...{ class: inLocale(TRAINING_CLASS_LABELS[trainingClass], locale), hours },
          people: attendances.length,
        });
        return (
          <li key={id} className="training-row">
            <div>
              <strong>{topic}</strong> <span className="quiet">{heldOn}</span>
              <p className="quiet">
                {about}
                {trainer && ` · ${trainer}`}
              </p>
              {complaint && (
                <p className="quiet">
                  {word('training.answers')}{' '}
                  <Link to={`/complaints/${complaint.id}`}>{complaint.number}</Link>
                </p>
              )}
            </div>
            {writes && (
              <Flex gap={8}>
                <Button
                  size="small"
                  aria-label={word('training.changeOf', { topic })}
                  onClick={() => onChange(session)}
                >
                  {word('training.change')}
                </Button>
                <Button
                  size="small"
                  aria-label={word('training.removeOf', { topic })}
                  onClick={() => onRemove(session)}
                >
                  {word('training.remove')}
                </Button>
              </Flex>
            )}
          </li>
        );
      })}
    </ul>
  );
}
