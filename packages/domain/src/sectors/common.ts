import type { Localized } from '@huiyin/shared';
import type { DeadlineRule } from '../clocks/rule.ts';
import type { SectionDeclaration } from '../report/declaration.ts';
import type { Option } from './contract.ts';

/** Short for a text in both languages. */
export const t = (zh: string, en: string): Localized => ({ zh, en });

/** An option, with other spellings that spreadsheets use. */
export function option(code: string, zh: string, en: string, synonyms: readonly string[] = []): Option {
  return { code, label: t(zh, en), ...(synonyms.length > 0 ? { synonyms } : {}) };
}

/** Limits that apply to every sector, by where a complaint came from. */
export const COMMON_CLOCKS: readonly DeadlineRule[] = [
  {
    id: 'common.petition@2022-05-01',
    clock: 'petition',
    label: t('信访事项办理', 'Petition handled'),
    startsOn: 'petitionRegistered',
    endsOn: ['petitionHandled', 'answered'],
    amount: 60,
    unit: 'days',
    extension: {
      amount: 30,
      unit: 'days',
      approval: t('本机关负责人批准', 'approved by the head of the office'),
    },
    basis: {
      regulation: t('信访工作条例', 'Regulation on Petition Work (2022)'),
      article: t('第三十四条', 'Art. 34'),
    },
    effectiveFrom: '2022-05-01',
    confirmed: true,
    origin: 'law',
  },
  {
    id: 'common.hotline@2020-01-01',
    clock: 'hotline',
    label: t('12345 热线答复', 'Hotline 12345 answered'),
    startsOn: 'hotlineReceived',
    endsOn: ['answered', 'declined', 'transferred'],
    amount: 5,
    unit: 'workingDays',
    basis: {
      regulation: t('地方政务服务便民热线规定', 'Local rules on the government service hotline'),
      article: t('济南第二十四条、潍坊第二十条', 'Jinan Art. 24, Weifang Art. 20'),
    },
    effectiveFrom: '2020-01-01',
    confirmed: false,
    origin: 'local',
  },
];

/** The sections of every report, in order; a sector's own stand where `own` is. */
export function reportSections(own: readonly SectionDeclaration[]): readonly SectionDeclaration[] {
  return [...FIRST_SECTIONS, ...own, ...LAST_SECTIONS];
}

