import { useMutation } from '@apollo/client/react';
import { Alert, Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { ReportCorrectDocument } from './generated/report.ts';
import { useReportWords } from './words.ts';

/** What was published stays as it is; what turns out wrong is said by a further version, with why. */
export function CorrectButton({ id }: { id: string }) {
  const { word } = useReportWords();
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<string>();
  const [correct, { loading }] = useMutation(ReportCorrectDocument);
  const begin = async () => {
    setProblem(undefined);
    try {
      const { data } = await correct({ variables: { input: { id, reason } } });
      const { report, userErrors = [] } = data?.reportCorrect ?? {};
      if (report) navigate(`/report/${report.id}`);
      else setProblem(userErrors.map(({ message }) => message).join(' '));
    } catch (error) {
      setProblem((error as Error).message);
    }
  };
  return (
    <>
      <Button onClick={() => setOpen(true)}>{word('reports.correct')}</Button>
      <Modal
        open={open}
        title={word('reports.correct')}
        okText={word('reports.correctNow')}
        cancelText={word('app.cancel')}
        confirmLoading={loading}
        onCancel={() => setOpen(false)}
        onOk={() => void begin()}
      >
        <label htmlFor="correct-reason">{word('reports.reason')}</label>
        <Input.TextArea
          id="correct-reason"
          autoFocus
          value={reason}
          autoSize={{ minRows: 2 }}
          onChange={({ target }) => setReason(target.value)}
        />
        {problem && <Alert type="error" showIcon title={problem} />}
      </Modal>
    </>
  );
}
