import type { Localized } from '@huiyin/shared';
import { MEASURE_WORDS } from '../figures/measure-words.ts';
import type { Counted } from '../figures/query.ts';
import type { FigureValue, ReportContent, ReportFigure, ReportTable, TableRow } from '../report/content.ts';
import { formatNumber, formatValue } from '../report/format.ts';
import { formulaOf } from '../report/formula.ts';
import type { ReportPeriods } from '../report/period.ts';
import { SECTORS } from '../sectors/index.ts';
import { type AcrossFigure, type AcrossValue, type AddedFigure, addedFigures } from './across.ts';
import type { FairFigure } from './fair.ts';

/** One organisation, or several together, as a line of the report. */
export interface ReportedRow {
  readonly name: Localized;
  readonly figures: readonly AcrossFigure[];
  readonly fair: readonly FairFigure[];
}

/** What a report across organisations is written from. */
export interface AcrossReportInput {
  readonly periods: ReportPeriods;
  /** What it was narrowed to; absent: everything granted. */
  readonly scope?: Localized | undefined;
  readonly total: ReportedRow;
  readonly months: readonly { readonly month: string; readonly received: number; readonly closed: number }[];
  readonly sectors: readonly ReportedRow[];
  readonly regions: readonly ReportedRow[];
  readonly organizations: readonly ReportedRow[];
  /** When the figures were read, as people there write it. */
  readonly asOf: string;
}

const t = (zh: string, en: string): Localized => ({ zh, en });

/**
 * A report across organisations: the sections that all sectors have in common, in the form of the organisations' own
 * reports, so that the same Word file and spreadsheet are made of it. It names every organisation in it.
 */
export function acrossReport(input: AcrossReportInput): ReportContent {
  const { periods, scope, total, sectors, regions, organizations } = input;
  const title = scope
    ? t(`${scope.zh}投诉情况跨单位报告`, `Complaints across organisations: ${scope.en}`)
    : t('投诉情况跨单位报告', 'Complaints across organisations');
  return {
    sector: '',
    title: t(`${periods.now.label.zh}${title.zh}`, `${title.en}, ${periods.now.label.en}`),
    periods,
    sections: [
      {
        ...{ code: 'total', title: t('总体情况', 'All together'), text: totalText(input) },
        blocks: [{ kind: 'figures', figures: total.figures.map((figure) => reported(figure, periods)) }],
      },
      {
        ...{ code: 'months', title: t('逐月情况', 'By month'), text: t('', '') },
        blocks: [monthTable(input)],
      },
      side('sectors', t('分行业情况', 'By sector'), sectors),
      side('regions', t('分地区情况', 'By region'), regions),
      side('organizations', t('各单位情况', 'By organisation'), organizations),
      {
        ...{ code: 'fair', title: t('按规模比较', 'By size'), text: t('', '') },
        blocks: [fairTable(organizations)],
      },
    ],
    problems: [],
  };
}

function totalText({ periods, total, organizations, asOf }: AcrossReportInput): Localized {
  const said = (locale: 'zh-CN' | 'en', code: string): string => {
    const figure = total.figures.find((each) => each.code === code);
    return figure ? formatValue(figure.now, figure.unit, locale) : '—';
  };
  const [zh, en] = (['zh-CN', 'en'] as const).map((locale) => (code: string) => said(locale, code));
  const names = (of: 'zh' | 'en', between: string) => organizations.map(({ name }) => name[of]).join(between);
  if (!zh || !en) return t('', '');
  return t(
    [
      `${periods.now.label.zh}，${organizations.length} 个单位共收到 ${zh('received')} 件，受理 ${zh('accepted')} 件，办结 ${zh('closed')} 件，期末在办 ${zh('openAtEnd')} 件。按时完成率 ${zh('onTimeRate')}，承诺兑现率 ${zh('promiseKeptRate')}，满意率 ${zh('satisfactionRate')}。退赔 ${zh('compensation')} 元，罚没 ${zh('fines')} 元。`,
      `本报告包括：${names('zh', '、')}。数据截至 ${asOf}，与各单位自己的报告口径一致。`,
    ].join('\n'),
    [
      `${periods.now.label.en}: ${organizations.length} organisations received ${en('received')}, accepted ${en('accepted')} and closed ${en('closed')}; ${en('openAtEnd')} were open at the end. In time: ${en('onTimeRate')}; promises kept: ${en('promiseKeptRate')}; satisfied: ${en('satisfactionRate')}. Refunds and compensation CNY ${en('compensation')}, fines and confiscations CNY ${en('fines')}.`,
      `In this report: ${names('en', '; ')}. Figures as of ${asOf}, by the formulas of the organisations’ own reports.`,
    ].join('\n'),
  );
}

