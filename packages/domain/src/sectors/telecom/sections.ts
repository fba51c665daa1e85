import type { SectionDeclaration } from '../../report/declaration.ts';
import { t } from '../common.ts';

/** Engineering outlets and the comparison by customers (domain.md 5.1, 9). */
export const SECTIONS: readonly SectionDeclaration[] = [
  {
    code: 'perCustomers',
    title: t('万户投诉与一次解决', 'Per 10,000 customers'),
    blocks: [
      {
        kind: 'figures',
        figures: [
          {
            code: 'per10000',
            label: t('每万户投诉', 'Complaints per 10,000 customers'),
            kind: 'per',
            measure: 'RECEIVED',
            where: { kind: ['COMPLAINT'] },
            denominator: 'CUSTOMERS',
          },
          {
            code: 'outletConversion',
            label: t('转工程处理率', 'Engineering outlet conversion'),
            kind: 'rate',
            numerator: {
              measure: 'CAUSE_STATED',
              where: { cause: ['WEAK_COVERAGE', 'NEEDS_TUNING', 'STATION_FAULT'] },
            },
            denominator: { measure: 'CAUSE_STATED' },
          },
        ],
      },
      {
        kind: 'breakdown',
        title: t('按业务', 'By service'),
        measure: 'RECEIVED',
        dimension: 'details.service',
        chart: 'pie',
      },
    ],
  },
  {
    code: 'siting',
    title: t('选址需求', 'Siting'),
    blocks: [
      {
        kind: 'figures',
        figures: [
          {
            code: 'sitingPool',
            label: t('纳入选址需求', 'Joined the siting pool'),
            kind: 'count',
            measure: 'CAUSE_STATED',
            where: { cause: ['WEAK_COVERAGE'] },
          },
        ],
      },
      {
        kind: 'cases',
        title: t('弱覆盖地点', 'Places with weak coverage'),
        measure: 'CAUSE_STATED',
        where: { cause: ['WEAK_COVERAGE'] },
        limit: 50,
        columns: ['number', 'receivedOn', 'details.place', 'details.network', 'details.rsrp'],
      },
    ],
  },
  {
    code: 'weeklyPlans',
    title: t('网络优化周计划', 'Weekly tuning plans'),
    blocks: [
      {
        kind: 'figures',
        figures: [
          {
            code: 'tuning',
            label: t('需优化', 'Needs tuning'),
            kind: 'count',
            measure: 'CAUSE_STATED',
            where: { cause: ['NEEDS_TUNING'] },
          },
        ],
      },
    ],
  },
  {
    code: 'repairs',
    title: t('基站修复', 'Repairs'),
    blocks: [
      {
        kind: 'figures',
        figures: [
          {
            code: 'stationFaults',
            label: t('基站故障', 'Base-station faults'),
            kind: 'count',
            measure: 'CAUSE_STATED',
            where: { cause: ['STATION_FAULT'] },
          },
          {
            code: 'faultOnTime',
            label: t('故障按时修复率', 'Faults restored in time'),
            kind: 'rate',
            numerator: { measure: 'CLOCK_ENDED', where: { clock: ['fault'], clockResult: ['MET'] } },
            denominator: { measure: 'CLOCK_ENDED', where: { clock: ['fault'] } },
          },
        ],
      },
    ],
  },
];
