import { t } from '../common.ts';
import { publicPage } from '../public-page.ts';

export const PUBLIC_PAGE = publicPage({
  introduction: t(
    '对诊疗、护理、服务、收费有意见，患者和家属都可以告诉我们。',
    'Patients and their families can tell us about treatment, nursing, service and charges.',
  ),
  handles: [
    t('诊断、治疗、护理、用药和检查', 'Diagnosis, treatment, nursing, medication, examinations'),
    t('服务态度、沟通告知、隐私', 'Attitude, informing, privacy'),
    t('挂号、候诊、出入院等流程', 'Registration, waiting, admission and discharge'),
    t('收费、环境和后勤', 'Charges and surroundings'),
  ],
  elsewhere: [
    t('医保报销政策：医疗保障部门（12393）', 'Insurance and reimbursement: medical insurance bureau (12393)'),
    t(
      '医疗纠纷也可以向医疗纠纷人民调解委员会申请调解，或依法提起诉讼',
      'A medical dispute may also go to the people’s mediation committee, or to court',
    ),
    t('急救：120', 'Emergency: 120'),
  ],
});
