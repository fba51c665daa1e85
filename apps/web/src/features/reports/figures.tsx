import { NumberLink } from './opened-figure.tsx';
import type { FigureOfPage, FiguresBlock } from './report-of-page.ts';
import { useReportWords } from './words.ts';

/** Figures side by side, each with how it moved. */
export function Figures({ block }: { block: FiguresBlock }) {
  return (
    <div className="figures">
      {block.figures.map((figure) => (
        <Figure key={figure.code} figure={figure} />
      ))}
    </div>
  );
}

function Figure({ figure }: { figure: FigureOfPage }) {
  const { word } = useReportWords();
  const { code, label, formula, source, now, before, yearAgo, capitals, currencies } = figure;
  const { changeBefore, changeYear } = figure;
  return (
    <div className="figure" data-figure={code}>
      <div className="figure-label">{label}</div>
      <div className="figure-number">
        <NumberLink number={{ cases: now.cases, text: now.text, label, formula, source }} />
        {now.numerator !== null && (
          <span className="figure-parts">
            {now.numerator}/{now.denominator}
          </span>
        )}
      </div>
      <Against of={word('reports.beforeIs')} value={before?.text} change={changeBefore} />
      <Against of={word('reports.yearIs')} value={yearAgo?.text} change={changeYear} />
      {capitals && <div className="figure-more">{capitals}</div>}
      {currencies.map(({ text }) => (
        <div key={text} className="figure-more">
          {text}
        </div>
      ))}
    </div>
  );
}

interface AgainstProps {
  readonly of: string;
  readonly value: string | undefined;
  readonly change: string | null;
}

/** The number of another period and how far this one is from it; the counts stand beside every percentage. */
function Against({ of, value, change }: AgainstProps) {
  if (value === undefined) return null;
  return (
    <div className="figure-against">
      <span>
        {of} {value}
      </span>
      {change && <span className="figure-change">{change}</span>}
    </div>
  );
}
