import { DownOutlined, RightOutlined } from '@ant-design/icons';
import { Button, Table, type TableColumnType } from 'antd';
import { useState } from 'react';
import { useMedia } from '../../app/appearance.tsx';
import { dayText } from '../../app/moments.ts';
import { AlertMark, Batches } from './batches.tsx';
import type { ProductsQuery } from './generated/products.ts';
import { useProductWords } from './words.ts';

type Row = ProductsQuery['products']['edges'][number]['node'];

/** A page of the register; on a phone only what tells what stands out. */
export function ProductsTable(shown: {
  readonly products: readonly Row[];
  /** What a name is called. */
  readonly named: string;
  /** Whether rows are open until somebody closes them. */
  readonly opened: boolean;
  readonly empty: string;
}) {
  const { products, named, opened, empty } = shown;
  const { word, locale } = useProductWords();
  const narrow = useMedia('(max-width: 800px)');
  const [turned, setTurned] = useState<readonly string[]>([]);
  const count = (title: string, of: (row: Row) => React.ReactNode): TableColumnType<Row> => ({
    ...{ title, align: 'right', className: 'number', render: (_, row) => of(row) },
  });
  const columns: TableColumnType<Row>[] = [
    {
      title: named,
      render: (_, { name, number, makers, alerted }) => (
        <>
          <span className="product-name">{name}</span> {alerted && <AlertMark />}
          <div className="quiet">{[number, ...makers].filter(Boolean).join(' · ')}</div>
        </>
      ),
    },
    count(word('products.recent'), ({ recentComplaints }) => recentComplaints),
    ...(narrow
      ? []
      : [
          count(word('products.complaints'), ({ complaints }) => complaints),
          count(word('products.latest'), ({ lastReceivedOn }) => dayText(lastReceivedOn, locale)),
        ]),
  ];
  return (
    <Table<Row>
      rowKey="id"
      size="small"
      pagination={false}
      dataSource={products}
      columns={columns}
      locale={{ emptyText: empty }}
      expandable={{
        columnTitle: <span className="visually-hidden">{word('products.batches')}</span>,
        expandedRowKeys: products.map(({ id }) => id).filter((id) => turned.includes(id) !== opened),
        onExpand: (_, { id }) =>
          setTurned((before) =>
            before.includes(id) ? before.filter((each) => each !== id) : [...before, id],
          ),
        expandIcon: ({ expanded, onExpand, record }) => (
          <Button
            type="text"
            size="small"
            aria-expanded={expanded}
            aria-label={word('products.batchesOf', { name: record.name })}
            icon={expanded ? <DownOutlined aria-hidden /> : <RightOutlined aria-hidden />}
            onClick={(event) => onExpand(record, event)}
          />
        ),
        expandedRowRender: ({ name, batches }) => <Batches name={name} batches={batches} />,
      }}
    />
  );
}
