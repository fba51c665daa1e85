import type { DemoSite } from '../../sites/tree.ts';
import { t } from '../common.ts';
import type { DemoIncident, DemoOffice } from '../contract.ts';
import type { DemoMatter } from '../demo.ts';

export const OFFICE: DemoOffice = {
  slug: 'property',
  name: t('安居物业服务公司', 'Anju Property Services'),
  region: '440300',
  departments: [
    { name: t('客服部', 'Customer service'), kind: 'CUSTOMER_SERVICE' },
    { name: t('工程部', 'Engineering'), kind: 'ENGINEERING' },
  ],
};

const building = (number: number, households: number, area: number, units: number): DemoSite => ({
  name: `${number}栋`,
  numbers: { HOUSEHOLDS: households, AREA: area },
  parts: Array.from({ length: units }, (_, index) => ({ name: `${index + 1}单元` })),
});

/** The first is the sum of its buildings; of the others only the whole is known. */
export const DEMO_SITES: readonly DemoSite[] = [
  {
    name: '翠湖花园',
    parts: [
      building(1, 120, 13_200, 2),
      building(2, 144, 15_840, 2),
      building(3, 144, 15_840, 2),
      building(5, 96, 11_520, 2),
      building(7, 96, 11_600, 1),
    ],
  },
  {
    name: '明月湾',
    numbers: { HOUSEHOLDS: 400, AREA: 52_000 },
    parts: [{ name: '1栋' }, { name: '2栋' }, { name: '3栋' }],
  },
  { name: '云山雅居', numbers: { HOUSEHOLDS: 200, AREA: 30_000 }, parts: [{ name: '1栋' }] },
];

const at = (building: string, facility: string) => ({
  estate: '翠湖花园',
  building,
  facility,
  part: 'COMMON',
});

export const DEMO_INCIDENTS: readonly DemoIncident[] = [
  {
    ...{ title: '地库渗水致2栋电梯停运', category: 'WATER', place: '翠湖花园', beganDaysAgo: 1 },
    complaints: ['二号楼电梯又停了，老人上不了楼。', '地下车库漏水，车顶滴水。'],
    reason: '电梯底坑进水停运，与地库漏水同源',
    note: '工程部已关闭破裂的给水支管，正在抽排底坑积水。',
    ended: {
      answer:
        '经查，地库给水支管接头破裂，积水流入2栋电梯底坑致其停运。现接头已更换，电梯检测合格后恢复运行。',
      summary: '更换破裂接头，电梯恢复运行；地库支管纳入月度巡检。',
    },
  },
];

