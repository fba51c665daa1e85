import { useQuery } from '@apollo/client/react';
import { repeatRuleWords } from '@huiyin/domain';
import { inLocale } from '@huiyin/shared';
import { Button, Checkbox, Input, Select, Skeleton } from 'antd';
import { useDeferredValue, useState } from 'react';
import { useChanges, useRefresh } from '../../app/live.ts';
import { useSector } from '../../app/sector.ts';
import { Failure } from '../../app/states.tsx';
import { RespondentsDocument, type RespondentsQueryVariables } from './generated/respondents.ts';
import './respondents.css';
import { RespondentsTable } from './respondents-table.tsx';
import { useRespondentWords } from './words.ts';

const ORDERS = ['MOST_RECENT_COMPLAINTS', 'MOST_COMPLAINTS', 'MOST_VALID', 'LATEST', 'NAME'] as const;
type Order = (typeof ORDERS)[number];

/** The parties complained about: whoever is complained of most stands first, repeat offenders stand out. */
export function RespondentsPage() {
  const { word, locale } = useRespondentWords();
  const { respondentTypes, repeatOffender } = useSector();
  const [search, setSearch] = useState('');
  const [kind, setKind] = useState<string>();
  const [order, setOrder] = useState<Order>('MOST_RECENT_COMPLAINTS');
  const [repeated, setRepeated] = useState(false);
  const settled = useDeferredValue(search.trim());
  const filter = {
    ...(settled ? { search: settled } : {}),
    ...(kind ? { kinds: [kind] } : {}),
    ...(repeated ? { repeatOffenders: true } : {}),
  };
  return (
    <div className="stack">
      <header>
        <h1 className="page-title">{word('respondents.title')}</h1>
        {repeatOffender && (
          <p className="quiet respondent-rule">{inLocale(repeatRuleWords(repeatOffender), locale)}</p>
        )}
      </header>
      <section className="respondent-card" aria-label={word('respondents.title')}>
        <div className="respondent-filter">
          <Input.Search
            allowClear
            aria-label={word('respondents.search')}
            placeholder={word('respondents.search')}
            maxLength={200}
            onChange={({ target }) => setSearch(target.value)}
          />
          <Select
            allowClear
            aria-label={word('respondents.kind')}
            placeholder={word('respondents.allKinds')}
            options={respondentTypes.map(({ code, label }) => ({
              value: code,
              label: inLocale(label, locale),
            }))}
            onChange={setKind}
          />
          <Select<Order>
            aria-label={word('respondents.order')}
            value={order}
            options={ORDERS.map((value) => ({ value, label: word(`respondents.order.${value}`) }))}
            onChange={setOrder}
          />
          {repeatOffender && (
            <Checkbox checked={repeated} onChange={({ target }) => setRepeated(target.checked)}>
              {word('respondents.onlyRepeated')}
            </Checkbox>
          )}
        </div>
        <Register filter={filter} order={order} />
      </section>
    </div>
  );
}

function Register(asked: RespondentsQueryVariables) {
  const { word } = useRespondentWords();
  const { data, previousData, error, refetch, fetchMore } = useQuery(RespondentsDocument, {
    variables: asked,
    fetchPolicy: 'cache-and-network',
  });
  useChanges(useRefresh(refetch));
  const found = (data ?? previousData)?.respondents;
  const more = () =>
    void fetchMore({
      variables: { after: found?.pageInfo.endCursor ?? null },
      updateQuery: (before, { fetchMoreResult }) => ({
        ...fetchMoreResult,
        respondents: {
          ...fetchMoreResult.respondents,
          edges: [...before.respondents.edges, ...fetchMoreResult.respondents.edges],
        },
      }),
    });
  if (error && !found) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!found) return <Skeleton active />;
  const narrowed = Object.keys(asked.filter ?? {}).length > 0;
  return (
    <>
      <RespondentsTable
        respondents={found.edges.map(({ node }) => node)}
        empty={word(narrowed ? 'respondents.noneFound' : 'respondents.empty')}
      />
      {found.pageInfo.hasNextPage && <Button onClick={more}>{word('respondents.more')}</Button>}
    </>
  );
}