const FIRST_SECTIONS: readonly SectionDeclaration[] = [
  {
    code: 'overview',
    title: t('总体情况', 'Overview'),
    blocks: [
      {
        kind: 'figures',
        figures: [
          { code: 'received', label: t('收到', 'Received'), kind: 'count', measure: 'RECEIVED' },
          { code: 'accepted', label: t('受理', 'Accepted'), kind: 'count', measure: 'ACCEPTED' },
          { code: 'declined', label: t('不予受理', 'Declined'), kind: 'count', measure: 'DECLINED' },
          { code: 'transferred', label: t('移送', 'Transferred'), kind: 'count', measure: 'TRANSFERRED' },
          { code: 'closed', label: t('办结', 'Closed'), kind: 'count', measure: 'CLOSED' },
          { code: 'reopened', label: t('重办', 'Reopened'), kind: 'count', measure: 'REOPENED' },
          { code: 'openAtEnd', label: t('期末在办', 'Open at the end'), kind: 'openAtEnd' },
          {
            code: 'acceptanceRate',
            label: t('受理率', 'Acceptance rate'),
            kind: 'rate',
            numerator: { measure: 'ACCEPTED' },
            denominator: { measure: 'RECEIVED' },
          },
          {
            code: 'closingRate',
            label: t('办结率', 'Closing rate'),
            kind: 'rate',
            numerator: { measure: 'CLOSED', where: { acceptance: ['ACCEPTED'] } },
            denominator: { measure: 'ACCEPTED' },
          },
        ],
      },
      {
        kind: 'trend',
        title: t('逐月收到与办结', 'Received and closed by month'),
        lines: [
          { label: t('收到', 'Received'), measure: 'RECEIVED' },
          { label: t('办结', 'Closed'), measure: 'CLOSED' },
        ],
      },
      {
        kind: 'breakdown',
        title: t('诉求类型', 'Kinds'),
        measure: 'RECEIVED',
        dimension: 'kind',
        chart: 'pie',
      },
    ],
  },
  {
    code: 'channels',
    title: t('渠道与来源', 'Channels and sources'),
    blocks: [
      {
        kind: 'breakdown',
        title: t('受理渠道', 'Channels'),
        measure: 'RECEIVED',
        dimension: 'channel',
        chart: 'bar',
      },
      {
        kind: 'breakdown',
        title: t('来源', 'Sources'),
        measure: 'RECEIVED',
        dimension: 'sourceLevel',
        chart: 'pie',
      },
    ],
  },
  {
    code: 'respondents',
    title: t('对象', 'Respondents'),
    blocks: [
      {
        kind: 'breakdown',
        title: t('被投诉方类型', 'Kinds of respondents'),
        measure: 'RECEIVED',
        dimension: 'respondentType',
        chart: 'bar',
      },
      {
        kind: 'breakdown',
        title: t('被投诉较多者', 'Respondents with most complaints'),
        measure: 'RECEIVED',
        dimension: 'respondent',
        chart: 'none',
        top: 10,
      },
    ],
  },
  {
    code: 'categories',
    title: t('类别与内容', 'Categories and content'),
    blocks: [
      {
        kind: 'breakdown',
        title: t('类别', 'Categories'),
        measure: 'RECEIVED',
        dimension: 'categoryRoot',
        chart: 'bar',
        beside: [
          { label: t('受理', 'Accepted'), measure: 'ACCEPTED' },
          { label: t('办结', 'Closed'), measure: 'CLOSED' },
        ],
      },
      {
        kind: 'breakdown',
        title: t('具体内容', 'Content'),
        measure: 'RECEIVED',
        dimension: 'category',
        chart: 'none',
        top: 20,
      },
    ],
  },
  {
    code: 'departments',
    title: t('部门', 'Departments'),
    blocks: [
      {
        kind: 'breakdown',
        title: t('按部门', 'By department'),
        measure: 'RECEIVED',
        dimension: 'department',
        chart: 'bar',
        beside: [{ label: t('办结', 'Closed'), measure: 'CLOSED' }],
      },
    ],
  },
  {
    code: 'timeliness',
    title: t('时限与承诺', 'Timeliness and promises'),
    blocks: [
      {
        kind: 'figures',
        figures: [
          {
            code: 'onTimeRate',
            label: t('时限内完成率', 'On-time rate'),
            kind: 'rate',
            numerator: { measure: 'CLOCK_ENDED', where: { clockResult: ['MET'] } },
            denominator: { measure: 'CLOCK_ENDED' },
          },
          {
            code: 'promiseKeptRate',
            label: t('承诺兑现率', 'Promise-kept rate'),
            kind: 'rate',
            numerator: { measure: 'PROMISE_DUE', where: { promiseResult: ['KEPT'] } },
            denominator: { measure: 'PROMISE_DUE' },
          },
          {
            code: 'firstContactRate',
            label: t('首次接触解决率', 'First-contact resolution'),
            kind: 'rate',
            numerator: { measure: 'FIRST_CONTACT' },
            denominator: { measure: 'ACCEPTED' },
          },
          {
            code: 'repeatRate',
            label: t('重复投诉率', 'Repeat rate'),
            kind: 'rate',
            numerator: { measure: 'REPEATED' },
            denominator: { measure: 'RECEIVED' },
          },
          {
            code: 'handlingMedian',
            label: t('办理时长中位数', 'Median handling time'),
            kind: 'percentile',
            measure: 'HANDLING_TIME',
            at: 0.5,
            unit: 'seconds',
          },
          {
            code: 'handling90',
            label: t('办理时长第 90 百分位', '90th percentile of handling time'),
            kind: 'percentile',
            measure: 'HANDLING_TIME',
            at: 0.9,
            unit: 'seconds',
          },
          {
            code: 'workingMedian',
            label: t('办理工作时长中位数', 'Median handling time in working hours'),
            kind: 'percentile',
            measure: 'HANDLING_WORKING_TIME',
            at: 0.5,
            unit: 'seconds',
          },
          {
            code: 'working90',
            label: t('办理工作时长第 90 百分位', '90th percentile in working hours'),
            kind: 'percentile',
            measure: 'HANDLING_WORKING_TIME',
            at: 0.9,
            unit: 'seconds',
          },
          { code: 'handedOver', label: t('移交次数', 'Hand-overs'), kind: 'count', measure: 'HANDED_OVER' },
          { code: 'escalated', label: t('上报主管', 'Escalated'), kind: 'count', measure: 'ESCALATED' },
          {
            code: 'revealed',
            label: t('查看身份', 'Identities revealed'),
            kind: 'count',
            measure: 'REVEALED',
          },
          { code: 'recused', label: t('回避', 'Recusals'), kind: 'count', measure: 'RECUSED' },
        ],
      },
      {
        kind: 'cross',
        title: t('各项时限', 'Each clock'),
        measure: 'CLOCK_ENDED',
        rows: 'clock',
        columns: 'clockResult',
      },
    ],
  },
  {
    code: 'findings',
    title: t('查证与处理', 'Findings and outcomes'),
    blocks: [
      {
        kind: 'figures',
        figures: [
          { code: 'concluded', label: t('作出结论', 'Concluded'), kind: 'count', measure: 'CONCLUDED' },
          {
            code: 'valid',
            label: t('有效', 'Valid'),
            kind: 'count',
            measure: 'CONCLUDED',
            where: { validity: ['VALID'] },
          },
          {
            code: 'invalid',
            label: t('无效', 'Invalid'),
            kind: 'count',
            measure: 'CONCLUDED',
            where: { validity: ['INVALID'] },
          },
          {
            code: 'validRate',
            label: t('有效率', 'Valid rate'),
            kind: 'rate',
            numerator: { measure: 'CONCLUDED', where: { validity: ['VALID'] } },
            denominator: { measure: 'CONCLUDED' },
          },
          {
            code: 'compensation',
            label: t('赔偿与退款', 'Compensation and refunds'),
            kind: 'amount',
            unit: 'money',
            measure: 'REMEDY',
          },
        ],
      },
      {
        kind: 'breakdown',
        title: t('结论', 'Findings'),
        measure: 'CONCLUDED',
        dimension: 'finding',
        chart: 'pie',
      },
      {
        kind: 'breakdown',
        title: t('处理结果', 'Remedies'),
        measure: 'REMEDY',
        dimension: 'remedy',
        chart: 'bar',
        amounts: true,
      },
    ],
  },
  {
    code: 'satisfaction',
    title: t('回访与满意度', 'Satisfaction'),
    blocks: [
      {
        kind: 'figures',
        figures: [
          {
            code: 'responseRate',
            label: t('回访率', 'Response rate'),
            kind: 'rate',
            numerator: { measure: 'FOLLOW_UP_DUE', where: { reached: ['YES'] } },
            denominator: { measure: 'FOLLOW_UP_DUE' },
          },
          {
            code: 'resolutionRate',
            label: t('解决率', 'Resolution rate'),
            kind: 'rate',
            numerator: { measure: 'FOLLOWED_UP', where: { resolved: ['YES'] } },
            denominator: { measure: 'FOLLOWED_UP' },
          },
          {
            code: 'satisfactionRate',
            label: t('满意率', 'Satisfaction rate'),
            kind: 'rate',
            numerator: { measure: 'FOLLOWED_UP', where: { followUpResult: ['SATISFIED'] } },
            denominator: {
              measure: 'FOLLOWED_UP',
              where: { followUpResult: ['SATISFIED', 'ACCEPTABLE', 'DISSATISFIED'] },
            },
          },
        ],
      },
      {
        kind: 'breakdown',
        title: t('回访结果', 'What complainants said'),
        measure: 'FOLLOWED_UP',
        dimension: 'followUpResult',
        chart: 'pie',
      },
    ],
  },
];

