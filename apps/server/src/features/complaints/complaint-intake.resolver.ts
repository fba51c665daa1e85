import type { Matter, Refusal } from '@huiyin/domain';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import { v7 as uuidv7 } from 'uuid';
import type { Outcome, RegistrationCall } from '../../casework/calls.ts';
import type { Casework } from '../../casework/casework.ts';
import type { ComplainantDetails } from '../../casework/person.ts';
import { type RequestContext, tenantActor } from '../../graphql/actor-context.ts';
import { uuidOf } from '../../graphql/global-id.ts';
import { detailsFromInput, foreignDetails } from '../../graphql/sector-types.ts';
import { recordedMoney } from '../../graphql/values.ts';
import {
  ComplaintCorrectInput,
  ComplaintRegisterInput,
  ComplaintSplitInput,
  type RespondentInput,
  type SettlementInput,
  withoutNulls,
} from './complaint-inputs.type.ts';
import type { ComplaintMutations } from './complaint-mutations.ts';
import { type Payload, payloadType } from './payload.ts';

const RegisterPayload = payloadType('complaintRegister');
const CorrectPayload = payloadType('complaintCorrect');
const SplitPayload = payloadType('complaintSplit');

/** What a complaint says: registering it, correcting it, and splitting it in two. */
@Resolver()
export class ComplaintIntakeResolver {
  readonly #casework: Casework;
  readonly #mutations: ComplaintMutations;

  constructor(options: { readonly casework: Casework; readonly mutations: ComplaintMutations }) {
    this.#casework = options.casework;
    this.#mutations = options.mutations;
  }

  @Mutation(() => RegisterPayload, {
    description: 'Registers a complaint; with a settlement it is also answered and closed at once.',
  })
  async complaintRegister(
    @Arg('input', () => ComplaintRegisterInput, { description: 'The matter.' }) input: ComplaintRegisterInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    const actor = tenantActor(context);
    const { sector } = await this.#casework.offices.of(actor);
    if (foreignDetails(sector, input.details).length > 0) {
      return this.#mutations.refused([FOREIGN_DETAILS], context);
    }
    const { complainant, receivedAt, idempotencyKey, externalNumber, respondent, settlement, ...given } =
      withoutNulls(input);
    const { details, ...matter } = given;
    const about = respondentFrom(respondent);
    if ('strange' in about) return this.#mutations.unknownId(`respondent.${about.strange}`, context);
    const call: RegistrationCall = {
      ...(complainant ? { complainant: complainant as ComplainantDetails } : {}),
      ...(externalNumber ? { externalNumber } : {}),
      ...(idempotencyKey && !settlement ? { idempotencyKey } : {}),
      asked: input,
      command: {
        type: 'REGISTER',
        ...({ groupSize: 1, demands: [], source: { level: 'DIRECT' }, ...matter } as unknown as Omit<
          Matter,
          'details' | 'respondent'
        >),
        respondent: about,
        details: detailsFromInput(sector, details),
        receivedAt: receivedAt ?? new Date().toISOString(),
      },
    };
    const outcome = settlement
      ? await this.#settle({ context, call, settlement, input })
      : await this.#casework.register(actor, call);
    return this.#mutations.answer({ outcome, actor, context, info });
  }

