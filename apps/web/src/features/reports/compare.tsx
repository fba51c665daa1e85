import { useQuery } from '@apollo/client/react';
import { Failure, Loading } from '../../app/states.tsx';
import { ReportComparedDocument, type ReportComparedQuery } from './generated/compare.ts';
import { NumberLink } from './opened-figure.tsx';
import { figuresOf, type ReportOfPage } from './report-of-page.ts';
import { useReportWords } from './words.ts';

type Compared = NonNullable<ReportComparedQuery['report']>;

/** The figures of this report and of another, side by side. */
export function Compare({ report, otherId }: { report: ReportOfPage; otherId: string }) {
  const { word } = useReportWords();
  const { data, error } = useQuery(ReportComparedDocument, { variables: { id: otherId } });
  if (error) return <Failure error={error} />;
  if (!data) return <Loading />;
  if (!data.report) return null;
  const other = data.report;
  const name = (label: string, version: number) => `${label} · ${word('reports.version', { version })}`;
  return (
    <section className="report-card no-paper" aria-labelledby="compare-title">
      <h2 id="compare-title">{word('reports.compared')}</h2>
      <div className="table-scroll">
        <table className="report-table">
          <thead>
            <tr>
              <th scope="col">{word('reports.figure')}</th>
              <th scope="col" className="number">
                {name(report.content.period.label, report.version)}
              </th>
              <th scope="col" className="number">
                {name(other.content.period.label, other.version)}
              </th>
            </tr>
          </thead>
          {report.content.sections.map((section) => {
            const figures = figuresOf(section);
            if (figures.length === 0) return null;
            return (
              <tbody key={section.code}>
                <tr>
                  <th scope="rowgroup" colSpan={3}>
                    {section.title}
                  </th>
                </tr>
                {figures.map(({ code, label, now }) => {
                  const there = numberOf(other, section.code, code);
                  return (
                    <tr key={code}>
                      <td>{label}</td>
                      <td className="number">
                        <NumberLink number={{ cases: now.cases, text: now.text, label }} />
                      </td>
                      <td className="number">
                        {there ? (
                          <NumberLink number={{ cases: there.cases, text: there.text, label }} />
                        ) : (
                          word('app.none')
                        )}
                      </td>
                    </tr>
                  );
                })}
              </tbody>
            );
          })}
        </table>
      </div>
    </section>
  );
}

function numberOf({ content }: Compared, section: string, code: string) {
  return content.sections
    .find((each) => each.code === section)
    ?.blocks.flatMap((block) => (block.__typename === 'ReportFigures' ? block.figures : []))
    .find((figure) => figure.code === code)?.now;
}
