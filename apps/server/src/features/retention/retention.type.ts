import { RETENTION_KINDS, RETENTION_RULES } from '@huiyin/domain';
import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { domainEnum } from '../../graphql/enums.ts';
import { IDEMPOTENCY_KEY } from '../../graphql/idempotency-key.ts';
import { ComplaintReference } from '../../graphql/references.ts';
import { LocalDate } from '../../graphql/scalars.ts';
import { UserError } from '../../graphql/user-error.ts';

export const RetentionKindEnum = domainEnum({
  name: 'RetentionKind',
  description: 'What is kept for a period.',
  codes: RETENTION_KINDS,
  labels: {
    PERSONAL_DATA: RETENTION_RULES.PERSONAL_DATA.label,
    FILES: RETENTION_RULES.FILES.label,
    IMPORTS: RETENTION_RULES.IMPORTS.label,
  },
});

@ObjectType('RetentionPeriod', { description: 'How long something is kept.' })
export class RetentionPeriodType {
  @Field(() => RetentionKindEnum, { description: 'What.' })
  kind!: keyof typeof RetentionKindEnum;

  @Field(() => String, { description: "What it is called in the caller's language." })
  label!: string;

  @Field(() => String, { description: 'What goes, and from when its period counts.' })
  what!: string;

  @Field(() => Int, { nullable: true, description: 'Whole months; null: it is kept for ever.' })
  months!: number | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'Since when; nothing goes before thirty days after it. Null: it is kept for ever.',
  })
  since!: string | null;

  @Field(() => Int, { description: 'Months for which it is kept at least.' })
  leastMonths!: number;

  @Field(() => String, { description: 'By which text.' })
  basis!: string;

  @Field(() => Boolean, { description: 'Whether that was checked at its source for this very data.' })
  confirmed!: boolean;
}

@ObjectType('DueErasure', { description: 'Something that goes when its day has come.' })
export class DueErasureType {
  @Field(() => RetentionKindEnum, { description: 'What of it goes.' })
  kind!: keyof typeof RetentionKindEnum;

  @Field(() => LocalDate, { description: 'On which day.' })
  dueOn!: string;

  @Field(() => ComplaintReference, {
    nullable: true,
    description: 'The complaint; null for a sheet, and for a complaint closed to the caller.',
  })
  complaint!: ComplaintReference | null;

  @Field(() => String, { nullable: true, description: 'Name of the sheet; null for a complaint.' })
  sheet!: string | null;

  @Field(() => Boolean, { description: 'Whether it is kept by a hold and does not go.' })
  held!: boolean;

  @Field(() => LocalDate, { nullable: true, description: 'Last day of the hold; null: until released.' })
  heldUntil!: string | null;
}

@ObjectType('Retention', { description: 'How long the organisation keeps what identifies people.' })
export class RetentionType {
  @Field(() => [RetentionPeriodType], { description: 'Its periods, one a kind.' })
  periods!: RetentionPeriodType[];

  @Field(() => [DueErasureType], {
    description: 'What goes within thirty days, earliest first, at most 200 of each kind.',
  })
  due!: DueErasureType[];
}

@InputType({ description: 'Sets how long something is kept.' })
export class RetentionSetInput {
  @Field(() => RetentionKindEnum, { description: 'What.' })
  kind!: keyof typeof RetentionKindEnum;

  @Field(() => Int, {
    nullable: true,
    description: 'Whole months, no fewer than its minimum; null: for ever.',
  })
  months?: number | null;

  @Field(() => String, { nullable: true, description: IDEMPOTENCY_KEY })
  idempotencyKey?: string | null;
}

@ObjectType({ description: 'The periods as they are now, or why nothing was changed.' })
export class RetentionSetPayload {
  @Field(() => RetentionType, { nullable: true, description: 'The periods, and what goes by them.' })
  retention!: RetentionType | null;

  @Field(() => [UserError], { description: 'Why nothing was changed; empty when it was.' })
  userErrors!: UserError[];
}
