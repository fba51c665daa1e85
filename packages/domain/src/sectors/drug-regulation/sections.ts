import type { SectionDeclaration } from '../../report/declaration.ts';
import { t } from '../common.ts';

/** By object, and every case's result: what half-yearly reports of drug regulators consist of (domain.md 5.2). */
export const SECTIONS: readonly SectionDeclaration[] = [
  {
    code: 'objects',
    title: t('投诉对象', 'Objects'),
    blocks: [
      {
        kind: 'breakdown',
        title: t('产品类别', 'Classes of products'),
        measure: 'RECEIVED',
        dimension: 'details.productClass',
        chart: 'pie',
        beside: [
          { label: t('受理', 'Accepted'), measure: 'ACCEPTED' },
          { label: t('办结', 'Closed'), measure: 'CLOSED' },
        ],
      },
      {
        kind: 'breakdown',
        title: t('怀疑情形', 'Suspicions'),
        measure: 'RECEIVED',
        dimension: 'details.suspicion',
        chart: 'bar',
      },
      {
        kind: 'figures',
        figures: [
          {
            code: 'adverseForwarded',
            label: t('上报不良反应', 'Adverse reactions forwarded'),
            kind: 'count',
            measure: 'FORWARDED',
            where: { forwardedTo: ['ADVERSE_REACTION_MONITORING'] },
          },
          {
            code: 'staffConduct',
            label: t('行政投诉', 'About own staff'),
            kind: 'count',
            measure: 'RECEIVED',
            where: { classification: ['STAFF_CONDUCT'] },
          },
        ],
      },
    ],
  },
  {
    code: 'results',
    title: t('逐件结果', "Every case's result"),
    blocks: [
      {
        kind: 'cases',
        title: t('各件查处结果', 'Results case by case'),
        measure: 'RECEIVED',
        where: { classification: ['PRODUCT', 'NONE'] },
        limit: 200,
        columns: [
          'number',
          'receivedOn',
          'details.productName',
          'details.productClass',
          'finding',
          'result',
          'closedOn',
        ],
      },
      {
        kind: 'breakdown',
        title: t('处罚', 'Sanctions'),
        measure: 'SANCTION',
        dimension: 'sanction',
        chart: 'none',
        amounts: true,
      },
    ],
  },
];
