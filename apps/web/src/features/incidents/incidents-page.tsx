import { useQuery } from '@apollo/client/react';
import { Button, Segmented, Skeleton } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useChanges, useRefresh } from '../../app/live.ts';
import { momentText } from '../../app/moments.ts';
import { may } from '../../app/places.tsx';
import { Failure } from '../../app/states.tsx';
import { useViewer } from '../../app/viewer.tsx';
import { IncidentsDocument, type IncidentsQuery } from './generated/incidents.ts';
import './incidents.css';
import { IncidentTag } from './incident-tag.tsx';
import { OpenForm } from './open-form.tsx';
import { Proposals } from './proposals.tsx';
import { useIncidentWords } from './words.ts';

type Row = IncidentsQuery['incidents']['edges'][number]['node'];
type Shown = 'underWay' | 'closed' | 'all';
const OPEN: Readonly<Record<Shown, boolean | null>> = { underWay: true, closed: false, all: null };

/** The incidents of the organisation, those under way first asked for. */
export function IncidentsPage() {
  const { word } = useIncidentWords();
  const { role } = useViewer();
  const [opening, setOpening] = useState(false);
  return (
    <div className="stack">
      <header className="incident-head">
        <h1 className="page-title">{word('incidents.title')}</h1>
        {may('leadIncidents')(role) && !opening && (
          <Button type="primary" onClick={() => setOpening(true)}>
            {word('incidents.open')}
          </Button>
        )}
      </header>
      {opening && <OpenForm onClose={() => setOpening(false)} />}
      {may('leadIncidents')(role) && <Proposals />}
      <Incidents />
    </div>
  );
}

function Incidents() {
  const { word } = useIncidentWords();
  const [shown, setShown] = useState<Shown>('underWay');
  const { data, error, refetch, fetchMore } = useQuery(IncidentsDocument, {
    variables: { open: OPEN[shown] },
    fetchPolicy: 'cache-and-network',
  });
  useChanges(useRefresh(refetch));
  const { edges, pageInfo } = data?.incidents ?? {};
  const more = () =>
    void fetchMore({
      variables: { after: pageInfo?.endCursor ?? null },
      updateQuery: (before, { fetchMoreResult }) => ({
        ...fetchMoreResult,
        incidents: {
          ...fetchMoreResult.incidents,
          edges: [...before.incidents.edges, ...fetchMoreResult.incidents.edges],
        },
      }),
    });
  return (
    <section className="incident-card" aria-label={word('incidents.title')}>
      <div>
        <Segmented<Shown>
          aria-label={word('incidents.shown')}
          value={shown}
          onChange={setShown}
          options={(['underWay', 'closed', 'all'] as const).map((value) => ({
            value,
            label: word(`incidents.${value}`),
          }))}
        />
      </div>
      {error && !data && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton active />}
      {edges?.length === 0 && (
        <p className="quiet">{word(shown === 'underWay' ? 'incidents.noneUnderWay' : 'incidents.none')}</p>
      )}
      {edges && edges.length > 0 && (
        <ul className="incident-rows">
          {edges.map(({ node }) => (
            <IncidentLine key={node.id} incident={node} />
          ))}
        </ul>
      )}
      {pageInfo?.hasNextPage && <Button onClick={more}>{word('incidents.more')}</Button>}
    </section>
  );
}

function IncidentLine({ incident }: { incident: Row }) {
  const { word, locale } = useIncidentWords();
  const { id, number, title, status, category, place, respondentName, beganAt, team } = incident;
  const leads = [team.department?.name, ...team.members.map(({ name }) => name)].filter(Boolean).join(' · ');
  return (
    <li className="incident-row">
      <div className="incident-head">
        <Link to={`/incidents/${id}`} className="incident-name">
          {title}
        </Link>
        <IncidentTag status={status} />
      </div>
      <p>
        <strong>{word('incidents.complaints', { count: incident.complaintCount })}</strong>
        {' · '}
        {word('incidents.people', { count: incident.peopleCount })}
        {incident.unansweredCount > 0 && (
          <>
            {' · '}
            <span className="incident-waits">
              {word('incidents.unanswered', { count: incident.unansweredCount })}
            </span>
          </>
        )}
      </p>
      <p className="quiet">
        {[number, momentText(beganAt, locale), category?.label, place, respondentName]
          .filter(Boolean)
          .join(' · ')}
        {leads && ` · ${word('incidents.leads')} ${leads}`}
      </p>
    </li>
  );
}
