import { addDays, localDateOf } from '@huiyin/domain';
import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { WatchedRisesQuery } from './generated/team.ts';
import { useTeamWords } from './words.ts';

/** Certificates stand here so many days before they end. */
const CERTIFICATE_DAYS = 30;
const MOST_SHOWN = 5;

interface Line {
  readonly key: string;
  readonly said: ReactNode;
}

/** What learning from complaints has left undone: visits, what they found, corrective actions, certificates. */
export function Late({ watched }: { watched: WatchedRisesQuery }) {
  const { word } = useTeamWords();
  const { visits, withFollowUps, correctiveActions: actions, training } = watched;
  const until = addDays(localDateOf(new Date().toISOString()), CERTIFICATE_DAYS);
  const ending = training.due.filter(({ expiresOn }) => expiresOn <= until);
  const followUps = withFollowUps.flatMap(({ name, followUps: all }) =>
    all.filter(({ overdue }) => overdue).map((each) => ({ ...each, name })),
  );
  return (
    <div className="team-late-blocks">
      <Overdue
        title={word('board.visitsOverdue', { count: visits.length })}
        to="/visits?state=OVERDUE"
        lines={visits.map(({ id, name, plannedOn }) => ({
          ...{ key: id, said: word('board.visitLate', { name, day: plannedOn }) },
        }))}
      />
      <Overdue
        title={word('followUps.title', { count: followUps.length })}
        to="/visits?followUps=overdue"
        lines={followUps.map(({ id, name, text, dueOn, owner }) => ({
          key: id,
          said: (
            <>
              <div>{text}</div>
              <div>{[name, owner.name, word('actions.due', { day: dueOn })].join(' · ')}</div>
            </>
          ),
        }))}
      />
      <Overdue
        title={word('actions.title', { count: actions.totalCount ?? actions.edges.length })}
        to="/actions?shown=overdue&mine=no"
        lines={actions.edges.map(({ node: { id, text, dueOn, owner, department, complaint } }) => ({
          key: id,
          said: (
            <>
              <div>{text}</div>
              <div>
                {[owner?.name, department?.name, word('actions.due', { day: dueOn })]
                  .filter(Boolean)
                  .join(' · ')}
              </div>
              <div className="team-matters">
                <Link to={`/complaints/${complaint.id}`}>{complaint.number}</Link>
              </div>
            </>
          ),
        }))}
      />
      <Overdue
        title={word('certificates.title', { count: ending.length })}
        to="/training"
        lines={ending.map(({ name, certificate, expiresOn }) => ({
          key: `${name} ${certificate} ${expiresOn}`,
          said: word('certificates.ends', { name, certificate, day: expiresOn }),
        }))}
      />
    </div>
  );
}

/** What is overdue of one kind, under the way to all of it; nothing where nothing is. */
function Overdue({ title, to, lines }: { title: string; to: string; lines: readonly Line[] }) {
  if (lines.length === 0) return null;
  return (
    <Alert
      type="warning"
      showIcon
      title={<Link to={to}>{title}</Link>}
      description={
        <ul className="team-rises">
          {lines.slice(0, MOST_SHOWN).map(({ key, said }) => (
            <li key={key}>{said}</li>
          ))}
        </ul>
      }
    />
  );
}
