import type { Classification } from '@huiyin/domain';
import { lazy, Suspense, useState } from 'react';
import { Loading } from '../app/states.tsx';
import type { Guided } from './guide.tsx';
import { useGuideWords } from './guide-words.ts';

const Guide = lazy(async () => ({ default: (await import('./guide.tsx')).Guide }));

interface Props {
  readonly classification: Classification | undefined;
  readonly onReach: (guided: Guided) => void;
}

/** Questions that lead to the box, for whoever opens them; nothing where the sector has none. Opened anew, it begins anew. */
export function ClassificationGuide({ classification, onReach }: Props) {
  const { word } = useGuideWords();
  const [open, setOpen] = useState(false);
  if (!classification?.guide) return null;
  const { guide, options } = classification;
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{word('guide.title')}</summary>
      {open && (
        <Suspense fallback={<Loading />}>
          <Guide {...{ guide, options, onReach }} />
        </Suspense>
      )}
    </details>
  );
}
