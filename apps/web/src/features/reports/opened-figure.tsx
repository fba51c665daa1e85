import { createContext, lazy, type MouseEvent, type ReactNode, Suspense, useContext, useState } from 'react';
import { Link } from 'react-router';
import type { OpenedNumber } from './opened-number.ts';
import { useReportWords } from './words.ts';

const FigureCases = lazy(async () => ({ default: (await import('./figure-cases.tsx')).FigureCases }));

const Opening = createContext<(number: OpenedNumber) => void>(() => undefined);

/** What opens a number beside the report, for a chart whose bars are no links. */
export function useOpenNumber(): (number: OpenedNumber) => void {
  return useContext(Opening);
}

/** Every number below it opens its cases beside the report. */
export function WithOpenedFigures({ children }: { children: ReactNode }) {
  const [opened, setOpened] = useState<OpenedNumber>();
  return (
    <Opening.Provider value={setOpened}>
      {children}
      {opened && (
        <Suspense>
          <FigureCases number={opened} onClose={() => setOpened(undefined)} />
        </Suspense>
      )}
    </Opening.Provider>
  );
}

/** A number that opens. It is a link to its cases: a middle click opens them apart, as with any other. */
export function NumberLink({ number }: { number: OpenedNumber }) {
  const { word } = useReportWords();
  const open = useContext(Opening);
  const onClick = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    open(number);
  };
  const { cases, text } = number;
  return (
    <Link to={`/complaints?figure=${cases}`} aria-label={word('reports.open', { text })} onClick={onClick}>
      {text}
    </Link>
  );
}
