import { canInOffice, decide, NO_SUCH_THING, STATUSES, type StaffActor } from '@huiyin/domain';
import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { contextOf } from '../../casework/decision.ts';
import type { Office, Offices } from '../../casework/office.ts';
import { type RequestContext, tenantActor } from '../../graphql/actor-context.ts';
import { badInput, forbidden } from '../../graphql/errors.ts';
import { toGlobalId, uuidOf } from '../../graphql/global-id.ts';
import type { DepartmentReference, MemberReference } from '../../graphql/references.ts';
import { userErrors } from '../../graphql/user-error.ts';
import type { Database } from '../../tenancy/database.ts';
import { readStates } from './prospects.repository.ts';
import { type BoardRow, readBoard, type Tally } from './team.repository.ts';
import { AssignmentProspectType, TeamBoardType, type TeamWorkloadType } from './team.type.ts';

const SOON_MS = 2 * 86_400_000;
const MOST_AT_ONCE = 100;
/** Roles whose work is complaints: they stand on the board also with nothing in hand. */
const WORKING: ReadonlySet<string> = new Set(['HANDLER', 'DEPARTMENT_LEAD']);
const NOTHING: Tally = { open: 0, overdue: 0, due_soon: 0, waiting: 0, attention: 0 };

/** What those see who lead the work of others. */
@Resolver()
export class TeamResolver {
  readonly #database: Database;
  readonly #offices: Offices;

  constructor(options: { readonly database: Database; readonly offices: Offices }) {
    this.#database = options.database;
    this.#offices = options.offices;
  }

  @Query(() => TeamBoardType, {
    description: 'The open complaints that the caller leads; for department leads and supervisors.',
  })
  async teamBoard(@Ctx() context: RequestContext): Promise<TeamBoardType> {
    const actor = leaderOf(context);
    const office = await this.#offices.of(actor);
    const departmentId = departmentLedBy(actor);
    const soonBefore = new Date(Date.now() + SOON_MS).toISOString();
    const row = await readBoard(this.#database, { actor, departmentId, soonBefore });
    const names = namesIn(office, context);
    const { total, states, days } = row;
    return {
      ...{ department: names.department(departmentId), soonBefore },
      ...{ open: total.open, overdue: total.overdue, dueSoon: total.due_soon, withoutDue: total.without_due },
      handOversWaiting: total.hand_overs_waiting,
      handOversTooMany: total.hand_overs_too_many,
      untouched: total.untouched,
      draftsWaiting: total.drafts,
      extendable: total.extendable,
      people: workloads(row, { office, departmentId, names }),
      states: STATUSES.flatMap((status) => states.find((state) => state.status === status) ?? []),
      days: [...days],
    };
  }

  @Query(() => [AssignmentProspectType], {
    description:
      'What assigning complaints to a member or a department would become of each, due next first: what the caller may not see is left out.',
  })
  async assignmentPreview(
    @Ctx() context: RequestContext,
    @Arg('complaintIds', () => [ID], { description: 'Global ids of complaints; a hundred at most.' })
    complaintIds: string[],
    @Arg('memberId', () => ID, { nullable: true, description: 'Global id of the member.' })
    memberId: string | null,
    @Arg('departmentId', () => ID, { nullable: true, description: 'Global id of the department.' })
    departmentId: string | null,
  ): Promise<AssignmentProspectType[]> {
    const actor = leaderOf(context);
    const { locale } = context.request;
    if (complaintIds.length > MOST_AT_ONCE) throw badInput(locale, TOO_MANY);
    const office = await this.#offices.of(actor);
    const member = memberId ? uuidOf(memberId, 'Member') : undefined;
    const department = departmentId ? uuidOf(departmentId, 'Department') : undefined;
    const unknown = [
      ...(memberId && !office.directory.members.get(member ?? '')?.active ? ['memberId'] : []),
      ...(departmentId && !office.directory.departments.get(department ?? '')?.active
        ? ['departmentId']
        : []),
    ].map((field) => ({ ...NO_SUCH_THING, field }));
    const to = {
      ...(member ? { memberId: member } : {}),
      ...(department ? { departmentId: department } : {}),
    };
    const ids = complaintIds.flatMap((id) => uuidOf(id, 'Complaint') ?? []);
    const rows = await readStates(this.#database, { actor, ids });
    const names = namesIn(office, context);
    return rows.map(({ state, title }) => {
      const decision = decide({
        ...{ id: state.id, state, command: { type: 'ASSIGN', to } },
        context: contextOf({ actor, office }),
      });
      const refusals = unknown.length > 0 ? unknown : decision.ok ? [] : decision.refusals;
      return {
        complaint: { id: toGlobalId('Complaint', state.id), number: state.number },
        ...{ version: state.version, title },
        fromMember: names.member(state.handler.memberId),
        fromDepartment: names.department(state.handler.departmentId),
        refusals: userErrors(refusals, locale),
      };
    });
  }
}

const TOO_MANY = { zh: '一次最多处理 100 件。', en: 'At most a hundred at once.' };

/** @throws UNAUTHENTICATED, FORBIDDEN */
function leaderOf(context: RequestContext): StaffActor {
  const actor = tenantActor(context);
  if (actor.kind !== 'staff' || !canInOffice(actor, 'leadTeam')) throw forbidden(context.request.locale);
  // Who leads no department leads nobody: not the whole office.
  if (actor.role === 'DEPARTMENT_LEAD' && !actor.departmentId)
    throw forbidden(context.request.locale, NO_DEPARTMENT);
  return actor;
}

const NO_DEPARTMENT = {
  zh: '您还没有所属部门，请联系管理员设置。',
  en: 'You belong to no department yet: ask your administrator.',
};

function departmentLedBy({ role, departmentId }: StaffActor): string | undefined {
  return role === 'DEPARTMENT_LEAD' ? departmentId : undefined;
}

interface Names {
  readonly member: (id: string | null | undefined) => MemberReference | null;
  readonly department: (id: string | null | undefined) => DepartmentReference | null;
}

function namesIn({ directory }: Office, { request: { locale } }: RequestContext): Names {
  return {
    member: (id) =>
      id ? { id: toGlobalId('Member', id), name: directory.members.get(id)?.name ?? '—' } : null,
    department: (id) => {
      if (!id) return null;
      const { name = '—', nameEn = null } = directory.departments.get(id) ?? {};
      return { id: toGlobalId('Department', id), name: locale === 'en' ? (nameEn ?? name) : name };
    },
  };
}

/** Everybody who has something in hand, and everybody whose work it is; who has most overdue first. */
function workloads(
  { people }: BoardRow,
  options: { readonly office: Office; readonly departmentId: string | undefined; readonly names: Names },
): TeamWorkloadType[] {
  const { office, departmentId, names } = options;
  const idle = [...office.directory.members.values()].filter(
    (member) =>
      member.active &&
      WORKING.has(member.role) &&
      (departmentId === undefined || member.departmentId === departmentId) &&
      !people.some(({ handler_id: id }) => id === member.id),
  );
  return [...people, ...idle.map(({ id }) => ({ handler_id: id, ...NOTHING }))]
    .sort((a, b) => b.overdue - a.overdue || b.open - a.open)
    .map(({ handler_id: id, open, overdue, due_soon: dueSoon, waiting, attention }) => ({
      member: names.member(id),
      department: names.department(id ? office.directory.members.get(id)?.departmentId : undefined),
      ...{ open, overdue, dueSoon, waiting, attention },
    }));
}
