import { Link } from 'react-router';
import { may } from '../../app/places.tsx';
import { useViewer } from '../../app/viewer.tsx';
import type { TableBlock } from './report-of-page.ts';
import { useReportWords } from './words.ts';

/** From a hot spot to the plan of a visit: with its name, and with the numbers that speak for it. */
export function PlanVisit({
  columns,
  cells,
}: {
  columns: readonly string[];
  cells: TableBlock['rows'][number]['cells'];
}) {
  const { word } = useReportWords();
  const { role } = useViewer();
  if (!may('makeVisits')(role)) return null;
  const [name = '', ...numbers] = cells.map(({ text }) => text);
  // The visit refers to the party or place of the cases that were counted.
  const figure = cells.find(({ cases }) => cases)?.cases ?? '';
  const why = numbers.map((number, index) => `${columns[index + 1]} ${number}`).join('；');
  return (
    <Link className="plan-visit" to={`/visits?${new URLSearchParams({ figure, name, why })}`}>
      {word('reports.planVisit')}
    </Link>
  );
}
