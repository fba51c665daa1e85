import type { PastMatter } from '../demo-past.ts';

const WINTER = [
  ['12-01', '12-31'],
  ['01-01', '02-10'],
] as const;
const RAINS = [['06-01', '09-10']] as const;
export const HEAT = [['06-15', '09-15']] as const;

/** What owners say of equipment and its repair. */
export const EQUIPMENT: readonly PastMatter[] = [
  {
    ...{ category: 'LIFT', classification: 'VALID', about: 'CONTRACTOR', seasons: HEAT },
    details: { facility: 'LIFT', part: 'COMMON' },
    earlier: [
      '{place}左边那部关门要按三四次，有时夹人。',
      '{place}轿厢里像蒸笼，风扇坏了一个夏天。',
      '{place}运行时咣当响，停层对不齐，老人差点绊倒。',
      '带着婴儿被关在{place}二十多分钟，对讲没人应。',
    ],
    later: [
      '{place}显示屏全黑，不知道到了几层。',
      '{place}按八楼直接上了顶层，又自己下来。',
      '{place}检验合格证过了日子还贴着。',
    ],
    endings: [
      {
        ...{ is: 'closed', finding: 'SUBSTANTIATED', cause: 'CONTRACTOR', remedy: 'REPAIR' },
        facts: '维保记录缺项，门机皮带磨损。',
        answer: '已更换部件并扣减维保费。',
        lesson: '维保每次须由工程部签认。',
      },
      {
        ...{ is: 'closed', finding: 'SUBSTANTIATED', cause: 'AGEING', remedy: 'REPAIR' },
        facts: '部件使用已逾十二年。',
        answer: '已应急修复，更换方案提交业委会。',
      },
      {
        ...{ is: 'closed', finding: 'PARTLY_SUBSTANTIATED', cause: 'MAINTENANCE', remedy: 'APOLOGY' },
        facts: '对讲设备时有故障。',
        answer: '已修复对讲并致歉。',
      },
    ],
  },
  {
    ...{ category: 'WATER', classification: 'VALID', about: 'ENGINEERING', seasons: [...WINTER, ...RAINS] },
    details: { facility: 'WATER', part: 'COMMON' },
    earlier: [
      '一下雨{place}大堂就积水，要垫砖走。',
      '{place}主管返水，厨房地上全是污水。',
      '早上洗脸没有热的，{place}报了两回没人管。',
      '{place}顶楼墙角一片黄，天花掉皮。',
    ],
    later: ['{place}井盖冒水，臭得开不了窗。', '{place}放出来是黄的，带铁锈。'],
    endings: [
      {
        ...{ is: 'closed', finding: 'SUBSTANTIATED', cause: 'MAINTENANCE', remedy: 'REPAIR' },
        facts: '排水沟堵塞，未按计划清淤。',
        answer: '已疏通并列入雨季巡检。',
        lesson: '雨季前须完成清淤并拍照留存。',
      },
      {
        ...{ is: 'closed', finding: 'SUBSTANTIATED', cause: 'DEVELOPER', remedy: 'REPAIR' },
        facts: '防水层自交付起有缺陷。',
        answer: '已联系建设单位保修，先行堵漏。',
      },
      {
        ...{ is: 'closed', finding: 'SUBSTANTIATED', cause: 'AGEING', remedy: 'REPLACEMENT' },
        facts: '立管锈蚀。',
        answer: '已更换管段。',
      },
    ],
  },
  {
    ...{ category: 'POWER', classification: 'VALID', about: 'ENGINEERING', seasons: HEAT },
    details: { facility: 'POWER', part: 'COMMON' },
    earlier: ['{place}晚上跳闸三次，空调都不敢开。', '{place}走道黑漆漆的，声控灯拍手也不亮。'],
    later: ['{place}充电桩插上没反应，后台还在收钱。'],
    endings: [
      {
        ...{ is: 'closed', finding: 'SUBSTANTIATED', cause: 'MAINTENANCE', remedy: 'REPAIR' },
        facts: '断路器老化，巡检未发现。',
        answer: '已更换并加密巡检。',
      },
    ],
  },
  {
    ...{ category: 'FIRE_SAFETY', classification: 'MISCONDUCT', about: 'SECURITY' },
    details: { facility: 'FIRE_SAFETY', part: 'COMMON' },
    earlier: ['{place}楼梯间堆满纸箱和旧沙发，说了几个月。', '电动车推上楼充，{place}没人拦。'],
    later: ['{place}栓箱里连水带都没有。'],
    endings: [
      {
        ...{ is: 'closed', finding: 'SUBSTANTIATED', cause: 'NEGLECT', remedy: 'CORRECTION' },
        facts: '巡查记录与现场不符。',
        answer: '已清理并处分当班人员。',
        lesson: '巡查须带时间水印拍照。',
      },
    ],
  },
  {
    ...{ category: 'REPAIR', classification: 'VALID', about: 'ENGINEERING' },
    details: { part: 'COMMON' },
    earlier: [
      '{place}单元门关不严，报了四次，每次都说已派单。',
      '修{place}门铃的人来了一趟，说没有配件就再没消息。',
      '{place}对讲机能响不能开门。',
    ],
    later: ['{place}信箱锁全坏了，等了二十天。'],
    endings: [
      {
        ...{ is: 'closed', finding: 'SUBSTANTIATED', cause: 'NEGLECT', remedy: 'REPAIR' },
        facts: '工单被误关。',
        answer: '已修复，工单改为业主确认后关闭。',
        lesson: '未经业主确认不得关单。',
      },
      {
        ...{ is: 'closed', finding: 'SUBSTANTIATED', cause: 'MAINTENANCE', remedy: 'REPAIR' },
        facts: '备件不足。',
        answer: '已到货修复并补足备件。',
      },
    ],
  },
];
