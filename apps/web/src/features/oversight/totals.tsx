import { Card } from 'antd';
import type { OversightFiguresFragment } from './generated/oversight.ts';
import { useOversightWords } from './words.ts';

/** Every figure of all organisations together, and how it moved. */
export function Totals({ total, period }: { total: OversightFiguresFragment; period: string }) {
  const { word } = useOversightWords();
  const title = word('oversight.totalOf', { period, count: total.organizations });
  return (
    <Card title={<h2>{title}</h2>}>
      <dl className="oversight-totals">
        {total.figures.map(({ code, label, now, changeBefore, changeYear, before, yearAgo, currencies }) => (
          <div key={code} data-figure={code}>
            <dt>{label}</dt>
            <dd className="oversight-number">{now.text}</dd>
            {now.numerator !== null && (
              <dd className="quiet">
                {now.numerator} / {now.denominator}
              </dd>
            )}
            {before && (
              <dd className="quiet">
                {word('oversight.before')} {changeBefore ?? word('oversight.noBase')}
              </dd>
            )}
            {yearAgo && (
              <dd className="quiet">
                {word('oversight.yearAgo')} {changeYear ?? word('oversight.noBase')}
              </dd>
            )}
            {currencies.map(({ currency, converted }) => (
              <dd key={currency} className="quiet">
                {currency} → CNY {(converted / 100).toFixed(2)}
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </Card>
  );
}
