import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { TeamAssignDocument, TeamTakeBackDocument } from './generated/team.ts';

/** To whom work is given. */
export interface Target {
  readonly memberId?: string;
  readonly departmentId?: string;
  readonly name: string;
}

interface Ref {
  readonly id: string;
  readonly number: string;
  readonly version: number;
}
interface Failed {
  readonly number: string;
  readonly message: string;
}

/** What became of an assignment of several, or of taking it back. */
export interface Result {
  readonly kind: 'assigned' | 'undone';
  readonly name: string;
  readonly done: readonly Ref[];
  readonly failed: readonly Failed[];
}

/** Assigns several complaints, one command each, and takes them back: each is done on the version that was seen. */
export function useAssigning(): {
  readonly progress: { readonly done: number; readonly count: number } | undefined;
  readonly result: Result | undefined;
  readonly assign: (cases: readonly Ref[], target: Target) => Promise<void>;
  readonly undo: () => Promise<void>;
  readonly close: () => void;
} {
  const client = useApolloClient();
  const [progress, setProgress] = useState<{ done: number; count: number }>();
  const [result, setResult] = useState<Result>();

  const each = async (cases: readonly Ref[], act: (one: Ref) => Promise<Answer | undefined>) => {
    const done: Ref[] = [];
    const failed: Failed[] = [];
    for (const one of cases) {
      setProgress({ done: done.length + failed.length + 1, count: cases.length });
      try {
        const answer = await act(one);
        const [refused] = answer?.userErrors ?? [];
        if (answer?.complaint && !refused) done.push({ ...one, version: answer.complaint.version });
        else failed.push({ number: one.number, message: refused?.message ?? '' });
      } catch (error) {
        failed.push({ number: one.number, message: (error as Error).message });
      }
    }
    setProgress(undefined);
    return { done, failed };
  };

  return {
    ...{ progress, result },
    assign: async (cases, { memberId = null, departmentId = null, name }) => {
      const outcome = await each(cases, async ({ id, version }) => {
        const input = { id, version, memberId, departmentId, idempotencyKey: crypto.randomUUID() };
        const { data } = await client.mutate({ mutation: TeamAssignDocument, variables: { input } });
        return data?.complaintAssign;
      });
      setResult({ kind: 'assigned', name, ...outcome });
    },
    undo: async () => {
      if (!result) return;
      const outcome = await each(result.done, async ({ id, version }) => {
        const input = { id, version, idempotencyKey: crypto.randomUUID() };
        const { data } = await client.mutate({ mutation: TeamTakeBackDocument, variables: { input } });
        return data?.complaintTakeBackAssignment;
      });
      setResult({ kind: 'undone', name: result.name, ...outcome });
    },
    close: () => setResult(undefined),
  };
}

interface Answer {
  readonly complaint: { readonly version: number } | null;
  readonly userErrors: readonly { readonly message: string }[];
}
