import { reasonOfRise, risesOf, WATCHED_WEEKS, watchedQueries } from '../figures/rises.ts';
import type { ReportTable } from './content.ts';
import { dimensionLabel } from './dimension-labels.ts';
import type { BlockContext } from './subject.ts';
import { countCell, type Declared, within } from './table-parts.ts';

/** What the sector watches and what of it rose beyond chance, as it stood at the end of the period. */
export function watched(block: Declared<'watched'>, context: BlockContext): ReportTable {
  const { source, periods, sector } = context;
  const rows = (sector.watches ?? []).flatMap((watch) => {
    const queries = watchedQueries(watch, periods.now.to);
    const groups = (query: typeof queries.now) => source({ kind: 'groups', query, by: [watch.by] });
    return risesOf(groups(queries.now), groups(queries.before)).map((rise) => {
      const only = (query: typeof queries.now) => ({
        ...query,
        where: within(query.where, watch.by, [rise.value]),
      });
      return {
        cells: [
          { label: watch.label },
          { label: dimensionLabel(watch.by, rise.value, context) },
          countCell(rise.now, only(queries.now)),
          countCell(rise.before, only(queries.before)),
          { label: reasonOfRise(rise) },
        ],
      };
    });
  });
  return {
    kind: 'table',
    ...{ code: block.code, title: block.title },
    columns: [
      { zh: '重点', en: 'Watched' },
      { zh: '对象', en: 'Which' },
      { zh: `期末近 ${WATCHED_WEEKS} 周`, en: `Last ${WATCHED_WEEKS} weeks of the period` },
      { zh: '此前一年', en: 'Year before them' },
      { zh: '说明', en: 'Why it stands here' },
    ],
    rows,
    notes: rows.length === 0 ? [NOTHING_ROSE] : [],
  };
}

const NOTHING_ROSE = {
  zh: '期末没有超出偶然波动的上升。',
  en: 'At the end of the period nothing had risen beyond chance.',
};
