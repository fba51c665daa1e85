import type { DemoItem } from '../contract.ts';
import type { DemoMatter } from '../demo.ts';

/** What waits for the network engineers of the demo office, and what they have done. */

interface Place {
  readonly address: string;
  readonly longitude: number;
  readonly latitude: number;
}
const HARBOUR: Place = { address: '湾畔新村', longitude: 113.988, latitude: 22.536 };
const HILLS: Place = { address: '梧桐山麓小区', longitude: 114.191, latitude: 22.569 };
const VALLEY: Place = { address: '龙溪谷公寓', longitude: 114.112, latitude: 22.622 };
const PARK: Place = { address: '科技园八栋', longitude: 114.031, latitude: 22.531 };
const VILLAGE: Place = { address: '石岩村', longitude: 113.931, latitude: 22.681 };
const CENTRE: Place = { address: '会展中心', longitude: 114.071, latitude: 22.531 };

interface Weak {
  readonly daysAgo: number;
  readonly content: string;
  readonly place: Place;
  readonly rsrp: number;
  readonly sinr?: number;
  readonly name: string;
  readonly cause?: string;
  readonly category?: string;
  readonly downloadSpeed?: number;
  readonly stationId?: string;
}

/** Looked into on site, and still open. */
function open({
  daysAgo,
  content,
  place,
  name,
  cause = 'WEAK_COVERAGE',
  category = 'COVERAGE',
  ...rest
}: Weak): DemoMatter {
  return {
    ...{ daysAgo, content, category, name },
    details: { service: 'MOBILE', network: 'NR_5G', area: 'URBAN', indoor: true, place, ...rest },
    outcome: { is: 'accepted', cause },
  };
}

/** Answered with the promise to be told when it is built. */
function closed(matter: Weak): DemoMatter {
  const { cause = 'WEAK_COVERAGE' } = matter;
  return {
    ...open(matter),
    outcome: {
      ...{
        is: 'closed',
        finding: 'SUBSTANTIATED',
        days: 6,
        followUp: 'ACCEPTABLE',
        remedy: 'EXPLANATION',
        cause,
      },
      facts: `现场测试 RSRP ${matter.rsrp} dBm。`,
      answer: '已列入工程清单，有进展时告知您。',
    },
  };
}

export const ENGINEERING_MATTERS: readonly DemoMatter[] = [
  closed({ daysAgo: 210, content: '家里客厅打电话总是断。', place: HARBOUR, rsrp: -119, name: '黄女士' }),
  closed({
    daysAgo: 150,
    content: '新小区入住半年了还是没有信号。',
    place: HARBOUR,
    rsrp: -124,
    name: '邓先生',
  }),
  open({ daysAgo: 40, content: '卧室里手机显示无服务。', place: HARBOUR, rsrp: -121, name: '罗先生' }),
  open({ daysAgo: 12, content: '扫码付款经常连不上网。', place: HARBOUR, rsrp: -116, name: '谢女士' }),
  closed({ daysAgo: 120, content: '山边小区信号只有一格。', place: HILLS, rsrp: -117, name: '叶先生' }),
  open({ daysAgo: 26, content: '楼下花园视频通话卡顿。', place: HILLS, rsrp: -113, name: '潘女士' }),
  open({ daysAgo: 19, content: '整栋公寓室内没有信号。', place: VALLEY, rsrp: -126, name: '丁先生' }),
  closed({ daysAgo: 75, content: '会议室里信号弱。', place: PARK, rsrp: -115, name: '余女士' }),
  open({
    ...{ daysAgo: 16, content: '展厅里上网很慢。', place: CENTRE, rsrp: -98, sinr: -3, downloadSpeed: 18.5 },
    ...{ name: '姜先生', cause: 'NEEDS_TUNING', category: 'SPEED' },
  }),
  open({
    ...{ daysAgo: 11, content: '地铁口走几步就掉话。', place: PARK, rsrp: -101, sinr: -1, name: '金女士' },
    ...{ cause: 'NEEDS_TUNING', category: 'DROPPED_CALLS' },
  }),
  open({
    ...{ daysAgo: 6, content: '晚上高峰时网速只有几兆。', place: HILLS, rsrp: -97, downloadSpeed: 4.2 },
    ...{ name: '石先生', cause: 'NEEDS_TUNING', category: 'SPEED' },
  }),
  closed({
    ...{ daysAgo: 31, content: '昨天起全村没有信号。', place: VILLAGE, rsrp: -128, stationId: 'PC-2046' },
    ...{ name: '姚先生', cause: 'STATION_FAULT' },
  }),
  open({
    ...{ daysAgo: 5, content: '上个月刚修好又断了。', place: VILLAGE, rsrp: -128, stationId: 'PC-2046' },
    ...{ name: '姚先生', cause: 'STATION_FAULT' },
  }),
];

export const DEMO_ITEMS: readonly DemoItem[] = [
  { outlet: 'SITING_POOL', rank: 1, plannedDaysAgo: 15 },
  {
    ...{ outlet: 'WEEKLY_TUNING', rank: 0, plannedDaysAgo: 14, carriedOver: true, doneDaysAgo: 4 },
    title: '会展中心邻区参数优化',
    readings: [
      { key: 'rsrp', value: -91 },
      { key: 'sinr', value: 13 },
      { key: 'downloadSpeed', value: 286 },
    ],
  },
  { outlet: 'WEEKLY_TUNING', rank: 1, plannedDaysAgo: 2, title: '科技园地铁口切换优化' },
  {
    ...{ outlet: 'REPAIR_VISIT', rank: 0, plannedDaysAgo: 24, doneDaysAgo: 23 },
    ...{ checked: '驻波比告警，传输时延正常', faultPoint: 'RRU 电源模块' },
  },
  { outlet: 'REPAIR_VISIT', rank: 0, plannedDaysAgo: 3, checked: '传输中断告警' },
];
