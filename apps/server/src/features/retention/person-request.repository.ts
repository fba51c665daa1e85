import type { ErasureFate, ErasureSubject, PersonRequestKind, StaffActor } from '@huiyin/domain';
import { Conditions } from '../../casework/conditions.ts';
import { tellsOfHealth, writeHealthLooks } from '../../casework/health-looks.ts';
import type { Office } from '../../casework/office.ts';
import { needsToKnow, onlyVisible } from '../../casework/visibility.ts';
import type { Statement } from '../../tenancy/database.ts';
import type { TenantTransaction } from '../../tenancy/tenant-transaction.ts';
import type { PersonDataRow } from './person-data.ts';

/** A complaint of the person who asks. */
export interface AskedComplaint {
  readonly id: string;
  /** What became of it; absent until it was tried. */
  readonly fate?: ErasureFate;
  readonly until?: string;
}

export interface PersonRequestRow {
  readonly id: string;
  readonly kind: PersonRequestKind;
  readonly reason: string;
  readonly due_on: string;
  readonly opened_by: string;
  readonly opened_at: Date;
  readonly complaints: readonly (AskedComplaint & { readonly number: string })[];
  readonly completed_at: Date | null;
}

const MOST_LISTED = 100;

/** Requests, the newest first, or one of them; of their complaints those that the actor may see. */
export function requestsStatement(actor: StaffActor, id?: string): Statement {
  const where = new Conditions();
  onlyVisible(where, actor);
  const seen = where.text;
  const one = id === undefined ? 'true' : `r.id = ${where.parameter(id)}::uuid`;
  return {
    text: `select r.id, r.kind, r.reason, to_char(r.due_on, 'YYYY-MM-DD') as due_on, r.opened_by, r.opened_at, r.completed_at,
        coalesce((select json_agg(a || jsonb_build_object('number', c.number) order by c.received_at, c.id)
          from jsonb_array_elements(r.complaints) a
          join complaint c on c.tenant_id = r.tenant_id and c.id = (a ->> 'id')::uuid
          where ${seen}), '[]') as complaints
      from person_request r where ${one} order by r.opened_at desc, r.id desc limit ${MOST_LISTED}`,
    values: where.values,
  };
}

/**
 * The complaints of whoever has the number, and the name where one is given, as far as the actor needs to know people in
 * them: spaces, full width and capitals make no other person.
 */
export function findComplaints(
  tx: TenantTransaction,
  options: { readonly actor: StaffActor; readonly digits: string; readonly name: string | undefined },
): Promise<readonly { readonly id: string; readonly confidential: boolean }[]> {
  const { actor, digits, name } = options;
  const where = new Conditions();
  where.and(`c.tenant_id = ${where.parameter(tx.tenantId)}`);
  onlyVisible(where, actor);
  where.and(needsToKnow(where, actor));
  where.and(`c.disclosure <> 'ANONYMOUS'`);
  where.and(`p.phone_digits = ${where.parameter(digits)}`);
  if (name) where.and(`${plainSql('p.name')} = ${plainSql(`${where.parameter(name)}::text`)}`);
  return tx.query({
    text: `select c.id, c.disclosure = 'CONFIDENTIAL' as confidential
      from complaint c join complainant p on p.tenant_id = c.tenant_id and p.id = c.complainant_id
      where ${where.text} order by c.id`,
    values: where.values,
  });
}

const plainSql = (text: string) => `lower(regexp_replace(normalize(${text}, NFKC), '\\s', '', 'g'))`;

export async function addRequest(
  tx: TenantTransaction,
  request: Pick<PersonRequestRow, 'id' | 'kind' | 'reason' | 'due_on' | 'opened_by'> & {
    readonly complaintIds: readonly string[];
  },
): Promise<void> {
  const { id, kind, reason, due_on: dueOn, opened_by: openedBy, complaintIds } = request;
  await tx.query({
    name: 'person-request.add',
    text: `insert into person_request (tenant_id, id, kind, reason, due_on, opened_by, complaints)
      values ($1, $2, $3, $4, $5, $6, $7::jsonb)`,
    values: [
      ...[tx.tenantId, id, kind, reason, dueOn, openedBy],
      JSON.stringify(complaintIds.map((complaintId) => ({ id: complaintId }))),
    ],
  });
}

