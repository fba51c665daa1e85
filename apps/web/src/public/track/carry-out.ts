import { ask } from '../api.ts';
import {
  AddMaterialDocument,
  AnswerMediationDocument,
  RateDocument,
  ReopenDocument,
  WithdrawDocument,
} from './generated/track.ts';
import type { Credentials, Matter } from './matter.ts';

/** What the complainant wants done. */
export type Wish =
  | { readonly do: 'addMaterial'; readonly text: string; readonly files: readonly string[] }
  | { readonly do: 'answerMediation'; readonly agreed: boolean }
  | {
      readonly do: 'rate';
      readonly result: 'SATISFIED' | 'ACCEPTABLE' | 'DISSATISFIED';
      readonly resolved: boolean;
      readonly remark: string;
    }
  | { readonly do: 'reopen'; readonly reason: string }
  | { readonly do: 'withdraw'; readonly reason: 'SETTLED' | 'NO_LONGER_WISHED' | 'MISTAKE' | 'OTHER' };

/** What came of it. */
export interface Answered {
  readonly matter: Matter | null;
  readonly userErrors: readonly { readonly message: string }[];
}

/** Asks the server to do it. @throws AskError */
export async function carryOut(
  wish: Wish,
  credentials: Credentials,
  idempotencyKey: string,
): Promise<Answered> {
  const base = { credentials, idempotencyKey };
  switch (wish.do) {
    case 'addMaterial': {
      const { text, files } = wish;
      return (await ask(AddMaterialDocument, { input: { ...base, text, files: [...files] } })).payload;
    }
    case 'answerMediation':
      return (await ask(AnswerMediationDocument, { input: { ...base, agreed: wish.agreed } })).payload;
    case 'rate': {
      const { result, resolved, remark } = wish;
      return (await ask(RateDocument, { input: { ...base, result, resolved, remark } })).payload;
    }
    case 'reopen':
      return (await ask(ReopenDocument, { input: { ...base, reason: wish.reason } })).payload;
    case 'withdraw':
      return (await ask(WithdrawDocument, { input: { ...base, reason: wish.reason } })).payload;
  }
}
