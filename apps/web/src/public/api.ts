import type { DocumentNode } from 'graphql';
import { print } from 'graphql';
import { useCallback, useEffect, useRef, useState } from 'react';
import { currentLocale } from '../i18n/i18n.ts';

/** A document of a generated module: it knows the shape of its answer and of its variables. */
type TypedDocument<Data, Variables> = DocumentNode & { readonly __apiType?: (variables: Variables) => Data };

/** Why the server could not be asked, or would not answer. */
export class AskError extends Error {
  override readonly name = 'AskError';
  readonly reason: 'offline' | 'throttled' | 'failed';

  constructor(reason: AskError['reason'], message = '') {
    super(message);
    this.reason = reason;
  }
}

interface Answer<Data> {
  readonly data?: Data;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

/** Asks the server. Without cookies: here everybody is nobody. @throws AskError */
export async function ask<Data, Variables>(
  document: TypedDocument<Data, Variables>,
  variables: Variables,
): Promise<Data> {
  let answer: Answer<Data>;
  try {
    const response = await fetch('/graphql', {
      method: 'POST',
      credentials: 'omit',
      headers: { 'content-type': 'application/json', 'accept-language': currentLocale() },
      body: JSON.stringify({ query: print(document), variables }),
    });
    answer = (await response.json()) as Answer<Data>;
  } catch {
    throw new AskError('offline');
  }
  const [error] = answer.errors ?? [];
  if (error)
    throw new AskError(error.extensions?.code === 'THROTTLED' ? 'throttled' : 'failed', error.message);
  if (!answer.data) throw new AskError('failed');
  return answer.data;
}

export interface Asked<Data> {
  readonly data: Data | undefined;
  readonly error: AskError | undefined;
  readonly retry: () => void;
}

/** What the server says to a question, asked again when its variables change. */
export function useAsk<Data, Variables>(
  document: TypedDocument<Data, Variables>,
  variables: Variables,
): Asked<Data> {
  const [state, setState] = useState<{ data?: Data; error?: AskError }>({});
  const [tries, setTries] = useState(0);
  const asked = useRef('');
  const key = JSON.stringify([tries, variables]);
  useEffect(() => {
    asked.current = key;
    const [, given] = JSON.parse(key) as [number, Variables];
    ask(document, given).then(
      (data) => asked.current === key && setState({ data }),
      (error: AskError) => asked.current === key && setState({ error }),
    );
  }, [document, key]);
  return {
    data: state.data,
    error: state.error,
    retry: useCallback(() => setTries((before) => before + 1), []),
  };
}

/** A random UUID. `crypto.randomUUID` is missing where a page is not served over https. */
export function randomUuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `a${hex.slice(17, 20)}`,
    hex.slice(20),
  ].join('-');
}
