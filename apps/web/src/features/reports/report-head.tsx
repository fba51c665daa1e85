import { App, Button, Tag, Typography } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { download } from '../../app/download.ts';
import { momentText } from '../../app/moments.ts';
import { CompareWith } from './compare-with.tsx';
import { CorrectButton } from './correct-button.tsx';
import { DiscardButton } from './discard-button.tsx';
import { PublishButton } from './publish-button.tsx';
import type { ReportOfPage } from './report-of-page.ts';
import type { Paper } from './use-paper.ts';
import { useReportWords } from './words.ts';

/** What report it is, where it stands, and what can be done with the whole of it. */
export function ReportHead({ report, paper }: { report: ReportOfPage; paper: Paper }) {
  const { word, locale } = useReportWords();
  const { status, version, reason, corrects, publishedAt, publishedBy, hash, content } = report;
  const { period, before, yearAgo } = content;
  return (
    <header className="report-card report-head">
      <h1 id="report-title">{content.title}</h1>
      <p className="report-line">
        <Tag {...(status === 'PUBLISHED' ? { color: 'success' } : {})}>
          {word(`reports.status.${status}`)}
        </Tag>
        <span>{word('reports.version', { version })}</span>
        <span className="quiet">
          {period.from} – {period.to}
        </span>
        <span className="quiet">
          {[
            before && word('reports.before', { value: before.label }),
            yearAgo && word('reports.yearAgo', { value: yearAgo.label }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </p>
      {corrects && (
        <p className="report-line">
          {word('reports.corrects', { version: corrects.version, reason })}{' '}
          <Link to={`/report/${corrects.id}`} className="no-paper">
            {word('reports.thatVersion')}
          </Link>
        </p>
      )}
      {publishedAt && (
        <p className="report-line quiet">
          {word('reports.approved', { name: publishedBy, at: momentText(publishedAt, locale) })}
        </p>
      )}
      {hash && (
        <Typography.Text type="secondary" copyable className="report-hash">
          {hash}
        </Typography.Text>
      )}
      <div className="report-tools no-paper">
        <Files report={report} />
        <Button onClick={() => paper.show(!paper.shown)}>
          {word(paper.shown ? 'reports.asScreen' : 'reports.asPaper')}
        </Button>
        <Button onClick={() => window.print()}>{word('reports.print')}</Button>
        <CompareWith report={report} />
        {status === 'DRAFT' ? (
          <>
            <DiscardButton report={report} />
            <PublishButton report={report} />
          </>
        ) : (
          <CorrectButton id={report.id} />
        )}
      </div>
    </header>
  );
}

/** The report as files to send upward. */
function Files({ report: { wordUrl, sheetUrl } }: { report: ReportOfPage }) {
  const { word } = useReportWords();
  const { message } = App.useApp();
  const [making, setMaking] = useState<string>();
  const get = async (url: string) => {
    setMaking(url);
    try {
      await download(url);
    } catch (error) {
      void message.error((error as Error).message);
    } finally {
      setMaking(undefined);
    }
  };
  return (
    <>
      <Button loading={making === wordUrl} onClick={() => void get(wordUrl)}>
        {word('reports.word')}
      </Button>
      <Button loading={making === sheetUrl} onClick={() => void get(sheetUrl)}>
        {word('reports.sheet')}
      </Button>
    </>
  );
}
