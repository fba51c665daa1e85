import type { SectionDeclaration } from '../../report/declaration.ts';
import { t } from '../common.ts';

/** Classification, conversions and rates by households and area (domain.md 5.3, 9). */
export const SECTIONS: readonly SectionDeclaration[] = [
  {
    code: 'classification',
    title: t('投诉分类与转化', 'Classification and conversions'),
    blocks: [
      {
        kind: 'figures',
        figures: [
          {
            code: 'per1000',
            label: t('每千户投诉', 'Per 1,000 households'),
            kind: 'per',
            measure: 'RECEIVED',
            denominator: 'HOUSEHOLDS',
          },
          {
            code: 'perArea',
            label: t('每十万平方米投诉', 'Per 100,000 m²'),
            kind: 'per',
            measure: 'RECEIVED',
            denominator: 'AREA',
          },
          {
            code: 'converted',
            label: t('转为有效投诉', 'Turned valid'),
            kind: 'count',
            measure: 'CONVERTED',
          },
          {
            code: 'conversionRate',
            label: t('转化率', 'Conversion rate'),
            kind: 'rate',
            numerator: { measure: 'CONVERTED' },
            denominator: { measure: 'RECEIVED' },
          },
        ],
      },
      {
        kind: 'breakdown',
        title: t('有效与沟通性', 'Valid and communicative'),
        measure: 'RECEIVED',
        dimension: 'classificationRoot',
        chart: 'pie',
      },
      {
        kind: 'breakdown',
        title: t('细分', 'In detail'),
        measure: 'RECEIVED',
        dimension: 'classification',
        chart: 'bar',
      },
    ],
  },
  {
    code: 'estates',
    title: t('小区与设施', 'Estates and facilities'),
    blocks: [
      {
        kind: 'breakdown',
        title: t('按小区', 'By estate'),
        measure: 'RECEIVED',
        dimension: 'details.estate',
        chart: 'bar',
        beside: [{ label: t('办结', 'Closed'), measure: 'CLOSED' }],
      },
      {
        kind: 'breakdown',
        title: t('按设施', 'By facility'),
        measure: 'RECEIVED',
        dimension: 'details.facility',
        chart: 'bar',
      },
    ],
  },
];
