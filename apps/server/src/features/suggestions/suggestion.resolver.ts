import {
  canInOffice,
  findOption,
  LEAST_CASES,
  type Suggestions as Suggested,
  type TenantActor,
} from '@huiyin/domain';
import { inLocale } from '@huiyin/shared';
import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import type { Offices } from '../../casework/office.ts';
import { type RequestContext, tenantActor } from '../../graphql/actor-context.ts';
import { forbidden } from '../../graphql/errors.ts';
import { uuidOf } from '../../graphql/global-id.ts';
import { userErrors } from '../../graphql/user-error.ts';
import {
  SuggestionLearningType,
  SuggestionRecordInput,
  SuggestionRecordPayload,
  SuggestionsInput,
  SuggestionsTrainInput,
  SuggestionsTrainPayload,
  SuggestionsType,
} from './suggestion.type.ts';
import type { Suggestions } from './suggestions.ts';

/** Suggestions, never decisions. */
@Resolver()
export class SuggestionResolver {
  readonly #suggestions: Suggestions;
  readonly #offices: Offices;

  constructor(options: { readonly suggestions: Suggestions; readonly offices: Offices }) {
    this.#suggestions = options.suggestions;
    this.#offices = options.offices;
  }

  @Query(() => SuggestionsType, {
    description: "What the organisation's own closed cases suggest of a matter that is being written down.",
  })
  async suggestions(
    @Arg('input', () => SuggestionsInput, { description: 'The matter so far.' }) input: SuggestionsInput,
    @Ctx() context: RequestContext,
  ): Promise<SuggestionsType> {
    const actor = tenantActor(context);
    return this.#present(await this.#suggestions.forMatter(actor, input), { actor, context });
  }

  @Query(() => SuggestionsType, {
    description: "What the organisation's own closed cases suggest of a complaint that the caller may see.",
  })
  async complaintSuggestions(
    @Arg('id', () => ID, { description: 'Global id of the complaint.' }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<SuggestionsType> {
    const actor = tenantActor(context);
    const uuid = uuidOf(id, 'Complaint');
    const suggested = uuid
      ? await this.#suggestions.forComplaint(actor, uuid)
      : { categories: [], urgent: null, grouped: null };
    return this.#present(suggested, { actor, context });
  }

  @Query(() => SuggestionLearningType, {
    description: 'What suggestions are made from, how good they are, how they are taken.',
  })
  async suggestionLearning(@Ctx() context: RequestContext): Promise<SuggestionLearningType> {
    const actor = tenantActor(context);
    if (!canInOffice(actor, 'readOrganization')) throw forbidden(context.request.locale);
    return this.#learning(actor);
  }

  @Mutation(() => SuggestionsTrainPayload, {
    description: 'Learns anew from the closed cases that there are now, in the background.',
  })
  async suggestionsTrain(
    @Arg('input', () => SuggestionsTrainInput, { description: 'That it is wanted.' })
    { idempotencyKey: key }: SuggestionsTrainInput,
    @Ctx() context: RequestContext,
  ): Promise<SuggestionsTrainPayload> {
    const actor = tenantActor(context);
    const done = await this.#suggestions.ask(actor, key);
    if (!done.ok)
      return { suggestionLearning: null, userErrors: userErrors(done.refusals, context.request.locale) };
    return { suggestionLearning: await this.#learning(actor), userErrors: [] };
  }

  @Mutation(() => SuggestionRecordPayload, {
    description: 'Counts whether a suggestion was chosen, so that the office sees whether it is of use.',
  })
  async suggestionRecord(
    @Arg('input', () => SuggestionRecordInput, { description: 'What was suggested, and what was chosen.' })
    { suggested, chosen, idempotencyKey: key }: SuggestionRecordInput,
    @Ctx() context: RequestContext,
  ): Promise<SuggestionRecordPayload> {
    const actor = tenantActor(context);
    const done = await this.#suggestions.record(actor, { suggested, chosen, key });
    if (!done.ok)
      return { suggestionLearning: null, userErrors: userErrors(done.refusals, context.request.locale) };
    return { suggestionLearning: await this.#learning(actor), userErrors: [] };
  }

  async #present(
    suggested: Suggested,
    { actor, context }: { readonly actor: TenantActor; readonly context: RequestContext },
  ): Promise<SuggestionsType> {
    const { sector } = await this.#offices.of(actor);
    const hint = (of: Suggested['urgent']) => of && { chance: of.chance, words: [...of.words] };
    return {
      categories: suggested.categories.flatMap(({ code, chance, words }) => {
        const label = findOption(sector.categories, code)?.node.label;
        const category = label && { code, label: inLocale(label, context.request.locale) };
        return category ? [{ category, chance, words: [...words] }] : [];
      }),
      ...{ urgent: hint(suggested.urgent), grouped: hint(suggested.grouped) },
    };
  }

  async #learning(actor: TenantActor): Promise<SuggestionLearningType> {
    const { learned, taken, other } = await this.#suggestions.look(actor);
    const { asked_at: asked, trained_at: trained = null, cases = 0, accuracy = null } = learned ?? {};
    return {
      learnedAt: trained?.toISOString() ?? null,
      learning: asked !== undefined && (trained === null || trained < asked),
      ...{ cases, leastCases: LEAST_CASES, accuracy, taken, other },
    };
  }
}
