import { useVirtualizer } from '@tanstack/react-virtual';
import { Skeleton } from 'antd';
import { type KeyboardEvent, type ReactNode, useCallback, useEffect, useRef } from 'react';
import { Link, useLocation, useNavigate } from 'react-router';
import { useAppearance } from '../../app/appearance.tsx';
import { useShortcuts } from '../../ui/shortcuts.ts';
import { AttentionFlag, type Column, Essentials, type Row } from './columns.tsx';
import { useInboxWords } from './words.ts';

interface Props {
  readonly rows: readonly Row[];
  readonly total: number | undefined;
  readonly columns: readonly Column[];
  /** Beside an open case there is room for the essentials only. */
  readonly narrow: boolean;
  readonly openId: string | undefined;
  readonly hasMore: boolean;
  readonly onMore: () => void;
  /** What stands there when there are none. */
  readonly empty: ReactNode;
}

/** Rows ahead of the end at which more are asked for. */
const AHEAD = 15;

/** The rows, of which only those in sight are drawn, so that ten thousand scroll as ten do. */
export function InboxList({ rows, total, columns, narrow, openId, hasMore, onMore, empty }: Props) {
  const { word, locale } = useInboxWords();
  const { density } = useAppearance();
  const { search } = useLocation();
  const navigate = useNavigate();
  const box = useRef<HTMLDivElement>(null);
  const height = narrow ? 64 : density === 'compact' ? 36 : 52;
  const count = rows.length + (hasMore ? 1 : 0);
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => box.current,
    estimateSize: () => height,
    overscan: 8,
    getItemKey: (index) => rows[index]?.id ?? 'more',
  });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (hasMore && last >= rows.length - AHEAD) onMore();
  }, [hasMore, last, rows.length, onMore]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another height is all that asks for measuring anew.
  useEffect(() => virtual.measure(), [height]);

  const focus = useCallback(
    (index: number) => {
      if (index < 0 || index >= rows.length) return;
      virtual.scrollToIndex(index);
      requestAnimationFrame(() =>
        box.current?.querySelector<HTMLElement>(`[data-index="${index}"] a`)?.focus(),
      );
    },
    [rows.length, virtual],
  );

  // J and K go through the cases from anywhere on the page, and open the next one where one is open.
  const step = (by: 1 | -1) => () => {
    if (!openId) return focus(focusedIndex() + by);
    const next = rows[rows.findIndex(({ id }) => id === openId) + by];
    if (next) void navigate({ pathname: `/complaints/${next.id}`, search });
  };
  useShortcuts({ j: step(1), k: step(-1) });

  const onArrow = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const from = focusedIndex();
    if (by === 0 || from < 0) return;
    event.preventDefault();
    focus(from + by);
  };
  const template = narrow
    ? 'minmax(0, 1fr)'
    : `minmax(200px, 1.6fr) ${columns.map(({ width }) => width).join(' ')}`;

  if (rows.length === 0) return empty;
  return (
    <div className="inbox-box" ref={box}>
      <table
        className="inbox-table"
        aria-label={word('inbox.title')}
        aria-rowcount={total ?? -1}
        onKeyDown={onArrow}
        style={{ minWidth: narrow ? 0 : 200 + columns.length * 108 }}
      >
        {!narrow && (
          <thead>
            <tr className="inbox-head" style={{ gridTemplateColumns: template }}>
              <th scope="col">{word('inbox.matter')}</th>
              {columns.map(({ key, word: title }) => (
                <th scope="col" key={key}>
                  {word(title)}
                </th>
              ))}
            </tr>
          </thead>
        )}
        <tbody className="inbox-rows" style={{ height: virtual.getTotalSize() }}>
          {items.map(({ index, start, key }) => {
            const row = rows[index];
            const place = { height, transform: `translateY(${start}px)`, gridTemplateColumns: template };
            if (!row) {
              return (
                <tr key={key} className="inbox-row" style={place}>
                  <td>
                    <Skeleton.Input active size="small" block />
                  </td>
                </tr>
              );
            }
            return (
              <tr
                key={key}
                aria-rowindex={index + 1}
                data-index={index}
                className={row.id === openId ? 'inbox-row inbox-row-open' : 'inbox-row'}
                style={place}
              >
                <td className="inbox-matter">
                  <Link
                    to={{ pathname: `/complaints/${row.id}`, search }}
                    aria-current={row.id === openId ? 'true' : undefined}
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
          })}
        </tbody>
      </table>
    </div>
  );
}

/** The row that has the focus; -1 when none has. */
function focusedIndex(): number {
  const row = document.activeElement?.closest<HTMLElement>('[data-index]');
  return row ? Number(row.dataset['index']) : -1;
}
