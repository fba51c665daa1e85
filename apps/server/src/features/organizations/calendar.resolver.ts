import { canInOffice } from '@huiyin/domain';
import { Arg, Ctx, Field, InputType, Int, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import type { Offices } from '../../casework/office.ts';
import { type RequestContext, tenantActor } from '../../graphql/actor-context.ts';
import { IDEMPOTENCY_KEY } from '../../graphql/idempotency-key.ts';
import { DateTime, LocalDate } from '../../graphql/scalars.ts';
import { UserError, userErrors } from '../../graphql/user-error.ts';
import type { Calendars } from './calendars.ts';
import { OrganizationType } from './organization.type.ts';
import { presentOrganization } from './present-organization.ts';

@InputType({ description: "A year of the working calendar, from the State Council's notice." })
export class CalendarLoadInput {
  @Field(() => Int, { description: 'Year, 1990 to 2199.' })
  year!: number;

  @Field(() => [LocalDate], { description: 'Every day off, weekends within holidays too.' })
  holidays!: string[];

  @Field(() => [LocalDate], { description: 'Saturdays and Sundays that are worked (调休).' })
  makeUpDays!: string[];

  @Field(() => String, { nullable: true, description: IDEMPOTENCY_KEY })
  idempotencyKey?: string | null;
}

@ObjectType({ description: 'Whether the year was loaded.' })
export class CalendarLoadPayload {
  @Field(() => OrganizationType, { nullable: true, description: 'The organisation.' })
  organization!: OrganizationType | null;

  @Field(() => [UserError], { description: 'Why nothing was changed; empty when it was.' })
  userErrors!: UserError[];
}

@ObjectType('ClockRecomputation', { description: 'Clocks that were computed anew after a year was loaded.' })
export class ClockRecomputationType {
  @Field(() => DateTime, { description: 'When it was done.' })
  at!: Date;

  @Field(() => Int, { description: 'Complaints of which the clocks were computed.' })
  complaints!: number;

  @Field(() => Int, { description: 'Those of them in which a due time changed.' })
  changed!: number;
}

@ObjectType('CalendarEffects', { description: 'What the calendar means for the complaints that are open.' })
export class CalendarEffectsType {
  @Field(() => Int, {
    description: 'Open complaints of which the next due time is provisional: its year is not published.',
  })
  provisional!: number;

  @Field(() => ClockRecomputationType, {
    nullable: true,
    description: 'When clocks were computed anew last; null: never.',
  })
  recomputed!: ClockRecomputationType | null;
}

/** The working calendar of the organisation. */
@Resolver()
export class CalendarResolver {
  readonly #offices: Offices;
  readonly #calendars: Calendars;

  constructor(options: { readonly offices: Offices; readonly calendars: Calendars }) {
    this.#offices = options.offices;
    this.#calendars = options.calendars;
  }

  @Query(() => CalendarEffectsType, {
    description: 'What the working calendar means for the complaints that are open.',
  })
  async calendarEffects(@Ctx() context: RequestContext): Promise<CalendarEffectsType> {
    const actor = tenantActor(context);
    const none: CalendarEffectsType = { provisional: 0, recomputed: null };
    return canInOffice(actor, 'manageOrganization') ? this.#calendars.effects(actor) : none;
  }

  @Mutation(() => CalendarLoadPayload, {
    description: 'Loads a year of the working calendar; open clocks are computed anew in the background.',
  })
  async calendarLoad(
    @Arg('input', () => CalendarLoadInput, { description: 'The year.' }) input: CalendarLoadInput,
    @Ctx() context: RequestContext,
  ): Promise<CalendarLoadPayload> {
    const actor = tenantActor(context);
    const { locale } = context.request;
    const { year, holidays, makeUpDays, idempotencyKey: key } = input;
    const refusals = await this.#calendars.load(actor, { year, holidays, makeUpDays }, key);
    return {
      organization: refusals.length === 0 ? presentOrganization(await this.#offices.of(actor), locale) : null,
      userErrors: userErrors(refusals, locale),
    };
  }
}
