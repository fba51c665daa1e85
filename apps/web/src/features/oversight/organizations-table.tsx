import { caseChoiceOfFigure } from '@huiyin/domain';
import { Table, type TableColumnType } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { useMedia } from '../../app/appearance.tsx';
import { Fair } from './fair.tsx';
import type { OversightFiguresFragment } from './generated/oversight.ts';
import { readPeriod, writePeriod } from './period.ts';
import { useOversightWords } from './words.ts';

type Row = OversightFiguresFragment;
type Figure = Row['figures'][number];

/** Organisations side by side. What sectors are measured by differs: only within one they can be ranked by it. */
export function OrganizationsTable({
  organizations: rows,
  total,
}: {
  organizations: readonly Row[];
  total: Row;
}) {
  const { word } = useOversightWords();
  const narrow = useMedia('(max-width: 800px)');
  const comparable = new Set(rows.map((row) => row.sector)).size === 1;
  const figures = total.figures.map(
    ({ code, label }): TableColumnType<Row> => ({
      key: code,
      title: label,
      align: 'right',
      sorter: byValue((row) => figureOf(row, code)?.now.value ?? null),
      sortDirections: ['descend', 'ascend'],
      render: (_, row) => (
        <FigureCell figure={figureOf(row, code)} opens={row.opensCases ? row.code : undefined} />
      ),
    }),
  );
  const columns: TableColumnType<Row>[] = [
    {
      key: 'name',
      title: word('oversight.organization'),
      fixed: 'left',
      width: narrow ? 120 : 180,
      sorter: (a, b) => a.name.localeCompare(b.name),
      render: (_, { name, sector: of, regionName }) => (
        <>
          <div className="oversight-name">{name}</div>
          <div className="quiet">
            {of} · {regionName}
          </div>
        </>
      ),
    },
    ...figures,
    {
      key: 'fair',
      title: word('oversight.fair'),
      align: 'right',
      ...(comparable
        ? { sorter: byValue((row: Row) => row.fair[0]?.value ?? null), sortDirections: ['descend', 'ascend'] }
        : {}),
      render: (_, row) => <Fair row={row} />,
    },
  ];
  return (
    <>
      <p className="quiet oversight-choices">{word('oversight.fairHint')}</p>
      <Table<Row>
        rowKey="code"
        size="small"
        pagination={rows.length > 50 ? { pageSize: 50, showSizeChanger: false } : false}
        dataSource={[...rows]}
        columns={columns}
        scroll={{ x: 'max-content' }}
        locale={{ emptyText: word('oversight.none') }}
        summary={() =>
          rows.length > 0 && (
            <Table.Summary.Row className="oversight-sum">
              <Table.Summary.Cell index={0}>{word('oversight.total')}</Table.Summary.Cell>
              {total.figures.map((figure, index) => (
                <Table.Summary.Cell key={figure.code} index={index + 1} align="right">
                  <FigureCell figure={figure} />
                </Table.Summary.Cell>
              ))}
              <Table.Summary.Cell index={total.figures.length + 1} align="right">
                <Fair row={total} />
              </Table.Summary.Cell>
            </Table.Summary.Row>
          )
        }
      />
    </>
  );
}

function figureOf(row: Row, code: string): Figure | undefined {
  return row.figures.find((figure) => figure.code === code);
}

/** What has no value stands last, whichever way the list is turned. */
function byValue(numberOf: (row: Row) => number | null) {
  return (a: Row, b: Row, order?: 'ascend' | 'descend' | null): number => {
    const [one, other] = [numberOf(a), numberOf(b)];
    const last = order === 'descend' ? -1 : 1;
    if (one === null || other === null) return one === other ? 0 : one === null ? last : -last;
    return one - other;
  };
}

function FigureCell({
  figure,
  opens,
}: {
  figure: Figure | undefined;
  /** The organisation whose cases stand behind it, where they may be opened. */
  opens?: string | undefined;
}) {
  const { word } = useOversightWords();
  const [address] = useSearchParams();
  if (!figure) return null;
  const { code, now, changeYear } = figure;
  // Of one figure alone: with that of each, the table would be too wide to be read.
  const choice = caseChoiceOfFigure(code);
  const cases = new URLSearchParams({
    ...{
      organization: opens ?? '',
      choice: choice ?? '',
      period: writePeriod(readPeriod(address.get('period'))),
    },
  });
  const change = code === 'received' && changeYear !== word('app.none') ? changeYear : null;
  return (
    <div className="oversight-cell" data-figure={code}>
      <div>
        {opens !== undefined && choice ? (
          <Link to={`/oversight/cases?${cases}`} title={word('oversight.openCases')}>
            {now.text}
          </Link>
        ) : (
          now.text
        )}
      </div>
      {now.denominator !== null && now.denominator > 0 && (
        <div className="quiet">
          {now.numerator}/{now.denominator}
        </div>
      )}
      {change && (
        <div className="quiet">
          {word('oversight.yearAgo')} {change}
        </div>
      )}
    </div>
  );
}
