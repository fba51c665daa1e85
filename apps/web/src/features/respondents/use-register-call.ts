import type { TypedDocumentNode } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { App } from 'antd';
import { useState } from 'react';
import type { RespondentPageFragment } from './generated/respondents.ts';
import { useRespondentWords } from './words.ts';

interface Done {
  readonly done: {
    readonly respondent: RespondentPageFragment | null;
    readonly userErrors: readonly { readonly message: string }[];
  };
}

/** Changes the register, and says how it went. */
export function useRegisterCall() {
  const { word } = useRespondentWords();
  const { message } = App.useApp();
  const client = useApolloClient();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const call = async <Input extends object>(
    mutation: TypedDocumentNode<Done, { readonly input: Input }>,
    input: Input,
  ): Promise<RespondentPageFragment | undefined> => {
    setBusy(true);
    setProblem(undefined);
    try {
      const variables = { input: { ...input, idempotencyKey: crypto.randomUUID() } };
      const { data } = await client.mutate({ mutation, variables });
      const { respondent, userErrors = [] } = data?.done ?? {};
      if (userErrors.length > 0) setProblem(userErrors.map((each) => each.message).join('\n'));
      else void message.success(word('respondent.done'));
      return respondent ?? undefined;
    } catch (error) {
      setProblem((error as Error).message);
      return undefined;
    } finally {
      setBusy(false);
    }
  };
  return { call, busy, problem };
}
