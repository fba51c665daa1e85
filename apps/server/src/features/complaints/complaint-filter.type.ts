import { Field, ID, InputType } from 'type-graphql';
import {
  ChannelEnum,
  DemandEnum,
  DisclosureEnum,
  domainEnum,
  EscalationReasonEnum,
  FindingEnum,
  FollowUpResultEnum,
  KindEnum,
  RemedyEnum,
  SanctionEnum,
  SourceLevelEnum,
  StatusEnum,
} from '../../graphql/enums.ts';
import { DateTime, LocalDate } from '../../graphql/scalars.ts';
import { ComplaintDetailsFilter } from '../../graphql/sector-types.ts';
import { ORDERS } from './complaint-reads.repository.ts';

type EnumValue<E> = keyof E;

@InputType({ description: 'Narrows a list of complaints; everything given must hold.' })
export class ComplaintFilterInput {
  @Field(() => String, {
    nullable: true,
    description: 'Words, Chinese or English, all of which must stand in it; or a number.',
  })
  search?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether it is still open: not closed, declined, transferred, merged or withdrawn.',
  })
  open?: boolean | null;

  @Field(() => [StatusEnum], { nullable: true, description: 'Stands in one of these states.' })
  statuses?: EnumValue<typeof StatusEnum>[] | null;

  @Field(() => [KindEnum], { nullable: true, description: 'Is of one of these kinds.' })
  kinds?: EnumValue<typeof KindEnum>[] | null;

  @Field(() => [ChannelEnum], { nullable: true, description: 'Came in by one of these.' })
  channels?: EnumValue<typeof ChannelEnum>[] | null;

  @Field(() => [SourceLevelEnum], { nullable: true, description: 'Was sent by one of these.' })
  sourceLevels?: EnumValue<typeof SourceLevelEnum>[] | null;

  @Field(() => [DisclosureEnum], {
    nullable: true,
    description: 'Its complainant is known in one of these ways.',
  })
  disclosures?: EnumValue<typeof DisclosureEnum>[] | null;

  @Field(() => [String], {
    nullable: true,
    description: "Codes of the sector's categories, each with everything below it; any of these.",
  })
  categories?: string[] | null;

  @Field(() => [String], {
    nullable: true,
    description: "Codes of the sector's classification, each with everything below it; any of these.",
  })
  classifications?: string[] | null;

  @Field(() => [DemandEnum], { nullable: true, description: 'One of these is asked for.' })
  demands?: EnumValue<typeof DemandEnum>[] | null;

  @Field(() => [String], {
    nullable: true,
    description: "Codes of the sector's causes, each with everything below it; one of these was stated.",
  })
  causes?: string[] | null;

  @Field(() => [FindingEnum], { nullable: true, description: 'One of these was found.' })
  findings?: EnumValue<typeof FindingEnum>[] | null;

  @Field(() => [String], {
    nullable: true,
    description: "Codes of the sector's grounds; declined on one of these.",
  })
  declineGrounds?: string[] | null;

  @Field(() => [RemedyEnum], { nullable: true, description: 'One of these was given.' })
  remedies?: EnumValue<typeof RemedyEnum>[] | null;

  @Field(() => [SanctionEnum], { nullable: true, description: 'One of these was imposed.' })
  sanctions?: EnumValue<typeof SanctionEnum>[] | null;

  @Field(() => [FollowUpResultEnum], {
    nullable: true,
    description: 'One of these was the answer afterwards.',
  })
  followUpResults?: EnumValue<typeof FollowUpResultEnum>[] | null;

  @Field(() => [String], {
    nullable: true,
    description: "Codes of the sector's bodies; a copy went to one of these.",
  })
  forwardedTo?: string[] | null;

  @Field(() => [String], {
    nullable: true,
    description: "Codes of the sector's routes; one of these was taken.",
  })
  routes?: string[] | null;

  @Field(() => String, { nullable: true, description: 'Name of the forwarding body, exactly.' })
  sourceBody?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether several people complain together.' })
  group?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether it repeats an earlier one of the same complainant within 30 days.',
  })
  repeated?: boolean | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Telephone or whole name of whoever complains; finds only those by name whose identity the caller may see.',
  })
  complainant?: string | null;

  @Field(() => [ID], { nullable: true, description: 'Global ids of respondents; about one of them.' })
  respondentIds?: string[] | null;

  @Field(() => String, { nullable: true, description: 'Name of the respondent, exactly.' })
  respondentName?: string | null;

  @Field(() => [String], {
    nullable: true,
    description: "Codes of kinds of respondent, of the sector's list; any of these.",
  })
  respondentTypes?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Global ids of departments; one of them works on it.' })
  departmentIds?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Global ids of members; one of them works on it.' })
  handlerIds?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Global ids of members; one of them answered first.' })
  firstResponderIds?: string[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the caller works on it.' })
  mine?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether nobody works on it yet.' })
  unassigned?: boolean | null;

  @Field(() => LocalDate, { nullable: true, description: 'Happened on or after this day.' })
  occurredFrom?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Happened on or before this day.' })
  occurredTo?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Received on or after this day.' })
  receivedFrom?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Received on or before this day.' })
  receivedTo?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Closed on or after this day.' })
  closedFrom?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Closed on or before this day.' })
  closedTo?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether a clock or a promise has run out.' })
  overdue?: boolean | null;

  @Field(() => DateTime, { nullable: true, description: 'A clock or a promise runs out before this time.' })
  dueBefore?: string | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'A clock or a promise runs out at this time or later.',
  })
  dueFrom?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether a clock or a promise runs at all.' })
  hasDue?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it stands before the supervisor.' })
  attention?: boolean | null;

  @Field(() => [EscalationReasonEnum], {
    nullable: true,
    description: 'It stands before the supervisor for one of these reasons.',
  })
  attentionFor?: readonly (keyof typeof EscalationReasonEnum)[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether it was given or offered to somebody who has not accepted it yet.',
  })
  handOverWaits?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether a draft answer waits for approval.' })
  draftWaits?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether a request for an extension waits for those who lead.',
  })
  extensionWaits?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether a running clock may still be extended.' })
  extendable?: boolean | null;

  @Field(() => ID, { nullable: true, description: 'Global id of an import; came in with it.' })
  importId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Global id of an incident; linked to it.' })
  incident?: string | null;

  @Field(() => ComplaintDetailsFilter, { nullable: true, description: 'By what the sector keeps.' })
  details?: ComplaintDetailsFilter | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The cases behind a figure of a report: exactly those it counts. Opaque; from the figure itself.',
  })
  figure?: string | null;
}

export const ComplaintOrderEnum = domainEnum({
  name: 'ComplaintOrder',
  description: 'Order of a list of complaints.',
  codes: Object.keys(ORDERS) as (keyof typeof ORDERS)[],
  labels: {
    RECEIVED_DESC: { zh: '最新收到', en: 'Latest received first' },
    RECEIVED_ASC: { zh: '最早收到', en: 'Earliest received first' },
    DUE_ASC: { zh: '最先到期', en: 'What is due next first' },
    ACTIVITY_DESC: { zh: '最近办理', en: 'Latest worked on first' },
    ACTIVITY_ASC: { zh: '最久未办', en: 'Longest untouched first' },
    CLOSED_DESC: { zh: '最近办结', en: 'Latest closed first, open ones last' },
    NUMBER_ASC: { zh: '编号', en: 'By number' },
    NUMBER_DESC: { zh: '编号倒序', en: 'By number, highest first' },
  },
});
