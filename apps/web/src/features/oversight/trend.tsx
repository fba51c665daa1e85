import { lazy, Suspense, useState } from 'react';
import type { OversightQuery } from './generated/oversight.ts';
import { ShownAs } from './shown-as.tsx';
import { useOversightWords } from './words.ts';

const Chart = lazy(async () => ({ default: (await import('./chart.tsx')).Chart }));

/** What came in and was closed, month by month. */
export function Trend({ months }: { months: OversightQuery['oversight']['months'] }) {
  const { word } = useOversightWords();
  const [table, setTable] = useState(false);
  return (
    <>
      <ShownAs table={table} onChange={setTable} />
      {table ? (
        <table className="oversight-plain">
          <caption className="visually-hidden">{word('oversight.trend')}</caption>
          <thead>
            <tr>
              <th scope="col">{word('oversight.month')}</th>
              <th scope="col">{word('oversight.received')}</th>
              <th scope="col">{word('oversight.closed')}</th>
            </tr>
          </thead>
          <tbody>
            {months.map(({ month, received, closed }) => (
              <tr key={month}>
                <th scope="row">{month}</th>
                <td>{received}</td>
                <td>{closed}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        <div className="oversight-chart">
          <Suspense>
            <Chart
              kind="line"
              label={word('oversight.trend')}
              names={months.map(({ month }) => month)}
              series={[
                { name: word('oversight.received'), values: months.map(({ received }) => received) },
                { name: word('oversight.closed'), values: months.map(({ closed }) => closed) },
              ]}
            />
          </Suspense>
        </div>
      )}
    </>
  );
}
