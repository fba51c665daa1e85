import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DeliveryEnum, domainEnum, FindingEnum, FollowUpResultEnum } from '../../graphql/enums.ts';
import { DepartmentReference, MemberReference } from '../../graphql/references.ts';
import { DateTime, LocalDate } from '../../graphql/scalars.ts';
import { RecordedMoneyType, Term } from '../../graphql/values.ts';

/** What comes out of a complaint: findings with their evidence, remedies, sanctions, and what is learned. */

export const EvidenceKindEnum = domainEnum({
  name: 'EvidenceKind',
  description: 'A file, or a statement in words.',
  codes: ['FILE', 'STATEMENT'],
  labels: { FILE: { zh: '文件', en: 'File' }, STATEMENT: { zh: '陈述', en: 'Statement in words' } },
});

export const MediationResultEnum = domainEnum({
  name: 'MediationResult',
  description: 'How a mediation ended.',
  codes: ['AGREED', 'TERMINATED'],
  labels: {
    AGREED: { zh: '达成协议', en: 'Both sides agreed' },
    TERMINATED: { zh: '终止', en: 'Ended without an agreement' },
  },
});

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
  @Field(() => ID, { description: 'Id within the complaint, to be named in its mutations.' })
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

  @Field(() => MemberReference, { nullable: true, description: 'Who added it; null when a program did.' })
  addedBy!: MemberReference | null;

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
  @Field(() => ID, { description: 'Id within the complaint, to be named in its mutations.' })
  id!: string;

  @Field(() => DateTime, { description: 'When it began.' })
  startedAt!: string;

  @Field(() => String, { description: 'How both sides consented.' })
  consent!: string;

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
  @Field(() => ID, { description: 'Id within the complaint, to be named in its mutations.' })
  id!: string;

  @Field(() => Term, { description: 'What kind; its code is a `RemedyKind`.' })
  kind!: Term;

  @Field(() => String, { nullable: true, description: 'In words.' })
  description!: string | null;

  @Field(() => RecordedMoneyType, { nullable: true, description: 'The sum, where it has one.' })
  money!: RecordedMoneyType | null;

  @Field(() => DateTime, { description: 'When.' })
  at!: string;
}

@ObjectType('Sanction', { description: 'An administrative sanction.' })
export class SanctionType {
  @Field(() => ID, { description: 'Id within the complaint, to be named in its mutations.' })
  id!: string;

  @Field(() => Term, { description: 'What kind; its code is a `SanctionKind`.' })
  kind!: Term;

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
  @Field(() => ID, { description: 'Id within the complaint, to be named in its mutations.' })
  id!: string;

  @Field(() => String, { description: 'What is to be done.' })
  text!: string;

  @Field(() => MemberReference, { nullable: true, description: 'Who sees to it.' })
  owner!: MemberReference | null;

  @Field(() => DepartmentReference, { nullable: true, description: 'Department that sees to it.' })
  department!: DepartmentReference | null;

  @Field(() => LocalDate, { description: 'Day by which it is to be done.' })
  dueOn!: string;

  @Field(() => DateTime, { nullable: true, description: 'When it was completed; null while it is not.' })
  completedAt!: string | null;

  @Field(() => String, { nullable: true, description: 'What shows that it worked.' })
  proof!: string | null;
}

@ObjectType('DocumentDelivery', { description: 'A document was brought to whom it is for.' })
export class DocumentDeliveryType {
  @Field(() => DeliveryEnum, { description: 'How.' })
  delivery!: keyof typeof DeliveryEnum;

  @Field(() => LocalDate, { description: 'On which day.' })
  on!: string;
}

@ObjectType('DocumentReceipt', { description: 'Somebody signed for a document.' })
export class DocumentReceiptType {
  @Field(() => LocalDate, { description: 'On which day.' })
  on!: string;

  @Field(() => String, { description: 'Who signed.' })
  receivedBy!: string;
}

@ObjectType('IssuedDocument', { description: 'What went out in writing: numbered, dated, never altered.' })
export class IssuedDocumentType {
  @Field(() => ID, { description: 'Id within the complaint, to be named in its mutations.' })
  id!: string;

  @Field(() => Term, { description: 'Which document, of `Sector.documents`.' })
  document!: Term;

  @Field(() => String, { description: 'Number: that of the complaint and its place in the case.' })
  number!: string;

  @Field(() => String, { description: 'To whom it is addressed, by name.' })
  addressedTo!: string;

  @Field(() => String, { description: 'Its words, paragraphs by line.' })
  text!: string;

  @Field(() => DateTime, { description: 'When it was issued.' })
  issuedAt!: string;

  @Field(() => MemberReference, { nullable: true, description: 'Who issued it.' })
  issuedBy!: MemberReference | null;

  @Field(() => [DocumentDeliveryType], { description: 'Every delivery, first one first.' })
  deliveries!: DocumentDeliveryType[];

  @Field(() => DocumentReceiptType, { nullable: true, description: 'Its receipt; null until signed for.' })
  acknowledged!: DocumentReceiptType | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Id of the document that took its place; null while it stands.',
  })
  supersededBy!: string | null;

  @Field(() => String, { description: 'Path of its Word file, for those who may see who complained.' })
  url!: string;
}
