import { canInOffice, type TenantActor } from '@huiyin/domain';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, ID, Info, Query, Resolver } from 'type-graphql';
import type { Offices } from '../../casework/office.ts';
import { type RequestContext, tenantActor } from '../../graphql/actor-context.ts';
import { toGlobalId, uuidOf } from '../../graphql/global-id.ts';
import { selectedFields } from '../../graphql/selection.ts';
import type { Database } from '../../tenancy/database.ts';
import { ComplaintType } from './complaint.type.ts';
import { type ComplaintReadRow, readComplaint } from './complaint-reads.repository.ts';
import { depthOf } from './depth.ts';
import { presentComplaint } from './present-complaint.ts';
import { readAlike, readKnownPeople, readRelated } from './related.repository.ts';
import { KnownComplainantType, RelatedComplaintsType, SimilarComplaintsInput } from './related.type.ts';

const RELATIONS = ['sameComplainant', 'sameRespondent', 'similar'] as const;

/** Complaints that shed light on one another, and callers whom the office knows. */
@Resolver()
export class RelatedResolver {
  readonly #database: Database;
  readonly #offices: Offices;

  constructor(options: { readonly database: Database; readonly offices: Offices }) {
    this.#database = options.database;
    this.#offices = options.offices;
  }

  @Query(() => RelatedComplaintsType, {
    nullable: true,
    description: 'What else is known around a complaint; null when there is none that the caller may see.',
  })
  async relatedComplaints(
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { description: 'Global id of the complaint.' }) id: string,
  ): Promise<RelatedComplaintsType | null> {
    const actor = tenantActor(context);
    const office = await this.#offices.of(actor);
    const uuid = uuidOf(id, 'Complaint');
    const known = uuid
      ? await readComplaint(this.#database, { actor, office, by: { id: uuid }, depth: depthOf(new Set()) })
      : undefined;
    if (!known) return null;
    const depth = depthOf(new Set(RELATIONS.flatMap((path) => [...selectedFields(info, [path])])));
    const related = await readRelated(this.#database, { actor, known, depth });
    const present = await this.#presenter(actor, context);
    return {
      sameComplainant: related.sameComplainant.map(present),
      sameRespondent: related.sameRespondent.map(present),
      similar: related.similar.map(present),
    };
  }

  @Query(() => [ComplaintType], {
    description: 'Open complaints like a matter that is being written down, most alike first.',
  })
  async similarComplaints(
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => SimilarComplaintsInput, { description: 'The matter so far.' })
    input: SimilarComplaintsInput,
  ): Promise<ComplaintType[]> {
    const actor = tenantActor(context);
    const { content, category, respondentName } = input;
    const rows = await readAlike(this.#database, {
      ...{ actor, depth: depthOf(selectedFields(info)) },
      matter: {
        ...{ text: content.slice(0, LONGEST_COMPARED), receivedAt: new Date(), openOnly: true },
        ...(category ? { category } : {}),
        ...(respondentName ? { respondentName } : {}),
      },
    });
    return rows.map(await this.#presenter(actor, context));
  }

  @Query(() => [KnownComplainantType], {
    description:
      'People who have complained by name, by the beginning of their name or number: only those whom the caller is shown.',
  })
  async knownComplainants(
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('search', () => String, {
      description: 'A name (two letters) or a number (four digits), or more of it.',
    })
    search: string,
  ): Promise<KnownComplainantType[]> {
    const actor = tenantActor(context);
    if (!canInOffice(actor, 'readComplaints')) return [];
    const depth = depthOf(selectedFields(info, ['complaints']));
    const people = await readKnownPeople(this.#database, { actor, search, depth });
    const present = await this.#presenter(actor, context);
    return people.map(({ id, name, phone, complaints }) => ({
      ...{ id: toGlobalId('Complainant', id), name, phone },
      complaints: complaints.map(present),
    }));
  }

  async #presenter(actor: TenantActor, context: RequestContext) {
    const office = await this.#offices.of(actor);
    return (row: ComplaintReadRow) =>
      presentComplaint(row, { actor, office, locale: context.request.locale });
  }
}

/** Characters of what was said that are compared: the rest says no more. */
const LONGEST_COMPARED = 2_000;
