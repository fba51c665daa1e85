import { Alert, Button } from 'antd';
import { Link } from 'react-router';
import type { EngineeringToldFragment } from './generated/engineering.ts';
import { useEngineeringWords } from './words.ts';

type Told = EngineeringToldFragment;

/** Who was told, and who could not be and needs somebody. */
export function ToldList({ told, onClose }: { told: readonly Told[]; onClose: () => void }) {
  const { word } = useEngineeringWords();
  const of = (outcome: Told['outcome']) => told.filter((each) => each.outcome === outcome);
  const silent = of('NOT_TOLD');
  const counts = [
    ['told.answered', of('ANSWERED').length],
    ['told.drafted', of('DRAFTED').length],
    ['told.recorded', of('RECORDED').length],
  ] as const;
  return (
    <div className="stack">
      <Alert
        role="status"
        type="success"
        showIcon
        title={word('told.title')}
        description={counts.flatMap(([key, count]) => (count > 0 ? word(key, { count }) : [])).join(' · ')}
      />
      {silent.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={word('told.notTold', { count: silent.length })}
          description={
            <ul className="engineering-told">
              {silent.map(({ complaint: { id, number }, reason }) => (
                <li key={id}>
                  <Link to={`/complaints/${id}`}>{number}</Link> {reason}
                </li>
              ))}
            </ul>
          }
        />
      )}
      <div>
        <Button type="primary" onClick={onClose}>
          {word('told.close')}
        </Button>
      </div>
    </div>
  );
}
