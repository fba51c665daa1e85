import { type Command, NO_SUCH_THING, type Refusal } from '@huiyin/domain';
import type { TenantTransaction } from '../tenancy/tenant-transaction.ts';

/** Somebody or something outside a complaint that a command names by its id. */
interface Reference {
  readonly kind: 'member' | 'department' | 'respondent' | 'complaint' | 'incident';
  readonly id: string;
  /** Path of the input field. */
  readonly field: string;
  /** Work is only given to those who are still there, a complaint to an incident that is not closed. */
  readonly mustBeActive: boolean;
}

/** Commands that give work to somebody, or a complaint to an incident under way. */
const NEEDS_ACTIVE: ReadonlySet<Command['type']> = new Set([
  'ASSIGN',
  'HAND_OVER',
  'ADD_COLLABORATOR',
  'PLAN_ACTION',
  'LINK_INCIDENT',
]);

const KIND_OF_FIELD: Readonly<Record<string, Reference['kind']>> = {
  memberId: 'member',
  ownerMemberId: 'member',
  firstResponder: 'member',
  departmentId: 'department',
  incidentId: 'incident',
};

function referencesOf(command: Command): Reference[] {
  const mustBeActive = NEEDS_ACTIVE.has(command.type);
  const { to, ...own } = command as unknown as Readonly<Record<string, unknown>>;
  // Work is given to an assignment, whose fields stand in the input itself.
  const given = { ...own, ...(typeof to === 'object' ? to : {}) };
  const references: Reference[] = Object.entries(given).flatMap(([field, id]) => {
    const kind = KIND_OF_FIELD[field];
    return kind && typeof id === 'string' ? [{ kind, id, field, mustBeActive }] : [];
  });
  if (command.type === 'MERGE') {
    references.push({ kind: 'complaint', id: command.into, field: 'into', mustBeActive: false });
  }
  const respondent =
    command.type === 'REGISTER'
      ? command.respondent
      : command.type === 'CORRECT'
        ? command.changes.respondent
        : undefined;
  const about = (kind: Reference['kind'], id: string | undefined, field: string): Reference[] =>
    id === undefined ? [] : [{ kind, id, field: `respondent.${field}`, mustBeActive: false }];
  return [
    ...references,
    ...about('respondent', respondent?.respondentId, 'id'),
    ...about('department', respondent?.departmentId, 'departmentId'),
    ...(respondent?.memberIds ?? []).flatMap((id) => about('member', id, 'memberIds')),
  ];
}

/**
 * What a command names that the organisation does not have. Row-level security makes another organisation's the same as
 * nobody's, so that the answer tells nothing.
 */
export async function unknownReferences(
  tx: TenantTransaction,
  command: Command,
): Promise<readonly Refusal[]> {
  const references = referencesOf(command);
  if (references.length === 0) return [];
  const rows = await tx.query<{ field: string }>({
    name: 'casework.unknown-references',
    text: `select distinct r.field
      from jsonb_to_recordset($2::jsonb) as r (kind text, id uuid, field text, "mustBeActive" boolean)
      where not case r.kind
        when 'member' then exists (select 1 from member m
          where m.tenant_id = $1 and m.id = r.id and (m.active or not r."mustBeActive"))
        when 'department' then exists (select 1 from department d
          where d.tenant_id = $1 and d.id = r.id and (d.active or not r."mustBeActive"))
        when 'incident' then exists (select 1 from incident i
          where i.tenant_id = $1 and i.id = r.id and (i.status <> 'CLOSED' or not r."mustBeActive"))
        when 'respondent' then exists (select 1 from respondent p where p.tenant_id = $1 and p.id = r.id)
        else exists (select 1 from complaint c where c.tenant_id = $1 and c.id = r.id)
      end`,
    values: [tx.tenantId, JSON.stringify(references)],
  });
  return rows.map(({ field }) => ({ ...NO_SUCH_THING, field }));
}