export const MATTERS: readonly DemoMatter[] = [
  {
    daysAgo: 0,
    content: '二号楼电梯又停了，老人上不了楼。',
    category: 'LIFT',
    classification: 'VALID',
    name: '丁女士',
    phone: '13900004001',
    details: at('2栋', 'LIFT'),
    outcome: { is: 'registered' },
  },
  {
    daysAgo: 1,
    content: '地下车库漏水，车顶滴水。',
    category: 'WATER',
    classification: 'VALID',
    name: '任先生',
    phone: '13900004002',
    details: at('地库', 'WATER'),
    outcome: { is: 'accepted' },
  },
  {
    daysAgo: 2,
    content: '楼上半夜装修，能不能帮忙协调。',
    category: 'OTHER',
    kind: 'HELP_REQUEST',
    classification: 'HELP',
    name: '袁女士',
    phone: '13900004003',
    details: { estate: '翠湖花园', building: '5栋' },
    outcome: { is: 'promised', hours: 26 },
  },
  {
    daysAgo: 12,
    content: '停车费涨价的依据是什么？',
    category: 'CHARGES',
    kind: 'INQUIRY',
    classification: 'CONSULTATION',
    name: '于先生',
    phone: '13900004004',
    details: { estate: '明月湾' },
    outcome: { is: 'settled', answer: '已出示合同约定和公示文件，业主表示理解。', remedy: 'EXPLANATION' },
  },
  {
    daysAgo: 28,
    content: '楼道灯坏了两周，报修三次没人来。',
    category: 'REPAIR',
    classification: 'VALID',
    name: '潘先生',
    phone: '13900004005',
    details: at('7栋', 'POWER'),
    outcome: {
      is: 'closed',
      finding: 'SUBSTANTIATED',
      facts: '工单漏派，维修超时。',
      answer: '灯已修复，已向您道歉并对责任人考核。',
      days: 5,
      remedy: 'REPAIR',
      cause: 'NEGLECT',
      lesson: '工单超 24 小时未派应自动提醒主管。',
      action: { text: '工单系统增加 24 小时未派提醒', dueAfterDays: 40 },
    },
  },
  {
    daysAgo: 60,
    content: '物业人员态度恶劣，我要发泄一下不满。',
    category: 'SERVICE_ATTITUDE',
    classification: 'VENTING',
    name: '杜女士',
    phone: '13900004006',
    details: { estate: '明月湾' },
    outcome: {
      is: 'closed',
      finding: 'SUBSTANTIATED',
      facts: '核实当班人员言语不当，且初次处理敷衍。',
      answer: '当班人员已当面道歉。',
      days: 6,
      remedy: 'APOLOGY',
      cause: 'COMMUNICATION',
      extra: [
        { type: 'RECLASSIFY', classification: 'VALID', reason: '初次处理敷衍，业主再次投诉且查证属实' },
      ],
    },
  },
  {
    daysAgo: 100,
    content: '绿化带被人种菜，没人管。',
    category: 'GREENERY',
    classification: 'VALID',
    name: '戴先生',
    phone: '13900004007',
    details: at('小区东侧', 'GREENERY'),
    outcome: {
      is: 'closed',
      finding: 'SUBSTANTIATED',
      facts: '现场确有三处私种。',
      answer: '已清理并恢复绿化。',
      days: 9,
      remedy: 'CORRECTION',
      cause: 'MAINTENANCE',
    },
  },
  {
    daysAgo: 160,
    content: '家里水压低，洗澡没水。',
    category: 'WATER',
    classification: 'HELP',
    kind: 'HELP_REQUEST',
    name: '夏女士',
    phone: '13900004008',
    details: { estate: '明月湾', building: '3栋', facility: 'WATER', part: 'PRIVATE' },
    outcome: {
      is: 'closed',
      finding: 'UNSUBSTANTIATED',
      facts: '户内管道堵塞，非公共设施问题。',
      answer: '已协助疏通户内管道。',
      days: 2,
      remedy: 'INFORMATION_GIVEN',
      cause: 'OWNER',
    },
  },
  {
    daysAgo: 240,
    content: '隔壁商铺噪音扰民。',
    category: 'OTHER',
    classification: 'HELP',
    name: '钟先生',
    phone: '13900004009',
    details: { estate: '翠湖花园' },
    outcome: {
      is: 'declined',
      ground: 'NOT_OUR_ESTATE',
      reason: '商铺不在本项目管理范围，已告知向城管反映。',
      body: '街道城市管理办公室',
    },
  },
  {
    daysAgo: 350,
    content: '高空抛物砸坏汽车。',
    category: 'SUDDEN_EVENT',
    classification: 'VALID',
    name: '汪先生',
    phone: '13900004010',
    details: { estate: '翠湖花园', building: '1栋', part: 'COMMON', householdsAffected: 1 },
    outcome: {
      is: 'closed',
      finding: 'SUBSTANTIATED',
      facts: '监控未覆盖该立面，未尽安全保障义务。',
      answer: '已按协议补偿维修费并加装监控。',
      days: 20,
      remedy: 'COMPENSATION',
      yuan: 2600,
      cause: 'NEGLECT',
      followUp: 'ACCEPTABLE',
      lesson: '高层立面应全部纳入监控。',
      action: {
        ...{ text: '高层立面加装防高空抛物监控', dueAfterDays: 30 },
        done: { afterDays: 45, proof: '六栋高层 12 个点位已安装，画面覆盖全部立面。' },
      },
    },
  },
];
