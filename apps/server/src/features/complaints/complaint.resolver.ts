import { canInOffice, type Matter, type Refusal, type TenantActor } from '@huiyin/domain';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, ID, Info, Int, Mutation, Query, Resolver } from 'type-graphql';
import { v7 as uuidv7 } from 'uuid';
import type { Casework, Outcome } from '../../casework/casework.ts';
import type { Office } from '../../casework/office.ts';
import { type RequestContext, tenantActor } from '../../graphql/actor-context.ts';
import { LARGEST_PAGE, pageOf } from '../../graphql/connection.ts';
import { badInput, forbidden } from '../../graphql/errors.ts';
import { uuidOf } from '../../graphql/global-id.ts';
import {
  type ComplaintDetailsInput,
  detailsFromInput,
  foreignDetails,
  sectorKey,
} from '../../graphql/sector-types.ts';
import { selectedFields } from '../../graphql/selection.ts';
import type { Database } from '../../tenancy/database.ts';
import { ComplaintConnection, ComplaintType } from './complaint.type.ts';
import type { ComplaintFilter } from './complaint-filter.ts';
import {
  ComplaintCorrectInput,
  ComplaintFilterInput,
  ComplaintOrderEnum,
  ComplaintRegisterInput,
  ComplaintSplitInput,
  type RespondentInput,
  SettlementInput,
  withoutNulls,
} from './complaint-inputs.type.ts';
import type { ComplaintMutations } from './complaint-mutations.ts';
import {
  countComplaints,
  ORDERS,
  type Order,
  readComplaint,
  readComplaints,
} from './complaint-reads.repository.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { depthOf } from './depth.ts';
import { type Payload, payloadType } from './payload.ts';
import { presentComplaint } from './present-complaint.ts';

const RegisterPayload = payloadType('ComplaintRegisterPayload');
const CorrectPayload = payloadType('ComplaintCorrectPayload');
const SplitPayload = payloadType('ComplaintSplitPayload');

/** Counting goes no further: past that an exact number helps nobody and costs everybody. */
const MOST_COUNTED = 10_000;

const REFUSED_FOREIGN_DETAILS: Refusal = {
  code: 'INVALID',
  field: 'details',
  message: {
    zh: '只能填写本单位所属行业的详情。',
    en: "Give the details of the organisation's own sector only.",
  },
};

/** Complaints: finding them, registering, correcting and splitting them. */
@Resolver()
export class ComplaintResolver {
  readonly #database: Database;
  readonly #casework: Casework;
  readonly #mutations: ComplaintMutations;

  constructor(options: {
    readonly database: Database;
    readonly casework: Casework;
    readonly mutations: ComplaintMutations;
  }) {
    this.#database = options.database;
    this.#casework = options.casework;
    this.#mutations = options.mutations;
  }

  @Query(() => ComplaintConnection, {
    description: 'Complaints of the organisation that the caller may see.',
  })
  async complaints(
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('first', () => Int, { defaultValue: 20, description: 'How many: 1 to 100.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Cursor after which the page begins.' })
    after: string | null,
    @Arg('filter', () => ComplaintFilterInput, { nullable: true, description: 'Narrows the list.' })
    filter: ComplaintFilterInput | null,
    @Arg('order', () => ComplaintOrderEnum, {
      defaultValue: 'RECEIVED_DESC',
      description: 'Order of the list.',
    })
    order: Order,
  ) {
    const actor = readerOf(context);
    const { locale } = context.request;
    if (!Number.isInteger(first) || first < 1 || first > LARGEST_PAGE) {
      throw badInput(locale, { zh: '每页数量应为 1 到 100。', en: '“first” must be from 1 to 100.' });
    }
    const place = after ? readCursor(after, ORDERS[order].type) : undefined;
    if (after && !place)
      throw badInput(locale, { zh: '游标无效。', en: '“after” is no cursor of this list.' });
    const office = await this.#casework.offices.of(actor);
    const narrowed = filterFrom(filter, office);
    try {
      const selected = selectedFields(info, ['edges', 'node']);
      const wanted = selectedFields(info);
      const rows =
        wanted.has('edges') || wanted.has('pageInfo')
          ? await readComplaints(this.#database, {
              ...{ actor, office, order, first },
              filter: narrowed,
              after: place,
              depth: depthOf(selected),
            })
          : [];
      const page = pageOf({
        rows,
        first,
        after: after ?? undefined,
        toNode: (row) => presentComplaint(row, { actor, office, locale }),
        toCursor: (row) => writeCursor({ key: row.sort_key, id: row.id }),
      });
      const count = wanted.has('totalCount')
        ? await countComplaints(this.#database, { actor, office, filter: narrowed, most: MOST_COUNTED })
        : null;
      return { ...page, totalCount: count === MOST_COUNTED ? null : count };
    } catch (error) {
      if (error instanceof TypeError) {
        throw badInput(locale, {
          zh: '筛选条件无效：图表数字已失效。',
          en: 'The filter names no figure of ours.',
        });
      }
      throw error;
    }
  }

