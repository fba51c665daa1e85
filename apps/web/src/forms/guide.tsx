import { findOption, type GuideQuestion, guideReason, type OptionNode, walkGuide } from '@huiyin/domain';
import { inLocale } from '@huiyin/shared';
import { Button, Flex } from 'antd';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import './guide.css';
import { useGuideWords } from './guide-words.ts';

/** What the guide led to. */
export interface Guided {
  readonly classification: string;
  /** The way that was taken. */
  readonly reason: string;
}

interface Props {
  readonly guide: readonly GuideQuestion[];
  readonly options: readonly OptionNode[];
  readonly onReach: (guided: Guided) => void;
}

/** One question at a time, answered by mouse or by number, until a box is reached. */
export function Guide({ guide, options, onReach }: Props) {
  const { word, locale } = useGuideWords();
  const [answers, setAnswers] = useState<readonly number[]>([]);
  const box = useRef<HTMLFieldSetElement>(null);
  const asked = useId();
  const { steps, open, reached } = walkGuide(guide, answers);
  // The button that was pressed is gone with its question: the next one is read out, and takes the keys.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus follows the question.
  useEffect(() => box.current?.focus(), [answers]);

  const answer = (place: number) => {
    const then = [...answers, place];
    const { reached: classification, steps: taken } = walkGuide(guide, then);
    setAnswers(then);
    if (classification) onReach({ classification, reason: inLocale(guideReason(taken), locale) });
  };
  const back = () => setAnswers(answers.slice(0, -1));
  const onKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const place = /^[1-9]$/.test(event.key) ? Number(event.key) - 1 : undefined;
    if (place !== undefined && open?.answers[place]) answer(place);
    else if (event.key === 'Backspace' && answers.length > 0) back();
    else return;
    event.preventDefault();
  };

  return (
    <fieldset ref={box} tabIndex={-1} aria-labelledby={asked} className="guide" onKeyDown={onKey}>
      {steps.length > 0 && <p className="quiet">{inLocale(guideReason(steps), locale)}</p>}
      <p id={asked}>
        {open && inLocale(open.question, locale)}
        {reached && word('guide.reached', { label: boxLabel(options, reached, locale) })}
      </p>
      <Flex gap={8} wrap>
        {open?.answers.map(({ label }, place) => (
          <Button key={label.en} aria-keyshortcuts={String(place + 1)} onClick={() => answer(place)}>
            <span aria-hidden="true" className="quiet number">
              {place + 1}
            </span>
            {inLocale(label, locale)}
          </Button>
        ))}
        {answers.length > 0 && (
          <Button type="text" aria-keyshortcuts="Backspace" onClick={back}>
            {word('guide.back')}
          </Button>
        )}
      </Flex>
      <p className="quiet wide-only guide-keys">{word('guide.keys')}</p>
    </fieldset>
  );
}

/** A box with those that it stands in. */
function boxLabel(
  options: readonly OptionNode[],
  code: string,
  locale: Parameters<typeof inLocale>[1],
): string {
  const path = findOption(options, code)?.path ?? [];
  return path.map(({ label }) => inLocale(label, locale)).join(' · ');
}
