import type { DocumentTemplate } from '../complaint/documents.ts';
import type { Status } from '../complaint/words.ts';
import { t } from './common.ts';
import type { Sector } from './contract.ts';

const UNDECIDED: readonly Status[] = ['REGISTERED', 'UNDER_REVIEW'];
const WORKED: readonly Status[] = ['ACCEPTED', 'IN_PROGRESS', 'WAITING_FOR_COMPLAINANT', 'IN_MEDIATION'];
const ANSWERED: readonly Status[] = ['ANSWERED', 'FOLLOWED_UP', 'CLOSED'];

/** What every office sends. Paragraphs by line; `【…】` is for whoever issues it to fill in. */
const OF_ALL: readonly DocumentTemplate[] = [
  {
    code: 'RECEIPT',
    label: t('收件回执', 'Receipt'),
    addressee: 'COMPLAINANT',
    from: [...UNDECIDED, ...WORKED],
    text: t(
      '{complainant}：\n您于{received}反映的“{matter}”已收到，编号 {number}。我单位将依照规定审查，并将是否受理的决定告知您。\n查询办理情况时请提供上述编号。',
      'To {complainant}:\nWe received your matter “{matter}” on {received}; its number is {number}. We will examine it and tell you whether it is accepted.\nPlease give this number whenever you ask about it.',
    ),
  },
  {
    code: 'ACCEPTANCE_NOTICE',
    label: t('受理通知书', 'Notice of acceptance'),
    addressee: 'COMPLAINANT',
    from: [...WORKED, ...ANSWERED],
    tellsDecision: true,
    text: t(
      '{complainant}：\n您于{received}反映的“{matter}”（编号 {number}），经审查，{notice}\n承办人：{handler}。特此通知。',
      'To {complainant}:\nOn your matter “{matter}” of {received} (number {number}): {notice}\nIt is in the hands of {handler}.',
    ),
  },
  {
    code: 'REFUSAL_NOTICE',
    label: t('不予受理告知书', 'Notice of refusal'),
    addressee: 'COMPLAINANT',
    from: ['DECLINED'],
    tellsDecision: true,
    text: t(
      '{complainant}：\n您于{received}反映的“{matter}”（编号 {number}），经审查，{notice}\n特此告知。',
      'To {complainant}:\nOn your matter “{matter}” of {received} (number {number}): {notice}',
    ),
  },
  {
    code: 'MATERIAL_REQUEST',
    label: t('补充材料通知书', 'Request for material'),
    addressee: 'COMPLAINANT',
    from: [...UNDECIDED, ...WORKED],
    text: t(
      '{complainant}：\n办理您反映的“{matter}”（编号 {number}）需要您补充以下材料：【需补充的材料】。\n请于【提交期限】前提交。逾期未提交的，我单位将依据现有材料办理。',
      'To {complainant}:\nTo go on with your matter “{matter}” (number {number}) we need from you: 【what is needed】.\nPlease hand it in by 【day】. After that we go on with what we have.',
    ),
  },
  {
    code: 'TRANSFER_LETTER',
    label: t('移送函', 'Letter of transfer'),
    addressee: 'OTHER_BODY',
    from: ['DECLINED', 'TRANSFERRED', ...WORKED],
    text: t(
      '{body}：\n我单位于{received}收到反映“{matter}”的投诉（编号 {number}）。经审查，该事项属你单位职责范围，现移送你单位办理，并请将办理结果书面告知我单位和投诉人。\n附：投诉材料【份数】份。',
      'To {body}:\nOn {received} we received a complaint about “{matter}” (number {number}). It lies within your remit and is transferred to you; please tell us and the complainant in writing what comes of it.\nEnclosed: 【how many】 documents.',
    ),
  },
  {
    code: 'MEDIATION_AGREEMENT',
    label: t('调解协议书', 'Mediation agreement'),
    addressee: 'COMPLAINANT',
    from: [...WORKED, ...ANSWERED],
    text: t(
      '投诉人：{complainant}\n被投诉方：{respondent}\n双方就“{matter}”（编号 {number}）在{office}主持下自愿达成协议如下：{agreement}\n本协议一式【份数】份，自双方签字之日起生效。\n投诉人（签字）：　　　　　　　　被投诉方（签字盖章）：',
      'Complainant: {complainant}\nRespondent: {respondent}\nOn “{matter}” (number {number}) both sides agreed of their own free will, with {office} presiding: {agreement}\nMade in 【how many】 copies; it takes effect when both have signed.\nComplainant (signature):        Respondent (signature, seal):',
    ),
  },
  {
    // What is written down is the answer that was given: a draft has been approved by then, where the office approves.
    code: 'ANSWER_LETTER',
    label: t('答复函', 'Answer'),
    addressee: 'COMPLAINANT',
    from: ANSWERED,
    text: t(
      '{complainant}：\n您于{received}反映的“{matter}”（编号 {number}）现已办结。\n经查：{facts}。\n处理结果：{remedies}。\n如有不同意见，可自收到本函之日起【天数】日内向我单位申请复查。',
      'To {complainant}:\nYour matter “{matter}” of {received} (number {number}) has been dealt with.\nWe found: {facts}.\nWhat was done: {remedies}.\nShould you disagree, you may ask us for a review within 【days】 days of receiving this letter.',
    ),
  },
];

