import { t } from '../common.ts';
import { publicPage } from '../public-page.ts';

export const PUBLIC_PAGE = publicPage({
  introduction: t(
    '小区的设施设备、环境秩序、收费或服务有问题，业主和住户都可以告诉我们。',
    'Owners and residents can tell us about equipment, surroundings, charges or service in their estate.',
  ),
  handles: [
    t('电梯、给排水、供电、消防等设施', 'Lifts, water, power, fire safety'),
    t('保洁、绿化、秩序、停车', 'Cleaning, greenery, security, parking'),
    t('服务态度、收费与资金', 'Attitude, charges and funds'),
    t('突发事件', 'Sudden events'),
  ],
  elsewhere: [
    t(
      '电梯困人、漏水漏电等紧急情况请直接打电话',
      'People caught in a lift, leaks, live wires: please telephone',
    ),
    t('邻里纠纷：社区居民委员会', 'Disputes with neighbours: residents’ committee'),
    t('由业主大会或业主委员会决定的事项', 'Matters for the owners’ assembly or committee to decide'),
  ],
});
