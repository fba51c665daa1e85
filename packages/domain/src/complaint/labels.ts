import type { Localized } from '@huiyin/shared';
import type { ClockTrigger, Milestone, PauseReason } from '../clocks/rule.ts';
import type { CommandType } from './commands.ts';
import type { EventType } from './events.ts';
import type {
  Channel,
  Demand,
  Disclosure,
  EscalationReason,
  Finding,
  FollowUpResult,
  Kind,
  Remedy,
  Sanction,
  SourceLevel,
  Status,
  WithdrawalReason,
} from './words.ts';

/** What people call the fixed words, in both languages. */
type Labels<Code extends string> = Readonly<Record<Code, Localized>>;
const t = (zh: string, en: string): Localized => ({ zh, en });

export const STATUS_LABELS: Labels<Status> = {
  REGISTERED: t('已登记', 'Registered'),
  UNDER_REVIEW: t('审查中', 'Under review'),
  ACCEPTED: t('已受理', 'Accepted'),
  IN_PROGRESS: t('办理中', 'In progress'),
  WAITING_FOR_COMPLAINANT: t('等待投诉人', 'Waiting for complainant'),
  IN_MEDIATION: t('调解中', 'In mediation'),
  ANSWERED: t('已答复', 'Answered'),
  FOLLOWED_UP: t('已回访', 'Followed up'),
  CLOSED: t('已办结', 'Closed'),
  DECLINED: t('不予受理', 'Declined'),
  TRANSFERRED: t('已移送', 'Transferred'),
  MERGED: t('已并案', 'Merged'),
  WITHDRAWN: t('已撤回', 'Withdrawn'),
};

export const CHANNEL_LABELS: Labels<Channel> = {
  PHONE: t('电话', 'Telephone'),
  HOTLINE_TRANSFER: t('热线转办', 'Hotline transfer'),
  DUTY_LINE: t('值班电话', 'Duty line'),
  LETTER: t('来信', 'Letter'),
  WEB_FORM: t('网上', 'Web form'),
  SUGGESTION_BOX: t('意见箱', 'Suggestion box'),
  EMAIL: t('电子邮件', 'E-mail'),
  IN_PERSON: t('来访', 'In person'),
  SUPERIOR_BODY: t('上级转办', 'Forwarded by a superior body'),
  API: t('接口', 'API'),
  OTHER: t('其他', 'Other'),
};

export const SOURCE_LEVEL_LABELS: Labels<SourceLevel> = {
  DIRECT: t('本人', 'Complainant directly'),
  HOTLINE_12345: t('12345 热线', 'Hotline 12345'),
  HOTLINE_12315: t('12315 热线', 'Hotline 12315'),
  HOTLINE_12319: t('12319 热线', 'Hotline 12319'),
  HOTLINE_114: t('114 转接', 'Directory service 114'),
  HOTLINE_CITY_CARD: t('城市旅游卡热线', 'City travel-card line'),
  PETITION_OFFICE: t('信访部门', 'Petition office'),
  SUPERIOR_BODY: t('上级部门', 'Superior body'),
  PEER_BODY: t('其他单位移送', 'Transferred by another body'),
  CONSUMER_ASSOCIATION: t('消费者协会', 'Consumer association'),
  OTHER_BODY: t('其他来源', 'Other body'),
};

export const KIND_LABELS: Labels<Kind> = {
  COMPLAINT: t('投诉', 'Complaint'),
  REPORT: t('举报', 'Report of a violation'),
  INQUIRY: t('咨询', 'Inquiry'),
  HELP_REQUEST: t('求助', 'Request for help'),
  SUGGESTION: t('建议', 'Suggestion'),
};

export const DISCLOSURE_LABELS: Labels<Disclosure> = {
  NAMED: t('实名', 'Named'),
  CONFIDENTIAL: t('保密', 'Confidential'),
  ANONYMOUS: t('匿名', 'Anonymous'),
};

export const DEMAND_LABELS: Labels<Demand> = {
  APOLOGY: t('道歉', 'Apology'),
  EXPLANATION: t('解释', 'Explanation'),
  REFUND: t('退款', 'Refund'),
  COMPENSATION: t('赔偿', 'Compensation'),
  REPAIR: t('维修', 'Repair'),
  REPLACEMENT: t('更换', 'Replacement'),
  CORRECTION: t('整改', 'Correction'),
  PUNISHMENT: t('查处', 'Punishment'),
  INFORMATION: t('告知', 'Information'),
};

