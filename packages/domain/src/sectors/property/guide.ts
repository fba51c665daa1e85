import { t } from '../common.ts';
import type { GuideAnswer, GuideQuestion } from '../guide.ts';

const yes = (next: GuideAnswer['next']): GuideAnswer => ({ label: t('是', 'Yes'), next });
const no = (next: GuideAnswer['next']): GuideAnswer => ({ label: t('否', 'No'), next });

/** From what a complaint says to its box (domain.md 5.3): what is not valid yet is communicative until it is. */
export const GUIDE: readonly GuideQuestion[] = [
  {
    question: t(
      '是否反映管理、收费、资金使用或维修养护中有失职、违法或违纪行为？',
      'Does it tell of neglect, or of unlawful or undisciplined conduct, in management, charges, funds or maintenance?',
    ),
    about: t('失职或违法违纪', 'Neglect or misconduct'),
    answers: [yes(1), no(2)],
  },
  {
    question: t('该行为是否已经主管部门查实并登记？', 'Has the authority verified and registered it?'),
    about: t('主管部门查实登记', 'Verified by the authority'),
    answers: [
      { label: t('已查实登记', 'Yes'), next: 'MISCONDUCT' },
      { label: t('尚未查实', 'Not so far'), next: 2 },
    ],
  },
  {
    question: t(
      '是否有人的行为（不论故意、过失或误操作）给业主或公众造成了损害？',
      'Did an act, intended, unintended or by mistake, do harm to an owner or the public?',
    ),
    about: t('造成损害', 'Harm done'),
    answers: [yes('HARM'), no(3)],
  },
  {
    question: t('业主是否有困难需要我们解决？', 'Does the owner have a difficulty that we are to solve?'),
    about: t('需要解决的困难', 'A difficulty to be solved'),
    answers: [yes('HELP'), no(4)],
  },
  {
    question: t('业主是否在咨询问题或提出建议？', 'Does the owner ask a question or suggest something?'),
    about: t('咨询或建议', 'A question or suggestion'),
    answers: [
      yes('CONSULTATION'),
      {
        label: t('否，是表达不满或存在误解', 'No, it is a grievance or a misunderstanding'),
        next: 'VENTING',
      },
    ],
  },
];
