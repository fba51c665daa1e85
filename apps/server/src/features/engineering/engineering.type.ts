import { Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql';
import { ChannelEnum, domainEnum, StatusEnum } from '../../graphql/enums.ts';
import { IDEMPOTENCY_KEY } from '../../graphql/idempotency-key.ts';
import { Node } from '../../graphql/node.ts';
import { ComplaintReference } from '../../graphql/references.ts';
import { DateTime, LocalDate } from '../../graphql/scalars.ts';
import { UserError } from '../../graphql/user-error.ts';

export const EngineeringStageEnum = domainEnum({
  name: 'EngineeringStage',
  description: 'How far an item of a list of engineers has come.',
  codes: ['PLANNED', 'DONE'],
  labels: { PLANNED: { zh: '已列入计划', en: 'Planned' }, DONE: { zh: '已完成', en: 'Done' } },
});

export const EngineeringOutcomeEnum = domainEnum({
  name: 'EngineeringOutcome',
  description: 'What became of a complaint when an item that serves it went on.',
  codes: ['ANSWERED', 'DRAFTED', 'RECORDED', 'NOT_TOLD'],
  labels: {
    ANSWERED: { zh: '已答复', en: 'The complainant was answered' },
    DRAFTED: { zh: '答复待审核', en: 'An answer was drafted and waits for approval' },
    RECORDED: { zh: '已记录', en: 'Recorded in the complaint; nothing was to be said' },
    NOT_TOLD: { zh: '未能告知', en: 'The complainant could not be told: `reason` says why' },
  },
});

@ObjectType('GeoPoint', { description: 'A point on the map, WGS-84.' })
export class GeoPointType {
  @Field(() => Float, { description: 'Degrees east.' })
  longitude!: number;

  @Field(() => Float, { description: 'Degrees north.' })
  latitude!: number;
}

@ObjectType('EngineeringReading', { description: 'Something measured.' })
export class EngineeringReadingType {
  @Field(() => String, { description: "Key of the sector's field: `rsrp`." })
  key!: string;

  @Field(() => String, { description: "What it is called in the caller's language." })
  label!: string;

  @Field(() => String, { nullable: true, description: 'Its unit: `dBm`.' })
  unit!: string | null;

  @Field(() => Float, { description: 'What was measured, in its unit.' })
  value!: number;
}

@ObjectType('EngineeringCase', { description: 'A complaint on a list of engineers.' })
export class EngineeringCaseType {
  @Field(() => ComplaintReference, { description: 'The complaint.' })
  complaint!: ComplaintReference;

  @Field(() => String, { description: 'Title, with whoever complained masked in it.' })
  title!: string;

  @Field(() => StatusEnum, { description: 'Where the complaint stands.' })
  status!: keyof typeof StatusEnum;

  @Field(() => DateTime, { description: 'When it joined the list.' })
  joinedAt!: string;

  @Field(() => String, { nullable: true, description: 'Address, as it was given.' })
  address!: string | null;

  @Field(() => [EngineeringReadingType], { description: 'What was measured of it.' })
  readings!: EngineeringReadingType[];

  @Field(() => Boolean, { description: 'Whether an item serves it already.' })
  planned!: boolean;
}

@ObjectType('EngineeringItem', {
  implements: Node,
  description: 'Something that engineers plan or have done, for one complaint or many.',
})
export class EngineeringItemType extends Node {
  @Field(() => String, { description: "Code of the list, of the sector's outlets." })
  outlet!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Where: an H3 cell, a station; null on a list without.',
  })
  site!: string | null;

  @Field(() => String, { nullable: true, description: 'ISO week for which it is planned now: `2026-W48`.' })
  week!: string | null;

  @Field(() => String, { description: 'What it is called.' })
  title!: string;

  @Field(() => EngineeringStageEnum, { description: 'How far it has come.' })
  stage!: keyof typeof EngineeringStageEnum;

  @Field(() => LocalDate, { description: 'The day it was planned.' })
  plannedOn!: string;

  @Field(() => LocalDate, { nullable: true, description: 'The day it was done.' })
  doneOn!: string | null;

  @Field(() => String, { nullable: true, description: 'Remark.' })
  note!: string | null;

  @Field(() => String, { nullable: true, description: 'Indicators that were looked at, and what they said.' })
  checked!: string | null;

  @Field(() => String, { nullable: true, description: 'Where the fault was.' })
  faultPoint!: string | null;

  @Field(() => [EngineeringReadingType], { description: 'Measured before.' })
  before!: EngineeringReadingType[];

  @Field(() => [EngineeringReadingType], { description: 'Measured afterwards.' })
  after!: EngineeringReadingType[];

  @Field(() => Int, { description: 'How often it was carried over.' })
  carriedOver!: number;

  @Field(() => Boolean, { description: 'Whether the same site had been repaired not long before.' })
  repeated!: boolean;

  @Field(() => [EngineeringCaseType], {
    description: 'The complaints that it serves, as far as they may be seen.',
  })
  cases!: EngineeringCaseType[];
}

