import type { Where } from '../../figures/measures.ts';
import type { FigureDeclaration, SectionDeclaration } from '../../report/declaration.ts';
import { t } from '../common.ts';

const CELLS = { zh: '个网格', en: 'cell', many: 'cells' };
const TASKS = { zh: '项', en: 'task', many: 'tasks' };
const VISITS = { zh: '次', en: 'visit', many: 'visits' };
const REPAIRS = { zh: '次', en: 'repair', many: 'repairs' };
const TIMES = { zh: '次', en: 'time', many: 'times' };

/** Steps of the items of a list, each item once, whatever the number of its complaints. */
function steps(
  outlet: string,
  stage: string,
  narrowed: Where = {},
): { measure: 'ENGINEERING_ADVANCED'; where: Where } {
  return {
    measure: 'ENGINEERING_ADVANCED',
    where: { outlet: [outlet], stage: [stage], leading: ['YES'], ...narrowed },
  };
}

const joinedList = (code: string, outlet: string): FigureDeclaration => ({
  ...{ code, label: t('本期列入', 'Joined in the period'), kind: 'count', measure: 'ENGINEERING_JOINED' },
  where: { outlet: [outlet] },
});
const waitingOn = (code: string, outlet: string): FigureDeclaration => ({
  ...{ code, label: t('期末待处理', 'Waiting at the end'), kind: 'derived', measure: 'ENGINEERING_WAITING' },
  where: { outlet: [outlet] },
});

