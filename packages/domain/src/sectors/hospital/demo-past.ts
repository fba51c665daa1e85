import type { PastPlan } from '../demo-past.ts';
import { CARE } from './demo-past-care.ts';

const FLU = [
  ['11-15', '12-31'],
  ['01-01', '02-28'],
] as const;

/** The emergency department is left nearly alone: its last weeks stand out in the register made by hand. */
export const PAST: PastPlan = {
  seed: 20_190_410,
  parties: {
    SERVICE: ['门诊部', '收费处', '住院服务中心', '后勤保障部'],
    INTERNAL: ['内一科', '内二科', '心内科', '呼吸科'],
    SURGICAL: ['骨科', '普外科', '泌尿外科'],
    OBSTETRICS: ['产科', '妇科'],
    PAEDIATRICS: ['儿科'],
    MEDICAL_TECHNICAL: ['影像科', '检验科', '超声科'],
    EMERGENCY: ['急诊科'],
  },
  places: [{ name: '三号窗口' }, { name: '二楼东侧' }, { name: '住院楼九层' }, { name: '门诊一楼' }],
  pace: [1, 2, 2, 3, 3, 3, 4, 4, 5, 5, 6, 2, 1, 11],
  matters: [
    ...CARE,
    {
      ...{
        category: 'WAITING',
        about: 'SERVICE',
        seasons: FLU,
        details: { stage: 'OUTPATIENT', harm: 'NONE_DONE' },
      },
      earlier: [
        '约的九点半，十一点四十才进诊室。',
        '叫到我的时候去了趟洗手间，回来要重新排。',
        '屏幕上前面一直是十六个人，两个小时没动。',
        '老人坐轮椅，{place}没有优先通道。',
      ],
      later: ['上午的号拖到下午一点，中间没人出来说一句。', '{place}挤得站都站不下，孩子烧到三十九度。'],
      endings: [
        {
          ...{ is: 'closed', finding: 'SUBSTANTIATED', cause: 'PROCESS', remedy: 'APOLOGY' },
          facts: '当日停诊两名医师，未调整预约。',
          answer: '已致歉并调整分时段预约。',
          lesson: '停诊须同步缩减号源。',
        },
        {
          ...{
            is: 'closed',
            finding: 'PARTLY_SUBSTANTIATED',
            cause: 'NATURE_OF_WORK',
            remedy: 'EXPLANATION',
          },
          facts: '当日就诊量为平日一点八倍。',
          answer: '已说明原因，高峰期增开诊室。',
        },
      ],
    },
    {
      ...{
        category: 'WAITING',
        about: 'PAEDIATRICS',
        seasons: FLU,
        details: { stage: 'OUTPATIENT', harm: 'NONE_DONE' },
      },
      earlier: ['带娃看发热，前面八十多个，大厅没座位。', '雾化只有两台，排到晚上十点。'],
      later: ['夜里只开一个诊室，走廊全是哭声。'],
      endings: [
        {
          ...{ is: 'closed', finding: 'SUBSTANTIATED', cause: 'NATURE_OF_WORK', remedy: 'APOLOGY' },
          facts: '流感高峰人手不足。',
          answer: '已增派医师，开放夜间第二诊室。',
        },
      ],
    },
    {
      ...{
        category: 'REGISTRATION',
        about: 'SERVICE',
        details: { stage: 'REGISTRATION', harm: 'NONE_DONE' },
      },
      earlier: [
        '手机上放号一秒就没，黄牛那里倒有。',
        '退了号钱没回来，{place}说找平台，平台说找医院。',
        '身份证录错一个字，跑了三个地方改。',
      ],
      later: ['换手机之后登录不上，老人不会弄，{place}不给人工。', '挂了专家，坐诊的是学生。'],
      endings: [
        {
          ...{ is: 'closed', finding: 'SUBSTANTIATED', cause: 'PROCESS', remedy: 'CORRECTION' },
          facts: '系统与窗口信息不同步。',
          answer: '已更正信息并设人工窗口。',
        },
        { is: 'settled', answer: '当场退费并改约。', remedy: 'REFUND' },
        {
          ...{ is: 'closed', finding: 'UNSUBSTANTIATED', cause: 'EXPECTATION', remedy: 'EXPLANATION' },
          facts: '出诊医师与公示一致。',
          answer: '已说明出诊安排。',
        },
      ],
    },
    {
      ...{ category: 'CHARGES', about: 'SERVICE', details: { stage: 'DISCHARGE', harm: 'NONE_DONE' } },
      earlier: [
        '住了五天，床位算成六天。',
        '一次性手套一天用了四十双？',
        '同样的检查，上回一百八，这回二百六。',
        '医保没报上，{place}说过了点让下周来。',
      ],
      later: ['押金条丢了就不给退，跑了三趟。', '小票上写的是套餐，明细要不到。'],
      endings: [
        {
          ...{ is: 'closed', finding: 'SUBSTANTIATED', cause: 'PROCESS', remedy: 'REFUND', yuan: 96 },
          facts: '计费时点设置有误。',
          answer: '已退还多计部分并修正设置。',
        },
        {
          ...{ is: 'closed', finding: 'UNSUBSTANTIATED', cause: 'EXPECTATION', remedy: 'EXPLANATION' },
          facts: '项目与医嘱一致。',
          answer: '已逐项核对清单并说明。',
        },
      ],
    },
    {
      ...{ category: 'ENVIRONMENT', about: 'SERVICE', details: { stage: 'WARD', harm: 'NONE_DONE' } },
      earlier: [
        '{place}空调漏水，床头放了个桶接。',
        '陪床椅收了钱是断的。',
        '{place}卫生间没有扶手，我爸摔了一跤。',
      ],
      later: ['{place}隔壁在施工，电钻从早上七点开始。', '饭送来是凉的，微波炉要排队。'],
      endings: [
        {
          ...{ is: 'closed', finding: 'SUBSTANTIATED', cause: 'RESPONSIBILITY', remedy: 'CORRECTION' },
          facts: '报修后未派工。',
          answer: '已修复并考核外包单位。',
        },
        { is: 'settled', answer: '当场更换并致歉。', remedy: 'APOLOGY' },
      ],
    },
    {
      ...{ category: 'PRIVACY', about: 'SERVICE', details: { stage: 'OUTPATIENT', harm: 'NONE_DONE' } },
      earlier: ['门开着就问那方面的病，后面一排人都听见。'],
      later: ['前脚看完病，后脚就有卖保健品的打来。'],
      endings: [
        {
          ...{ is: 'closed', finding: 'SUBSTANTIATED', cause: 'PROCESS', remedy: 'CORRECTION' },
          facts: '诊室未执行一医一患。',
          answer: '已加装门帘并整改。',
        },
        {
          is: 'declined',
          ground: 'NOT_OURS',
          reason: '经核查非本院信息外泄，来电属其他单位。',
          body: '公安机关',
        },
      ],
    },
  ],
};
