import { diffWordsWithSpace } from 'diff';
import { useMemo } from 'react';
import type { ReportOfPage } from './report-of-page.ts';
import { useReportWords } from './words.ts';

type Difference = ReportOfPage['differences'][number];

/** What a correction says otherwise than the version before it: numbers, and texts word by word. */
export function Differences({ differences }: { differences: readonly Difference[] }) {
  const { word } = useReportWords();
  return (
    <section className="report-card" aria-labelledby="differences-title">
      <h2 id="differences-title">{word('reports.differences')}</h2>
      <div className="table-scroll">
        <table className="report-table">
          <thead>
            <tr>
              <th scope="col">{word('reports.place')}</th>
              <th scope="col">{word('reports.was')}</th>
              <th scope="col">{word('reports.is')}</th>
            </tr>
          </thead>
          <tbody>
            {differences.map(({ place, kind, before, after }) => (
              <tr key={place}>
                <td>{place}</td>
                {kind === 'TEXT' ? (
                  <Texts before={before} after={after} />
                ) : (
                  <>
                    <td>{before}</td>
                    <td>
                      <strong>{after}</strong>
                    </td>
                  </>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Texts({ before, after }: { before: string; after: string }) {
  const { locale } = useReportWords();
  const parts = useMemo(() => {
    // Chinese has no spaces between words: only a segmenter tells them apart.
    const intlSegmenter = new Intl.Segmenter(locale, { granularity: 'word' });
    return diffWordsWithSpace(before, after, { intlSegmenter }).map((part, place) => ({ ...part, place }));
  }, [before, after, locale]);
  return (
    <>
      <td className="said">
        {parts.map(({ added, removed, value, place }) =>
          added ? null : removed ? <del key={place}>{value}</del> : <span key={place}>{value}</span>,
        )}
      </td>
      <td className="said">
        {parts.map(({ added, removed, value, place }) =>
          removed ? null : added ? <ins key={place}>{value}</ins> : <span key={place}>{value}</span>,
        )}
      </td>
    </>
  );
}
