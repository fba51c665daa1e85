import { FileExcelOutlined } from '@ant-design/icons';
import { useMutation, useQuery } from '@apollo/client/react';
import { Alert, Card, Radio, Table, Tag, Typography, Upload } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { upload } from '../../app/download.ts';
import { momentText } from '../../app/moments.ts';
import type { ImportCreateInput } from '../../generated/schema.ts';
import type { ImportsQuery } from './generated/imports.ts';
import { ImportCreateDocument, ImportsDocument } from './generated/imports.ts';
import { useImportWords } from './words.ts';

type Kind = NonNullable<ImportCreateInput['kind']>;
type Row = ImportsQuery['imports']['edges'][number]['node'];
const KINDS: readonly Kind[] = ['COMPLAINTS', 'SANCTIONS'];

/** A spreadsheet is chosen here; the next page says how it is read. */
export function ImportsPage() {
  const { word, locale } = useImportWords();
  const navigate = useNavigate();
  const [kind, setKind] = useState<Kind>('COMPLAINTS');
  const [problem, setProblem] = useState<string>();
  const [create] = useMutation(ImportCreateDocument);
  const { data } = useQuery(ImportsDocument, { fetchPolicy: 'cache-and-network' });

  const open = async (file: File) => {
    setProblem(undefined);
    try {
      const sha256 = await upload(file);
      const answer = await create({ variables: { input: { file: sha256, name: file.name, kind } } });
      const { import: created, userErrors = [] } = answer.data?.importCreate ?? {};
      if (created) navigate(`/import/${created.id}`);
      else setProblem(userErrors.map(({ message }) => message).join('\n'));
    } catch (error) {
      setProblem((error as Error).message);
    }
  };

  return (
    <div className="stack">
      <h1 className="page-title">{word('imports.title')}</h1>
      <Radio.Group
        value={kind}
        onChange={({ target }) => setKind(target.value as Kind)}
        options={KINDS.map((value) => ({ value, label: word(`imports.kind.${value}`) }))}
      />
      <Upload.Dragger
        accept=".csv,.txt,.tsv,.xlsx"
        showUploadList={false}
        beforeUpload={(file) => {
          void open(file);
          return false;
        }}
      >
        <p>
          <FileExcelOutlined aria-hidden style={{ fontSize: 40 }} />
        </p>
        <p>{word('imports.drop')}</p>
        <Typography.Text type="secondary">{word('imports.hint')}</Typography.Text>
      </Upload.Dragger>
      {problem && <Alert type="error" showIcon title={<span className="said">{problem}</span>} />}
      <Card title={word('imports.earlier')}>
        <Table<Row>
          rowKey="id"
          size="small"
          pagination={false}
          dataSource={data?.imports.edges.map(({ node }) => node) ?? []}
          columns={[
            {
              title: word('field.file'),
              render: (_, { id, name }) => <Link to={`/import/${id}`}>{name}</Link>,
            },
            {
              title: word('app.status'),
              render: (_, { status }) => <Tag>{word(`imports.status.${status}`)}</Tag>,
            },
            { title: word('imports.accepted'), dataIndex: 'accepted', className: 'number' },
            { title: word('imports.refused'), dataIndex: 'refused', className: 'number' },
            { title: word('app.received'), render: (_, { createdAt }) => momentText(createdAt, locale) },
          ]}
        />
      </Card>
    </div>
  );
}
