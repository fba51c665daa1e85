import { useQuery } from '@apollo/client/react';
import { CASE_CHOICE_CODES, CASE_CHOICES, FINDING_LABELS } from '@huiyin/domain';
import { inLocale } from '@huiyin/shared';
import { Button, Card, Flex, Select, Table } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { dayText } from '../../app/moments.ts';
import { Failure, Loading } from '../../app/states.tsx';
import { StatusTag } from '../../ui/status-tag.tsx';
import { CaseDrawer } from './case-drawer.tsx';
import { Due } from './due.tsx';
import type { OverseenCaseFragment } from './generated/cases.ts';
import { OversightCasesDocument } from './generated/cases.ts';
import './oversight.css';
import { periodInput, readPeriod, writePeriod } from './period.ts';
import { PeriodPicker } from './period-picker.tsx';
import { useOversightWords } from './words.ts';

type Row = OverseenCaseFragment;

/** Cases of one organisation, where a grant opens them: what stands behind a figure, without people and texts. */
export function CasesPage() {
  const { word, locale } = useOversightWords();
  const [address, setAddress] = useSearchParams();
  const organization = address.get('organization') ?? '';
  const chosen = readPeriod(address.get('period'));
  const choice = CASE_CHOICE_CODES.find((code) => code === address.get('choice')) ?? 'RECEIVED';
  const opened = address.get('case');
  const variables = { organization, period: periodInput(chosen), choice };
  const { data, previousData, error, loading, refetch, fetchMore } = useQuery(OversightCasesDocument, {
    variables,
    // What is shown is what the look that was recorded has shown.
    fetchPolicy: 'network-only',
  });
  const put = (changed: Readonly<Record<string, string | null>>) => {
    const next = new URLSearchParams(address);
    for (const [name, value] of Object.entries(changed)) {
      if (value === null) next.delete(name);
      else next.set(name, value);
    }
    setAddress(next, { replace: true });
  };
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  const found = data ?? previousData;
  if (!found) return <Loading />;
  const cases = found.oversightCases;
  const { edges = [], pageInfo } = cases ?? {};
  const more = () =>
    void fetchMore({
      variables: { after: pageInfo?.endCursor ?? null },
      updateQuery: (before, { fetchMoreResult: next }) =>
        before.oversightCases && next.oversightCases
          ? {
              ...next,
              oversightCases: {
                ...next.oversightCases,
                edges: [...before.oversightCases.edges, ...next.oversightCases.edges],
              },
            }
          : next,
    });
  return (
    <div className="stack" aria-busy={loading}>
      <Link to={`/oversight?period=${writePeriod(chosen)}`}>{word('cases.back')}</Link>
      <header className="oversight-head">
        <h1 className="page-title">
          {cases ? word('cases.titleOf', { name: cases.organizationName }) : word('cases.title')}
        </h1>
        <PeriodPicker
          chosen={chosen}
          label={writePeriod(chosen)}
          onChoose={(next) => put({ period: writePeriod(next), case: null })}
        />
      </header>
      <p className="quiet oversight-note">{word('cases.note')}</p>
      {cases ? (
        <Card>
          <Flex gap={12} wrap align="center" className="oversight-choices">
            <Select
              aria-label={word('cases.choice')}
              className="oversight-figure"
              value={choice}
              options={CASE_CHOICE_CODES.map((value) => ({
                value,
                label: inLocale(CASE_CHOICES[value].label, locale),
              }))}
              onChange={(next) => put({ choice: next, case: null })}
            />
          </Flex>
          <Table<Row>
            rowKey="id"
            size="small"
            pagination={false}
            dataSource={edges.map(({ node }) => node)}
            scroll={{ x: 'max-content' }}
            locale={{ emptyText: word('cases.none') }}
            columns={[
              {
                key: 'number',
                title: word('cases.number'),
                render: (_, { id, number }) => (
                  <Button type="link" className="oversight-open" onClick={() => put({ case: id })}>
                    {number}
                  </Button>
                ),
              },
              {
                key: 'status',
                title: word('cases.status'),
                render: (_, row) => <StatusTag status={row.status} />,
              },
              {
                key: 'category',
                title: word('cases.category'),
                render: (_, row) => row.category?.label ?? word('app.none'),
              },
              {
                key: 'received',
                title: word('cases.received'),
                render: (_, row) => dayText(row.receivedAt, locale),
              },
              {
                key: 'closed',
                title: word('cases.closed'),
                render: (_, row) => (row.closedAt ? dayText(row.closedAt, locale) : word('app.none')),
              },
              {
                key: 'finding',
                title: word('cases.finding'),
                render: (_, row) =>
                  row.finding ? inLocale(FINDING_LABELS[row.finding], locale) : word('app.none'),
              },
              { key: 'due', title: word('cases.due'), render: (_, row) => <Due due={row.nextDue} /> },
            ]}
          />
          {pageInfo?.hasNextPage && (
            <Button className="oversight-more" onClick={more}>
              {word('cases.more')}
            </Button>
          )}
        </Card>
      ) : (
        <p>{word('cases.notGranted')}</p>
      )}
      {opened !== null && <CaseDrawer id={opened} onClose={() => put({ case: null })} />}
    </div>
  );
}
