import { useAppWords } from '../../app/words.ts';
import { defineWords } from '../../i18n/i18n.ts';

/** The words of corrective actions. */
export const useActionWords = defineWords(
  {
    'actions.title': { zh: '整改措施', en: 'Corrective actions' },
    'actions.shown': { zh: '显示', en: 'Shown' },
    'actions.pending': { zh: '未完成', en: 'Not done' },
    'actions.overdue': { zh: '已逾期', en: 'Overdue' },
    'actions.completed': { zh: '已完成', en: 'Completed' },
    'actions.all': { zh: '全部', en: 'All' },
    'actions.whose': { zh: '责任人', en: 'Owner' },
    'actions.everybody': { zh: '所有责任人', en: 'Every owner' },
    'actions.mine': { zh: '我负责的', en: 'Mine' },
    'actions.department': { zh: '责任部门', en: 'Department' },
    'actions.cause': { zh: '原因', en: 'Cause' },
    'actions.count': { zh: '{{count}} 项', en: '{{count}}' },
    'actions.none': {
      zh: '没有这样的整改措施。办理投诉时选择“计划整改”，即列入此处。',
      en: 'There are none. “Plan corrective action” on a complaint puts one here.',
    },
    'actions.more': { zh: '更多', en: 'More' },
    'actions.state.OPEN': { zh: '进行中', en: 'Open' },
    'actions.state.OVERDUE': { zh: '已逾期', en: 'Overdue' },
    'actions.state.COMPLETED': { zh: '已完成', en: 'Completed' },
    'actions.due': { zh: '期限 {{day}}', en: 'due {{day}}' },
    'actions.doneOn': { zh: '{{day}} 完成', en: 'completed {{day}}' },
    'actions.proof': { zh: '完成证明', en: 'Proof' },
    'actions.proofOf': { zh: '完成证明：{{proof}}', en: 'Proof: {{proof}}' },
    'actions.effect': { zh: '成效：{{verdict}}', en: 'Effect: {{verdict}}' },
    'actions.before': { zh: '计划前 {{count}} 件', en: '{{count}} before' },
    'actions.after': { zh: '完成后 {{count}} 件', en: '{{count}} after' },
    'actions.complete': { zh: '完成', en: 'Complete' },
    'actions.completeIt': { zh: '完成：{{text}}', en: 'Complete: {{text}}' },
    'actions.proofHelp': {
      zh: '写明做了什么、如何证明有效',
      en: 'What was done, and what shows that it works',
    },
    'actions.required': { zh: '请写明完成证明。', en: 'Say what shows that it was done.' },
    'actions.send': { zh: '确认完成', en: 'It is done' },
    'actions.sent': { zh: '已登记完成。', en: 'Recorded as completed.' },
  },
  useAppWords,
);
