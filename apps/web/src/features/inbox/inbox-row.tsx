import { Button, Skeleton } from 'antd';
import { memo } from 'react';
import { Link } from 'react-router';
import { AttentionFlag, type Column, Essentials } from './columns.tsx';
import type { Row } from './inbox-rows.ts';
import { useInboxWords } from './words.ts';

/** Where a row stands, and how its cells share the width. */
export interface RowPlace {
  readonly index: number;
  readonly top: number;
  readonly height: number;
  readonly template: string;
}

function styleOf({ top, height, template }: RowPlace) {
  return { height, transform: `translateY(${top}px)`, gridTemplateColumns: template };
}

interface RowProps extends RowPlace {
  readonly row: Row;
  readonly open: boolean;
  readonly narrow: boolean;
  readonly columns: readonly Column[];
  /** Of the address: a case opens on the same list. */
  readonly search: string;
}

/** One complaint. Drawn anew only when it changes: a list that scrolls draws what comes into sight, nothing else. */
export const InboxRow = memo(function InboxRow({ row, open, narrow, columns, search, ...place }: RowProps) {
  const { word, locale } = useInboxWords();
  return (
    <tr
      aria-rowindex={place.index + 1}
      data-index={place.index}
      className={open ? 'inbox-row inbox-row-open' : 'inbox-row'}
      style={styleOf(place)}
    >
      <td className="inbox-matter">
        <Link
          to={{ pathname: `/complaints/${row.id}`, search }}
          aria-current={open ? 'true' : undefined}
          title={row.title}
        >
          {row.attention.length > 0 && <AttentionFlag label={word('inbox.attention')} />}
          {row.title}
        </Link>
        {narrow && <Essentials row={row} />}
      </td>
      {!narrow &&
        columns.map((column) => (
          <td key={column.key} className="inbox-cell">
            {column.render(row, locale)}
          </td>
        ))}
    </tr>
  );
});

/** Stands where the next page will: on its way, or to be asked for again. */
export function MoreRow({ failed, onMore, ...place }: RowPlace & { failed: boolean; onMore: () => void }) {
  const { word } = useInboxWords();
  return (
    <tr className="inbox-row" style={styleOf(place)}>
      <td>
        {failed ? (
          <Button size="small" onClick={onMore}>
            {word('inbox.moreFailed')}
          </Button>
        ) : (
          <Skeleton.Input active size="small" block />
        )}
      </td>
    </tr>
  );
}
