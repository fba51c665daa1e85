import { useQuery } from '@apollo/client/react';
import { batchWatchOf, type ProductRegister } from '@huiyin/domain';
import { inLocale } from '@huiyin/shared';
import { Button, Checkbox, Input, Skeleton } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useChanges, useRefresh } from '../../app/live.ts';
import { useSector } from '../../app/sector.ts';
import { Failure } from '../../app/states.tsx';
import { useSettled } from '../../ui/use-settled.ts';
import { ProductsDocument } from './generated/products.ts';
import './products.css';
import { ProductsTable } from './products-table.tsx';
import { useProductWords } from './words.ts';

/** The products that complaints name, most complained of first; each opens onto the history of its batches. */
export function ProductsPage() {
  const { word } = useProductWords();
  const { productRegister } = useSector();
  if (productRegister) return <Register register={productRegister} />;
  return (
    <div className="stack">
      <h1 className="page-title">{word('place.products')}</h1>
      <p className="quiet">{word('products.noRegister')}</p>
    </div>
  );
}

function Register({ register }: { register: ProductRegister }) {
  const { word, locale } = useProductWords();
  const sector = useSector();
  const [address] = useSearchParams();
  const [search, setSearch] = useState(address.get('search') ?? '');
  const [alerted, setAlerted] = useState(false);
  const settled = useSettled(search.trim());
  const labelOf = (key: string): string => {
    const label = sector.fields.find((field) => field.key === key)?.label;
    return label ? inLocale(label, locale) : key;
  };
  const { name, number, maker, batch } = register;
  const title = inLocale(register.label, locale);
  const searched = [name, number, maker, batch].map(labelOf).join(locale === 'en' ? ', ' : '、');
  const watch = batchWatchOf(sector);
  return (
    <div className="stack">
      <header>
        <h1 className="page-title">{title}</h1>
        <p className="quiet product-rule">
          {watch
            ? word('products.rule', { days: watch.withinDays, least: watch.least })
            : word('products.source')}
        </p>
      </header>
      <section className="product-card" aria-label={title}>
        <Input.Search
          allowClear
          aria-label={searched}
          placeholder={searched}
          maxLength={200}
          value={search}
          onChange={({ target }) => setSearch(target.value)}
        />
        {watch && (
          <Checkbox checked={alerted} onChange={({ target }) => setAlerted(target.checked)}>
            {word('products.onlyAlerted')}
          </Checkbox>
        )}
        <Found search={settled} alerted={alerted} named={labelOf(name)} />
      </section>
    </div>
  );
}

function Found(asked: { readonly search: string; readonly alerted: boolean; readonly named: string }) {
  const { search, alerted, named } = asked;
  const { word } = useProductWords();
  const { data, previousData, error, refetch, fetchMore } = useQuery(ProductsDocument, {
    variables: { filter: { ...(search ? { search } : {}), ...(alerted ? { alerted } : {}) } },
    fetchPolicy: 'cache-and-network',
  });
  useChanges(useRefresh(refetch));
  const found = (data ?? previousData)?.products;
  const more = () =>
    void fetchMore({
      variables: { after: found?.pageInfo.endCursor ?? null },
      updateQuery: (before, { fetchMoreResult }) => ({
        ...fetchMoreResult,
        products: {
          ...fetchMoreResult.products,
          edges: [...before.products.edges, ...fetchMoreResult.products.edges],
        },
      }),
    });
  if (error && !found) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!found) return <Skeleton active />;
  return (
    <>
      <ProductsTable
        key={search}
        products={found.edges.map(({ node }) => node)}
        named={named}
        // Whoever looks for a batch wants to see it.
        opened={search !== ''}
        empty={search || alerted ? word('products.noneFound') : word('products.empty', { field: named })}
      />
      {found.pageInfo.hasNextPage && <Button onClick={more}>{word('products.more')}</Button>}
    </>
  );
}
