import { percent } from '@huiyin/domain';
import { Table } from 'antd';
import type { TrainingQuery } from './generated/training.ts';
import { useTrainingWords } from './words.ts';

type Figures = TrainingQuery['training']['figures'][number];

const COLUMNS = ['sessions', 'people', 'newPeople', 'hours', 'personHours'] as const;
const HEADERS = {
  sessions: 'training.count',
  people: 'training.people',
  newPeople: 'training.newPeople',
  hours: 'training.hours',
  personHours: 'training.personHours',
} as const;

/** What each class came to, and all of them together. */
export function FiguresTable({ figures }: { figures: readonly Figures[] }) {
  const { word } = useTrainingWords();
  const sum = (of: (row: Figures) => number): number =>
    Math.round(figures.reduce((total, row) => total + of(row), 0) * 10) / 10;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard.
    <section className="training-table" tabIndex={0} aria-label={word('training.figures')}>
      <Table<Figures>
        size="small"
        pagination={false}
        rowKey="trainingClass"
        dataSource={[...figures]}
        columns={[
          { title: word('training.class'), dataIndex: 'label' },
          ...COLUMNS.map((column) => ({
            ...{ title: word(HEADERS[column]), dataIndex: column, align: 'right' as const },
          })),
          {
            ...{ title: word('training.passRate'), dataIndex: 'passRate', align: 'right' },
            render: (rate: string | null) => (rate === null ? '—' : `${rate}%`),
          },
          { title: word('training.expiring'), dataIndex: 'expiring', align: 'right' },
        ]}
        summary={() => (
          <Table.Summary.Row>
            <Table.Summary.Cell index={0}>
              <strong>{word('training.total')}</strong>
            </Table.Summary.Cell>
            {COLUMNS.map((column, index) => (
              <Table.Summary.Cell key={column} index={index + 1} align="right">
                {sum((row) => row[column])}
              </Table.Summary.Cell>
            ))}
            <Table.Summary.Cell index={COLUMNS.length + 1} align="right">
              {rateOf(
                sum((row) => row.passed),
                sum((row) => row.assessed),
              )}
            </Table.Summary.Cell>
            <Table.Summary.Cell index={COLUMNS.length + 2} align="right">
              {sum((row) => row.expiring)}
            </Table.Summary.Cell>
          </Table.Summary.Row>
        )}
      />
    </section>
  );
}

function rateOf(passed: number, assessed: number): string {
  const rate = percent(passed, assessed);
  return rate === null ? '—' : `${rate}%`;
}
