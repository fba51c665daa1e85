import type { Localized } from '@huiyin/shared';
import type { Refusal } from '../complaint/refusal.ts';

/** Why something cannot be done to an incident, and what to do about it. */

/** Linked complaints that still wait. */
export function unanswered(count: number): Refusal {
  return {
    code: 'CONDITION_UNMET',
    message: {
      zh: `还有 ${count} 件未作最终答复；请先答复，或移出本事件。`,
      en: `${count} linked ${count === 1 ? 'complaint waits' : 'complaints wait'} for a final answer: answer or unlink them first.`,
    },
  };
}

export const FOR_THOSE_WHO_LEAD: Localized = {
  zh: '只有主管和部门负责人可以进行此操作。',
  en: 'This is for supervisors and department leads.',
};
export const FOR_THE_TEAM: Localized = {
  zh: '只有本事件专班、主管和部门负责人可以进行此操作。',
  en: 'This is for the lead team, supervisors and department leads.',
};
export const NO_DRAFT: Refusal = {
  code: 'NOT_FOUND',
  message: { zh: '没有待审核的答复稿。', en: 'There is no draft to judge.' },
};
export const OWN_DRAFT: Refusal = {
  code: 'CONDITION_UNMET',
  message: { zh: '自己拟写的答复须由他人审核。', en: 'Somebody else approves what you drafted.' },
};
export const APPROVE_FIRST: Refusal = {
  code: 'CONDITION_UNMET',
  message: { zh: '统一答复须先拟稿并经他人审核。', en: 'Draft the answer and have it approved first.' },
};
export const DRAFT_FIRST: Refusal = {
  code: 'CONDITION_UNMET',
  message: { zh: '请先拟写统一答复。', en: 'Draft the answer first.' },
};
export const NOBODY_TO_ANSWER: Localized = {
  zh: '没有可以答复的投诉件：都已收到这份答复，或目前不能答复。',
  en: 'No linked complaint can be given it: each has had it, or cannot be answered as it stands.',
};
export const NOTHING_LINKED: Localized = {
  zh: '尚未并入任何投诉件。',
  en: 'No complaint is linked yet.',
};
