import { useQuery } from '@apollo/client/react';
import { CHANNEL_LABELS, STATUS_LABELS } from '@huiyin/domain';
import { inLocale } from '@huiyin/shared';
import { Alert, Button, Flex, Input, Segmented, Table, type TableColumnsType, Tag, Typography } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { momentText } from '../../app/moments.ts';
import { Failure } from '../../app/states.tsx';
import { graphql } from '../../generated/gql.ts';
import type { ComplaintFilterInput, InboxQuery } from '../../generated/graphql.ts';
import { useWords } from '../../i18n/i18n.ts';
import type { Word } from '../../i18n/words.ts';

const INBOX = graphql(`
  query Inbox($filter: ComplaintFilterInput, $order: ComplaintOrder!, $after: String) {
    complaints(first: 30, filter: $filter, order: $order, after: $after) {
      totalCount
      edges {
        cursor
        node {
          id
          number
          externalNumber
          title
          status
          channel
          receivedAt
          category { code label }
          respondent { name type { code label } }
          handler { id name }
          nextDue { at what overdue }
          attention
        }
      }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

type Row = InboxQuery['complaints']['edges'][number]['node'];

const VIEWS = {
  open: { open: true },
  mine: { open: true, mine: true },
  unassigned: { open: true, unassigned: true },
  overdue: { open: true, overdue: true },
  attention: { attention: true },
  all: {},
} as const satisfies Readonly<Record<string, ComplaintFilterInput>>;
type View = keyof typeof VIEWS;

/** The complaints of the organisation, those due next first. */
export function InboxPage() {
  const { word } = useWords();
  const [place, setPlace] = useSearchParams();
  const figure = place.get('figure') ?? undefined;
  const importId = place.get('import') ?? undefined;
  const narrowed = figure !== undefined || importId !== undefined;
  const asked = place.get('view') ?? (narrowed ? 'all' : 'open');
  const view: View = asked in VIEWS ? (asked as View) : 'open';
  const search = place.get('search') ?? '';
  const filter: ComplaintFilterInput = {
    ...VIEWS[view],
    ...(search ? { search } : {}),
    ...(figure ? { figure } : {}),
    ...(importId ? { importId } : {}),
  };
  const order = view === 'all' ? 'RECEIVED_DESC' : 'DUE_ASC';
  const { data, previousData, error, loading, fetchMore, refetch } = useQuery(INBOX, {
    variables: { filter, order },
    fetchPolicy: 'cache-and-network',
  });
  const change = (key: string, value: string | undefined) => {
    const next = new URLSearchParams(place);
    if (value) next.set(key, value);
    else next.delete(key);
    setPlace(next, { replace: true });
  };
  const shown = (data ?? previousData)?.complaints;
  const rows = shown?.edges.map(({ node }) => node) ?? [];
  return (
    <div className="stack">
      <Flex justify="space-between" align="center" wrap gap={12}>
        <Typography.Title level={2} style={{ margin: 0 }}>
          {word('inbox.title')}
        </Typography.Title>
        <Input.Search
          allowClear
          style={{ maxWidth: 360 }}
          defaultValue={search}
          placeholder={word('inbox.search')}
          aria-label={word('inbox.search')}
          onSearch={(text) => change('search', text.trim() || undefined)}
        />
      </Flex>
      {narrowed && (
        <Alert
          type="info"
          showIcon
          title={word(figure ? 'inbox.figure' : 'imports.cases')}
          action={<Link to="/complaints">{word('inbox.clearFigure')}</Link>}
        />
      )}
      <Segmented<View>
        value={view}
        options={(Object.keys(VIEWS) as View[]).map((value) => ({
          value,
          label: word(`inbox.view.${value}` as Word),
        }))}
        onChange={(value) => change('view', value)}
      />
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      <ComplaintTable rows={rows} loading={loading && !shown} />
      <Flex justify="space-between" align="center">
        <Typography.Text type="secondary">
          {typeof shown?.totalCount === 'number' && word('inbox.count', { count: shown.totalCount })}
        </Typography.Text>
        {shown?.pageInfo.hasNextPage && (
          <Button
            loading={loading}
            onClick={() => void fetchMore({ variables: { after: shown.pageInfo.endCursor } })}
          >
            {word('inbox.more')}
          </Button>
        )}
      </Flex>
    </div>
  );
}

function ComplaintTable({ rows, loading }: { rows: readonly Row[]; loading: boolean }) {
  const { word, locale } = useWords();
  const columns: TableColumnsType<Row> = [
    {
      title: word('inbox.number'),
      key: 'number',
      render: (_, { id, number, externalNumber }) => (
        <Link to={`/complaints/${id}`}>{externalNumber ?? number}</Link>
      ),
    },
    {
      title: word('inbox.matter'),
      key: 'matter',
      render: (_, { title, category, channel }) => (
        <>
          <div>{title}</div>
          <Typography.Text type="secondary">
            {[category?.label, inLocale(CHANNEL_LABELS[channel], locale)].filter(Boolean).join(' · ')}
          </Typography.Text>
        </>
      ),
    },
    {
      title: word('inbox.respondent'),
      key: 'respondent',
      responsive: ['md'],
      render: (_, { respondent }) => respondent.name ?? respondent.type?.label ?? word('app.none'),
    },
    {
      title: word('inbox.status'),
      key: 'status',
      render: (_, { status }) => <Tag>{inLocale(STATUS_LABELS[status], locale)}</Tag>,
    },
    {
      title: word('inbox.due'),
      key: 'due',
      render: (_, { nextDue }) =>
        nextDue ? (
          <>
            <div>
              {momentText(nextDue.at, locale)}{' '}
              {nextDue.overdue && <Tag color="red">{word('inbox.overdue')}</Tag>}
            </div>
            <Typography.Text type="secondary">{nextDue.what}</Typography.Text>
          </>
        ) : (
          word('app.none')
        ),
    },
    {
      title: word('inbox.handler'),
      key: 'handler',
      responsive: ['lg'],
      render: (_, { handler }) => handler?.name ?? word('app.none'),
    },
    {
      title: word('inbox.received'),
      key: 'received',
      responsive: ['lg'],
      render: (_, { receivedAt }) => momentText(receivedAt, locale),
    },
  ];
  return (
    <Table<Row>
      rowKey="id"
      size="middle"
      columns={columns}
      dataSource={rows as Row[]}
      loading={loading}
      pagination={false}
      locale={{ emptyText: word('inbox.empty') }}
      scroll={{ x: 'max-content' }}
    />
  );
}
