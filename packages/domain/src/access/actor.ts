/** What a person may be in an organisation's complaints office. */
export const ROLES = ['HANDLER', 'DEPARTMENT_LEAD', 'SUPERVISOR', 'ADMINISTRATOR', 'AUDITOR'] as const;
export type Role = (typeof ROLES)[number];

/** What an API key may do, per noun: read or write. */
export const SCOPES = [
  'complaints:read',
  'complaints:write',
  'complainants:read',
  'reports:read',
  'reports:write',
  'imports:write',
  'organization:read',
  'organization:write',
] as const;
export type Scope = (typeof SCOPES)[number];

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
}

export type Actor = StaffActor | ApiClientActor | PublicActor | SystemActor | OversightActor;
/** An actor inside one organisation: whoever can reach its complaints at all. */
export type TenantActor = StaffActor | ApiClientActor | SystemActor;
