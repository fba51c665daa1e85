import { PROHIBITION_FIGURES } from '../figures/prohibitions.ts';
import type { SectionDeclaration } from '../report/declaration.ts';
import { t } from './common.ts';

/** The three prohibitions (domain.md 3): passing on, leaving aside, and who looked at whom; each opens onto its cases. */
export const PROHIBITIONS: SectionDeclaration = {
  code: 'prohibitions',
  title: t('三项禁令', 'The three prohibitions'),
  blocks: [
    {
      kind: 'figures',
      figures: PROHIBITION_FIGURES.map((figure) => ({ kind: 'count', ...figure })),
    },
    {
      kind: 'breakdown',
      code: 'escalations',
      title: t('提请主管关注', 'Put before the supervisor'),
      measure: 'ESCALATED',
      dimension: 'escalation',
      chart: 'none',
    },
  ],
  text: [
    [
      {
        zh: '不推诿：移交 {handedOver}，其中三次移交仍无进展的 {handedOnTooOften}；长期未办理的 {untouched}。',
        en: 'No passing on: {handedOver}; for the third time without progress, {handedOnTooOften}; untouched for too long, {untouched}.',
        when: ['handedOver'],
      },
      {
        zh: '不推诿：本期没有移交；长期未办理的 {untouched}。',
        en: 'No passing on: nothing was handed over; untouched for too long, {untouched}.',
        unless: ['handedOver'],
      },
      {
        zh: '不泄露：登记理由后查看投诉人身份 {revealed}。',
        en: 'No leaking: identities looked at, with the reason recorded, {revealed}.',
        when: ['revealed'],
      },
      {
        zh: '不泄露：本期没有查看过保密的投诉人身份。',
        en: 'No leaking: no identity kept in confidence was looked at.',
        unless: ['revealed'],
      },
      { zh: '工作人员回避 {recused}。', en: 'Staff recused themselves: {recused}.', when: ['recused'] },
    ],
  ],
};
