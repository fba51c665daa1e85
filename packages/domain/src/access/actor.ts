import type { Localized } from '@huiyin/shared';

/** What a person may be in an organisation's complaints office. */
export const ROLES = ['HANDLER', 'DEPARTMENT_LEAD', 'SUPERVISOR', 'ADMINISTRATOR', 'AUDITOR'] as const;
export type Role = (typeof ROLES)[number];
export const ROLE_LABELS: Readonly<Record<Role, Localized>> = {
  HANDLER: { zh: '承办人', en: 'Handler' },
  DEPARTMENT_LEAD: { zh: '部门负责人', en: 'Department lead' },
  SUPERVISOR: { zh: '主管', en: 'Supervisor' },
  ADMINISTRATOR: { zh: '单位管理员', en: 'Administrator' },
  AUDITOR: { zh: '审计员', en: 'Auditor' },
};

/** What an API key may do, per noun: read or write. */
export const SCOPES = [
  'complaints:read',
  'complaints:write',
  'complainants:read',
  'reports:read',
  'reports:write',
  'incidents:read',
  'respondents:read',
  'sites:read',
  'training:read',
  'visits:read',
  'imports:write',
  'organization:read',
  'organization:write',
] as const;
export type Scope = (typeof SCOPES)[number];
export const SCOPE_LABELS: Readonly<Record<Scope, Localized>> = {
  'complaints:read': { zh: '读取投诉件', en: 'Read complaints, complainants masked' },
  'complaints:write': { zh: '登记和办理投诉件', en: 'Register and work on complaints' },
  'complainants:read': { zh: '读取投诉人身份', en: 'Read who complained, unless in confidence' },
  'reports:read': { zh: '读取报告', en: 'Read reports' },
  'reports:write': { zh: '编写报告', en: 'Write reports; publishing stays with people' },
  'incidents:read': { zh: '读取群体性事件', en: 'Read incidents' },
  'respondents:read': { zh: '读取被投诉方名录', en: 'Read the register of respondents' },
  'sites:read': { zh: '读取管理区域名录', en: 'Read sites' },
  'training:read': { zh: '读取培训记录', en: 'Read training' },
  'visits:read': { zh: '读取走访检查', en: 'Read visits' },
  'imports:write': { zh: '导入', en: 'Import spreadsheets' },
  'organization:read': { zh: '读取单位信息', en: 'Read the organisation' },
  'organization:write': { zh: '修改单位信息', en: 'Change the organisation' },
};

/** A member of an organisation, signed in. */
export interface StaffActor {
  readonly kind: 'staff';
  readonly tenantId: string;
  readonly userId: string;
  readonly memberId: string;
  readonly name: string;
  readonly role: Role;
  /** Absent for those who belong to no department (a supervisor, an auditor). */
  readonly departmentId?: string;
  /** Also a cross-sector administrator, and may change over to that. */
  readonly oversees?: true;
}

/** A program that calls with an organisation's API key. */
export interface ApiClientActor {
  readonly kind: 'apiClient';
  readonly tenantId: string;
  readonly keyId: string;
  readonly name: string;
  readonly scopes: readonly Scope[];
}

/** Somebody without a sign-in: the public. */
export interface PublicActor {
  readonly kind: 'public';
}

/**
 * Whoever complained over the public page: known by a complaint's number and secret code, or by nothing while they
 * send a new one. They may do a handful of things to that one complaint and see what is meant for them.
 */
export interface ComplainantActor {
  readonly kind: 'complainant';
  readonly tenantId: string;
  /** The one complaint that is theirs. */
  readonly complaintId: string;
}

/** The product itself, on behalf of one organisation: a timer, an import job started by `onBehalfOf`. */
export interface SystemActor {
  readonly kind: 'system';
  readonly tenantId: string;
  readonly task: string;
  readonly onBehalfOf?: StaffActor | ApiClientActor;
}

/** A cross-sector administrator: sees figures across organisations as far as granted, changes nothing. */
export interface OversightActor {
  readonly kind: 'oversight';
  readonly userId: string;
  readonly name: string;
  /** Also a member of an organisation, and may change over to that. */
  readonly worksInOffice?: true;
}

export type Actor =
  | StaffActor
  | ApiClientActor
  | ComplainantActor
  | PublicActor
  | SystemActor
  | OversightActor;
/** An actor inside one organisation: whoever can reach its complaints at all. */
export type TenantActor = StaffActor | ApiClientActor | ComplainantActor | SystemActor;
