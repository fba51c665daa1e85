import { option, t } from '../common.ts';
import type { CauseNode, Classification, DeclineGround, OptionNode } from '../contract.ts';

export const CATEGORIES: readonly OptionNode[] = [
  {
    ...option('QUALITY', '产品质量', 'Product quality'),
    children: [
      option('COUNTERFEIT', '假药（假冒）', 'Counterfeit', ['假药', '假冒']),
      option('SUBSTANDARD', '劣药（劣质）', 'Substandard', ['劣药', '质量问题']),
      option('EXPIRED', '过期', 'Past its date', ['过期药品']),
      option('PACKAGING', '包装标签', 'Packaging and labelling', ['标签问题']),
    ],
  },
  option('ADVERSE_REACTION', '不良反应', 'Adverse reaction'),
  {
    ...option('PROMOTION', '宣传', 'Promotion'),
    children: [option('FALSE_PROMOTION', '虚假宣传', 'False promotion')],
  },
  {
    ...option('LICENSING', '许可', 'Licensing'),
    children: [
      option('UNLICENSED_SALE', '无证经营', 'Unlicensed sale'),
      option('UNAPPROVED_PRODUCT', '无批准文号', 'Product without approval'),
    ],
  },
  option('PRICE', '价格', 'Price'),
  {
    ...option('STAFF', '监管人员', "The regulator's own staff"),
    children: [
      option('STAFF_LAWFULNESS', '依法行政', 'Lawful conduct'),
      option('STAFF_INTEGRITY', '廉政', 'Integrity'),
      option('STAFF_SERVICE', '服务质量', 'Service quality'),
    ],
  },
  option('OTHER', '其他', 'Other'),
];

/** Two tracks: matters about the regulator's own people are seen by the leading role alone. */
export const CLASSIFICATION: Classification = {
  label: t('办理轨道', 'Track'),
  options: [
    option('PRODUCT', '产品投诉', 'About a product'),
    option('STAFF_CONDUCT', '行政投诉', 'About own staff'),
  ],
  conversions: [],
  initial: 'PRODUCT',
  initialOf: [{ category: 'STAFF', classification: 'STAFF_CONDUCT' }],
  required: true,
  restricted: ['STAFF_CONDUCT'],
};

export const RESPONDENT_TYPES = [
  option('PHARMACY', '药店', 'Pharmacy', ['大药房', '药房']),
  option('MANUFACTURER', '生产企业', 'Manufacturer', ['药厂']),
  option('WHOLESALER', '批发企业', 'Wholesaler'),
  option('MEDICAL_INSTITUTION', '医疗机构', 'Medical institution', ['诊所', '医院']),
  option('SHOP', '商店', 'Shop', ['超市', '保健品店', '商场']),
  option('ONLINE_SHOP', '网络商家', 'Online shop', ['网上店铺', '网店']),
  option('OWN_STAFF', '本机关人员', "The regulator's own staff"),
  option('OTHER', '其他', 'Other'),
] as const;

export const CAUSES: readonly CauseNode[] = [
  option('STORAGE', '储存运输不当', 'Wrong storage or transport'),
  option('STOCK_CHECK', '进货查验不严', 'Lax check of goods received'),
  option('MANUFACTURING', '生产质量问题', 'Fault of manufacture'),
  option('ADVERTISING', '违规宣传', 'Unlawful promotion'),
  option('UNLICENSED', '无证或超范围经营', 'Without licence or beyond it'),
  option('USE', '使用不当', 'Wrong use'),
  option('INDIVIDUAL_REACTION', '个体反应', 'Individual reaction'),
  option('MISUNDERSTANDING', '误解', 'Misunderstanding'),
  option('STAFF_CONDUCT', '工作人员作风', 'Conduct of staff'),
];

const ORDER_121 = t('市场监督管理投诉举报处理办法第十六条', 'SAMR Order 121 Art. 16');

/** The seven grounds of SAMR Order 121 Art. 16. */
export const DECLINE_GROUNDS: readonly DeclineGround[] = [
  {
    ...option('OUTSIDE_DUTY', '不属于本机关职责或权限', 'Outside duty or authority'),
    basis: ORDER_121,
    namesBodyInCharge: true,
  },
  {
    ...option(
      'TAKEN_ELSEWHERE',
      '法院、仲裁、其他机关或消协已受理',
      'Taken by court, arbitration, another agency or a consumer association',
    ),
    basis: ORDER_121,
  },
  {
    ...option(
      'NOT_FOR_LIVING',
      '非生活消费所需或不能证明争议',
      'Not bought for living needs, or no dispute proven',
    ),
    basis: ORDER_121,
  },
  { ...option('OVER_THREE_YEARS', '超过三年', 'Over three years'), basis: ORDER_121 },
  { ...option('MATERIALS_LACKING', '材料缺失或虚假', 'Materials missing or false'), basis: ORDER_121 },
  {
    ...option('IDENTITY', '冒用他人名义或拒绝核验身份', 'Impersonation, or identity check refused'),
    basis: ORDER_121,
  },
  { ...option('OTHER', '法律法规规定的其他情形', 'Other cases named by law'), basis: ORDER_121 },
];
