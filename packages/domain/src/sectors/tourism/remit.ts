import { t } from '../common.ts';
import type { BodyInCharge } from '../contract.ts';

// Who is in charge differs from place to place and with every reform of offices: each office has to check its own. Copies
// of 公共场所卫生管理条例 (Art. 2, 4: lodgings, health authorities) and of 道路运输条例 (Art. 7: road transport) agree with
// what stands here; neither was read at the source.
const OUTSIDE = { ground: 'OUTSIDE_REMIT', confirmed: false } as const;
const MARKET = t('属地市场监督管理局', 'Local market regulator');
const TRAFFIC = t('属地交通运输局', 'Local transport bureau');

/** Who is in charge of what travellers bring to a tourism office though it is not (domain.md 5.5); the first that fits. */
export const BODIES_IN_CHARGE: readonly BodyInCharge[] = [
  {
    when: [{ field: 'category', in: ['TAXI', 'COACH'] }],
    ...OUTSIDE,
    body: TRAFFIC,
    why: t(
      '出租汽车、道路客运由交通运输部门管理。',
      'Taxis and passenger road transport belong to transport authorities.',
    ),
  },
  {
    when: [{ field: 'category', in: ['PARKING'] }],
    ...OUTSIDE,
    body: t('属地公安交通管理部门', 'Local traffic police'),
    why: t('停车秩序由公安交管部门管理。', 'Parking belongs to the traffic police.'),
  },
  {
    when: [{ field: 'category', in: ['HOTEL_HYGIENE'] }],
    ...OUTSIDE,
    body: t('属地卫生健康局', 'Local health commission'),
    why: t('住宿场所卫生由卫生健康部门监督。', 'Hygiene of lodgings is supervised by health authorities.'),
  },
  {
    when: [{ field: 'category', in: ['CATERING'] }],
    ...OUTSIDE,
    body: MARKET,
    why: t('餐饮服务和食品安全由市场监管部门管理。', 'Catering and food safety belong to market regulators.'),
  },
  {
    when: [
      { field: 'category', in: ['ACCOMMODATION'] },
      { field: 'respondentType', in: ['HOTEL', 'HOMESTAY'] },
    ],
    ...OUTSIDE,
    body: MARKET,
    why: t(
      '未评星饭店和民宿的消费争议由市场监管部门处理（治安登记归公安）；已评星的饭店由本机构受理。',
      'Disputes with hotels without stars and homestays belong to market regulators (registration of guests to the police); rated hotels are ours.',
    ),
  },
  {
    when: [{ field: 'category', in: ['TICKET'] }],
    ...OUTSIDE,
    body: t('属地发展改革委、市场监督管理局', 'Local price authority and market regulator'),
    why: t(
      '景区门票定价归发展改革部门，价格违法归市场监管部门。',
      'Ticket prices are set by price authorities; breaches go to market regulators.',
    ),
  },
  {
    when: [{ field: 'details.hotSpot', in: ['GUIDE_WAGES'] }],
    ...OUTSIDE,
    body: t('属地人力资源和社会保障局', 'Local labour authority'),
    why: t('导游薪酬属劳动争议。', "Guides' wages are a matter of labour law."),
  },
  {
    when: [{ field: 'details.hotSpot', in: ['AGENCY_DUES'] }],
    ...OUTSIDE,
    body: t('人民法院', 'Court'),
    why: t('旅行社之间的欠款属民事合同纠纷。', 'Dues between agencies are a dispute under civil contracts.'),
  },
  {
    when: [{ field: 'respondentType', in: ['TRANSPORT'] }],
    ...OUTSIDE,
    body: TRAFFIC,
    why: t('客运单位由交通运输部门管理。', 'Carriers belong to transport authorities.'),
  },
];