export const FINDING_LABELS: Labels<Finding> = {
  SUBSTANTIATED: t('有效', 'Substantiated'),
  PARTLY_SUBSTANTIATED: t('部分有效', 'Partly substantiated'),
  UNSUBSTANTIATED: t('无效', 'Unsubstantiated'),
};

export const FOLLOW_UP_LABELS: Labels<FollowUpResult> = {
  SATISFIED: t('满意', 'Satisfied'),
  ACCEPTABLE: t('基本满意', 'Acceptable'),
  DISSATISFIED: t('不满意', 'Dissatisfied'),
  REFUSED_TO_SAY: t('不愿评价', 'Refused to say'),
  UNREACHABLE: t('未联系上', 'Unreachable'),
  NOT_NEEDED: t('无需回访', 'Not needed'),
};

export const REMEDY_LABELS: Labels<Remedy> = {
  APOLOGY: t('道歉', 'Apology'),
  EXPLANATION: t('解释说明', 'Explanation'),
  REFUND: t('退款', 'Refund'),
  COMPENSATION: t('赔偿', 'Compensation'),
  REPAIR: t('维修', 'Repair'),
  REPLACEMENT: t('更换', 'Replacement'),
  FREE_REVISIT: t('免费重游', 'Free re-visit'),
  FEE_WAIVER: t('减免费用', 'Fee waiver'),
  TARIFF_ADJUSTMENT: t('调整资费', 'Tariff adjustment'),
  CORRECTION: t('整改', 'Correction'),
  SERVICE_RESTORED: t('恢复服务', 'Service restored'),
  STAFF_DISCIPLINE: t('处理员工', 'Staff discipline'),
  STAFF_EDUCATION: t('批评教育', 'Staff education'),
  RULE_CHANGE: t('完善制度', 'Rule change'),
  INFORMATION_GIVEN: t('告知说明', 'Information given'),
  SAMPLING_TEST: t('抽样检验', 'Sampling and test'),
};

export const SANCTION_LABELS: Labels<Sanction> = {
  ORDER_TO_CORRECT: t('责令改正', 'Order to correct'),
  WARNING: t('警告', 'Warning'),
  FINE: t('罚款', 'Fine'),
  CONFISCATION: t('没收违法所得', 'Confiscation of unlawful income'),
  SEIZURE: t('查封扣押', 'Seizure'),
  SUSPENSION: t('责令停止活动', 'Suspension'),
  REVOCATION: t('吊销许可', 'Revocation'),
  EDUCATION: t('批评教育', 'Education'),
  REFERRAL_TO_POLICE: t('移送公安', 'Referral to police'),
};

export const WITHDRAWAL_LABELS: Labels<WithdrawalReason> = {
  SETTLED: t('已自行解决', 'Settled between the parties'),
  NO_LONGER_WISHED: t('不再要求', 'No longer wished'),
  MISTAKE: t('误投', 'Made by mistake'),
  COURT: t('已起诉', 'Taken to court'),
  OTHER: t('其他', 'Other'),
};

export const ESCALATION_LABELS: Labels<EscalationReason> = {
  THIRD_HAND_OVER: t('三次移交无进展', 'Handed over three times without progress'),
  UNTOUCHED: t('长期未办理', 'Untouched for too long'),
  CLOCK_OVERDUE: t('时限超期', 'A deadline has passed'),
  PROMISE_BROKEN: t('承诺未兑现', 'A promise was broken'),
  NO_NEXT_PROMISE: t('未作下一次承诺', 'No next promise was made'),
};

export const MILESTONE_LABELS: Labels<Milestone> = {
  mediationAsked: t('申请调解', 'Mediation asked for'),
  mediationAccepted: t('调解受理', 'Mediation accepted'),
  mediationResultNotified: t('调解结果告知双方', 'Both parties told of the result'),
  clueFound: t('发现违法线索', 'Clue of a violation found'),
  clueVerified: t('线索核查完毕', 'Clue verified'),
  faultReported: t('申告故障', 'Fault reported'),
  faultRestored: t('故障修复', 'Fault restored'),
  arrearsPaid: t('缴清欠费', 'Arrears paid'),
  serviceRestored: t('恢复服务', 'Service restored'),
};

