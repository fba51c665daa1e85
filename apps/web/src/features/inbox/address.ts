import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { ComplaintFilterInput, ComplaintOrder } from '../../generated/schema.ts';

/** The views that everybody has. */
export const VIEWS = {
  open: { open: true },
  mine: { open: true, mine: true },
  unassigned: { open: true, unassigned: true },
  overdue: { open: true, overdue: true },
  attention: { attention: true },
  all: {},
} as const satisfies Readonly<Record<string, ComplaintFilterInput>>;
export type View = keyof typeof VIEWS;

/** What the inbox shows, as its address says: it can be sent to a colleague or kept as a bookmark. */
export interface InboxAddress {
  readonly view: View;
  readonly search: string;
  /** Narrowed further, by hand or by a saved view. */
  readonly narrowed: ComplaintFilterInput;
  /** The cases behind a figure of a report, of one import, or of one incident. */
  readonly figure: string | undefined;
  readonly importId: string | undefined;
  readonly incident: string | undefined;
  /** All of it together, as the schema takes it. */
  readonly filter: ComplaintFilterInput;
  readonly order: ComplaintOrder;
  /** The same address with some parts changed; `null` takes one away. */
  readonly change: (parts: Readonly<Partial<Record<Part, string | null>>>) => void;
}
type Part = 'view' | 'search' | 'filter' | 'figure' | 'import' | 'incident' | 'order';

const ORDERS: readonly ComplaintOrder[] = [
  'DUE_ASC',
  'RECEIVED_DESC',
  'RECEIVED_ASC',
  'ACTIVITY_DESC',
  'NUMBER_ASC',
];

function parsed(text: string | null): ComplaintFilterInput {
  try {
    const value: unknown = JSON.parse(text ?? '{}');
    return typeof value === 'object' && value !== null ? (value as ComplaintFilterInput) : {};
  } catch {
    return {};
  }
}

/** The inbox as its address says it, and the way to change that. */
export function useInboxAddress(): InboxAddress {
  const [place, setPlace] = useSearchParams();
  const change = useCallback<InboxAddress['change']>(
    (parts) =>
      setPlace(
        (before) => {
          const next = new URLSearchParams(before);
          for (const [part, value] of Object.entries(parts)) {
            if (value) next.set(part, value);
            else next.delete(part);
          }
          return next;
        },
        { replace: true },
      ),
    [setPlace],
  );
  return useMemo(() => {
    const figure = place.get('figure') ?? undefined;
    const importId = place.get('import') ?? undefined;
    const incident = place.get('incident') ?? undefined;
    const asked = place.get('view') ?? (figure || importId || incident ? 'all' : 'open');
    const view: View = asked in VIEWS ? (asked as View) : 'open';
    const search = place.get('search') ?? '';
    const narrowed = parsed(place.get('filter'));
    const order = ORDERS.find((known) => known === place.get('order'));
    return {
      ...{ view, search, narrowed, figure, importId, incident, change },
      // Whatever the view: what is due next comes first, what is settled last.
      order: order ?? 'DUE_ASC',
      filter: {
        ...VIEWS[view],
        ...narrowed,
        ...(search ? { search } : {}),
        ...(figure ? { figure } : {}),
        ...(importId ? { importId } : {}),
        ...(incident ? { incident } : {}),
      },
    };
  }, [place, change]);
}