/** A figure with its formula and source, which are the same in every sector. */
function reported(figure: AcrossFigure, periods: ReportPeriods): ReportFigure {
  const { code, label, unit, now, before, yearAgo, changeBefore, changeYear } = figure;
  const declared = addedFigures().find((each) => each.code === code);
  const [sector] = SECTORS;
  if (!declared || !sector) throw new Error(`No figure adds up as ${code}.`);
  const subject = { sector, names: new Map() };
  const measure = countedBy(declared);
  const value = (
    of: AcrossValue,
    { from, to }: { readonly from: string; readonly to: string },
  ): FigureValue => ({
    ...of,
    cases: { measure, from, to },
  });
  return {
    ...{ code, label, unit, formula: formulaOf(declared, subject), source: SOURCE },
    counter: MEASURE_WORDS[measure].counter,
    now: value(now, periods.now),
    ...(before && periods.before ? { before: value(before, periods.before) } : {}),
    ...(yearAgo && periods.yearAgo ? { yearAgo: value(yearAgo, periods.yearAgo) } : {}),
    ...(changeBefore ? { changeBefore } : {}),
    ...(changeYear ? { changeYear } : {}),
  };
}

const SOURCE: Localized = t(
  '各单位登记的投诉件及其办理记录之和',
  "The sum of the organisations' complaints and their recorded history",
);

function countedBy(figure: AddedFigure): Counted {
  switch (figure.kind) {
    case 'openAtEnd':
      return 'OPEN';
    case 'rate':
      return figure.numerator.measure;
    default:
      return figure.measure;
  }
}

function monthTable({ months }: AcrossReportInput): ReportTable {
  const columns = [t('月份', 'Month'), t('收到', 'Received'), t('办结', 'Closed')];
  const [, received = t('', ''), closed = t('', '')] = columns;
  return {
    ...{ kind: 'table', code: 'months', title: t('逐月收到与办结', 'Received and closed by month'), columns },
    rows: months.map((each) => ({
      cells: [
        { label: t(each.month, each.month) },
        { value: each.received, unit: 'COUNT' },
        { value: each.closed, unit: 'COUNT' },
      ],
    })),
    chart: {
      kind: 'line',
      categories: months.map(({ month }) => t(month, month)),
      series: [
        { label: received, values: months.map((each) => each.received) },
        { label: closed, values: months.map((each) => each.closed) },
      ],
    },
    notes: [],
  };
}

/** What was done, and how well: two tables, for a page is not wide enough for one. */
const SIDES = [
  {
    code: 'done',
    title: t('办理数量', 'What was done'),
    figures: ['received', 'accepted', 'closed', 'openAtEnd'],
  },
  {
    code: 'outcome',
    title: t('时限、承诺、满意与金额', 'Limits, promises, satisfaction and money'),
    figures: ['onTimeRate', 'promiseKeptRate', 'satisfactionRate', 'compensation', 'fines'],
  },
] as const;

/** Lines set side by side by the same figures. */
function side(
  code: string,
  title: Localized,
  rows: readonly ReportedRow[],
): ReportContent['sections'][number] {
  return {
    ...{ code, title, text: t('', '') },
    blocks: SIDES.map((each): ReportTable => {
      const shown = addedFigures().filter((figure) =>
        (each.figures as readonly string[]).includes(figure.code),
      );
      return {
        kind: 'table',
        code: `${code}.${each.code}`,
        title: t(`${title.zh}：${each.title.zh}`, `${title.en}: ${each.title.en}`),
        columns: [t('名称', 'Name'), ...shown.map(({ label }) => label)],
        rows: rows.map((row): TableRow => ({ cells: [{ label: row.name }, ...shown.map(cellOf(row))] })),
        notes: [],
      };
    }),
  };
}

function cellOf({ figures }: ReportedRow) {
  return ({ code }: AddedFigure) => {
    const figure = figures.find((each) => each.code === code);
    return { value: figure?.now.value ?? null, unit: figure?.unit ?? 'COUNT' } as const;
  };
}

/** What was received per customer, visit or household: only within a sector comparable, and where the number was given. */
function fairTable(organizations: readonly ReportedRow[]): ReportTable {
  return {
    ...{ kind: 'table', code: 'fair', title: t('每单位规模收到的投诉', 'Received per unit of size') },
    columns: [t('单位', 'Organisation'), t('规模', 'Measured by'), t('收到', 'Received')],
    rows: organizations.flatMap(({ name, fair }) =>
      fair.map(({ label, unit, value }): TableRow => {
        const per = t(`件/${unit.zh}`, ` per ${unit.en}`);
        const said = (locale: 'zh-CN' | 'en') => formatNumber(value, 'PER', locale);
        const given = t(`${said('zh-CN')} ${per.zh}`, `${said('en')}${per.en}`);
        return {
          cells: [
            ...[{ label: name }, { label }],
            { label: value === null ? t('未提供', 'Not given') : given },
          ],
        };
      }),
    ),
    notes: [
      t(
        '各行业的规模单位不同，只有同一行业的单位可以相互比较。',
        'Sectors are measured by different things: only organisations of one sector compare.',
      ),
    ],
  };
}
