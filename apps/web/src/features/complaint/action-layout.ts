import type { Channel } from '../../generated/schema.ts';
import type { ActionField } from './action-inputs.ts';
import type { ComplaintOfPage } from './complaint-of-page.ts';

/** How the form of an action is laid out beyond what the schema says: what comes first, what stands there already. */
interface Layout {
  readonly first?: readonly string[];
  readonly initial?: (complaint: ComplaintOfPage) => Readonly<Record<string, unknown>>;
  /** Fields that say nothing while this holds. */
  readonly hidden?: (
    typed: Readonly<Record<string, unknown>>,
    complaint: ComplaintOfPage,
  ) => readonly string[];
}

/** By which way one reaches the complainant, as far as the way they came by is one. */
const BACK: Readonly<Partial<Record<Channel, Channel>>> = {
  PHONE: 'PHONE',
  DUTY_LINE: 'PHONE',
  HOTLINE_TRANSFER: 'PHONE',
  EMAIL: 'EMAIL',
  LETTER: 'LETTER',
  IN_PERSON: 'IN_PERSON',
};
const back = ({ channel }: ComplaintOfPage) => (BACK[channel] ? { via: BACK[channel] } : {});

/** The document that was issued last is the one that is mostly meant. */
const lastIssued = ({ documents }: ComplaintOfPage) => {
  const last = documents.findLast(({ supersededBy, acknowledged }) => !supersededBy && !acknowledged);
  return last ? { documentId: last.id } : {};
};

const LAYOUTS: Readonly<Record<string, Layout | undefined>> = {
  ANSWER: {
    first: ['answerId', 'text', 'via', 'final', 'nextText', 'nextDueAt'],
    initial: (complaint) => ({ final: true, ...back(complaint) }),
    hidden: ({ final }) => (final === false ? [] : ['nextText', 'nextDueAt']),
  },
  DRAFT_ANSWER: { first: ['text', 'final'], initial: () => ({ final: true }) },
  // The body that the sector's table proposes stands there already; it goes with its ground alone.
  DECLINE: {
    first: ['ground', 'body', 'reason'],
    initial: ({ proposedBody }) =>
      proposedBody ? { ground: proposedBody.ground?.code, body: proposedBody.body } : {},
    hidden: ({ ground }, { proposedBody }) =>
      proposedBody && ground !== undefined && ground !== proposedBody.ground?.code ? ['body'] : [],
  },
  TRANSFER: {
    first: ['body', 'reason'],
    initial: ({ proposedBody }) => (proposedBody ? { body: proposedBody.body } : {}),
  },
  PROMISE: { first: ['dueAt', 'text'] },
  CONCLUDE: { first: ['finding', 'facts'] },
  RECORD_CONTACT: {
    first: ['summary', 'via', 'reached'],
    initial: (complaint) => ({ reached: true, ...back(complaint) }),
  },
  HEAR_FROM_COMPLAINANT: { first: ['text', 'via'], initial: back },
  NOTIFY_DECISION: { first: ['via', 'text'], initial: back },
  FOLLOW_UP: { first: ['result', 'resolved', 'remark'] },
  ADD_EVIDENCE: { first: ['title', 'file', 'text'] },
  SPLIT: {
    first: ['content', 'kind', 'category', 'reason'],
    initial: ({ kind }) => ({ kind }),
  },
  SETTLE_ON_THE_SPOT: { first: ['answer', 'remedy', 'money', 'satisfied', 'cause'] },
  ASSIGN: { first: ['memberId', 'departmentId', 'reason'] },
  HAND_OVER: { first: ['memberId', 'departmentId', 'reason'] },
  GIVE_REMEDY: { first: ['remedy', 'money', 'description'] },
  ISSUE_DOCUMENT: { first: ['document', 'addressedTo', 'text'] },
  DELIVER_DOCUMENT: { first: ['documentId', 'delivery', 'on'], initial: lastIssued },
  ACKNOWLEDGE_DOCUMENT: { first: ['documentId', 'on', 'receivedBy'], initial: lastIssued },
  RECORD_FORWARDING_RECEIPT: {
    first: ['to', 'number', 'on'],
    initial: ({ forwardings }) => {
      const waiting = forwardings.find(({ receipt }) => !receipt);
      return waiting ? { to: waiting.to.code } : {};
    },
  },
  IMPOSE_SANCTION: { first: ['sanction', 'party', 'money', 'basis', 'paidOn'] },
};

/** Required before optional, where nothing better is known. */
export function inOrder(action: string, fields: readonly ActionField[]): readonly ActionField[] {
  const first = LAYOUTS[action]?.first ?? [];
  const rank = ({ name, required }: ActionField): number => {
    const place = first.indexOf(name);
    return place === -1 ? first.length + (required ? 0 : 1) : place;
  };
  return fields.toSorted((a, b) => rank(a) - rank(b));
}

export function initialOf(action: string, complaint: ComplaintOfPage): Readonly<Record<string, unknown>> {
  return LAYOUTS[action]?.initial?.(complaint) ?? {};
}

export function hiddenIn(
  action: string,
  typed: Readonly<Record<string, unknown>>,
  complaint: ComplaintOfPage,
): readonly string[] {
  return LAYOUTS[action]?.hidden?.(typed, complaint) ?? [];
}
