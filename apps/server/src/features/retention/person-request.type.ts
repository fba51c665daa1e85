import {
  ERASURE_FATE_LABELS,
  ERASURE_FATES,
  PERSON_REQUEST_KINDS,
  PERSON_REQUEST_LABELS,
} from '@huiyin/domain';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { domainEnum } from '../../graphql/enums.ts';
import { IDEMPOTENCY_KEY } from '../../graphql/idempotency-key.ts';
import { ComplaintReference, MemberReference } from '../../graphql/references.ts';
import { DateTime, LocalDate } from '../../graphql/scalars.ts';
import { UserError } from '../../graphql/user-error.ts';

export const PersonRequestKindEnum = domainEnum({
  name: 'PersonRequestKind',
  description: 'What somebody asks of their personal data.',
  codes: PERSON_REQUEST_KINDS,
  labels: PERSON_REQUEST_LABELS,
});
export const ErasureFateEnum = domainEnum({
  name: 'ErasureFate',
  description: 'What became of a complaint whose complainant asked for erasure.',
  codes: ERASURE_FATES,
  labels: ERASURE_FATE_LABELS,
});

@ObjectType('PersonRequestComplaint', { description: 'A complaint of the person who asks.' })
export class PersonRequestComplaintType {
  @Field(() => ComplaintReference, { description: 'The complaint.' })
  complaint!: ComplaintReference;

  @Field(() => ErasureFateEnum, {
    nullable: true,
    description: 'What became of it; null until it was tried.',
  })
  fate!: keyof typeof ErasureFateEnum | null;

  @Field(() => String, { nullable: true, description: "The same in the caller's language." })
  why!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Until when it stays, where that is known.' })
  until!: string | null;
}

@ObjectType('PersonRequest', {
  description: 'What somebody asks of their personal data. It does not name them: their complaints do.',
})
export class PersonRequestType {
  @Field(() => ID, { description: 'Id by which it is answered.' })
  id!: string;

  @Field(() => PersonRequestKindEnum, { description: 'What is asked.' })
  kind!: keyof typeof PersonRequestKindEnum;

  @Field(() => String, { description: "What is asked, in the caller's language." })
  label!: string;

  @Field(() => String, { description: 'By which article.' })
  basis!: string;

  @Field(() => String, { description: 'How somebody made sure who asks.' })
  reason!: string;

  @Field(() => MemberReference, { description: 'Who took it in, and alone answers it.' })
  openedBy!: MemberReference;

  @Field(() => Boolean, { description: 'Whether that is the caller.' })
  own!: boolean;

  @Field(() => DateTime, { description: 'When.' })
  openedAt!: Date;

  @Field(() => LocalDate, { description: 'Last day of the answer.' })
  dueOn!: string;

  @Field(() => Boolean, { description: 'Whether that day is over and it is not answered.' })
  overdue!: boolean;

  @Field(() => DateTime, { nullable: true, description: 'When it was answered; null: not yet.' })
  completedAt!: Date | null;

  @Field(() => [PersonRequestComplaintType], { description: 'Their complaints that the caller may see.' })
  complaints!: PersonRequestComplaintType[];
}

@InputType({ description: 'Finds a person across their complaints. That it was done is recorded.' })
export class PersonRequestOpenInput {
  @Field(() => PersonRequestKindEnum, { description: 'What they ask.' })
  kind!: keyof typeof PersonRequestKindEnum;

  @Field(() => String, { description: 'Telephone that they complained with, however it is written.' })
  phone!: string;

  @Field(() => String, { nullable: true, description: 'Their name, where several have the number.' })
  name?: string | null;

  @Field(() => String, { description: 'How you made sure who asks; no names. At most 500 characters.' })
  reason!: string;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'Last day of the answer, thirty days ahead at most; fifteen days ahead when left out.',
  })
  dueOn?: string | null;

  @Field(() => String, { nullable: true, description: IDEMPOTENCY_KEY })
  idempotencyKey?: string | null;
}

@InputType({ description: 'Says that what was asked to be seen was handed over.' })
export class PersonRequestCompleteInput {
  @Field(() => ID, { description: 'Id of the request.' })
  id!: string;

  @Field(() => String, { nullable: true, description: IDEMPOTENCY_KEY })
  idempotencyKey?: string | null;
}

@InputType({ description: 'Erases what may be erased of a person, and says why the rest stays.' })
export class PersonRequestEraseInput {
  @Field(() => ID, { description: 'Id of the request.' })
  id!: string;

  @Field(() => String, { nullable: true, description: IDEMPOTENCY_KEY })
  idempotencyKey?: string | null;
}

@ObjectType({ description: 'What a mutation of requests answers.' })
abstract class PersonRequestAnswer {
  @Field(() => PersonRequestType, { nullable: true, description: 'The request; null when refused.' })
  personRequest!: PersonRequestType | null;

  @Field(() => [UserError], { description: 'Why nothing was done; empty when it was.' })
  userErrors!: UserError[];
}

@ObjectType({ description: 'The request with the complaints found, or why there is none.' })
export class PersonRequestOpenPayload extends PersonRequestAnswer {}

@ObjectType({ description: 'The request that is answered, or why it is not.' })
export class PersonRequestCompletePayload extends PersonRequestAnswer {}

@ObjectType({ description: 'The request with what became of each complaint, or why nothing was erased.' })
export class PersonRequestErasePayload extends PersonRequestAnswer {}
