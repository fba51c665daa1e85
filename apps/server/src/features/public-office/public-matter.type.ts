import type { WITHDRAWAL_REASONS } from '@huiyin/domain';
import { Field, InputType, Int, ObjectType } from 'type-graphql';
import {
  DemandEnum,
  DisclosureEnum,
  domainEnum,
  FollowUpResultEnum,
  KindEnum,
  WithdrawalReasonEnum,
} from '../../graphql/enums.ts';
import { DateTime, LocalDate } from '../../graphql/scalars.ts';
import { ComplaintDetailsInput } from '../../graphql/sector-types.ts';
import { UserError } from '../../graphql/user-error.ts';
import { Term } from '../../graphql/values.ts';
import { COMMAND_OF_ACTION, type PublicAction } from './public-matters.ts';
import { PUBLIC_STAGES, STAGE_LABELS } from './public-words.ts';

export const PublicStageEnum = domainEnum({
  name: 'PublicStage',
  description: 'Where a complaint stands, as its complainant sees it.',
  codes: PUBLIC_STAGES,
  labels: STAGE_LABELS,
});

export const MediationAnswerEnum = domainEnum({
  name: 'MediationAnswer',
  description: 'What a complainant says to a mediation that the office proposes.',
  codes: ['AWAITED', 'AGREED', 'DECLINED'],
  labels: {
    AWAITED: { zh: '尚未答复', en: 'Not answered yet' },
    AGREED: { zh: '同意调解', en: 'Agreed to the mediation' },
    DECLINED: { zh: '不同意调解', en: 'Declined the mediation' },
  },
});

export const PublicActionEnum = domainEnum({
  name: 'PublicAction',
  description: 'What a complainant can do to their own complaint.',
  codes: Object.keys(COMMAND_OF_ACTION) as PublicAction[],
  labels: {
    ADD_MATERIAL: { zh: '补充材料', en: 'Add words or files' },
    ANSWER_MEDIATION: { zh: '答复调解意愿', en: 'Agree to a mediation or decline it' },
    RATE: { zh: '评价', en: 'Say what they think of the result' },
    REOPEN: { zh: '要求重办', en: 'Have it taken up again' },
    WITHDRAW: { zh: '撤回', en: 'Withdraw it' },
  },
});

@ObjectType({ description: 'What is due next.' })
export class PublicNextStep {
  @Field(() => String, { description: 'What it is.' })
  text!: string;

  @Field(() => DateTime, { description: 'By when.' })
  by!: string;

  @Field(() => Boolean, { description: 'Whether that has passed.' })
  late!: boolean;

  @Field(() => Boolean, { description: 'Whether the office promised it, beside what law asks.' })
  promised!: boolean;

  @Field(() => Boolean, { description: 'Whether the calendar of that year is not published yet.' })
  provisional!: boolean;
}

@ObjectType({ description: 'Something that happened.' })
export class PublicStep {
  @Field(() => DateTime, { description: 'When.' })
  at!: string;

  @Field(() => String, { description: 'What.' })
  title!: string;

  @Field(() => String, { nullable: true, description: 'In words, where there are any.' })
  text!: string | null;
}

@ObjectType({ description: 'An answer of the office.' })
export class PublicAnswer {
  @Field(() => DateTime, { description: 'When it was given.' })
  at!: string;

  @Field(() => String, { description: 'The words.' })
  text!: string;

  @Field(() => Boolean, { description: 'Whether it settles the matter; others tell how far it is.' })
  final!: boolean;
}

@ObjectType({ description: 'A file that the complainant added.' })
export class PublicFile {
  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @Field(() => Int, { description: 'Its size.' })
  bytes!: number;

  @Field(() => DateTime, { description: 'When it was added.' })
  at!: string;
}

@ObjectType({ description: 'A mediation that the complainant was asked about.' })
export class PublicMediation {
  @Field(() => String, { description: 'What is proposed.' })
  text!: string;

  @Field(() => DateTime, { description: 'When they were asked.' })
  askedAt!: string;

  @Field(() => MediationAnswerEnum, { description: 'What they said to it so far.' })
  answer!: keyof typeof MediationAnswerEnum;
}

@ObjectType({ description: 'A complaint as whoever made it sees it.' })
export class PublicMatter {
  @Field(() => String, { description: 'Its number.' })
  number!: string;

  @Field(() => PublicStageEnum, { description: 'Where it stands.' })
  stage!: keyof typeof PublicStageEnum;

  @Field(() => String, { description: 'The same in a word.' })
  stageLabel!: string;

  @Field(() => String, { description: 'What it means and what happens next.' })
  stageText!: string;

  @Field(() => DateTime, { description: 'When it was received.' })
  receivedAt!: string;

  @Field(() => Term, { description: 'Its kind.' })
  kind!: Term;

