import { useMutation, useQuery } from '@apollo/client/react';
import {
  Alert,
  App,
  Button,
  Card,
  Flex,
  Progress,
  Select,
  Statistic,
  Table,
  Tag,
  Tooltip,
  Typography,
} from 'antd';
import { useEffect, useState } from 'react';
import { Link, useParams } from 'react-router';
import { download } from '../../app/download.ts';
import { Failure, Loading } from '../../app/states.tsx';
import type { ImportPageQuery } from './generated/import.ts';
import {
  ImportCheckDocument,
  ImportPageDocument,
  ImportSetMappingDocument,
  ImportStartDocument,
} from './generated/import.ts';
import './imports.css';
import { useImportWords } from './words.ts';

type Import = NonNullable<ImportPageQuery['import']>;
interface Answer {
  readonly userErrors: readonly { readonly code: string; readonly message: string }[];
}

const POLL_MS = 700;
const isUnderWay = ({ status }: Pick<Import, 'status'>) => status === 'CHECKING' || status === 'RUNNING';

/** How a spreadsheet is read, what is wrong with it, and how far it is. */
export function ImportPage() {
  const { word } = useImportWords();
  const { id = '' } = useParams();
  const { data, error, refetch, startPolling, stopPolling } = useQuery(ImportPageDocument, {
    variables: { id },
    fetchPolicy: 'cache-and-network',
  });
  const row = data?.import;
  const busy = row ? isUnderWay(row) : false;
  useEffect(() => {
    if (busy) startPolling(POLL_MS);
    else stopPolling();
    return stopPolling;
  }, [busy, startPolling, stopPolling]);
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  if (!row) return <Failure error={new Error(word('app.nothingHere'))} />;
  const title = [row.titles.join(' '), row.sheet, row.encoding].filter(Boolean).join(' · ');
  return (
    <div className="stack">
      <Flex align="center" gap={12} wrap>
        <h1 className="page-title">{row.name}</h1>
        <Tag>{word(`imports.status.${row.status}`)}</Tag>
        <Typography.Text type="secondary">{title}</Typography.Text>
      </Flex>
      {row.error && <Alert type="error" showIcon title={row.error} />}
      {row.status !== 'READY' && <Outcome row={row} />}
      {(row.status === 'READY' || row.status === 'CHECKED') && <Mapping row={row} />}
      {row.problems.length > 0 && <Problems row={row} />}
      {row.passedOverRows.length > 0 && <PassedOver row={row} />}
    </div>
  );
}

/** Columns beside what they are read as, and the two ways on. */
function Mapping({ row }: { row: Import }) {
  const { word } = useImportWords();
  const { message } = App.useApp();
  const [setMapping] = useMutation(ImportSetMappingDocument);
  const [check, checking] = useMutation(ImportCheckDocument);
  const [start, starting] = useMutation(ImportStartDocument);
  const [repeated, setRepeated] = useState(false);
  const { id } = row;

  const said = (answer: Answer | undefined) => {
    const errors = answer?.userErrors ?? [];
    if (errors.some(({ code }) => code === 'ALREADY_DONE')) setRepeated(true);
    if (errors.length > 0) void message.error(errors.map(({ message: text }) => text).join(' '));
  };
  const failed = (error: unknown) => void message.error((error as Error).message);
  const map = (column: string, target: string | undefined) =>
    setMapping({ variables: { input: { id, columns: [{ column, target: target ?? null }] } } })
      .then(({ data }) => said(data?.importSetMapping))
      .catch(failed);
  const begin = (again: boolean) =>
    start({ variables: { input: { id, again } } })
      .then(({ data }) => said(data?.importStart))
      .catch(failed);

  return (
    <Card>
      <Table
        rowKey="column"
        size="small"
        pagination={false}
        tableLayout="fixed"
        dataSource={[...row.columns]}
        columns={[
          {
            title: word('imports.column'),
            width: '24%',
            render: (_, { letters, header }) => `${letters} ${header}`,
          },
          {
            title: word('imports.sample'),
            render: (_, { samples }) => <Sample text={samples.slice(0, 3).join(' / ')} />,
          },
          {
            title: word('imports.target'),
            width: '42%',
            render: (_, { column, header, target }) => (
              <Select
                className="import-target"
                aria-label={header}
                allowClear
                showSearch={{ optionFilterProp: 'label' }}
                placeholder={word('imports.leftOut')}
                value={target}
                onChange={(value: string | undefined) => void map(column, value)}
                options={row.targets.map(({ key, label, required }) => ({
                  value: key,
                  label: required ? `${label} *` : label,
                }))}
              />
            ),
          },
        ]}
      />
      <Flex gap={12} style={{ marginTop: 16 }} wrap>
        <Button
          loading={checking.loading}
          onClick={() =>
            void check({ variables: { input: { id } } })
              .then(({ data }) => said(data?.importCheck))
              .catch(failed)
          }
        >
          {word('imports.check')}
        </Button>
        <Button type="primary" loading={starting.loading} onClick={() => void begin(false)}>
          {word('imports.start')}
        </Button>
        {repeated && (
          <Button danger onClick={() => void begin(true)}>
            {word('imports.again')}
          </Button>
        )}
      </Flex>
    </Card>
  );
}

