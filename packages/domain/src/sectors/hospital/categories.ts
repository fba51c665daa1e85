import { option } from '../common.ts';
import type { CauseNode, DeclineGround, OptionNode } from '../contract.ts';

export const CATEGORIES: readonly OptionNode[] = [
  {
    ...option('MEDICAL_QUALITY', '医疗质量', 'Medical quality'),
    children: [
      option('DIAGNOSIS', '诊断', 'Diagnosis'),
      option('TREATMENT', '治疗', 'Treatment'),
      option('OPERATION', '手术', 'Operation'),
      option('NURSING', '护理', 'Nursing'),
      option('MEDICATION', '用药输液', 'Medication and infusion'),
      option('EXAMINATION', '检查检验', 'Examination'),
    ],
  },
  option('ATTITUDE', '服务态度', 'Attitude'),
  option('COMMUNICATION', '沟通告知', 'Communication and informing'),
  {
    ...option('PROCESS', '就医流程', 'Process'),
    children: [
      option('REGISTRATION', '挂号预约', 'Registration'),
      option('WAITING', '候诊时间', 'Waiting time'),
      option('DISCHARGE', '出入院手续', 'Admission and discharge'),
    ],
  },
  option('CHARGES', '收费', 'Charges', ['费用', '医疗费用', '乱收费']),
  option('ENVIRONMENT', '环境后勤', 'Surroundings'),
  option('PRIVACY', '隐私', 'Privacy'),
  option('OTHER', '其他', 'Other'),
];

/** Kinds of departments, by which everything is counted. */
export const DEPARTMENT_TYPES = [
  option('SURGICAL', '外科', 'Clinical: surgical', ['手术科室', '外科系统']),
  option('INTERNAL', '内科', 'Clinical: internal', ['非手术科室', '内科系统']),
  option('EMERGENCY', '急诊', 'Clinical: emergency', ['急诊科']),
  option('OBSTETRICS', '妇产科', 'Clinical: obstetrics'),
  option('PAEDIATRICS', '儿科', 'Clinical: paediatrics'),
  option('MEDICAL_TECHNICAL', '医技科室', 'Medical-technical', ['医技']),
  option('SERVICE', '服务与后勤', 'Service', ['窗口', '后勤', '行政']),
  option('OTHER', '其他', 'Other'),
] as const;

export const CAUSES: readonly CauseNode[] = [
  option('RESPONSIBILITY', '责任心不强', 'Weak sense of responsibility'),
  option('CORE_INSTITUTION', '违反核心制度或操作规范', 'Breach of a core institution or operating norm'),
  option('ATTITUDE', '服务态度', 'Attitude'),
  option('NATURE_OF_WORK', '科室工作性质（负荷、风险）', "Nature of the department's work (load, risk)"),
  option('INFORMING', '告知不充分', 'Informed too little'),
  option('COMPLICATION', '并发症或疾病自然转归', 'Complication or course of the illness'),
  option('PROCESS', '流程不合理', 'Poor process'),
  option('EXPECTATION', '患方期望过高', 'Expectations beyond medicine'),
];

export const DECLINE_GROUNDS: readonly DeclineGround[] = [
  option('IN_COURT', '已提起诉讼', 'Taken to court'),
  option('IN_MEDIATION', '第三方调解已受理', 'Taken by a third-party mediation'),
  option('ALREADY_ANSWERED', '已处理且无新情况、新理由', 'Handled already, nothing new'),
  { ...option('NOT_OURS', '非本院诊疗活动', 'Not of this hospital'), namesBodyInCharge: true },
  option('NOT_PARTY', '无法证明与患者关系', 'No relation to the patient shown'),
  option('OTHER', '其他', 'Other'),
];
