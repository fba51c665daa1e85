import { useMutation } from '@apollo/client/react';
import { Alert, Button, Card, Flex, Input, Typography } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { Link } from 'react-router';
import { ReportEditTextDocument } from './generated/report-section.ts';
import type { FiguresBlock, ReportOfPage, SectionOfPage, TableBlock } from './report-of-page.ts';
import { useReportWords } from './words.ts';

const Chart = lazy(() => import('./chart.tsx').then(({ Chart: chart }) => ({ default: chart })));

/** A section: its text, its figures and tables with their charts. */
export function ReportSection({ report, section }: { report: ReportOfPage; section: SectionOfPage }) {
  return (
    <Card title={section.title} id={section.code}>
      <div className="stack">
        <SectionText key={report.revision} report={report} section={section} />
        {section.blocks.map((block, index) => {
          const key = `${section.code}-${index}`;
          if (block.__typename === 'ReportFigures') return <Figures key={key} block={block} />;
          if (block.__typename === 'ReportTable') return <FigureTable key={key} block={block} />;
          return null;
        })}
      </div>
    </Card>
  );
}

function SectionText({ report, section }: { report: ReportOfPage; section: SectionOfPage }) {
  const { word } = useReportWords();
  const [edit, { loading }] = useMutation(ReportEditTextDocument);
  const [draft, setDraft] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const { id, revision, status } = report;
  const { code, text, template, edited, blocks } = section;
  const prompt = blocks.flatMap((block) => (block.__typename === 'ReportProse' ? [block.prompt] : []))[0];

  const save = async (words: string | null) => {
    try {
      const { data } = await edit({ variables: { input: { id, revision, section: code, text: words } } });
      const errors = data?.reportEditText.userErrors ?? [];
      if (errors.length > 0) setProblem(errors.map(({ message }) => message).join(' '));
      else setDraft(undefined);
    } catch (error) {
      setProblem((error as Error).message);
    }
  };

  if (draft === undefined) {
    return (
      <div>
        {text.split('\n').map((line) => (
          <Typography.Paragraph key={line}>{line}</Typography.Paragraph>
        ))}
        {status === 'DRAFT' && (
          <Button size="small" onClick={() => setDraft(template)}>
            {word('reports.editText')}
          </Button>
        )}
      </div>
    );
  }
  return (
    <div className="stack">
      <Input.TextArea
        autoFocus
        value={draft}
        autoSize={{ minRows: 4 }}
        aria-label={word('reports.editText')}
        {...(prompt ? { placeholder: prompt } : {})}
        onChange={({ target }) => setDraft(target.value)}
      />
      <Typography.Text type="secondary">{word('reports.placeholders')}</Typography.Text>
      {problem && <Alert type="error" showIcon title={problem} />}
      <Flex gap={8}>
        <Button type="primary" loading={loading} onClick={() => void save(draft)}>
          {word('app.save')}
        </Button>
        <Button onClick={() => setDraft(undefined)}>{word('app.cancel')}</Button>
        {edited && <Button onClick={() => void save(null)}>{word('reports.asProposed')}</Button>}
      </Flex>
    </div>
  );
}

/** The cases behind a number. */
function Cases({ text, cases }: { text: string; cases: string }) {
  const { word } = useReportWords();
  return (
    <Link to={`/complaints?figure=${cases}`} aria-label={word('reports.open', { text })}>
      {text}
    </Link>
  );
}

function Figures({ block }: { block: FiguresBlock }) {
  const { word } = useReportWords();
  return (
    <div className="figures">
      {block.figures.map((figure) => {
        const { code, label, now, before, yearAgo, changeBefore, changeYear, capitals, currencies } = figure;
        const counts = now.numerator === null ? '' : ` (${now.numerator}/${now.denominator})`;
        return (
          <div key={code} data-figure={code}>
            <Typography.Text type="secondary">{label}</Typography.Text>
            <div className="figure-number">
              <Cases text={now.text} cases={now.cases} />
            </div>
            <Typography.Text type="secondary">
              {[
                counts.trim(),
                before && word('reports.before', { value: before.text }),
                changeBefore && word('reports.changeBefore', { change: changeBefore }),
                yearAgo && word('reports.yearAgo', { value: yearAgo.text }),
                changeYear && word('reports.changeYear', { change: changeYear }),
                capitals,
                ...currencies.map(({ text }) => text),
              ]
                .filter(Boolean)
                .map((line) => (
                  <div key={String(line)}>{line}</div>
                ))}
            </Typography.Text>
          </div>
        );
      })}
    </div>
  );
}

/** Lines and cells of a table have no identity but their place. */
function keyed<Item>(items: readonly Item[]): (readonly [string, Item])[] {
  return items.map((item, place) => [String(place), item]);
}

function FigureTable({ block }: { block: TableBlock }) {
  const { title, columns, rows, chart, notes } = block;
  if (rows.length === 0) return null;
  const drawn = chart?.series.some(({ values }) => values.some((value) => value !== 0));
  return (
    <figure style={{ margin: 0 }}>
      <h2 className="report-figure">{title}</h2>
      {chart && drawn && (
        <Suspense fallback={<div className="chart" />}>
          <Chart chart={chart} label={title} />
        </Suspense>
      )}
      <div style={{ overflowX: 'auto' }}>
        <table className="report-table">
          <thead>
            <tr>
              {keyed(columns).map(([key, column]) => (
                <th key={key} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {keyed(rows).map(([row, { cells, total }]) => (
              <tr key={row} className={total ? 'total' : undefined}>
                {keyed(cells).map(([cell, { text, unit, cases, complaint }]) => (
                  <td key={cell} className={unit ? 'number' : undefined}>
                    {complaint ? (
                      <Link to={`/complaints/${complaint.id}`}>{text}</Link>
                    ) : cases ? (
                      <Cases text={text} cases={cases} />
                    ) : (
                      text
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {notes.map((note) => (
        <Typography.Text key={note} type="secondary">
          {note}
        </Typography.Text>
      ))}
    </figure>
  );
}
