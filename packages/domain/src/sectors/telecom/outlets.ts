import { option, t } from '../common.ts';
import type { Outlet } from '../contract.ts';

/** The lists from which network engineers work (domain.md 5.1). */
export const OUTLETS: readonly Outlet[] = [
  {
    ...option('SITING_POOL', '选址需求', 'Siting pool'),
    description: t(
      '弱覆盖、现阶段无法解决的投诉，按地图网格汇总，作为新建基站选址的依据。',
      'Weak coverage that cannot be solved now, gathered by cell of the map: where new base stations are needed.',
    ),
    worked: { kind: 'MAP', site: 'place', resolution: 8 },
    readings: ['rsrp', 'sinr', 'downloadSpeed'],
    stages: { planned: t('已规划', 'Planned'), done: t('已建成', 'Built') },
    answers: {
      planned: t(
        '您反映的信号覆盖问题已列入基站建设规划，建成后我们会再告知您。感谢您的反映。',
        'The coverage you told us of is now part of our plan of new base stations. We will tell you when it is built. Thank you for telling us.',
      ),
      done: t(
        '您反映区域的基站已建成开通，请您再试用一下信号。如仍有问题，请随时告诉我们。',
        'The base station for your area is built and on the air. Please try your signal again, and tell us if anything is still wrong.',
      ),
    },
  },
  {
    ...option('WEEKLY_TUNING', '网络优化周计划', 'Weekly tuning plan'),
    description: t(
      '现场测试发现需网络优化的投诉，排入每周计划，优化前后各测一次。',
      'Measured on site and in need of tuning: tasks of a week, measured before and after.',
    ),
    worked: { kind: 'WEEK' },
    readings: ['rsrp', 'sinr', 'downloadSpeed'],
    stages: { planned: t('已排期', 'Planned'), done: t('已优化', 'Tuned') },
    answers: {
      planned: t(
        '您反映的网络问题已排入网络优化计划，优化完成后我们会告知您结果。',
        'Tuning of the network where you told us of trouble is planned. We will tell you the result.',
      ),
      done: t(
        '您反映区域的网络已完成优化，复测指标已有结果。请您再试用一下，如仍有问题，请随时告诉我们。',
        'The network where you told us of trouble has been tuned and measured again. Please try it, and tell us if anything is still wrong.',
      ),
    },
  },
  {
    ...option('REPAIR_VISIT', '基站修复', 'Base-station repairs'),
    description: t(
      '基站故障：核查指标，找到故障点，上站修复；30 天内再次故障的单独标出。',
      'Faults of base stations: indicators checked, fault point found, station visited. Repeats within 30 days stand out.',
    ),
    worked: { kind: 'VISIT', site: 'stationId', repeatWithinDays: 30 },
    readings: ['rsrp', 'sinr', 'downloadSpeed'],
    stages: { planned: t('已派单', 'Visit planned'), done: t('已修复', 'Repaired') },
    answers: {
      planned: t(
        '您反映的问题由基站故障引起，已安排人员上站检修，修复后我们会告知您。',
        'The trouble comes from a fault of a base station. A visit is planned; we will tell you when it is repaired.',
      ),
      done: t(
        '影响您使用的基站故障已修复，请您再试用一下。给您带来不便，我们深表歉意。',
        'The base-station fault that troubled you is repaired; please try again. We apologise for the trouble.',
      ),
    },
  },
];
