import type { SectionDeclaration } from '../../report/declaration.ts';
import { t } from '../common.ts';

const COMPLAINTS = { kind: ['COMPLAINT', 'REPORT'] };

/** What lay outside the remit, what travellers complain of, when, and what is counted apart. */
export const REMIT_SECTIONS: readonly SectionDeclaration[] = [
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
          {
            code: 'transferred',
            label: t('移送主管部门', 'Transferred'),
            kind: 'count',
            measure: 'TRANSFERRED',
          },
          {
            code: 'answeredByBodies',
            label: t('主管部门已答复', 'Answered by the bodies in charge'),
            counter: { zh: '件', en: 'case', many: 'cases' },
            kind: 'count',
            measure: 'ANSWERED',
            where: { acceptance: ['DECLINED', 'TRANSFERRED'] },
          },
        ],
      },
      {
        kind: 'breakdown',
        code: 'grounds',
        title: t('不予受理的原因', 'Grounds for declining'),
        measure: 'DECLINED',
        dimension: 'declineGround',
        chart: 'none',
      },
      {
        kind: 'breakdown',
        code: 'bodies',
        title: t('转告的主管部门', 'Bodies in charge'),
        measure: 'DECLINED',
        dimension: 'transferredTo',
        chart: 'bar',
      },
      {
        kind: 'breakdown',
        code: 'transferBodies',
        title: t('移送的主管部门', 'Bodies to which matters were transferred'),
        measure: 'TRANSFERRED',
        dimension: 'transferredTo',
        chart: 'none',
      },
    ],
    text: [
      [
        {
          zh: '不属本机构职责范围、不予受理的 {outsideRemit}{outsideRemit.changes}。',
          en: 'Declined as outside the remit: {outsideRemit}{outsideRemit.changes}.',
          when: ['outsideRemit'],
        },
        {
          zh: '转告的主管部门：{bodies.items}。',
          en: 'Bodies in charge named to complainants: {bodies.items}.',
          when: ['bodies'],
        },
        {
          zh: '移送主管部门办理 {transferred}{transferred.changes}：{transferBodies.items}。',
          en: 'Transferred to the body in charge: {transferred}{transferred.changes}; {transferBodies.items}.',
          when: ['transferred'],
        },
        {
          zh: '主管部门答复后随之办结的 {answeredByBodies}{answeredByBodies.changes}。',
          en: 'Answered by the body in charge, and so ended here too: {answeredByBodies}{answeredByBodies.changes}.',
          when: ['answeredByBodies'],
        },
        {
          zh: '本期没有因不属职责范围而不予受理的件。',
          en: 'Nothing was declined as outside the remit in this period.',
          unless: ['outsideRemit'],
        },
      ],
    ],
  },
  {
    code: 'tourismHotSpots',
    title: t('旅游热点问题', 'Frequent issues of travel'),
    blocks: [
      {
        kind: 'breakdown',
        code: 'issues',
        title: t('热点问题', 'Frequent issues'),
        measure: 'RECEIVED',
        dimension: 'details.hotSpot',
        chart: 'bar',
      },
      {
        kind: 'breakdown',
        code: 'markets',
        title: t('市场', 'Markets'),
        measure: 'RECEIVED',
        dimension: 'details.market',
        chart: 'pie',
      },
    ],
    text: [
      [
        { zh: '热点问题：{issues.items}。', en: 'Frequent issues: {issues.items}.', when: ['issues'] },
        {
          zh: '本期各件均未登记热点问题。',
          en: 'No frequent issue was recorded in this period.',
          unless: ['issues'],
        },
        { zh: '按市场分：{markets.items}。', en: 'By market: {markets.items}.', when: ['markets'] },
      ],
    ],
  },
  {
    code: 'holidays',
    title: t('节假日投诉', 'Holidays'),
    blocks: [
      {
        kind: 'holidays',
        code: 'holidays',
        title: t('节假日投诉与举报', 'Complaints and reports on holidays'),
        measure: 'RECEIVED',
        where: COMPLAINTS,
      },
      {
        kind: 'days',
        code: 'holidayDays',
        title: t('假期逐日投诉与举报', 'Complaints and reports day by day'),
        measure: 'RECEIVED',
        where: COMPLAINTS,
      },
    ],
    text: [
      [
        {
          zh: '本期各节假日收到的投诉和举报，与上年同一假期对比如下表。',
          en: 'The table sets the complaints and reports of each holiday beside the same holiday a year before.',
          when: [{ of: 'holidays', atLeast: 0 }],
        },
        {
          zh: '本期内没有国务院通知放假的节假日。',
          en: "No holiday of the State Council's notice begins in this period.",
          unless: [{ of: 'holidays', atLeast: 0 }],
        },
      ],
    ],
  },
  {
    code: 'inquiries',
    title: t('咨询与接待量', 'Inquiries and visits'),
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
            label: t('投诉与举报', 'Complaints and reports'),
            kind: 'count',
            measure: 'RECEIVED',
            where: COMPLAINTS,
          },
          {
            code: 'perVisits',
            label: t('每万人次投诉与举报', 'Per 10,000 visits'),
            kind: 'per',
            measure: 'RECEIVED',
            where: COMPLAINTS,
            denominator: 'VISITS',
          },
        ],
      },
    ],
    text: [
      [
        {
          zh: '不计咨询，收到投诉和举报 {withoutInquiries}{withoutInquiries.changes}；另接听电话咨询 {telephoneInquiries}{telephoneInquiries.changes}。',
          en: 'Without inquiries the office received {withoutInquiries}{withoutInquiries.changes}; inquiries by telephone, counted apart: {telephoneInquiries}{telephoneInquiries.changes}.',
        },
        {
          zh: '按接待量计，{perVisits}{perVisits.changes}。',
          en: 'Set against visits: {perVisits}{perVisits.changes}.',
          when: ['perVisits'],
        },
      ],
    ],
  },
];
