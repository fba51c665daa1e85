import { canInOffice } from '@huiyin/domain';
import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql';
import type { Offices } from '../../casework/office.ts';
import { type RequestContext, tenantActor } from '../../graphql/actor-context.ts';
import { badInput, forbidden } from '../../graphql/errors.ts';
import { toGlobalId } from '../../graphql/global-id.ts';
import { PageArgs, pageOf, placeAsked } from '../../graphql/page.ts';
import type { Database } from '../../tenancy/database.ts';
import { type ProductRow, readProducts } from './product.repository.ts';
import { ProductConnection, ProductFilterInput, ProductType } from './product.type.ts';

const LONGEST_SEARCH = 200;

/** The register of products that complaints name, with the history of their batches. */
@Resolver()
export class ProductResolver {
  readonly #database: Database;
  readonly #offices: Offices;

  constructor(options: { readonly database: Database; readonly offices: Offices }) {
    this.#database = options.database;
    this.#offices = options.offices;
  }

  @Query(() => ProductConnection, {
    description:
      'The products that complaints name, most complained of within a year first; empty where the sector keeps no register of them.',
  })
  async products(
    @Ctx() context: RequestContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => ProductFilterInput, { nullable: true, description: 'Narrows the register.' })
    filter: ProductFilterInput | null,
  ) {
    const actor = tenantActor(context);
    const { locale } = context.request;
    if (!canInOffice(actor, 'readComplaints')) throw forbidden(locale);
    const after = placeAsked(page, { orderedBy: 'int', locale });
    if ((filter?.search?.length ?? 0) > LONGEST_SEARCH) throw badInput(locale, SEARCH_TOO_LONG);
    const { sector } = await this.#offices.of(actor);
    const { productRegister: register } = sector;
    const rows = register
      ? await readProducts(this.#database, {
          ...{ actor, sector, register, first: page.first, after },
          filter: { search: filter?.search?.trim() || undefined, alerted: filter?.alerted ?? undefined },
        })
      : [];
    return pageOf({ rows, page, toNode: presentProduct });
  }

  /** A product of the register. */
  async find(id: string, context: RequestContext): Promise<ProductType | null> {
    const actor = tenantActor(context);
    const { sector } = await this.#offices.of(actor);
    const { productRegister: register } = sector;
    if (!register || !canInOffice(actor, 'readComplaints')) return null;
    const [row] = await readProducts(this.#database, {
      ...{ actor, sector, register, first: 1, after: undefined, filter: { id } },
    });
    return row ? presentProduct(row) : null;
  }
}

function presentProduct({ id: productId, recent, total, last, batches, ...row }: ProductRow): ProductType {
  const { name, number, makers, alerted } = row;
  return Object.assign(new ProductType(), {
    ...{ id: toGlobalId('Product', productId), name, number, makers, alerted },
    ...{ recentComplaints: recent, complaints: total, lastReceivedOn: last },
    batches: batches.map(({ first: firstReceivedOn, last: lastReceivedOn, complaints, ...batch }) => ({
      ...{ ...batch, firstReceivedOn, lastReceivedOn },
      complaints: complaints.map(({ id, number }) => ({ id: toGlobalId('Complaint', id), number })),
    })),
  });
}

const SEARCH_TOO_LONG = {
  zh: '关键词不超过 200 字。',
  en: 'A search has at most 200 characters.',
};
