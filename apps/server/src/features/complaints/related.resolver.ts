import { canInOffice, LIKELY_FROM, type TenantActor, whyAlike } from '@huiyin/domain';
import { inLocale } from '@huiyin/shared';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, ID, Info, Query, Resolver } from 'type-graphql';
import type { Offices } from '../../casework/office.ts';
import { type RequestContext, tenantActor } from '../../graphql/actor-context.ts';
import { toGlobalId, uuidOf } from '../../graphql/global-id.ts';
import { detailsFromInput } from '../../graphql/sector-types.ts';
import { selectedFields } from '../../graphql/selection.ts';
import type { Database } from '../../tenancy/database.ts';
import { type ComplaintReadRow, type Depth, readComplaint } from './complaint-reads.repository.ts';
import { depthOf } from './depth.ts';
import { recordHealthLooks } from './health-look.repository.ts';
import { presentComplaint } from './present-complaint.ts';
import { readKnownPeople, readRelated, readToCompare } from './related.repository.ts';
import {
  KnownComplainantType,
  RelatedComplaintsType,
  SimilarComplaintsInput,
  SimilarComplaintType,
} from './related.type.ts';
import { type Matter, readSimilar } from './similar.repository.ts';

const RELATIONS = ['sameComplainant', 'sameRespondent'] as const;

interface SimilarAsked {
  readonly actor: TenantActor;
  readonly context: RequestContext;
  readonly depth: Depth;
  readonly matter: Matter;
}

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
    const sameComplainant = related.sameComplainant.map(present);
    const sameRespondent = related.sameRespondent.map(present);
    const shown = [...sameComplainant, ...sameRespondent];
    await recordHealthLooks(this.#database, { actor, office, depth, shown });
    return {
      ...{ sameComplainant, sameRespondent },
      similar: await this.#similarTo(known, {
        ...{ actor, context },
        depth: depthOf(selectedFields(info, ['similar', 'complaint'])),
      }),
    };
  }

  @Query(() => [SimilarComplaintType], {
    description: 'Open complaints that may be about the same trouble as a matter that is being written down.',
  })
  async similarComplaints(
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => SimilarComplaintsInput, { description: 'The matter so far.' })
    input: SimilarComplaintsInput,
  ): Promise<SimilarComplaintType[]> {
    const actor = tenantActor(context);
    const { sector } = await this.#offices.of(actor);
    const { content, category = null, respondentName = null, complainantId, details } = input;
    return this.#similar({
      ...{ actor, context, depth: depthOf(selectedFields(info, ['complaint'])) },
      matter: {
        ...{ content, category, respondentName, complainantName: null, openOnly: true },
        complainantId: complainantId ? uuidOf(complainantId, 'Complainant') : undefined,
        ...{ parties: [respondentName], details: detailsFromInput(sector, details), receivedAt: new Date() },
      },
    });
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
    const known = people.map(({ id, name, phone, complaints }) => ({
      ...{ id: toGlobalId('Complainant', id), name, phone },
      complaints: complaints.map(present),
    }));
    const office = await this.#offices.of(actor);
    const shown = known.flatMap(({ complaints }) => complaints);
    await recordHealthLooks(this.#database, { actor, office, depth, shown });
    return known;
  }

  async #similarTo(known: ComplaintReadRow, asked: Omit<SimilarAsked, 'matter'>) {
    const { id, category, respondent_id: respondentId, respondent_name: respondentName } = known;
    const whole = await readToCompare(this.#database, { actor: asked.actor, id });
    if (!whole) return [];
    return this.#similar({
      ...asked,
      matter: {
        ...{ except: id, openOnly: false, category, respondentId, respondentName },
        ...{ content: whole.content, details: whole.details, receivedAt: known.received_at },
        complainantName: whole.complainant_name,
        complainantId: whole.complainant_id ?? undefined,
        parties: [respondentName, whole.department_id],
      },
    });
  }

  async #similar({ actor, context, depth, matter }: SimilarAsked): Promise<SimilarComplaintType[]> {
    const office = await this.#offices.of(actor);
    const { sector } = office;
    const similar = await readSimilar(this.#database, { actor, sector, matter, depth });
    const present = await this.#presenter(actor, context);
    const known = similar.map(({ row, likeness }) => ({
      complaint: present(row),
      likeness: likeness.score,
      likely: likeness.score >= LIKELY_FROM,
      why: inLocale(whyAlike(likeness, sector), context.request.locale),
    }));
    const shown = known.map(({ complaint }) => complaint);
    await recordHealthLooks(this.#database, { actor, office, depth, shown });
    return known;
  }

  async #presenter(actor: TenantActor, context: RequestContext) {
    const office = await this.#offices.of(actor);
    return (row: ComplaintReadRow) =>
      presentComplaint(row, { actor, office, locale: context.request.locale });
  }
}
