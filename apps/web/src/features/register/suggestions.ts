import { useMutation, useQuery } from '@apollo/client/react';
import { Form, type FormInstance } from 'antd';
import { useCallback } from 'react';
import { useSettled } from '../../ui/use-settled.ts';
import {
  SuggestionRecordDocument,
  SuggestionsDocument,
  type SuggestionsQuery,
} from './generated/suggestions.ts';
import type { Typed } from './typed.ts';

export type Suggestions = SuggestionsQuery['suggestions'];

/** Shorter texts say nothing of their category. */
const ENOUGH_SAID = 4;

/** What the office's closed cases suggest of what is being typed. */
export function useSuggestions(form: FormInstance<Typed>): Suggestions | undefined {
  const content = (Form.useWatch('content', form) ?? '').trim();
  const channel = Form.useWatch('channel', form) ?? 'PHONE';
  const asked = useSettled(content, 500);
  const enough = asked.length >= ENOUGH_SAID;
  const { data, previousData } = useQuery(SuggestionsDocument, {
    variables: { input: { content: asked, channel } },
    skip: !enough,
  });
  return enough ? (data ?? previousData)?.suggestions : undefined;
}

/** Counts whether what was suggested was chosen; a count that is lost is no harm to a registration. */
export function useCountSuggestion(): (
  suggestions: Suggestions | undefined,
  chosen: string | null | undefined,
) => void {
  const [record] = useMutation(SuggestionRecordDocument);
  return useCallback(
    (suggestions, chosen) => {
      const suggested = suggestions?.categories[0]?.category.code;
      if (suggested && chosen)
        void record({ variables: { input: { suggested, chosen } } }).catch(() => undefined);
    },
    [record],
  );
}
