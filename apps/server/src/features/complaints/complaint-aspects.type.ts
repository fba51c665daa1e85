import { Field, ID, Int, ObjectType } from 'type-graphql';
import {
  ActionEnum,
  domainEnum,
  EventTypeEnum,
  RefusalCodeEnum,
  SourceLevelEnum,
} from '../../graphql/enums.ts';
import { DepartmentReference, MemberReference } from '../../graphql/references.ts';
import { DateTime } from '../../graphql/scalars.ts';
import { MoneyType, Term } from '../../graphql/values.ts';

/** What a complaint shows of itself: who is in it, what is due, what can be done, what happened. */

@ObjectType('ComplaintSource', { description: 'Who sent the complaint.' })
export class SourceType {
  @Field(() => SourceLevelEnum, {
    description: 'The complainant directly, or a forwarding body by its level.',
  })
  level!: keyof typeof SourceLevelEnum;

  @Field(() => String, { nullable: true, description: 'The forwarding body by name.' })
  body!: string | null;

  @Field(() => String, { nullable: true, description: "The forwarding body's own reference." })
  reference!: string | null;
}

@ObjectType('Complainant', {
  description: 'Who complains. Masked unless the caller works on the case or has revealed it with a reason.',
})
export class ComplainantType {
  @Field(() => Boolean, { description: 'Whether name and contact are masked for this caller.' })
  masked!: boolean;

  @Field(() => String, { nullable: true, description: 'Name; masked as 游**, null when unknown.' })
  name!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Telephone; masked as 138****0001, null when unknown.',
  })
  phone!: string | null;

  @Field(() => String, { nullable: true, description: 'E-mail; null when masked or unknown.' })
  email!: string | null;

  @Field(() => String, { nullable: true, description: 'Postal address; null when masked or unknown.' })
  address!: string | null;
}

@ObjectType('RespondentReference', {
  description: 'The party complained about (regulators), or the department, site or staff (providers).',
})
export class RespondentReference {
  @Field(() => ID, { nullable: true, description: 'Global id in the register of respondents.' })
  id!: string | null;

  @Field(() => String, { nullable: true, description: 'Name.' })
  name!: string | null;

  @Field(() => Term, { nullable: true, description: "Kind of respondent, of the sector's list." })
  type!: Term | null;

  @Field(() => DepartmentReference, { nullable: true, description: 'Own department complained about.' })
  department!: DepartmentReference | null;

  @Field(() => [MemberReference], { description: 'Members of staff complained about.' })
  members!: MemberReference[];
}

@ObjectType('ProposedBody', { description: 'Who is in charge of a matter that belongs elsewhere.' })
export class ProposedBodyType {
  @Field(() => String, { description: 'The body in charge, by the name under which it is recorded.' })
  body!: string;

  @Field(() => String, { description: "Its name in the caller's language." })
  label!: string;

  @Field(() => Term, { nullable: true, description: 'The ground on which such a matter is declined.' })
  ground!: Term | null;

  @Field(() => String, { description: 'Why it is in charge.' })
  why!: string;

  @Field(() => Boolean, { description: 'Whether it was checked at the source who is in charge.' })
  confirmed!: boolean;
}

@ObjectType('ComplaintDamages', {
  description: 'What the consumer may claim beyond the loss in such a matter, or why no law grants it.',
})
export class DamagesType {
  @Field(() => String, { nullable: true, description: 'Why no law grants it; null where one does.' })
  why!: string | null;

  @Field(() => String, { nullable: true, description: 'Law and article.' })
  basis!: string | null;

  @Field(() => String, { nullable: true, description: 'On what the law makes it depend.' })
  condition!: string | null;

  @Field(() => Boolean, { description: 'Whether the text of the law was checked at the source.' })
  confirmed!: boolean;

  @Field(() => Int, { description: 'How many times the price; 0 where no law grants it.' })
  priceTimes!: number;

  @Field(() => Int, { description: 'How many times the loss; 0 where no law grants it.' })
  lossTimes!: number;

  @Field(() => MoneyType, { description: 'Below this it never is.' })
  least!: MoneyType;

  @Field(() => MoneyType, { nullable: true, description: 'What was paid, as the matter says.' })
  price!: MoneyType | null;
}

@ObjectType('NextDue', { description: 'What of a complaint runs out next.' })
export class NextDueType {
  @Field(() => DateTime, { description: 'When.' })
  at!: string;

