import type { SectionDeclaration } from '../../report/declaration.ts';
import { t } from '../common.ts';

/** Each stands in one list as one matter, whatever the measure counts. */
const CASES = { zh: '件', en: 'case', many: 'cases' };

/** Engineering outlets and the comparison by customers (domain.md 5.1, 9). */
export const SECTIONS: readonly SectionDeclaration[] = [
  {
    code: 'perCustomers',
    title: t('万户投诉与工程转化', 'Complaints per customer, and engineering outlets'),
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
        code: 'services',
        title: t('业务', 'Services'),
        measure: 'RECEIVED',
        dimension: 'details.service',
        chart: 'pie',
      },
    ],
    text: [
      [
        { zh: '按业务分：{services.items}。', en: 'By service: {services.items}.', when: ['services'] },
        {
          zh: '按用户数计，{per10000}{per10000.changes}。',
          en: 'Set against customers: {per10000}{per10000.changes}.',
          when: ['per10000'],
        },
        {
          zh: '查明的原因中，转由工程处理（选址、优化、修复）的占 {outletConversion}{outletConversion.changes}。',
          en: 'Of the causes stated, {outletConversion} went to engineering: siting, tuning or repair{outletConversion.changes}.',
          when: ['outletConversion'],
        },
      ],
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
            counter: CASES,
            kind: 'count',
            measure: 'CAUSE_STATED',
            where: { cause: ['WEAK_COVERAGE'] },
          },
        ],
      },
      {
        kind: 'cases',
        code: 'places',
        title: t('弱覆盖地点', 'Places with weak coverage'),
        measure: 'CAUSE_STATED',
        where: { cause: ['WEAK_COVERAGE'] },
        limit: 50,
        columns: ['number', 'receivedOn', 'details.place', 'details.network', 'details.rsrp'],
      },
    ],
    text: [
      [
        {
          zh: '因弱覆盖、现阶段无法解决而纳入选址需求的 {sitingPool}{sitingPool.changes}，地点见下表。',
          en: 'Weak coverage that cannot be solved now joined the siting pool: {sitingPool}{sitingPool.changes}; the table lists the places.',
          when: ['sitingPool'],
        },
        {
          zh: '本期没有新的选址需求。',
          en: 'Nothing joined the siting pool in this period.',
          unless: ['sitingPool'],
        },
      ],
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
            counter: CASES,
            kind: 'count',
            measure: 'CAUSE_STATED',
            where: { cause: ['NEEDS_TUNING'] },
          },
        ],
      },
      {
        kind: 'cases',
        code: 'tuningPlaces',
        title: t('待优化地点', 'Places to be tuned'),
        measure: 'CAUSE_STATED',
        where: { cause: ['NEEDS_TUNING'] },
        limit: 50,
        columns: ['number', 'receivedOn', 'category', 'details.place', 'details.network', 'result'],
      },
    ],
    text: [
      [
        {
          zh: '经现场测试需网络优化的 {tuning}{tuning.changes}，列入周计划的地点见下表。',
          en: 'Found by measurement to need tuning: {tuning}{tuning.changes}; the table lists the places for the weekly plan.',
          when: ['tuning'],
        },
        {
          zh: '本期没有需网络优化的件。',
          en: 'Nothing needed tuning in this period.',
          unless: ['tuning'],
        },
      ],
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
            counter: CASES,
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
          {
            code: 'repairMedian',
            label: t('修复时长中位数', 'Median time to repair'),
            kind: 'percentile',
            measure: 'REPAIR_TIME',
            at: 0.5,
          },
        ],
      },
    ],
    text: [
      [
        {
          zh: '查明基站故障 {stationFaults}{stationFaults.changes}。',
          en: 'Faults of base stations found: {stationFaults}{stationFaults.changes}.',
          when: ['stationFaults'],
        },
        {
          zh: '本期没有查明的基站故障。',
          en: 'No fault of a base station was found in this period.',
          unless: ['stationFaults'],
        },
        {
          zh: '有修复时限的故障，按时修复的占 {faultOnTime}{faultOnTime.changes}。',
          en: 'Of faults with a deadline {faultOnTime} were restored in time{faultOnTime.changes}.',
          when: ['faultOnTime'],
        },
        {
          zh: '本期完成的修复，时长中位数为 {repairMedian}。',
          en: 'Repairs completed in the period took {repairMedian} at the median.',
          when: ['repairMedian'],
        },
      ],
    ],
  },
];