/** What network engineers were given by complaints, and did (domain.md 5.1, 9). */
export const ENGINEERING_SECTIONS: readonly SectionDeclaration[] = [
  {
    code: 'siting',
    title: t('选址需求', 'Siting'),
    blocks: [
      {
        kind: 'figures',
        figures: [
          joinedList('sitingNew', 'SITING_POOL'),
          waitingOn('sitingPool', 'SITING_POOL'),
          {
            code: 'sitingPlanned',
            label: t('列入规划的网格', 'Cells planned'),
            counter: CELLS,
            kind: 'count',
            ...steps('SITING_POOL', 'PLANNED'),
          },
          {
            code: 'sitingBuilt',
            label: t('建成的网格', 'Cells built'),
            counter: CELLS,
            kind: 'count',
            ...steps('SITING_POOL', 'DONE'),
          },
        ],
      },
      {
        kind: 'breakdown',
        code: 'cells',
        title: t('本期列入的网格', 'Cells of those that joined'),
        measure: 'ENGINEERING_JOINED',
        where: { outlet: ['SITING_POOL'] },
        dimension: 'site',
        chart: 'none',
        top: 20,
      },
      {
        kind: 'cases',
        code: 'places',
        title: t('弱覆盖地点', 'Places with weak coverage'),
        measure: 'ENGINEERING_JOINED',
        where: { outlet: ['SITING_POOL'] },
        limit: 50,
        columns: ['number', 'receivedOn', 'details.place', 'details.network', 'details.rsrp'],
      },
    ],
    text: [
      [
        {
          zh: '因弱覆盖、现阶段无法解决而列入选址需求的 {sitingNew}{sitingNew.changes}，地点见下表。',
          en: 'Weak coverage that cannot be solved now joined the siting pool: {sitingNew}{sitingNew.changes}; the table lists the places.',
          when: ['sitingNew'],
        },
        {
          zh: '本期没有新的选址需求。',
          en: 'Nothing joined the siting pool in this period.',
          unless: ['sitingNew'],
        },
        {
          zh: '期末选址需求共 {sitingPool}。',
          en: 'At the end of the period the pool holds {sitingPool}.',
          when: ['sitingPool'],
        },
        {
          zh: '本期列入规划 {sitingPlanned}。',
          en: 'Planned in the period: {sitingPlanned}.',
          when: ['sitingPlanned'],
        },
        {
          zh: '本期建成 {sitingBuilt}，已逐件告知投诉人。',
          en: 'Built in the period: {sitingBuilt}; those who complained were told one by one.',
          when: ['sitingBuilt'],
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
          joinedList('tuningNew', 'WEEKLY_TUNING'),
          waitingOn('tuningWaiting', 'WEEKLY_TUNING'),
          {
            code: 'tuningTasks',
            label: t('排入周计划', 'Tasks planned'),
            counter: TASKS,
            kind: 'count',
            ...steps('WEEKLY_TUNING', 'PLANNED'),
          },
          {
            code: 'tuningDone',
            label: t('完成', 'Done'),
            counter: TASKS,
            kind: 'count',
            ...steps('WEEKLY_TUNING', 'DONE'),
          },
          {
            code: 'tuningCarried',
            label: t('结转', 'Carried over'),
            counter: TIMES,
            kind: 'count',
            ...steps('WEEKLY_TUNING', 'CARRIED_OVER'),
          },
          {
            code: 'tuningImproved',
            label: t('优化后指标改善率', 'Better after tuning'),
            kind: 'rate',
            numerator: steps('WEEKLY_TUNING', 'DONE', { improved: ['YES'] }),
            denominator: steps('WEEKLY_TUNING', 'DONE', { improved: ['YES', 'NO'] }),
          },
        ],
      },
      {
        kind: 'cases',
        code: 'tuningPlaces',
        title: t('待优化地点', 'Places to be tuned'),
        measure: 'ENGINEERING_JOINED',
        where: { outlet: ['WEEKLY_TUNING'] },
        limit: 50,
        columns: ['number', 'receivedOn', 'category', 'details.place', 'details.network', 'result'],
      },
    ],
    text: [
      [
        {
          zh: '经现场测试需网络优化的 {tuningNew}{tuningNew.changes}。',
          en: 'Found by measurement to need tuning: {tuningNew}{tuningNew.changes}.',
          when: ['tuningNew'],
        },
        {
          zh: '本期没有需网络优化的件。',
          en: 'Nothing needed tuning in this period.',
          unless: ['tuningNew'],
        },
        {
          zh: '排入周计划 {tuningTasks}{tuningTasks.changes}。',
          en: 'Tasks of weekly plans: {tuningTasks}{tuningTasks.changes}.',
          when: ['tuningTasks'],
        },
        {
          zh: '完成 {tuningDone}{tuningDone.changes}。',
          en: 'Done: {tuningDone}{tuningDone.changes}.',
          when: ['tuningDone'],
        },
        { zh: '结转 {tuningCarried}。', en: 'Carried over {tuningCarried}.', when: ['tuningCarried'] },
        {
          zh: '优化前后均有测量的，指标改善的占 {tuningImproved}{tuningImproved.changes}。',
          en: 'Of those measured before and after, {tuningImproved} got better{tuningImproved.changes}.',
          when: ['tuningImproved'],
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
          joinedList('stationFaults', 'REPAIR_VISIT'),
          waitingOn('repairsWaiting', 'REPAIR_VISIT'),
          {
            code: 'visits',
            label: t('派单上站', 'Visits planned'),
            counter: VISITS,
            kind: 'count',
            ...steps('REPAIR_VISIT', 'PLANNED'),
          },
          {
            code: 'repaired',
            label: t('修复', 'Repaired'),
            counter: REPAIRS,
            kind: 'count',
            ...steps('REPAIR_VISIT', 'DONE'),
          },
          {
            code: 'repeatFaults',
            label: t('30 天内重复故障', 'Repeat faults within 30 days'),
            counter: TIMES,
            kind: 'count',
            ...steps('REPAIR_VISIT', 'PLANNED', { repeatFault: ['YES'] }),
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
      {
        kind: 'breakdown',
        code: 'stations',
        title: t('故障基站', 'Stations with faults'),
        measure: 'ENGINEERING_JOINED',
        where: { outlet: ['REPAIR_VISIT'] },
        dimension: 'site',
        chart: 'none',
        top: 20,
      },
    ],
    text: [
      [
        {
          zh: '因基站故障的投诉 {stationFaults}{stationFaults.changes}。',
          en: 'Complaints caused by faults of base stations: {stationFaults}{stationFaults.changes}.',
          when: ['stationFaults'],
        },
        {
          zh: '本期没有查明的基站故障。',
          en: 'No fault of a base station was found in this period.',
          unless: ['stationFaults'],
        },
        { zh: '派单上站 {visits}。', en: 'Visits planned: {visits}.', when: ['visits'] },
        { zh: '修复 {repaired}。', en: 'Repaired: {repaired}.', when: ['repaired'] },
        {
          zh: '其中同一基站 30 天内重复故障 {repeatFaults}。',
          en: 'The same station failed again within 30 days {repeatFaults}.',
          when: ['repeatFaults'],
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
