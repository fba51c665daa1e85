import type { Localized } from '@huiyin/shared';

/** A question of the guide to a classification. */
export interface GuideQuestion {
  readonly question: Localized;
  /** What it asks about, in a few words: stands in the reason with the answer that was given. */
  readonly about: Localized;
  readonly answers: readonly GuideAnswer[];
}

export interface GuideAnswer {
  readonly label: Localized;
  /** Place of a later question in the guide, or the code of the box. */
  readonly next: number | string;
}

/** A question that was answered. */
export interface GuideStep {
  readonly question: GuideQuestion;
  readonly answer: GuideAnswer;
}

/** Where answers have led: the way there, and the question that is open or the box that was reached. */
export interface GuidePosition {
  readonly steps: readonly GuideStep[];
  readonly open?: GuideQuestion | undefined;
  readonly reached?: string | undefined;
}

/** Follows answers, given by their places, from the first question on, as far as they are answers to it. */
export function walkGuide(guide: readonly GuideQuestion[], answers: readonly number[]): GuidePosition {
  const steps: GuideStep[] = [];
  let next: number | string = 0;
  for (const place of answers) {
    const question: GuideQuestion | undefined = typeof next === 'number' ? guide[next] : undefined;
    const answer: GuideAnswer | undefined = question?.answers[place];
    if (!question || !answer) break;
    steps.push({ question, answer });
    next = answer.next;
  }
  return typeof next === 'string' ? { steps, reached: next } : { steps, open: guide[next] };
}

/** The way taken, as it stands in a reason. */
export function guideReason(steps: readonly GuideStep[]): Localized {
  return {
    zh: steps.map(({ question, answer }) => `${question.about.zh}：${answer.label.zh}`).join(' → '),
    en: steps.map(({ question, answer }) => `${question.about.en}: ${answer.label.en}`).join(' → '),
  };
}
