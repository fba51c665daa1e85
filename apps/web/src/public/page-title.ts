import { useEffect } from 'react';
import { usePublicWords } from './words.ts';

/** What the page is called in tabs and history, and first read out: itself, then whose it is. */
export function usePageTitle(...parts: readonly string[]): void {
  const { word } = usePublicWords();
  const title = [...parts, word('public.brand')].filter(Boolean).join(' – ');
  useEffect(() => {
    document.title = title;
  }, [title]);
}
