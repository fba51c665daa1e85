import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { ChannelEnum } from '../../graphql/enums.ts';
import { IDEMPOTENCY_KEY } from '../../graphql/idempotency-key.ts';
import { DateTime } from '../../graphql/scalars.ts';
import { UserError } from '../../graphql/user-error.ts';
import { VERSION } from '../../graphql/version.ts';
import { IncidentLeftBehindType, IncidentMoveEnum, IncidentType } from './incident.type.ts';

const WHY = 'Why: kept in the history of each complaint.';

@InputType({ description: 'Who leads an incident: a department, people, or both.' })
export class LeadTeamInput {
  @Field(() => ID, { nullable: true, description: 'Global id of the department that leads.' })
  departmentId?: string | null;

  @Field(() => [ID], { nullable: true, description: 'Global ids of members who lead.' })
  memberIds?: string[] | null;
}

@InputType({ description: 'Opens an incident.' })
export class IncidentOpenInput {
  @Field(() => String, { description: 'What happened, in a few words.' })
  title!: string;

  @Field(() => String, { nullable: true, description: "Code of the sector's categories." })
  category?: string | null;

  @Field(() => String, { nullable: true, description: 'Where it happened.' })
  place?: string | null;

  @Field(() => String, { nullable: true, description: 'Name of the party complained about.' })
  respondentName?: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When it began; absent: now.' })
  beganAt?: string | null;

  @Field(() => LeadTeamInput, { description: 'Who leads it.' })
  team!: LeadTeamInput;

  @Field(() => [ID], { nullable: true, description: 'Global ids of complaints that belong to it.' })
  complaintIds?: string[] | null;

  @Field(() => String, { description: `Why it is one event. ${WHY}` })
  reason!: string;

  @Field(() => String, { nullable: true, description: IDEMPOTENCY_KEY })
  idempotencyKey?: string | null;
}

@InputType()
export class IncidentInputBase {
  @Field(() => ID, { description: 'Global id of the incident.' })
  id!: string;

  @Field(() => Int, { nullable: true, description: VERSION })
  version?: number | null;

  @Field(() => String, { nullable: true, description: IDEMPOTENCY_KEY })
  idempotencyKey?: string | null;
}

@InputType({ description: 'Changes what is said of an incident; what is absent stays as it is.' })
export class IncidentChangeInput extends IncidentInputBase {
  @Field(() => String, { nullable: true, description: 'What happened, in a few words.' })
  title?: string | null;

  @Field(() => String, { nullable: true, description: "Code of the sector's categories." })
  category?: string | null;

  @Field(() => String, { nullable: true, description: 'Where it happened.' })
  place?: string | null;

  @Field(() => String, { nullable: true, description: 'Name of the party complained about.' })
  respondentName?: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When it began.' })
  beganAt?: string | null;

  @Field(() => LeadTeamInput, { nullable: true, description: 'Who leads it from now on.' })
  team?: LeadTeamInput | null;
}

@InputType({ description: 'Links complaints to an incident.' })
export class IncidentLinkComplaintsInput extends IncidentInputBase {
  @Field(() => [ID], { description: 'Global ids of the complaints.' })
  complaintIds!: string[];

  @Field(() => String, { description: WHY })
  reason!: string;
}

@InputType({ description: 'Takes complaints out of an incident.' })
export class IncidentUnlinkComplaintsInput extends IncidentInputBase {
  @Field(() => [ID], { description: 'Global ids of the complaints.' })
  complaintIds!: string[];

  @Field(() => String, { description: WHY })
  reason!: string;
}

@InputType({ description: 'Writes down how far an incident is.' })
export class IncidentNoteInput extends IncidentInputBase {
  @Field(() => String, { description: 'What happened.' })
  text!: string;
}

@InputType({ description: 'Drafts the answer to everybody.' })
export class IncidentDraftAnswerInput extends IncidentInputBase {
  @Field(() => String, { description: 'What is said, as every complainant reads it.' })
  text!: string;

  @Field(() => Boolean, { defaultValue: true, description: 'Whether it settles the matter.' })
  final!: boolean;
}

@InputType({ description: 'Approves a draft that somebody else wrote.' })
export class IncidentApproveAnswerInput extends IncidentInputBase {
  @Field(() => ID, { description: 'Id of the draft within the incident.' })
  answerId!: string;
}

@InputType({ description: 'Sends a draft back to be written anew.' })
export class IncidentReturnAnswerInput extends IncidentInputBase {
  @Field(() => ID, { description: 'Id of the draft within the incident.' })
  answerId!: string;

  @Field(() => String, { description: 'What is wrong with it.' })
  reason!: string;
}

@InputType({ description: 'Gives the answer to every linked complaint that has not had it.' })
export class IncidentGiveAnswerInput extends IncidentInputBase {
  @Field(() => ID, { description: 'Id of the answer within the incident.' })
  answerId!: string;

  @Field(() => ChannelEnum, { description: 'How it goes out.' })
  via!: keyof typeof ChannelEnum;
}

@InputType({ description: 'Takes one step with every linked complaint.' })
export class IncidentMoveInput extends IncidentInputBase {
  @Field(() => IncidentMoveEnum, { description: 'Which step.' })
  move!: keyof typeof IncidentMoveEnum;

  @Field(() => ID, { nullable: true, description: 'Of ASSIGN: global id of the member who gets them.' })
  memberId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Of ASSIGN: global id of the department that gets them.' })
  departmentId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Remark or summary, kept in the history of each complaint.',
  })
  remark?: string | null;
}

@InputType({ description: 'Closes an incident whose complaints have been answered.' })
export class IncidentCloseInput extends IncidentInputBase {
  @Field(() => String, { description: 'How it ended, and what was learnt.' })
  summary!: string;
}

@InputType({ description: 'Takes an incident up again.' })
export class IncidentReopenInput extends IncidentInputBase {
  @Field(() => String, { description: 'Why.' })
  reason!: string;
}

@ObjectType('IncidentCourse', { description: 'What became of the complaints of an incident by one call.' })
export class IncidentCourseType {
  @Field(() => [IncidentLeftBehindType], {
    description: 'Those that could not go along, each with the reason; the others did.',
  })
  leftBehind!: IncidentLeftBehindType[];
}

@ObjectType({ description: 'What became of a call about an incident.' })
export class IncidentPayload {
  @Field(() => IncidentType, { nullable: true, description: 'The incident as it stands now.' })
  incident!: IncidentType | null;

  @Field(() => IncidentCourseType, {
    nullable: true,
    description: 'What became of its complaints by the call.',
  })
  course!: IncidentCourseType | null;

  @Field(() => [UserError], { description: 'Why nothing was changed; empty when it was.' })
  userErrors!: UserError[];
}
