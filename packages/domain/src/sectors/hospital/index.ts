import type { ComplaintState } from '../../complaint/state.ts';
import { type LocalDate, localDateOf } from '../../time.ts';
import { option, t } from '../common.ts';
import { defineSector } from '../contract.ts';
import { demoCases } from '../demo.ts';
import { pastCases } from '../demo-past.ts';
import { reportSections } from '../report-sections.ts';
import { CATEGORIES, CAUSES, DECLINE_GROUNDS, DEPARTMENT_TYPES } from './categories.ts';
import { CLOCKS } from './clocks.ts';
import { MATTERS, OFFICE } from './demo.ts';
import { PAST } from './demo-past.ts';
import { DOCUMENTS } from './documents.ts';
import { FIELDS } from './fields.ts';
import { GUIDANCE } from './guidance.ts';
import { PUBLIC_PAGE } from './public-page.ts';
import { SECTIONS } from './sections.ts';

/** Three years, the same day; the day after where there is none. */
function threeYearsAfter(day: LocalDate): LocalDate {
  return `${Number(day.slice(0, 4)) + 3}${day.slice(4)}`;
}

/** Whether the two sides have settled: agreed in mediation, or answered for good. */
function isSettled(state: ComplaintState | undefined): boolean {
  return (
    state !== undefined &&
    (state.mediations.some(({ result }) => result === 'AGREED') ||
      state.answers.some(({ status, final }) => status === 'GIVEN' && final))
  );
}

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
  checks: [
    {
      field: 'details.recordsSealedBy',
      label: t('请填写封存时间和封存人。', 'Say when the records were sealed, and by whom.'),
      holds: ({ details: { recordsSealedAt, recordsSealedBy } }) => !recordsSealedAt === !recordsSealedBy,
    },
    {
      field: 'details.recordsOpenedOn',
      label: t(
        '病历只能在封存之后启封：纠纷解决后，或封存满三年。',
        'Sealed records are opened after settlement, or three years after they were sealed.',
      ),
      holds: ({ details: { recordsSealedAt, recordsOpenedOn } }, { state }) => {
        if (!recordsOpenedOn) return true;
        if (!recordsSealedAt) return false;
        const sealedOn = localDateOf(String(recordsSealedAt));
        const opened = String(recordsOpenedOn);
        return opened >= sealedOn && (opened >= threeYearsAfter(sealedOn) || isSettled(state));
      },
    },
  ],
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
      waivedOnTheSpot: true,
    },
    {
      code: 'CORE_INSTITUTION',
      label: t('请写明违反了哪项核心制度。', 'Say which core institution was breached.'),
      holds: ({ causes, details }) =>
        !causes.some(({ code }) => code === 'CORE_INSTITUTION') || details.coreInstitution !== undefined,
    },
    {
      code: 'HARM',
      label: t('请写明损害程度（没有损害也请选择）。', 'State the harm, none included.'),
      holds: ({ kind, details }) => kind !== 'COMPLAINT' || details.harm !== undefined,
      waivedOnTheSpot: true,
    },
    {
      code: 'FINDING',
      label: t('医疗纠纷须先作出查证结论。', 'A dispute needs its finding first.'),
      holds: ({ classification, finding }) => classification !== 'DISPUTE' || finding !== undefined,
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
  watches: [
    {
      code: 'KEY_DEPARTMENTS',
      label: t('重点科室', 'Key department'),
      where: { respondentType: ['SURGICAL', 'EMERGENCY'] },
      by: 'respondent',
    },
    {
      code: 'CRITICAL_PATIENTS',
      label: t('危重患者', 'Critical patients'),
      where: { 'details.patientCondition': ['CRITICAL'] },
      by: 'details.stage',
    },
  ],
  matterWatches: [
    {
      ...{ code: 'SEALED_RECORDS', label: t('封存病历', 'Sealed records'), kind: 'DUE' },
      ...{ since: 'recordsSealedAt', done: 'recordsOpenedOn', years: 3, noticeDays: 30 },
    },
  ],
  guidance: GUIDANCE,
  denominators: [
    {
      code: 'VISITS',
      label: t('门急诊与出院人次', 'Visits and discharges'),
      per: 10_000,
      unit: t('万人次', '10,000 visits'),
    },
  ],
  documents: DOCUMENTS,
  reportSections: reportSections(SECTIONS),
  publicPage: PUBLIC_PAGE,
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
  importHeaders: {
    content: ['投诉内容', '纠纷经过'],
    complainantName: ['患方', '投诉人姓名'],
    respondentName: ['科室', '被投诉科室', '涉及科室', '责任科室', 'department'],
    respondentType: ['科室类别', 'kind of department'],
  },
  demoOffice: OFFICE,
  demo: demoCases(MATTERS),
  demoPast: (until) => pastCases(PAST, until),
});
