import { Field, Float, Int, ObjectType } from 'type-graphql';
import { DeadlineRuleType, MilestoneEnum } from './deadline-rule.ts';
import {
  AddresseeEnum,
  DemandEnum,
  domainEnum,
  KindEnum,
  RemedyEnum,
  SanctionEnum,
  StatusEnum,
} from './enums.ts';
import { LocalDate } from './scalars.ts';
import { Term } from './values.ts';

/** A sector's declaration, for programs that fill in forms, read codes or map their own. */

export const SectorFamilyEnum = domainEnum({
  name: 'SectorFamily',
  description: 'About whom its organisations handle complaints.',
  codes: ['PROVIDER', 'REGULATOR'],
  labels: {
    PROVIDER: { zh: '服务单位', en: 'About their own service and staff' },
    REGULATOR: { zh: '监管单位', en: 'About other parties, and about their own staff' },
  },
});

export const FieldKindEnum = domainEnum({
  name: 'SectorFieldKind',
  description: 'How a field is written down.',
  codes: [
    ...(['TEXT', 'INTEGER', 'DECIMAL', 'BOOLEAN', 'DATE', 'DATE_TIME'] as const),
    ...(['CHOICE', 'CHOICES', 'MONEY', 'PLACE'] as const),
  ],
  labels: {
    TEXT: { zh: '文字', en: 'Text' },
    INTEGER: { zh: '整数', en: 'A whole number' },
    DECIMAL: { zh: '小数', en: 'A number' },
    BOOLEAN: { zh: '是否', en: 'Yes or no' },
    DATE: { zh: '日期', en: 'A calendar day' },
    DATE_TIME: { zh: '时间', en: 'An instant' },
    CHOICE: { zh: '单选', en: 'One of its options' },
    CHOICES: { zh: '多选', en: 'Some of its options' },
    MONEY: { zh: '金额', en: 'A sum of money' },
    PLACE: { zh: '地点', en: 'An address, coordinates, or both' },
  },
});

export const SensitivityEnum = domainEnum({
  name: 'Sensitivity',
  description: 'Why a field is kept from those whose work does not need it.',
  codes: ['PERSONAL', 'HEALTH'],
  labels: {
    PERSONAL: { zh: '个人信息', en: 'It identifies somebody' },
    HEALTH: { zh: '健康信息', en: "It tells of somebody's health" },
  },
});

@ObjectType('SectorOption', { description: 'A coded value of a list or a tree.' })
export class SectorOptionType {
  @Field(() => String, { description: 'Stable code.' })
  code!: string;

  @Field(() => String, { description: "Its name in the caller's language." })
  label!: string;

  @Field(() => String, { nullable: true, description: 'Code of the value above it; null at the top.' })
  parent!: string | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: "From which day on the caller's organisation no longer offers it; null: it offers it.",
  })
  offFrom!: string | null;
}

@ObjectType('SectorCause', { description: 'A cause of the tree of causes.' })
export class SectorCauseType extends SectorOptionType {
  @Field(() => String, { nullable: true, description: 'Engineering list that its matters join; null: none.' })
  outlet!: string | null;
}

@ObjectType('SectorDeclineGround', { description: 'A ground on which a complaint may be declined.' })
export class SectorDeclineGroundType extends SectorOptionType {
  @Field(() => String, { nullable: true, description: "Regulation and article, in the caller's language." })
  basis!: string | null;

  @Field(() => Boolean, { description: 'Whether the body in charge must be named with it.' })
  namesBodyInCharge!: boolean;
}

@ObjectType('SectorCondition', { description: 'Something that a complaint says: one of these values.' })
export class SectorConditionType {
  @Field(() => String, { description: '`kind`, `category`, `classification` or `details.<key>`.' })
  field!: string;

  @Field(() => [String], { description: 'Codes; of a tree, those below them too.' })
  values!: readonly string[];
}

@ObjectType('SectorField', { description: 'A field of the details of a sector.' })
export class SectorFieldType {
  @Field(() => String, { description: "Name in the sector's details, in inputs and in filters." })
  key!: string;

  @Field(() => String, { description: "Its name in the caller's language." })
  label!: string;

  @Field(() => String, { nullable: true, description: "What helps to fill it in, in the caller's language." })
  help!: string | null;

  @Field(() => FieldKindEnum, { description: 'How it is written down.' })
  kind!: string;

  @Field(() => String, { nullable: true, description: "Unit of a number, in the caller's language." })
  unit!: string | null;

  @Field(() => Int, { nullable: true, description: 'Longest text, in characters.' })
  maxLength!: number | null;

  @Field(() => Float, { nullable: true, description: 'Least number.' })
  min!: number | null;

  @Field(() => Float, { nullable: true, description: 'Greatest number.' })
  max!: number | null;

  @Field(() => Boolean, { description: 'Whether it tells of what has happened: no day or time to come.' })
  past!: boolean;