/** Takes hold of a request of the member's that is not answered yet. */
export async function takeRequest(
  tx: TenantTransaction,
  { id, memberId }: { readonly id: string; readonly memberId: string },
): Promise<
  (Pick<PersonRequestRow, 'kind'> & { readonly complaints: readonly AskedComplaint[] }) | undefined
> {
  const [row] = await tx.query<{ kind: PersonRequestKind; complaints: readonly AskedComplaint[] }>({
    name: 'person-request.take',
    text: `select kind, complaints from person_request
      where tenant_id = $1 and id = $2 and opened_by = $3 and completed_at is null for update`,
    values: [tx.tenantId, id, memberId],
  });
  return row;
}

export async function completeRequest(
  tx: TenantTransaction,
  { id, complaints }: { readonly id: string; readonly complaints: readonly AskedComplaint[] },
): Promise<void> {
  await tx.query({
    name: 'person-request.complete',
    text: `update person_request set completed_at = now(), complaints = $3::jsonb where tenant_id = $1 and id = $2`,
    values: [tx.tenantId, id, JSON.stringify(complaints)],
  });
}

/** What the fate of complaints depends on, with the files that go with each. */
export function readFates(
  tx: TenantTransaction,
  ids: readonly string[],
): Promise<readonly (ErasureSubject & { readonly id: string; readonly files: readonly string[] })[]> {
  return tx.query({
    name: 'person-request.fates',
    text: `select id, status, to_char(status_since at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "statusSince",
        state -> 'held' as held, state -> 'erased' as erased,
        array(select e ->> 'sha256' from jsonb_array_elements(state -> 'evidence') e where e ->> 'kind' = 'FILE') as files
      from complaint where tenant_id = $1 and id = any($2::uuid[]) order by received_at, id`,
    values: [tx.tenantId, [...ids]],
  });
}

/**
 * What is held of the person of a request to see it, which the actor took in and has not answered; where it tells of
 * health, that the actor was shown it.
 */
export async function readPersonData(
  tx: TenantTransaction,
  { id, actor, office }: { readonly id: string; readonly actor: StaffActor; readonly office: Office },
): Promise<readonly PersonDataRow[]> {
  const where = new Conditions();
  onlyVisible(where, actor);
  where.and(needsToKnow(where, actor));
  where.and(`c.erased is distinct from 'PERSONAL_DATA'`);
  const request = [
    `r.tenant_id = ${where.parameter(tx.tenantId)} and r.id = ${where.parameter(id)}::uuid`,
    `r.kind = 'ACCESS' and r.completed_at is null and r.opened_by = ${where.parameter(actor.memberId)}::uuid`,
  ].join(' and ');
  const rows = await tx.query<PersonDataRow>({
    text: `select c.id, c.number, c.received_at, c.state, p.name, p.phone, p.email, p.address, x.privacy_version
      from person_request r cross join jsonb_array_elements(r.complaints) a
      join complaint c on c.tenant_id = r.tenant_id and c.id = (a ->> 'id')::uuid
      left join complainant p on p.tenant_id = c.tenant_id and p.id = c.complainant_id
      left join complaint_access x on x.tenant_id = c.tenant_id and x.complaint_id = c.id
      where ${request} and ${where.text} order by c.received_at, c.id`,
    values: where.values,
  });
  const complaintIds = rows.filter(({ state }) => tellsOfHealth(state, office)).map((row) => row.id);
  await writeHealthLooks(tx, { by: { id: actor.memberId, key: false }, complaintIds, item: '' });
  return rows;
}
