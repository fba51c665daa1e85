import { useQuery } from '@apollo/client/react';
import { Button, Segmented, Select, Skeleton } from 'antd';
import { useChanges, useRefresh } from '../../app/live.ts';
import { useSector } from '../../app/sector.ts';
import { Failure } from '../../app/states.tsx';
import { useViewer } from '../../app/viewer.tsx';
import { treeOf } from '../../forms/options.ts';
import { ActionLine } from './action-line.tsx';
import './actions.css';
import { type ActionsAddress, SHOWN, type Shown, useActionsAddress } from './address.ts';
import { ActionsDocument } from './generated/actions.ts';
import { useActionWords } from './words.ts';

/** All corrective actions of the organisation: what is overdue first, to be completed in place. */
export function ActionsPage() {
  const { word } = useActionWords();
  const address = useActionsAddress();
  const { data, previousData, error, refetch, fetchMore } = useQuery(ActionsDocument, {
    variables: { filter: address.filter },
    fetchPolicy: 'cache-and-network',
  });
  useChanges(useRefresh(refetch));
  const { edges, pageInfo, totalCount } = (data ?? previousData)?.correctiveActions ?? {};
  const more = () =>
    void fetchMore({
      variables: { after: pageInfo?.endCursor ?? null },
      updateQuery: (before, { fetchMoreResult: next }) => ({
        ...next,
        correctiveActions: {
          ...next.correctiveActions,
          edges: [...before.correctiveActions.edges, ...next.correctiveActions.edges],
        },
      }),
    });
  return (
    <div className="stack">
      <header className="actions-head">
        <h1 className="page-title">{word('actions.title')}</h1>
        {typeof totalCount === 'number' && (
          <span className="quiet">{word('actions.count', { count: totalCount })}</span>
        )}
      </header>
      <Filters address={address} />
      <section className="actions-card" aria-label={word('actions.title')}>
        {error && !edges && <Failure error={error} onRetry={() => void refetch()} />}
        {!edges && !error && <Skeleton active paragraph={{ rows: 6 }} />}
        {edges?.length === 0 && <p className="quiet">{word('actions.none')}</p>}
        {edges && edges.length > 0 && (
          <ul className="actions-rows">
            {edges.map(({ node }) => (
              <ActionLine key={node.id} action={node} onDone={() => void refetch()} />
            ))}
          </ul>
        )}
        {pageInfo?.hasNextPage && <Button onClick={more}>{word('actions.more')}</Button>}
      </section>
    </div>
  );
}

function Filters({ address }: { address: ActionsAddress }) {
  const { word, locale } = useActionWords();
  const { organization } = useViewer();
  const { causes } = useSector();
  const { shown, mine, department, cause, change } = address;
  const flat = treeOf(causes, locale).flatMap(({ children, ...node }) => [node, ...(children ?? [])]);
  return (
    <div className="actions-filters">
      <Segmented<Shown>
        aria-label={word('actions.shown')}
        value={shown}
        onChange={(value) => change({ shown: value })}
        options={(Object.keys(SHOWN) as Shown[]).map((value) => ({ value, label: word(`actions.${value}`) }))}
      />
      <Select
        aria-label={word('actions.whose')}
        className="actions-select"
        value={mine}
        onChange={(value: boolean) => change({ mine: value ? 'yes' : 'no' })}
        options={[
          { value: false, label: word('actions.everybody') },
          { value: true, label: word('actions.mine') },
        ]}
      />
      <Select
        aria-label={word('actions.department')}
        className="actions-select"
        placeholder={word('actions.department')}
        allowClear
        value={department ?? null}
        onChange={(value: string | null) => change({ department: value ?? null })}
        options={organization.departments.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Select
        aria-label={word('actions.cause')}
        className="actions-select"
        placeholder={word('actions.cause')}
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        value={cause ?? null}
        onChange={(value: string | null) => change({ cause: value ?? null })}
        options={flat.map(({ value, title }) => ({ value, label: title }))}
      />
    </div>
  );
}
