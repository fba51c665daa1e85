import { useQuery } from '@apollo/client/react';
import { useParams, useSearchParams } from 'react-router';
import { Failure, Loading } from '../../app/states.tsx';
import { Checklist } from './checklist.tsx';
import { Compare } from './compare.tsx';
import { Differences } from './differences.tsx';
import { ReportPageDocument } from './generated/report.ts';
import { WithOpenedFigures } from './opened-figure.tsx';
import { ReportHead } from './report-head.tsx';
import type { ReportOfPage } from './report-of-page.ts';
import { ReportSection } from './report-section.tsx';
import './reports.css';
import { SectionList } from './section-list.tsx';
import { OnPaper, usePaper } from './use-paper.ts';
import { useReportWords } from './words.ts';

/** One report: written, checked, compared, published; every figure opens onto its cases. */
export function ReportPage() {
  const { word } = useReportWords();
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery(ReportPageDocument, {
    variables: { id },
    fetchPolicy: 'cache-and-network',
  });
  // What was read stays in sight while the connection is lost.
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  if (!data.report) return <Failure error={new Error(word('app.nothingHere'))} />;
  return <Workspace key={id} report={data.report} onChange={() => void refetch()} />;
}

interface Props {
  readonly report: ReportOfPage;
  readonly onChange: () => void;
}

function Workspace({ report, onChange }: Props) {
  const [params] = useSearchParams();
  const paper = usePaper();
  const { content, status, differences } = report;
  const draft = status === 'DRAFT';
  const compared = params.get('with');
  return (
    <WithOpenedFigures>
      <article className={paper.shown ? 'report on-paper' : 'report'} aria-labelledby="report-title">
        <SectionList content={content} draft={draft} />
        <div className="report-main">
          <ReportHead {...{ report, paper }} />
          {draft && <Checklist content={content} onChange={onChange} />}
          {compared && <Compare report={report} otherId={compared} />}
          {differences.length > 0 && <Differences differences={differences} />}
          <OnPaper value={paper.shown}>
            {content.sections.map((section) => (
              <ReportSection key={section.code} report={report} section={section} />
            ))}
          </OnPaper>
        </div>
      </article>
    </WithOpenedFigures>
  );
}