  @Field(() => Term, { nullable: true, description: 'What it is about.' })
  category!: Term | null;

  @Field(() => String, { description: 'What the complainant wrote.' })
  content!: string;

  @Field(() => PublicNextStep, { nullable: true, description: 'What is due next; null when nothing is.' })
  next!: PublicNextStep | null;

  @Field(() => String, { nullable: true, description: 'What the office waits for; null when for nothing.' })
  request!: string | null;

  @Field(() => [PublicStep], { description: 'What happened so far, in order.' })
  steps!: PublicStep[];

  @Field(() => [PublicAnswer], { description: 'Answers given.' })
  answers!: PublicAnswer[];

  @Field(() => [PublicFile], { description: 'Files that the complainant added.' })
  files!: PublicFile[];

  @Field(() => PublicMediation, { nullable: true, description: 'The latest offer of a mediation.' })
  mediation!: PublicMediation | null;

  @Field(() => String, { nullable: true, description: 'Who handles it; null unless the office shows it.' })
  handlerName!: string | null;

  @Field(() => Term, { nullable: true, description: 'What the complainant said of the result last.' })
  rating!: Term | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'Until when it can be taken up again; null when it cannot.',
  })
  reopenUntil!: string | null;

  @Field(() => [PublicActionEnum], { description: 'What can be done now.' })
  actions!: (keyof typeof PublicActionEnum)[];
}

@InputType({ description: 'Who complains; ignored when anonymous.' })
export class PublicComplainantInput {
  @Field(() => String, { nullable: true, description: 'Name.' })
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'Telephone.' })
  phone?: string | null;

  @Field(() => String, { nullable: true, description: 'E-mail.' })
  email?: string | null;
}

const KEY =
  'A random UUID of the caller’s own: the same call again changes nothing and gives the same answer.';
const FILES = 'Names of files sent to `/public/files` (tus), as their addresses end.';

@InputType({ description: 'A complaint of the public.' })
export class PublicComplaintSubmitInput {
  @Field(() => String, { description: 'Short name of the office in its address.' })
  office!: string;

  @Field(() => String, {
    description: 'The solved challenge of `publicCaptcha`, JSON: `{challenge, solution}`.',
  })
  captcha!: string;

  @Field(() => String, { description: KEY })
  idempotencyKey!: string;

  @Field(() => KindEnum, { description: 'What is wanted.' })
  kind!: keyof typeof KindEnum;

  @Field(() => String, { description: 'Code of what it is about, of the form’s categories.' })
  category!: string;

  @Field(() => String, { description: 'What happened.' })
  content!: string;

  @Field(() => [DemandEnum], { description: 'What is asked for.' })
  demands!: (keyof typeof DemandEnum)[];

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      'Theirs is the same as the matters of `publicSimilarMatters`: the office looks at them together.',
  })
  sameAsOthers!: boolean;

  @Field(() => LocalDate, { nullable: true, description: 'When it happened.' })
  occurredOn?: string | null;

  @Field(() => String, { nullable: true, description: 'Who is complained about.' })
  respondentName?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Code of what they are, of the form’s kinds of respondents.',
  })
  respondentType?: string | null;

  @Field(() => ComplaintDetailsInput, {
    nullable: true,
    description: 'Details of the sector that the form asks for.',
  })
  details?: ComplaintDetailsInput | null;

  @Field(() => DisclosureEnum, { description: 'How far the complainant is known.' })
  disclosure!: keyof typeof DisclosureEnum;

  @Field(() => Int, {
    nullable: true,
    description: 'How many people complain together; absent: one, who complains alone.',
  })
  groupSize?: number | null;

  @Field(() => PublicComplainantInput, { nullable: true, description: 'Who complains.' })
  complainant?: PublicComplainantInput | null;

  @Field(() => [String], { nullable: true, description: FILES })
  files?: string[] | null;

  @Field(() => Boolean, { description: 'Whether they agree to how their data is used.' })
  consent!: boolean;

  @Field(() => String, {
    nullable: true,
    description:
      '`version` of the privacy notice that was shown to them. One that is no longer in force is refused; absent: the one in force.',
  })
  privacyVersion?: string | null;
}

@ObjectType({ description: 'What the complainant keeps: with both they see and move their complaint.' })
export class PublicReceipt {
  @Field(() => String, { description: 'The number of the complaint.' })
  number!: string;

  @Field(() => String, { description: 'The secret code: shown now, and never again.' })
  code!: string;

  @Field(() => PublicMatter, { description: 'The complaint.' })
  matter!: PublicMatter;
}

@ObjectType({ description: 'What `publicComplaintSubmit` did, or why it was refused.' })
export class PublicComplaintSubmitPayload {
  @Field(() => PublicReceipt, { nullable: true, description: 'The receipt; null when it was refused.' })
  receipt!: PublicReceipt | null;

