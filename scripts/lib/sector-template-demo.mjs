import { quoted, t } from './as-code.mjs';

/** The demo office of a new sector and its register: one matter for each way a complaint goes. */
export function matters({ zh, en, family, slug }) {
  const regulator = family === 'REGULATOR';
  const about = regulator ? "respondent: { name: '某公司', type: 'COMPANY' }," : '';
  return `
import { t } from '../common.ts';
import type { DemoOffice } from '../contract.ts';
import type { DemoMatter } from '../demo.ts';

export const OFFICE: DemoOffice = {
  slug: ${quoted(slug)},
  name: ${t(`${zh}示范单位`, `Demo office: ${en}`)},
  region: '440300',
  departments: [{ name: t('投诉办', 'Complaints office')${regulator ? '' : ", kind: 'FRONT_OFFICE'"} }],
};

export const MATTERS: readonly DemoMatter[] = [
  {
    daysAgo: 0,
    content: '窗口工作人员态度生硬，不愿解释。',
    category: 'ATTITUDE',
    name: '白女士',
    phone: '13900009001',
    details: { serviceWay: 'COUNTER' },
    ${about}
    outcome: { is: 'registered' },
  },
  {
    daysAgo: 2,
    content: '预约后仍然等候两个多小时。',
    category: 'WAITING',
    name: '石先生',
    phone: '13900009002',
    channel: 'HOTLINE_TRANSFER',
    details: { serviceWay: 'COUNTER', peopleAffected: 20 },
    ${about}
    outcome: { is: 'accepted' },
  },
  {
    daysAgo: 3,
    content: '质量不符合承诺，要求说明原因。',
    category: 'QUALITY',
    name: '常女士',
    phone: '13900009003',
    confidential: true,
    details: {},
    ${about}
    outcome: { is: 'promised', hours: 96 },
  },
  {
    daysAgo: 15,
    content: '收费项目看不明白，请说明。',
    category: 'CHARGES',
    kind: 'INQUIRY',
    name: '武先生',
    phone: '13900009004',
    details: { serviceWay: 'ONLINE' },
    outcome: { is: 'settled', answer: '已逐项说明收费依据，来电人表示清楚。', remedy: 'EXPLANATION' },
  },
  {
    daysAgo: 40,
    content: '多收了一个月费用，要求退还。',
    category: 'CHARGES',
    name: '乔女士',
    phone: '13900009005',
    details: { serviceWay: 'ONLINE', amountInDispute: { amount: 12_800, currency: 'CNY' } },
    ${about}
    outcome: {
      is: 'closed',
      finding: 'SUBSTANTIATED',
      facts: '系统重复计费一次。',
      answer: '多收费用已退还，并向您道歉。',
      days: 6,
      remedy: 'REFUND',
      yuan: 128,
      cause: 'PROCESS',
      lesson: '计费结果发出前应自动核对重复项。',
    },
  },
  {
    daysAgo: 75,
    content: '上门服务没有按约定时间到。',
    category: 'SERVICE',
    name: '赖先生',
    phone: '13900009006',
    details: { serviceWay: 'ON_SITE' },
    ${about}
    outcome: {
      is: 'closed',
      finding: 'PARTLY_SUBSTANTIATED',
      facts: '确有迟到，但已提前电话告知。',
      answer: '已重新约定时间并完成服务。',
      days: 4,
      remedy: 'APOLOGY',
      cause: 'STAFF',
      followUp: 'ACCEPTABLE',
    },
  },
  {
    daysAgo: 130,
    content: '邻居噪音大，希望你们管一管。',
    category: 'OTHER',
    name: '龚女士',
    phone: '13900009007',
    details: {},
    outcome: {
      is: 'declined',
      ground: 'NOT_OURS',
      reason: '不属于本单位职责，已告知受理部门。',
      body: '街道办事处',
    },
  },
];
`;
}
