import type { Localized } from '@huiyin/shared';
import type { CommandType } from '../complaint/commands.ts';
import type { CorrectiveAction } from '../complaint/parts.ts';
import type { ComplaintState } from '../complaint/state.ts';
import type { Sector } from '../sectors/contract.ts';
import type { Role, Scope, StaffActor, TenantActor } from './actor.ts';

/**
 * Who may do what to a complaint. One row a command: the roles that may do it to any complaint of the organisation
 * (`anywhere`), and those that may only where they work on it (`whereWorking`): as its handler or collaborator, in its
 * department as the lead, or when nobody has it yet. `complainant`: whoever complained may do it to their own, over the
 * public page.
 */
interface Permission {
  readonly anywhere: readonly Role[];
  readonly whereWorking: readonly Role[];
  /** What an API key needs. */
  readonly scope: Scope | null;
  readonly complainant?: true;
}

const everyone: Permission = {
  anywhere: ['HANDLER', 'DEPARTMENT_LEAD', 'SUPERVISOR'],
  whereWorking: [],
  scope: 'complaints:write',
};
const caseworker: Permission = {
  anywhere: ['SUPERVISOR'],
  whereWorking: ['HANDLER', 'DEPARTMENT_LEAD'],
  scope: 'complaints:write',
};
const leadership: Permission = {
  anywhere: ['SUPERVISOR'],
  whereWorking: ['DEPARTMENT_LEAD'],
  scope: null,
};
/** Also the complainant's own to do. */
const theirsToo = (permission: Permission): Permission => ({ ...permission, complainant: true });
const systemOnly: Permission = { anywhere: [], whereWorking: [], scope: null };

export const PERMISSIONS: Readonly<Record<CommandType, Permission>> = {
  REGISTER: theirsToo(everyone),
  CORRECT: caseworker,
  RECLASSIFY: caseworker,
  START_REVIEW: caseworker,
  ACCEPT: caseworker,
  DECLINE: caseworker,
  TRANSFER: caseworker,
  NOTIFY_DECISION: caseworker,
  RECORD_TRANSFER_ANSWER: caseworker,
  RECORD_TRANSFER_RETURN: caseworker,
  SPLIT: caseworker,
  MERGE: caseworker,
  ABSORB: systemOnly,
  LINK_INCIDENT: { ...caseworker, scope: null },
  UNLINK_INCIDENT: { ...caseworker, scope: null },
  ANSWER_FOR_INCIDENT: systemOnly,
  ASSIGN: { ...leadership, whereWorking: ['DEPARTMENT_LEAD', 'HANDLER'], scope: 'complaints:write' },
  HAND_OVER: caseworker,
  ACCEPT_HAND_OVER: everyone,
  RETURN_HAND_OVER: everyone,
  TAKE_BACK_ASSIGNMENT: { anywhere: ['DEPARTMENT_LEAD', 'SUPERVISOR'], whereWorking: [], scope: null },
  ADD_COLLABORATOR: caseworker,
  RECUSE: everyone,
  PROMISE: caseworker,
  DRAFT_ANSWER: caseworker,
  APPROVE_ANSWER: leadership,
  RETURN_ANSWER: leadership,
  ANSWER: caseworker,
  WAIT_FOR_COMPLAINANT: caseworker,
  HEAR_FROM_COMPLAINANT: theirsToo(everyone),
  NOTE: everyone,
  RECORD_CONTACT: everyone,
  CONCLUDE: caseworker,
  ADD_EVIDENCE: theirsToo(everyone),
  OFFER_MEDIATION: caseworker,
  ANSWER_MEDIATION_OFFER: theirsToo(caseworker),
  START_MEDIATION: caseworker,
  RECORD_MEDIATION_SESSION: caseworker,
  END_MEDIATION: caseworker,
  GIVE_REMEDY: caseworker,
  IMPOSE_SANCTION: caseworker,
  RECORD_SANCTION_PAYMENT: caseworker,
  FORWARD: caseworker,
  RECORD_FORWARDING_RECEIPT: caseworker,
  TAKE_ROUTE: caseworker,
  RECORD_MILESTONE: caseworker,
  PAUSE_CLOCKS: caseworker,
  RESUME_CLOCKS: caseworker,
  REQUEST_EXTENSION: caseworker,
  DECLINE_EXTENSION: leadership,
  EXTEND_CLOCK: leadership,
  TICK: systemOnly,
  RECOMPUTE_CLOCKS: systemOnly,
  FOLLOW_UP: theirsToo(everyone),
  CLOSE: caseworker,
  SETTLE_ON_THE_SPOT: caseworker,
  WITHDRAW: theirsToo(caseworker),
  REOPEN: theirsToo(everyone),
  APPEAL: everyone,
  STATE_CAUSE: caseworker,
  RECORD_LESSON: caseworker,
  PLAN_ACTION: caseworker,
  COMPLETE_ACTION: caseworker,
  ISSUE_DOCUMENT: caseworker,
  DELIVER_DOCUMENT: caseworker,
  ACKNOWLEDGE_DOCUMENT: caseworker,
  ADVANCE_ENGINEERING: systemOnly,
  REVEAL: { anywhere: ['SUPERVISOR'], whereWorking: ['HANDLER', 'DEPARTMENT_LEAD'], scope: null },
  ESCALATE: { ...systemOnly, anywhere: ['HANDLER', 'DEPARTMENT_LEAD', 'SUPERVISOR'] },
  ACKNOWLEDGE_ATTENTION: { anywhere: ['SUPERVISOR'], whereWorking: [], scope: null },
  TAKE_CASE_FILE: { ...caseworker, scope: null },
  HOLD_ERASURE: { anywhere: ['SUPERVISOR'], whereWorking: [], scope: null },
  RELEASE_HOLD: { anywhere: ['SUPERVISOR'], whereWorking: [], scope: null },
  ERASE_DATA: systemOnly,
};

