import { option, t } from '../common.ts';
import type { FieldDeclaration } from '../contract.ts';

export const FIELDS: readonly FieldDeclaration[] = [
  {
    key: 'agency',
    label: t('旅行社', 'Travel agency'),
    help: t('签订合同的旅行社', 'The agency of the contract'),
    type: { kind: 'text', maxLength: 200 },
  },
  {
    key: 'agencyLicence',
    label: t('经营许可证号', 'Agency licence'),
    type: { kind: 'text', maxLength: 50 },
    synonyms: ['许可证号', 'licence'],
  },
  {
    key: 'guideCard',
    label: t('导游证号', 'Guide card'),
    type: { kind: 'text', maxLength: 50 },
    synonyms: ['导游证', 'guide card number'],
  },
  { key: 'contractNumber', label: t('合同编号', 'Contract number'), type: { kind: 'text', maxLength: 100 } },
  {
    key: 'groupNumber',
    label: t('团号', 'Group number'),
    type: { kind: 'text', maxLength: 100 },
    filter: true,
  },
  { key: 'route', label: t('线路', 'Route'), type: { kind: 'text', maxLength: 300 }, synonyms: ['旅游线路'] },
  { key: 'travelFrom', label: t('出行日期', 'Travel from'), type: { kind: 'date' }, synonyms: ['出发日期'] },
  { key: 'travelTo', label: t('返程日期', 'Travel to'), type: { kind: 'date' }, synonyms: ['结束日期'] },
  {
    key: 'market',
    label: t('市场', 'Market'),
    type: {
      kind: 'choice',
      options: [
        option('DOMESTIC', '国内游', 'Domestic', ['国内']),
        option('INBOUND', '入境游', 'Inbound', ['入境']),
        option('OUTBOUND', '出境游', 'Outbound', ['出境']),
      ],
    },
    dimension: true,
  },
  {
    key: 'travellerKinds',
    label: t('游客类型', 'Kinds of travellers'),
    type: {
      kind: 'choices',
      options: [
        option('ELDERLY', '老年人', 'Elderly'),
        option('STUDENT', '学生', 'Students'),
        option('CHILD', '儿童', 'Children'),
        option('JOURNALIST', '记者', 'Journalists'),
        option('DISABLED', '残疾人', 'Disabled'),
        option('HK_MACAO_TAIWAN', '港澳台', 'Hong Kong, Macao, Taiwan'),
        option('FOREIGN', '外国人', 'Foreigners'),
      ],
    },
  },
  {
    key: 'hotSpot',
    label: t('热点问题', 'Hot spot'),
    help: t('归入常见的热点问题，便于报告分析', 'Sorted among the frequent issues, for reports'),
    type: {
      kind: 'choice',
      options: [
        option('PRICE_DIFFERENCE', '同团不同价', 'Different prices within one group'),
        option('CONCESSION_REFUND', '优惠门票退差', 'Refund of concession tickets'),
        option('GROUP_QUARREL', '团内争执', 'Quarrel within a group'),
        option('COACH_BLOCKED', '车辆被堵', 'Coach blocked'),
        option('PROPERTY_LOSS', '财物丢失', 'Loss of property'),
        option('INJURY', '人身伤害', 'Injury'),
        option('SHOPPING', '旅游购物', 'Goods bought on tour'),
        option('TRAVELLER_OWN', '游客自身原因', "The traveller's own cause (late, quitting)"),
        option('AGENCY_DUES', '旅行社间欠款', 'Dues between agencies'),
        option('GUIDE_WAGES', '导游薪酬', "Guides' wages"),
      ],
    },
    dimension: true,
  },
  {
    key: 'amountInDispute',
    label: t('争议金额', 'Amount in dispute'),
    type: { kind: 'money' },
    synonyms: ['涉及金额'],
  },
  { key: 'place', label: t('发生地点', 'Place'), type: { kind: 'place' }, synonyms: ['地点'] },
  {
    key: 'massIncident',
    label: t('群体性事件', 'Mass incident'),
    help: t('突发群体性事件应成立专班', 'A sudden mass incident gets a lead team'),
    type: { kind: 'boolean' },
    dimension: true,
  },
];
