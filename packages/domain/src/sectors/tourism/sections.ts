import type { SectionDeclaration } from '../../report/declaration.ts';
import { t } from '../common.ts';
import { repeatedSection } from '../repeated-section.ts';
import { DEPOSIT_SECTION } from './deposit-section.ts';
import { REMIT_SECTIONS } from './remit-sections.ts';

const VALID = { validity: ['VALID'] };

/** What a tourism regulator's report has beyond every report (domain.md 9). */
export const SECTIONS: readonly SectionDeclaration[] = [
  {
    code: 'validity',
    title: t('有效投诉', 'Valid complaints'),
    blocks: [
      {
        kind: 'figures',
        figures: [
          {
            code: 'validComplaints',
            label: t('有效投诉', 'Valid complaints'),
            kind: 'count',
            measure: 'CONCLUDED',
            where: VALID,
          },
          {
            code: 'validSanctioned',
            label: t('其中作出处罚', 'Of these sanctioned'),
            kind: 'count',
            measure: 'CONCLUDED',
            where: { ...VALID, sanctioned: ['YES'] },
          },
        ],
      },
      {
        kind: 'breakdown',
        code: 'validRespondents',
        title: t('有效投诉的对象', 'Valid complaints by respondent'),
        measure: 'CONCLUDED',
        where: VALID,
        dimension: 'respondentType',
        chart: 'bar',
      },
      {
        kind: 'breakdown',
        code: 'validSanctions',
        title: t('是否处罚', 'With or without sanction'),
        measure: 'CONCLUDED',
        where: VALID,
        dimension: 'sanctioned',
        chart: 'none',
      },
    ],
    text: [
      [
        {
          zh: '有效投诉 {validComplaints}{validComplaints.changes}；其中作出行政处罚 {validSanctioned}。',
          en: 'Valid complaints: {validComplaints}{validComplaints.changes}; of these sanctioned: {validSanctioned}.',
          when: ['validComplaints'],
        },
        {
          zh: '按对象分：{validRespondents.items}。',
          en: 'By respondent: {validRespondents.items}.',
          when: ['validRespondents'],
        },
        {
          zh: '本期没有认定有效的投诉。',
          en: 'No complaint was found valid in this period.',
          unless: ['validComplaints'],
        },
      ],
    ],
  },
  {
    code: 'sanctions',
    title: t('行政处罚', 'Sanctions'),
    blocks: [
      {
        kind: 'figures',
        figures: [
          { code: 'sanctions', label: t('行政处罚', 'Sanctions'), kind: 'count', measure: 'SANCTION' },
          {
            code: 'fines',
            label: t('罚款', 'Fines'),
            kind: 'amount',
            measure: 'SANCTION',
            where: { sanction: ['FINE'] },
          },
          {
            code: 'confiscations',
            label: t('没收违法所得', 'Confiscations'),
            kind: 'amount',
            measure: 'SANCTION',
            where: { sanction: ['CONFISCATION'] },
          },
          {
            code: 'sanctionTotal',
            label: t('罚没合计', 'Fines and confiscations'),
            kind: 'amount',
            measure: 'SANCTION',
          },
          {
            code: 'paid',
            label: t('已缴国库', 'Paid to the treasury'),
            kind: 'amount',
            measure: 'SANCTION_PAID',
          },
        ],
      },
      {
        kind: 'breakdown',
        code: 'sanctionKinds',
        title: t('处罚种类', 'Kinds of sanctions'),
        measure: 'SANCTION',
        dimension: 'sanction',
        chart: 'bar',
        amounts: true,
      },
      {
        kind: 'breakdown',
        code: 'sanctionedRespondents',
        title: t('处罚对象', 'Sanctions by respondent'),
        measure: 'SANCTION',
        dimension: 'respondentType',
        chart: 'bar',
        amounts: true,
      },
      {
        kind: 'amountList',
        code: 'sanctionList',
        title: t('处罚明细', 'Sanctions one by one'),
        measure: 'SANCTION',
      },
      { kind: 'runningTotals', code: 'quarters', title: t('罚没累计', 'Running totals') },
      { kind: 'unpaidSanctions', code: 'unpaid', title: t('尚未缴纳的罚没', 'Not paid yet') },
    ],
    text: [
      [
        {
          zh: '作出行政处罚 {sanctions}{sanctions.changes}。',
          en: 'The office imposed {sanctions}{sanctions.changes}.',
          when: ['sanctions'],
        },
        { zh: '罚款 {fines}（{fines.capitals}）。', en: 'Fines come to {fines}.', when: ['fines'] },
        {
          zh: '没收违法所得 {confiscations}（{confiscations.capitals}）。',
          en: 'Confiscated unlawful income comes to {confiscations}.',
          when: ['confiscations'],
        },
        {
          zh: '罚没合计 {sanctionTotal}（{sanctionTotal.capitals}）{sanctionTotal.changes}。',
          en: 'Together they are {sanctionTotal}{sanctionTotal.changes}.',
          when: ['sanctionTotal'],
        },
        {
          zh: '本期缴入国库 {paid}（{paid.capitals}）。',
          en: 'Paid to the treasury in this period: {paid}.',
          when: ['paid'],
        },
        {
          zh: '截至期末尚未缴纳的罚没逐项列出。',
          en: 'What was not paid by the end of the period is listed.',
          when: [{ of: 'unpaid', atLeast: 0 }],
        },
        {
          zh: '本期没有作出行政处罚。',
          en: 'No sanction was imposed in this period.',
          unless: ['sanctions'],
        },
      ],
      [
        {
          zh: '按对象分：{sanctionedRespondents.items}。',
          en: 'By respondent: {sanctionedRespondents.items}.',
          when: ['sanctionedRespondents'],
        },
      ],
    ],
  },
  DEPOSIT_SECTION,
  repeatedSection(),
  ...REMIT_SECTIONS,
];
