import { canInOffice, type TenantActor } from '@huiyin/domain';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, ID, Info, Query, Resolver } from 'type-graphql';
import type { Offices } from '../../casework/office.ts';
import { type RequestContext, tenantActor } from '../../graphql/actor-context.ts';
import { forbidden } from '../../graphql/errors.ts';
import { uuidOf } from '../../graphql/global-id.ts';
import { PageArgs, pageOf, placeAsked } from '../../graphql/page.ts';
import { selectedFields } from '../../graphql/selection.ts';
import type { Database } from '../../tenancy/database.ts';
import { ComplaintConnection, ComplaintType } from './complaint.type.ts';
import { ComplaintFilterInput, ComplaintOrderEnum } from './complaint-filter.type.ts';
import { ORDERS, type Order, readComplaint, readComplaints } from './complaint-reads.repository.ts';
import { depthOf } from './depth.ts';
import { filterFrom } from './filter-input.ts';
import { recordHealthLooks } from './health-look.repository.ts';
import { presentComplaint } from './present-complaint.ts';

/** Counting goes no further: past that an exact number helps nobody and costs everybody. */
const MOST_COUNTED = 10_000;

/** Complaints: finding them. */
@Resolver()
export class ComplaintResolver {
  readonly #database: Database;
  readonly #offices: Offices;

  constructor(options: { readonly database: Database; readonly offices: Offices }) {
    this.#database = options.database;
    this.#offices = options.offices;
  }

  @Query(() => ComplaintConnection, {
    description: 'Complaints of the organisation that the caller may see.',
  })
  async complaints(
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
    @Args(() => PageArgs) page: PageArgs,
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
    const after = placeAsked(page, { orderedBy: ORDERS[order].type, locale });
    const office = await this.#offices.of(actor);
    const narrowed = filterFrom(filter, { sector: office.sector, locale });
    const depth = depthOf(selectedFields(info, ['edges', 'node']));
    const wanted = selectedFields(info);
    const { rows, count } = await readComplaints(this.#database, {
      ...{ actor, office, order, first: page.first },
      ...{ filter: narrowed, after },
      depth,
      page: wanted.has('edges') || wanted.has('pageInfo'),
      countTo: wanted.has('totalCount') ? MOST_COUNTED : undefined,
    });
    const listed = pageOf({
      ...{ rows, page },
      toNode: (row) => presentComplaint(row, { actor, office, locale }),
    });
    const shown = listed.edges.map(({ node }) => node);
    await recordHealthLooks(this.#database, { actor, office, depth, shown });
    return { ...listed, totalCount: count === undefined || count === MOST_COUNTED ? null : count };
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
    const office = await this.#offices.of(actor);
    const depth = depthOf(selectedFields(info));
    const row = await readComplaint(this.#database, { actor, office, by, depth });
    if (!row) return null;
    const shown = presentComplaint(row, { actor, office, locale: context.request.locale });
    await recordHealthLooks(this.#database, { actor, office, depth, shown: [shown] });
    return shown;
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
