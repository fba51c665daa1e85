import type { RespondentPageFragment } from './generated/respondents.ts';
import { useRespondentWords } from './words.ts';

interface Line {
  readonly key: string;
  readonly label: string;
  readonly complaints: number;
  readonly valid: number;
}

/** What was complained of, by year and by category. */
export function History({ respondent }: { respondent: RespondentPageFragment }) {
  const { word } = useRespondentWords();
  const years = respondent.years.map(({ year, ...counts }) => ({
    ...{ key: String(year), label: String(year), ...counts },
  }));
  const categories = respondent.categories.map(({ category, ...counts }) => ({
    key: category?.code ?? '',
    label: category?.label ?? word('respondent.noCategory'),
    ...counts,
  }));
  return (
    <section className="respondent-card" aria-labelledby="respondent-history">
      <h2 id="respondent-history">{word('respondent.history')}</h2>
      <Counts title={word('respondent.year')} lines={years} />
      <Counts title={word('respondent.category')} lines={categories} />
    </section>
  );
}

function Counts({ title, lines }: { title: string; lines: readonly Line[] }) {
  const { word } = useRespondentWords();
  return (
    <table className="respondent-counts">
      <thead>
        <tr>
          <th scope="col">{title}</th>
          <th scope="col" className="number">
            {word('respondent.count')}
          </th>
          <th scope="col" className="number">
            {word('respondent.valid')}
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ key, label, complaints, valid }) => (
          <tr key={key}>
            <th scope="row">{label}</th>
            <td className="number">{complaints}</td>
            <td className="number">{valid}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