/** What an actor may do to the organisation itself rather than to one complaint. */
export const OFFICE_ACTIONS = {
  readComplaints: {
    roles: ['HANDLER', 'DEPARTMENT_LEAD', 'SUPERVISOR', 'ADMINISTRATOR', 'AUDITOR'],
    scope: 'complaints:read',
  },
  readIncidents: {
    roles: ['HANDLER', 'DEPARTMENT_LEAD', 'SUPERVISOR', 'ADMINISTRATOR', 'AUDITOR'],
    scope: 'incidents:read',
  },
  readRespondents: {
    roles: ['HANDLER', 'DEPARTMENT_LEAD', 'SUPERVISOR', 'ADMINISTRATOR', 'AUDITOR'],
    scope: 'respondents:read',
  },
  readSites: {
    roles: ['HANDLER', 'DEPARTMENT_LEAD', 'SUPERVISOR', 'ADMINISTRATOR', 'AUDITOR'],
    scope: 'sites:read',
  },
  /** Opens incidents, works on any of them, and judges their answers. */
  leadIncidents: { roles: ['DEPARTMENT_LEAD', 'SUPERVISOR'], scope: null },
  doEngineering: { roles: ['HANDLER', 'DEPARTMENT_LEAD', 'SUPERVISOR'], scope: 'complaints:write' },
  /** Corrects the register of respondents, and brings together two entries that are one party. */
  keepRespondents: { roles: ['DEPARTMENT_LEAD', 'SUPERVISOR'], scope: null },
  /** Counts what became of suggestions: whoever registers. */
  takeSuggestions: { roles: ['HANDLER', 'DEPARTMENT_LEAD', 'SUPERVISOR'], scope: 'complaints:write' },
  leadTeam: { roles: ['DEPARTMENT_LEAD', 'SUPERVISOR'], scope: null },
  readReports: {
    roles: ['DEPARTMENT_LEAD', 'SUPERVISOR', 'ADMINISTRATOR', 'AUDITOR'],
    scope: 'reports:read',
  },
  writeReports: { roles: ['SUPERVISOR'], scope: 'reports:write' },
  publishReports: { roles: ['SUPERVISOR'], scope: null },
  importComplaints: { roles: ['SUPERVISOR', 'ADMINISTRATOR'], scope: 'imports:write' },
  readOrganization: {
    roles: ['HANDLER', 'DEPARTMENT_LEAD', 'SUPERVISOR', 'ADMINISTRATOR', 'AUDITOR'],
    scope: 'organization:read',
  },
  manageOrganization: { roles: ['ADMINISTRATOR'], scope: 'organization:write' },
  manageKeys: { roles: ['ADMINISTRATOR'], scope: null },
  /** Learns who was shown health data. */
  readHealthLooks: { roles: ['SUPERVISOR', 'ADMINISTRATOR', 'AUDITOR'], scope: null },
  seeOversight: { roles: ['SUPERVISOR', 'ADMINISTRATOR', 'AUDITOR'], scope: null },
  /** Lets an overseer see more, of the organisation's own will, and takes that back. */
  grantOversight: { roles: ['ADMINISTRATOR'], scope: null },
  inviteMembers: { roles: ['ADMINISTRATOR'], scope: null },
  readTraining: {
    roles: ['DEPARTMENT_LEAD', 'SUPERVISOR', 'ADMINISTRATOR', 'AUDITOR'],
    scope: 'training:read',
  },
  recordTraining: { roles: ['DEPARTMENT_LEAD', 'SUPERVISOR'], scope: null },
  readVisits: {
    roles: ['HANDLER', 'DEPARTMENT_LEAD', 'SUPERVISOR', 'ADMINISTRATOR', 'AUDITOR'],
    scope: 'visits:read',
  },
  makeVisits: { roles: ['HANDLER', 'DEPARTMENT_LEAD', 'SUPERVISOR'], scope: null },
  /** Finds a person across their complaints and answers what they ask of their data. */
  answerPersonRequests: { roles: ['SUPERVISOR'], scope: null },
  readOfficeEvents: { roles: ['ADMINISTRATOR', 'AUDITOR'], scope: null },
  verifyHistory: { roles: ['SUPERVISOR', 'ADMINISTRATOR', 'AUDITOR'], scope: null },
} as const satisfies Record<string, { readonly roles: readonly Role[]; readonly scope: Scope | null }>;
export type OfficeAction = keyof typeof OFFICE_ACTIONS;

