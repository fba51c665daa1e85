import { option, t } from '../common.ts';
import type { FieldDeclaration } from '../contract.ts';

const DISPUTE = [{ field: 'classification', in: ['DISPUTE'] }];

/** The eighteen core institutions: 医疗质量安全核心制度要点 (National Health Commission, 2018). */
const CORE_INSTITUTIONS = [
  option('FIRST_DIAGNOSIS', '首诊负责制度', 'Responsibility of the first physician'),
  option('THREE_LEVEL_ROUNDS', '三级查房制度', 'Ward rounds at three levels'),
  option('CONSULTATION', '会诊制度', 'Consultation'),
  option('GRADED_NURSING', '分级护理制度', 'Graded nursing'),
  option('DUTY_HANDOVER', '值班和交接班制度', 'Duty and hand-over'),
  option('DIFFICULT_CASES', '疑难病例讨论制度', 'Discussion of difficult cases'),
  option('EMERGENCY_RESCUE', '急危重患者抢救制度', 'Rescue of critical patients'),
  option('PREOPERATIVE', '术前讨论制度', 'Discussion before operations'),
  option('DEATH_CASES', '死亡病例讨论制度', 'Discussion of deaths'),
  option('IDENTITY_CHECK', '查对制度', 'Checking of identity and items'),
  option('SURGICAL_SAFETY', '手术安全核查制度', 'Surgical safety check'),
  option('SURGERY_GRADING', '手术分级管理制度', 'Grading of operations'),
  option('NEW_TECHNIQUES', '新技术和新项目准入制度', 'Admission of new techniques'),
  option('CRITICAL_VALUES', '危急值报告制度', 'Report of critical values'),
  option('MEDICAL_RECORDS', '病历管理制度', 'Medical records'),
  option('ANTIBIOTICS', '抗菌药物分级管理制度', 'Grading of antibiotics'),
  option('BLOOD', '临床用血审核制度', 'Review of blood use'),
  option('INFORMATION_SECURITY', '信息安全管理制度', 'Information security'),
];

export const FIELDS: readonly FieldDeclaration[] = [
  {
    key: 'stage',
    askedOf: 'public',
    label: t('环节', 'Stage'),
    type: {
      kind: 'choice',
      options: [
        option('REGISTRATION', '挂号', 'Registration'),
        option('OUTPATIENT', '门诊', 'Outpatient'),
        option('EMERGENCY', '急诊', 'Emergency'),
        option('EXAMINATION', '检查', 'Examination'),
        option('WARD', '病房', 'Ward'),
        option('OPERATION', '手术', 'Operation'),
        option('INFUSION', '输液', 'Infusion'),
        option('DISCHARGE', '出院', 'Discharge'),
      ],
    },
    requiredWhen: [],
    dimension: true,
  },
  {
    key: 'patientName',
    askedOf: 'public',
    label: t('患者姓名', 'Patient'),
    type: { kind: 'text', maxLength: 100 },
    sensitive: 'personal',
    synonyms: ['患者'],
  },
  {
    key: 'visitNumber',
    askedOf: 'public',
    label: t('就诊号', 'Visit number'),
    type: { kind: 'text', maxLength: 50 },
    sensitive: 'personal',
    synonyms: ['住院号', '门诊号', '病案号'],
  },
  {
    key: 'patientCondition',
    label: t('患者状况', 'Patient’s condition'),
    type: {
      kind: 'choice',
      options: [
        option('GENERAL', '一般', 'General'),
        option('SERIOUS', '重症', 'Serious'),
        option('CRITICAL', '危重', 'Critical'),
      ],
    },
    dimension: true,
    sensitive: 'health',
  },
  {
    key: 'severalDepartments',
    label: t('涉及多个科室', 'Several departments'),
    help: t('涉及多个科室的，答复时限为 10 个工作日', 'The answer is then due in 10 working days'),
    type: { kind: 'boolean' },
  },
  {
    key: 'coreInstitution',
    label: t('违反的核心制度', 'Core institution breached'),
    type: { kind: 'choice', options: CORE_INSTITUTIONS },
    dimension: true,
  },
  {
    key: 'harm',
    label: t('损害程度', 'Harm'),
    type: {
      kind: 'choice',
      options: [
        option('NONE_DONE', '无损害', 'None'),
        option('MINOR', '轻微', 'Minor'),
        option('INJURY', '伤害', 'Injury'),
        option('DISABILITY', '残疾', 'Disability'),
        option('DEATH', '死亡', 'Death'),
      ],
    },
    requiredWhen: DISPUTE,
    dimension: true,
    sensitive: 'health',
  },
  {
    key: 'informedConsent',
    label: t('知情同意', 'Informed consent'),
    type: {
      kind: 'choice',
      options: [option('GIVEN', '已签署', 'Given'), option('MISSING', '缺失', 'Missing')],
    },
    dimension: true,
  },
  {
    key: 'recordsSealedAt',
    label: t('病历封存时间', 'Records sealed at'),
    type: { kind: 'dateTime', past: true },
    askedWhen: DISPUTE,
  },
  {
    key: 'recordsSealedBy',
    label: t('封存人', 'Records sealed by'),
    type: { kind: 'text', maxLength: 200 },
    askedWhen: DISPUTE,
  },
  {
    key: 'recordsOpenedOn',
    label: t('启封日期', 'Records opened on'),
    help: t('纠纷解决后，或封存满三年', 'After settlement, or after three years'),
    type: { kind: 'date', past: true },
    askedWhen: DISPUTE,
  },
  {
    key: 'appraisalBody',
    label: t('鉴定机构', 'Appraisal by'),
    help: t('鉴定期间时限中止：请同时“中止时限”', 'Appraisal stops the clocks: pause them too'),
    type: { kind: 'text', maxLength: 200 },
    askedWhen: DISPUTE,
  },
  {
    key: 'appraisalResult',
    label: t('鉴定意见', 'Result of the appraisal'),
    type: { kind: 'text', maxLength: 2000, multiline: true },
    askedWhen: DISPUTE,
    sensitive: 'health',
  },
  {
    key: 'route',
    label: t('解决途径', 'Route'),
    type: {
      kind: 'choice',
      options: [
        option('HOSPITAL', '院内协商', 'Within the hospital'),
        option('PEOPLES_MEDIATION', '人民调解', "People's mediation"),
        option('ADMINISTRATIVE_MEDIATION', '行政调解', 'Administrative mediation'),
        option('COURT', '诉讼', 'Court'),
      ],
    },
    dimension: true,
  },
  {
    key: 'representatives',
    label: t('患方代表人数', 'Representatives'),
    help: t('每方代表不超过五人', 'At most five a side'),
    type: { kind: 'integer', min: 0, max: 5 },
    askedWhen: DISPUTE,
  },
];
