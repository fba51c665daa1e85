import type { TypedDocumentNode } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { App } from 'antd';
import { useState } from 'react';
import type { IncidentAnsweredFragment } from './generated/incidents.ts';
import { useIncidentWords } from './words.ts';

export type LeftBehind = NonNullable<IncidentAnsweredFragment['course']>['leftBehind'];

/** Carries something out and says how it went; those that could not go along are kept in sight. */
export function useIncidentCall() {
  const { word } = useIncidentWords();
  const { message } = App.useApp();
  const client = useApolloClient();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const [leftBehind, setLeftBehind] = useState<LeftBehind>([]);

  const call = async <Input extends object>(
    mutation: TypedDocumentNode<{ readonly done: IncidentAnsweredFragment }, { readonly input: Input }>,
    input: Input,
  ): Promise<IncidentAnsweredFragment['incident'] | undefined> => {
    setBusy(true);
    setProblem(undefined);
    try {
      const variables = { input: { ...input, idempotencyKey: crypto.randomUUID() } };
      const { data } = await client.mutate({ mutation, variables });
      const { incident, userErrors = [], course } = data?.done ?? {};
      setLeftBehind(course?.leftBehind ?? []);
      if (userErrors.length > 0) {
        setProblem(userErrors.map((each) => each.message).join('\n'));
        return undefined;
      }
      void message.success(word('incident.done.done'));
      return incident ?? undefined;
    } catch (error) {
      setProblem((error as Error).message);
      return undefined;
    } finally {
      setBusy(false);
    }
  };
  return { call, busy, problem, leftBehind, forget: () => setProblem(undefined) };
}
