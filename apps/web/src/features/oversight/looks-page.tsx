import { useQuery } from '@apollo/client/react';
import { Button, Card, Table } from 'antd';
import { momentText } from '../../app/moments.ts';
import { Failure } from '../../app/states.tsx';
import type { OversightLooksQuery } from './generated/looks.ts';
import { OversightLooksDocument } from './generated/looks.ts';
import { GrantsOnUs } from './grants-on-us.tsx';
import './oversight.css';
import { useOversightWords } from './words.ts';

type Look = OversightLooksQuery['oversightLooks']['edges'][number]['node'];

/** Who may look at the organisation from outside, and who did. */
export function LooksPage() {
  const { word } = useOversightWords();
  return (
    <div className="stack">
      <h1 className="page-title">{word('looks.title')}</h1>
      <p className="quiet oversight-note">{word('looks.intro')}</p>
      <GrantsOnUs />
      <Looks />
    </div>
  );
}

function Looks() {
  const { word, locale } = useOversightWords();
  const { data, error, loading, refetch, fetchMore } = useQuery(OversightLooksDocument, {
    fetchPolicy: 'cache-and-network',
  });
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  const { edges = [], pageInfo } = data?.oversightLooks ?? {};
  const more = () =>
    void fetchMore({
      variables: { after: pageInfo?.endCursor ?? null },
      updateQuery: (before, { fetchMoreResult }) => ({
        ...fetchMoreResult,
        oversightLooks: {
          ...fetchMoreResult.oversightLooks,
          edges: [...before.oversightLooks.edges, ...fetchMoreResult.oversightLooks.edges],
        },
      }),
    });
  return (
    <Card title={<h2>{word('looks.looked')}</h2>}>
      <Table<Look>
        rowKey="id"
        size="small"
        loading={loading && !data}
        pagination={false}
        dataSource={edges.map(({ node }) => node)}
        locale={{ emptyText: word('looks.none') }}
        columns={[
          { key: 'at', title: word('looks.at'), render: (_, { at }) => momentText(at, locale) },
          { key: 'name', title: word('looks.who'), dataIndex: 'name' },
          { key: 'asked', title: word('looks.asked'), dataIndex: 'asked' },
        ]}
      />
      {pageInfo?.hasNextPage && (
        <Button className="oversight-more" onClick={more}>
          {word('looks.more')}
        </Button>
      )}
    </Card>
  );
}
