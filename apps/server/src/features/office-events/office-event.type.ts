import { OFFICE_EVENT_KINDS, OFFICE_EVENT_LABELS } from '@huiyin/domain';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { connectionType } from '../../graphql/connection.ts';
import { domainEnum } from '../../graphql/enums.ts';
import { Node } from '../../graphql/node.ts';
import { ComplaintReference } from '../../graphql/references.ts';
import { DateTime, LocalDate } from '../../graphql/scalars.ts';

export const OfficeEventKindEnum = domainEnum({
  name: 'OfficeEventKind',
  description: 'What an administrator did, or who looked behind a mask.',
  codes: OFFICE_EVENT_KINDS,
  labels: OFFICE_EVENT_LABELS,
});

@ObjectType('OfficeEventChange', { description: 'A field that was changed, in words.' })
export class OfficeEventChangeType {
  @Field(() => String, { description: "Name of the field in the caller's language." })
  label!: string;

  @Field(() => String, { nullable: true, description: 'What it held; null: nothing.' })
  before!: string | null;

  @Field(() => String, { nullable: true, description: 'What it holds since; null: nothing.' })
  after!: string | null;
}

@ObjectType('OfficeEvent', {
  implements: Node,
  description: 'Something that was done to the organisation; it stays on record.',
})
export class OfficeEventType extends Node {
  @Field(() => OfficeEventKindEnum, { description: 'What was done.' })
  kind!: keyof typeof OfficeEventKindEnum;

  @Field(() => String, { description: "What was done, in the caller's language." })
  label!: string;

  @Field(() => DateTime, { description: 'When.' })
  at!: Date;

  @Field(() => String, { description: 'By whom, called as they were then.' })
  by!: string;

  @Field(() => String, { nullable: true, description: 'What it was about, called as it was then.' })
  subject!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The reason that was given for looking behind a mask.',
  })
  reason!: string | null;

  @Field(() => ComplaintReference, { nullable: true, description: 'The complaint that was looked into.' })
  complaint!: ComplaintReference | null;

  @Field(() => [OfficeEventChangeType], { description: 'What changed.' })
  changes!: OfficeEventChangeType[];
}

@ObjectType('OfficeEventConnection', { description: 'A page of what was done to the organisation.' })
export class OfficeEventConnection extends connectionType(OfficeEventType, 'OfficeEvent') {}

@InputType({ description: 'Which of them; what is absent does not narrow.' })
export class OfficeEventFilter {
  @Field(() => [OfficeEventKindEnum], { nullable: true, description: 'Of these kinds.' })
  kinds?: (keyof typeof OfficeEventKindEnum)[] | null;

  @Field(() => ID, { nullable: true, description: 'Done by this member: global id.' })
  memberId?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'From this day on.' })
  from?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Until this day, which counts.' })
  to?: string | null;
}
