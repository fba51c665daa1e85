import { option, reportSections, t } from '../common.ts';
import { defineSector } from '../contract.ts';
import { demoCases } from '../demo.ts';
import { CATEGORIES, CAUSES, DECLINE_GROUNDS, DEPARTMENT_TYPES } from './categories.ts';
import { CLOCKS } from './clocks.ts';
import { MATTERS } from './demo.ts';
import { FIELDS } from './fields.ts';
import { SECTIONS } from './sections.ts';

/** Hospitals (domain.md 5.4). */
export const HOSPITAL = defineSector({
  code: 'HOSPITAL',
  typeName: 'Hospital',
  family: 'PROVIDER',
  label: t('医疗', 'Hospital'),
  description: t('医疗机构的患者投诉与医疗纠纷', "Patients' complaints and disputes of a hospital"),
  fields: FIELDS,
  categories: CATEGORIES,
  respondentTypes: DEPARTMENT_TYPES,
  classification: {
    label: t('投诉或纠纷', 'Complaint or dispute'),
    options: [option('COMPLAINT', '投诉', 'Complaint'), option('DISPUTE', '医疗纠纷', 'Medical dispute')],
    conversions: [{ from: 'COMPLAINT', to: 'DISPUTE', label: t('投诉转为纠纷', 'Complaint turned dispute') }],
    initial: 'COMPLAINT',
    required: true,
  },
  causes: CAUSES,
  declineGrounds: DECLINE_GROUNDS,
  remedies: [
    'APOLOGY',
    'EXPLANATION',
    'REFUND',
    'FEE_WAIVER',
    'COMPENSATION',
    'STAFF_DISCIPLINE',
    'STAFF_EDUCATION',
    'RULE_CHANGE',
    'CORRECTION',
    'INFORMATION_GIVEN',
  ],
  sanctions: [],
  demands: ['APOLOGY', 'EXPLANATION', 'REFUND', 'COMPENSATION', 'CORRECTION', 'PUNISHMENT', 'INFORMATION'],
  kinds: ['COMPLAINT', 'INQUIRY', 'HELP_REQUEST', 'SUGGESTION'],
  forwardings: [option('HEALTH_COMMISSION', '卫生健康行政部门', 'Health commission')],
  routes: [
    option('HOSPITAL', '院内协商', 'Within the hospital'),
    option('PEOPLES_MEDIATION', '人民调解', "People's mediation"),
    option('ADMINISTRATIVE_MEDIATION', '行政调解', 'Administrative mediation'),
    option('COURT', '诉讼', 'Court'),
  ],
  clocks: CLOCKS,
  closingConditions: [
    {
      code: 'ANSWER',
      label: t('请先答复患方。', 'Answer the patient’s side first.'),
      holds: (state) => state.answers.some((answer) => answer.status === 'GIVEN' && answer.final),
    },
    {
      code: 'CAUSE',
      label: t('请先登记原因。', 'State the cause first.'),
      holds: (state) => state.kind !== 'COMPLAINT' || state.causes.length > 0,
    },
    {
      code: 'CORRECTIVE_ACTION',
      label: t(
        '纠纷查证属实的，请先计划整改。',
        'Plan a corrective action for a substantiated dispute first.',
      ),
      holds: (state) =>
        state.classification !== 'DISPUTE' ||
        state.finding === undefined ||
        state.finding.finding === 'UNSUBSTANTIATED' ||
        state.correctiveActions.length > 0,
    },
  ],
  denominators: [
    {
      code: 'VISITS',
      label: t('门急诊与出院人次', 'Visits and discharges'),
      per: 10_000,
      unit: t('万人次', '10,000 visits'),
    },
  ],
  reportSections: reportSections(SECTIONS),
  searchDictionary: [
    '医疗纠纷',
    '知情同意',
    '病历封存',
    '查对制度',
    '危重患者',
    '急诊',
    '输液',
    '挂号',
    '手术',
    '误诊',
    '三级查房',
  ],
  defaults: { reopenWithinDays: 60, untouchedDays: 5, answerNeedsApproval: true, numberPrefix: 'YL' },
  importHeaders: { content: ['投诉内容', '纠纷经过'], complainantName: ['患方', '投诉人姓名'] },
  demo: demoCases(MATTERS),
});
