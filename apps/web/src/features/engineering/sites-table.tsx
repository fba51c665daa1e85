import type { Outlet } from '@huiyin/domain';
import { inLocale } from '@huiyin/shared';
import { Button, Table, type TableColumnType } from 'antd';
import { useMedia } from '../../app/appearance.tsx';
import { daysSince, type EngineeringSite, nameOfSite, readingText } from './list.ts';
import { useEngineeringWords } from './words.ts';

/** The sites in order of need: the same as the map shows, to be read and sorted. */
export function SitesTable({
  sites,
  outlet,
  chosen,
  onChoose,
}: {
  sites: readonly EngineeringSite[];
  outlet: Outlet;
  chosen: string | undefined;
  onChoose: (site: string) => void;
}) {
  const { word, locale } = useEngineeringWords();
  const narrow = useMedia('(max-width: 800px)');
  const ranks = new Map(sites.map((site, index) => [site, index + 1]));
  const number = (
    title: string,
    value: (site: EngineeringSite) => number,
    shown: (site: EngineeringSite) => React.ReactNode = value,
  ): TableColumnType<EngineeringSite> => ({
    ...{ title, align: 'right', className: 'number', render: (_, site) => shown(site) },
    ...{ sorter: (a, b) => value(a) - value(b), sortDirections: ['descend', 'ascend'] },
  });
  const columns: TableColumnType<EngineeringSite>[] = [
    {
      title: word(outlet.worked.kind === 'VISIT' ? 'site.station' : 'site.where'),
      render: (_, site) => {
        const name = nameOfSite(site, outlet) ?? word('site.nowhere');
        return (
          <Button
            type="link"
            className="site-name"
            aria-pressed={(site.site ?? '') === chosen}
            onClick={() => onChoose(site.site ?? '')}
          >
            {ranks.get(site)}. {name}
          </Button>
        );
      },
    },
    number(word('site.complaints'), ({ complaints }) => complaints),
    number(word('site.people'), ({ people }) => people),
    ...(narrow
      ? []
      : [
          number(
            word('site.worst'),
            ({ worst }) => worst[0]?.value ?? 0,
            ({ worst }) => (worst[0] ? readingText(worst[0]) : '—'),
          ),
          number(
            word('site.since'),
            ({ waitingSince }) => daysSince(waitingSince),
            ({ waitingSince }) => word('site.days', { count: daysSince(waitingSince) }),
          ),
        ]),
    {
      title: word('site.state'),
      render: (_, { item }) =>
        item ? inLocale(outlet.stages.planned, locale) : <span className="quiet">{word('site.waits')}</span>,
    },
  ];
  return (
    <Table<EngineeringSite>
      rowKey={({ site }) => site ?? ''}
      size="small"
      pagination={sites.length > 20 ? { pageSize: 20, showSizeChanger: false } : false}
      showSorterTooltip={false}
      dataSource={sites}
      columns={columns}
      rowClassName={({ site }) => ((site ?? '') === chosen ? 'site-row-chosen' : '')}
      locale={{ emptyText: word('engineering.empty') }}
    />
  );
}
