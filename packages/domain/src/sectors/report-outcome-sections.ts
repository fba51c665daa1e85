import type { SectionDeclaration } from '../report/declaration.ts';
import { t } from './common.ts';
import { PROHIBITIONS } from './report-prohibitions.ts';

/** How soon, with what outcome, and what complainants said of it. */
export const OUTCOME_SECTIONS: readonly SectionDeclaration[] = [
  {
    code: 'timeliness',
    title: t('时限与承诺', 'Timeliness and promises'),
    blocks: [
      {
        kind: 'figures',
        figures: [
          {
            code: 'onTimeRate',
            label: t('按时完成率', 'On-time rate'),
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
          },
          {
            code: 'handling90',
            label: t('办理时长第 90 百分位', 'Handling time, 90th percentile'),
            kind: 'percentile',
            measure: 'HANDLING_TIME',
            at: 0.9,
          },
          {
            code: 'workingMedian',
            label: t('办理工作时长中位数', 'Median handling time in working hours'),
            kind: 'percentile',
            measure: 'HANDLING_WORKING_TIME',
            at: 0.5,
          },
          {
            code: 'working90',
            label: t('办理工作时长第 90 百分位', 'Working hours, 90th percentile'),
            kind: 'percentile',
            measure: 'HANDLING_WORKING_TIME',
            at: 0.9,
          },
        ],
      },
      {
        kind: 'cross',
        code: 'clocks',
        title: t('各项时限', 'Each deadline'),
        measure: 'CLOCK_ENDED',
        rows: 'clock',
        columns: 'clockResult',
        share: { column: 'MET', label: t('按时完成率', 'On-time rate') },
      },
      {
        kind: 'breakdown',
        code: 'documents',
        title: t('出具的文书', 'Documents issued'),
        measure: 'DOCUMENT_ISSUED',
        dimension: 'document',
        chart: 'none',
      },
    ],
    text: [
      [
        {
          zh: '本期完成或到期的时限中，按时完成的占 {onTimeRate}{onTimeRate.changes}。',
          en: 'Of the deadlines that were met or ran out in the period, {onTimeRate} were met{onTimeRate.changes}.',
          when: ['onTimeRate'],
        },
        {
          zh: '本期没有时限完成或到期。',
          en: 'No deadline was met or ran out in the period.',
          unless: ['onTimeRate'],
        },
        {
          zh: '承诺的答复，按时兑现的占 {promiseKeptRate}{promiseKeptRate.changes}。',
          en: 'Of the answers promised, {promiseKeptRate} came in time{promiseKeptRate.changes}.',
          when: ['promiseKeptRate'],
        },
      ],
      [
        {
          zh: '当场办结的占受理件的 {firstContactRate}{firstContactRate.changes}。',
          en: 'Settled at first contact: {firstContactRate} of those accepted{firstContactRate.changes}.',
          when: ['firstContactRate'],
        },
        {
          zh: '三十日内重复投诉的占收到件的 {repeatRate}{repeatRate.changes}。',
          en: 'Repeated within 30 days: {repeatRate} of those received{repeatRate.changes}.',
          when: ['repeatRate'],
        },
        {
          zh: '办理时长的中位数为 {handlingMedian}，九成在 {handling90}内办结；按工作时间计，分别为 {workingMedian}和 {working90}。',
          en: 'Half were closed within {handlingMedian}, nine in ten within {handling90}; in working time, {workingMedian} and {working90}.',
          when: ['handlingMedian', 'workingMedian'],
        },
      ],
      [
        {
          zh: '出具文书：{documents.items}。',
          en: 'Documents issued: {documents.items}.',
          when: ['documents'],
        },
      ],
    ],
  },
  PROHIBITIONS,
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
            label: t('退赔金额', 'Refunds and compensation'),
            kind: 'amount',
            measure: 'REMEDY',
          },
        ],
      },
      {
        kind: 'breakdown',
        code: 'findings',
        title: t('结论', 'Findings'),
        measure: 'CONCLUDED',
        dimension: 'finding',
        chart: 'pie',
      },
      {
        kind: 'breakdown',
        code: 'remedies',
        title: t('处理结果', 'Remedies'),
        measure: 'REMEDY',
        dimension: 'remedy',
        chart: 'bar',
        amounts: true,
      },
    ],
    text: [
      [
        {
          zh: '作出查证结论 {concluded}{concluded.changes}：有效（含部分有效）{valid}，无效 {invalid}；有效率 {validRate}{validRate.changes}。',
          en: 'Findings were made in {concluded}{concluded.changes}: valid, wholly or in part, in {valid}, invalid in {invalid}; the valid rate is {validRate}{validRate.changes}.',
          when: ['concluded'],
        },
        {
          zh: '本期没有作出查证结论。',
          en: 'No finding was made in this period.',
          unless: ['concluded'],
        },
      ],
      [
        { zh: '处理结果：{remedies.items}。', en: 'Remedies: {remedies.items}.', when: ['remedies'] },
        {
          zh: '退赔金额合计 {compensation}（{compensation.capitals}）{compensation.changes}。',
          en: 'Refunds and compensation come to {compensation}{compensation.changes}.',
          when: ['compensation'],
        },
      ],
    ],
  },
  {
    code: 'satisfaction',
    title: t('回访与满意度', 'Follow-up and satisfaction'),
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
        code: 'followUps',
        title: t('回访结果', 'What complainants said'),
        measure: 'FOLLOWED_UP',
        dimension: 'followUpResult',
        chart: 'pie',
      },
    ],
    text: [
      [
        {
          zh: '应回访的件中，联系上投诉人的占 {responseRate}{responseRate.changes}。',
          en: 'Of those due for a follow-up, {responseRate} were reached{responseRate.changes}.',
          when: ['responseRate'],
        },
        {
          zh: '回访的件中，问题已解决的占 {resolutionRate}{resolutionRate.changes}。',
          en: 'Of those followed up, {resolutionRate} said that the matter was put right{resolutionRate.changes}.',
          when: ['resolutionRate'],
        },
        {
          zh: '作出评价的投诉人中，满意的占 {satisfactionRate}{satisfactionRate.changes}。',
          en: 'Of those who gave an opinion, {satisfactionRate} were satisfied{satisfactionRate.changes}.',
          when: ['satisfactionRate'],
        },
        {
          zh: '本期没有应回访的件，也没有回访。',
          en: 'Nothing was due for a follow-up, and nobody was followed up.',
          unless: ['responseRate', 'resolutionRate'],
        },
      ],
      [{ zh: '回访结果：{followUps.items}。', en: 'They said: {followUps.items}.', when: ['followUps'] }],
    ],
  },
];
