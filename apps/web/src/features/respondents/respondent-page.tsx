import { useQuery } from '@apollo/client/react';
import { Button } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useChanges, useRefresh } from '../../app/live.ts';
import { dayText } from '../../app/moments.ts';
import { may } from '../../app/places.tsx';
import { Failure, Loading } from '../../app/states.tsx';
import { useViewer } from '../../app/viewer.tsx';
import { ChangeForm } from './change-form.tsx';
import { RespondentDocument, type RespondentPageFragment } from './generated/respondents.ts';
import './respondents.css';
import { History } from './history.tsx';
import { MergeForm } from './merge-form.tsx';
import { RepeatMark } from './repeat-mark.tsx';
import { RespondentCases } from './respondent-cases.tsx';
import { Sanctions } from './sanctions.tsx';
import { useRespondentWords } from './words.ts';

/** One party of the register: what was complained of, what was imposed, and its complaints. */
export function RespondentPage() {
  const { word } = useRespondentWords();
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery(RespondentDocument, {
    variables: { id },
    fetchPolicy: 'cache-and-network',
  });
  useChanges(useRefresh(refetch));
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  if (data.node?.__typename !== 'Respondent') return <Failure error={new Error(word('app.nothingHere'))} />;
  return <Respondent key={id} respondent={data.node} />;
}

function Respondent({ respondent }: { respondent: RespondentPageFragment }) {
  const { word } = useRespondentWords();
  const { role } = useViewer();
  const [open, setOpen] = useState<'change' | 'merge'>();
  const { id, name, kind, repeatReason } = respondent;
  const close = () => setOpen(undefined);
  return (
    <article className="stack" aria-labelledby="respondent-title">
      <header className="respondent-card">
        <p>
          <Link to="/respondents">{word('respondent.back')}</Link>
        </p>
        <div className="respondent-head">
          <h1 id="respondent-title" className="page-title">
            {name}
          </h1>
          {may('keepRespondents')(role) && !open && (
            <div className="respondent-buttons">
              <Button onClick={() => setOpen('change')}>{word('respondent.change')}</Button>
              <Button onClick={() => setOpen('merge')}>{word('respondent.merge')}</Button>
            </div>
          )}
          {may('makeVisits')(role) && !open && (
            <Link to={visitOf(respondent)}>{word('respondent.visit')}</Link>
          )}
        </div>
        {kind && <p className="quiet">{kind.label}</p>}
        {repeatReason && (
          <p>
            <RepeatMark reason={repeatReason} />
          </p>
        )}
        {open === 'change' && <ChangeForm respondent={respondent} onClose={close} />}
        {open === 'merge' && <MergeForm respondent={respondent} onClose={close} />}
        <Facts respondent={respondent} />
      </header>
      <div className="respondent-columns">
        <History respondent={respondent} />
        <Sanctions sanctions={respondent.sanctions} />
      </div>
      <RespondentCases id={id} />
    </article>
  );
}

/** The plan of a visit to the party, with the record that speaks for it. */
function visitOf({ id, name, repeatReason }: RespondentPageFragment): string {
  const plan = { target: 'RESPONDENT', subject: id, name, why: repeatReason ?? '' };
  return `/visits?${new URLSearchParams(plan)}`;
}

function Facts({ respondent }: { respondent: RespondentPageFragment }) {
  const { word, locale } = useRespondentWords();
  const { complaints, open, valid, recentComplaints, recentValid, lastReceivedAt } = respondent;
  const facts = [
    [word('respondents.recent'), recentComplaints],
    [word('respondents.recentValid'), recentValid],
    [word('respondent.complaintsEver'), complaints],
    [word('respondent.validEver'), valid],
    [word('respondent.open'), open],
    [word('respondents.latest'), lastReceivedAt && dayText(lastReceivedAt, locale)],
    [word('respondent.licence'), respondent.licence],
    [word('respondent.creditCode'), respondent.creditCode],
    [word('respondent.otherNames'), respondent.otherNames.join('、')],
  ] as const;
  return (
    <dl className="respondent-facts">
      {facts
        .filter(([, value]) => value !== null && value !== '')
        .map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