/** Whether the actor may do this to the organisation. */
export function canInOffice(actor: TenantActor, action: OfficeAction): boolean {
  const { roles, scope } = OFFICE_ACTIONS[action];
  if (actor.kind === 'system') return true;
  if (actor.kind === 'complainant') return false;
  if (actor.kind === 'apiClient') return scope !== null && actor.scopes.includes(scope);
  return (roles as readonly Role[]).includes(actor.role);
}

/** The parts of a complaint that access depends on. */
export type AccessSubject = Pick<
  ComplaintState,
  | 'id'
  | 'handler'
  | 'collaborators'
  | 'firstResponder'
  | 'recused'
  | 'respondent'
  | 'handOvers'
  | 'disclosure'
  | 'classification'
> &
  Partial<Pick<ComplaintState, 'correctiveActions'>>;

/** Why somebody may not: in words for the person, never naming what they may not know. */
const NOT_YOUR_ROLE: Localized = { zh: '您的角色不能进行此操作。', en: 'Your role does not allow this.' };
const NOT_ON_CASE: Localized = {
  zh: '只有承办人、协办人或承办部门负责人可以进行此操作。',
  en: 'Only its handler, a collaborator or the lead of its department may do this.',
};
const RECUSED: Localized = { zh: '您已回避此件。', en: 'You are recused from this complaint.' };
const NOT_YOURS: Localized = { zh: '您不能进行此操作。', en: 'This is not yours to do.' };
const NO_SCOPE: Localized = { zh: '此密钥没有所需的权限范围。', en: 'This key lacks the scope for this.' };

/** A person named in a complaint, of the department complained about, or recused, neither handles it nor learns who complained. */
export function isRecused(
  actor: TenantActor,
  subject: Pick<AccessSubject, 'recused' | 'respondent'>,
): boolean {
  return actor.kind === 'staff' && isRecusedMember(actor, subject);
}

/** The same of anybody on the staff. */
export function isRecusedMember(
  member: Pick<StaffActor, 'memberId'> & { readonly departmentId?: string | undefined },
  subject: Pick<AccessSubject, 'recused' | 'respondent'>,
): boolean {
  const { memberIds = [], departmentId } = subject.respondent;
  return (
    subject.recused.includes(member.memberId) ||
    memberIds.includes(member.memberId) ||
    (departmentId !== undefined && departmentId === member.departmentId)
  );
}

/** Whether a corrective action was given to the person, or to the department that they lead. */
export function ownsAction(
  { memberId, role, departmentId }: StaffActor,
  action: Pick<CorrectiveAction, 'ownerMemberId' | 'departmentId'>,
): boolean {
  if (action.ownerMemberId === memberId) return true;
  return role === 'DEPARTMENT_LEAD' && departmentId !== undefined && action.departmentId === departmentId;
}

/** Whether the person works on it: handles it, helps, was handed it, leads its department, or nobody has it yet. */
export function worksOn(actor: StaffActor, subject: AccessSubject): boolean {
  const { handler } = subject;
  if (isGivenTo(actor, subject)) return true;
  if (handler.memberId === undefined) {
    return handler.departmentId === undefined || handler.departmentId === actor.departmentId;
  }
  return actor.role === 'DEPARTMENT_LEAD' && handler.departmentId === actor.departmentId;
}

