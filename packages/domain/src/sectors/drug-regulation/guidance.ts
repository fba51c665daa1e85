import type { GuidanceCard } from '../../guidance/cards.ts';
import { t } from '../common.ts';

export const GUIDANCE: readonly GuidanceCard[] = [
  {
    title: t('提醒停用并保留实物', 'Stop using it, and keep it'),
    text: t(
      '提醒对方停止使用、就医时带上产品，保留药品、包装、批号和购买凭证，不要自行退货。',
      'Tell them to stop using it, to take it along to a doctor, and to keep product, packaging, batch number and receipt; not to return it yet.',
    ),
    when: {
      categories: ['QUALITY', 'ADVERSE_REACTION'],
      statuses: ['REGISTERED', 'UNDER_REVIEW', 'ACCEPTED', 'IN_PROGRESS'],
    },
  },
  {
    title: t('本单位人员，换人办理', 'About our own staff: somebody else handles it'),
    text: t(
      '反映本单位人员的，被反映人不得经手，也不得知道由谁反映；按廉政途径办理。',
      'Whoever it is about has no hand in it and does not learn who complained; it goes the way of integrity matters.',
    ),
    when: { categories: ['STAFF'] },
  },
];
