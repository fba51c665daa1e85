import type { SectionDeclaration } from '../../report/declaration.ts';
import { t } from '../common.ts';

const FROM_DEPOSIT = { remedy: ['QUALITY_DEPOSIT'] };

/** What travellers were paid out of the deposits of travel agencies. */
export const DEPOSIT_SECTION: SectionDeclaration = {
  code: 'deposit',
  title: t('质量保证金赔付', 'Quality deposits'),
  blocks: [
    {
      kind: 'figures',
      figures: [
        {
          code: 'depositPayments',
          label: t('质量保证金赔付', 'Payments from deposits'),
          counter: { zh: '笔', en: 'payment', many: 'payments' },
          ...{ kind: 'count', measure: 'REMEDY', where: FROM_DEPOSIT },
        },
        {
          code: 'depositSum',
          label: t('赔付金额', 'Sum paid'),
          ...{ kind: 'amount', measure: 'REMEDY', where: FROM_DEPOSIT },
        },
      ],
    },
    {
      ...{ kind: 'breakdown', code: 'depositAgencies', chart: 'none', amounts: true },
      title: t('动用保证金的旅行社', 'Agencies whose deposits were used'),
      ...{ measure: 'REMEDY', where: FROM_DEPOSIT, dimension: 'respondent' },
    },
  ],
  text: [
    [
      {
        zh: '动用旅行社质量保证金赔付游客 {depositPayments}{depositPayments.changes}，共 {depositSum}（{depositSum.capitals}）。',
        en: "Travellers were paid out of agencies' quality deposits: {depositPayments}{depositPayments.changes}, {depositSum} in all.",
        when: ['depositPayments'],
      },
      {
        zh: '本期没有动用质量保证金。',
        en: 'No quality deposit was used in this period.',
        unless: ['depositPayments'],
      },
    ],
  ],
};