@ObjectType('EngineeringSite', { description: 'A site at which complaints wait for engineers.' })
export class EngineeringSiteType {
  @Field(() => String, {
    nullable: true,
    description: 'H3 cell or station; null: those that do not say where, or of a list without sites.',
  })
  site!: string | null;

  @Field(() => Int, { description: 'Complaints that wait here.' })
  complaints!: number;

  @Field(() => Int, {
    description:
      'Distinct people: who complained twice is one, who gave no name is one each, a group its size.',
  })
  people!: number;

  @Field(() => [EngineeringReadingType], { description: 'The worst of each reading.' })
  worst!: EngineeringReadingType[];

  @Field(() => DateTime, { description: 'Since when the first of them has waited.' })
  waitingSince!: string;

  @Field(() => [GeoPointType], { description: "The cell's corners in order; empty for what is no cell." })
  boundary!: GeoPointType[];

  @Field(() => EngineeringItemType, { nullable: true, description: 'What is planned here.' })
  item!: EngineeringItemType | null;

  @Field(() => [EngineeringCaseType], {
    description: 'The complaints, the longest waiting first; fifty at most.',
  })
  cases!: EngineeringCaseType[];
}

@ObjectType('EngineeringTold', { description: 'What became of one complaint.' })
export class EngineeringToldType {
  @Field(() => ComplaintReference, { description: 'The complaint.' })
  complaint!: ComplaintReference;

  @Field(() => EngineeringOutcomeEnum, { description: 'What became of it.' })
  outcome!: keyof typeof EngineeringOutcomeEnum;

  @Field(() => String, { nullable: true, description: 'Why the complainant could not be told.' })
  reason!: string | null;
}

@ObjectType('EngineeringNews', { description: 'What a step of an item meant for those who complained.' })
export class EngineeringNewsType {
  @Field(() => [EngineeringToldType], { description: 'What became of each complaint that the item serves.' })
  told!: EngineeringToldType[];
}

@InputType({ description: 'Something measured.' })
export class EngineeringReadingInput {
  @Field(() => String, { description: "Key of one of the list's readings: `rsrp`." })
  key!: string;

  @Field(() => Float, { description: 'What was measured, in the unit of its field.' })
  value!: number;
}

const TOLD = 'What the complainants are told, in their own matters; empty: nothing.';
const VIA = 'How they are told; by telephone when absent.';

@InputType({ description: 'Plans an item of a list of engineers.' })
export class EngineeringPlanInput {
  @Field(() => String, { description: "Code of the list, of the sector's outlets." })
  outlet!: string;

