import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { IDEMPOTENCY_KEY } from '../../graphql/idempotency-key.ts';
import { LocalDate } from '../../graphql/scalars.ts';
import { UserError } from '../../graphql/user-error.ts';
import { BilingualTextInput } from '../../graphql/values.ts';
import { OrganizationType } from './organization.type.ts';

@InputType({
  description:
    "Changes a category of the sector for this organisation; what is absent stays, null is the sector's.",
})
export class CategoryChangeInput {
  @Field(() => String, { description: 'Code of the category, of `Sector.categories`.' })
  code!: string;

  @Field(() => BilingualTextInput, {
    nullable: true,
    description: 'What the organisation calls it, at most 40 characters of Chinese.',
  })
  label?: BilingualTextInput | null;

  @Field(() => LocalDate, {
    nullable: true,
    description:
      'From which day on complaints received are no longer put into it or anything below it; earlier ones keep it.',
  })
  offFrom?: string | null;

  @Field(() => Int, { nullable: true, description: 'Its place among its siblings, 0 for the first.' })
  position?: number | null;

  @Field(() => String, { nullable: true, description: IDEMPOTENCY_KEY })
  idempotencyKey?: string | null;
}

@ObjectType({ description: 'The organisation with the category as it is now, or why nothing was changed.' })
export class CategoryChangePayload {
  @Field(() => OrganizationType, { nullable: true, description: 'The organisation as it works now.' })
  organization!: OrganizationType | null;

  @Field(() => [UserError], { description: 'Why nothing was changed; empty when it was.' })
  userErrors!: UserError[];
}
