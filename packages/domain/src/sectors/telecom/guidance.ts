import type { GuidanceCard } from '../../guidance/cards.ts';
import { t } from '../common.ts';

export const GUIDANCE: readonly GuidanceCard[] = [
  {
    title: t('问清地点和终端', 'Ask where, and with what'),
    text: t(
      '问清小区、楼层、室内还是室外、什么时段、什么手机，先请对方换卡换机试一试，再派单。',
      'Ask for the estate and floor, indoors or out, at what hours and with which phone; have another card or phone tried before sending anybody.',
    ),
    when: { categories: ['NETWORK'], statuses: ['REGISTERED', 'UNDER_REVIEW', 'ACCEPTED', 'IN_PROGRESS'] },
  },
  {
    title: t('先讲清每一笔', 'Explain every item first'),
    text: t(
      '对照账单逐笔说明扣了什么、依据哪条协议、何时由谁办理；查无同意记录的，先退费再追责。',
      'Go through the bill item by item: what was charged, under which terms, ordered when and by whom. Where no consent is on record, refund first.',
    ),
    when: { categories: ['CHARGES'], statuses: ['REGISTERED', 'UNDER_REVIEW', 'ACCEPTED', 'IN_PROGRESS'] },
  },
];
