import type { GuidanceCard } from '../../guidance/cards.ts';
import { t } from '../common.ts';

export const GUIDANCE: readonly GuidanceCard[] = [
  {
    title: t('人还在途中的，先解决眼前', 'Still on the road: help at once'),
    text: t(
      '游客还在行程中的，先协调食宿、交通和安全，联系组团社到场，再谈赔偿。',
      'While they are still travelling, see to bed, transport and safety and get the agency on the spot before talking of compensation.',
    ),
    when: {
      categories: ['ITINERARY', 'SAFETY', 'ACCOMMODATION'],
      statuses: ['REGISTERED', 'UNDER_REVIEW', 'ACCEPTED', 'IN_PROGRESS'],
    },
  },
  {
    title: t('保留凭证', 'Keep what proves it'),
    text: t(
      '请游客保留合同、行程单、购物小票、商品和录音录像，并问清店名、时间和导游姓名。',
      'Have them keep contract, itinerary, receipts, goods and recordings, and ask for the shop, the time and the name of the guide.',
    ),
    when: {
      categories: ['SHOPPING', 'GUIDE', 'CONTRACT'],
      statuses: ['REGISTERED', 'UNDER_REVIEW', 'ACCEPTED', 'IN_PROGRESS'],
    },
  },
];
