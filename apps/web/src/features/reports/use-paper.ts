import { createContext, useContext, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/** Whether a report is shown as it prints: because somebody wants to see it, or because it is being printed. */
export interface Paper {
  readonly shown: boolean;
  readonly show: (shown: boolean) => void;
}

export function usePaper(): Paper {
  const [wanted, show] = useState(false);
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    // The page is laid out as soon as these have run: they cannot wait for the next drawing.
    const before = () => flushSync(() => setPrinting(true));
    const after = () => setPrinting(false);
    window.addEventListener('beforeprint', before);
    window.addEventListener('afterprint', after);
    return () => {
      window.removeEventListener('beforeprint', before);
      window.removeEventListener('afterprint', after);
    };
  }, []);
  return { shown: wanted || printing, show };
}

export const OnPaper = createContext(false);

/** Whether what is drawn is to be ink on white paper, whatever the screen's colours. */
export function useOnPaper(): boolean {
  return useContext(OnPaper);
}
