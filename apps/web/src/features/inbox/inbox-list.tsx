import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useCallback, useEffect, useRef } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { useAppearance } from '../../app/appearance.tsx';
import { useShortcuts } from '../../ui/shortcuts.ts';
import type { Column } from './columns.tsx';
import { InboxRow, MoreRow } from './inbox-row.tsx';
import type { InboxRows } from './inbox-rows.ts';
import { useInboxWords } from './words.ts';

interface Props extends Pick<InboxRows, 'total' | 'hasMore' | 'more' | 'moreFailed'> {
  readonly rows: NonNullable<InboxRows['rows']>;
  readonly columns: readonly Column[];
  /** Beside an open case there is room for the essentials only. */
  readonly narrow: boolean;
  readonly openId: string | undefined;
  /** What stands there when there are none. */
  readonly empty: ReactNode;
}

/** Rows ahead of the end at which more are asked for. */
const AHEAD = 50;

/** The rows, of which only those in sight are drawn, so that ten thousand scroll as ten do. */
export function InboxList(props: Props) {
  const { rows, total, columns, narrow, openId, hasMore, more, moreFailed, empty } = props;
  const { word } = useInboxWords();
  const { density } = useAppearance();
  const { search } = useLocation();
  const navigate = useNavigate();
  const box = useRef<HTMLDivElement>(null);
  const height = narrow ? 64 : density === 'compact' ? 36 : 52;
  const virtual = useVirtualizer({
    count: rows.length + (hasMore ? 1 : 0),
    getScrollElement: () => box.current,
    estimateSize: () => height,
    overscan: 8,
    // The same function for the same rows: for another one it measures all of them anew, at every turn of the wheel.
    getItemKey: useCallback((index: number) => rows[index]?.id ?? 'more', [rows]),
    rangeExtractor: withFocused,
  });
  const items = virtual.getVirtualItems();
  const last = virtual.range?.endIndex ?? 0;
  useEffect(() => {
    if (hasMore && last >= rows.length - AHEAD) more();
  }, [hasMore, last, rows.length, more]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another height is all that asks for measuring anew.
  useEffect(() => virtual.measure(), [height]);

  /** The row that gets the focus as soon as it is drawn. */
  const awaited = useRef(-1);
  const focusAwaited = useCallback(() => {
    const link = box.current?.querySelector<HTMLElement>(`[data-index="${awaited.current}"] a`);
    if (!link) return;
    awaited.current = -1;
    link.focus({ preventScroll: true });
  }, []);
  useEffect(focusAwaited);
  const focus = (index: number) => {
    if (rows.length === 0) return;
    awaited.current = Math.max(0, Math.min(index, rows.length - 1));
    virtual.scrollToIndex(awaited.current);
    focusAwaited();
  };

  // J and K go through the cases from anywhere on the page, and open the next one where one is open.
  const step = (by: 1 | -1) => () => {
    if (!openId) return focus(focusedIndex() + by);
    const index = rows.findIndex(({ id }) => id === openId) + by;
    const next = rows[index];
    if (!next) return;
    // Behind a case that takes the whole width nothing scrolls, which would ask for more.
    if (index >= rows.length - AHEAD) more();
    virtual.scrollToIndex(index);
    void navigate({ pathname: `/complaints/${next.id}`, search });
  };
  useShortcuts({ j: step(1), k: step(-1) });

  const onKeyDown = (event: KeyboardEvent) => {
    const from = focusedIndex();
    if (from < 0 || event.altKey || event.ctrlKey || event.metaKey) return;
    const screenful = Math.max(1, Math.floor((box.current?.clientHeight ?? 0) / height) - 1);
    const to = {
      ArrowDown: from + 1,
      ArrowUp: from - 1,
      PageDown: from + screenful,
      PageUp: from - screenful,
      Home: 0,
      End: rows.length - 1,
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    focus(to);
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
        aria-rowcount={hasMore ? (total ?? -1) : rows.length}
        onKeyDown={onKeyDown}
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
          {items.map(({ index, start: top, key }) => {
            const row = rows[index];
            const place = { index, top, height, template };
            if (!row) return <MoreRow key={key} failed={moreFailed} onMore={more} {...place} />;
            const open = row.id === openId;
            return <InboxRow key={key} {...{ row, open, narrow, columns, search }} {...place} />;
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

/** The rows in sight, and the one that has the focus wherever it is: the keyboard goes on from there. */
function withFocused(range: Range): number[] {
  const drawn = defaultRangeExtractor(range);
  const focused = focusedIndex();
  if (focused < 0 || focused >= range.count || drawn.includes(focused)) return drawn;
  return focused < (drawn[0] ?? 0) ? [focused, ...drawn] : [...drawn, focused];
}
