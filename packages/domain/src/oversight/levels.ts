import type { Localized } from '@huiyin/shared';

/** How much of an organisation a grant shows. */
export const OVERSIGHT_LEVELS = ['AGGREGATE', 'MASKED_CASES'] as const;
export type OversightLevel = (typeof OVERSIGHT_LEVELS)[number];

export const OVERSIGHT_LEVEL_LABELS: Readonly<Record<OversightLevel, Localized>> = {
  AGGREGATE: { zh: '仅统计数据', en: 'Figures alone' },
  MASKED_CASES: {
    zh: '统计数据和投诉件（不含个人信息和文字内容）',
    en: 'Figures, and cases without people and texts',
  },
};
