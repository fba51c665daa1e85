import { useQuery } from '@apollo/client/react';
import { Button, Card, Skeleton, Table, Tag } from 'antd';
import { momentText } from '../../app/moments.ts';
import { Failure } from '../../app/states.tsx';
import type { OversightGrantsQuery, OversightLooksQuery } from './generated/looks.ts';
import { OversightGrantsDocument, OversightLooksDocument } from './generated/looks.ts';
import { Holds } from './grants.tsx';
import './oversight.css';
import { useOversightWords } from './words.ts';

type Look = OversightLooksQuery['oversightLooks']['edges'][number]['node'];
type Grant = OversightGrantsQuery['oversightGrants'][number];

/** Who looked at the figures of the organisation from outside, and who may. */
export function LooksPage() {
  const { word } = useOversightWords();
  return (
    <div className="stack">
      <h1 className="page-title">{word('looks.title')}</h1>
      <p className="quiet oversight-note">{word('looks.intro')}</p>
      <Looks />
      <Card title={<h2>{word('looks.grants')}</h2>}>
        <GrantsOnUs />
      </Card>
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
    <Card>
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

function GrantsOnUs() {
  const { word } = useOversightWords();
  const { data, error, loading, refetch } = useQuery(OversightGrantsDocument, {
    fetchPolicy: 'cache-and-network',
  });
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  if (loading && !data) return <Skeleton active />;
  const grants = data?.oversightGrants ?? [];
  if (grants.length === 0) return word('looks.noGrants');
  return (
    <ul className="oversight-grants">
      {grants.map((grant) => (
        <li key={`${grant.name} ${grant.startsAt} ${grant.covers}`}>
          <span>
            <strong>{grant.name}</strong> <State grant={grant} />
          </span>
          <span>
            {grant.covers} · {word(`oversight.basis.${grant.basis}`)}
            {grant.regulation && ` · ${grant.regulation}`}
          </span>
          <span className="quiet">
            {word('oversight.grantedBy')} {grant.grantedBy} · <Holds grant={grant} />
          </span>
        </li>
      ))}
    </ul>
  );
}

function State({ grant: { inForce, revokedAt } }: { grant: Grant }) {
  const { word, locale } = useOversightWords();
  if (revokedAt !== null) return <Tag>{word('looks.revoked', { at: momentText(revokedAt, locale) })}</Tag>;
  return <Tag>{word(inForce ? 'looks.inForce' : 'looks.ended')}</Tag>;
}
