import type { PastPlan } from '../demo-past.ts';
import { EQUIPMENT, HEAT } from './demo-past-equipment.ts';

const at = (estate: string, building: string) => ({
  name: `${estate}${building}`,
  details: { estate, building },
});

export const PAST: PastPlan = {
  seed: 20_030_901,
  parties: {
    ENGINEERING: ['工程部'],
    SECURITY: ['秩序部'],
    ENVIRONMENT: ['环境部'],
    CUSTOMER_SERVICE: ['客服部'],
    CONTRACTOR: ['恒通电梯维保', '绿源清洁'],
  },
  places: [
    ...[at('翠湖花园', '1栋'), at('翠湖花园', '2栋'), at('明月湾', '1栋'), at('翠湖花园', '5栋')],
    ...[at('明月湾', '2栋'), at('云山雅居', '1栋'), at('翠湖花园', '7栋'), at('明月湾', '3栋')],
  ],
  pace: [1, 1, 2, 2, 3, 3, 4, 4, 5, 6, 7, 8, 9, 15],
  matters: [
    ...EQUIPMENT,
    {
      ...{ category: 'CLEANING', classification: 'VALID', about: 'ENVIRONMENT', seasons: HEAT },
      details: { facility: 'CLEANING', part: 'COMMON' },
      earlier: [
        '{place}楼下的桶满了三天，苍蝇乱飞。',
        '{place}电梯厅地砖黏脚，闻着一股馊味。',
        '拖把水直接泼在{place}门口，孩子滑倒了。',
      ],
      later: ['{place}走廊狗尿没人擦，越积越多。', '{place}烟头从一楼铺到五楼。'],
      endings: [
        {
          ...{ is: 'closed', finding: 'SUBSTANTIATED', cause: 'CONTRACTOR', remedy: 'CORRECTION' },
          facts: '当日班次缺岗。',
          answer: '已补岗清理并扣罚外包单位。',
        },
        {
          ...{ is: 'closed', finding: 'PARTLY_SUBSTANTIATED', cause: 'CONTRACTOR', remedy: 'APOLOGY' },
          facts: '清运时间偏晚。',
          answer: '已调整清运时间。',
        },
      ],
    },
    {
      ...{ category: 'SECURITY', classification: 'VALID', about: 'SECURITY' },
      details: { facility: 'SECURITY', part: 'COMMON' },
      earlier: [
        '发传单的随便进，{place}门把手上天天插满。',
        '放在{place}门口的快递不见了，监控说正好坏了。',
        '半夜有人在{place}楼下喝酒唱歌，打岗亭电话没人接。',
      ],
      later: ['{place}夜班那位在岗亭睡觉，闸口一直开着。'],
      endings: [
        {
          ...{ is: 'closed', finding: 'SUBSTANTIATED', cause: 'NEGLECT', remedy: 'STAFF_DISCIPLINE' },
          facts: '监控显示当班脱岗。',
          answer: '已处理当班人员并恢复监控。',
        },
        {
          ...{ is: 'closed', finding: 'UNSUBSTANTIATED', cause: 'OWNER', remedy: 'EXPLANATION' },
          facts: '访客由业主本人放行。',
          answer: '已出示登记记录并说明。',
        },
      ],
    },
    {
      ...{ category: 'PARKING', classification: 'CONSULTATION', about: 'SECURITY' },
      details: { facility: 'PARKING', part: 'COMMON' },
      earlier: [
        '月卡是给了钱的，{place}的车回来却没位子。',
        '外面的车停一夜不收费，{place}住户反而要交。',
        '{place}访客半小时就计费，太短了。',
      ],
      later: [
        '{place}换了新系统，车牌认不出来，堵到马路上。',
        '{place}两个位子被地锁占着，问是谁的都说不知道。',
      ],
      endings: [
        { is: 'settled', answer: '已出示合同和公示标准，并核对车位。', remedy: 'EXPLANATION' },
        {
          ...{ is: 'closed', finding: 'PARTLY_SUBSTANTIATED', cause: 'COMMUNICATION', remedy: 'CORRECTION' },
          facts: '临停分区标识不清。',
          answer: '已重划分区并补设标识。',
        },
      ],
    },
    {
      ...{ category: 'CHARGES', classification: 'CONSULTATION', kind: 'INQUIRY', about: 'CUSTOMER_SERVICE' },
      earlier: [
        '{place}公摊水电怎么算的，比上月多一倍。',
        '空置半年，{place}能不能打折？',
        '{place}催缴单和我手机里的数对不上。',
      ],
      later: ['{place}装修押金退了两个月还没到。', '想看看{place}外墙广告的钱花在哪里。'],
      endings: [
        { is: 'settled', answer: '已逐项核对并出示公示明细。', remedy: 'EXPLANATION' },
        {
          ...{ is: 'closed', finding: 'SUBSTANTIATED', cause: 'COMMUNICATION', remedy: 'REFUND', yuan: 146 },
          facts: '抄表录入错位。',
          answer: '已更正账单并退还。',
        },
      ],
    },
    {
      ...{ category: 'SERVICE_ATTITUDE', classification: 'VENTING', about: 'CUSTOMER_SERVICE' },
      earlier: [
        '{place}管家在群里阴阳怪气，问一句回一个表情。',
        '前台说“你不满意去告”，{place}住户都听见了。',
      ],
      later: ['打电话给{place}管家，听完就说在忙，挂了。'],
      endings: [
        {
          ...{ is: 'closed', finding: 'SUBSTANTIATED', cause: 'COMMUNICATION', remedy: 'APOLOGY' },
          facts: '聊天记录属实。',
          answer: '已当面道歉并更换管家。',
          extra: [
            { type: 'RECLASSIFY', classification: 'VALID', reason: '查实言语不当，初次处理未回应诉求' },
          ],
        },
        {
          ...{ is: 'closed', finding: 'UNSUBSTANTIATED', cause: 'COMMUNICATION', remedy: 'EXPLANATION' },
          facts: '通话录音用语规范。',
          answer: '已再次沟通，业主表示理解。',
        },
      ],
    },
    {
      ...{ category: 'GREENERY', classification: 'VALID', about: 'ENVIRONMENT' },
      details: { facility: 'GREENERY', part: 'COMMON' },
      earlier: ['{place}窗前的树把光全挡了，虫子往屋里爬。'],
      later: ['{place}草坪被踩成泥路，种了就死。'],
      endings: [
        {
          ...{ is: 'closed', finding: 'SUBSTANTIATED', cause: 'MAINTENANCE', remedy: 'CORRECTION' },
          facts: '修剪计划漏排。',
          answer: '已修剪并补种。',
        },
      ],
    },
    {
      ...{ category: 'OTHER', classification: 'HELP', kind: 'HELP_REQUEST' },
      earlier: ['{place}楼上每晚拖椅子，能不能去说说？', '{place}隔壁装修粉尘飘进来，请帮忙协调。'],
      later: ['{place}对门在走廊养鸡。'],
      endings: [
        {
          ...{ is: 'closed', finding: 'UNSUBSTANTIATED', cause: 'OWNER', remedy: 'INFORMATION_GIVEN' },
          facts: '属邻里纠纷，已上门劝导。',
          answer: '双方约定时段，已告知结果。',
        },
        { is: 'withdrawn', reason: 'SETTLED', remark: '邻里已自行协商。' },
        { is: 'declined', ground: 'OWNERS_COMMITTEE', reason: '属业主大会决定事项。', body: '业主委员会' },
      ],
    },
  ],
};