  @Query(() => ComplaintType, {
    nullable: true,
    description:
      'One complaint by its global id or its number; null when there is none that the caller may see.',
  })
  async complaint(
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { nullable: true, description: 'Global id.' }) id: string | null,
    @Arg('number', () => String, { nullable: true, description: 'Human number, instead of the id.' })
    number: string | null,
  ): Promise<ComplaintType | null> {
    const uuid = id ? uuidOf(id, 'Complaint') : undefined;
    if (!uuid && !number) {
      tenantActor(context);
      return null;
    }
    return this.find(uuid ? { id: uuid } : { number: number ?? '' }, context, info);
  }

  /** A complaint that the caller may see, as far as the selection asks for it. */
  async find(
    by: { readonly id: string } | { readonly number: string },
    context: RequestContext,
    info: GraphQLResolveInfo,
  ): Promise<ComplaintType | null> {
    const actor = readerOf(context);
    const office = await this.#casework.offices.of(actor);
    const row = await readComplaint(this.#database, {
      actor,
      office,
      by,
      depth: depthOf(selectedFields(info)),
    });
    return row ? presentComplaint(row, { actor, office, locale: context.request.locale }) : null;
  }

  @Mutation(() => RegisterPayload, {
    description: 'Registers a complaint; with a settlement it is also answered and closed at once.',
  })
  async complaintRegister(
    @Arg('input', () => ComplaintRegisterInput, { description: 'The matter.' }) input: ComplaintRegisterInput,
    @Arg('settlement', () => SettlementInput, {
      nullable: true,
      description: 'Put right at the first contact; all or nothing with the registration.',
    })
    settlement: SettlementInput | null,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    const actor = tenantActor(context);
    const office = await this.#casework.offices.of(actor);
    if (foreignDetails(office.sector, input.details).length > 0) {
      return this.#refused([REFUSED_FOREIGN_DETAILS], context, info);
    }
    const { complainant, receivedAt, idempotencyKey, externalNumber, details, respondent, ...matter } =
      withoutNulls(input);
    const about = respondentFrom(respondent);
    if (!about) return this.#mutations.unknownId('respondent', context);
    const call = {
      complainant: complainant as Record<string, string> | undefined,
      externalNumber: externalNumber ?? undefined,
      idempotencyKey: idempotencyKey ?? undefined,
      asked: input,
      command: {
        type: 'REGISTER' as const,
        ...({ groupSize: 1, demands: [], source: { level: 'DIRECT' }, ...matter } as unknown as Omit<
          Matter,
          'details' | 'respondent'
        >),
        respondent: about,
        details: detailsFromInput(office.sector, details),
        receivedAt: receivedAt ?? new Date().toISOString(),
      },
    };
    const outcome = settlement
      ? await this.#settle({ context, call, settlement: withoutNulls(settlement) })
      : await this.#casework.register(actor, call);
    return this.#mutations.answer({ outcome, actor, context, info });
  }

  @Mutation(() => CorrectPayload, {
    description: 'Corrects what was written down; the history shows both versions.',
  })
  async complaintCorrect(
    @Arg('input', () => ComplaintCorrectInput, { description: 'What is to be corrected.' })
    input: ComplaintCorrectInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    const actor = tenantActor(context);
    const office = await this.#casework.offices.of(actor);
    if (foreignDetails(office.sector, input.changes.details).length > 0) {
      return this.#refused([REFUSED_FOREIGN_DETAILS], context, info);
    }
    const { details, respondent, ...changes } = withoutNulls(input.changes);
    const about = respondent ? respondentFrom(respondent) : undefined;
    if (respondent && !about) return this.#mutations.unknownId('changes.respondent', context);
    const corrected = {
      ...changes,
      ...(details ? { details: detailsFromInput(office.sector, details) } : {}),
      ...(about ? { respondent: about } : {}),
    } as Partial<Matter>;
    return this.#mutations.execute({
      base: input,
      command: { type: 'CORRECT', changes: corrected, reason: input.reason },
      context,
      info,
    });
  }

  @Mutation(() => SplitPayload, {
    description:
      'Registers a part of the matter as a complaint of its own, linked to this one; gives the new complaint.',
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
    const into = uuidv7();
    const outcome = await this.#allOrNothing(() =>
      this.#casework.inOneTransaction(actor, async (tx, office) => {
        const split = must(
          await this.#casework.executeIn(tx, {
            actor,
            office,
            call: {
              complaintId,
              expectedVersion: input.version ?? undefined,
              command: { type: 'SPLIT', into, reason: input.reason },
            },
          }),
        );
        const { channel, source, disclosure, groupSize, respondent, details, receivedAt, complainantId } =
          split;
        const part = await this.#casework.registerIn(tx, {
          actor,
          office,
          call: {
            complaintId: into,
            complainantId,
            idempotencyKey: input.idempotencyKey ?? undefined,
            command: {
              type: 'REGISTER',
              ...{ channel, source, disclosure, groupSize, respondent, details, receivedAt },
              demands: [],
              kind: input.kind,
              content: input.content,
              ...(input.category || split.category
                ? { category: input.category ?? split.category ?? '' }
                : {}),
              splitFrom: complaintId,
            },
          },
        });
        return { ok: true as const, complaint: must(part) };
      }),
    );
    return this.#mutations.answer({ outcome, actor, context, info });
  }

  /** Registration and settlement in one transaction. */
  async #settle(options: {
    readonly context: RequestContext;
    readonly call: Parameters<Casework['register']>[1];
    readonly settlement: SettlementInput;
  }): Promise<Outcome> {
    const actor = tenantActor(options.context);
    const { call, settlement } = options;
    return this.#allOrNothing(() =>
      this.#casework.inOneTransaction(actor, async (tx, office) => {
        const registered = must(await this.#casework.registerIn(tx, { actor, office, call }));
        // The same call again finds the complaint that was settled the first time.
        if (registered.status !== 'REGISTERED') return { ok: true as const, complaint: registered };
        const { answer, remedy, satisfied } = settlement;
        const settled = await this.#casework.executeIn(tx, {
          actor,
          office,
          call: {
            complaintId: registered.id,
            command: {
              type: 'SETTLE_ON_THE_SPOT',
              answer,
              ...(remedy ? { remedy } : {}),
              ...(satisfied ? { satisfied } : {}),
            },
          },
        });
        return { ok: true as const, complaint: must(settled) };
      }),
    );
  }

  /** Gives back the refusal that undid a transaction of several commands. */
  async #allOrNothing(work: () => Promise<Outcome>): Promise<Outcome> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof Undone) return error.outcome;
      throw error;
    }
  }

  #refused(
    refusals: readonly Refusal[],
    context: RequestContext,
    info: GraphQLResolveInfo,
  ): Promise<Payload> {
    const actor = tenantActor(context);
    return this.#mutations.answer({ outcome: { ok: false, refusals }, actor, context, info });
  }
}