/** What an authority sends to those whom it looks into. No document to them says who complained. */
const OF_FAMILY: Readonly<Record<Sector['family'], readonly DocumentTemplate[]>> = {
  PROVIDER: [],
  REGULATOR: [
    {
      code: 'EXPLANATION_REQUEST',
      label: t('限期说明情况通知书', 'Request for an explanation'),
      addressee: 'RESPONDENT',
      from: [...UNDECIDED, ...WORKED],
      text: t(
        '{respondent}：\n我单位收到反映你单位“{matter}”的投诉（编号 {number}）。请于【期限】前书面说明情况，并提供相关凭证。\n无正当理由拒不说明的，将依法处理。',
        'To {respondent}:\nWe received a complaint about you, “{matter}” (number {number}). Explain the facts in writing by 【day】, with your records.\nWhoever refuses without good reason will be dealt with under the law.',
      ),
    },
    {
      code: 'CORRECTION_ORDER',
      label: t('责令改正通知书', 'Order to correct'),
      addressee: 'RESPONDENT',
      from: [...WORKED, ...ANSWERED],
      text: t(
        '{respondent}：\n经查：{facts}。上述行为违反了【规定及条款】，现责令你单位于【期限】前改正，并将改正情况书面报告我单位。',
        'To {respondent}:\nWe found: {facts}. This is against 【regulation and article】. You are ordered to put it right by 【day】 and to report in writing.',
      ),
    },
    {
      // Fifteen days: 行政处罚法 Art. 67; sixty days: 行政复议法 Art. 20; six months: 行政诉讼法 Art. 46.
      code: 'SANCTION_DECISION',
      label: t('行政处罚决定书', 'Sanction decision'),
      addressee: 'RESPONDENT',
      from: [...WORKED, ...ANSWERED],
      text: t(
        '{respondent}：\n经查：{facts}。上述行为违反了【规定及条款】。依据【处罚依据】，决定给予以下行政处罚：{sanctions}。\n金额合计（大写）：{amount}。请自收到本决定书之日起十五日内缴至指定银行，上缴国库。\n不服本决定的，可自收到之日起六十日内申请行政复议，或者在六个月内提起行政诉讼。',
        'To {respondent}:\nWe found: {facts}. This is against 【regulation and article】. Under 【basis】 you are sanctioned: {sanctions}.\nIn all (in capitals): {amount}, to be paid to the treasury within fifteen days of receiving this decision.\nAgainst it you may apply for administrative reconsideration within sixty days of receiving it, or go to court within six months.',
      ),
    },
  ],
};

/** Everything that an office of the sector sends in writing. */
export function documentsOf({
  family,
  documents = [],
}: Pick<Sector, 'family' | 'documents'>): readonly DocumentTemplate[] {
  return [...OF_ALL, ...OF_FAMILY[family], ...documents];
}
