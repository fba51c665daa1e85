import { option, t } from '../common.ts';
import type { FieldDeclaration } from '../contract.ts';

const ABOUT_PRODUCT = [{ field: 'classification', in: ['PRODUCT'] }];

export const FIELDS: readonly FieldDeclaration[] = [
  {
    key: 'productName',
    askedOf: 'public',
    label: t('产品名称', 'Product name'),
    type: { kind: 'text', maxLength: 200 },
    requiredWhen: ABOUT_PRODUCT,
    askedWhen: ABOUT_PRODUCT,
    synonyms: ['药品名称', '品名', 'product'],
    filter: true,
  },
  {
    key: 'productClass',
    askedOf: 'public',
    label: t('产品类别', 'Product class'),
    type: {
      kind: 'choice',
      options: [
        option('DRUG', '药品', 'Drug'),
        option('MEDICAL_DEVICE', '医疗器械', 'Medical device', ['器械']),
        option('HEALTH_FOOD', '保健食品', 'Health food', ['保健品']),
        option('COSMETIC', '化妆品', 'Cosmetic'),
      ],
    },
    requiredWhen: ABOUT_PRODUCT,
    askedWhen: ABOUT_PRODUCT,
    dimension: true,
  },
  {
    key: 'approvalNumber',
    askedOf: 'public',
    label: t('批准文号或备案号', 'Approval or filing number'),
    type: { kind: 'text', maxLength: 100 },
    synonyms: ['批准文号', '国药准字'],
    filter: true,
  },
  {
    key: 'batch',
    askedOf: 'public',
    label: t('批号', 'Batch'),
    type: { kind: 'text', maxLength: 100 },
    synonyms: ['生产批号', 'lot'],
    filter: true,
  },
  {
    key: 'manufacturer',
    askedOf: 'public',
    label: t('生产企业', 'Manufacturer'),
    type: { kind: 'text', maxLength: 200 },
    filter: true,
  },
  {
    key: 'seller',
    label: t('销售商家', 'Seller'),
    help: t('被投诉方不是销售者时填写', 'Where it is not the respondent'),
    type: { kind: 'text', maxLength: 200 },
    filter: true,
  },
  {
    key: 'purchasedOn',
    askedOf: 'public',
    label: t('购买日期', 'Purchase date'),
    type: { kind: 'date', past: true },
  },
  {
    key: 'quantity',
    askedOf: 'public',
    label: t('数量', 'Quantity'),
    help: t('连同单位，例如 1盒', 'With its unit, such as 1 box'),
    type: { kind: 'text', maxLength: 50 },
  },
  {
    key: 'price',
    askedOf: 'public',
    label: t('价格', 'Price'),
    type: { kind: 'money' },
    synonyms: ['价格(元)', '单价', '金额'],
  },
  {
    key: 'receipt',
    askedOf: 'public',
    label: t('有无购物凭证', 'Receipt'),
    type: { kind: 'boolean' },
    synonyms: ['发票', '小票'],
  },
  {
    key: 'suspicion',
    label: t('怀疑情形', 'Suspicion'),
    type: {
      kind: 'choice',
      options: [
        option('COUNTERFEIT', '假药', 'Counterfeit', ['假冒']),
        option('SUBSTANDARD', '劣药', 'Substandard', ['劣质']),
        option('QUALITY', '质量问题', 'Quality fault'),
        option('FALSE_PROMOTION', '虚假宣传', 'False promotion'),
        option('UNLICENSED_SALE', '无证经营', 'Unlicensed sale'),
        option('EXPIRED', '过期', 'Past its date'),
        option('LABELLING', '标签问题', 'Labelling'),
        option('ADVERSE_REACTION', '不良反应', 'Adverse reaction'),
      ],
    },
    dimension: true,
  },
  {
    key: 'adverseReaction',
    askedOf: 'public',
    label: t('不良反应', 'Adverse reaction'),
    help: t('症状；填写后须上报监测机构', 'Symptoms; must then be forwarded to monitoring'),
    type: { kind: 'text', maxLength: 2000, multiline: true },
    sensitive: 'health',
  },
  {
    key: 'reactionOnset',
    label: t('不良反应出现日期', 'Onset of the reaction'),
    type: { kind: 'date', past: true },
    sensitive: 'health',
  },
  {
    key: 'seriousness',
    label: t('严重程度', 'Seriousness'),
    type: {
      kind: 'choice',
      options: [
        option('GENERAL', '一般', 'General'),
        option('SERIOUS', '严重', 'Serious'),
        option('DEATH', '死亡', 'Death'),
      ],
    },
    askedWhen: ABOUT_PRODUCT,
    sensitive: 'health',
    dimension: true,
  },
];
