import { FilterOutlined } from '@ant-design/icons';
import { Alert, Badge, Button, Segmented } from 'antd';
// Not by way of `Input`, which brings text areas, passwords and codes along.
import Search from 'antd/es/input/Search';
import { lazy, Suspense, useMemo, useState } from 'react';
import { Link, useLocation, useOutlet, useParams } from 'react-router';
import { useMedia } from '../../app/appearance.tsx';
import { Failure, Loading } from '../../app/states.tsx';
import type { Say } from '../../i18n/i18n.ts';
import { useKept } from '../../ui/use-kept.ts';
import { useInboxAddress, VIEWS, type View } from './address.ts';
import { COLUMNS, FIRST_COLUMNS } from './columns.tsx';
import { DisplayMenu } from './display-menu.tsx';
import { EmptyInbox } from './empty.tsx';
import './inbox.css';
import { InboxList } from './inbox-list.tsx';
import { useInboxRows } from './inbox-rows.ts';
import { ViewMenu } from './view-menu.tsx';
import { type InboxWord, useInboxWords } from './words.ts';

const FilterDrawer = lazy(async () => ({ default: (await import('./filter-drawer.tsx')).FilterDrawer }));

/** The complaints of the organisation, those due next first; beside them, or in their place, the one that is open. */
export function InboxPage() {
  const { word } = useInboxWords();
  const { id: openId } = useParams();
  const outlet = useOutlet();
  const wide = useMedia('(min-width: 1200px)');
  const [splits, setSplits] = useKept('huiyin-inbox-split', true);
  const split = openId !== undefined && wide && splits;
  const hidden = openId !== undefined && !split;
  return (
    <div className={hidden ? undefined : split ? 'inbox inbox-split' : 'inbox'}>
      <List {...{ openId, split, hidden, splits, setSplits }} />
      {openId !== undefined && (
        <div className={split ? 'inbox-case' : undefined}>
          {!split && <h1 className="visually-hidden">{word('inbox.title')}</h1>}
          {!split && <BackToList />}
          {outlet}
        </div>
      )}
    </div>
  );
}

interface ListProps {
  readonly openId: string | undefined;
  readonly split: boolean;
  /** Behind a case that takes the whole width: it keeps its place and its rows. */
  readonly hidden: boolean;
  readonly splits: boolean;
  readonly setSplits: (splits: boolean) => void;
}

function List({ openId, split, hidden, splits, setSplits }: ListProps) {
  const address = useInboxAddress();
  const { word } = useInboxWords();
  const phone = useMedia('(max-width: 800px)');
  const [chosen, setChosen] = useKept('huiyin-inbox-columns', FIRST_COLUMNS);
  const columns = useMemo(() => COLUMNS.filter(({ key }) => chosen.includes(key)), [chosen]);
  const { rows, loading, error, stale, startOver, ...list } = useInboxRows(address);
  return (
    <section className="inbox-list" hidden={hidden} aria-busy={loading}>
      <Tools
        {...{ address, split, phone, chosen, setChosen, splits, setSplits }}
        count={rows && countOf(list.total, word)}
      />
      {stale && (
        <Alert
          role="status"
          type="info"
          title={word('inbox.stale')}
          action={
            <Button size="small" onClick={startOver}>
              {word('inbox.refresh')}
            </Button>
          }
        />
      )}
      {error && <Failure error={error} onRetry={startOver} />}
      {!rows && !error && <Loading />}
      {rows && (
        <InboxList
          {...{ rows, columns, openId, ...list }}
          narrow={split || phone}
          empty={<EmptyInbox address={address} />}
        />
      )}
    </section>
  );
}

/** The server counts up to ten thousand. */
function countOf(total: number | undefined, word: Say<InboxWord>): string {
  return total === undefined ? word('inbox.countMany') : word('inbox.count', { count: total });
}

interface ToolsProps extends Pick<ListProps, 'split' | 'splits' | 'setSplits'> {
  readonly address: ReturnType<typeof useInboxAddress>;
  readonly phone: boolean;
  readonly chosen: readonly string[];
  readonly setChosen: (columns: readonly string[]) => void;
  /** How many there are, in words. */
  readonly count: string | undefined;
}

/** What is shown and how: views, search, filters, columns. */
function Tools({ address, split, phone, chosen, setChosen, splits, setSplits, count }: ToolsProps) {
  const { word } = useInboxWords();
  const { view, search, narrowed, figure, importId, incident, order, change } = address;
  const [filtering, setFiltering] = useState(false);
  const filters = Object.keys(narrowed).length;
  return (
    <>
      {(figure || importId || incident) && (
        <p className="inbox-tools">
          {figure && word('inbox.figure')}
          {importId && word('inbox.import')}
          {incident && <Link to={`/incidents/${incident}`}>{word('inbox.incident')}</Link>}
          <Link to="/complaints">{word('inbox.clearFigure')}</Link>
        </p>
      )}
      <div className="inbox-tools">
        <h1 className={split ? 'visually-hidden' : 'page-title'}>{word('inbox.title')}</h1>
        <Search
          key={search}
          allowClear
          className="inbox-search"
          defaultValue={search}
          placeholder={word('inbox.search')}
          aria-label={word('inbox.search')}
          onSearch={(text) => change({ search: text.trim() || null })}
        />
        <Badge count={filters} size="small">
          <Button icon={<FilterOutlined aria-hidden />} onClick={() => setFiltering(true)}>
            {word('inbox.filter')}
          </Button>
        </Badge>
        {filters > 0 && (
          <Button type="link" onClick={() => change({ filter: null })}>
            {word('inbox.clearFilter')}
          </Button>
        )}
        <ViewMenu address={address} />
        {!phone && <DisplayMenu {...{ chosen, setChosen, splits, setSplits, order, change }} />}
      </div>
      <div className="inbox-tools">
        <div className="inbox-views">
          <Segmented<View>
            value={view}
            options={(Object.keys(VIEWS) as View[]).map((value) => ({
              value,
              label: word(`inbox.view.${value}`),
            }))}
            onChange={(value) => change({ view: value })}
          />
        </div>
        {count && <span className="quiet">{count}</span>}
      </div>
      {filtering && (
        <Suspense>
          <FilterDrawer address={address} onClose={() => setFiltering(false)} />
        </Suspense>
      )}
    </>
  );
}

function BackToList() {
  const { word } = useInboxWords();
  const { search } = useLocation();
  return (
    <p className="no-print">
      <Link to={{ pathname: '/complaints', search }}>← {word('inbox.back')}</Link>
    </p>
  );
}