/** Moments that start and end clocks. */
export const MOMENT_LABELS: Labels<ClockTrigger> = {
  ...MILESTONE_LABELS,
  received: t('收到', 'Received'),
  accepted: t('受理', 'Accepted'),
  declined: t('不予受理', 'Declined'),
  transferred: t('移送', 'Transferred'),
  decided: t('作出受理决定', 'Accepted, declined or transferred'),
  decisionNotified: t('告知受理决定', 'The complainant told of the decision'),
  answered: t('最终答复', 'Answered for good'),
  concluded: t('作出查证结论', 'Finding recorded'),
  closed: t('办结', 'Closed'),
  mediationEnded: t('调解结束', 'Mediation ended'),
  petitionRegistered: t('信访登记', 'Petition registered'),
  petitionHandled: t('信访办结', 'Petition handled'),
  hotlineReceived: t('收到热线转办', 'Hotline transfer received'),
};

export const PAUSE_LABELS: Labels<PauseReason> = {
  testing: t('检验检测', 'Testing'),
  appraisal: t('鉴定', 'Appraisal'),
  waitingForComplainant: t('等待投诉人', 'Waiting for complainant'),
  mediation: t('调解', 'Mediation'),
};

export const COMMAND_LABELS: Labels<CommandType> = {
  REGISTER: t('登记', 'Register'),
  CORRECT: t('更正', 'Correct'),
  RECLASSIFY: t('重新分类', 'Reclassify'),
  START_REVIEW: t('开始审查', 'Start review'),
  ACCEPT: t('受理', 'Accept'),
  DECLINE: t('不予受理', 'Decline'),
  TRANSFER: t('移送', 'Transfer'),
  NOTIFY_DECISION: t('告知受理决定', 'Notify of the decision'),
  RECORD_TRANSFER_ANSWER: t('登记受移送单位答复', "Record the other body's answer"),
  SPLIT: t('拆分', 'Split'),
  MERGE: t('并案', 'Merge'),
  ABSORB: t('并入其他投诉件', 'Absorb'),
  ASSIGN: t('指派', 'Assign'),
  HAND_OVER: t('移交', 'Hand over'),
  ACCEPT_HAND_OVER: t('接收移交', 'Accept hand-over'),
  RETURN_HAND_OVER: t('退回移交', 'Return hand-over'),
  ADD_COLLABORATOR: t('添加协办人', 'Add collaborator'),
  RECUSE: t('回避', 'Recuse'),
  PROMISE: t('承诺答复时间', 'Promise an answer'),
  DRAFT_ANSWER: t('拟写答复', 'Draft answer'),
  APPROVE_ANSWER: t('审核答复', 'Approve answer'),
  ANSWER: t('答复', 'Answer'),
  WAIT_FOR_COMPLAINANT: t('等待投诉人补充', 'Wait for complainant'),
  HEAR_FROM_COMPLAINANT: t('登记投诉人来言', 'Hear from complainant'),
  NOTE: t('备注', 'Note'),
  RECORD_CONTACT: t('登记联系', 'Record contact'),
  CONCLUDE: t('作出查证结论', 'Record finding'),
  ADD_EVIDENCE: t('添加证据', 'Add evidence'),
  OFFER_MEDIATION: t('征询调解意愿', 'Offer mediation'),
  ANSWER_MEDIATION_OFFER: t('登记调解意愿', 'Record answer to the offer'),
  START_MEDIATION: t('开始调解', 'Start mediation'),
  RECORD_MEDIATION_SESSION: t('登记调解会', 'Record mediation session'),
  END_MEDIATION: t('结束调解', 'End mediation'),
  GIVE_REMEDY: t('登记处理结果', 'Give remedy'),
  IMPOSE_SANCTION: t('登记处罚', 'Impose sanction'),
  RECORD_SANCTION_PAYMENT: t('登记缴款', 'Record payment'),
  FORWARD: t('上报或抄送', 'Forward'),
  TAKE_ROUTE: t('转入其他途径', 'Take another route'),
  RECORD_MILESTONE: t('登记节点', 'Record milestone'),
  PAUSE_CLOCKS: t('中止时限', 'Pause clocks'),
  RESUME_CLOCKS: t('恢复时限', 'Resume clocks'),
  EXTEND_CLOCK: t('延长时限', 'Extend a clock'),
  TICK: t('到时检查', 'Timer'),
  RECOMPUTE_CLOCKS: t('重算时限', 'Recompute clocks'),
  FOLLOW_UP: t('回访', 'Follow up'),
  CLOSE: t('办结', 'Close'),
  SETTLE_ON_THE_SPOT: t('当场办结', 'Settle on the spot'),
  WITHDRAW: t('撤回', 'Withdraw'),
  REOPEN: t('重办', 'Reopen'),
  APPEAL: t('复查', 'Appeal'),
  STATE_CAUSE: t('登记原因', 'State cause'),
  RECORD_LESSON: t('登记经验教训', 'Record lesson'),
  PLAN_ACTION: t('计划整改', 'Plan corrective action'),
  COMPLETE_ACTION: t('完成整改', 'Complete corrective action'),
  REVEAL: t('查看身份', 'Reveal identity'),
  ESCALATE: t('上报主管', 'Escalate'),
  ACKNOWLEDGE_ATTENTION: t('主管已阅', 'Acknowledge'),
};

