import { useRef } from 'react';
import { useSector } from '../../app/sector.ts';
import { ClassificationGuide } from '../../forms/classification-guide.tsx';
import type { Guided } from '../../forms/guide.tsx';

interface Props {
  /** The reason that stands there. */
  readonly reason: string;
  readonly onTake: (guided: Partial<Guided>) => void;
}

/** The guide beside the form that moves a complaint to another box: the way taken is its reason, unless one was written. */
export function ReclassifyHelp({ reason, onTake }: Props) {
  const { classification } = useSector();
  const written = useRef<string>('');
  const take = (guided: Guided) => {
    if (reason.trim() && reason !== written.current) {
      onTake({ classification: guided.classification });
      return;
    }
    written.current = guided.reason;
    onTake(guided);
  };
  return <ClassificationGuide classification={classification} onReach={take} />;
}
