import type { GuidanceCard } from '../../guidance/cards.ts';
import { t } from '../common.ts';

export const GUIDANCE: readonly GuidanceCard[] = [
  {
    title: t('先关心病情', 'Ask after the patient first'),
    text: t(
      '先问患者现在怎么样、还需要什么帮助，再谈事情经过；不当场下医学结论。',
      'Ask how the patient is and what help is needed before what happened; give no medical verdict on the spot.',
    ),
    when: {
      categories: ['MEDICAL_QUALITY'],
      statuses: ['REGISTERED', 'UNDER_REVIEW', 'ACCEPTED', 'IN_PROGRESS'],
    },
  },
  {
    title: t('告知可以封存病历', 'Say that records can be sealed'),
    text: t(
      '对诊疗有异议的，告知可以申请封存病历，以及调解、鉴定和诉讼的途径。',
      'Where treatment is disputed, say that records can be sealed on request, and that mediation, appraisal and court are open to them.',
    ),
    when: { categories: ['MEDICAL_QUALITY'], statuses: ['UNDER_REVIEW', 'ACCEPTED', 'IN_PROGRESS'] },
  },
  {
    title: t('请相关人员当面说明', 'Have it explained in person'),
    text: t(
      '请当事科室用患者听得懂的话当面说明；沟通时有第三人在场并作记录。',
      'Have the ward explain in person and in plain words, with a third person present and a note taken.',
    ),
    when: { categories: ['ATTITUDE', 'COMMUNICATION'], statuses: ['ACCEPTED', 'IN_PROGRESS'] },
  },
];
