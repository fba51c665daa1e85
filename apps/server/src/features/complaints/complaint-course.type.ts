import { Field, ID, Int, ObjectType } from 'type-graphql';
import { ChannelEnum, domainEnum, WithdrawalReasonEnum } from '../../graphql/enums.ts';
import { DepartmentReference, MemberReference } from '../../graphql/references.ts';
import { DateTime, LocalDate } from '../../graphql/scalars.ts';
import { Term } from '../../graphql/values.ts';

/** The course that a complaint takes: decided, handed over, promised, answered, ended. */

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
  labels: {
    OPEN: { zh: '待兑现', en: 'Its time has not come' },
    KEPT: { zh: '已兑现', en: 'An answer went out in time' },
    BROKEN: { zh: '未兑现', en: 'Its time passed without an answer' },
    CANCELLED: { zh: '已取消', en: 'The matter ended before its time' },
  },
});

export const AnswerStatusEnum = domainEnum({
  name: 'AnswerStatus',
  description: 'How far an answer is.',
  codes: ['DRAFT', 'RETURNED', 'APPROVED', 'GIVEN'],
  labels: {
    DRAFT: { zh: '草稿', en: 'Written, not given' },
    RETURNED: { zh: '已退回', en: 'Sent back to be written anew' },
    APPROVED: { zh: '已审核', en: 'Approved by somebody else, not given yet' },
    GIVEN: { zh: '已答复', en: 'Given to the complainant' },
  },
});

export const HandOverStatusEnum = domainEnum({
  name: 'HandOverStatus',
  description: 'What became of a hand-over.',
  codes: ['OFFERED', 'ASSIGNED', 'ACCEPTED', 'RETURNED', 'LAPSED', 'TAKEN_BACK'],
  labels: {
    OFFERED: { zh: '待接收', en: 'Offered; whoever had the work is still answerable' },
    ASSIGNED: {
      zh: '已指派，待接收',
      en: 'Given at once; whoever had the work is answerable until it is accepted',
    },
    LAPSED: { zh: '已失效', en: 'Overtaken by a later one, or by a recusal' },
    ACCEPTED: { zh: '已接收', en: 'Taken over' },
    RETURNED: { zh: '已退回', en: 'Given back' },
    TAKEN_BACK: { zh: '已撤回', en: 'Taken back before it was accepted; not counted' },
  },
});

@ObjectType('Acceptance', { description: 'The decision whether the matter is taken on.' })
export class AcceptanceType {
  @Field(() => AcceptanceDecisionEnum, { description: 'What was decided.' })
  decision!: keyof typeof AcceptanceDecisionEnum;

  @Field(() => Term, { nullable: true, description: 'Ground on which it was declined.' })
  ground!: Term | null;

  @Field(() => String, { nullable: true, description: 'Reason in words, as the complainant was given it.' })
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

  @Field(() => String, {
    description:
      'What the complainant is to be told: the decision, its reason, who is in charge, the other routes.',
  })
  notice!: string;
}

@ObjectType('AnswerPromise', { description: '“We will answer you by …”, whatever the progress then.' })
export class AnswerPromiseType {
  @Field(() => ID, { description: 'Id within the complaint, to be named in its mutations.' })
  id!: string;

  @Field(() => String, { description: 'What was said to the complainant.' })
  text!: string;

  @Field(() => DateTime, { description: 'When it was promised.' })
  madeAt!: string;

  @Field(() => DateTime, { description: 'When an answer is due.' })
  dueAt!: string;

  @Field(() => PromiseStatusEnum, { description: 'What became of it.' })
  status!: keyof typeof PromiseStatusEnum;

  @Field(() => DateTime, { nullable: true, description: 'When it was kept, broken or cancelled.' })
  settledAt!: string | null;
}

@ObjectType('Answer', { description: 'An answer to the complainant.' })
export class AnswerType {
  @Field(() => ID, { description: 'Id within the complaint, to be named in its mutations.' })
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