  @Mutation(() => CorrectPayload, {
    description: 'Corrects what was written down; the history shows both versions.',
  })
  async complaintCorrect(
    @Arg('input', () => ComplaintCorrectInput, { description: 'Which complaint, and what it should say.' })
    input: ComplaintCorrectInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    const actor = tenantActor(context);
    const { sector } = await this.#casework.offices.of(actor);
    const complaintId = uuidOf(input.id, 'Complaint');
    if (!complaintId) return this.#mutations.unknownId('id', context);
    if (foreignDetails(sector, input.changes.details).length > 0) {
      return this.#mutations.refused([{ ...FOREIGN_DETAILS, field: 'changes.details' }], context);
    }
    const { details: _details, respondent, complainant, ...changes } = withoutNulls(input.changes);
    const about = respondent ? respondentFrom(respondent) : undefined;
    if (about && 'strange' in about) {
      return this.#mutations.unknownId(`changes.respondent.${about.strange}`, context);
    }
    const corrected = {
      ...changes,
      // Nulls stay: they take a detail away.
      ...(input.changes.details ? { details: detailsFromInput(sector, input.changes.details) } : {}),
      ...(about ? { respondent: about } : {}),
    } as Partial<Matter>;
    const outcome = await this.#casework.execute(actor, {
      complaintId,
      expectedVersion: input.version ?? undefined,
      idempotencyKey: input.idempotencyKey ?? undefined,
      complainant: complainant as ComplainantDetails | undefined,
      command: { type: 'CORRECT', changes: corrected, reason: input.reason },
    });
    return this.#mutations.answer({ outcome: within(outcome, 'changes', input), actor, context, info });
  }

  @Mutation(() => SplitPayload, {
    description:
      'Registers a part of the matter as a complaint of its own, linked to this one; the payload has the new complaint.',
  })
  async complaintSplit(
    @Arg('input', () => ComplaintSplitInput, { description: 'What goes on by itself.' })
    input: ComplaintSplitInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    const actor = tenantActor(context);
    const complaintId = uuidOf(input.id, 'Complaint');
    if (!complaintId) return this.#mutations.unknownId('id', context);
    const { idempotencyKey, version, reason, kind, content, category, classification, demands } =
      withoutNulls(input);
    const outcome = await this.#casework.together(actor, {
      ...{ idempotencyKey: idempotencyKey ?? undefined, asked: input },
      work: async (tx, office) => {
        const into = uuidv7();
        const split = await this.#casework.executeIn(tx, {
          ...{ actor, office },
          call: {
            ...{ complaintId, expectedVersion: version ?? undefined },
            command: { type: 'SPLIT', into, reason },
          },
        });
        if (!split.ok) return split;
        const whole = split.complaint;
        const { channel, source, disclosure, groupSize, respondent, details, receivedAt, occurredOn } = whole;
        const box = classification ?? (category ? undefined : whole.classification);
        return this.#casework.registerIn(tx, {
          ...{ actor, office },
          call: {
            complaintId: into,
            complainantId: whole.complainantId,
            command: {
              ...{
                type: 'REGISTER',
                channel,
                source,
                disclosure,
                groupSize,
                respondent,
                details,
                receivedAt,
              },
              ...{ demands: demands ?? [], kind, content, splitFrom: complaintId },
              ...(occurredOn ? { occurredOn } : {}),
              ...(category || whole.category ? { category: category ?? whole.category ?? '' } : {}),
              ...(box ? { classification: box } : {}),
            },
          },
        });
      },
    });
    return this.#mutations.answer({ outcome, actor, context, info });
  }

  /** Registration and settlement, both or neither. */
  #settle(options: {
    readonly context: RequestContext;
    readonly call: RegistrationCall;
    readonly settlement: SettlementInput;
    readonly input: ComplaintRegisterInput;
  }): Promise<Outcome> {
    const { context, call, settlement, input } = options;
    const actor = tenantActor(context);
    const { answer, remedy, money, satisfied, cause } = settlement;
    return this.#casework.together(actor, {
      ...{ idempotencyKey: input.idempotencyKey ?? undefined, asked: input },
      work: async (tx, office) => {
        const registered = await this.#casework.registerIn(tx, { actor, office, call });
        if (!registered.ok) return registered;
        const settled = await this.#casework.executeIn(tx, {
          ...{ actor, office },
          call: {
            complaintId: registered.complaint.id,
            command: {
              ...{ type: 'SETTLE_ON_THE_SPOT', answer },
              ...(remedy ? { remedy } : {}),
              ...(money ? { money: recordedMoney(money) } : {}),
              ...(satisfied ? { satisfied } : {}),
              ...(cause ? { cause } : {}),
            },
          },
        });
        return within(settled, 'settlement', settlement);
      },
    });
  }
}

/** Refusals of fields that the input holds one level deeper, with their path in it. */
function within(outcome: Outcome, part: string, input: object): Outcome {
  if (outcome.ok) return outcome;
  const inner = (input as Readonly<Record<string, unknown>>)[part] ?? input;
  const holds = ({ field = '' }: Refusal): boolean => (field.split('.')[0] ?? '') in (inner as object);
  return {
    ...outcome,
    refusals: outcome.refusals.map((refusal) =>
      holds(refusal) ? { ...refusal, field: `${part}.${refusal.field}` } : refusal,
    ),
  };
}

const FOREIGN_DETAILS: Refusal = {
  code: 'INVALID',
  field: 'details',
  message: {
    zh: '只能填写本单位所属行业的详情。',
    en: "Give the details of the organisation's own sector only.",
  },
};

/** A respondent with its ids resolved, or the field of one that is no id of ours. */
function respondentFrom(
  input: RespondentInput | null | undefined,
): Matter['respondent'] | { readonly strange: string } {
  const { id, name, type, departmentId, memberIds } = input ?? {};
  const respondentId = id ? uuidOf(id, 'Respondent') : undefined;
  const department = departmentId ? uuidOf(departmentId, 'Department') : undefined;
  const members = memberIds?.map((memberId) => uuidOf(memberId, 'Member'));
  if (id && !respondentId) return { strange: 'id' };
  if (departmentId && !department) return { strange: 'departmentId' };
  if (members?.includes(undefined)) return { strange: 'memberIds' };
  return {
    ...(respondentId ? { respondentId } : {}),
    ...(name ? { name } : {}),
    ...(type ? { type } : {}),
    ...(department ? { departmentId: department } : {}),
    ...(members ? { memberIds: members.filter((member) => member !== undefined) } : {}),
  };
}
