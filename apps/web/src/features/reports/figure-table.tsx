import { lazy, Suspense } from 'react';
import { Link } from 'react-router';
import { NumberLink, useOpenNumber } from './opened-figure.tsx';
import { PlanVisit } from './plan-visit.tsx';
import type { TableBlock } from './report-of-page.ts';

const Chart = lazy(async () => ({ default: (await import('./chart.tsx')).Chart }));

type Row = TableBlock['rows'][number];
type Cell = Row['cells'][number];

/** Lines and cells of a table have no identity but their place. */
function keyed<Item>(items: readonly Item[]): (readonly [string, Item])[] {
  return items.map((item, place) => [String(place), item]);
}

/** A table with its chart beside it, where one helps. */
export function FigureTable({ block }: { block: TableBlock }) {
  const { code, title, columns, rows, chart, notes } = block;
  const open = useOpenNumber();
  if (rows.length === 0) return null;
  const drawn = chart?.series.some(({ values }) => values.some((value) => value !== 0));
  const opens = rows.some(({ cells }) => cells.some(({ cases, complaint }) => cases || complaint));
  const openRow = (category: string) => {
    const cell = casesOf(rows.find(({ cells }) => cells[0]?.text === category));
    if (cell?.cases) open({ cases: cell.cases, text: cell.text, label: category });
  };
  return (
    <figure className={chart && drawn ? 'table-with-chart' : 'table-alone'}>
      <figcaption className="table-title">{title}</figcaption>
      {chart && drawn && (
        <Suspense fallback={<div className="chart" />}>
          <Chart chart={chart} label={title} onOpen={openRow} />
        </Suspense>
      )}
      {/* What scrolls and holds no link must be reached by the keyboard. */}
      <div className="table-scroll" tabIndex={opens ? undefined : 0}>
        <table className="report-table">
          <thead>
            <tr>
              {keyed(columns).map(([key, column]) => (
                <th key={key} scope="col" className={isNumeric(rows, Number(key)) ? 'number' : undefined}>
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {keyed(rows).map(([row, { cells, total }]) => (
              <tr key={row} className={total ? 'total' : undefined}>
                {keyed(cells).map(([cell, shown]) => (
                  <td key={cell} className={shown.unit ? 'number' : undefined}>
                    <CellText cell={shown} label={cells[0]?.text} />
                    {cell === '0' && code === 'rises' && <PlanVisit columns={columns} cells={cells} />}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {notes.map((note) => (
        <p key={note} className="quiet table-note">
          {note}
        </p>
      ))}
    </figure>
  );
}

function CellText({ cell, label }: { cell: Cell; label: string | undefined }) {
  const { text, cases, complaint } = cell;
  if (complaint) return <Link to={`/complaints/${complaint.id}`}>{text}</Link>;
  if (cases) return <NumberLink number={{ cases, text, ...(label ? { label } : {}) }} />;
  return text;
}

function casesOf(row: Row | undefined): Cell | undefined {
  return row?.cells.find(({ cases }) => cases !== null);
}

function isNumeric(rows: readonly Row[], column: number): boolean {
  return rows.some(({ cells }) => cells[column]?.unit);
}
