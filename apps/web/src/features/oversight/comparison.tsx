import { Flex, Segmented, Select } from 'antd';
import { lazy, Suspense, useState } from 'react';
import type { OversightFiguresFragment } from './generated/oversight.ts';
import { ShownAs } from './shown-as.tsx';
import { useOversightWords } from './words.ts';

const Chart = lazy(async () => ({ default: (await import('./chart.tsx')).Chart }));

const WAYS = ['sectors', 'regions'] as const;
type Way = (typeof WAYS)[number];
type Rows = readonly OversightFiguresFragment[];

/** One figure side by side, by sector or by region. */
export function Comparison(rows: { sectors: Rows; regions: Rows }) {
  const { word } = useOversightWords();
  const [way, setWay] = useState<Way>('sectors');
  const [code, setCode] = useState('received');
  const [table, setTable] = useState(false);
  const shown = rows[way].flatMap(({ name, figures }) => {
    const figure = figures.find((each) => each.code === code);
    return figure ? [{ name, figure }] : [];
  });
  const figures = rows[way][0]?.figures ?? [];
  const label = shown[0]?.figure.label ?? '';
  return (
    <>
      <Flex gap={8} wrap align="center" className="oversight-choices">
        <Segmented
          aria-label={word('oversight.by')}
          value={way}
          options={WAYS.map((value) => ({ value, label: word(`oversight.by.${value}`) }))}
          onChange={setWay}
        />
        <Select
          aria-label={word('oversight.figure')}
          className="oversight-figure"
          value={code}
          options={figures.map(({ code: value, label: name }) => ({ value, label: name }))}
          onChange={setCode}
        />
        <ShownAs table={table} onChange={setTable} />
      </Flex>
      {table ? (
        <table className="oversight-plain">
          <caption className="visually-hidden">{label}</caption>
          <thead>
            <tr>
              <th scope="col">{word(`oversight.by.${way}`)}</th>
              <th scope="col">{label}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ name, figure }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>{figure.now.text}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        <div className="oversight-chart">
          <Suspense>
            <Chart
              kind="bar"
              label={label}
              names={shown.map(({ name }) => name)}
              series={[{ name: label, values: shown.map(({ figure }) => figure.now.value ?? 0) }]}
              texts={shown.map(({ figure }) => figure.now.text)}
            />
          </Suspense>
        </div>
      )}
    </>
  );
}
