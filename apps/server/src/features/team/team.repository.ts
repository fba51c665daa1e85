import { OPEN_STATUSES, type StaffActor, type Status } from '@huiyin/domain';
import { Conditions } from '../../casework/conditions.ts';
import { STANDING } from '../../casework/standing.ts';
import { onlyVisible } from '../../casework/visibility.ts';
import type { Database } from '../../tenancy/database.ts';

/** Counts of open complaints, all of one moment. */
export interface Tally {
  readonly open: number;
  readonly overdue: number;
  readonly due_soon: number;
  readonly waiting: number;
  readonly attention: number;
}

export interface BoardRow {
  readonly total: Tally & {
    readonly without_due: number;
    readonly hand_overs_waiting: number;
    readonly hand_overs_too_many: number;
    readonly untouched: number;
    readonly drafts: number;
    readonly extendable: number;
  };
  readonly people: readonly (Tally & { readonly handler_id: string | null })[];
  readonly states: readonly { readonly status: Status; readonly count: number }[];
  readonly days: readonly { readonly day: string; readonly count: number }[];
}

const TALLY = (soon: string): string => `count(*)::int as open,
  (count(*) filter (where due_at < now()))::int as overdue,
  (count(*) filter (where due_at >= now() and due_at < ${soon}::timestamptz))::int as due_soon,
  (count(*) filter (where status = 'WAITING_FOR_COMPLAINANT'))::int as waiting,
  (count(*) filter (where cardinality(attention) > 0))::int as attention`;

/**
 * How the open complaints stand that the actor leads, in one statement and so of one moment.
 * @param options.departmentId only those of one department; absent: the whole office
 * @param options.soonBefore what is due before this instant, and has not run out, is due soon
 */
export async function readBoard(
  database: Database,
  options: {
    readonly actor: StaffActor;
    readonly departmentId: string | undefined;
    readonly soonBefore: string;
  },
): Promise<BoardRow> {
  const { actor, departmentId, soonBefore } = options;
  const where = new Conditions();
  onlyVisible(where, actor);
  where.and(`c.status = any(${where.parameter([...OPEN_STATUSES])}::text[])`);
  if (departmentId) where.and(`c.department_id = ${where.parameter(departmentId)}::uuid`);
  const tally = TALLY(where.parameter(soonBefore));
  const [row] = await database.readInTenant<BoardRow & Record<string, unknown>>(actor, {
    name: `team.board.${actor.role}.${departmentId ? 'department' : 'office'}.${actor.departmentId ? 'in' : 'out'}`,
    text: `with seen as materialized (
        select c.handler_id, c.status, c.due_at, c.attention, ${STANDING.handOverWaits} as hand_over,
          ${STANDING.draftWaits} as draft, ${STANDING.extendable} as extendable
        from complaint c where ${where.text}
      )
      select
        (select to_json(t) from (select ${tally},
          (count(*) filter (where due_at is null))::int as without_due,
          (count(*) filter (where hand_over))::int as hand_overs_waiting,
          (count(*) filter (where 'THIRD_HAND_OVER' = any(attention)))::int as hand_overs_too_many,
          (count(*) filter (where 'UNTOUCHED' = any(attention)))::int as untouched,
          (count(*) filter (where draft))::int as drafts,
          (count(*) filter (where extendable))::int as extendable from seen) t) as total,
        (select coalesce(json_agg(p), '[]') from (select handler_id, ${tally} from seen group by handler_id) p) as people,
        (select coalesce(json_agg(s), '[]') from
          (select status, count(*)::int as count from seen group by status) s) as states,
        (select coalesce(json_agg(d order by d.day), '[]') from
          (select (due_at at time zone 'Asia/Shanghai')::date::text as day, count(*)::int as count
            from seen where due_at >= now() group by 1) d) as days`,
    values: where.values,
  });
  if (!row) throw new Error('The board gave no row.');
  return row;
}