const LAST_SECTIONS: readonly SectionDeclaration[] = [
  {
    code: 'hotSpots',
    title: t('热点与原因', 'Hot spots and causes'),
    blocks: [
      {
        kind: 'cross',
        title: t('类别与原因', 'Categories and causes'),
        measure: 'RECEIVED',
        rows: 'categoryRoot',
        columns: 'cause',
      },
      {
        kind: 'breakdown',
        title: t('原因', 'Causes'),
        measure: 'CAUSE_STATED',
        dimension: 'cause',
        chart: 'bar',
      },
      { kind: 'prose', prompt: t('热点分析', 'What stands out, and why') },
    ],
  },
  {
    code: 'cases',
    title: t('典型案例', 'Typical cases'),
    blocks: [
      {
        kind: 'cases',
        title: t('已办结案例', 'Closed cases'),
        measure: 'CLOSED',
        where: { validity: ['VALID'] },
        limit: 10,
        columns: [
          'number',
          'receivedOn',
          'category',
          'respondent',
          'content',
          'finding',
          'result',
          'closedOn',
        ],
      },
    ],
  },
  {
    code: 'lessons',
    title: t('经验教训与整改', 'Lessons and corrective actions'),
    blocks: [
      {
        kind: 'figures',
        figures: [
          { code: 'lessons', label: t('经验教训', 'Lessons'), kind: 'count', measure: 'LESSON_RECORDED' },
          {
            code: 'actionsPlanned',
            label: t('计划整改', 'Actions planned'),
            kind: 'count',
            measure: 'ACTION_PLANNED',
          },
          {
            code: 'actionsCompleted',
            label: t('完成整改', 'Actions completed'),
            kind: 'count',
            measure: 'ACTION_COMPLETED',
          },
        ],
      },
      {
        kind: 'cases',
        title: t('教训与整改', 'Lessons and actions'),
        measure: 'LESSON_RECORDED',
        limit: 10,
        columns: ['number', 'category', 'cause', 'lesson', 'action'],
      },
    ],
  },
  {
    code: 'training',
    title: t('培训', 'Training'),
    blocks: [
      { kind: 'prose', prompt: t('本期培训：类别、场次、人数、学时', 'Sessions, people and hours by class') },
    ],
  },
  {
    code: 'next',
    title: t('下期工作', 'Next period'),
    blocks: [{ kind: 'prose', prompt: t('下期工作安排', 'What will be done next') }],
  },
];
