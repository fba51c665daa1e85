import { useApolloClient } from '@apollo/client/react';
import { useCallback } from 'react';
import { useLocation, useNavigate } from 'react-router';
import type { ComplaintAction } from '../../generated/schema.ts';
import { useKept } from '../../ui/use-kept.ts';
import { NextDueDocument } from './generated/next-due.ts';

/** What leaves a complaint to somebody else, or to a later day: whoever has done it goes on to the next. */
const LEAVES: ReadonlySet<ComplaintAction> = new Set<ComplaintAction>([
  ...(['DECLINE', 'TRANSFER', 'MERGE', 'WITHDRAW', 'SETTLE_ON_THE_SPOT', 'CLOSE'] as const),
  ...(['ANSWER', 'DRAFT_ANSWER', 'PROMISE', 'WAIT_FOR_COMPLAINANT', 'FOLLOW_UP'] as const),
  ...(['ASSIGN', 'HAND_OVER'] as const),
]);

export function isLeft(action: string): boolean {
  return LEAVES.has(action as ComplaintAction);
}

/** Opens the complaint that is due next: of the viewer's own, or of the office where they have no other. */
export function useNextDue(id: string): () => Promise<void> {
  const client = useApolloClient();
  const navigate = useNavigate();
  const { search } = useLocation();
  return useCallback(async () => {
    const { data } = await client.query({
      query: NextDueDocument,
      variables: { mine: { open: true, mine: true }, office: { open: true } },
      fetchPolicy: 'network-only',
    });
    const due = [...(data?.mine.edges ?? []), ...(data?.office.edges ?? [])].map(({ node }) => node);
    const next = due.find((each) => each.id !== id);
    await navigate({ pathname: next ? `/complaints/${next.id}` : '/complaints', search });
  }, [client, navigate, search, id]);
}

/** Whether the next one opens by itself; kept in the browser. */
export function useGoesOn(): readonly [boolean, (goesOn: boolean) => void] {
  return useKept('huiyin-goes-on', false);
}
