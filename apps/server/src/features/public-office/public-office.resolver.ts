import { canInOffice, type SystemActor } from '@huiyin/domain';
import { inLocale } from '@huiyin/shared';
import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { type RequestContext, tenantActor } from '../../graphql/actor-context.ts';
import { forbidden } from '../../graphql/errors.ts';
import { userErrors } from '../../graphql/user-error.ts';
import { presentOffice, presentPage } from './present-office.ts';
import {
  PublicOfficeType,
  PublicPageSaveInput,
  PublicPageSavePayload,
  PublicPageSettings,
  PublicSimilarMatters,
} from './public-office.type.ts';
import type { PublicOffices } from './public-offices.ts';
import { STAGE_LABELS, stageOf } from './public-words.ts';
import type { Submissions } from './submissions.ts';

const SLUG = 'Short name of the office in its address.';

/** Offices as the public sees them, and the page as its administrator words it. */
@Resolver()
export class PublicOfficeResolver {
  readonly #offices: PublicOffices;
  readonly #submissions: Submissions;

  constructor(options: { readonly offices: PublicOffices; readonly submissions: Submissions }) {
    this.#offices = options.offices;
    this.#submissions = options.submissions;
  }

  @Query(() => [PublicOfficeType], { description: 'Offices that take complaints over their public page.' })
  async publicOffices(@Ctx() { request }: RequestContext): Promise<PublicOfficeType[]> {
    return (await this.#offices.list()).map((office) => presentOffice(office, request.locale));
  }

  @Query(() => PublicOfficeType, { nullable: true, description: 'An office by its public address.' })
  async publicOffice(
    @Arg('slug', () => String, { description: SLUG }) slug: string,
    @Ctx() { request }: RequestContext,
  ): Promise<PublicOfficeType | null> {
    const office = await this.#offices.find(slug);
    return office ? presentOffice(office, request.locale) : null;
  }

  @Query(() => String, {
    nullable: true,
    description:
      'A proof-of-work challenge (ALTCHA, JSON) to be solved and given with a submission to this office.',
  })
  async publicCaptcha(
    @Arg('office', () => String, { description: SLUG }) slug: string,
  ): Promise<string | null> {
    const office = await this.#offices.find(slug);
    return office ? this.#submissions.challenge(office) : null;
  }

  @Query(() => PublicSimilarMatters, {
    nullable: true,
    description: 'Similar matters of late, in numbers; null where there is no such office.',
  })
  async publicSimilarMatters(
    @Arg('office', () => String, { description: SLUG }) slug: string,
    @Arg('category', () => String, { description: 'Code of the category.' }) category: string,
    @Ctx() { request }: RequestContext,
  ): Promise<PublicSimilarMatters | null> {
    const office = await this.#offices.find(slug);
    if (!office) return null;
    const { days, counts } = await this.#submissions.similar(office, category);
    const byStage = new Map<string, number>();
    for (const { status, count } of counts) {
      const label = inLocale(STAGE_LABELS[stageOf({ status })], request.locale);
      byStage.set(label, (byStage.get(label) ?? 0) + count);
    }
    const sorted = [...byStage].map(([label, count]) => ({ label, count })).sort((a, b) => b.count - a.count);
    return { days, count: sorted.reduce((sum, { count }) => sum + count, 0), byStage: sorted };
  }

  @Query(() => PublicPageSettings, { description: "The caller's organisation's public page, to be worded." })
  async publicPage(@Ctx() context: RequestContext): Promise<PublicPageSettings> {
    const actor = tenantActor(context);
    if (!canInOffice(actor, 'readOrganization')) throw forbidden(context.request.locale);
    return this.#page(actor.tenantId);
  }

  @Mutation(() => PublicPageSavePayload, { description: "Words the organisation's public page anew." })
  async publicPageSave(
    @Arg('input', () => PublicPageSaveInput, { description: 'What changes.' }) input: PublicPageSaveInput,
    @Ctx() context: RequestContext,
  ): Promise<PublicPageSavePayload> {
    const actor = tenantActor(context);
    const { idempotencyKey: key, ...words } = input;
    const changes = JSON.parse(JSON.stringify(words)) as Record<string, unknown>;
    const refusals = await this.#offices.save(actor, { key, changes });
    return {
      publicPage: refusals.length === 0 ? await this.#page(actor.tenantId) : null,
      userErrors: userErrors(refusals, context.request.locale),
    };
  }

  async #page(tenantId: string): Promise<PublicPageSettings> {
    const reader: SystemActor = { kind: 'system', tenantId, task: 'public page' };
    const [office, slug] = [await this.#offices.own(reader), await this.#offices.slugOf(tenantId)];
    return presentPage(office, slug);
  }
}
