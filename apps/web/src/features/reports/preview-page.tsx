import { useMutation, useQuery } from '@apollo/client/react';
import { periodOf } from '@huiyin/domain';
import { App, Button } from 'antd';
import { useNavigate, useSearchParams } from 'react-router';
import { Failure, Loading } from '../../app/states.tsx';
import { ReportPreviewDocument } from './generated/report.ts';
import { ReportCreateDocument } from './generated/reports.ts';
import { WithOpenedFigures } from './opened-figure.tsx';
import { choiceFrom, inputOf } from './period-choice.ts';
import { ReportSection } from './report-section.tsx';
import './reports.css';
import { SectionList } from './section-list.tsx';
import { useMayWrite } from './use-may-write.ts';
import { useReportWords } from './words.ts';

/** The figures of any period as they stand now; nothing is kept until somebody makes a draft of it. */
export function PreviewPage() {
  const { word } = useReportWords();
  const [params] = useSearchParams();
  const choice = choiceFrom(params);
  if (!choice || !periodOf(choice)) return <Failure error={new Error(word('reports.noPeriod'))} />;
  return <Preview key={params.toString()} period={inputOf(choice)} />;
}

function Preview({ period }: { period: ReturnType<typeof inputOf> }) {
  const { word } = useReportWords();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const mayWrite = useMayWrite();
  const { data, error, refetch } = useQuery(ReportPreviewDocument, {
    variables: { period },
    fetchPolicy: 'cache-and-network',
  });
  const [create, { loading }] = useMutation(ReportCreateDocument);
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  const content = data.reportPreview;
  if (!content) return <Failure error={new Error(word('reports.noPeriod'))} />;
  const begin = async () => {
    const answer = await create({ variables: { input: { period } } });
    const { report, userErrors = [] } = answer.data?.reportCreate ?? {};
    if (report) navigate(`/report/${report.id}`, { replace: true });
    else void message.error(userErrors.map(({ message: text }) => text).join(' '));
  };
  return (
    <WithOpenedFigures>
      <article className="report" aria-labelledby="report-title">
        <SectionList content={content} draft={false} />
        <div className="report-main">
          <header className="report-card report-head">
            <h1 id="report-title">{content.title}</h1>
            <p className="report-line quiet">
              {content.period.from} – {content.period.to} · {word('reports.previewOnly')}
            </p>
            {mayWrite && (
              <div className="report-tools">
                <Button
                  type="primary"
                  loading={loading}
                  onClick={() => void begin().catch((failure: Error) => message.error(failure.message))}
                >
                  {word('reports.create')}
                </Button>
              </div>
            )}
          </header>
          {content.sections.map((section) => (
            <ReportSection key={section.code} section={section} />
          ))}
        </div>
      </article>
    </WithOpenedFigures>
  );
}
