import { useApolloClient, useQuery } from '@apollo/client/react';
import { useCallback, useMemo, useRef, useState } from 'react';
import { type Changes, useChanges, useRefresh } from '../../app/live.ts';
import type { InboxAddress } from './address.ts';
import {
  InboxDocument,
  InboxPageDocument,
  InboxRowAnewDocument,
  type InboxRowFragment,
} from './generated/inbox.ts';

const PAGE = 100;
/** Changed together, more than so many rows are not read one by one: the reader is told that the list has changed. */
const MOST_READ_ANEW = 10;

export type Row = InboxRowFragment;

/** What has been read of a list, and the way to the rest. */
export interface InboxRows {
  /** Absent before the first answer. */
  readonly rows: readonly Row[] | undefined;
  readonly total: number | undefined;
  readonly hasMore: boolean;
  /** Asks for what follows: once for each end, however often it is called. */
  readonly more: () => void;
  /** What follows could not be read; `more` tries again. */
  readonly moreFailed: boolean;
  /** The list has changed under somebody who is further down than its first page. */
  readonly stale: boolean;
  /** Reads it from the top. */
  readonly startOver: () => void;
  readonly loading: boolean;
  readonly error: Error | undefined;
}

/** The pages after the first one. */
interface Further {
  /** The end that they follow: of another list, or of a first page that has changed, they are left out. */
  readonly joint: string;
  readonly rows: readonly Row[];
  readonly hasMore: boolean;
  readonly end: string | null;
}

/**
 * The complaints of a list, page by page. The first page lives in the cache, so that the inbox stands at once when
 * somebody comes back to it. Those after it stay out of the cache: it reads a list that it keeps anew as a whole for
 * each page, which took seconds from a few thousand rows on.
 */
export function useInboxRows({ filter, order }: Pick<InboxAddress, 'filter' | 'order'>): InboxRows {
  const client = useApolloClient();
  const { data, previousData, error, loading, refetch } = useQuery(InboxDocument, {
    variables: { filter, order, first: PAGE },
    fetchPolicy: 'cache-and-network',
  });
  const first = (data ?? previousData)?.complaints;
  const [further, setFurther] = useState<Further>();
  const [moreFailed, setMoreFailed] = useState(false);
  const [stale, setStale] = useState(false);

  // What is shown while another list is on its way leads nowhere.
  const joint = data && JSON.stringify([filter, order, data.complaints.pageInfo.endCursor]);
  const after = further?.joint === joint ? further : undefined;
  const hasMore = after?.hasMore ?? data?.complaints.pageInfo.hasNextPage ?? false;
  const end = after ? after.end : (data?.complaints.pageInfo.endCursor ?? null);
  const rows = useMemo(() => {
    const top = first?.edges.map(({ node }) => node);
    return top && after ? [...top, ...after.rows] : top;
  }, [first, after]);

  const asking = useRef<string | null>(null);
  const more = useCallback(() => {
    if (!joint || !end || !hasMore || asking.current === end) return;
    asking.current = end;
    setMoreFailed(false);
    client
      .query({
        query: InboxPageDocument,
        variables: { filter, order, first: PAGE, after: end },
        fetchPolicy: 'no-cache',
      })
      .then(({ data: page }) => {
        if (!page || asking.current !== end) return;
        const { edges, pageInfo } = page.complaints;
        setFurther((before) => {
          const known = before?.joint === joint ? before.rows : [];
          return {
            joint,
            // One that moved down in the meantime comes a second time.
            rows: [...known, ...without(known, edges)],
            hasMore: pageInfo.hasNextPage,
            end: pageInfo.endCursor ?? null,
          };
        });
      })
      .catch(() => {
        if (asking.current !== end) return;
        asking.current = null;
        setMoreFailed(true);
      });
  }, [client, filter, order, joint, end, hasMore]);

  const refresh = useRefresh(refetch);
  const startOver = useCallback(() => {
    asking.current = null;
    setFurther(undefined);
    setMoreFailed(false);
    setStale(false);
    refresh();
  }, [refresh]);

  const readAnew = ({ versions }: Changes) => {
    const shown = (rows ?? []).filter(({ id }) => versions.has(id));
    if (shown.length > MOST_READ_ANEW) return;
    for (const { id } of shown) {
      client
        .query({ query: InboxRowAnewDocument, variables: { id }, fetchPolicy: 'network-only' })
        .then(({ data: now }) => {
          const row = now?.complaint;
          if (row) setFurther((before) => before && { ...before, rows: replaced(before.rows, row) });
        })
        // The list is said to have changed either way.
        .catch(() => undefined);
    }
  };
  useChanges((changes) => {
    if (!after) return refresh();
    // Further down, rows would be torn from under the reader: they stay where they are, and the reader says when.
    setStale(true);
    readAnew(changes);
  });

  return {
    ...{ rows, hasMore, more, moreFailed, stale, startOver, loading, error },
    total: first?.totalCount ?? undefined,
  };
}

function without(known: readonly Row[], edges: readonly { readonly node: Row }[]): Row[] {
  const ids = new Set(known.map(({ id }) => id));
  return edges.map(({ node }) => node).filter(({ id }) => !ids.has(id));
}

function replaced(rows: readonly Row[], row: Row): readonly Row[] {
  const index = rows.findIndex(({ id }) => id === row.id);
  return index < 0 ? rows : rows.with(index, row);
}
