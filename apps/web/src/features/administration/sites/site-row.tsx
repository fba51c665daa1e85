import { DownOutlined, RightOutlined } from '@ant-design/icons';
import { localDateOf, numberOn, type Site, type SiteNumber, type SiteTree, sitesBelow } from '@huiyin/domain';
import { inLocale } from '@huiyin/shared';
import { Button, Flex, Popconfirm } from 'antd';
import { useSave } from '../use-save.tsx';
import type { Open, Tree } from './use-tree.ts';
import { useSiteWords } from './words.ts';

/** A site with what is known of it. */
export function SiteRow({
  tree,
  kept,
  site,
  sites,
  depth,
  shown,
  onToggle,
  onOpen,
}: {
  tree: SiteTree;
  kept: Tree;
  site: Site;
  sites: readonly Site[];
  depth: number;
  /** Its parts are in sight. */
  shown: boolean;
  onToggle: () => void;
  onOpen: (open: Open) => void;
}) {
  const { word, locale } = useSiteWords();
  const save = useSave();
  const { id, name, formerNames } = site;
  const parts = sitesBelow(sites, id).length;
  const below = tree.levels[depth + 1];
  const level = below && inLocale(below.label, locale);
  const remove = () => save(() => kept.remove(id), { done: word('sites.removed', { name }) });
  return (
    <div className="admin-row">
      <span>
        {parts > 0 && (
          <Button
            type="text"
            size="small"
            aria-expanded={shown}
            aria-label={word(shown ? 'sites.close' : 'sites.open', { name })}
            icon={shown ? <DownOutlined aria-hidden /> : <RightOutlined aria-hidden />}
            onClick={onToggle}
          />
        )}{' '}
        {name} {parts > 0 && level && <small className="quiet">{`${parts} ${level}`}</small>}
        {formerNames.length > 0 && (
          <small className="quiet admin-below">
            {word('sites.formerly', { names: formerNames.join(locale === 'en' ? ', ' : '、') })}
          </small>
        )}
      </span>
      <span className="quiet">
        {tree.numbers.map((number) => (
          <span key={number.denominator} className="admin-below">
            <Known {...{ number, site, sites, isWhole: depth === 0 }} />
          </span>
        ))}
      </span>
      <Flex gap={8} align="center">
        {level && (
          <Button
            size="small"
            aria-label={word('sites.addBelow', { name, level })}
            onClick={() => onOpen({ below: id })}
          >
            {word('sites.add', { level })}
          </Button>
        )}
        <Button size="small" aria-label={word('admin.editOf', { name })} onClick={() => onOpen({ edit: id })}>
          {word('admin.edit')}
        </Button>
        <Popconfirm
          title={word('sites.removeSure', { name })}
          okText={word('admin.remove')}
          cancelText={word('app.cancel')}
          onConfirm={() => void remove()}
        >
          <Button size="small" aria-label={word('admin.removeOf', { name })}>
            {word('admin.remove')}
          </Button>
        </Popconfirm>
      </Flex>
    </div>
  );
}

/** A number in force today and from when; of a whole without it, that it is not known. */
function Known({
  number,
  site,
  sites,
  isWhole,
}: {
  number: SiteNumber;
  site: Site;
  sites: readonly Site[];
  isWhole: boolean;
}) {
  const { word, locale } = useSiteWords();
  const { denominator: code, unit, label } = number;
  const day = localDateOf(new Date().toISOString());
  const value = numberOn(site, { sites, code, day });
  if (value === null) return isWhole ? word('sites.unknown', { label: inLocale(label, locale) }) : null;
  const text = `${value.toLocaleString('en-US')} ${inLocale(unit, locale)}`;
  const own = site.numbers.findLast((held) => held.code === code && held.holdsFrom <= day);
  return own
    ? word('sites.since', { number: text, day: own.holdsFrom })
    : word('sites.sum', { number: text });
}
