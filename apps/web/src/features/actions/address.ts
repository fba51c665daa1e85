import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { useViewer } from '../../app/viewer.tsx';
import type { CorrectiveActionFilterInput, CorrectiveActionState } from '../../generated/schema.ts';

/** How far the actions are that are shown. */
export const SHOWN = {
  pending: ['OPEN', 'OVERDUE'],
  overdue: ['OVERDUE'],
  completed: ['COMPLETED'],
  all: ['OPEN', 'OVERDUE', 'COMPLETED'],
} as const satisfies Readonly<Record<string, readonly CorrectiveActionState[]>>;
export type Shown = keyof typeof SHOWN;

/** What the list shows, as its address says. */
export interface ActionsAddress {
  readonly shown: Shown;
  readonly mine: boolean;
  readonly department: string | undefined;
  readonly cause: string | undefined;
  readonly filter: CorrectiveActionFilterInput;
  /** The same address with some parts changed; `null` takes one away. */
  readonly change: (parts: Readonly<Record<string, string | null>>) => void;
}

/** The list as its address says it; a handler begins with their own. */
export function useActionsAddress(): ActionsAddress {
  const [place, setPlace] = useSearchParams();
  const { role } = useViewer();
  return useMemo(() => {
    const asked = place.get('shown') ?? 'pending';
    const shown: Shown = asked in SHOWN ? (asked as Shown) : 'pending';
    const mine = place.has('mine') ? place.get('mine') === 'yes' : role === 'HANDLER';
    const department = place.get('department') ?? undefined;
    const cause = place.get('cause') ?? undefined;
    return {
      ...{ shown, mine, department, cause },
      filter: {
        states: [...SHOWN[shown]],
        ...(mine ? { mine } : {}),
        ...(department ? { departmentId: department } : {}),
        ...(cause ? { cause } : {}),
      },
      change: (parts) =>
        setPlace(
          (before) => {
            const next = new URLSearchParams(before);
            for (const [part, value] of Object.entries(parts)) {
              if (value === null) next.delete(part);
              else next.set(part, value);
            }
            return next;
          },
          { replace: true },
        ),
    };
  }, [place, setPlace, role]);
}