  @Field(() => [UserError], { description: 'Why nothing was changed; empty when it was.' })
  userErrors!: UserError[];
}

@InputType({ description: 'Which complaint, and that it is one’s own.' })
export class PublicCredentialsInput {
  @Field(() => String, { description: 'Short name of the office in its address.' })
  office!: string;

  @Field(() => String, { description: 'The number of the complaint.' })
  number!: string;

  @Field(() => String, { description: 'Its secret code, however it is spaced.' })
  code!: string;
}

/** What every input on one's own complaint begins with. */
export interface OwnMatterInput {
  readonly credentials: PublicCredentialsInput;
  readonly idempotencyKey?: string | null;
}

function ofOwnMatter(input: new () => OwnMatterInput): void {
  Field(() => PublicCredentialsInput, { description: 'Which complaint, and that it is one’s own.' })(
    input.prototype,
    'credentials',
  );
  Field(() => String, { nullable: true, description: KEY })(input.prototype, 'idempotencyKey');
}

@InputType({ description: 'Adds words or files to one’s own complaint.' })
export class PublicMatterAddMaterialInput implements OwnMatterInput {
  credentials!: PublicCredentialsInput;
  idempotencyKey?: string | null;

  @Field(() => String, { nullable: true, description: 'The words.' })
  text?: string | null;

  @Field(() => [String], { nullable: true, description: FILES })
  files?: string[] | null;
}

@InputType({ description: 'Agrees to a mediation, or declines it.' })
export class PublicMatterAnswerMediationInput implements OwnMatterInput {
  credentials!: PublicCredentialsInput;
  idempotencyKey?: string | null;

  @Field(() => Boolean, { description: 'Whether they agree.' })
  agreed!: boolean;

  @Field(() => String, { nullable: true, description: 'Remark.' })
  remark?: string | null;
}

@InputType({ description: 'Says what one thinks of the result.' })
export class PublicMatterRateInput implements OwnMatterInput {
  credentials!: PublicCredentialsInput;
  idempotencyKey?: string | null;

  @Field(() => FollowUpResultEnum, { description: '`SATISFIED`, `ACCEPTABLE` or `DISSATISFIED`.' })
  result!: keyof typeof FollowUpResultEnum;

  @Field(() => Boolean, { description: 'Whether it is put right.' })
  resolved!: boolean;

  @Field(() => String, { nullable: true, description: 'Remark.' })
  remark?: string | null;
}

@InputType({ description: 'Has one’s own complaint taken up again.' })
export class PublicMatterReopenInput implements OwnMatterInput {
  credentials!: PublicCredentialsInput;
  idempotencyKey?: string | null;

  @Field(() => String, { description: 'Why.' })
  reason!: string;
}

@InputType({ description: 'Withdraws one’s own complaint.' })
export class PublicMatterWithdrawInput implements OwnMatterInput {
  credentials!: PublicCredentialsInput;
  idempotencyKey?: string | null;

  @Field(() => WithdrawalReasonEnum, { description: 'Why.' })
  reason!: (typeof WITHDRAWAL_REASONS)[number];

  @Field(() => String, { nullable: true, description: 'Remark.' })
  remark?: string | null;
}

for (const input of [
  PublicMatterAddMaterialInput,
  PublicMatterAnswerMediationInput,
  PublicMatterRateInput,
  PublicMatterReopenInput,
  PublicMatterWithdrawInput,
]) {
  ofOwnMatter(input);
}

/** What every mutation on one's own complaint answers. */
export interface OwnMatterPayload {
  readonly matter: PublicMatter | null;
  readonly userErrors: UserError[];
}

/** The payload of a mutation: `publicMatterRate` → `PublicMatterRatePayload`. */
function ownPayload(mutation: string): new () => OwnMatterPayload {
  const name = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Payload`;
  const payload = { [name]: class {} }[name] as new () => OwnMatterPayload;
  Field(() => PublicMatter, {
    nullable: true,
    description: 'The complaint as it stands now; null when number and code are not those of one.',
  })(payload.prototype, 'matter');
  Field(() => [UserError], { description: 'Why nothing was changed; empty when it was.' })(
    payload.prototype,
    'userErrors',
  );
  ObjectType({ description: `What \`${mutation}\` did, or why it was refused.` })(payload);
  return payload;
}

export const PublicMatterAddMaterialPayload = ownPayload('publicMatterAddMaterial');
export const PublicMatterAnswerMediationPayload = ownPayload('publicMatterAnswerMediation');
export const PublicMatterRatePayload = ownPayload('publicMatterRate');
export const PublicMatterReopenPayload = ownPayload('publicMatterReopen');
export const PublicMatterWithdrawPayload = ownPayload('publicMatterWithdraw');
