import { useQuery } from '@apollo/client/react';
import { Alert } from 'antd';
import { Link } from 'react-router';
import { WatchedRisesDocument } from './generated/team.ts';
import { useTeamWords } from './words.ts';

/** What the sector watches and has risen beyond chance: said before the quarter ends, with the reason. */
export function Rises() {
  const { word } = useTeamWords();
  const { data } = useQuery(WatchedRisesDocument, { fetchPolicy: 'cache-and-network' });
  const rises = data?.watchedRises ?? [];
  if (rises.length === 0) return null;
  return (
    <Alert
      type="warning"
      showIcon
      title={word('rises.title')}
      description={
        <ul className="team-rises">
          {rises.map(({ watch, name, reason, cases }) => (
            <li key={`${watch.code} ${name}`}>
              <Link
                to={`/complaints?${new URLSearchParams({ view: 'all', filter: JSON.stringify({ figure: cases }) })}`}
              >
                {watch.label}: {name}
              </Link>
              <div>{reason}</div>
            </li>
          ))}
        </ul>
      }
    />
  );
}
