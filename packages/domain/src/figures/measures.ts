/**
 * What is counted. A measure is a thing that happened to a complaint at a moment; `facts.ts` says when.
 * A count of a measure over a period, narrowed by dimensions, is a figure; the complaints behind it are its cases.
 */
export const MEASURES = [
  'RECEIVED',
  'ACCEPTED',
  'DECLINED',
  'TRANSFERRED',
  'MERGED',
  'WITHDRAWN',
  'CLOSED',
  'REOPENED',
  'APPEALED',
  /** Left the open matters, whichever way: what {@link WAYS_IN} is balanced by. */
  'LEFT',
  'ANSWERED',
  'CONCLUDED',
  'FIRST_CONTACT',
  'REPEATED',
  'CLOCK_ENDED',
  'PROMISE_DUE',
  'FOLLOW_UP_DUE',
  'FOLLOWED_UP',
  /** Amount: seconds from receipt to closing. */
  'HANDLING_TIME',
  /** Amount: working seconds from receipt to closing, by the organisation's calendar. */
  'HANDLING_WORKING_TIME',
  /** Amount: seconds from receipt until it was first repaired, or the service restored. */
  'REPAIR_TIME',
  /** Amount: minor units of the converted sum, where the remedy has one. */
  'REMEDY',
  /** Amount: minor units of the converted sum, where the sanction has one. */
  'SANCTION',
  /** Amount: minor units paid to the treasury. */
  'SANCTION_PAID',
  'CONVERTED',
  'FORWARDED',
  /** What was forwarded and confirmed, on the day of the receipt. */
  'FORWARDING_RECEIVED',
  'HANDED_OVER',
  'ESCALATED',
  'RECUSED',
  /** Linked to an incident, and still so. */
  'INCIDENT_LINKED',
  'REVEALED',
  'MEDIATED',
  'ROUTE_TAKEN',
  'CAUSE_STATED',
  'LESSON_RECORDED',
  'ACTION_PLANNED',
  'ACTION_COMPLETED',
  'DOCUMENT_ISSUED',
  'ENGINEERING_JOINED',
  'ENGINEERING_ADVANCED',
  'ENGINEERING_ENDED',
] as const;
export type Measure = (typeof MEASURES)[number];

/** Every way into the open matters; open at the end is what came in so far less what LEFT. */
export const WAYS_IN: readonly Measure[] = ['RECEIVED', 'REOPENED', 'APPEALED'];

/** The dimensions that every complaint has; sectors add their fields marked `dimension` as `details.<key>`. */
export const COMMON_DIMENSIONS = [
  'channel',
  'sourceLevel',
  'sourceBody',
  'kind',
  'category',
  'categoryRoot',
  'classification',
  'classificationRoot',
  /** The box it lay in before it was ever converted. */
  'classifiedFirst',
  'disclosure',
  'respondentType',
  'respondent',
  'department',
  'handler',
  'acceptance',
  'declineGround',
  'transferredTo',
  'finding',
  'validity',
  'sanctioned',
  'cause',
  'demand',
  'status',
] as const;

/** Dimensions of the thing that happened rather than of its complaint. */
export const FACT_DIMENSIONS = [
  'wayOut',
  'clock',
  'clockResult',
  'promiseResult',
  'followUpResult',
  'resolved',
  'reached',
  'remedy',
  'sanction',
  'currency',
  'conversion',
  'forwardedTo',
  'escalation',
  'route',
  'mediationResult',
  /** The incident by its id. */
  'incident',
  /** A document by its code. */
  'document',
  /** A list from which engineers work, where it is, how far it has come. */
  'outlet',
  'site',
  'stage',
  /** Of the complaints that an item serves, the one by which it is counted. */
  'leading',
  'improved',
  'repeatFault',
] as const;
export type Dimension =
  | (typeof COMMON_DIMENSIONS)[number]
  | (typeof FACT_DIMENSIONS)[number]
  | `details.${string}`;

/** Dimensions in which one complaint may stand under several values, so that parts add up to more than the total. */
export const MULTI_VALUED_DIMENSIONS: readonly string[] = ['cause', 'demand'];

/** Narrowing of a measure: every dimension named must have one of the values given; `NONE` is "not stated". */
export type Where = Readonly<Partial<Record<Dimension, readonly string[]>>>;
/** The value under which a complaint without a value is counted, so that every breakdown adds up. */
export const NOT_STATED = 'NONE';

/** A countable thing. */
export interface MeasureQuery {
  readonly measure: Measure;
  readonly where?: Where;
}
