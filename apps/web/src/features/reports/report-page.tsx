import { ReportCorrectDocument, ReportPageDocument, ReportPublishDocument } from './generated/report.ts';
import './reports.css';
import { useMutation, useQuery } from '@apollo/client/react';
import { Alert, App, Button, Card, Flex, Input, Modal, Popconfirm, Table, Tag, Typography } from 'antd';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { download } from '../../app/download.ts';
import { momentText } from '../../app/moments.ts';
import { Failure, Loading } from '../../app/states.tsx';
import type { ReportOfPage } from './report-of-page.ts';
import { ReportSection } from './report-section.tsx';
import { useReportWords } from './words.ts';

/** One report: figures that open onto their cases, with text and charts. */
export function ReportPage() {
  const { word } = useReportWords();
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery(ReportPageDocument, {
    variables: { id },
    fetchPolicy: 'cache-and-network',
  });
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  if (!data.report) return <Failure error={new Error(word('app.nothingHere'))} />;
  const { report } = data;
  return (
    <article className="stack">
      <Head report={report} />
      {report.content.problems.length > 0 && report.status === 'DRAFT' && (
        <Alert
          type="warning"
          showIcon
          title={word('reports.problems')}
          description={report.content.problems.map((problem) => <div key={problem}>{problem}</div>)}
        />
      )}
      {report.differences.length > 0 && (
        <Card title={word('reports.differences')}>
          <Table
            rowKey="place"
            size="small"
            pagination={false}
            dataSource={[...report.differences]}
            columns={[{ dataIndex: 'place' }, { dataIndex: 'before' }, { dataIndex: 'after' }]}
            showHeader={false}
          />
        </Card>
      )}
      {report.content.sections.map((section) => (
        <ReportSection key={section.code} report={report} section={section} />
      ))}
    </article>
  );
}

function Head({ report }: { report: ReportOfPage }) {
  const { word, locale } = useReportWords();
  const { message } = App.useApp();
  const [publish, publishing] = useMutation(ReportPublishDocument);
  const { id, revision, status, version, publishedAt, publishedBy, hash, wordUrl, sheetUrl, content } =
    report;
  const failed = (error: unknown) => void message.error((error as Error).message);
  const publishNow = async () => {
    const { data } = await publish({ variables: { input: { id, revision } } });
    const errors = data?.reportPublish.userErrors ?? [];
    if (errors.length > 0) void message.error(errors.map(({ message: text }) => text).join(' '));
  };
  return (
    <Card>
      <h1 className="page-title">{content.title}</h1>
      <Flex gap={12} align="center" wrap>
        <Tag {...(status === 'PUBLISHED' ? { color: 'green' } : {})}>{word(`reports.status.${status}`)}</Tag>
        {word('reports.version', { version })}
        <Typography.Text type="secondary">
          {content.period.from} – {content.period.to}
        </Typography.Text>
        {publishedAt && (
          <Typography.Text type="secondary">
            {word('reports.approved', { name: publishedBy, at: momentText(publishedAt, locale) })}
          </Typography.Text>
        )}
      </Flex>
      {hash && (
        <Typography.Text type="secondary" copyable style={{ fontSize: 12, wordBreak: 'break-all' }}>
          {hash}
        </Typography.Text>
      )}
      <Flex gap={12} wrap style={{ marginTop: 12 }}>
        <Button onClick={() => void download(wordUrl).catch(failed)}>{word('reports.word')}</Button>
        <Button onClick={() => void download(sheetUrl).catch(failed)}>{word('reports.sheet')}</Button>
        {status === 'DRAFT' ? (
          <Popconfirm title={word('reports.publishSure')} onConfirm={() => publishNow().catch(failed)}>
            <Button type="primary" loading={publishing.loading}>
              {word('reports.publish')}
            </Button>
          </Popconfirm>
        ) : (
          <CorrectButton id={id} />
        )}
      </Flex>
    </Card>
  );
}

function CorrectButton({ id }: { id: string }) {
  const { word } = useReportWords();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [correct] = useMutation(ReportCorrectDocument);
  const begin = async () => {
    const { data } = await correct({ variables: { input: { id, reason } } });
    const { report, userErrors = [] } = data?.reportCorrect ?? {};
    if (userErrors.length > 0) void message.error(userErrors.map(({ message: text }) => text).join(' '));
    else if (report) {
      setOpen(false);
      navigate(`/report/${report.id}`);
    }
  };
  return (
    <>
      <Button onClick={() => setOpen(true)}>{word('reports.correct')}</Button>
      <Modal
        open={open}
        title={word('reports.reason')}
        onCancel={() => setOpen(false)}
        onOk={() => void begin().catch((error: Error) => message.error(error.message))}
      >
        <Input
          value={reason}
          aria-label={word('reports.reason')}
          onChange={({ target }) => setReason(target.value)}
        />
      </Modal>
    </>
  );
}
