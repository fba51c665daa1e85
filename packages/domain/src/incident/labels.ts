import type { Localized } from '@huiyin/shared';
import type { IncidentCommandType, IncidentEventType, IncidentMove } from './commands.ts';
import type { IncidentStatus, MasterAnswer } from './state.ts';

type Labels<Code extends string> = Readonly<Record<Code, Localized>>;
const t = (zh: string, en: string): Localized => ({ zh, en });

export const INCIDENT_STATUS_LABELS: Labels<IncidentStatus> = {
  OPEN: t('处置中', 'Under way'),
  ANSWERED: t('已统一答复', 'Answered'),
  CLOSED: t('已办结', 'Closed'),
};

export const INCIDENT_COMMAND_LABELS: Labels<IncidentCommandType> = {
  OPEN: t('立为群体性事件', 'Open an incident'),
  CHANGE: t('修改', 'Change'),
  NOTE: t('记录进展', 'Note progress'),
  DRAFT_ANSWER: t('拟写统一答复', 'Draft the master answer'),
  APPROVE_ANSWER: t('审核通过', 'Approve'),
  RETURN_ANSWER: t('退回修改', 'Send back'),
  GIVE_ANSWER: t('发出统一答复', 'Give the master answer'),
  MOVE: t('批量办理', 'Move all together'),
  CLOSE: t('办结', 'Close'),
  REOPEN: t('重新处置', 'Reopen'),
};

export const INCIDENT_EVENT_LABELS: Labels<IncidentEventType> = {
  OPENED: t('立为群体性事件', 'Incident opened'),
  CHANGED: t('修改', 'Changed'),
  NOTED: t('进展', 'Progress'),
  ANSWER_DRAFTED: t('拟写统一答复', 'Master answer drafted'),
  ANSWER_APPROVED: t('统一答复审核通过', 'Master answer approved'),
  ANSWER_RETURNED: t('统一答复退回修改', 'Master answer sent back'),
  ANSWER_GIVEN: t('发出统一答复', 'Master answer given'),
  MOVED: t('批量办理', 'Moved together'),
  CLOSED: t('办结', 'Closed'),
  REOPENED: t('重新处置', 'Reopened'),
};

export const INCIDENT_MOVE_LABELS: Labels<IncidentMove> = {
  ACCEPT: t('全部受理', 'Accept all'),
  ASSIGN: t('全部指派', 'Assign all'),
  CLOSE: t('全部办结', 'Close all'),
};

export const MASTER_ANSWER_LABELS: Labels<MasterAnswer['status']> = {
  DRAFT: t('待审核', 'Waits for approval'),
  RETURNED: t('已退回', 'Sent back'),
  APPROVED: t('已审核', 'Approved'),
  GIVEN: t('已发出', 'Given'),
};
