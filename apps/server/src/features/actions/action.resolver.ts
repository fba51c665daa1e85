import { canInOffice, type TenantActor } from '@huiyin/domain';
import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql';
import type { Office, Offices } from '../../casework/office.ts';
import { type RequestContext, tenantActor } from '../../graphql/actor-context.ts';
import { forbidden } from '../../graphql/errors.ts';
import { uuidOf } from '../../graphql/global-id.ts';
import { PageArgs, pageOf, placeAsked } from '../../graphql/page.ts';
import type { Database } from '../../tenancy/database.ts';
import {
  type ActionsAsked,
  actionCountStatement,
  actionsStatement,
  type ListedActionRow,
} from './action.repository.ts';
import {
  CorrectiveActionFilterInput,
  PlannedActionConnection,
  type PlannedActionType,
} from './action.type.ts';
import { presentAction } from './present-action.ts';

/** An id that nothing has: what is asked of somebody who is not of the organisation is nothing. */
const NOBODY = '';

/** The corrective actions of all complaints. */
@Resolver()
export class ActionResolver {
  readonly #database: Database;
  readonly #offices: Offices;

  constructor(options: { readonly database: Database; readonly offices: Offices }) {
    this.#database = options.database;
    this.#offices = options.offices;
  }

  @Query(() => PlannedActionConnection, {
    description: 'The corrective actions of the complaints that the caller may see, those due first.',
  })
  async correctiveActions(
    @Ctx() context: RequestContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => CorrectiveActionFilterInput, { nullable: true, description: 'Which of them.' })
    filter: CorrectiveActionFilterInput | null,
  ) {
    const actor = tenantActor(context);
    const { locale } = context.request;
    if (!canInOffice(actor, 'readComplaints')) throw forbidden(locale);
    const after = placeAsked(page, { orderedBy: 'text', locale });
    const office = await this.#offices.of(actor);
    const asked = askedBy(filter ?? {}, { actor, office });
    const [rows = [], counts = []] = await this.#database.readAllInTenant(actor, [
      actionsStatement({ actor, asked, after, limit: page.first + 1 }),
      actionCountStatement(actor, asked),
    ]);
    return {
      ...pageOf({
        rows: rows as unknown as ListedActionRow[],
        page,
        toNode: (row) => presentAction(row, { actor, office, locale }),
      }),
      totalCount: Number(counts[0]?.['count'] ?? 0),
    };
  }

  /** An action of a complaint that the caller may see. */
  async find(id: string, context: RequestContext): Promise<PlannedActionType | null> {
    const actor = tenantActor(context);
    const { locale } = context.request;
    const office = await this.#offices.of(actor);
    const [row] = await this.#database.readInTenant(
      actor,
      actionsStatement({ actor, asked: { id }, after: undefined, limit: 1 }),
    );
    return row ? presentAction(row as unknown as ListedActionRow, { actor, office, locale }) : null;
  }
}

function askedBy(
  { states, mine, led, memberId, departmentId, cause }: CorrectiveActionFilterInput,
  { actor, office }: { readonly actor: TenantActor; readonly office: Office },
): ActionsAsked {
  const staff = actor.kind === 'staff' ? actor : undefined;
  const ledDepartment = staff?.role === 'DEPARTMENT_LEAD' ? staff.departmentId : undefined;
  const department = departmentId
    ? (uuidOf(departmentId, 'Department') ?? NOBODY)
    : led
      ? ledDepartment
      : undefined;
  const members = [...office.directory.members.values()].filter((each) => each.departmentId === department);
  return {
    states: states ?? undefined,
    ownedBy: mine ? staff : undefined,
    memberId: memberId ? (uuidOf(memberId, 'Member') ?? NOBODY) : undefined,
    department:
      department === undefined ? undefined : { id: department, memberIds: members.map(({ id }) => id) },
    cause: cause ?? undefined,
  };
}
