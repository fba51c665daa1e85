import { useQuery } from '@apollo/client/react';
import { ESCALATION_LABELS } from '@huiyin/domain';
import { inLocale } from '@huiyin/shared';
import { Alert, Button } from 'antd';
import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import { useParams } from 'react-router';
import { useChanges, useRefresh } from '../../app/live.ts';
import { Failure, Loading } from '../../app/states.tsx';
import type { ComplaintAction } from '../../generated/schema.ts';
import { Due } from '../../ui/due.tsx';
import { StatusTag } from '../../ui/status-tag.tsx';
import { ActionPanel } from './action-panel.tsx';
import { CaseFile } from './case-file.tsx';
import { CategoryHint } from './category-hint.tsx';
import { Clocks } from './clocks.tsx';
import './complaint.css';
import type { ComplaintOfPage } from './complaint-of-page.ts';
import { DocumentList } from './documents.tsx';
import { EvidenceList } from './evidence.tsx';
import { Facts } from './facts.tsx';
import { ComplaintPageDocument } from './generated/complaint.ts';
import { HealthLooks } from './health-looks.tsx';
import { useOpenAction } from './open-action.ts';
import { Outcome } from './outcome.tsx';
import { People } from './people.tsx';
import { Others } from './presence.tsx';
import { Related } from './related.tsx';
import { Story } from './story.tsx';
import { usePresence } from './use-presence.ts';
import { useComplaintWords } from './words.ts';

const GuidanceCards = lazy(async () => ({
  default: (await import('../../forms/guidance-cards.tsx')).GuidanceCards,
}));

/** One complaint: its one next step, its story, its facts, its clocks and its people. */
export function ComplaintPage() {
  const { word } = useComplaintWords();
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery(ComplaintPageDocument, {
    variables: { id },
    fetchPolicy: 'cache-and-network',
  });
  const onChange = useCallback(async () => {
    const { data: fresh } = await refetch();
    return fresh?.complaint?.version ?? 0;
  }, [refetch]);
  // What was read stays in sight while the connection is lost.
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  if (!data.complaint) return <Failure error={new Error(word('app.nothingHere'))} />;
  return <Complaint key={id} complaint={data.complaint} onChange={onChange} />;
}

interface Props {
  readonly complaint: ComplaintOfPage;
  readonly onChange: () => Promise<number>;
}

function Complaint({ complaint, onChange }: Props) {
  const { word } = useComplaintWords();
  const [writing, setWriting] = useState<ComplaintAction>();
  const { others, version } = usePresence(complaint.id, writing);
  const refresh = useRefresh(onChange);
  useChanges(({ versions, more }) => {
    if (more || (versions.get(complaint.id) ?? 0) > complaint.version) refresh();
  });
  const behind = version !== undefined && version > complaint.version;
  useEffect(() => {
    if (behind) void onChange();
  }, [behind, onChange]);
  return (
    <article className="case" aria-labelledby="case-title">
      <Head complaint={complaint} />
      <Others complaint={complaint} others={others} />
      <div className="case-columns">
        <div className="case-main">
          <ActionPanel complaint={complaint} onChange={onChange} onTyping={setWriting} />
          <section className="case-card" aria-labelledby="case-content-title">
            <h3 id="case-content-title">{word('complaint.content')}</h3>
            <p className="said case-content">{complaint.content}</p>
          </section>
          <Outcome complaint={complaint} />
          <EvidenceList complaint={complaint} />
          <DocumentList complaint={complaint} />
          <CaseFile complaint={complaint} />
          <Story complaint={complaint} />
        </div>
        <div className="case-side">
          <section className="case-card" aria-labelledby="case-clocks-title">
            <h3 id="case-clocks-title">{word('complaint.clocks')}</h3>
            <Clocks complaint={complaint} />
          </section>
          <Suspense>
            <GuidanceCards
              status={complaint.status}
              category={complaint.category?.code}
              heading="h3"
              className="case-card"
            />
          </Suspense>
          <People complaint={complaint} onChange={onChange} />
          <Facts complaint={complaint} />
          <HealthLooks looks={complaint.healthLooks} />
          <Related complaint={complaint} />
        </div>
      </div>
    </article>
  );
}

/** Its complainant says that it is the same as others of late: as long as it can be, it is merged from here. */
function SameAsOthers({ complaint: { allowedActions } }: Pick<Props, 'complaint'>) {
  const { word } = useComplaintWords();
  const [, open] = useOpenAction();
  const merge = allowedActions.find(({ action, allowed }) => action === 'MERGE' && allowed);
  if (!merge) return null;
  return (
    <Alert
      type="info"
      showIcon
      title={word('complaint.sameAsOthers')}
      action={<Button onClick={() => open(merge.action)}>{merge.label}</Button>}
    />
  );
}

/** What it is, where it stands, and what is due next: in sight on every screen. */
function Head({ complaint }: { complaint: ComplaintOfPage }) {
  const { word, locale } = useComplaintWords();
  const { number, externalNumber, title, status, nextDue, attention } = complaint;
  return (
    <header className="case-head">
      <p className="quiet case-number">
        {number}
        {externalNumber && ` · ${externalNumber}`}
      </p>
      <h2 id="case-title">{title}</h2>
      <p className="case-line case-stand">
        <StatusTag status={status} />
        {nextDue && (
          <span>
            <span className="quiet">{nextDue.what}</span> <Due at={nextDue.at} what={nextDue.what} />
          </span>
        )}
      </p>
      {attention.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={`${word('complaint.attention')} ${attention
            .map((reason) => inLocale(ESCALATION_LABELS[reason], locale))
            .join(' · ')}`}
        />
      )}
      {complaint.sameAsOthers && <SameAsOthers complaint={complaint} />}
      {!complaint.category && <CategoryHint complaint={complaint} />}
    </header>
  );
}
