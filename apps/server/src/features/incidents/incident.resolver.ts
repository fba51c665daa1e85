import { canInOffice, type IncidentState, type LeadTeam, NO_SUCH_THING, type Refusal } from '@huiyin/domain';
import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import type { Offices } from '../../casework/office.ts';
import type { Answered } from '../../casework/once.ts';
import { type RequestContext, tenantActor } from '../../graphql/actor-context.ts';
import { uuidOf } from '../../graphql/global-id.ts';
import { PageArgs, pageOf, placeAsked } from '../../graphql/page.ts';
import { userErrors } from '../../graphql/user-error.ts';
import type { Database } from '../../tenancy/database.ts';
import { readIncidentPage, readIncidents, readNumbers } from './incident.repository.ts';
import { IncidentConnection, IncidentType } from './incident.type.ts';
import {
  IncidentApproveAnswerInput,
  IncidentChangeInput,
  IncidentCloseInput,
  IncidentDraftAnswerInput,
  IncidentGiveAnswerInput,
  IncidentLinkComplaintsInput,
  IncidentMoveInput,
  IncidentNoteInput,
  IncidentOpenInput,
  IncidentPayload,
  IncidentReopenInput,
  IncidentReturnAnswerInput,
  IncidentUnlinkComplaintsInput,
  type LeadTeamInput,
} from './incident-inputs.type.ts';
import type { Carried, IncidentCall, Incidents } from './incidents.ts';
import { presentIncident, presentLeftBehind } from './present-incident.ts';

const WHICH = { description: 'Which incident, and what it takes.' };

/** Incidents: many complaints, one event. */
@Resolver()
export class IncidentResolver {
  readonly #database: Database;
  readonly #offices: Offices;
  readonly #incidents: Incidents;

  constructor(options: {
    readonly database: Database;
    readonly offices: Offices;
    readonly incidents: Incidents;
  }) {
    this.#database = options.database;
    this.#offices = options.offices;
    this.#incidents = options.incidents;
  }

  @Query(() => IncidentConnection, { description: 'The incidents of the organisation, the newest first.' })
  async incidents(
    @Ctx() context: RequestContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('open', () => Boolean, {
      nullable: true,
      description: 'Only those under way, or only those closed.',
    })
    open: boolean | null,
  ) {
    const actor = tenantActor(context);
    const { locale } = context.request;
    const after = placeAsked(page, { orderedBy: 'timestamptz', locale });
    const office = await this.#offices.of(actor);
    const rows = canInOffice(actor, 'readIncidents')
      ? await readIncidents(this.#database, { actor, first: page.first, after, open: open ?? undefined })
      : [];
    return pageOf({ rows, page, toNode: (row) => presentIncident(row, { actor, office, locale }) });
  }

  @Query(() => IncidentType, {
    nullable: true,
    description: 'One incident with its complaints and what happened; null when there is none.',
  })
  async incident(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID, { description: 'Global id of the incident.' }) id: string,
  ): Promise<IncidentType | null> {
    tenantActor(context);
    const uuid = uuidOf(id, 'Incident');
    return uuid ? this.find(uuid, context) : null;
  }

