import { option, t } from '../common.ts';
import type { FieldDeclaration } from '../contract.ts';

/** What mostly ends in a repair. */
const ABOUT_REPAIR = [{ field: 'category', in: ['EQUIPMENT', 'REPAIR', 'SUDDEN_EVENT'] }];

export const FIELDS: readonly FieldDeclaration[] = [
  {
    key: 'estate',
    askedOf: 'public',
    label: t('小区', 'Estate'),
    type: { kind: 'text', maxLength: 100 },
    requiredWhen: [],
    filter: true,
    dimension: true,
    synonyms: ['项目', '楼盘'],
  },
  {
    key: 'building',
    askedOf: 'public',
    label: t('楼栋', 'Building'),
    type: { kind: 'text', maxLength: 50 },
    filter: true,
    synonyms: ['栋'],
  },
  { key: 'unit', askedOf: 'public', label: t('单元', 'Unit'), type: { kind: 'text', maxLength: 50 } },
  {
    key: 'room',
    askedOf: 'public',
    label: t('房号', 'Room'),
    type: { kind: 'text', maxLength: 50 },
    sensitive: 'personal',
  },
  {
    key: 'facility',
    askedOf: 'public',
    label: t('设施', 'Facility'),
    type: {
      kind: 'choice',
      options: [
        option('LIFT', '电梯', 'Lift'),
        option('WATER', '给排水', 'Water'),
        option('POWER', '供电', 'Power'),
        option('FIRE_SAFETY', '消防', 'Fire safety'),
        option('PARKING', '停车', 'Parking'),
        option('GREENERY', '绿化', 'Greenery'),
        option('CLEANING', '保洁', 'Cleaning'),
        option('SECURITY', '安保', 'Security'),
        option('ACCESS', '门禁', 'Access control'),
        option('BUILDING', '房屋本体', 'Building'),
        option('OTHER', '其他', 'Other'),
      ],
    },
    dimension: true,
  },
  {
    key: 'part',
    askedOf: 'public',
    label: t('部位', 'Part'),
    type: {
      kind: 'choice',
      options: [option('COMMON', '共用部位', 'Common part'), option('PRIVATE', '专有部分', 'Private part')],
    },
    dimension: true,
  },
  {
    key: 'householdsAffected',
    label: t('影响户数', 'Households affected'),
    type: { kind: 'integer', min: 1, max: 100_000, unit: t('户', 'households') },
  },
  {
    key: 'repairOrder',
    label: t('维修工单号', 'Repair order'),
    type: { kind: 'text', maxLength: 50 },
    filter: true,
    synonyms: ['工单号'],
  },
  {
    key: 'repairContractor',
    label: t('维修单位', 'Who repairs'),
    type: { kind: 'text', maxLength: 100 },
    askedWhen: ABOUT_REPAIR,
    synonyms: ['施工单位', '维保单位'],
  },
  {
    key: 'repairOrderedAt',
    label: t('派工时间', 'Repair ordered at'),
    type: { kind: 'dateTime', past: true },
    askedWhen: ABOUT_REPAIR,
    synonyms: ['派单时间'],
  },
  {
    key: 'repairStartedAt',
    label: t('开工时间', 'Repair started at'),
    type: { kind: 'dateTime', past: true },
    askedWhen: ABOUT_REPAIR,
    synonyms: ['到场时间'],
  },
  {
    key: 'repairedAt',
    label: t('修复时间', 'Repaired at'),
    type: { kind: 'dateTime', past: true },
    synonyms: ['完工时间'],
  },
  {
    key: 'repairAccepted',
    label: t('业主验收', 'Accepted by the owner'),
    help: t('业主是否认可修复结果', 'Whether the owner agrees that it is repaired'),
    type: { kind: 'boolean' },
    askedWhen: ABOUT_REPAIR,
    dimension: true,
  },
  {
    key: 'repairCost',
    label: t('维修费用', 'Cost of the repair'),
    type: { kind: 'money' },
    askedWhen: ABOUT_REPAIR,
    synonyms: ['维修金额'],
  },
];
