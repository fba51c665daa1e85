import { Field, Float, InputType, Int, ObjectType } from 'type-graphql';
import { domainEnum } from '../../graphql/enums.ts';
import { IDEMPOTENCY_KEY } from '../../graphql/idempotency-key.ts';
import { UserError } from '../../graphql/user-error.ts';
import { BilingualText, BilingualTextInput, Term } from '../../graphql/values.ts';
import { PUBLIC_FIELD_KINDS } from './public-form.ts';

const labelled = (codes: readonly string[], labels: Readonly<Record<string, readonly [string, string]>>) =>
  Object.fromEntries(
    codes.map((code) => [code, { zh: labels[code]?.[0] ?? code, en: labels[code]?.[1] ?? code }]),
  );

export const PublicFieldKindEnum = domainEnum({
  name: 'PublicFieldKind',
  description: 'How a field of the public form is filled in.',
  codes: PUBLIC_FIELD_KINDS,
  labels: labelled(PUBLIC_FIELD_KINDS, {
    TEXT: ['文字', 'Words'],
    INTEGER: ['整数', 'A whole number'],
    DECIMAL: ['小数', 'A number'],
    BOOLEAN: ['是或否', 'Yes or no'],
    DATE: ['日期', 'A calendar day'],
    DATE_TIME: ['时间', 'A moment'],
    CHOICE: ['单选', 'One of the options'],
    CHOICES: ['多选', 'Any of the options'],
    MONEY: ['金额', 'An amount of money'],
    PLACE: ['地点', 'An address, a point on a map, or both'],
  }) as never,
});

const TAKES_MAIL =
  'Whether letters by e-mail to `<slug>@` the domain of this installation become complaints, and answers to letters more of theirs.';
const WRITES_LETTERS =
  'Whether complainants who gave an e-mail address are written to when something is decided, asked or answered.';
const OFFERS_OPEN311 =
  'Whether apps can send complaints and see how far they are by Open311 GeoReport v2, at `/open311/v2/<slug>/`.';

@ObjectType({ description: 'How an office uses what somebody writes in the form.' })
export class PublicPrivacyNotice {
  @Field(() => String, { description: 'Its version, which is recorded with the consent: `2026-11`.' })
  version!: string;

  @Field(() => [String], {
    description: 'What for, who sees it, how long it is kept, what rights there are.',
  })
  points!: string[];
}

@ObjectType({ description: 'An option of a tree, with the one above it.' })
export class PublicOption {
  @Field(() => String, { description: 'Stable code, SCREAMING_SNAKE_CASE.' })
  code!: string;

  @Field(() => String, { description: "What people call it, in the caller's language." })
  label!: string;

  @Field(() => String, { nullable: true, description: 'Code of the option above it; null at the top.' })
  parent!: string | null;
}

@ObjectType({ description: 'A field of the public form.' })
export class PublicField {
  @Field(() => String, { description: 'Its name in `details`.' })
  key!: string;

  @Field(() => String, { description: "What it is called, in the caller's language." })
  label!: string;

  @Field(() => String, { nullable: true, description: 'A hint.' })
  help!: string | null;

  @Field(() => PublicFieldKindEnum, { description: 'How it is filled in.' })
  kind!: keyof typeof PublicFieldKindEnum;

  @Field(() => Boolean, { description: 'Whether the words may run over several lines.' })
  multiline!: boolean;

  @Field(() => Int, { nullable: true, description: 'Most characters.' })
  maxLength!: number | null;

  @Field(() => Float, { nullable: true, description: 'Least value.' })
  least!: number | null;

  @Field(() => Float, { nullable: true, description: 'Greatest value.' })
  most!: number | null;

  @Field(() => String, { nullable: true, description: 'Unit of the number.' })
  unit!: string | null;

  @Field(() => [PublicOption], { description: 'Options to choose from; empty for other fields.' })
  options!: PublicOption[];

  @Field(() => [String], { description: 'Codes of the categories for which it is asked.' })
  askedFor!: string[];

  @Field(() => [String], { description: 'Codes of the categories for which it is needed.' })
  requiredFor!: string[];
}

@ObjectType({ description: 'What the public is asked, drawn from the sector’s declaration.' })
export class PublicForm {
  @Field(() => String, { description: "Field of `details` that holds the sector's: `tourism`." })
  detailsKey!: string;

  @Field(() => [Term], { description: 'Kinds of matters.' })
  kinds!: Term[];

