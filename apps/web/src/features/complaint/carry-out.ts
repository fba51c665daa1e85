import type { ApolloClient } from '@apollo/client';
import { parse } from 'graphql';

/** Who complained, as a reveal answers it: never kept. */
export interface Identity {
  readonly name: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly address: string | null;
}

export interface ActionPayload {
  readonly complaint: {
    readonly id: string;
    readonly number: string;
    readonly version: number;
    readonly complainant: Identity | null;
  } | null;
  readonly userErrors: readonly {
    readonly code: string;
    readonly field: string | null;
    readonly message: string;
  }[];
}

/** `SETTLE_ON_THE_SPOT` → `SettleOnTheSpot`. */
export function verbOf(action: string): string {
  return action
    .split('_')
    .map((part) => part.charAt(0) + part.slice(1).toLowerCase())
    .join('');
}

/** Calls the mutation of an action: each has one of its own, and all are alike. */
export async function carryOut(
  client: ApolloClient,
  action: string,
  input: Readonly<Record<string, unknown>>,
): Promise<ActionPayload> {
  const verb = verbOf(action);
  const { data } = await client.mutate<{ payload: ActionPayload }>({
    mutation: parse(`mutation Complaint${verb}($input: Complaint${verb}Input!) {
      payload: complaint${verb}(input: $input) {
        complaint { id number version complainant { name phone email address } }
        userErrors { code field message }
      }
    }`),
    variables: { input },
    // The page reads everything anew; a revealed identity is not to be kept.
    fetchPolicy: 'no-cache',
  });
  if (!data) throw new Error('The server gave no answer.');
  return data.payload;
}