  @Field(() => String, { description: 'The clock, or the promise, by name.' })
  what!: string;

  @Field(() => Boolean, { description: 'Whether that time has passed.' })
  overdue!: boolean;

  @Field(() => Boolean, { description: 'Whether the calendar of that year is not published yet.' })
  provisional!: boolean;
}

@ObjectType('AllowedAction', {
  description: 'Whether the caller may do something to a complaint now, and why not.',
})
export class AllowedAction {
  @Field(() => ActionEnum, { description: 'What can be done.' })
  action!: keyof typeof ActionEnum;

  @Field(() => String, { description: "Its name in the caller's language." })
  label!: string;

  @Field(() => Boolean, { description: 'Whether it is possible now.' })
  allowed!: boolean;

  @Field(() => String, { nullable: true, description: 'Why not; null when it is allowed.' })
  reason!: string | null;

  @Field(() => RefusalCodeEnum, {
    nullable: true,
    description: 'Code of the reason; null when it is allowed.',
  })
  code!: keyof typeof RefusalCodeEnum | null;
}

@ObjectType('ComplaintEventDetail', { description: 'One thing that an event says.' })
export class EventDetailType {
  @Field(() => String, { description: 'What it is about: `dueAt`, `to`, `details.batch` …' })
  key!: string;

  @Field(() => String, { description: "Its name in the caller's language." })
  label!: string;

  @Field(() => String, { nullable: true, description: 'As it was before; null but for what was corrected.' })
  before!: string | null;

  @Field(() => String, { description: "What it says, in the caller's language." })
  text!: string;
}

@ObjectType('HealthLook', {
  description: 'That somebody was shown the health data of a complaint; recorded once an hour.',
})
export class HealthLookType {
  @Field(() => String, { description: 'Name of the member or the key.' })
  who!: string;

  @Field(() => Boolean, { description: 'Whether it was a program, with a key.' })
  byKey!: boolean;

  @Field(() => DateTime, { description: 'Beginning of the hour.' })
  hour!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'What the file or the document is called that was given; null for what stands in the complaint.',
  })
  item!: string | null;
}

const LetterStateEnum = domainEnum({
  name: 'LetterState',
  description: 'What became of an e-mail.',
  codes: ['WAITING', 'SENT', 'GIVEN_UP'],
  labels: {
    WAITING: { zh: '待发送', en: 'To be sent' },
    SENT: { zh: '已发送', en: 'Taken by the mail server' },
    GIVEN_UP: { zh: '未能送达', en: 'Given up: nobody takes it' },
  },
});

@ObjectType('ComplaintEvent', {
  description: 'Something that happened to a complaint; never changed afterwards.',
})
export class ComplaintEventType {
  @Field(() => Int, { description: 'Place in the history: 1, 2, 3 … without gaps.' })
  seq!: number;

  @Field(() => EventTypeEnum, { description: 'What happened.' })
  type!: keyof typeof EventTypeEnum;

  @Field(() => String, { description: "What happened, in the caller's language." })
  label!: string;

  @Field(() => DateTime, { description: 'When it happened.' })
  at!: string;

  @Field(() => DateTime, { description: 'When it was recorded.' })
  recordedAt!: string;

  @Field(() => String, { description: 'Who did it, by name.' })
  actor!: string;

  @Field(() => String, { nullable: true, description: 'Its words: the reason, text or result it carries.' })
  summary!: string | null;

  @Field(() => [EventDetailType], {
    description: 'What it says beside: to whom, by when, on what ground; of a correction both versions.',
  })
  details!: EventDetailType[];

  @Field(() => String, { description: 'SHA-256 over this event and the hash before it, hexadecimal.' })
  hash!: string;

  @Field(() => LetterStateEnum, {
    nullable: true,
    description: 'What became of the e-mail that tells the complainant of it; null: none was written.',
  })
  letter!: keyof typeof LetterStateEnum | null;
}

@ObjectType('DetailText', { description: 'One detail of a complaint in words.' })
export class DetailTextType {
  @Field(() => String, { description: 'Name of the field in the details of its sector.' })
  key!: string;

  @Field(() => String, { description: "Label in the caller's language." })
  label!: string;

  @Field(() => String, { description: "Value in the caller's language." })
  text!: string;
}