/** The first values on one line, so that what they are read as stays beside them; pointed at or focused, all of them. */
function Sample({ text }: { text: string }) {
  return (
    <Tooltip title={text} classNames={{ root: 'import-tip' }} trigger={['hover', 'focus']}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: cut off for the eye, it must be there for the keyboard. */}
      <span className="import-sample" tabIndex={0}>
        {text}
      </span>
    </Tooltip>
  );
}

/** How far it is, and what became of the rows. */
function Outcome({ row }: { row: Import }) {
  const { word } = useImportWords();
  const { message } = App.useApp();
  const { rowsRead, rowsExpected, accepted, refused, passedOver, refusedUrl, status } = row;
  const share = rowsExpected === 0 ? 100 : Math.min(100, Math.round((rowsRead / rowsExpected) * 100));
  const isCheck = status === 'CHECKING' || status === 'CHECKED';
  return (
    <Card>
      <Progress
        aria-label={word(`imports.status.${status}`)}
        percent={isUnderWay(row) ? Math.min(share, 99) : 100}
        {...(status === 'FAILED' ? { status: 'exception' as const } : {})}
      />
      <Flex gap={32} wrap>
        <Statistic title={word(isCheck ? 'imports.acceptable' : 'imports.accepted')} value={accepted} />
        <Statistic title={word('imports.refused')} value={refused} />
        <Statistic title={word('imports.passedOver')} value={passedOver} />
      </Flex>
      <Flex gap={12} wrap>
        {refusedUrl && (
          <Button
            onClick={() => void download(refusedUrl).catch((error: Error) => message.error(error.message))}
          >
            {word('imports.download')}
          </Button>
        )}
        {status === 'COMPLETED' && row.kind === 'COMPLAINTS' && (
          <Link to={`/complaints?import=${row.id}`}>{word('imports.cases')}</Link>
        )}
      </Flex>
    </Card>
  );
}

function Problems({ row }: { row: Import }) {
  const { word } = useImportWords();
  return (
    <Card title={word('imports.problems')}>
      <Table
        rowKey={({ line, column, message }) => `${line} ${column} ${message}`}
        size="small"
        pagination={{ pageSize: 20, hideOnSinglePage: true }}
        scroll={{ x: 'max-content' }}
        dataSource={[...row.problems]}
        columns={[
          { title: word('imports.line'), dataIndex: 'line' },
          { title: word('imports.column'), dataIndex: 'column' },
          { title: word('imports.value'), dataIndex: 'value' },
          { title: word('imports.remedy'), dataIndex: 'message' },
        ]}
      />
    </Card>
  );
}

/** The rows that were taken for no case: whoever sees one that is a case can say so. */
function PassedOver({ row }: { row: Import }) {
  const { word } = useImportWords();
  const { passedOver, passedOverRows } = row;
  const shown = passedOverRows.length;
  return (
    <Card title={word('imports.passedOverRows')}>
      <Table
        rowKey="line"
        size="small"
        pagination={{ pageSize: 10, hideOnSinglePage: true, showSizeChanger: false }}
        scroll={{ x: 'max-content' }}
        dataSource={[...passedOverRows]}
        columns={[
          { title: word('imports.line'), dataIndex: 'line' },
          { title: word('imports.reason'), dataIndex: 'reason' },
          { title: word('imports.value'), dataIndex: 'text' },
        ]}
      />
      {passedOver > shown && (
        <Typography.Text type="secondary">
          {word('imports.firstShown', { shown, all: passedOver })}
        </Typography.Text>
      )}
    </Card>
  );
}
