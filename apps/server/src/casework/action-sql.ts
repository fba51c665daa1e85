import { type ActionLine, EFFECT_DAYS } from '@huiyin/domain';
import { maskWords } from './masking.ts';

/** `$n` of a value. */
type Parameter = (value: unknown) => string;

const DAY = (at: string) => `((${at})::timestamptz at time zone 'Asia/Shanghai')::date`;
const TODAY = DAY('now()');

/** The corrective action that a fact `f` of a complaint `c` is about, as the complaint has it now. */
export const ACTION_OF_FACT = `(select item from jsonb_array_elements(c.state -> 'correctiveActions') as item
  where item ->> 'id' = split_part(f.key, ':', 2))`;

/**
 * Every corrective action `a` of complaints `c`, with the complainant `p` for masking. `a.action` is the action as it is
 * kept; `due_on`, `planned_on` and `completed_on` are days in China.
 */
export const ACTIONS = `complaint_fact f
  join complaint c on c.tenant_id = f.tenant_id and c.id = f.complaint_id
  left join complainant p on p.tenant_id = c.tenant_id and p.id = c.complainant_id
  cross join lateral (
    select item as action, item ->> 'id' as id, (item ->> 'dueOn')::date as due_on, f.on_date as planned_on,
      ${DAY(`item ->> 'completedAt'`)} as completed_on
    from jsonb_array_elements(c.state -> 'correctiveActions') as item
    where f.measure = 'ACTION_PLANNED' and item ->> 'id' = split_part(f.key, ':', 2)
  ) as a`;

/** Columns of {@link ACTIONS} from which {@link actionLine} makes a line: with the counts before and after. */
export const ACTION_COLUMNS = `c.id as complaint_id, coalesce(c.external_number, c.number) as number, a.action,
  p.name as complainant_name, a.due_on::text, a.planned_on::text, a.completed_on::text,
  coalesce((select array_agg(cause ->> 'code') from jsonb_array_elements(c.state -> 'causes') as cause), '{}') as causes,
  c.state #>> '{respondent,departmentId}' as department_id, c.respondent_name,
  ${received(`a.planned_on - ${EFFECT_DAYS}`, 'a.planned_on - 1')} as before,
  ${received('a.completed_on + 1', `a.completed_on + ${EFFECT_DAYS}`)} as after,
  coalesce(a.completed_on + ${EFFECT_DAYS} < ${TODAY}, false) as over`;

/** Complaints of the same causes and the same department or party, as the domain's `effectQueries` says. */
function received(from: string, to: string): string {
  return `(select count(*)::int from complaint_fact r
    join complaint o on o.tenant_id = r.tenant_id and o.id = r.complaint_id
    where a.completed_on is not null and r.tenant_id = f.tenant_id and r.measure = 'RECEIVED'
      and r.on_date between ${from} and ${to}
      and o.dimensions -> 'cause' ?| (select array_agg(cause ->> 'code')
        from jsonb_array_elements(c.state -> 'causes') as cause)
      and case when c.state #>> '{respondent,departmentId}' is not null
        then o.dimensions ->> 'department' = c.state #>> '{respondent,departmentId}'
        when c.respondent_name is not null then o.dimensions ->> 'respondent' = c.respondent_name
        else true end)`;
}

/** The last day of a period as far as it is over: nothing is overdue tomorrow. */
export function lastDay(to: string, parameter: Parameter): string {
  return `least(${parameter(to)}::date, ${TODAY} - 1)`;
}

/** A row of {@link ACTION_COLUMNS}. */
export interface ActionRow {
  readonly complaint_id: string;
  readonly number: string;
  readonly action: {
    readonly id: string;
    readonly text: string;
    readonly proof?: string;
    readonly ownerMemberId?: string;
    readonly departmentId?: string;
  };
  readonly complainant_name: string | null;
  readonly due_on: string;
  readonly planned_on: string;
  readonly completed_on: string | null;
  readonly causes: readonly string[];
  readonly department_id: string | null;
  readonly respondent_name: string | null;
  readonly before: number;
  readonly after: number;
  readonly over: boolean;
}

/** An action with the complainant masked in its words: those who read lists need the matter and not the people. */
export function actionLine(row: ActionRow): ActionLine {
  const { action, before, after, over, causes, number } = row;
  return {
    ...{ complaintId: row.complaint_id, number, causes, before, after, over },
    text: maskWords(action.text, row.complainant_name),
    ownerMemberId: action.ownerMemberId ?? null,
    ownerDepartmentId: action.departmentId ?? null,
    ...{ dueOn: row.due_on, plannedOn: row.planned_on, completedOn: row.completed_on },
    ...{ departmentId: row.department_id, respondentName: row.respondent_name },
  };
}
