import { useMutation } from '@apollo/client/react';
import { App, Button, Popconfirm } from 'antd';
import { useNavigate } from 'react-router';
import { ReportDiscardDocument } from './generated/report.ts';
import { ReportsDocument } from './generated/reports.ts';
import type { ReportOfPage } from './report-of-page.ts';
import { useReportWords } from './words.ts';

/** A draft that nobody needs: its words go with it, so it asks first. */
export function DiscardButton({ report: { id, revision } }: { report: ReportOfPage }) {
  const { word } = useReportWords();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const [discard, { loading }] = useMutation(ReportDiscardDocument, { refetchQueries: [ReportsDocument] });
  const discardNow = async () => {
    const { data } = await discard({ variables: { input: { id, revision } } });
    const errors = data?.reportDiscard.userErrors ?? [];
    if (errors.length === 0) navigate('/report');
    else void message.error(errors.map(({ message: text }) => text).join(' '));
  };
  return (
    <Popconfirm
      title={word('reports.discardSure')}
      onConfirm={() => discardNow().catch((error: Error) => message.error(error.message))}
    >
      <Button loading={loading}>{word('reports.discard')}</Button>
    </Popconfirm>
  );
}
