import { Field, ID, Int, ObjectType } from 'type-graphql';
import { ChannelEnum, domainEnum, FindingEnum, FollowUpResultEnum } from '../../graphql/enums.ts';
import { DateTime, LocalDate } from '../../graphql/scalars.ts';
import { RecordedMoneyType, Term } from '../../graphql/values.ts';

/** What a complaint gathers while it is worked on. */

export const AcceptanceDecisionEnum = domainEnum({
  name: 'AcceptanceDecision',
  description: 'Whether a matter is taken on.',
  codes: ['ACCEPTED', 'DECLINED', 'TRANSFERRED'],
  labels: {
    ACCEPTED: { zh: '受理', en: 'Accepted' },
    DECLINED: { zh: '不予受理', en: 'Declined' },
    TRANSFERRED: { zh: '移送', en: 'Transferred' },
  },
});
export const PromiseStatusEnum = domainEnum({
  name: 'PromiseStatus',
  description: 'What became of a promise.',
  codes: ['OPEN', 'KEPT', 'BROKEN', 'CANCELLED'],
});
export const AnswerStatusEnum = domainEnum({
  name: 'AnswerStatus',
  description: 'How far an answer is.',
  codes: ['DRAFT', 'APPROVED', 'GIVEN'],
});
export const EvidenceKindEnum = domainEnum({
  name: 'EvidenceKind',
  description: 'A file, or a statement in words.',
  codes: ['FILE', 'STATEMENT'],
});
export const MediationResultEnum = domainEnum({
  name: 'MediationResult',
  description: 'How a mediation ended.',
  codes: ['AGREED', 'TERMINATED'],
});
export const HandOverStatusEnum = domainEnum({
  name: 'HandOverStatus',
  description: 'What became of a hand-over.',
  codes: ['OFFERED', 'ACCEPTED', 'RETURNED'],
});

@ObjectType('Acceptance', { description: 'The decision whether the matter is taken on.' })
export class AcceptanceType {
  @Field(() => AcceptanceDecisionEnum, { description: 'The decision.' })
  decision!: keyof typeof AcceptanceDecisionEnum;

  @Field(() => Term, { nullable: true, description: 'Ground on which it was declined.' })
  ground!: Term | null;

  @Field(() => String, { nullable: true, description: 'Reason in words.' })
  reason!: string | null;

  @Field(() => String, { nullable: true, description: 'Body in charge, when declined or transferred.' })
  body!: string | null;

  @Field(() => DateTime, { description: 'When it was decided.' })
  at!: string;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When the complainant was told; null while they are not.',
  })
  notifiedAt!: string | null;
}

@ObjectType('AnswerPromise', { description: '“We will answer you by …”, whatever the progress then.' })
export class AnswerPromiseType {
  @Field(() => ID, { description: 'Identifier within the complaint.' })
  id!: string;

  @Field(() => String, { description: 'What was said to the complainant.' })
  text!: string;

  @Field(() => DateTime, { description: 'When it was promised.' })
  madeAt!: string;

  @Field(() => DateTime, { description: 'By when.' })
  dueAt!: string;

  @Field(() => PromiseStatusEnum, { description: 'What became of it.' })
  status!: keyof typeof PromiseStatusEnum;

  @Field(() => DateTime, { nullable: true, description: 'When it was kept, broken or cancelled.' })
  settledAt!: string | null;
}

@ObjectType('Answer', { description: 'An answer to the complainant.' })
export class AnswerType {
  @Field(() => ID, { description: 'Identifier within the complaint.' })
  id!: string;

  @Field(() => String, { description: 'Its words.' })
  text!: string;

  @Field(() => AnswerStatusEnum, { description: 'How far it is.' })
  status!: keyof typeof AnswerStatusEnum;

  @Field(() => Boolean, {
    description: 'Whether it settles the matter; an interim answer tells how far it is.',
  })
  final!: boolean;

