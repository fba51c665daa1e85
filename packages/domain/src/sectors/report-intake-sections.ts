import type { SectionDeclaration } from '../report/declaration.ts';
import { t } from './common.ts';

/** What came in, how, about whom and what, and where it was worked on. */
export const INTAKE_SECTIONS: readonly SectionDeclaration[] = [
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
          { code: 'withdrawn', label: t('撤回', 'Withdrawn'), kind: 'count', measure: 'WITHDRAWN' },
          { code: 'reopened', label: t('重办', 'Reopened'), kind: 'count', measure: 'REOPENED' },
          { code: 'appealed', label: t('复查', 'Appealed'), kind: 'count', measure: 'APPEALED' },
          { code: 'openAtStart', label: t('期初在办', 'Open at the start'), kind: 'openAtStart' },
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
      { kind: 'balance', code: 'balance', title: t('在办件的增减', 'Open cases, from start to end') },
      {
        kind: 'trend',
        code: 'months',
        title: t('逐月收到与办结', 'Received and closed by month'),
        lines: [
          { label: t('收到', 'Received'), measure: 'RECEIVED' },
          { label: t('办结', 'Closed'), measure: 'CLOSED' },
        ],
      },
      {
        kind: 'breakdown',
        code: 'kinds',
        title: t('诉求类型', 'Kinds'),
        measure: 'RECEIVED',
        dimension: 'kind',
        chart: 'pie',
      },
    ],
    text: [
      [
        {
          zh: '本期共收到 {received}{received.changes}。',
          en: 'The office received {received}{received.changes}.',
          when: ['received'],
        },
        {
          zh: '本期没有收到投诉。',
          en: 'The office received nothing in this period.',
          unless: ['received'],
        },
        {
          zh: '受理 {accepted}{accepted.changes}；受理率 {acceptanceRate}。',
          en: 'It accepted {accepted}{accepted.changes}; the acceptance rate is {acceptanceRate}.',
          when: ['accepted', 'acceptanceRate'],
        },
        {
          zh: '不予受理 {declined}{declined.changes}。',
          en: 'It declined {declined}{declined.changes}.',
          when: ['declined'],
        },
        {
          zh: '移送 {transferred}{transferred.changes}。',
          en: 'It transferred {transferred}{transferred.changes}.',
          when: ['transferred'],
        },
      ],
      [
        {
          zh: '办结 {closed}{closed.changes}。',
          en: 'It closed {closed}{closed.changes}.',
          when: ['closed'],
        },
        {
          zh: '受理件的办结率为 {closingRate}。',
          en: 'Of accepted cases the closing rate is {closingRate}.',
          when: ['closed', 'closingRate'],
        },
        { zh: '撤回 {withdrawn}。', en: 'Complainants withdrew {withdrawn}.', when: ['withdrawn'] },
        { zh: '重办 {reopened}。', en: 'It reopened {reopened}.', when: ['reopened'] },
        { zh: '申请复查 {appealed}。', en: 'Complainants appealed in {appealed}.', when: ['appealed'] },
        {
          zh: '期末在办 {openAtEnd}{openAtEnd.changes}。',
          en: 'Open at the end of the period: {openAtEnd}{openAtEnd.changes}.',
          when: ['openAtEnd'],
        },
        {
          zh: '期末没有在办件。',
          en: 'Nothing was open at the end of the period.',
          unless: ['openAtEnd'],
        },
      ],
      [{ zh: '按诉求类型分：{kinds.items}。', en: 'By kind: {kinds.items}.', when: ['kinds'] }],
    ],
  },
  {
    code: 'channels',
    title: t('渠道与来源', 'Channels and sources'),
    blocks: [
      {
        kind: 'breakdown',
        code: 'channels',
        title: t('受理渠道', 'Channels'),
        measure: 'RECEIVED',
        dimension: 'channel',
        chart: 'bar',
      },
      {
        kind: 'breakdown',
        code: 'sources',
        title: t('来源', 'Sources'),
        measure: 'RECEIVED',
        dimension: 'sourceLevel',
        chart: 'pie',
      },
    ],
    text: [
      [
        { zh: '按受理渠道分：{channels.items}。', en: 'By channel: {channels.items}.', when: ['channels'] },
        { zh: '按来源分：{sources.items}。', en: 'By source: {sources.items}.', when: ['sources'] },
        { zh: '本期没有收到投诉。', en: 'Nothing was received in this period.', unless: ['channels'] },
      ],
    ],
  },
  {
    code: 'respondents',
    title: t('投诉对象', 'Respondents'),
    blocks: [
      {
        kind: 'breakdown',
        code: 'respondentTypes',
        title: t('对象类型', 'Kinds of respondents'),
        measure: 'RECEIVED',
        dimension: 'respondentType',
        chart: 'bar',
      },
      {
        kind: 'breakdown',
        code: 'respondents',
        title: t('被投诉较多的对象', 'Respondents with most complaints'),
        measure: 'RECEIVED',
        dimension: 'respondent',
        chart: 'none',
        top: 10,
      },
    ],
    text: [
      [
        {
          zh: '按对象类型分：{respondentTypes.items}。',
          en: 'By kind of respondent: {respondentTypes.items}.',
          when: ['respondentTypes'],
        },
        {
          zh: '被投诉最多的是{respondents.first}。',
          en: 'Most complained about: {respondents.first}.',
          when: [{ of: 'respondents', atLeast: 2 }],
        },
        {
          zh: '本期各件均未登记对象类型。',
          en: 'No kind of respondent was recorded in this period.',
          unless: ['respondentTypes'],
        },
      ],
    ],
  },
  {
    code: 'categories',
    title: t('类别与内容', 'Categories and content'),
    blocks: [
      {
        kind: 'breakdown',
        code: 'categories',
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
        code: 'contents',
        title: t('具体内容', 'Content'),
        measure: 'RECEIVED',
        dimension: 'category',
        chart: 'none',
        top: 20,
      },
    ],
    text: [
      [
        {
          zh: '按类别分：{categories.items}。',
          en: 'By category: {categories.items}.',
          when: ['categories'],
        },
        {
          zh: '反映最多的内容是{contents.first}。',
          en: 'The most frequent matter: {contents.first}.',
          when: [{ of: 'contents', atLeast: 2 }],
        },
        {
          zh: '本期各件均未登记类别。',
          en: 'No category was recorded in this period.',
          unless: ['categories'],
        },
      ],
    ],
  },
  {
    code: 'departments',
    title: t('部门', 'Departments'),
    blocks: [
      {
        kind: 'breakdown',
        code: 'departments',
        title: t('部门', 'Departments'),
        measure: 'RECEIVED',
        dimension: 'department',
        chart: 'bar',
        beside: [{ label: t('办结', 'Closed'), measure: 'CLOSED' }],
      },
    ],
    text: [
      [
        {
          zh: '按部门分：{departments.items}。',
          en: 'By department: {departments.items}.',
          when: ['departments'],
        },
        {
          zh: '本期各件均未登记部门。',
          en: 'No department was recorded in this period.',
          unless: ['departments'],
        },
      ],
    ],
  },
];
