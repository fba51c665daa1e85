import type { OversightLevel } from '@huiyin/domain';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { IDEMPOTENCY_KEY } from '../../graphql/idempotency-key.ts';
import { LocalDate } from '../../graphql/scalars.ts';
import { UserError } from '../../graphql/user-error.ts';
import { OversightGrantType } from './look.type.ts';
import { OversightLevelEnum } from './oversight.type.ts';

@InputType({ description: 'Lets an overseer see the organisation.' })
export class OversightGrantGiveInput {
  @Field(() => String, { description: 'E-mail address of the account of an overseer.' })
  email!: string;

  @Field(() => OversightLevelEnum, { description: 'How much is shown.' })
  level!: OversightLevel;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'The last day on which it holds; absent: until it is taken back.',
  })
  until?: string | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'Where cases are shown: only those received from this day on.',
  })
  casesFrom?: string | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'Where cases are shown: only those received until this day, inclusive.',
  })
  casesUntil?: string | null;

  @Field(() => String, { nullable: true, description: IDEMPOTENCY_KEY })
  idempotencyKey?: string | null;
}

@InputType({ description: 'Takes back what the organisation let an overseer see.' })
export class OversightGrantRevokeInput {
  @Field(() => ID, { description: 'Global id of the grant.' })
  id!: string;

  @Field(() => String, { nullable: true, description: IDEMPOTENCY_KEY })
  idempotencyKey?: string | null;
}

@ObjectType({ description: 'A new grant, or why there is none.' })
export class OversightGrantGivePayload {
  @Field(() => OversightGrantType, { nullable: true, description: 'The grant.' })
  grant!: OversightGrantType | null;

  @Field(() => [UserError], { description: 'Why nothing was granted; empty when it was.' })
  userErrors!: UserError[];
}

@ObjectType({ description: 'The grant that has ended, or why it has not.' })
export class OversightGrantRevokePayload {
  @Field(() => OversightGrantType, { nullable: true, description: 'The grant as it stands now.' })
  grant!: OversightGrantType | null;

  @Field(() => [UserError], { description: 'Why nothing was taken back; empty when it was.' })
  userErrors!: UserError[];
}
