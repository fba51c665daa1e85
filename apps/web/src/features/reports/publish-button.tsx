import { useMutation } from '@apollo/client/react';
import { Alert, Button, Modal } from 'antd';
import { useState } from 'react';
import { ReportPublishDocument } from './generated/report.ts';
import type { ReportOfPage } from './report-of-page.ts';
import { useReportWords } from './words.ts';

/** Publishing cannot be undone, so it says beforehand what will stand for ever and what is still open. */
export function PublishButton({ report }: { report: ReportOfPage }) {
  const { word } = useReportWords();
  const [open, setOpen] = useState(false);
  const [problem, setProblem] = useState<string>();
  const [publish, { loading }] = useMutation(ReportPublishDocument);
  const { id, revision, content, version } = report;
  const { problems, sections, title } = content;
  const publishNow = async () => {
    setProblem(undefined);
    try {
      const { data } = await publish({ variables: { input: { id, revision } } });
      const errors = data?.reportPublish.userErrors ?? [];
      if (errors.length === 0) setOpen(false);
      else setProblem(errors.map(({ message }) => message).join(' '));
    } catch (error) {
      setProblem((error as Error).message);
    }
  };
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        {word('reports.publish')}
      </Button>
      <Modal
        open={open}
        title={word('reports.publishSure')}
        okText={word('reports.publishNow')}
        cancelText={word('app.cancel')}
        confirmLoading={loading}
        onOk={() => void publishNow()}
        onCancel={() => setOpen(false)}
      >
        <p>
          {title} · {word('reports.version', { version })}
        </p>
        <ul>
          <li>
            {word('reports.freezesText', {
              count: sections.length,
              edited: sections.filter(({ edited }) => edited).length,
            })}
          </li>
          <li>{word('reports.freezesFigures')}</li>
          <li>{word('reports.freezesHash')}</li>
        </ul>
        {problems.length > 0 && (
          <Alert
            type="warning"
            title={word('reports.stillOpen', { count: problems.length })}
            description={
              <ul className="checklist">
                {problems.map((each) => (
                  <li key={each}>{each}</li>
                ))}
              </ul>
            }
          />
        )}
        {problem && <Alert type="error" showIcon title={problem} />}
      </Modal>
    </>
  );
}
