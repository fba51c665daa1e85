import { isOpenClock } from '../../clocks/clock.ts';
import { FINDING_OF_COMPLAINTS, t } from '../common.ts';
import { defineSector } from '../contract.ts';
import { pastCases } from '../demo-past.ts';
import { isUnder } from '../options.ts';
import { reportSections } from '../report-sections.ts';
import { CATEGORIES, CAUSES, CLASSIFICATION, DECLINE_GROUNDS, RESPONDENT_TYPES } from './categories.ts';
import { CLOCKS } from './clocks.ts';
import { DAMAGES } from './damages.ts';
import { DEMO, OFFICE } from './demo.ts';
import { PAST } from './demo-past.ts';
import { DOCUMENTS } from './documents.ts';
import { FIELDS } from './fields.ts';
import { GUIDANCE } from './guidance.ts';
import { IMPORT_HEADERS, IMPORT_VALUES } from './import.ts';
import { PUBLIC_PAGE } from './public-page.ts';
import { SECTIONS } from './sections.ts';

/** Drug regulators: complaints about products, and about the regulator's own staff (domain.md 5.2). */
export const DRUG_REGULATION = defineSector({
  code: 'DRUG_REGULATION',
  typeName: 'DrugRegulation',
  family: 'REGULATOR',
  label: t('药品监管', 'Drug regulation'),
  description: t(
    '药品、医疗器械、保健食品、化妆品的投诉举报，以及对监管人员的投诉',
    "Complaints about drugs, devices, health foods and cosmetics, and about the regulator's own staff",
  ),
  fields: FIELDS,
  categories: CATEGORIES,
  respondentTypes: RESPONDENT_TYPES,
  classification: CLASSIFICATION,
  causes: CAUSES,
  declineGrounds: DECLINE_GROUNDS,
  damages: DAMAGES,
  repeatOffender: { withinDays: 365, received: 5, valid: 2 },
  remedies: [
    'APOLOGY',
    'EXPLANATION',
    'REFUND',
    'COMPENSATION',
    'REPLACEMENT',
    'CORRECTION',
    'SAMPLING_TEST',
    'STAFF_DISCIPLINE',
    'STAFF_EDUCATION',
    'INFORMATION_GIVEN',
  ],
  sanctions: [
    'ORDER_TO_CORRECT',
    'WARNING',
    'FINE',
    'CONFISCATION',
    'SEIZURE',
    'SUSPENSION',
    'REVOCATION',
    'REFERRAL_TO_POLICE',
  ],
  demands: ['EXPLANATION', 'REFUND', 'COMPENSATION', 'REPLACEMENT', 'PUNISHMENT', 'INFORMATION', 'APOLOGY'],
  kinds: ['COMPLAINT', 'REPORT', 'INQUIRY', 'SUGGESTION'],
  forwardings: [
    {
      code: 'ADVERSE_REACTION_MONITORING',
      label: t('药品不良反应监测机构', 'Adverse-reaction monitoring'),
      synonyms: ['不良反应监测中心', '监测机构'],
    },
  ],
  routes: [
    { code: 'COURT', label: t('诉讼', 'Court') },
    { code: 'ARBITRATION', label: t('仲裁', 'Arbitration') },
    { code: 'CONSUMER_ASSOCIATION', label: t('消费者协会', 'Consumer association') },
    { code: 'ADMINISTRATIVE_REVIEW', label: t('行政复议', 'Administrative review') },
  ],
  clocks: CLOCKS,
  // A report of a violation is itself the clue that is to be verified (Order 121 Art. 27).
  clusteredBy: ['batch', 'productName'],
  receiptIs: [{ moment: 'clueFound', when: [{ field: 'kind', in: ['REPORT'] }] }],
  checks: [
    {
      field: 'classification',
      label: t(
        '涉及监管人员的事项须归入“行政投诉”轨道。',
        'What concerns own staff belongs to the track “about own staff”.',
      ),
      holds: ({ category = '', classification }) =>
        !isUnder(CATEGORIES, category, 'STAFF') || classification === 'STAFF_CONDUCT',
    },
    {
      field: 'details.reactionOnset',
      label: t('不良反应不会早于购买。', 'A reaction does not begin before the purchase.'),
      holds: ({ details: { purchasedOn, reactionOnset } }) =>
        !purchasedOn || !reactionOnset || String(reactionOnset) >= String(purchasedOn),
    },
  ],
  closingConditions: [
    { ...FINDING_OF_COMPLAINTS, waivedOnTheSpot: true },
    {
      code: 'ANSWER',
      label: t('请先答复投诉人。', 'Answer the complainant first.'),
      holds: (state) => state.answers.some((answer) => answer.status === 'GIVEN' && answer.final),
    },
    {
      code: 'ADVERSE_REACTION',
      label: t(
        '不良反应请先写明严重程度并上报监测机构。',
        'Say how serious the adverse reaction is, and forward it to monitoring.',
      ),
      holds: ({ details, forwardings }) =>
        !details.adverseReaction ||
        (details.seriousness !== undefined &&
          forwardings.some(({ to }) => to === 'ADVERSE_REACTION_MONITORING')),
    },
    {
      code: 'MEDIATION_NOTIFIED',
      label: t(
        '请先将调解结果告知双方，并登记该节点。',
        'Tell both parties how the mediation ended, and record the milestone.',
      ),
      holds: ({ clocks }) =>
        !clocks.some((clock) => clock.rule.clock === 'mediationResult' && isOpenClock(clock)),
    },
  ],
  matterWatches: [
    {
      ...{ code: 'BATCH', label: t('同一批号', 'One batch'), kind: 'REPEATED' },
      ...{ field: 'batch', of: 'productName', least: 3, withinDays: 365 },
    },
    {
      ...{ code: 'REACTION_RECEIPT', label: t('不良反应上报回执', 'Receipt of an adverse reaction') },
      ...{ kind: 'RECEIPT', to: 'ADVERSE_REACTION_MONITORING', withinDays: 7 },
    },
  ],
  guidance: GUIDANCE,
  productRegister: {
    label: t('产品名录', 'Products'),
    ...{ name: 'productName', number: 'approvalNumber', maker: 'manufacturer', batch: 'batch' },
  },
  denominators: [
    {
      code: 'OUTLETS',
      label: t('监管对象家数', 'Licensed outlets'),
      per: 1_000,
      unit: t('千家', '1,000 outlets'),
    },
  ],
  documents: DOCUMENTS,
  reportSections: reportSections(SECTIONS),
  publicPage: PUBLIC_PAGE,
  searchDictionary: [
    '便血',
    '假药',
    '劣药',
    '不良反应',
    '批准文号',
    '保健食品',
    '医疗器械',
    '过期药品',
    '虚假宣传',
    '葡萄糖酸锌',
    '处方药',
    '抽样检验',
  ],
  defaults: { reopenWithinDays: 30, untouchedDays: 7, answerNeedsApproval: false, numberPrefix: 'YJ' },
  importHeaders: IMPORT_HEADERS,
  importValues: IMPORT_VALUES,
  demoOffice: OFFICE,
  demo: DEMO,
  demoPast: (until) => pastCases(PAST, until),
});
