import { useQuery } from '@apollo/client/react';
import type { Outlet } from '@huiyin/domain';
import { inLocale } from '@huiyin/shared';
import { useState } from 'react';
import { Link, Navigate, useParams } from 'react-router';
import { useChanges, useRefresh } from '../../app/live.ts';
import { may } from '../../app/places.tsx';
import { useSector } from '../../app/sector.ts';
import { Failure, Loading, NoSuchPage } from '../../app/states.tsx';
import { useViewer } from '../../app/viewer.tsx';
import './engineering.css';
import { EngineeringListDocument } from './generated/engineering.ts';
import type { Step } from './list.ts';
import { SitesView } from './sites-view.tsx';
import { StepDrawer } from './step-drawer.tsx';
import { thisWeek, WeekView } from './week-view.tsx';
import { useEngineeringWords } from './words.ts';

/** The lists from which engineers work, as the sector declares them. */
export function EngineeringPage() {
  const { word, locale } = useEngineeringWords();
  const { outlets = [] } = useSector();
  const { outlet: code } = useParams();
  const [first] = outlets;
  if (!first) return <NoSuchPage />;
  const outlet = outlets.find((each) => each.code === code);
  if (!outlet) return <Navigate to={`/engineering/${first.code}`} replace />;
  return (
    <div className="stack">
      <header className="engineering-top">
        <h1 className="page-title">{word('engineering.title')}</h1>
        <nav className="engineering-lists" aria-label={word('engineering.lists')}>
          {outlets.map((each) => (
            <Link
              key={each.code}
              to={`/engineering/${each.code}`}
              {...(each === outlet ? { 'aria-current': 'page' as const } : {})}
            >
              {inLocale(each.label, locale)}
            </Link>
          ))}
        </nav>
      </header>
      <p className="quiet engineering-about">{inLocale(outlet.description, locale)}</p>
      <List key={outlet.code} outlet={outlet} />
    </div>
  );
}

function List({ outlet }: { outlet: Outlet }) {
  const { role } = useViewer();
  const [week, setWeek] = useState(thisWeek);
  const [step, setStep] = useState<Step>();
  const weekly = outlet.worked.kind === 'WEEK';
  const {
    data: read,
    previousData,
    error,
    refetch,
  } = useQuery(EngineeringListDocument, {
    variables: { outlet: outlet.code, week: weekly ? week : null },
    fetchPolicy: 'cache-and-network',
  });
  useChanges(useRefresh(refetch));
  // Another week is read while the one before still stands.
  const data = read ?? previousData;
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  const list = {
    ...{ sites: data.engineeringSites, items: data.engineeringItems, outlet },
    ...{ mayWork: may('doEngineering')(role), onStep: setStep },
  };
  return (
    <>
      {weekly ? <WeekView {...list} week={week} onWeek={setWeek} /> : <SitesView {...list} />}
      {step && <StepDrawer step={step} onClose={() => setStep(undefined)} />}
    </>
  );
}
