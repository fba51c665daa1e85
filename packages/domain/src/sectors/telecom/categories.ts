import { option, t } from '../common.ts';
import type { CauseNode, DeclineGround, OptionNode } from '../contract.ts';

export const CATEGORIES: readonly OptionNode[] = [
  {
    ...option('NETWORK', '网络质量', 'Network quality'),
    children: [
      option('COVERAGE', '信号覆盖', 'Coverage', ['信号差', '无信号', '弱覆盖']),
      option('SPEED', '上网速率', 'Speed', ['网速慢']),
      option('DROPPED_CALLS', '掉话', 'Dropped calls'),
    ],
  },
  {
    ...option('BROADBAND', '宽带', 'Broadband'),
    children: [
      option('BROADBAND_INSTALLATION', '装移机', 'Installation'),
      option('BROADBAND_FAULT', '宽带故障', 'Fault', ['断网', '掉线']),
    ],
  },
  {
    ...option('CHARGES', '资费', 'Charges', ['资费争议', '费用争议']),
    children: [
      option('TARIFF', '套餐资费', 'Tariff'),
      option('UNEXPLAINED_CHARGE', '不明扣费', 'Unexplained charge', ['乱扣费', '扣费争议']),
    ],
  },
  option('MARKETING', '营销', 'Marketing', ['营销宣传', '外呼营销']),
  option('SERVICE_ATTITUDE', '服务态度', 'Service attitude'),
  option('NUMBER_PORTING', '携号转网', 'Number porting'),
  option('NUISANCE', '骚扰电话与短信', 'Nuisance calls and messages', ['骚扰电话', '垃圾短信']),
  option('OTHER', '其他', 'Other'),
];

/** Own departments by what they do. */
export const DEPARTMENT_TYPES = [
  option('NETWORK', '网络部门', 'Network'),
  option('BROADBAND', '宽带装维', 'Broadband field service'),
  option('BILLING', '计费部门', 'Billing'),
  option('SHOP', '营业厅', 'Shop'),
  option('HOTLINE', '客服热线', 'Call centre'),
  option('MARKETING', '市场部门', 'Marketing'),
  option('OTHER', '其他', 'Other'),
] as const;

/** Causes; those with an outlet join the list from which engineers work. */
export const CAUSES: readonly CauseNode[] = [
  {
    ...option('RADIO', '无线网络', 'Radio network'),
    children: [
      {
        ...option('WEAK_COVERAGE', '弱覆盖，现阶段无法解决', 'Weak coverage, not solvable now'),
        outlet: 'SITING_POOL',
      },
      { ...option('NEEDS_TUNING', '需网络优化', 'Needs network tuning'), outlet: 'WEEKLY_TUNING' },
      { ...option('STATION_FAULT', '基站故障', 'Base-station fault'), outlet: 'REPAIR_VISIT' },
      option('CONGESTION', '网络拥塞', 'Congestion'),
    ],
  },
  option('LINE_FAULT', '线路故障', 'Line fault'),
  option('TERMINAL', '终端问题', "Customer's equipment"),
  option('BILLING_ERROR', '计费差错', 'Billing error'),
  option('RULE_UNCLEAR', '资费规则说明不清', 'Tariff rules not made clear'),
  option('UNREQUESTED_SERVICE', '未经同意开通业务', 'Service opened without consent'),
  option('STAFF_CONDUCT', '服务不规范', 'Conduct of staff'),
  option('SYSTEM', '系统问题', 'Systems'),
  option('THIRD_PARTY', '第三方原因', 'A third party'),
  option('MISUNDERSTANDING', '用户误解', 'Misunderstanding'),
];

export const DECLINE_GROUNDS: readonly DeclineGround[] = [
  {
    ...option('NOT_OUR_CUSTOMER', '非本企业用户或业务', 'Not our customer or service'),
    namesBodyInCharge: true,
  },
  {
    ...option('TAKEN_ELSEWHERE', '法院、仲裁或其他机构已受理', 'Taken by court, arbitration or another body'),
    basis: t('电信用户申诉处理办法', 'Measures on Telecom Users’ Appeals (MIIT Order 35)'),
  },
  option('ALREADY_ANSWERED', '已答复且无新情况', 'Answered already, nothing new'),
  option('NO_CONTACT', '无法联系核实', 'Cannot be reached to verify'),
  option('OTHER', '其他', 'Other'),
];
