import { useApolloClient } from '@apollo/client/react';
import { useEffect, useRef, useState } from 'react';
import type { ComplaintAction } from '../../generated/schema.ts';
import { PresenceKeepDocument, type PresenceKeepMutation } from './generated/presence.ts';

export type Present = NonNullable<PresenceKeepMutation['presenceKeep']['company']>['others'][number];

const EVERY_MS = 12_000;

/**
 * Says that the viewer has the complaint open and what they are writing, and learns who else has and how far it has
 * come. A page that nobody looks at says nothing.
 */
export function usePresence(
  id: string,
  doing: ComplaintAction | undefined,
): { readonly others: readonly Present[]; readonly version: number | undefined } {
  const client = useApolloClient();
  const [known, setKnown] = useState<{ others: readonly Present[]; version: number | undefined }>({
    ...{ others: [], version: undefined },
  });
  const current = useRef(doing);
  current.current = doing;
  useEffect(() => {
    let gone = false;
    const tell = (leaving: boolean) =>
      client.mutate({
        mutation: PresenceKeepDocument,
        variables: { input: { id, doing: current.current ?? null, leaving } },
        fetchPolicy: 'no-cache',
      });
    const keep = () => {
      if (document.hidden) return;
      tell(false)
        .then(({ data }) => {
          if (gone || !data) return;
          const { others = [], version } = data.presenceKeep.company ?? {};
          setKnown({ others, version });
        })
        // The banner of the whole product says that the connection is lost.
        .catch(() => undefined);
    };
    keep();
    const timer = setInterval(keep, EVERY_MS);
    document.addEventListener('visibilitychange', keep);
    return () => {
      gone = true;
      clearInterval(timer);
      document.removeEventListener('visibilitychange', keep);
      tell(true).catch(() => undefined);
    };
  }, [client, id]);
  // What one begins to write is told at once.
  useEffect(() => {
    if (!doing) return;
    client
      .mutate({
        mutation: PresenceKeepDocument,
        variables: { input: { id, doing, leaving: false } },
        fetchPolicy: 'no-cache',
      })
      .catch(() => undefined);
  }, [client, id, doing]);
  return known;
}
