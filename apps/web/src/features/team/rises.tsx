import { batchWatchOf } from '@huiyin/domain';
import { Alert } from 'antd';
import { Link } from 'react-router';
import { useSector } from '../../app/sector.ts';
import type { WatchedRisesQuery } from './generated/team.ts';
import { useTeamWords } from './words.ts';

/** What the sector watches: what has risen beyond chance, and single matters, each with the reason why it stands here. */
export function Rises({ watched }: { watched: WatchedRisesQuery }) {
  const { word } = useTeamWords();
  const batches = batchWatchOf(useSector());
  const { watchedRises: rises, watchedMatters: matters } = watched;
  return (
    <>
      {rises.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={word('rises.title')}
          description={
            <ul className="team-rises">
              {rises.map(({ watch, name, reason, cases }) => (
                <li key={`${watch.code} ${name}`}>
                  <Link to={inboxOfFigure(cases)}>
                    {watch.label}: {name}
                  </Link>
                  <div>{reason}</div>
                </li>
              ))}
            </ul>
          }
        />
      )}
      {matters.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={word('matters.title')}
          description={
            <ul className="team-rises">
              {matters.map(({ watch, name, reason, complaints }) => (
                <li key={`${watch.code} ${name}`}>
                  <div>
                    {watch.label}:{' '}
                    {watch.code === batches?.code ? (
                      <Link to={`/products?${new URLSearchParams({ search: name })}`}>{name}</Link>
                    ) : (
                      name
                    )}
                  </div>
                  <div>{reason}</div>
                  <div className="team-matters">
                    {complaints.map(({ id, number }) => (
                      <Link key={id} to={`/complaints/${id}`}>
                        {number}
                      </Link>
                    ))}
                  </div>
                </li>
              ))}
            </ul>
          }
        />
      )}
    </>
  );
}

/** The inbox with exactly the cases of a figure, over or not. */
export function inboxOfFigure(figure: string): string {
  return `/complaints?${new URLSearchParams({ view: 'all', filter: JSON.stringify({ figure }) })}`;
}
