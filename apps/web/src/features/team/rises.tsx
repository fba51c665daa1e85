import { batchWatchOf } from '@huiyin/domain';
import { Alert } from 'antd';
import { Link } from 'react-router';
import { useSector } from '../../app/sector.ts';
import type { WatchedRisesQuery } from './generated/team.ts';
import { useTeamWords } from './words.ts';

/** What the sector watches: what has risen beyond chance, and single matters, each with the reason why it stands here; and visits that are late. */
export function Rises({ watched }: { watched: WatchedRisesQuery }) {
  const { word } = useTeamWords();
  const batches = batchWatchOf(useSector());
  const { watchedRises: rises, watchedMatters: matters, visits, correctiveActions: overdue } = watched;
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
      {visits.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={
            <Link to="/visits?state=OVERDUE">{word('board.visitsOverdue', { count: visits.length })}</Link>
          }
          description={
            <ul className="team-rises">
              {visits.map(({ id, name, plannedOn }) => (
                <li key={id}>{word('board.visitLate', { name, day: plannedOn })}</li>
              ))}
            </ul>
          }
        />
      )}
      {overdue.edges.length > 0 && <OverdueActions overdue={overdue} />}
    </>
  );
}

/** The longest overdue of the corrective actions, and the way to all of them. */
function OverdueActions({ overdue }: { overdue: WatchedRisesQuery['correctiveActions'] }) {
  const { word } = useTeamWords();
  return (
    <Alert
      type="warning"
      showIcon
      title={word('actions.title', { count: overdue.totalCount ?? overdue.edges.length })}
      description={
        <ul className="team-rises">
          {overdue.edges.map(({ node: { id, text, dueOn, owner, department, complaint } }) => (
            <li key={id}>
              <div>{text}</div>
              <div>
                {[owner?.name, department?.name, word('actions.due', { day: dueOn })]
                  .filter(Boolean)
                  .join(' · ')}
              </div>
              <div className="team-matters">
                <Link to={`/complaints/${complaint.id}`}>{complaint.number}</Link>
              </div>
            </li>
          ))}
          <li>
            <Link to="/actions?shown=overdue&mine=no">{word('actions.open')}</Link>
          </li>
        </ul>
      }
    />
  );
}

/** The inbox with exactly the cases of a figure, over or not. */
export function inboxOfFigure(figure: string): string {
  return `/complaints?${new URLSearchParams({ view: 'all', filter: JSON.stringify({ figure }) })}`;
}
