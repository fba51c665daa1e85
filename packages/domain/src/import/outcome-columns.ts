import { FINDING_LABELS, FOLLOW_UP_LABELS } from '../complaint/labels.ts';
import { t } from '../sectors/common.ts';
import type { Option } from '../sectors/contract.ts';
import { coded, type ImportTarget } from './target.ts';

const DECISIONS: readonly Option[] = [
  { code: 'ACCEPTED', label: t('受理', 'Accepted'), synonyms: ['已受理', '予以受理', '是', 'yes'] },
  {
    code: 'DECLINED',
    label: t('不予受理', 'Declined'),
    synonyms: ['不受理', '未受理', '否', 'no', 'rejected'],
  },
  { code: 'TRANSFERRED', label: t('移送', 'Transferred'), synonyms: ['转办', '移交', '转交', 'referred'] },
];

/** The columns that say what became of it. */
export const OUTCOME_COLUMNS: readonly ImportTarget[] = [
  {
    key: 'decision',
    kind: 'choice',
    label: t('受理决定', 'Decision'),
    synonyms: ['是否受理', '受理情况', 'accepted', 'decision'],
    required: false,
    options: DECISIONS,
  },
  {
    key: 'decidedOn',
    kind: 'date',
    label: t('受理日期', 'Decided on'),
    synonyms: ['决定日期', '受理决定日期', 'decision date'],
    required: false,
  },
  {
    key: 'notifiedOn',
    kind: 'date',
    label: t('告知日期', 'Notified on'),
    synonyms: ['告知时间', '通知日期', 'date notified'],
    required: false,
  },
  {
    key: 'declineGround',
    kind: 'choice',
    label: t('不予受理原因', 'Ground for declining'),
    synonyms: ['不受理理由', '不予受理或移送原因', 'reason declined'],
    required: false,
  },
  {
    key: 'transferBody',
    kind: 'text',
    label: t('移送单位', 'Body in charge'),
    synonyms: ['转办单位', '移交单位', 'referred to'],
    required: false,
  },
  {
    key: 'finding',
    kind: 'choice',
    label: t('查证结论', 'Finding'),
    synonyms: ['结论', '是否属实', '核查结论', 'outcome', 'finding'],
    required: false,
    options: coded(FINDING_LABELS, {
      SUBSTANTIATED: ['成立', '属实', '有责', 'upheld', 'substantiated', 'valid'],
      PARTLY_SUBSTANTIATED: ['部分成立', '部分属实', 'partly upheld'],
      UNSUBSTANTIATED: ['不成立', '不属实', '无责', 'not upheld', 'unsubstantiated', 'invalid'],
    }),
  },
  {
    key: 'findingFacts',
    kind: 'text',
    label: t('查证情况', 'Facts found'),
    synonyms: ['调查情况', '核实情况', '查处结果', 'investigation'],
    required: false,
  },
  {
    key: 'resultText',
    kind: 'text',
    label: t('处理结果', 'Result'),
    synonyms: [
      '处理情况',
      '办理结果',
      '结果',
      'resolution description',
      'company response',
      'resolution',
      'result',
    ],
    required: false,
  },
  {
    key: 'compensation',
    kind: 'money',
    label: t('赔付金额', 'Compensation'),
    synonyms: ['赔付金额(元)', '赔偿金额', '退赔金额', '挽回损失', 'compensation', 'amount paid'],
    required: false,
  },
  {
    key: 'answeredOn',
    kind: 'date',
    label: t('答复日期', 'Answered on'),
    synonyms: ['答复时间', '回复日期', 'date of reply', 'answered'],
    required: false,
  },
  {
    key: 'followUpResult',
    kind: 'choice',
    label: t('回访结果', 'Follow-up'),
    synonyms: ['满意度', '回访情况', '评价', 'satisfaction'],
    required: false,
    options: coded(FOLLOW_UP_LABELS, {
      SATISFIED: ['非常满意', 'satisfied'],
      ACCEPTABLE: ['一般', '较满意', 'neutral'],
      DISSATISFIED: ['很不满意', 'dissatisfied'],
      NOT_NEEDED: ['不需回访', '无需', 'not needed'],
    }),
  },
  {
    key: 'closedOn',
    kind: 'date',
    label: t('办结日期', 'Closed on'),
    synonyms: ['办结时间', '结案日期', '完成时间', '处理完成日期', 'closed date', 'date closed', 'closed'],
    required: false,
  },
  {
    key: 'category',
    kind: 'choice',
    label: t('类别', 'Category'),
    synonyms: ['投诉类别', '分类', '问题类型', 'complaint type', 'category', 'issue'],
    required: false,
  },
  {
    key: 'classification',
    kind: 'choice',
    label: t('分类', 'Classification'),
    synonyms: ['投诉分类', 'classification'],
    required: false,
  },
];
