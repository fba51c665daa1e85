import type { PastPlan } from '../demo-past.ts';
import { NETWORK } from './demo-past-network.ts';

/** New tariffs come with spring and with the terms of students. */
const TARIFFS_CHANGE = [
  ['03-01', '04-10'],
  ['09-01', '09-30'],
] as const;

const at = (name: string, longitude: number, latitude: number, area = 'URBAN') => ({
  name,
  details: { area, place: { address: name, longitude, latitude } },
});

/** Causes that feed the engineers' lists stay with the register made by hand, which tells what they did. */
export const PAST: PastPlan = {
  seed: 20_160_730,
  parties: {
    SHOP: ['东门营业厅', '西丽营业厅', '龙岗营业厅'],
    BILLING: ['计费中心'],
    HOTLINE: ['客服热线'],
    MARKETING: ['外呼营销组'],
    BROADBAND: ['南山装维班', '福田装维班', '宝安装维班'],
  },
  places: [
    ...[at('碧海家园', 113.87, 22.56), at('桃源居', 113.86, 22.58), at('梅林一村', 114.05, 22.57)],
    ...[at('莲塘新村', 114.17, 22.56), at('坂田北', 114.06, 22.64), at('葵涌老街', 114.42, 22.64, 'RURAL')],
    ...[at('大鹏王母', 114.48, 22.59, 'RURAL'), at('蛇口渔村', 113.92, 22.48)],
  ],
  pace: [1, 2, 3, 3, 4, 4, 5, 6, 7, 8, 9, 10, 12, 13, 21],
  matters: [
    ...NETWORK,
    {
      ...{ category: 'TARIFF', about: 'SHOP', seasons: TARIFFS_CHANGE, details: { service: 'MOBILE' } },
      earlier: [
        '老用户想换便宜一点的，网上能办的偏偏我不能办。',
        '优惠到期自动变成原价，没有人提醒。',
        '改套餐要去归属地柜台，人在外地怎么办。',
        '家庭共享的副卡突然开始单独收钱。',
      ],
      later: [
        '学生卡毕业后涨到一百二，降不下来。',
        '合约里写的赠送流量是定向的，买的时候说全国通用。',
        '销户还要先结清下个月的。',
      ],
      endings: [
        {
          ...{ is: 'closed', finding: 'SUBSTANTIATED', cause: 'RULE_UNCLEAR', remedy: 'TARIFF_ADJUSTMENT' },
          facts: '到期提醒短信未下发。',
          answer: '已为您变更套餐并退还差额。',
          lesson: '优惠到期前应两次提醒。',
        },
        {
          ...{ is: 'closed', finding: 'UNSUBSTANTIATED', cause: 'MISUNDERSTANDING', remedy: 'EXPLANATION' },
          facts: '协议条款清楚并有签字。',
          answer: '已解释协议并提供可选方案。',
        },
        {
          ...{ is: 'settled', answer: '当场改办适用套餐，次月生效。', remedy: 'TARIFF_ADJUSTMENT' },
        },
      ],
    },
    {
      ...{ category: 'UNEXPLAINED_CHARGE', about: 'BILLING', details: { service: 'MOBILE' } },
      earlier: [
        '账单里多出一项彩铃，我根本没开过。',
        '老人机每月少十五，查了说是手机报。',
        '出国三天回来欠费八百多，明明关了漫游。',
        '月初一次扣了两个月的。',
      ],
      later: ['小孩点了个抽奖页面，话费没了六十。', '说是安全管家，一查已经扣了大半年。'],
      endings: [
        {
          ...{
            is: 'closed',
            finding: 'SUBSTANTIATED',
            cause: 'UNREQUESTED_SERVICE',
            remedy: 'REFUND',
            yuan: 90,
          },
          facts: '开通记录无二次确认。',
          answer: '已关闭并双倍退还。',
          lesson: '增值业务须二次确认。',
        },
        {
          ...{ is: 'closed', finding: 'SUBSTANTIATED', cause: 'BILLING_ERROR', remedy: 'REFUND', yuan: 118 },
          facts: '出账批次重复。',
          answer: '已冲正并返还。',
        },
        {
          ...{ is: 'closed', finding: 'UNSUBSTANTIATED', cause: 'MISUNDERSTANDING', remedy: 'EXPLANATION' },
          facts: '有短信确认记录和使用清单。',
          answer: '已提供清单并协助关闭。',
        },
      ],
    },
    {
      ...{
        category: 'MARKETING',
        about: 'MARKETING',
        seasons: TARIFFS_CHANGE,
        details: { service: 'MOBILE' },
      },
      earlier: ['电话里说是免费升级，结果绑了两年。', '一天打三次推宽带，拒绝了还打。'],
      later: ['自称公司内部活动送手机，收到货才知道要分期。'],
      endings: [
        {
          ...{ is: 'closed', finding: 'SUBSTANTIATED', cause: 'STAFF_CONDUCT', remedy: 'FEE_WAIVER' },
          facts: '录音中未说明合约期。',
          answer: '已解除合约，免收违约金。',
        },
        {
          ...{ is: 'closed', finding: 'PARTLY_SUBSTANTIATED', cause: 'RULE_UNCLEAR', remedy: 'APOLOGY' },
          facts: '话术容易误解。',
          answer: '已修改话术并致歉。',
        },
      ],
    },
    {
      ...{ category: 'SERVICE_ATTITUDE', about: 'HOTLINE', details: { service: 'MOBILE' } },
      earlier: ['转来转去四次，最后一位直接挂了。', '柜员一边聊天一边办，问她头都不抬。'],
      later: ['机器人绕了十分钟才找到真人，真人说不归他管。'],
      endings: [
        {
          ...{ is: 'closed', finding: 'SUBSTANTIATED', cause: 'STAFF_CONDUCT', remedy: 'APOLOGY' },
          facts: '录音显示用语不规范。',
          answer: '当班人员已道歉并接受考核。',
        },
      ],
    },
    {
      ...{ category: 'NUISANCE', details: { service: 'MOBILE' } },
      earlier: ['贷款的一天二十几个，拉黑换号接着打。', '半夜收到几百条验证码。'],
      later: ['加了拦截还是天天被推房子。'],
      endings: [
        {
          ...{
            is: 'closed',
            finding: 'PARTLY_SUBSTANTIATED',
            cause: 'THIRD_PARTY',
            remedy: 'INFORMATION_GIVEN',
          },
          facts: '主叫为网外号码，已提交关停。',
          answer: '已开通防护并提交举报。',
        },
        {
          is: 'declined',
          ground: 'NOT_OUR_CUSTOMER',
          reason: '来电号码属其他企业。',
          body: '该号码所属电信企业',
        },
      ],
    },
    {
      ...{ category: 'NUMBER_PORTING', details: { service: 'MOBILE' } },
      earlier: ['查了可以走，发码又说不符合条件。'],
      later: ['靓号最低消费没到期，赔钱也不让走。'],
      endings: [
        {
          ...{ is: 'closed', finding: 'SUBSTANTIATED', cause: 'SYSTEM', remedy: 'SERVICE_RESTORED' },
          facts: '系统状态未刷新。',
          answer: '已恢复转网资格。',
        },
        {
          ...{ is: 'closed', finding: 'UNSUBSTANTIATED', cause: 'MISUNDERSTANDING', remedy: 'EXPLANATION' },
          facts: '存在未到期约定。',
          answer: '已说明约定和解约办法。',
        },
      ],
    },
  ],
};
