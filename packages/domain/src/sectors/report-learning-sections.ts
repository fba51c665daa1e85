import type { SectionDeclaration } from '../report/declaration.ts';
import { t } from './common.ts';

/** What stood out, what is learnt from it, and what comes next. */
export const LEARNING_SECTIONS: readonly SectionDeclaration[] = [
  {
    code: 'incidents',
    title: t('群体性事件', 'Incidents'),
    blocks: [
      {
        kind: 'figures',
        figures: [
          {
            code: 'linked',
            label: t('本期并入群体性事件', 'Linked to incidents in the period'),
            kind: 'count',
            measure: 'INCIDENT_LINKED',
          },
        ],
      },
      { kind: 'incidents', code: 'opened', title: t('本期立案的群体性事件', 'Incidents opened') },
    ],
    text: [
      [
        {
          zh: '本期立案的群体性事件见下表，最大的一起为{opened.first}。',
          en: 'The table lists the incidents opened in this period; the largest is {opened.first}.',
          when: [{ of: 'opened', atLeast: 0 }],
        },
        {
          zh: '本期没有立案的群体性事件。',
          en: 'No incident was opened in this period.',
          unless: [{ of: 'opened', atLeast: 0 }],
        },
        {
          zh: '本期并入群体性事件的投诉 {linked}{linked.changes}。',
          en: 'Complaints linked to incidents: {linked}{linked.changes}.',
          when: ['linked'],
        },
      ],
    ],
  },
  {
    code: 'hotSpots',
    title: t('热点与原因', 'Hot spots and causes'),
    blocks: [
      {
        kind: 'rises',
        code: 'rises',
        title: t('上升超出偶然的热点', 'Hot spots that rose beyond chance'),
        measure: 'RECEIVED',
      },
      {
        kind: 'breakdown',
        code: 'hotCategories',
        title: t('反映集中的内容', 'Most frequent matters'),
        measure: 'RECEIVED',
        dimension: 'category',
        chart: 'none',
        top: 5,
        beside: [
          {
            label: t('有效', 'Valid'),
            measure: 'CONCLUDED',
            where: { validity: ['VALID'] },
          },
          { label: t('重复', 'Repeated'), measure: 'REPEATED' },
        ],
      },
      {
        kind: 'cross',
        code: 'categoriesByCause',
        title: t('类别与原因', 'Categories and causes'),
        measure: 'RECEIVED',
        rows: 'categoryRoot',
        columns: 'cause',
      },
      {
        kind: 'breakdown',
        code: 'causes',
        title: t('原因', 'Causes'),
        measure: 'CAUSE_STATED',
        dimension: 'cause',
        chart: 'bar',
      },
    ],
    text: [
      [
        {
          zh: '与上期和上年同期相比，上升超出偶然的有：{rises.items}。',
          en: 'What rose beyond chance against the period or the year before: {rises.items}.',
          when: ['rises'],
        },
        {
          zh: '与上期和上年同期相比，没有超出偶然的上升。',
          en: 'Nothing rose beyond chance against the period or the year before.',
          unless: ['rises'],
        },
        {
          zh: '反映集中的内容：{hotCategories.items}。',
          en: 'Most frequent matters: {hotCategories.items}.',
          when: [{ of: 'hotCategories', atLeast: 2 }],
        },
        { zh: '登记的原因：{causes.items}。', en: 'Causes stated: {causes.items}.', when: ['causes'] },
        {
          zh: '本期没有登记原因。',
          en: 'No cause was stated in this period.',
          unless: ['causes'],
        },
      ],
    ],
  },
  {
    code: 'cases',
    title: t('典型案例', 'Typical cases'),
    blocks: [
      {
        kind: 'cases',
        code: 'closedCases',
        title: t('已办结的有效投诉', 'Valid complaints closed'),
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
    text: [
      [
        {
          zh: '下表列出本期办结的有效投诉。投诉人的姓名和号码均已隐去；投诉人要求保密的，内容从略。',
          en: 'The table lists valid complaints closed in this period. Names and numbers of complainants are masked; where a complainant asked for confidence the content is left out.',
          when: ['closedCases'],
        },
        {
          zh: '本期没有办结的有效投诉。',
          en: 'No valid complaint was closed in this period.',
          unless: ['closedCases'],
        },
      ],
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
          {
            code: 'actionsInTime',
            label: t('按期完成整改', 'Completed in time'),
            kind: 'derived',
            measure: 'ACTION_IN_TIME',
          },
          {
            code: 'actionsOverdue',
            label: t('期末逾期整改', 'Overdue at the end'),
            kind: 'derived',
            measure: 'ACTION_OVERDUE',
          },
        ],
      },
      { kind: 'actionBalance', code: 'actionBalance', title: t('整改措施', 'Corrective actions') },
      {
        kind: 'overdueActions',
        code: 'overdueActions',
        title: t('期末逾期的整改措施', 'Corrective actions overdue at the end'),
        limit: 30,
      },
      {
        kind: 'actionEffects',
        code: 'actionEffects',
        title: t('整改成效', 'What corrective actions achieved'),
        limit: 30,
      },
      {
        kind: 'cases',
        code: 'lessonCases',
        title: t('教训与整改', 'Lessons and actions'),
        measure: 'LESSON_RECORDED',
        limit: 10,
        columns: ['number', 'category', 'cause', 'lesson', 'action'],
      },
      { kind: 'visits', code: 'visits', title: t('走访检查', 'Preventive visits') },
    ],
    text: [
      [
        {
          zh: '总结经验教训 {lessons}{lessons.changes}。',
          en: 'Lessons recorded: {lessons}{lessons.changes}.',
          when: ['lessons'],
        },
        {
          zh: '计划整改 {actionsPlanned}，完成整改 {actionsCompleted}，其中按期完成 {actionsInTime}。',
          en: 'Corrective actions: {actionsPlanned} planned; {actionsCompleted} completed, {actionsInTime} of them in time.',
          when: ['actionsPlanned'],
        },
        {
          zh: '完成以前计划的整改 {actionsCompleted}，其中按期完成 {actionsInTime}。',
          en: 'Corrective actions planned earlier and now completed: {actionsCompleted}, {actionsInTime} of them in time.',
          when: ['actionsCompleted'],
          unless: ['actionsPlanned'],
        },
        {
          zh: '期末逾期未完成的整改 {actionsOverdue}，见下表。',
          en: 'Overdue at the end: {actionsOverdue}, listed in the table.',
          when: ['actionsOverdue'],
        },
        {
          zh: '本期没有登记经验教训和整改措施。',
          en: 'No lesson and no corrective action was recorded in this period.',
          unless: ['lessons', 'actionsPlanned', 'actionsCompleted', 'actionsOverdue'],
        },
      ],
      [
        {
          zh: '走访检查：{visits.items}；发现的问题和整改情况见下表。',
          en: 'Preventive visits made: {visits.items}. The table gives what was found and what was put right.',
          when: ['visits'],
        },
      ],
    ],
  },
  {
    code: 'training',
    title: t('培训', 'Training'),
    blocks: [{ kind: 'training', code: 'byClass', title: t('分类培训情况', 'Training by class') }],
    text: [
      [
        {
          zh: '本期举办培训：{byClass.items}；人次、学时、合格率和到期证书见下表。',
          en: 'Sessions held: {byClass.items}. The table gives people, hours, pass rates and certificates ending.',
          when: ['byClass'],
        },
        {
          zh: '本期没有举办培训；到期的证书见下表。',
          en: 'No session was held in this period; the table gives the certificates ending.',
          when: [{ of: 'byClass', atLeast: 0 }],
          unless: ['byClass'],
        },
        {
          zh: '本期没有登记培训。',
          en: 'No training was written down in this period.',
          unless: [{ of: 'byClass', atLeast: 0 }],
        },
      ],
    ],
  },
  {
    code: 'next',
    title: t('下期工作', 'Next period'),
    blocks: [
      {
        kind: 'prose',
        prompt: t('请写明下期工作安排', 'Say what will be done in the next period'),
        missing: t('下期工作安排尚未填写。', 'The work of the next period has not been written down.'),
      },
    ],
  },
];