export const EVENT_LABELS: Labels<EventType> = {
  REGISTERED: t('登记', 'Registered'),
  CORRECTED: t('更正', 'Corrected'),
  RECLASSIFIED: t('重新分类', 'Reclassified'),
  REVIEW_STARTED: t('开始审查', 'Review started'),
  ACCEPTED: t('受理', 'Accepted'),
  DECLINED: t('不予受理', 'Declined'),
  TRANSFERRED: t('移送', 'Transferred'),
  DECISION_NOTIFIED: t('告知受理决定', 'Notified of the decision'),
  TRANSFER_ANSWERED: t('受移送单位答复', 'Answered by the other body'),
  SPLIT: t('拆分', 'Split'),
  MERGED: t('并案', 'Merged'),
  ABSORBED: t('并入其他投诉件', 'Absorbed another'),
  ASSIGNED: t('指派', 'Assigned'),
  HAND_OVER_OFFERED: t('移交', 'Hand-over offered'),
  HAND_OVER_ACCEPTED: t('接收移交', 'Hand-over accepted'),
  HAND_OVER_RETURNED: t('退回移交', 'Hand-over returned'),
  COLLABORATOR_ADDED: t('添加协办人', 'Collaborator added'),
  RECUSED: t('回避', 'Recused'),
  PROMISED: t('作出承诺', 'Promised'),
  PROMISE_KEPT: t('承诺兑现', 'Promise kept'),
  PROMISE_BROKEN: t('承诺未兑现', 'Promise broken'),
  PROMISE_CANCELLED: t('承诺取消', 'Promise cancelled'),
  ANSWER_DRAFTED: t('拟写答复', 'Answer drafted'),
  ANSWER_APPROVED: t('审核答复', 'Answer approved'),
  ANSWERED: t('答复', 'Answered'),
  WAITING_STARTED: t('等待投诉人补充', 'Waiting for complainant'),
  COMPLAINANT_HEARD: t('投诉人来言', 'Complainant heard'),
  NOTED: t('备注', 'Note'),
  CONTACT_RECORDED: t('联系', 'Contact'),
  CONCLUDED: t('查证结论', 'Finding'),
  EVIDENCE_ADDED: t('添加证据', 'Evidence added'),
  MEDIATION_OFFERED: t('征询调解意愿', 'Mediation offered'),
  MEDIATION_OFFER_ANSWERED: t('投诉人答复调解意愿', 'Offer of mediation answered'),
  MEDIATION_STARTED: t('开始调解', 'Mediation started'),
  MEDIATION_SESSION_RECORDED: t('调解会', 'Mediation session'),
  MEDIATION_ENDED: t('结束调解', 'Mediation ended'),
  REMEDY_GIVEN: t('处理结果', 'Remedy'),
  SANCTION_IMPOSED: t('行政处罚', 'Sanction'),
  SANCTION_PAID: t('缴款', 'Paid'),
  FORWARDED: t('上报或抄送', 'Forwarded'),
  ROUTE_TAKEN: t('转入其他途径', 'Another route taken'),
  MILESTONE_RECORDED: t('节点', 'Milestone'),
  CLOCK_STARTED: t('时限开始', 'Clock started'),
  CLOCK_CHANGED: t('时限变更', 'Clock changed'),
  CLOCK_OVERDUE: t('时限超期', 'Clock overdue'),
  FOLLOWED_UP: t('回访', 'Followed up'),
  CLOSED: t('办结', 'Closed'),
  WITHDRAWN: t('撤回', 'Withdrawn'),
  REOPENED: t('重办', 'Reopened'),
  APPEALED: t('复查', 'Appealed'),
  CAUSE_STATED: t('原因', 'Cause stated'),
  LESSON_RECORDED: t('经验教训', 'Lesson'),
  ACTION_PLANNED: t('计划整改', 'Corrective action planned'),
  ACTION_COMPLETED: t('完成整改', 'Corrective action completed'),
  REVEALED: t('查看身份', 'Identity revealed'),
  ESCALATED: t('上报主管', 'Escalated'),
  ATTENTION_ACKNOWLEDGED: t('主管已阅', 'Acknowledged'),
};
