import type { FigureDeclaration, SectionDeclaration } from '../../report/declaration.ts';
import { t } from '../common.ts';

/** What breaks and is repaired: each takes its own time. */
const repairOf = (facility: string, zh: string, en: string): FigureDeclaration => ({
  code: `repairMedian${facility}`,
  label: t(`修复时长中位数：${zh}`, `Median time to repair: ${en}`),
  kind: 'percentile',
  measure: 'REPAIR_TIME',
  where: { 'details.facility': [facility] },
  at: 0.5,
});

/** Classification, conversions and rates by households and area (domain.md 5.3, 9). */
export const SECTIONS: readonly SectionDeclaration[] = [
  {
    code: 'classification',
    title: t('投诉分类与转化', 'Classification and conversions'),
    blocks: [
      {
        kind: 'figures',
        figures: [
          {
            code: 'validComplaints',
            label: t('有效投诉', 'Valid complaints'),
            kind: 'count',
            measure: 'RECEIVED',
            where: { classificationRoot: ['VALID'] },
          },
          {
            code: 'communicative',
            label: t('沟通性投诉', 'Communicative complaints'),
            kind: 'count',
            measure: 'RECEIVED',
            where: { classificationRoot: ['COMMUNICATIVE'] },
          },
          {
            code: 'converted',
            label: t('转为有效投诉', 'Turned valid'),
            kind: 'count',
            measure: 'CONVERTED',
          },
          {
            code: 'conversionRate',
            label: t('转化率', 'Conversion rate'),
            kind: 'rate',
            numerator: { measure: 'CONVERTED' },
            denominator: { measure: 'RECEIVED', where: { classifiedFirst: ['COMMUNICATIVE'] } },
          },
          {
            code: 'per1000',
            label: t('每千户投诉', 'Per 1,000 households'),
            kind: 'per',
            measure: 'RECEIVED',
            denominator: 'HOUSEHOLDS',
          },
          {
            code: 'perArea',
            label: t('每十万平方米投诉', 'Per 100,000 m²'),
            kind: 'per',
            measure: 'RECEIVED',
            denominator: 'AREA',
          },
        ],
      },
      {
        kind: 'breakdown',
        code: 'boxes',
        title: t('有效与沟通性', 'Valid and communicative'),
        measure: 'RECEIVED',
        dimension: 'classificationRoot',
        chart: 'pie',
      },
      {
        kind: 'breakdown',
        code: 'boxesInDetail',
        title: t('细分', 'In detail'),
        measure: 'RECEIVED',
        dimension: 'classification',
        chart: 'bar',
      },
    ],
    text: [
      [
        {
          zh: '有效投诉 {validComplaints}{validComplaints.changes}；沟通性投诉 {communicative}{communicative.changes}。',
          en: 'Valid complaints: {validComplaints}{validComplaints.changes}; communicative ones: {communicative}{communicative.changes}.',
        },
        {
          zh: '细分：{boxesInDetail.items}。',
          en: 'In detail: {boxesInDetail.items}.',
          when: ['boxesInDetail'],
        },
        {
          zh: '沟通性投诉因处理不当转为有效投诉 {converted}{converted.changes}。',
          en: 'Communicative complaints that turned valid for bad handling: {converted}{converted.changes}.',
          when: ['converted'],
        },
        {
          zh: '沟通性投诉的转化率为 {conversionRate}{conversionRate.changes}。',
          en: 'The conversion rate of communicative complaints is {conversionRate}{conversionRate.changes}.',
          when: ['conversionRate'],
        },
      ],
      [
        {
          zh: '按户数计，{per1000}{per1000.changes}。',
          en: 'Set against households: {per1000}{per1000.changes}.',
          when: ['per1000'],
        },
        {
          zh: '按面积计，{perArea}{perArea.changes}。',
          en: 'Set against the area managed: {perArea}{perArea.changes}.',
          when: ['perArea'],
        },
      ],
    ],
  },
  {
    code: 'estates',
    title: t('小区、设施与维修', 'Estates, facilities and repairs'),
    blocks: [
      {
        kind: 'figures',
        figures: [
          {
            code: 'repairMedian',
            label: t('修复时长中位数', 'Median time to repair'),
            kind: 'percentile',
            measure: 'REPAIR_TIME',
            at: 0.5,
          },
          {
            code: 'repair90',
            label: t('修复时长第 90 百分位', 'Time to repair, 90th percentile'),
            kind: 'percentile',
            measure: 'REPAIR_TIME',
            at: 0.9,
          },
          repairOf('LIFT', '电梯', 'lift'),
          repairOf('WATER', '给排水', 'water'),
          repairOf('POWER', '供电', 'power'),
          repairOf('FIRE_SAFETY', '消防', 'fire safety'),
          repairOf('ACCESS', '门禁', 'access control'),
          repairOf('BUILDING', '房屋本体', 'building'),
        ],
      },
      {
        kind: 'breakdown',
        code: 'estates',
        title: t('小区', 'Estates'),
        measure: 'RECEIVED',
        dimension: 'details.estate',
        chart: 'bar',
        beside: [{ label: t('办结', 'Closed'), measure: 'CLOSED' }],
      },
      {
        kind: 'siteRates',
        code: 'estateRates',
        title: t('小区投诉率', 'Rates by estate'),
        measure: 'RECEIVED',
      },
      {
        kind: 'partRates',
        code: 'buildingRates',
        title: t('楼栋投诉率', 'Rates by building'),
        measure: 'RECEIVED',
        top: 20,
      },
      {
        kind: 'breakdown',
        code: 'facilities',
        title: t('设施', 'Facilities'),
        measure: 'RECEIVED',
        dimension: 'details.facility',
        chart: 'bar',
      },
    ],
    text: [
      [
        { zh: '按小区分：{estates.items}。', en: 'By estate: {estates.items}.', when: ['estates'] },
        {
          zh: '涉及的设施：{facilities.items}。',
          en: 'Facilities: {facilities.items}.',
          when: ['facilities'],
        },
        {
          zh: '本期各件均未登记小区。',
          en: 'No estate was recorded in this period.',
          unless: ['estates'],
        },
      ],
      [
        {
          zh: '维修从收到到修复，中位数为 {repairMedian}，九成在 {repair90}内修复。',
          en: 'From receipt to repair half took no more than {repairMedian}, nine in ten no more than {repair90}.',
          when: ['repairMedian'],
        },
      ],
    ],
  },
];
