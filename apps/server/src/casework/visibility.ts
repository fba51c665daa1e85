import { canInOffice, canReadRestricted, type StaffActor, type TenantActor } from '@huiyin/domain';
import type { Conditions } from './conditions.ts';

/** The rules of access as conditions over the row `c` of a complaint, so that lists and counts keep to them. */

/** What the actor may see at all: the same as the domain's `canRead`. */
export function onlyVisible(where: Conditions, actor: TenantActor): void {
  if (!canInOffice(actor, 'readComplaints')) where.and('false');
  if (actor.kind === 'system') return;
  where.and(actor.kind === 'staff' ? restrictedFor(where, actor) : 'not c.restricted');
}

/** What is kept from all but some (the domain's `isHidden`), and from those it is about whoever they are. */
function restrictedFor(where: Conditions, actor: StaffActor): string {
  const sees = canReadRestricted(actor) ? 'true' : given(where, actor);
  return `case when c.restricted then ${sees} and not ${recused(where, actor)} else true end`;
}

/** Whether the work, or a part in it, was given to the person. */
function given(where: Conditions, { memberId }: StaffActor): string {
  const member = `${where.parameter(memberId)}::text`;
  const ways = [
    `c.handler_id::text = ${member}`,
    `c.state -> 'collaborators' ? ${member}`,
    `c.state -> 'handOvers' @> jsonb_build_array(jsonb_build_object('status', 'OFFERED',
      'to', jsonb_build_object('memberId', ${member})))`,
  ];
  return `coalesce(${ways.join(' or ')}, false)`;
}

/** Whether the actor is recused from the complaint: the domain's `isRecused`. */
function recused(where: Conditions, { memberId, departmentId }: StaffActor): string {
  const member = `${where.parameter(memberId)}::text`;
  const reasons = [`c.state -> 'recused' ? ${member}`, `c.state #> '{respondent,memberIds}' ? ${member}`];
  if (departmentId) {
    reasons.push(`c.state #>> '{respondent,departmentId}' = ${where.parameter(departmentId)}`);
  }
  return `(${reasons.map((reason) => `coalesce(${reason}, false)`).join(' or ')})`;
}

/**
 * Whether the actor's work needs what concerns people in it: as far as a row tells, and never more than the domain's
 * `needsToKnow`. Lists are narrowed by such things only among complaints of which the caller may know them.
 */
export function needsToKnow(where: Conditions, actor: TenantActor): string {
  if (actor.kind === 'system') return 'true';
  if (actor.kind === 'complainant') return 'false';
  if (actor.kind === 'apiClient') return actor.scopes.includes('complainants:read') ? 'true' : 'false';
  const { memberId, departmentId, role } = actor;
  if (role === 'SUPERVISOR') return `not ${recused(where, actor)}`;
  if (role !== 'HANDLER' && role !== 'DEPARTMENT_LEAD') return 'false';
  const own = where.parameter(memberId);
  const works = [`c.handler_id = ${own}::uuid`, `c.first_responder_id = ${own}::uuid`];
  if (role === 'DEPARTMENT_LEAD' && departmentId) {
    works.push(`c.state #>> '{handler,departmentId}' = ${where.parameter(departmentId)}`);
  }
  return `(${works.join(' or ')}) and not ${recused(where, actor)}`;
}
