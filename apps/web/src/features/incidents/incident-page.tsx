import { useQuery } from '@apollo/client/react';
import { useParams } from 'react-router';
import { useChanges, useRefresh } from '../../app/live.ts';
import { momentText } from '../../app/moments.ts';
import { Failure, Loading } from '../../app/states.tsx';
import { MasterAnswers } from './answers.tsx';
import { Cases } from './cases.tsx';
import { IncidentDocument, type IncidentPageFragment } from './generated/incidents.ts';
import './incidents.css';
import { IncidentTag } from './incident-tag.tsx';
import { Manage } from './manage.tsx';
import { Timeline } from './timeline.tsx';
import { useIncidentWords } from './words.ts';

/** One incident: what happened, its one answer, its complaints, its history. */
export function IncidentPage() {
  const { word } = useIncidentWords();
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery(IncidentDocument, {
    variables: { id },
    fetchPolicy: 'cache-and-network',
  });
  useChanges(useRefresh(refetch));
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  if (!data.incident) return <Failure error={new Error(word('app.nothingHere'))} />;
  return <Incident incident={data.incident} />;
}

function Incident({ incident }: { incident: IncidentPageFragment }) {
  const { word } = useIncidentWords();
  const { number, title, status, complaintCount, peopleCount, unansweredCount } = incident;
  return (
    <article className="stack" aria-labelledby="incident-title">
      <header className="incident-card">
        <p className="quiet number-line">
          {word('incidents.title')} {number}
        </p>
        <div className="incident-head">
          <h1 id="incident-title" className="page-title">
            {title}
          </h1>
          <IncidentTag status={status} />
        </div>
        <p>
          <strong>{word('incidents.complaints', { count: complaintCount })}</strong>
          {' · '}
          {word('incidents.people', { count: peopleCount })}
          {unansweredCount > 0 && (
            <>
              {' · '}
              <span className="incident-waits">
                {word('incidents.unanswered', { count: unansweredCount })}
              </span>
            </>
          )}
        </p>
        <Facts incident={incident} />
        <Manage incident={incident} />
      </header>
      <div className="incident-columns">
        <div className="stack">
          <MasterAnswers incident={incident} />
          <Cases incident={incident} />
        </div>
        <Timeline incident={incident} />
      </div>
    </article>
  );
}

function Facts({ incident }: { incident: IncidentPageFragment }) {
  const { word, locale } = useIncidentWords();
  const { category, place, respondentName, beganAt, openedAt, answeredAt, closedAt, closingSummary, team } =
    incident;
  const moment = (at: string | null) => at && momentText(at, locale);
  const facts = [
    [
      word('incidents.leads'),
      [team.department?.name, ...team.members.map(({ name }) => name)].filter(Boolean).join(' · '),
    ],
    [word('incidents.category'), category?.label],
    [word('incidents.place'), place],
    [word('incidents.respondent'), respondentName],
    [word('incidents.began'), moment(beganAt)],
    [word('incidents.opened'), moment(openedAt)],
    [word('incidents.answered'), moment(answeredAt)],
    [word('incidents.closedAt'), moment(closedAt)],
    [word('incidents.summary'), closingSummary],
  ] as const;
  return (
    <dl className="incident-facts">
      {facts
        .filter(([, value]) => value)
        .map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