  @Field(() => String, { nullable: true, description: 'Where; all that waits there is served.' })
  site?: string | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'On a list without sites: global ids of the complaints that it serves.',
  })
  complaintIds?: string[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'ISO week, on a list by weeks; this week when absent.',
  })
  week?: string | null;

  @Field(() => String, { nullable: true, description: 'What it is called; the address when absent.' })
  title?: string | null;

  @Field(() => String, { nullable: true, description: 'Remark.' })
  note?: string | null;

  @Field(() => String, { nullable: true, description: 'Indicators that were looked at.' })
  checked?: string | null;

  @Field(() => String, { nullable: true, description: 'Where the fault is.' })
  faultPoint?: string | null;

  @Field(() => [EngineeringReadingInput], {
    nullable: true,
    description: 'Measured before; of what is not given, the worst that the complaints say.',
  })
  readings?: EngineeringReadingInput[] | null;

  @Field(() => String, { nullable: true, description: TOLD })
  answer?: string | null;

  @Field(() => ChannelEnum, { nullable: true, description: VIA })
  via?: keyof typeof ChannelEnum | null;

  @Field(() => String, { nullable: true, description: IDEMPOTENCY_KEY })
  idempotencyKey?: string | null;
}

@InputType({ description: 'Puts an item off: to a later week, or to another visit.' })
export class EngineeringCarryOverInput {
  @Field(() => ID, { description: 'Global id of the item.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'A later ISO week; the next when absent.' })
  week?: string | null;

  @Field(() => String, { nullable: true, description: 'Why.' })
  note?: string | null;

  @Field(() => String, { nullable: true, description: 'Indicators that were looked at.' })
  checked?: string | null;

  @Field(() => String, { nullable: true, description: 'Where the fault is.' })
  faultPoint?: string | null;

  @Field(() => String, { nullable: true, description: TOLD })
  answer?: string | null;

  @Field(() => ChannelEnum, { nullable: true, description: VIA })
  via?: keyof typeof ChannelEnum | null;

  @Field(() => String, { nullable: true, description: IDEMPOTENCY_KEY })
  idempotencyKey?: string | null;
}

@InputType({ description: 'Says that what was planned is done.' })
export class EngineeringFinishInput {
  @Field(() => ID, { description: 'Global id of the item.' })
  id!: string;

  @Field(() => LocalDate, { nullable: true, description: 'The day; today when absent, never later.' })
  doneOn?: string | null;

  @Field(() => String, { nullable: true, description: 'Remark.' })
  note?: string | null;

  @Field(() => String, { nullable: true, description: 'Indicators that were looked at.' })
  checked?: string | null;

  @Field(() => String, { nullable: true, description: 'Where the fault was.' })
  faultPoint?: string | null;

  @Field(() => [EngineeringReadingInput], { nullable: true, description: 'Measured afterwards.' })
  readings?: EngineeringReadingInput[] | null;

  @Field(() => String, { nullable: true, description: TOLD })
  answer?: string | null;

  @Field(() => ChannelEnum, { nullable: true, description: VIA })
  via?: keyof typeof ChannelEnum | null;

  @Field(() => String, { nullable: true, description: IDEMPOTENCY_KEY })
  idempotencyKey?: string | null;
}

/** A payload of a step: `EngineeringPlanPayload`. */
function payload(name: string): new () => EngineeringPayload {
  @ObjectType(name, { description: 'The item after the step and what became of its complaints, or why not.' })
  class Payload implements EngineeringPayload {
    @Field(() => EngineeringItemType, { nullable: true, description: 'The item as it is now.' })
    item!: EngineeringItemType | null;

    @Field(() => EngineeringNewsType, { nullable: true, description: 'Who was told, and who could not be.' })
    news!: EngineeringNewsType | null;

    @Field(() => [UserError], { description: 'Why nothing was changed; empty when it was.' })
    userErrors!: UserError[];
  }
  return Payload;
}

export interface EngineeringPayload {
  item: EngineeringItemType | null;
  news: EngineeringNewsType | null;
  userErrors: UserError[];
}

export const EngineeringPlanPayload = payload('EngineeringPlanPayload');
export const EngineeringCarryOverPayload = payload('EngineeringCarryOverPayload');
export const EngineeringFinishPayload = payload('EngineeringFinishPayload');
