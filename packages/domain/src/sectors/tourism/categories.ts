import { option, t } from '../common.ts';
import type { CauseNode, DeclineGround, OptionNode } from '../contract.ts';

/** What is complained about. */
export const CATEGORIES: readonly OptionNode[] = [
  {
    ...option('ITINERARY', '行程服务', 'Itinerary'),
    children: [
      option('ITINERARY_CHANGED', '擅自变更行程', 'Itinerary changed'),
      option('GROUP_ABANDONED', '甩团', 'Group abandoned'),
      option('PLAY_TIME', '游览时间不足', 'Too little time for sights'),
      option('PRICE_DIFFERENCE', '同团不同价', 'Different prices within one group'),
      option('GROUP_QUARREL', '团内纠纷', 'Quarrel within a group'),
    ],
  },
  {
    ...option('GUIDE', '导游领队', 'Guides and tour leaders'),
    children: [
      option('UNQUALIFIED_GUIDE', '无资质带团', 'Guide without licence'),
      option('GUIDE_ATTITUDE', '导游服务态度', "Guide's attitude"),
    ],
  },
  {
    ...option('SHOPPING', '购物', 'Shopping'),
    children: [
      option('FORCED_SHOPPING', '强迫或诱导购物', 'Forced shopping'),
      option('GOODS_QUALITY', '旅游购物质量', 'Goods bought on tour'),
    ],
  },
  {
    ...option('ATTRACTION', '景区', 'Attractions'),
    children: [
      option('TICKET', '门票', 'Tickets'),
      option('CONCESSION_TICKET', '优惠票退差', 'Refund of concession tickets'),
      option('ATTRACTION_SERVICE', '景区服务', 'Service at the attraction'),
    ],
  },
  {
    ...option('ACCOMMODATION', '住宿', 'Accommodation'),
    children: [
      option('HOTEL_SERVICE', '饭店服务', 'Hotel service'),
      option('HOTEL_BOOKING', '预订无房', 'Booked room not available'),
      option('HOTEL_HYGIENE', '卫生', 'Hygiene'),
    ],
  },
  {
    ...option('TRANSPORT', '交通', 'Transport'),
    children: [
      option('COACH', '旅游客运', 'Coach'),
      option('TAXI', '出租车', 'Taxi'),
      option('PARKING', '停车', 'Parking'),
    ],
  },
  option('CATERING', '餐饮', 'Catering'),
  {
    ...option('SAFETY', '安全与财物', 'Safety and property'),
    children: [
      option('INJURY', '人身伤害', 'Injury'),
      option('PROPERTY_LOSS', '财物损失', 'Loss of property'),
    ],
  },
  {
    ...option('CONTRACT', '合同与退费', 'Contract and refund'),
    children: [
      option('REFUND_DISPUTE', '退团退费', 'Refund on cancellation'),
      option('MANAGEMENT', '旅行社经营管理', 'Management of the agency'),
    ],
  },
  option('OTHER', '其他', 'Other'),
];

/** Who is complained about. */
export const RESPONDENT_TYPES = [
  option('TRAVEL_AGENCY', '旅行社', 'Travel agency', ['组团社', '地接社', 'agency']),
  option('ATTRACTION', '景区', 'Attraction', ['景点', '景区景点', 'scenic area']),
  option('HOTEL', '酒店', 'Hotel', ['饭店', '宾馆', '住宿']),
  option('GUIDE', '导游', 'Guide or tour leader', ['领队', '导游领队', 'tour leader']),
  option('TRANSPORT', '交通', 'Coach or driver', ['客运', '旅游客车', '司机', '出租车', 'coach', 'driver']),
  option('SHOP', '购物店', 'Shop', ['购物场所', '商店']),
  option('PLATFORM', '在线平台', 'Online platform', ['在线旅游平台', 'OTA', '网络平台']),
  option('HOMESTAY', '民宿', 'Homestay', ['农家乐']),
  option('OTHER', '其他', 'Other'),
] as const;

export const CAUSES: readonly CauseNode[] = [
  option('STAFF_ATTITUDE', '服务态度', 'Attitude of staff'),
  option('NOT_TOLD', '事先未告知', 'Not told beforehand'),
  option('CONTRACT_BREACH', '违反合同', 'Breach of contract'),
  option('UNLICENSED', '无资质经营', 'Without qualification'),
  option('MANAGEMENT_LAX', '管理不规范', 'Lax management'),
  option('FORCE_MAJEURE', '不可抗力', 'Force majeure'),
  option('TRAVELLER', '游客自身原因', "The traveller's own doing"),
  option('MISUNDERSTANDING', '误解', 'Misunderstanding'),
  option('NOT_OURS', '非职责范围事项', 'Outside the remit'),
];

/** Grounds to decline: 旅游投诉处理办法 Art. 9; outside the remit the body in charge is named. */
export const DECLINE_GROUNDS: readonly DeclineGround[] = [
  {
    ...option('OUTSIDE_REMIT', '不属于本机构职责范围', 'Outside the remit', [
      '超出职责范围',
      '非职责范围',
      'out of remit',
    ]),
    basis: t('旅游投诉处理办法第九条', 'Measures on Tourist Complaints Art. 9'),
    namesBodyInCharge: true,
  },
  {
    ...option(
      'TAKEN_ELSEWHERE',
      '已由法院、仲裁机构或其他行政机关处理',
      'Taken by court, arbitration or another agency',
    ),
    basis: t('旅游投诉处理办法第九条', 'Measures on Tourist Complaints Art. 9'),
  },
  {
    ...option('ALREADY_HANDLED', '已处理且无新情况、新理由', 'Handled already, nothing new'),
    basis: t('旅游投诉处理办法第九条', 'Measures on Tourist Complaints Art. 9'),
  },
  {
    ...option('TOO_LATE', '超过投诉时效', 'Too late'),
    basis: t('旅游投诉处理办法第九条', 'Measures on Tourist Complaints Art. 9'),
  },
  option('NOT_PARTY', '投诉人与事项无直接利害关系', 'Not concerned directly'),
  option('NO_CLEAR_RESPONDENT', '无明确被投诉人或具体请求', 'No clear respondent or demand'),
  option('OTHER', '其他', 'Other'),
];