  @Field(() => DateTime, { nullable: true, description: 'When it was given; null while it is a draft.' })
  givenAt!: string | null;

  @Field(() => ChannelEnum, { nullable: true, description: 'How it reached the complainant.' })
  via!: keyof typeof ChannelEnum | null;
}

@ObjectType('Contact', { description: 'A time at which the complainant was spoken to, or not reached.' })
export class ContactType {
  @Field(() => DateTime, { description: 'When.' })
  at!: string;

  @Field(() => ChannelEnum, { description: 'How.' })
  via!: keyof typeof ChannelEnum;

  @Field(() => Boolean, { description: 'Whether they were reached.' })
  reached!: boolean;

  @Field(() => String, { description: 'What was said.' })
  summary!: string;
}

@ObjectType('Conclusion', { description: 'What was found.' })
export class ConclusionType {
  @Field(() => FindingEnum, { description: 'The finding.' })
  finding!: keyof typeof FindingEnum;

  @Field(() => String, { description: 'The facts behind it.' })
  facts!: string;

  @Field(() => DateTime, { description: 'When.' })
  at!: string;
}

@ObjectType('Evidence', { description: 'A file or statement; never altered, only superseded.' })
export class EvidenceType {
  @Field(() => ID, { description: 'Identifier within the complaint.' })
  id!: string;

  @Field(() => EvidenceKindEnum, { description: 'A file or a statement.' })
  kind!: keyof typeof EvidenceKindEnum;

  @Field(() => String, { description: 'What it is.' })
  title!: string;

  @Field(() => String, { description: 'SHA-256 of the bytes, hexadecimal.' })
  sha256!: string;

  @Field(() => String, { nullable: true, description: 'Media type, from its bytes; null for a statement.' })
  mediaType!: string | null;

  @Field(() => Int, { nullable: true, description: 'Size in bytes; null for a statement.' })
  bytes!: number | null;

  @Field(() => String, { nullable: true, description: 'The words of a statement.' })
  text!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Path from which the file is served as an attachment.',
  })
  url!: string | null;

  @Field(() => DateTime, { description: 'When it was added.' })
  at!: string;

  @Field(() => ID, { nullable: true, description: 'The later item that stands in its place.' })
  supersededBy!: string | null;
}

@ObjectType('MediationSession', { description: 'One meeting of a mediation.' })
export class MediationSessionType {
  @Field(() => DateTime, { description: 'When.' })
  at!: string;

  @Field(() => String, { description: 'The positions of both sides.' })
  positions!: string;

  @Field(() => String, { nullable: true, description: 'What came of it.' })
  outcome!: string | null;
}

@ObjectType('Mediation', { description: 'A mediation, to which both sides consented.' })
export class MediationType {
  @Field(() => ID, { description: 'Identifier within the complaint.' })
  id!: string;

  @Field(() => DateTime, { description: 'When it began.' })
  startedAt!: string;

  @Field(() => DateTime, { nullable: true, description: 'When it ended; null while it goes on.' })
  endedAt!: string | null;

  @Field(() => MediationResultEnum, { nullable: true, description: 'How it ended.' })
  result!: keyof typeof MediationResultEnum | null;

  @Field(() => String, { nullable: true, description: 'What was agreed.' })
  agreement!: string | null;

  @Field(() => [MediationSessionType], { description: 'Its sessions.' })
  sessions!: MediationSessionType[];
}

@ObjectType('Remedy', { description: 'What was done for the complainant.' })
export class RemedyType {
  @Field(() => ID, { description: 'Identifier within the complaint.' })
  id!: string;

  @Field(() => Term, { description: 'What kind.' })
  remedy!: Term;

  @Field(() => String, { nullable: true, description: 'In words.' })
  description!: string | null;

  @Field(() => RecordedMoneyType, { nullable: true, description: 'The sum, where it has one.' })
  money!: RecordedMoneyType | null;

  @Field(() => DateTime, { description: 'When.' })
  at!: string;
}