  @Field(() => [SectorOptionType], { description: 'What can be chosen.' })
  options!: SectorOptionType[];

  @Field(() => Boolean, {
    description: 'Whether it must be there before a complaint is accepted, where all conditions hold.',
  })
  required!: boolean;

  @Field(() => [SectorConditionType], { description: 'When it is required; empty: always.' })
  requiredWhen!: SectorConditionType[];

  @Field(() => [SectorConditionType], { description: 'When it is asked at all; empty: always.' })
  askedWhen!: SectorConditionType[];

  @Field(() => SensitivityEnum, { nullable: true, description: 'Why it is kept from some; null: it is not.' })
  sensitivity!: string | null;
}

@ObjectType('SectorClassification', { description: 'The boxes into which a sector sorts its complaints.' })
export class SectorClassificationType {
  @Field(() => String, { description: "Its name in the caller's language." })
  label!: string;

  @Field(() => Boolean, { description: 'Whether it must stand before a complaint is accepted.' })
  required!: boolean;

  @Field(() => [SectorOptionType], { description: 'The boxes.' })
  options!: SectorOptionType[];
}

@ObjectType('SectorDocument', { description: 'A document that offices of a sector send.' })
export class SectorDocumentType {
  @Field(() => String, { description: 'Stable code.' })
  code!: string;

  @Field(() => String, { description: "What stands over it, in the caller's language." })
  label!: string;

  @Field(() => AddresseeEnum, { description: 'To whom it goes.' })
  addressee!: keyof typeof AddresseeEnum;

  @Field(() => [StatusEnum], { description: 'States of a complaint in which it can be issued.' })
  from!: readonly string[];
}

@ObjectType('Sector', { description: 'What a sector declares: its fields, its codes, its limits.' })
export class SectorType {
  @Field(() => String, { description: 'Stable code.' })
  code!: string;

  @Field(() => String, { description: "Its name in the caller's language." })
  label!: string;

  @Field(() => String, { description: 'What it is about.' })
  description!: string;

  @Field(() => SectorFamilyEnum, { description: 'About whom its organisations handle complaints.' })
  family!: keyof typeof SectorFamilyEnum;

  @Field(() => String, { description: 'Field of inputs and filters under which its details are given.' })
  detailsKey!: string;

  @Field(() => [SectorFieldType], { description: 'Fields of its details, in the order of forms.' })
  fields!: SectorFieldType[];

  @Field(() => [SectorOptionType], { description: 'Categories, parents before children.' })
  categories!: SectorOptionType[];

  @Field(() => SectorClassificationType, {
    nullable: true,
    description: 'Its classification, where it has one.',
  })
  classification!: SectorClassificationType | null;

  @Field(() => [SectorOptionType], { description: 'Kinds of respondents, or of own departments.' })
  respondentTypes!: SectorOptionType[];

  @Field(() => [SectorCauseType], { description: 'Causes, parents before children.' })
  causes!: SectorCauseType[];

  @Field(() => [SectorOptionType], {
    description: 'Lists from which engineers work, fed by causes; empty: none.',
  })
  outlets!: SectorOptionType[];

  @Field(() => String, {
    nullable: true,
    description: 'What its register of products is called; null: it keeps none.',
  })
  productRegister!: string | null;

  @Field(() => [SectorDeclineGroundType], { description: 'Grounds on which complaints are declined.' })
  declineGrounds!: SectorDeclineGroundType[];

  @Field(() => [KindEnum], { description: 'Kinds of matters that it takes.' })
  kinds!: readonly string[];

  @Field(() => [DemandEnum], { description: 'What complainants ask for.' })
  demands!: readonly string[];

  @Field(() => [RemedyEnum], { description: 'Remedies that it may give.' })
  remedies!: readonly string[];

  @Field(() => [SanctionEnum], { description: 'Sanctions that it may impose.' })
  sanctions!: readonly string[];

  @Field(() => [SectorDocumentType], { description: 'Documents that its offices send.' })
  documents!: SectorDocumentType[];

  @Field(() => [SectorOptionType], { description: 'Bodies to which copies go.' })
  forwardings!: SectorOptionType[];

  @Field(() => [SectorOptionType], { description: 'Routes beside the handling of the office.' })
  routes!: SectorOptionType[];

  @Field(() => [SectorOptionType], { description: 'Numbers by which figures are compared.' })
  denominators!: SectorOptionType[];

  @Field(() => [MilestoneEnum], { description: 'Milestones that its clocks wait for.' })
  milestones!: readonly string[];

  @Field(() => [Term], { description: 'What must hold before a complaint is closed.' })
  closingConditions!: Term[];

  @Field(() => [DeadlineRuleType], { description: 'Its limits and those of every sector, every version.' })
  rules!: DeadlineRuleType[];
}
