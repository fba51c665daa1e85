import { useEffect, useSyncExternalStore } from 'react';

/** Something that the page in sight can do: offered in the palette, and told in the help of the keyboard. */
export interface PageAction {
  readonly id: string;
  readonly label: string;
  /** The single key that does it too. */
  readonly key?: string | undefined;
  readonly run: () => void;
}

const NONE: readonly PageAction[] = [];
let offered = NONE;
const listeners = new Set<() => void>();

function offer(actions: readonly PageAction[]): void {
  offered = actions;
  for (const listener of listeners) listener();
}

/** Offers what the page can do for as long as it is there. */
export function useOfferActions(actions: readonly PageAction[]): void {
  useEffect(() => {
    offer(actions);
    return () => offer(NONE);
  }, [actions]);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** What the page in sight can do. */
export function useOfferedActions(): readonly PageAction[] {
  return useSyncExternalStore(subscribe, () => offered);
}