  @Field(() => [PublicOption], { description: 'What it can be about, parents before children.' })
  categories!: PublicOption[];

  @Field(() => [Term], { description: 'What can be asked for.' })
  demands!: Term[];

  @Field(() => [Term], {
    description: 'Kinds of respondents; empty where the office itself is complained about.',
  })
  respondentTypes!: Term[];

  @Field(() => [PublicField], { description: 'Details of the sector that the public can know.' })
  fields!: PublicField[];

  @Field(() => [String], {
    description: 'Codes of the categories that go to a restricted track: few people of the office see them.',
  })
  restrictedCategories!: string[];

  @Field(() => PublicPrivacyNotice, { description: 'What whoever sends it agrees to.' })
  privacy!: PublicPrivacyNotice;

  @Field(() => Int, { description: 'The largest file, in bytes.' })
  largestFileBytes!: number;

  @Field(() => Int, { description: 'Most files at a time.' })
  mostFiles!: number;
}

@ObjectType({ description: 'A time limit that the office works by, with where it stands written.' })
export class PublicLimit {
  @Field(() => String, { description: 'What is due.' })
  what!: string;

  @Field(() => String, { description: 'Within how long, in words.' })
  within!: string;

  @Field(() => String, { description: 'Regulation and article.' })
  basis!: string;

  @Field(() => String, { nullable: true, description: 'Where it can be read.' })
  url!: string | null;
}

@ObjectType('PublicOffice', { description: 'A complaints office, as it presents itself to the public.' })
export class PublicOfficeType {
  @Field(() => String, { description: 'Its short name in addresses: `/o/<slug>`.' })
  slug!: string;

  @Field(() => String, { description: "Its name, in the caller's language." })
  name!: string;

  @Field(() => Term, { description: 'Its sector.' })
  sector!: Term;

  @Field(() => String, { description: 'Who should turn to it with what.' })
  introduction!: string;

  @Field(() => [String], { description: 'What it handles.' })
  handles!: string[];

  @Field(() => [String], { description: 'What belongs elsewhere, and where.' })
  elsewhere!: string[];

  @Field(() => [String], { description: 'What happens to a complaint, step by step.' })
  procedure!: string[];

  @Field(() => [String], { description: 'Its duties.' })
  duties!: string[];

  @Field(() => [String], { description: 'What it commits itself to.' })
  commitments!: string[];

  @Field(() => [PublicLimit], { description: 'Time limits in force, with their legal bases.' })
  limits!: PublicLimit[];

  @Field(() => [String], { description: 'Further legal bases.' })
  legalBases!: string[];

  @Field(() => String, { nullable: true, description: 'Telephone.' })
  phone!: string | null;

  @Field(() => String, { nullable: true, description: 'When it can be reached.' })
  hours!: string | null;

  @Field(() => String, { nullable: true, description: 'Where it is.' })
  address!: string | null;

  @Field(() => Boolean, { description: 'Whether complaints can be sent here.' })
  takesComplaints!: boolean;

  @Field(() => Int, { description: 'Days after closing within which a complaint can be taken up again.' })
  reopenWithinDays!: number;

  @Field(() => PublicForm, { description: 'What is asked of whoever complains.' })
  form!: PublicForm;
}

@ObjectType({ description: 'How many similar matters stand where.' })
export class PublicSimilarCount {
  @Field(() => String, { description: 'Where they stand, in words.' })
  label!: string;

  @Field(() => Int, { description: 'How many.' })
  count!: number;
}

@ObjectType({
  description: 'Similar matters that came in of late: numbers alone, nothing of whose they are.',
})
export class PublicSimilarMatters {
  @Field(() => Int, { description: 'Days looked back.' })
  days!: number;

  @Field(() => Int, { description: 'How many came in.' })
  count!: number;

  @Field(() => [PublicSimilarCount], { description: 'By where they stand, most first.' })
  byStage!: PublicSimilarCount[];
}

const SECTORS_WORDS = 'as it stands: the office’s own words, or its sector’s.';

@ObjectType({
  description: "The organisation's public page as its administrator words it, in both languages.",
})
export class PublicPageSettings {
  @Field(() => String, { nullable: true, description: 'Telephone.' })
  phone!: string | null;

  @Field(() => BilingualText, { nullable: true, description: 'When it can be reached.' })
  hours!: BilingualText | null;

  @Field(() => BilingualText, { nullable: true, description: 'Where it is.' })
  address!: BilingualText | null;