  @Field(() => MemberReference, { nullable: true, description: 'Who drafted it; null when a program did.' })
  draftedBy!: MemberReference | null;

  @Field(() => String, { nullable: true, description: 'Why it was sent back; null unless it was.' })
  returnedBecause!: string | null;

  @Field(() => MemberReference, { nullable: true, description: 'Who approved it; never its author.' })
  approvedBy!: MemberReference | null;
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

@ObjectType('Withdrawal', { description: 'The end of a complaint that its complainant no longer pursues.' })
export class WithdrawalType {
  @Field(() => WithdrawalReasonEnum, { description: 'Why.' })
  reason!: keyof typeof WithdrawalReasonEnum;

  @Field(() => String, { nullable: true, description: 'Remark.' })
  remark!: string | null;

  @Field(() => DateTime, { description: 'When.' })
  at!: string;
}

@ObjectType('HandOver', { description: 'An offer of the work to somebody else; counted.' })
export class HandOverType {
  @Field(() => MemberReference, { nullable: true, description: 'Member who had the work.' })
  fromMember!: MemberReference | null;

  @Field(() => DepartmentReference, { nullable: true, description: 'Department that had the work.' })
  fromDepartment!: DepartmentReference | null;

  @Field(() => MemberReference, { nullable: true, description: 'Member to whom it was offered.' })
  toMember!: MemberReference | null;

  @Field(() => DepartmentReference, { nullable: true, description: 'Department to which it was offered.' })
  toDepartment!: DepartmentReference | null;

  @Field(() => String, { description: 'Why.' })
  reason!: string;

  @Field(() => HandOverStatusEnum, { description: 'What became of it.' })
  status!: keyof typeof HandOverStatusEnum;

  @Field(() => DateTime, { description: 'When it was offered.' })
  at!: string;
}

@ObjectType('PassedOn', {
  description: 'A copy that went to another body, or a route taken beside the handling of the office.',
})
export class PassedOnType {
  @Field(() => Term, { description: 'The body or the route.' })
  to!: Term;

  @Field(() => String, { nullable: true, description: 'What was sent, or a remark.' })
  text!: string | null;

  @Field(() => DateTime, { description: 'When.' })
  at!: string;
}

@ObjectType('ForwardingReceipt', { description: 'By which a body confirmed what was forwarded to it.' })
export class ForwardingReceiptType {
  @Field(() => String, { description: 'Its number.' })
  number!: string;

  @Field(() => LocalDate, { description: 'Its day.' })
  on!: string;
}

@ObjectType('Forwarding', { description: 'A copy that went to another body.' })
export class ForwardingType extends PassedOnType {
  @Field(() => ForwardingReceiptType, {
    nullable: true,
    description: 'By which that body confirmed it; null: not yet.',
  })
  receipt!: ForwardingReceiptType | null;
}

@ObjectType('CaseFile', { description: 'Everything of a case that is over, as one archive (ZIP).' })
export class CaseFileType {
  @Field(() => String, { description: 'Path from which the caller fetches it.' })
  url!: string;

  @Field(() => DateTime, { description: 'When it was taken.' })
  takenAt!: string;
}

@ObjectType('Closing', { description: 'How a complaint ended.' })
export class ClosingType {
  @Field(() => DateTime, { description: 'When.' })
  at!: string;

  @Field(() => Boolean, { description: 'Whether it was settled at the first contact.' })
  firstContact!: boolean;

  @Field(() => String, { nullable: true, description: 'How it ended, in a sentence or two.' })
  summary!: string | null;

  @Field(() => Int, { description: 'Elapsed seconds from receipt.' })
  handlingSeconds!: number;

  @Field(() => Int, { description: "Working seconds from receipt, by the organisation's calendar." })
  workingSeconds!: number;

  @Field(() => [String], {
    description:
      'Codes of the closing conditions that imported history did not meet; empty for everything else.',
  })
  unmet!: string[];
}
