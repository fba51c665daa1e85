import { reportSections, t } from '../common.ts';
import { defineSector } from '../contract.ts';
import { CATEGORIES, CAUSES, CLASSIFICATION, DECLINE_GROUNDS, RESPONDENT_TYPES } from './categories.ts';
import { CLOCKS } from './clocks.ts';
import { DEMO } from './demo.ts';
import { FIELDS } from './fields.ts';
import { IMPORT_HEADERS, IMPORT_VALUES } from './import.ts';
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
  ],
  clocks: CLOCKS,
  closingConditions: [
    {
      code: 'FINDING',
      label: t('请先作出查证结论。', 'Record the finding first.'),
      holds: (state) => state.finding !== undefined,
    },
    {
      code: 'ANSWER',
      label: t('请先答复投诉人。', 'Answer the complainant first.'),
      holds: (state) => state.answers.some((answer) => answer.status === 'GIVEN' && answer.final),
    },
    {
      code: 'ADVERSE_REACTION',
      label: t('不良反应请先上报监测机构。', 'Forward the adverse reaction to monitoring first.'),
      holds: (state) =>
        !state.details.adverseReaction ||
        state.moments.some(
          ({ type, what }) => type === 'FORWARDED' && what === 'ADVERSE_REACTION_MONITORING',
        ),
    },
  ],
  denominators: [
    {
      code: 'OUTLETS',
      label: t('监管对象家数', 'Licensed outlets'),
      per: 1_000,
      unit: t('千家', '1,000 outlets'),
    },
  ],
  reportSections: reportSections(SECTIONS),
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
  demo: DEMO,
});
