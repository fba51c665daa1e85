import type { FollowUpPlan, VisitPlan, VisitRecord, VisitState } from '@huiyin/domain';
import type { Statement } from '../../tenancy/database.ts';
import type { TenantTransaction } from '../../tenancy/tenant-transaction.ts';
import { SUBJECT_COLUMNS, subjectValues } from './visit-subject.repository.ts';

export interface FollowUpRow {
  readonly id: string;
  readonly text: string;
  readonly ownerId: string;
  readonly ownerName: string;
  readonly dueOn: string;
  readonly doneOn: string | null;
}

export interface VisitRow extends Omit<VisitPlan, 'subjectId'> {
  readonly id: string;
  readonly version: number;
  readonly subjectId: string | null;
  /** Of a party of the register: its name now, and all by which complaints know it. */
  readonly subjectName: string | null;
  readonly subjectNames: readonly string[];
  readonly visitorName: string;
  readonly doneOn: string | null;
  readonly findings: readonly string[];
  readonly followUps: readonly FollowUpRow[];
}

/** An office makes some hundreds in a year. */
const MOST_VISITS = 500;

const IN_STATE: Readonly<Record<VisitState, string>> = {
  PLANNED: 'v.done_on is null and v.planned_on >= $1::date',
  OVERDUE: 'v.done_on is null and v.planned_on < $1::date',
  DONE: 'v.done_on is not null and $1::date is not null',
};

/** Which visits are asked for; absent: whichever. */
export interface VisitsAsked {
  readonly state?: VisitState | undefined;
  /** With something to be put right whose last day is over. */
  readonly followUpsOverdue?: boolean | undefined;
}

const FOLLOW_UP_OVERDUE = `exists (select from visit_follow_up o where o.tenant_id = v.tenant_id
  and o.visit_id = v.id and o.done_on is null and o.due_on < $1::date)`;

/** Visits: those still to be made first, the next one first; then those made, latest first. */
export function visitsStatement({ state, followUpsOverdue = false }: VisitsAsked, today: string): Statement {
  return {
    name: `visit.list.${state ?? 'all'}.${followUpsOverdue}`,
    text: `select v.id, v.version, v.target, v.name, v.reason, v.why, v.visitor_id as "visitorId", m.name as "visitorName",
        v.planned_on::text as "plannedOn", v.done_on::text as "doneOn", v.findings,
        coalesce(r.id, v.department_id, v.site_id) as "subjectId", r.name as "subjectName",
        array(select n.name from respondent n where n.tenant_id = r.tenant_id and r.id in (n.id, n.merged_into)) as "subjectNames",
        (select coalesce(json_agg(json_build_object('id', f.id, 'text', f.text, 'ownerId', f.owner_id,
            'ownerName', o.name, 'dueOn', f.due_on, 'doneOn', f.done_on) order by f.place), '[]')
          from visit_follow_up f join member o on o.tenant_id = f.tenant_id and o.id = f.owner_id
          where f.tenant_id = v.tenant_id and f.visit_id = v.id) as "followUps"
      from visit v join member m on m.tenant_id = v.tenant_id and m.id = v.visitor_id
        left join respondent s on s.tenant_id = v.tenant_id and s.id = v.respondent_id
        left join respondent r on r.tenant_id = s.tenant_id and r.id = coalesce(s.merged_into, s.id)
      where ${state ? IN_STATE[state] : '$1::date is not null'} and ${followUpsOverdue ? FOLLOW_UP_OVERDUE : 'true'}
      order by v.done_on desc nulls first, v.planned_on, v.id limit ${MOST_VISITS}`,
    values: [today],
  };
}

const SUBJECT = Object.values(SUBJECT_COLUMNS);

/** Plans a visit, or changes the plan of one that was not made; `false` when there is none such. */
export async function writePlan(
  tx: TenantTransaction,
  { id, plan, isNew }: { readonly id: string; readonly plan: VisitPlan; readonly isNew: boolean },
): Promise<boolean> {
  const { target, name, reason, why, visitorId, plannedOn } = plan;
  const rows = await tx.query({
    name: isNew ? 'visit.plan' : 'visit.change',
    text: isNew
      ? `insert into visit (tenant_id, id, target, name, reason, why, visitor_id, planned_on, ${SUBJECT.join(', ')})
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) returning id`
      : `update visit set target = $3, name = $4, reason = $5, why = $6, visitor_id = $7, planned_on = $8,
          ${SUBJECT.map((column, place) => `${column} = $${9 + place}`).join(', ')},
          version = version + 1
        where tenant_id = $1 and id = $2 and done_on is null returning id`,
    values: [tx.tenantId, id, target, name, reason, why, visitorId, plannedOn, ...subjectValues(plan)],
  });
  return rows.length > 0;
}

/** Writes down that a visit was made; its target, or nothing when none waits under that id. */
export async function writeRecord(
  tx: TenantTransaction,
  { id, record }: { readonly id: string; readonly record: VisitRecord & { readonly ids: readonly string[] } },
): Promise<string | undefined> {
  const { doneOn, findings, followUps, ids } = record;
  const [visit] = await tx.query<{ name: string }>({
    name: 'visit.record',
    text: `update visit set done_on = $3, findings = $4::jsonb, version = version + 1
      where tenant_id = $1 and id = $2 and done_on is null returning name`,
    values: [tx.tenantId, id, doneOn, JSON.stringify(findings)],
  });
  if (!visit) return undefined;
  const records = followUps.map(({ text, ownerId, dueOn }: FollowUpPlan, place) => ({
    ...{ id: ids[place], place, text, owner_id: ownerId, due_on: dueOn },
  }));
  await tx.query({
    name: 'visit.follow-up',
    text: `insert into visit_follow_up (tenant_id, id, visit_id, place, text, owner_id, due_on)
      select $1, f.id, $2, f.place, f.text, f.owner_id, f.due_on
      from jsonb_to_recordset($3::jsonb) as f (id uuid, place integer, text text, owner_id uuid, due_on date)`,
    values: [tx.tenantId, id, JSON.stringify(records)],
  });
  return visit.name;
}

/** Writes down that something was put right; what it was, or nothing when none waits under that id. */
export async function finishFollowUp(
  tx: TenantTransaction,
  { id, doneOn }: { readonly id: string; readonly doneOn: string },
): Promise<string | undefined> {
  const [done] = await tx.query<{ text: string }>({
    name: 'visit.finish',
    text: `update visit_follow_up set done_on = $3 where tenant_id = $1 and id = $2 and done_on is null
      returning text`,
    values: [tx.tenantId, id, doneOn],
  });
  return done?.text;
}

/** Takes back the plan of a visit that was not made; its target, or nothing. */
export async function removePlan(tx: TenantTransaction, id: string): Promise<string | undefined> {
  const [removed] = await tx.query<{ name: string }>({
    name: 'visit.remove',
    text: 'delete from visit where tenant_id = $1 and id = $2 and done_on is null returning name',
    values: [tx.tenantId, id],
  });
  return removed?.name;
}

/** Whether all of these work here still. */
export async function allWorkHere(tx: TenantTransaction, ids: readonly string[]): Promise<boolean> {
  const wanted = [...new Set(ids)];
  const rows = await tx.query({
    name: 'visit.members',
    text: 'select id from member where tenant_id = $1 and active and id = any($2::uuid[])',
    values: [tx.tenantId, wanted],
  });
  return rows.length === wanted.length;
}
