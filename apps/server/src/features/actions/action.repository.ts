import type { ComplaintState, StaffActor, TenantActor } from '@huiyin/domain';
import { ACTION_COLUMNS, ACTIONS, type ActionRow } from '../../casework/action-sql.ts';
import { Conditions } from '../../casework/conditions.ts';
import { onlyVisible } from '../../casework/visibility.ts';
import type { Listed, Place } from '../../graphql/place-cursor.ts';
import type { Statement } from '../../tenancy/database.ts';

export type ActionStateCode = 'OPEN' | 'OVERDUE' | 'COMPLETED';

/** Which actions are asked for; what is absent narrows nothing. */
export interface ActionsAsked {
  readonly states?: readonly ActionStateCode[] | undefined;
  /** Only those that were given to the person, or to the department that they lead. */
  readonly ownedBy?: StaffActor | undefined;
  readonly memberId?: string | undefined;
  /** Given to the department, or to one of its members. */
  readonly department?: { readonly id: string; readonly memberIds: readonly string[] } | undefined;
  readonly cause?: string | undefined;
  /** One alone, by its id. */
  readonly id?: string | undefined;
}

/** An action with its complaint as its events leave it. */
export interface ListedActionRow extends Listed<ActionRow & { readonly id: string }> {
  readonly state: ComplaintState;
  readonly title: string;
}

/** What is open by its due date, then what was completed, the latest first: one text, so that a cursor can name it. */
const SORT_KEY = `case when a.completed_on is null then '0' || a.due_on::text
  else '1' || (date '9999-12-31' - a.completed_on)::text end`;

export function actionsStatement(options: {
  readonly actor: TenantActor;
  readonly asked: ActionsAsked;
  readonly after: Place | undefined;
  readonly limit: number;
}): Statement {
  const { actor, asked, after, limit } = options;
  const where = conditionsOf(actor, asked);
  if (after)
    where.and(`(${SORT_KEY}, a.id) > (${where.parameter(after.key)}::text, ${where.parameter(after.id)})`);
  return {
    text: `select ${ACTION_COLUMNS}, a.id, ${SORT_KEY} as sort_key, c.state, c.title
      from ${ACTIONS} where ${where.text}
      order by ${SORT_KEY}, a.id limit ${where.parameter(limit)}::int`,
    values: where.values,
  };
}

export function actionCountStatement(actor: TenantActor, asked: ActionsAsked): Statement {
  const where = conditionsOf(actor, asked);
  return { text: `select count(*)::int as count from ${ACTIONS} where ${where.text}`, values: where.values };
}

const STATES: Readonly<Record<ActionStateCode, string>> = {
  OPEN: `a.completed_on is null and a.due_on >= (now() at time zone 'Asia/Shanghai')::date`,
  OVERDUE: `a.completed_on is null and a.due_on < (now() at time zone 'Asia/Shanghai')::date`,
  COMPLETED: 'a.completed_on is not null',
};

function conditionsOf(actor: TenantActor, asked: ActionsAsked): Conditions {
  const { states, ownedBy, memberId, department, cause } = asked;
  const where = new Conditions();
  onlyVisible(where, actor);
  if (states)
    where.and(states.length === 0 ? 'false' : `(${states.map((state) => STATES[state]).join(' or ')})`);
  const owner = `a.action ->> 'ownerMemberId'`;
  if (ownedBy) {
    const ways = [`${owner} = ${where.parameter(ownedBy.memberId)}`];
    if (ownedBy.role === 'DEPARTMENT_LEAD' && ownedBy.departmentId) {
      ways.push(`a.action ->> 'departmentId' = ${where.parameter(ownedBy.departmentId)}`);
    }
    where.and(`(${ways.join(' or ')})`);
  }
  if (memberId !== undefined) where.and(`${owner} = ${where.parameter(memberId)}`);
  if (department) {
    const members = where.parameter([...department.memberIds]);
    where.and(
      `(a.action ->> 'departmentId' = ${where.parameter(department.id)} or ${owner} = any(${members}::text[]))`,
    );
  }
  if (asked.id !== undefined) where.and(`f.key = ${where.parameter(`planned:${asked.id}`)}`);
  if (cause !== undefined) {
    where.and(
      `c.state -> 'causes' @> jsonb_build_array(jsonb_build_object('code', ${where.parameter(cause)}::text))`,
    );
  }
  return where;
}
