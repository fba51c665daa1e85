import { formatAmount } from '@huiyin/domain';
import { Table, type TableColumnType } from 'antd';
import { Link } from 'react-router';
import { useMedia } from '../../app/appearance.tsx';
import { dayText } from '../../app/moments.ts';
import type { RespondentsQuery } from './generated/respondents.ts';
import { RepeatMark } from './repeat-mark.tsx';
import { useRespondentWords } from './words.ts';

type Row = RespondentsQuery['respondents']['edges'][number]['node'];

/** A page of the register; on a phone only what tells who stands out. */
export function RespondentsTable({ respondents, empty }: { respondents: readonly Row[]; empty: string }) {
  const { word, locale } = useRespondentWords();
  const narrow = useMedia('(max-width: 800px)');
  const number = (title: string, shown: (row: Row) => React.ReactNode): TableColumnType<Row> => ({
    ...{ title, align: 'right', className: 'number', render: (_, row) => shown(row) },
  });
  const columns: TableColumnType<Row>[] = [
    {
      title: word('respondents.name'),
      render: (_, { id, name, kind, repeatReason }) => (
        <>
          <Link className="respondent-name" to={`/respondents/${id}`}>
            {name}
          </Link>{' '}
          <span className="quiet">{kind?.label}</span>
          {repeatReason && (
            <div>
              <RepeatMark reason={repeatReason} />
            </div>
          )}
        </>
      ),
    },
    number(word('respondents.recent'), ({ recentComplaints }) => recentComplaints),
    number(word('respondents.recentValid'), ({ recentValid }) => recentValid),
    ...(narrow
      ? []
      : [
          number(word('respondents.complaints'), ({ complaints }) => complaints),
          number(word('respondents.sanctions'), ({ sanctions }) => sanctions.count),
          number(word('respondents.unpaid'), ({ sanctions: { unpaid } }) =>
            unpaid.amount === 0 ? '—' : formatAmount(unpaid),
          ),
          number(word('respondents.latest'), ({ lastReceivedAt }) =>
            lastReceivedAt ? dayText(lastReceivedAt, locale) : '—',
          ),
        ]),
  ];
  return (
    <Table<Row>
      rowKey="id"
      size="small"
      pagination={false}
      dataSource={respondents}
      columns={columns}
      locale={{ emptyText: empty }}
    />
  );
}