  /** An incident by its id, whole. */
  async find(id: string, context: RequestContext): Promise<IncidentType | null> {
    const actor = tenantActor(context);
    if (!canInOffice(actor, 'readIncidents')) return null;
    const [row] = await readIncidents(this.#database, { actor, id, first: 1 });
    if (!row) return null;
    const page = await readIncidentPage(this.#database, { actor, id });
    const { locale } = context.request;
    return presentIncident(row, { actor, office: await this.#offices.of(actor), locale }, page);
  }

  @Mutation(() => IncidentPayload, { description: 'Opens an incident and links complaints to it.' })
  async incidentOpen(
    @Arg('input', () => IncidentOpenInput, { description: 'What happened, and who leads.' })
    input: IncidentOpenInput,
    @Ctx() context: RequestContext,
  ): Promise<IncidentPayload> {
    const { title, category, place, respondentName, beganAt, reason, idempotencyKey: key } = input;
    const team = teamOf(input.team);
    const complaintIds = idsOf(input.complaintIds ?? [], 'Complaint');
    if (!team || !complaintIds) return this.payload(unknown(team ? 'complaintIds' : 'team'), context);
    const opened = await this.#incidents.open(tenantActor(context), {
      ...{ key, complaintIds, reason },
      matter: {
        ...{ title, team, reason, beganAt: instantOf(beganAt) ?? new Date().toISOString() },
        ...(category ? { category } : {}),
        ...(place ? { place } : {}),
        ...(respondentName ? { respondentName } : {}),
      },
    });
    return this.payload(opened, context);
  }

  @Mutation(() => IncidentPayload, { description: 'Changes what is said of an incident, and who leads it.' })
  async incidentChange(
    @Arg('input', () => IncidentChangeInput, WHICH) input: IncidentChangeInput,
    @Ctx() context: RequestContext,
  ): Promise<IncidentPayload> {
    const { title, category, place, respondentName, beganAt } = input;
    const team = input.team ? teamOf(input.team) : undefined;
    if (input.team && !team) return this.payload(unknown('team'), context);
    const changes: Partial<IncidentState> = {
      ...(title ? { title } : {}),
      ...(category ? { category } : {}),
      ...(place ? { place } : {}),
      ...(respondentName ? { respondentName } : {}),
      ...(beganAt ? { beganAt: instantOf(beganAt) ?? '' } : {}),
      ...(team ? { team } : {}),
    };
    return this.#with(input, context, (call) =>
      this.#incidents.execute(tenantActor(context), call, { type: 'CHANGE', changes }),
    );
  }

  @Mutation(() => IncidentPayload, {
    description: 'Links complaints; those that cannot be are named, the others are linked.',
  })
  async incidentLinkComplaints(
    @Arg('input', () => IncidentLinkComplaintsInput, WHICH) input: IncidentLinkComplaintsInput,
    @Ctx() context: RequestContext,
  ): Promise<IncidentPayload> {
    return this.#link(input, context, false);
  }

  @Mutation(() => IncidentPayload, { description: 'Takes complaints out of an incident again.' })
  async incidentUnlinkComplaints(
    @Arg('input', () => IncidentUnlinkComplaintsInput, WHICH) input: IncidentUnlinkComplaintsInput,
    @Ctx() context: RequestContext,
  ): Promise<IncidentPayload> {
    return this.#link(input, context, true);
  }

  @Mutation(() => IncidentPayload, { description: 'Writes down how far an incident is.' })
  async incidentNote(
    @Arg('input', () => IncidentNoteInput, WHICH) input: IncidentNoteInput,
    @Ctx() context: RequestContext,
  ): Promise<IncidentPayload> {
    return this.#with(input, context, (call) =>
      this.#incidents.execute(tenantActor(context), call, { type: 'NOTE', text: input.text }),
    );
  }

