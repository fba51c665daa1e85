/**
 * The fixed vocabulary of every complaint, whatever its sector. Codes are SCREAMING_SNAKE_CASE so that they
 * stand unchanged in events, columns, GraphQL enums and exports; labels live in `labels.ts`.
 */

export const CHANNELS = [
  'PHONE',
  'HOTLINE_TRANSFER',
  'DUTY_LINE',
  'LETTER',
  'WEB_FORM',
  'SUGGESTION_BOX',
  'EMAIL',
  'IN_PERSON',
  'SUPERIOR_BODY',
  'API',
  /** How it came in is not known: imported history. */
  'OTHER',
] as const;
export type Channel = (typeof CHANNELS)[number];

/** Telephone or written: the two families in which regulators count channels. */
export const TELEPHONE_CHANNELS: readonly Channel[] = ['PHONE', 'HOTLINE_TRANSFER', 'DUTY_LINE'];

/** Who sent it: the complainant, or a body that forwarded it. */
export const SOURCE_LEVELS = [
  'DIRECT',
  'HOTLINE_12345',
  'HOTLINE_12315',
  'HOTLINE_12319',
  'HOTLINE_114',
  /** A line of the city's own beside the national ones: a citizen's or travel card's. */
  'HOTLINE_CITY_CARD',
  'PETITION_OFFICE',
  'SUPERIOR_BODY',
  'PEER_BODY',
  'CONSUMER_ASSOCIATION',
  'OTHER_BODY',
] as const;
export type SourceLevel = (typeof SOURCE_LEVELS)[number];

export const KINDS = ['COMPLAINT', 'REPORT', 'INQUIRY', 'HELP_REQUEST', 'SUGGESTION'] as const;
export type Kind = (typeof KINDS)[number];

export const DISCLOSURES = ['NAMED', 'CONFIDENTIAL', 'ANONYMOUS'] as const;
export type Disclosure = (typeof DISCLOSURES)[number];

export const DEMANDS = [
  'APOLOGY',
  'EXPLANATION',
  'REFUND',
  'COMPENSATION',
  'REPAIR',
  'REPLACEMENT',
  'CORRECTION',
  'PUNISHMENT',
  'INFORMATION',
] as const;
export type Demand = (typeof DEMANDS)[number];

export const STATUSES = [
  'REGISTERED',
  'UNDER_REVIEW',
  'ACCEPTED',
  'IN_PROGRESS',
  'WAITING_FOR_COMPLAINANT',
  'IN_MEDIATION',
  'ANSWERED',
  'FOLLOWED_UP',
  'CLOSED',
  'DECLINED',
  'TRANSFERRED',
  'MERGED',
  'WITHDRAWN',
] as const;
export type Status = (typeof STATUSES)[number];

/** The states in which a complaint is still owed something. */
export const OPEN_STATUSES: readonly Status[] = [
  'REGISTERED',
  'UNDER_REVIEW',
  'ACCEPTED',
  'IN_PROGRESS',
  'WAITING_FOR_COMPLAINANT',
  'IN_MEDIATION',
  'ANSWERED',
  'FOLLOWED_UP',
];

export const FINDINGS = ['SUBSTANTIATED', 'PARTLY_SUBSTANTIATED', 'UNSUBSTANTIATED'] as const;
export type Finding = (typeof FINDINGS)[number];

export const FOLLOW_UP_RESULTS = [
  'SATISFIED',
  'ACCEPTABLE',
  'DISSATISFIED',
  'REFUSED_TO_SAY',
  'UNREACHABLE',
  'NOT_NEEDED',
] as const;
export type FollowUpResult = (typeof FOLLOW_UP_RESULTS)[number];
/** The follow-ups in which somebody answered the question. */
export const ANSWERED_FOLLOW_UPS: readonly FollowUpResult[] = ['SATISFIED', 'ACCEPTABLE', 'DISSATISFIED'];

export const REMEDIES = [
  'APOLOGY',
  'EXPLANATION',
  'REFUND',
  'COMPENSATION',
  'REPAIR',
  'REPLACEMENT',
  /** Paid to a traveller out of the deposit that a travel agency has lodged. */
  'QUALITY_DEPOSIT',
  'FREE_REVISIT',
  'FEE_WAIVER',
  'TARIFF_ADJUSTMENT',
  'CORRECTION',
  'SERVICE_RESTORED',
  'STAFF_DISCIPLINE',
  'STAFF_EDUCATION',
  'RULE_CHANGE',
  'INFORMATION_GIVEN',
  'SAMPLING_TEST',
] as const;
export type Remedy = (typeof REMEDIES)[number];

export const SANCTIONS = [
  'ORDER_TO_CORRECT',
  'WARNING',
  'FINE',
  'CONFISCATION',
  'SEIZURE',
  'SUSPENSION',
  'REVOCATION',
  'EDUCATION',
  'REFERRAL_TO_POLICE',
] as const;
export type Sanction = (typeof SANCTIONS)[number];

export const WITHDRAWAL_REASONS = ['SETTLED', 'NO_LONGER_WISHED', 'MISTAKE', 'COURT', 'OTHER'] as const;
export type WithdrawalReason = (typeof WITHDRAWAL_REASONS)[number];

export const ESCALATION_REASONS = [
  'THIRD_HAND_OVER',
  'UNTOUCHED',
  'CLOCK_OVERDUE',
  'PROMISE_BROKEN',
  /** A promise was settled without settling the matter, and none followed. */
  'NO_NEXT_PROMISE',
] as const;
export type EscalationReason = (typeof ESCALATION_REASONS)[number];

/** How far engineers have come with what a complaint waits for. */
/** To whom a document goes. */
export const ADDRESSEES = ['COMPLAINANT', 'RESPONDENT', 'OTHER_BODY'] as const;
export type Addressee = (typeof ADDRESSEES)[number];

/** How a document was served (the ways of 民事诉讼法 ch. 7 s. 2, by which administrative documents are served too). */
export const DELIVERIES = ['IN_PERSON', 'BY_POST', 'ELECTRONIC', 'LEFT_AT_ADDRESS', 'PUBLIC_NOTICE'] as const;
export type Delivery = (typeof DELIVERIES)[number];

export const ENGINEERING_STAGES = ['PLANNED', 'CARRIED_OVER', 'DONE'] as const;
export type EngineeringStage = (typeof ENGINEERING_STAGES)[number];
