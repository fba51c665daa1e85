import type { GuidanceCard } from '../../guidance/cards.ts';
import { t } from '../common.ts';

export const GUIDANCE: readonly GuidanceCard[] = [
  {
    title: t('先排险，再登记', 'Make it safe first'),
    text: t(
      '有人被困、漏水、停电、火情等，先通知值班人员到场处置，再补齐登记。',
      'Somebody trapped, water, power or fire: call out whoever is on duty first, and complete the entry afterwards.',
    ),
    when: {
      categories: ['EQUIPMENT', 'SUDDEN_EVENT'],
      statuses: ['REGISTERED', 'UNDER_REVIEW', 'ACCEPTED', 'IN_PROGRESS'],
    },
  },
  {
    title: t('拿依据说话', 'Show what it rests on'),
    text: t(
      '说明收费项目的合同条款、公示标准和计算方法；属于业主共同决定的，说明如何提请业主大会。',
      'Show the clause, the published rate and the sum. What the owners decide together, say how it is brought before them.',
    ),
    when: { categories: ['CHARGES'], statuses: ['REGISTERED', 'UNDER_REVIEW', 'ACCEPTED', 'IN_PROGRESS'] },
  },
];