  @Field(() => BilingualText, { description: `Introduction, ${SECTORS_WORDS}` })
  introduction!: BilingualText;

  @Field(() => [BilingualText], { description: `What it handles, ${SECTORS_WORDS}` })
  handles!: BilingualText[];

  @Field(() => [BilingualText], { description: `What belongs elsewhere, ${SECTORS_WORDS}` })
  elsewhere!: BilingualText[];

  @Field(() => [BilingualText], { description: `Procedure, ${SECTORS_WORDS}` })
  procedure!: BilingualText[];

  @Field(() => [BilingualText], { description: `Duties, ${SECTORS_WORDS}` })
  duties!: BilingualText[];

  @Field(() => [BilingualText], { description: `Commitments, ${SECTORS_WORDS}` })
  commitments!: BilingualText[];

  @Field(() => [BilingualText], { description: 'Further legal bases, beside those of the time limits.' })
  legalBases!: BilingualText[];

  @Field(() => Boolean, { description: 'Whether the complainant is told who handles their complaint.' })
  showsStaffNames!: boolean;

  @Field(() => Boolean, { description: 'Whether complaints can be sent over the page.' })
  takesComplaints!: boolean;

  @Field(() => Boolean, { description: OFFERS_OPEN311 })
  offersOpen311!: boolean;

  @Field(() => Boolean, { description: TAKES_MAIL })
  takesMail!: boolean;

  @Field(() => Boolean, { description: WRITES_LETTERS })
  writesLetters!: boolean;

  @Field(() => [String], { description: 'Fields that the organisation has worded itself.' })
  own!: string[];

  @Field(() => String, { description: 'Short name of the page in addresses: `/o/<slug>`.' })
  slug!: string;
}

const NULL_GIVES_BACK = "null gives the sector's words back; absent changes nothing.";

@InputType({ description: 'Words the public page anew; what is absent stays.' })
export class PublicPageSaveInput {
  @Field(() => String, { nullable: true, description: `Telephone; ${NULL_GIVES_BACK}` })
  phone?: string | null;

  @Field(() => BilingualTextInput, { nullable: true, description: `Hours; ${NULL_GIVES_BACK}` })
  hours?: BilingualTextInput | null;

  @Field(() => BilingualTextInput, { nullable: true, description: `Address; ${NULL_GIVES_BACK}` })
  address?: BilingualTextInput | null;

  @Field(() => BilingualTextInput, { nullable: true, description: `Introduction; ${NULL_GIVES_BACK}` })
  introduction?: BilingualTextInput | null;

  @Field(() => [BilingualTextInput], { nullable: true, description: `What it handles; ${NULL_GIVES_BACK}` })
  handles?: BilingualTextInput[] | null;

  @Field(() => [BilingualTextInput], {
    nullable: true,
    description: `What belongs elsewhere; ${NULL_GIVES_BACK}`,
  })
  elsewhere?: BilingualTextInput[] | null;

  @Field(() => [BilingualTextInput], { nullable: true, description: `Procedure; ${NULL_GIVES_BACK}` })
  procedure?: BilingualTextInput[] | null;

  @Field(() => [BilingualTextInput], { nullable: true, description: `Duties; ${NULL_GIVES_BACK}` })
  duties?: BilingualTextInput[] | null;

  @Field(() => [BilingualTextInput], { nullable: true, description: `Commitments; ${NULL_GIVES_BACK}` })
  commitments?: BilingualTextInput[] | null;

  @Field(() => [BilingualTextInput], {
    nullable: true,
    description: `Further legal bases; ${NULL_GIVES_BACK}`,
  })
  legalBases?: BilingualTextInput[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the complainant is told who handles it.' })
  showsStaffNames?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether complaints can be sent over the page.' })
  takesComplaints?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: OFFERS_OPEN311 })
  offersOpen311?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: TAKES_MAIL })
  takesMail?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: WRITES_LETTERS })
  writesLetters?: boolean | null;

  @Field(() => String, { nullable: true, description: IDEMPOTENCY_KEY })
  idempotencyKey?: string | null;
}

@ObjectType({ description: 'Whether the page was worded anew.' })
export class PublicPageSavePayload {
  @Field(() => PublicPageSettings, { nullable: true, description: 'The page as it stands now.' })
  publicPage!: PublicPageSettings | null;

  @Field(() => [UserError], { description: 'Why nothing was changed; empty when it was.' })
  userErrors!: UserError[];
}
