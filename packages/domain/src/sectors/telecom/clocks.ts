import type { DeadlineRule } from '../../clocks/rule.ts';
import { t } from '../common.ts';

const REGULATIONS = t('电信条例', 'Telecommunications Regulations');

export const CLOCKS: readonly DeadlineRule[] = [
  {
    id: 'telecom.answer@2016-07-30',
    clock: 'answer',
    label: t('答复用户', 'Answer to the user'),
    startsOn: 'received',
    endsOn: ['answered', 'declined'],
    amount: 15,
    unit: 'days',
    basis: {
      regulation: t(
        '电信用户申诉处理办法（工信部令第35号）',
        "Measures on Telecom Users' Appeals (MIIT Order 35)",
      ),
    },
    effectiveFrom: '2016-07-30',
    confirmed: false,
    origin: 'law',
  },
  {
    id: 'telecom.fault-urban@2000-09-25',
    clock: 'fault',
    label: t('城镇故障修复', 'Fault restored, urban'),
    startsOn: 'faultReported',
    endsOn: ['faultRestored'],
    amount: 48,
    unit: 'hours',
    basis: { regulation: REGULATIONS, article: t('第三十二条', 'Art. 32') },
    effectiveFrom: '2000-09-25',
    confirmed: true,
    origin: 'law',
  },
  {
    id: 'telecom.fault-rural@2000-09-25',
    clock: 'fault',
    label: t('农村故障修复', 'Fault restored, rural'),
    startsOn: 'faultReported',
    endsOn: ['faultRestored'],
    amount: 72,
    unit: 'hours',
    appliesWhen: [{ field: 'details.area', in: ['RURAL'] }],
    basis: { regulation: REGULATIONS, article: t('第三十二条', 'Art. 32') },
    effectiveFrom: '2000-09-25',
    confirmed: true,
    origin: 'law',
  },
  {
    id: 'telecom.arrears@2000-09-25',
    clock: 'arrears',
    label: t('缴清欠费后恢复服务', 'Service restored after arrears are paid'),
    startsOn: 'arrearsPaid',
    endsOn: ['serviceRestored'],
    amount: 48,
    unit: 'hours',
    basis: { regulation: REGULATIONS, article: t('第三十四条', 'Art. 34') },
    effectiveFrom: '2000-09-25',
    confirmed: true,
    origin: 'law',
  },
];
