import { canInOffice, RETENTION_KINDS, RETENTION_RULES, type TenantActor } from '@huiyin/domain';
import { inLocale, type Locale } from '@huiyin/shared';
import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { type RequestContext, tenantActor } from '../../graphql/actor-context.ts';
import { forbidden } from '../../graphql/errors.ts';
import { toGlobalId } from '../../graphql/global-id.ts';
import { userErrors } from '../../graphql/user-error.ts';
import type { Due } from './retention.repository.ts';
import type { Retentions } from './retention.ts';
import {
  type DueErasureType,
  RetentionSetInput,
  RetentionSetPayload,
  RetentionType,
} from './retention.type.ts';

/** How long things are kept. */
@Resolver()
export class RetentionResolver {
  readonly #retentions: Retentions;

  constructor(retentions: Retentions) {
    this.#retentions = retentions;
  }

  @Query(() => RetentionType, {
    description: 'How long the organisation keeps what identifies people, and what goes next.',
  })
  async retention(@Ctx() context: RequestContext): Promise<RetentionType> {
    const actor = tenantActor(context);
    const { locale } = context.request;
    if (!canInOffice(actor, 'readOfficeEvents')) throw forbidden(locale);
    return this.#present(actor, locale);
  }

  @Mutation(() => RetentionSetPayload, {
    description: 'Sets how long something is kept; the first goes thirty days later at the earliest.',
  })
  async retentionSet(
    @Arg('input', () => RetentionSetInput, { description: 'What is kept, and for how long.' })
    input: RetentionSetInput,
    @Ctx() context: RequestContext,
  ): Promise<RetentionSetPayload> {
    const actor = tenantActor(context);
    const { locale } = context.request;
    const { kind, months = null, idempotencyKey: key } = input;
    const done = await this.#retentions.set(actor, { kind, months, key });
    if (!done.ok) return { retention: null, userErrors: userErrors(done.refusals, locale) };
    return { retention: await this.#present(actor, locale), userErrors: [] };
  }

  async #present(actor: TenantActor, locale: Locale): Promise<RetentionType> {
    const { office, due } = await this.#retentions.look(actor);
    const periods = RETENTION_KINDS.map((kind) => {
      const { label, what, basis, leastMonths, confirmed } = RETENTION_RULES[kind];
      const { months = null, since = null } = office.retention[kind] ?? {};
      return {
        ...{ kind, months, since, leastMonths, confirmed },
        ...{ label: inLocale(label, locale), what: inLocale(what, locale), basis: inLocale(basis, locale) },
      };
    });
    return { periods, due: due.map(presentDue) };
  }
}

function isHeldOn(day: string, held: Due['held']): boolean {
  return held !== null && (held.until === undefined || held.until >= day);
}

function presentDue({ id, kind, name, dueOn, held, restricted }: Due): DueErasureType {
  const isComplaint = kind !== 'IMPORTS';
  return {
    ...{ kind, dueOn, held: isHeldOn(dueOn, held), heldUntil: held?.until ?? null },
    complaint: isComplaint && !restricted ? { id: toGlobalId('Complaint', id), number: name } : null,
    sheet: isComplaint ? null : name,
  };
}
