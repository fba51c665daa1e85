import { type SiteTree, sitesBelow } from '@huiyin/domain';
import { inLocale } from '@huiyin/shared';
import { Button, Flex } from 'antd';
import { type CSSProperties, type ReactNode, useState } from 'react';
import { useSector } from '../../../app/sector.ts';
import { Failure, Loading, NoSuchPage } from '../../../app/states.tsx';
import { ImportButton } from './import-button.tsx';
import { SiteForm } from './site-form.tsx';
import { SiteRow } from './site-row.tsx';
import { type Open, useTree } from './use-tree.ts';
import { useSiteWords } from './words.ts';

/** The sites that the organisation looks after, as the tree they are. */
export function SitesPage() {
  const { sites: tree } = useSector();
  return tree ? <TreePage tree={tree} /> : <NoSuchPage />;
}

function TreePage({ tree }: { tree: SiteTree }) {
  const { word, locale } = useSiteWords();
  const kept = useTree();
  const [open, setOpen] = useState<Open>();
  const [shown, setShown] = useState<ReadonlySet<string>>(new Set());
  const { sites, error, refetch } = kept;
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!sites) return <Loading />;
  const close = () => setOpen(undefined);
  const toggle = (id: string) =>
    setShown(
      (before) => new Set(before.has(id) ? [...before].filter((each) => each !== id) : [...before, id]),
    );
  const begin = (next: Open) => {
    if (next && 'below' in next && next.below) setShown(new Set([...shown, next.below]));
    setOpen(next);
  };
  const formBelow = (id: string | null, depth: number): ReactNode =>
    open && 'below' in open && open.below === id && tree.levels[depth] ? (
      <SiteForm {...{ tree, kept, level: tree.levels[depth] }} below={id} onClose={close} />
    ) : null;
  const rows = (parentId: string | null, depth: number): ReactNode =>
    sitesBelow(sites, parentId).flatMap((site) => [
      <li
        key={site.id}
        style={{ paddingInlineStart: `calc(16px + ${depth} * 24px)` } satisfies CSSProperties}
      >
        {open && 'edit' in open && open.edit === site.id && tree.levels[depth] ? (
          <SiteForm {...{ tree, kept, site, level: tree.levels[depth] }} below={parentId} onClose={close} />
        ) : (
          <SiteRow
            {...{ tree, kept, site, sites, depth }}
            shown={shown.has(site.id)}
            onToggle={() => toggle(site.id)}
            onOpen={begin}
          />
        )}
        {formBelow(site.id, depth + 1)}
      </li>,
      ...(shown.has(site.id) ? [rows(site.id, depth + 1)] : []),
    ]);
  const columns = [...tree.levels, ...tree.numbers].map(({ label }) => inLocale(label, locale));
  return (
    <section className="stack admin-frame" aria-labelledby="admin-page-title">
      <header className="admin-head">
        <h2 id="admin-page-title">{inLocale(tree.label, locale)}</h2>
        <Flex gap={8} wrap>
          <ImportButton kept={kept} />
          {tree.levels[0] && (
            <Button type="primary" onClick={() => setOpen({ below: null })}>
              {word('sites.add', { level: inLocale(tree.levels[0].label, locale) })}
            </Button>
          )}
        </Flex>
      </header>
      <p className="quiet">{word('sites.intro')}</p>
      <p className="quiet">
        {word('sites.importHint', { columns: columns.join(locale === 'en' ? ', ' : '、') })}
      </p>
      {formBelow(null, 0)}
      {sites.length === 0 && <p className="quiet">{word('sites.none')}</p>}
      {sites.length > 0 && <ul className="admin-rows">{rows(null, 0)}</ul>}
    </section>
  );
}
