import type { SectionDeclaration } from '../../report/declaration.ts';
import { t } from '../common.ts';
import { ENGINEERING_SECTIONS } from './engineering-sections.ts';

/** Engineering outlets and the comparison by customers (domain.md 5.1, 9). */
export const SECTIONS: readonly SectionDeclaration[] = [
  {
    code: 'perCustomers',
    title: t('万户投诉与工程转化', 'Complaints per customer, and engineering outlets'),
    blocks: [
      {
        kind: 'figures',
        figures: [
          {
            code: 'per10000',
            label: t('每万户投诉', 'Complaints per 10,000 customers'),
            kind: 'per',
            measure: 'RECEIVED',
            where: { kind: ['COMPLAINT'] },
            denominator: 'CUSTOMERS',
          },
          {
            code: 'outletConversion',
            label: t('转工程处理率', 'Engineering outlet conversion'),
            kind: 'rate',
            numerator: {
              measure: 'CAUSE_STATED',
              where: { cause: ['WEAK_COVERAGE', 'NEEDS_TUNING', 'STATION_FAULT'] },
            },
            denominator: { measure: 'CAUSE_STATED' },
          },
        ],
      },
      {
        kind: 'breakdown',
        code: 'services',
        title: t('业务', 'Services'),
        measure: 'RECEIVED',
        dimension: 'details.service',
        chart: 'pie',
      },
    ],
    text: [
      [
        { zh: '按业务分：{services.items}。', en: 'By service: {services.items}.', when: ['services'] },
        {
          zh: '按用户数计，{per10000}{per10000.changes}。',
          en: 'Set against customers: {per10000}{per10000.changes}.',
          when: ['per10000'],
        },
        {
          zh: '查明的原因中，转由工程处理（选址、优化、修复）的占 {outletConversion}{outletConversion.changes}。',
          en: 'Of the causes stated, {outletConversion} went to engineering: siting, tuning or repair{outletConversion.changes}.',
          when: ['outletConversion'],
        },
      ],
    ],
  },
  ...ENGINEERING_SECTIONS,
];
