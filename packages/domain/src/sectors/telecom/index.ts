import { t } from '../common.ts';
import { defineSector } from '../contract.ts';
import { demoCases } from '../demo.ts';
import { pastCases } from '../demo-past.ts';
import { reportSections } from '../report-sections.ts';
import { CATEGORIES, CAUSES, DECLINE_GROUNDS, DEPARTMENT_TYPES } from './categories.ts';
import { CLOCKS } from './clocks.ts';
import { DEMO, OFFICE } from './demo.ts';
import { DEMO_ITEMS, ENGINEERING_MATTERS } from './demo-engineering.ts';
import { PAST } from './demo-past.ts';
import { FIELDS } from './fields.ts';
import { GUIDANCE } from './guidance.ts';
import { OUTLETS } from './outlets.ts';
import { PUBLIC_PAGE } from './public-page.ts';
import { SECTIONS } from './sections.ts';

/** Telecom operators (domain.md 5.1). */
export const TELECOM = defineSector({
  code: 'TELECOM',
  typeName: 'Telecom',
  family: 'PROVIDER',
  label: t('电信', 'Telecom'),
  description: t('电信企业的用户投诉', "Customers' complaints to a telecom operator"),
  fields: FIELDS,
  categories: CATEGORIES,
  respondentTypes: DEPARTMENT_TYPES,
  causes: CAUSES,
  outlets: OUTLETS,
  declineGrounds: DECLINE_GROUNDS,
  remedies: [
    'APOLOGY',
    'EXPLANATION',
    'REFUND',
    'COMPENSATION',
    'REPAIR',
    'REPLACEMENT',
    'TARIFF_ADJUSTMENT',
    'FEE_WAIVER',
    'SERVICE_RESTORED',
    'STAFF_DISCIPLINE',
    'INFORMATION_GIVEN',
  ],
  sanctions: [],
  demands: ['APOLOGY', 'EXPLANATION', 'REFUND', 'COMPENSATION', 'REPAIR', 'REPLACEMENT', 'INFORMATION'],
  kinds: ['COMPLAINT', 'INQUIRY', 'HELP_REQUEST', 'SUGGESTION'],
  forwardings: [],
  routes: [{ code: 'REGULATOR', label: t('向电信用户申诉受理机构申诉', 'Appeal to the telecom regulator') }],
  clocks: CLOCKS,
  clusteredBy: ['place', 'stationId'],
  receiptIs: [{ moment: 'faultReported', when: [{ field: 'category', in: ['BROADBAND_FAULT'] }] }],
  closingConditions: [
    {
      code: 'ANSWER',
      label: t('请先答复用户。', 'Answer the customer first.'),
      holds: (state) => state.answers.some((answer) => answer.status === 'GIVEN' && answer.final),
    },
    {
      code: 'FOLLOW_UP',
      label: t('请先回访用户。', 'Follow up with the customer first.'),
      holds: (state) => state.disclosure === 'ANONYMOUS' || state.followUps.length > 0,
    },
    {
      code: 'CAUSE',
      label: t('请先登记原因。', 'State the cause first.'),
      holds: (state) => state.kind !== 'COMPLAINT' || state.causes.length > 0,
      waivedOnTheSpot: true,
    },
  ],
  guidance: GUIDANCE,
  denominators: [
    {
      code: 'CUSTOMERS',
      label: t('在网用户', 'Customers'),
      per: 10_000,
      unit: t('万户', '10,000 customers'),
    },
  ],
  reportSections: reportSections(SECTIONS),
  publicPage: PUBLIC_PAGE,
  searchDictionary: [
    '扣费',
    '掉线',
    '断网',
    '弱覆盖',
    '掉话',
    '携号转网',
    '骚扰电话',
    '宽带装机',
    '流量超套',
    '基站',
    '信号差',
    '光猫',
  ],
  defaults: { reopenWithinDays: 30, untouchedDays: 3, answerNeedsApproval: false, numberPrefix: 'DX' },
  importHeaders: { externalNumber: ['工单号', '工单编号'], content: ['投诉内容', '问题描述'] },
  demoOffice: OFFICE,
  demo: [...DEMO, ...demoCases(ENGINEERING_MATTERS)],
  demoPast: (until) => pastCases(PAST, until),
  demoItems: DEMO_ITEMS,
});
