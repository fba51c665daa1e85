import {
  ERASURE_FATE_LABELS,
  localDateOf,
  PERSON_REQUEST_BASES,
  PERSON_REQUEST_LABELS,
  type TenantActor,
} from '@huiyin/domain';
import { inLocale } from '@huiyin/shared';
import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { Office, Offices } from '../../casework/office.ts';
import type { Answered } from '../../casework/once.ts';
import { type RequestContext, tenantActor } from '../../graphql/actor-context.ts';
import { forbidden } from '../../graphql/errors.ts';
import { toGlobalId, uuidOf } from '../../graphql/global-id.ts';
import { userErrors } from '../../graphql/user-error.ts';
import type { PersonRequestRow } from './person-request.repository.ts';
import {
  PersonRequestCompleteInput,
  PersonRequestCompletePayload,
  PersonRequestEraseInput,
  PersonRequestErasePayload,
  PersonRequestOpenInput,
  PersonRequestOpenPayload,
  PersonRequestType,
} from './person-request.type.ts';
import { mayAnswer, type PersonRequests } from './person-requests.ts';

const WHICH = { description: 'Which request.' };
/** What is no id at all is answered as the id of nothing. */
const NOBODYS = '00000000-0000-0000-0000-000000000000';

/** What people ask of their personal data. */
@Resolver()
export class PersonRequestResolver {
  readonly #requests: PersonRequests;
  readonly #offices: Offices;

  constructor(options: { readonly requests: PersonRequests; readonly offices: Offices }) {
    this.#requests = options.requests;
    this.#offices = options.offices;
  }

  @Query(() => [PersonRequestType], {
    description: 'What people asked of their personal data, the newest hundred; for supervisors.',
  })
  async personRequests(@Ctx() context: RequestContext): Promise<PersonRequestType[]> {
    const actor = tenantActor(context);
    if (!mayAnswer(actor)) throw forbidden(context.request.locale);
    return this.#list(actor, context);
  }

  @Mutation(() => PersonRequestOpenPayload, {
    description: 'Finds a person across their complaints, for what they ask of their data.',
  })
  async personRequestOpen(
    @Arg('input', () => PersonRequestOpenInput, { description: 'Who asks what.' })
    input: PersonRequestOpenInput,
    @Ctx() context: RequestContext,
  ): Promise<PersonRequestOpenPayload> {
    const { kind, phone, name, reason, dueOn, idempotencyKey: key } = input;
    const asking = { kind, phone, reason, key, name: name ?? undefined, dueOn: dueOn ?? undefined };
    return this.#payload(await this.#requests.open(tenantActor(context), asking), context);
  }

  @Mutation(() => PersonRequestCompletePayload, {
    description: 'Says that what somebody asked to see was handed over to them.',
  })
  async personRequestComplete(
    @Arg('input', () => PersonRequestCompleteInput, WHICH) input: PersonRequestCompleteInput,
    @Ctx() context: RequestContext,
  ): Promise<PersonRequestCompletePayload> {
    const id = uuidOf(input.id, 'PersonRequest') ?? NOBODYS;
    const done = await this.#requests.complete(tenantActor(context), { id, key: input.idempotencyKey });
    return this.#payload(done, context);
  }

  @Mutation(() => PersonRequestErasePayload, {
    description:
      'Erases the complaints of a person whose period is over, and says of each other why it stays.',
  })
  async personRequestErase(
    @Arg('input', () => PersonRequestEraseInput, WHICH) input: PersonRequestEraseInput,
    @Ctx() context: RequestContext,
  ): Promise<PersonRequestErasePayload> {
    const id = uuidOf(input.id, 'PersonRequest') ?? NOBODYS;
    const done = await this.#requests.erase(tenantActor(context), { id, key: input.idempotencyKey });
    return this.#payload(done, context);
  }

  async #payload(done: Answered<string>, context: RequestContext): Promise<PersonRequestOpenPayload> {
    if (!done.ok) {
      return { personRequest: null, userErrors: userErrors(done.refusals, context.request.locale) };
    }
    const requests = await this.#list(tenantActor(context), context);
    const id = toGlobalId('PersonRequest', done.answer);
    return { personRequest: requests.find((each) => each.id === id) ?? null, userErrors: [] };
  }

  async #list(actor: TenantActor, context: RequestContext): Promise<PersonRequestType[]> {
    if (!mayAnswer(actor)) return [];
    const office = await this.#offices.of(actor);
    const rows = await this.#requests.list(actor);
    return rows.map((row) => presentRequest(row, { office, context, memberId: actor.memberId }));
  }
}

function presentRequest(
  row: PersonRequestRow,
  options: { readonly office: Office; readonly context: RequestContext; readonly memberId: string },
): PersonRequestType {
  const { office, context, memberId } = options;
  const { locale } = context.request;
  const {
    id,
    kind,
    reason,
    due_on: dueOn,
    opened_by: by,
    opened_at: openedAt,
    completed_at: completedAt,
  } = row;
  const today = localDateOf(new Date().toISOString(), office.calendar.timeZone);
  return {
    ...{ id: toGlobalId('PersonRequest', id), kind, reason, dueOn, openedAt, completedAt },
    ...{
      label: inLocale(PERSON_REQUEST_LABELS[kind], locale),
      basis: inLocale(PERSON_REQUEST_BASES[kind], locale),
    },
    openedBy: { id: toGlobalId('Member', by), name: office.directory.members.get(by)?.name ?? '—' },
    own: by === memberId,
    overdue: completedAt === null && dueOn < today,
    complaints: row.complaints.map(({ id: complaintId, number, fate, until }) => ({
      complaint: { id: toGlobalId('Complaint', complaintId), number },
      ...{ fate: fate ?? null, until: until ?? null },
      why: fate ? inLocale(ERASURE_FATE_LABELS[fate], locale) : null,
    })),
  };
}
