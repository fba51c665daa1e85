import type { Localized } from '@huiyin/shared';
import type { Counter } from './measure-words.ts';
import type { MeasureQuery } from './measures.ts';

/** A count by which those who lead see whether the three prohibitions (domain.md 3) are kept. */
export type ProhibitionFigure = MeasureQuery & {
  readonly code: string;
  readonly label: Localized;
  readonly counter?: Counter;
};

const TIMES: Counter = { zh: '次', en: 'time', many: 'times' };

/** Days up to today that the board counts; a report counts its period. */
export const PROHIBITION_DAYS = 30;

/** Passing on, leaving aside, and who looked at whom. */
export const PROHIBITION_FIGURES: readonly ProhibitionFigure[] = [
  { code: 'handedOver', label: { zh: '移交', en: 'Hand-overs' }, measure: 'HANDED_OVER' },
  {
    code: 'handedOnTooOften',
    label: { zh: '三次移交无进展', en: 'Third hand-overs without progress' },
    counter: TIMES,
    measure: 'ESCALATED',
    where: { escalation: ['THIRD_HAND_OVER'] },
  },
  {
    code: 'untouched',
    label: { zh: '长期未办理', en: 'Untouched for too long' },
    counter: TIMES,
    measure: 'ESCALATED',
    where: { escalation: ['UNTOUCHED'] },
  },
  { code: 'revealed', label: { zh: '查看身份', en: 'Identities revealed' }, measure: 'REVEALED' },
  { code: 'recused', label: { zh: '回避', en: 'Recusals' }, measure: 'RECUSED' },
];