/** The caller, who may read complaints. @throws FORBIDDEN for a key without the scope */
function readerOf(context: RequestContext): TenantActor {
  const actor = tenantActor(context);
  if (canInOffice(actor, 'readComplaints')) return actor;
  throw forbidden(context.request.locale, {
    zh: '此密钥没有读取投诉件的权限（complaints:read）。',
    en: 'This key may not read complaints: it lacks the scope complaints:read.',
  });
}

/** Undoes a transaction of several commands when one of them is refused. */
class Undone extends Error {
  readonly outcome: Outcome & { ok: false };
  constructor(outcome: Outcome & { ok: false }) {
    super('A command of the transaction was refused.');
    this.outcome = outcome;
  }
}

function must(outcome: Outcome) {
  if (!outcome.ok) throw new Undone({ ok: false, refusals: outcome.refusals });
  return outcome.complaint;
}

/** A respondent with its ids resolved; `undefined` when one of them is no id of ours. */
function respondentFrom(input: RespondentInput | null | undefined): Matter['respondent'] | undefined {
  const { id, name, type, departmentId, memberIds } = input ?? {};
  const respondentId = id ? uuidOf(id, 'Respondent') : undefined;
  const department = departmentId ? uuidOf(departmentId, 'Department') : undefined;
  const members = memberIds?.map((memberId) => uuidOf(memberId, 'Member'));
  if ((id && !respondentId) || (departmentId && !department) || members?.includes(undefined))
    return undefined;
  return {
    ...(respondentId ? { respondentId } : {}),
    ...(name ? { name } : {}),
    ...(type ? { type } : {}),
    ...(department ? { departmentId: department } : {}),
    ...(members ? { memberIds: members.filter((member) => member !== undefined) } : {}),
  };
}

/** The filter with ids resolved: an id that is none of ours matches nothing. */
function filterFrom(input: ComplaintFilterInput | null, office: Office): ComplaintFilter {
  const NOBODY = '00000000-0000-0000-0000-000000000000';
  const { details, departmentIds, handlerIds, importId, ...rest } = input ?? {};
  const own = (details as ComplaintDetailsInput | null | undefined)?.[sectorKey(office.sector)];
  return {
    ...rest,
    departmentIds: departmentIds?.map((id) => uuidOf(id, 'Department') ?? NOBODY) ?? null,
    handlerIds: handlerIds?.map((id) => uuidOf(id, 'Member') ?? NOBODY) ?? null,
    importId: importId ? (uuidOf(importId, 'Import') ?? NOBODY) : null,
    details: own ?? null,
  };
}
