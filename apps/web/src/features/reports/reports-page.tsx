import { useMutation, useQuery } from '@apollo/client/react';
import { HOLIDAY_LABELS, HOLIDAYS, PERIOD_KINDS, type PeriodKind } from '@huiyin/domain';
import { inLocale } from '@huiyin/shared';
import { App, Button, Card, DatePicker, Flex, Form, InputNumber, Select, Table, Tag } from 'antd';
import type { Dayjs } from 'dayjs';
import { Link, useNavigate } from 'react-router';
import { momentText } from '../../app/moments.ts';
import type { PeriodInput } from '../../generated/schema.ts';
import type { ReportsQuery } from './generated/reports.ts';
import { ReportCreateDocument, ReportsDocument } from './generated/reports.ts';
import { useReportWords } from './words.ts';

type Row = ReportsQuery['reports']['edges'][number]['node'];

interface Typed {
  readonly kind: PeriodKind;
  readonly year?: number;
  readonly number?: number;
  readonly holiday?: (typeof HOLIDAYS)[number];
  readonly span?: readonly [Dayjs, Dayjs];
}

/** How many of a kind a year has. */
const PER_YEAR: Readonly<Partial<Record<PeriodKind, number>>> = { MONTH: 12, QUARTER: 4, HALF_YEAR: 2 };

function periodInput({ kind, year, number, holiday, span }: Typed): PeriodInput {
  if (kind === 'SPAN') {
    return { kind, from: span?.[0].format('YYYY-MM-DD') ?? null, to: span?.[1].format('YYYY-MM-DD') ?? null };
  }
  return {
    ...{ kind, year: year ?? null },
    ...(PER_YEAR[kind] ? { number: number ?? null } : {}),
    ...(kind === 'HOLIDAY' ? { holiday: holiday ?? null } : {}),
  };
}

/** Reports so far, and the period of the next. */
export function ReportsPage() {
  const { word, locale } = useReportWords();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const { data } = useQuery(ReportsDocument, { fetchPolicy: 'cache-and-network' });
  const [create, { loading }] = useMutation(ReportCreateDocument);
  const now = new Date();

  const begin = async (typed: Typed) => {
    try {
      const answer = await create({ variables: { input: { period: periodInput(typed) } } });
      const { report, userErrors = [] } = answer.data?.reportCreate ?? {};
      // A period that is published already opens as it was published.
      if (report) navigate(`/report/${report.id}`);
      else void message.error(userErrors.map(({ message: text }) => text).join(' '));
    } catch (error) {
      void message.error((error as Error).message);
    }
  };

  return (
    <div className="stack">
      <h1 className="page-title">{word('reports.title')}</h1>
      <Card>
        <Form<Typed>
          layout="inline"
          initialValues={{
            kind: 'QUARTER',
            year: now.getFullYear(),
            number: Math.ceil((now.getMonth() + 1) / 3),
            holiday: 'NATIONAL_DAY',
          }}
          onFinish={(typed) => void begin(typed)}
        >
          <Form.Item name="kind" label={word('reports.kind')}>
            <Select
              style={{ width: 130 }}
              options={PERIOD_KINDS.map((value) => ({ value, label: word(`reports.kind.${value}`) }))}
            />
          </Form.Item>
          <PeriodFields />
          <Button type="primary" htmlType="submit" loading={loading}>
            {word('reports.create')}
          </Button>
        </Form>
      </Card>
      <Table<Row>
        rowKey="id"
        pagination={false}
        dataSource={data?.reports.edges.map(({ node }) => node) ?? []}
        locale={{ emptyText: word('reports.empty') }}
        scroll={{ x: 'max-content' }}
        columns={[
          {
            title: word('reports.kind'),
            render: (_, { id, period }) => <Link to={`/report/${id}`}>{period.label}</Link>,
          },
          {
            title: word('app.status'),
            render: (_, { status, version }) => (
              <Flex gap={8}>
                <Tag {...(status === 'PUBLISHED' ? { color: 'green' } : {})}>
                  {word(`reports.status.${status}`)}
                </Tag>
                {word('reports.version', { version })}
              </Flex>
            ),
          },
          {
            title: word('reports.publish'),
            render: (_, { publishedAt, publishedBy }) =>
              publishedAt
                ? word('reports.approved', { name: publishedBy, at: momentText(publishedAt, locale) })
                : word('app.none'),
          },
        ]}
      />
    </div>
  );
}

/** What the kind of period needs, and nothing else. */
function PeriodFields() {
  const { word, locale } = useReportWords();
  const kind = Form.useWatch('kind') as PeriodKind | undefined;
  if (kind === 'SPAN') {
    return (
      <Form.Item name="span" label={word('reports.span')}>
        <DatePicker.RangePicker />
      </Form.Item>
    );
  }
  const most = kind && PER_YEAR[kind];
  return (
    <>
      <Form.Item name="year" label={word('reports.year')}>
        <InputNumber min={1990} max={2200} precision={0} />
      </Form.Item>
      {most !== undefined && (
        <Form.Item name="number" label={word('reports.number')}>
          <InputNumber min={1} max={most} precision={0} />
        </Form.Item>
      )}
      {kind === 'HOLIDAY' && (
        <Form.Item name="holiday" label={word('reports.holiday')}>
          <Select
            style={{ width: 160 }}
            options={HOLIDAYS.map((value) => ({ value, label: inLocale(HOLIDAY_LABELS[value], locale) }))}
          />
        </Form.Item>
      )}
    </>
  );
}