/** `undefined` when the actor may issue the command on this complaint; otherwise why not. */
export function whyNot(options: {
  readonly actor: TenantActor;
  readonly command: CommandType;
  readonly subject?: AccessSubject;
}): Localized | undefined {
  const { actor, command, subject } = options;
  const permission = PERMISSIONS[command];
  if (actor.kind === 'system') return undefined;
  if (actor.kind === 'complainant') {
    const own = command === 'REGISTER' ? subject === undefined : subject?.id === actor.complaintId;
    return permission.complainant && own ? undefined : NOT_YOURS;
  }
  if (actor.kind === 'apiClient') {
    return permission.scope !== null && actor.scopes.includes(permission.scope) ? undefined : NO_SCOPE;
  }
  if (subject && isRecused(actor, subject)) return RECUSED;
  if (permission.anywhere.includes(actor.role)) return undefined;
  if (!permission.whereWorking.includes(actor.role)) return NOT_YOUR_ROLE;
  if (!subject || worksOn(actor, subject)) return undefined;
  // Whoever is to see to an action says that it is done, whoever works on the complaint.
  const owns = subject.correctiveActions?.some((action) => ownsAction(actor, action)) ?? false;
  return command === 'COMPLETE_ACTION' && owns ? undefined : NOT_ON_CASE;
}

/** Whether the actor may see the complaint at all. */
export function canRead(options: Seen): boolean {
  const { actor } = options;
  // What is meant for the complainant is shown apart; the complaint itself, with its notes, is the office's.
  if (actor.kind === 'complainant') return false;
  if (actor.kind === 'apiClient' && !actor.scopes.includes('complaints:read')) return false;
  return !isHidden(options);
}

interface Seen {
  readonly actor: TenantActor;
  readonly subject: AccessSubject;
  readonly sector: Pick<Sector, 'classification'>;
}

/**
 * Whether the complaint is one that the actor is not even to know of: of a restricted box (the integrity track), seen by
 * the leading role and by those it was given to, never by those it is about.
 */
export function isHidden({ actor, subject, sector }: Seen): boolean {
  const restricted = sector.classification?.restricted?.includes(subject.classification ?? '') ?? false;
  if (actor.kind === 'complainant') return subject.id !== actor.complaintId;
  if (!restricted || actor.kind === 'system') return false;
  if (actor.kind === 'apiClient' || isRecused(actor, subject)) return true;
  return !canReadRestricted(actor) && !isGivenTo(actor, subject);
}

/** Whether the work, or a part in it, was given to the person. */
function isGivenTo({ memberId }: StaffActor, { handler, collaborators, handOvers }: AccessSubject): boolean {
  return (
    handler.memberId === memberId ||
    collaborators.includes(memberId) ||
    handOvers.some(({ status, to }) => status === 'OFFERED' && to.memberId === memberId)
  );
}

/** Whether the actor sees the boxes that a sector restricts. */
export function canReadRestricted(actor: TenantActor): boolean {
  return actor.kind === 'system' || (actor.kind === 'staff' && actor.role === 'SUPERVISOR');
}

/**
 * How much of the complainant's identity the actor sees without a reveal: a named complainant is open to those who
 * work on the case and to the supervisor; a confidential one is masked for everybody until revealed with a reason.
 */
export function identityVisibility(actor: TenantActor, subject: AccessSubject): 'FULL' | 'MASKED' {
  if (subject.disclosure === 'ANONYMOUS') return 'MASKED';
  if (actor.kind === 'system') return 'FULL';
  return subject.disclosure === 'NAMED' && needsToKnow(actor, subject) ? 'FULL' : 'MASKED';
}

/** Whether the actor's work on the complaint needs what concerns people in it. */
export function needsToKnow(actor: TenantActor, subject: AccessSubject): boolean {
  if (actor.kind === 'system') return true;
  if (actor.kind === 'complainant') return false;
  if (isRecused(actor, subject)) return false;
  if (actor.kind === 'apiClient') return actor.scopes.includes('complainants:read');
  if (actor.role === 'SUPERVISOR') return true;
  if (actor.role !== 'HANDLER' && actor.role !== 'DEPARTMENT_LEAD') return false;
  return worksOn(actor, subject) || subject.firstResponder === actor.memberId;
}