  @Mutation(() => IncidentPayload, { description: 'Drafts the answer to everybody.' })
  async incidentDraftAnswer(
    @Arg('input', () => IncidentDraftAnswerInput, WHICH) input: IncidentDraftAnswerInput,
    @Ctx() context: RequestContext,
  ): Promise<IncidentPayload> {
    const { text, final } = input;
    return this.#with(input, context, (call) =>
      this.#incidents.execute(tenantActor(context), call, { type: 'DRAFT_ANSWER', text, final }),
    );
  }

  @Mutation(() => IncidentPayload, { description: 'Approves a draft that somebody else wrote.' })
  async incidentApproveAnswer(
    @Arg('input', () => IncidentApproveAnswerInput, WHICH) input: IncidentApproveAnswerInput,
    @Ctx() context: RequestContext,
  ): Promise<IncidentPayload> {
    const { answerId } = input;
    return this.#with(input, context, (call) =>
      this.#incidents.execute(tenantActor(context), call, { type: 'APPROVE_ANSWER', answerId }),
    );
  }

  @Mutation(() => IncidentPayload, { description: 'Sends a draft back to be written anew.' })
  async incidentReturnAnswer(
    @Arg('input', () => IncidentReturnAnswerInput, WHICH) input: IncidentReturnAnswerInput,
    @Ctx() context: RequestContext,
  ): Promise<IncidentPayload> {
    const { answerId, reason } = input;
    return this.#with(input, context, (call) =>
      this.#incidents.execute(tenantActor(context), call, { type: 'RETURN_ANSWER', answerId, reason }),
    );
  }

  @Mutation(() => IncidentPayload, {
    description:
      'Gives the answer to every linked complaint that has not had it, each by its own rules; those that cannot be answered are named.',
  })
  async incidentGiveAnswer(
    @Arg('input', () => IncidentGiveAnswerInput, WHICH) input: IncidentGiveAnswerInput,
    @Ctx() context: RequestContext,
  ): Promise<IncidentPayload> {
    const { answerId, via } = input;
    return this.#with(input, context, (call) =>
      this.#incidents.giveAnswer(tenantActor(context), call, { answerId, via }),
    );
  }

  @Mutation(() => IncidentPayload, {
    description: 'Takes one step with every linked complaint; those that cannot go along are named.',
  })
  async incidentMove(
    @Arg('input', () => IncidentMoveInput, WHICH) input: IncidentMoveInput,
    @Ctx() context: RequestContext,
  ): Promise<IncidentPayload> {
    const { move, remark } = input;
    const memberId = input.memberId ? uuidOf(input.memberId, 'Member') : undefined;
    const departmentId = input.departmentId ? uuidOf(input.departmentId, 'Department') : undefined;
    if (input.memberId && !memberId) return this.payload(unknown('memberId'), context);
    if (input.departmentId && !departmentId) return this.payload(unknown('departmentId'), context);
    const said = remark?.trim();
    const steps = {
      ACCEPT: { type: 'ACCEPT', ...(said ? { reason: said } : {}) },
      CLOSE: { type: 'CLOSE', ...(said ? { summary: said } : {}) },
      ASSIGN: {
        type: 'ASSIGN',
        to: { ...(memberId ? { memberId } : {}), ...(departmentId ? { departmentId } : {}) },
        ...(said ? { reason: said } : {}),
      },
    } as const;
    return this.#with(input, context, (call) =>
      this.#incidents.move(tenantActor(context), call, { move, step: steps[move] }),
    );
  }

  @Mutation(() => IncidentPayload, {
    description: 'Closes an incident whose complaints have all been answered.',
  })
  async incidentClose(
    @Arg('input', () => IncidentCloseInput, WHICH) input: IncidentCloseInput,
    @Ctx() context: RequestContext,
  ): Promise<IncidentPayload> {
    return this.#with(input, context, (call) =>
      this.#incidents.execute(tenantActor(context), call, { type: 'CLOSE', summary: input.summary }),
    );
  }

  @Mutation(() => IncidentPayload, { description: 'Takes a closed incident up again.' })
  async incidentReopen(
    @Arg('input', () => IncidentReopenInput, WHICH) input: IncidentReopenInput,
    @Ctx() context: RequestContext,
  ): Promise<IncidentPayload> {
    return this.#with(input, context, (call) =>
      this.#incidents.execute(tenantActor(context), call, { type: 'REOPEN', reason: input.reason }),
    );
  }

  #link(input: IncidentLinkComplaintsInput, context: RequestContext, out: boolean): Promise<IncidentPayload> {
    const complaintIds = idsOf(input.complaintIds, 'Complaint');
    return this.#with(input, context, async (call) =>
      complaintIds
        ? this.#incidents.link(tenantActor(context), call, { complaintIds, reason: input.reason, out })
        : unknown('complaintIds'),
    );
  }

  async #with(
    input: { readonly id: string; readonly version?: number | null; readonly idempotencyKey?: string | null },
    context: RequestContext,
    work: (call: IncidentCall) => Promise<Answered<Carried>>,
  ): Promise<IncidentPayload> {
    // Who calls is looked at before what they ask about.
    tenantActor(context);
    const id = uuidOf(input.id, 'Incident');
    if (!id) return this.payload(unknown('id'), context);
    return this.payload(await work({ id, version: input.version, key: input.idempotencyKey }), context);
  }

  /** What a call about an incident answers. */
  async payload(done: Answered<Carried>, context: RequestContext): Promise<IncidentPayload> {
    const { locale } = context.request;
    if (!done.ok) return { incident: null, course: null, userErrors: userErrors(done.refusals, locale) };
    const { id, leftBehind } = done.answer;
    const incident = await this.find(id, context);
    const numbers = await this.#numbersOf(leftBehind, context);
    const course = { leftBehind: presentLeftBehind(leftBehind, numbers, locale) };
    return { incident, course, userErrors: [] };
  }

  async #numbersOf(
    leftBehind: Carried['leftBehind'],
    context: RequestContext,
  ): Promise<ReadonlyMap<string, string>> {
    if (leftBehind.length === 0) return new Map();
    const ids = leftBehind.map(({ complaintId }) => complaintId);
    const rows = await readNumbers(this.#database, { actor: tenantActor(context), ids });
    return new Map(rows.map(({ id, number }) => [id, number]));
  }
}

/** The lead team of an input; `undefined` when an id in it is none. */
export function teamOf({ departmentId, memberIds }: LeadTeamInput): LeadTeam | undefined {
  const department = departmentId ? uuidOf(departmentId, 'Department') : undefined;
  const members = idsOf(memberIds ?? [], 'Member');
  if (!members || (departmentId && !department)) return undefined;
  return { ...(department ? { departmentId: department } : {}), memberIds: members };
}

/** The UUIDs of global ids; `undefined` when one of them is none of that type. */
function idsOf(globalIds: readonly string[], type: string): readonly string[] | undefined {
  const ids = globalIds.flatMap((id) => uuidOf(id, type) ?? []);
  return ids.length === globalIds.length ? ids : undefined;
}

/** The answer to an id that is none. */
export function unknown(field: string): Answered<never> {
  const refusal: Refusal = { ...NO_SUCH_THING, field };
  return { ok: false, refusals: [refusal] };
}

/** What the scalar gives, as events keep it. */
export function instantOf(value: string | Date | null | undefined): string | undefined {
  return value ? new Date(value).toISOString() : undefined;
}
