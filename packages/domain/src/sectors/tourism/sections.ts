import type { SectionDeclaration } from '../../report/declaration.ts';
import { t } from '../common.ts';

/** What a tourism regulator's report has beyond every report (domain.md 9). */
export const SECTIONS: readonly SectionDeclaration[] = [
  {
    code: 'validity',
    title: t('有效投诉', 'Valid complaints'),
    blocks: [
      {
        kind: 'breakdown',
        title: t('有效投诉的对象', 'Valid complaints by respondent'),
        measure: 'CONCLUDED',
        where: { validity: ['VALID'] },
        dimension: 'respondentType',
        chart: 'bar',
      },
      {
        kind: 'breakdown',
        title: t('是否处罚', 'With or without sanction'),
        measure: 'CONCLUDED',
        where: { validity: ['VALID'] },
        dimension: 'sanctioned',
        chart: 'none',
      },
    ],
  },
  {
    code: 'sanctions',
    title: t('行政处罚', 'Sanctions'),
    blocks: [
      {
        kind: 'figures',
        figures: [
          { code: 'sanctions', label: t('处罚件次', 'Sanctions'), kind: 'count', measure: 'SANCTION' },
          {
            code: 'fines',
            label: t('罚款', 'Fines'),
            kind: 'amount',
            unit: 'money',
            measure: 'SANCTION',
            where: { sanction: ['FINE'] },
          },
          {
            code: 'confiscations',
            label: t('没收违法所得', 'Confiscations'),
            kind: 'amount',
            unit: 'money',
            measure: 'SANCTION',
            where: { sanction: ['CONFISCATION'] },
          },
          {
            code: 'sanctionTotal',
            label: t('罚没合计', 'Fines and confiscations'),
            kind: 'amount',
            unit: 'money',
            measure: 'SANCTION',
          },
          {
            code: 'paid',
            label: t('已缴国库', 'Paid to the treasury'),
            kind: 'amount',
            unit: 'money',
            measure: 'SANCTION_PAID',
          },
        ],
      },
      {
        kind: 'breakdown',
        title: t('处罚种类', 'Kinds of sanctions'),
        measure: 'SANCTION',
        dimension: 'sanction',
        chart: 'bar',
        amounts: true,
      },
      {
        kind: 'breakdown',
        title: t('处罚对象', 'Sanctions by respondent'),
        measure: 'SANCTION',
        dimension: 'respondentType',
        chart: 'bar',
        amounts: true,
      },
      { kind: 'amountList', title: t('处罚明细', 'Sanctions one by one'), measure: 'SANCTION' },
    ],
  },
  {
    code: 'remit',
    title: t('职责范围外事项', 'Outside the remit'),
    blocks: [
      {
        kind: 'figures',
        figures: [
          {
            code: 'outsideRemit',
            label: t('不属职责范围', 'Outside the remit'),
            kind: 'count',
            measure: 'DECLINED',
            where: { declineGround: ['OUTSIDE_REMIT'] },
          },
        ],
      },
      {
        kind: 'breakdown',
        title: t('不予受理的原因', 'Grounds for declining'),
        measure: 'DECLINED',
        dimension: 'declineGround',
        chart: 'none',
      },
      {
        kind: 'breakdown',
        title: t('转告的主管部门', 'Bodies in charge'),
        measure: 'DECLINED',
        dimension: 'transferredTo',
        chart: 'bar',
      },
    ],
  },
  {
    code: 'tourismHotSpots',
    title: t('热点问题', 'Frequent issues'),
    blocks: [
      {
        kind: 'breakdown',
        title: t('热点问题', 'Frequent issues'),
        measure: 'RECEIVED',
        dimension: 'details.hotSpot',
        chart: 'bar',
      },
      {
        kind: 'breakdown',
        title: t('市场', 'Markets'),
        measure: 'RECEIVED',
        dimension: 'details.market',
        chart: 'pie',
      },
    ],
  },
  {
    code: 'inquiries',
    title: t('电话咨询', 'Telephone inquiries'),
    blocks: [
      {
        kind: 'figures',
        figures: [
          {
            code: 'telephoneInquiries',
            label: t('电话咨询', 'Telephone inquiries'),
            kind: 'count',
            measure: 'RECEIVED',
            where: { kind: ['INQUIRY'], channel: ['PHONE', 'HOTLINE_TRANSFER', 'DUTY_LINE'] },
          },
          {
            code: 'withoutInquiries',
            label: t('投诉举报（不含咨询）', 'Complaints and reports, inquiries apart'),
            kind: 'count',
            measure: 'RECEIVED',
            where: { kind: ['COMPLAINT', 'REPORT'] },
          },
        ],
      },
    ],
  },
];