@ObjectType('Sanction', { description: 'An administrative sanction.' })
export class SanctionType {
  @Field(() => ID, { description: 'Identifier within the complaint.' })
  id!: string;

  @Field(() => Term, { description: 'What kind.' })
  sanction!: Term;

  @Field(() => String, {
    nullable: true,
    description: 'Party sanctioned, where it is not the respondent itself.',
  })
  party!: string | null;

  @Field(() => String, { nullable: true, description: 'Regulation and article.' })
  basis!: string | null;

  @Field(() => RecordedMoneyType, { nullable: true, description: 'The sum, where it has one.' })
  money!: RecordedMoneyType | null;

  @Field(() => DateTime, { description: 'When it was imposed.' })
  at!: string;

  @Field(() => LocalDate, { nullable: true, description: 'When it was paid to the treasury.' })
  paidOn!: string | null;
}

@ObjectType('FollowUp', { description: 'A call after the result; every attempt counts.' })
export class FollowUpType {
  @Field(() => DateTime, { description: 'When.' })
  at!: string;

  @Field(() => FollowUpResultEnum, { description: 'What the complainant said.' })
  result!: keyof typeof FollowUpResultEnum;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether they say that it is put right; null when not said.',
  })
  resolved!: boolean | null;

  @Field(() => String, { nullable: true, description: 'Remark.' })
  remark!: string | null;
}

@ObjectType('StatedCause', { description: 'Why it happened.' })
export class StatedCauseType {
  @Field(() => Term, { description: "Cause of the sector's tree." })
  cause!: Term;

  @Field(() => String, { nullable: true, description: 'In words.' })
  explanation!: string | null;
}

@ObjectType('Lesson', { description: 'What is to change.' })
export class LessonType {
  @Field(() => String, { description: 'In words.' })
  text!: string;

  @Field(() => DateTime, { description: 'When it was recorded.' })
  at!: string;
}

@ObjectType('CorrectiveAction', {
  description: 'A change with its owner, its due date and the proof that it worked.',
})
export class CorrectiveActionType {
  @Field(() => ID, { description: 'Identifier within the complaint.' })
  id!: string;

  @Field(() => String, { description: 'What is to be done.' })
  text!: string;

  @Field(() => LocalDate, { description: 'By when.' })
  dueOn!: string;

  @Field(() => DateTime, { nullable: true, description: 'When it was completed; null while it is not.' })
  completedAt!: string | null;

  @Field(() => String, { nullable: true, description: 'What shows that it worked.' })
  proof!: string | null;
}

@ObjectType('HandOver', { description: 'An offer of the work to somebody else; counted.' })
export class HandOverType {
  @Field(() => String, { nullable: true, description: 'Member to whom it was offered, by name.' })
  toMember!: string | null;

  @Field(() => String, { nullable: true, description: 'Department to which it was offered, by name.' })
  toDepartment!: string | null;

  @Field(() => String, { description: 'Why.' })
  reason!: string;

  @Field(() => HandOverStatusEnum, { description: 'What became of it.' })
  status!: keyof typeof HandOverStatusEnum;

  @Field(() => DateTime, { description: 'When it was offered.' })
  at!: string;
}

@ObjectType('Closing', { description: 'How a complaint ended.' })
export class ClosingType {
  @Field(() => DateTime, { description: 'When.' })
  at!: string;

  @Field(() => Boolean, { description: 'Whether it was settled at the first contact.' })
  firstContact!: boolean;

  @Field(() => String, { nullable: true, description: 'Summary.' })
  summary!: string | null;

  @Field(() => Int, { description: 'Elapsed seconds from receipt.' })
  handlingSeconds!: number;

  @Field(() => Int, { description: "Working seconds from receipt, by the organisation's calendar." })
  workingSeconds!: number;

  @Field(() => [String], { description: 'Closing conditions that imported history did not meet.' })
  unmet!: string[];
}
