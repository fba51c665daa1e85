import { useMutation } from '@apollo/client/react';
import { App, Button, InputNumber } from 'antd';
import { useState } from 'react';
import { DenominatorSetDocument } from './generated/report.ts';
import { type ContentOfPage, sectionOf } from './report-of-page.ts';
import { useReportWords } from './words.ts';

interface Props {
  readonly content: ContentOfPage;
  /** The figures have changed and are to be read again. */
  readonly onChange: () => void;
}

/** What does not add up or is missing, each leading to its place; numbers that only the office knows are given here. */
export function Checklist({ content, onChange }: Props) {
  const { word } = useReportWords();
  const { problems, denominators } = content;
  if (problems.length === 0 && denominators.length === 0) return null;
  return (
    <section className="report-card no-paper" aria-labelledby="checklist-title">
      <h2 id="checklist-title">{word('reports.problems')}</h2>
      {problems.length === 0 ? (
        <p className="quiet">{word('reports.noProblems')}</p>
      ) : (
        <ul className="checklist">
          {problems.map((problem) => {
            const code = sectionOf(problem, content)?.code;
            return <li key={problem}>{code ? <a href={`#${code}`}>{problem}</a> : problem}</li>;
          })}
        </ul>
      )}
      {denominators.map((denominator) => (
        <DenominatorField
          key={`${denominator.code}-${denominator.value}`}
          {...{ denominator, period: content.period, onChange }}
        />
      ))}
    </section>
  );
}

interface FieldProps {
  readonly denominator: ContentOfPage['denominators'][number];
  readonly period: ContentOfPage['period'];
  readonly onChange: () => void;
}

function DenominatorField({ denominator, period, onChange }: FieldProps) {
  const { word } = useReportWords();
  const { message } = App.useApp();
  const { code, label } = denominator;
  const [value, setValue] = useState(denominator.value);
  const [give, { loading }] = useMutation(DenominatorSetDocument);
  const save = async () => {
    if (value === null) return;
    const { from, to } = period;
    const input = { code, value, period: { kind: 'SPAN' as const, from, to } };
    const { data } = await give({ variables: { input } });
    const errors = data?.denominatorSet.userErrors ?? [];
    if (errors.length > 0) void message.error(errors.map(({ message: text }) => text).join(' '));
    else onChange();
  };
  const field = `denominator-${code}`;
  return (
    <form
      className="denominator"
      onSubmit={(event) => {
        event.preventDefault();
        void save().catch((error: Error) => message.error(error.message));
      }}
    >
      <label htmlFor={field}>{word('reports.denominator', { label, period: period.label })}</label>
      <InputNumber<number> id={field} min={0} value={value} onChange={(given) => setValue(given)} />
      <Button htmlType="submit" loading={loading} disabled={value === null || value === denominator.value}>
        {word('app.save')}
      </Button>
    </form>
  );
}
