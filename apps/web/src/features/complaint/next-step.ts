import type { ComplaintAction } from '../../generated/schema.ts';
import type { ComplaintOfPage } from './complaint-of-page.ts';

/** What the choice of a next step depends on. */
export type Stand = Pick<
  ComplaintOfPage,
  | 'status'
  | 'attention'
  | 'acceptance'
  | 'answers'
  | 'finding'
  | 'followUps'
  | 'causes'
  | 'handler'
  | 'allowedActions'
>;

/** What is tried in turn: the first that is of use and allowed is the next step. */
type Candidate = readonly [ComplaintAction, (stand: Stand) => boolean];

const BEFORE_DECISION = new Set<Stand['status']>(['REGISTERED', 'UNDER_REVIEW']);
const decided = ({ status }: Stand): boolean => !BEFORE_DECISION.has(status);

/** In the order in which an office would think of them. */
const CANDIDATES: readonly Candidate[] = [
  // What somebody waits for comes before one's own work on the matter.
  ['ACCEPT_HAND_OVER', () => true],
  ['ACKNOWLEDGE_ATTENTION', ({ attention }) => attention.length > 0],
  ['ACCEPT', (stand) => !decided(stand)],
  ['NOTIFY_DECISION', ({ acceptance }) => acceptance != null && acceptance.notifiedAt == null],
  ['HEAR_FROM_COMPLAINANT', ({ status }) => status === 'WAITING_FOR_COMPLAINANT'],
  ['END_MEDIATION', ({ status }) => status === 'IN_MEDIATION'],
  ['APPROVE_ANSWER', ({ answers }) => answers.some(({ status }) => status === 'DRAFT')],
  ['ASSIGN', ({ handler, status }) => handler == null && status === 'ACCEPTED'],
  ['CONCLUDE', (stand) => stand.finding == null && !isAnswered(stand) && stand.status !== 'TRANSFERRED'],
  ['ANSWER', (stand) => !isAnswered(stand)],
  ['FOLLOW_UP', ({ followUps, status }) => followUps.length === 0 && status === 'ANSWERED'],
  ['CLOSE', () => true],
  ['STATE_CAUSE', ({ causes, status }) => causes.length === 0 && status !== 'CLOSED'],
  ['RECORD_TRANSFER_ANSWER', ({ status }) => status === 'TRANSFERRED'],
];

function isAnswered({ answers }: Stand): boolean {
  return answers.some(({ status, final }) => status === 'GIVEN' && final);
}

/** The one action that takes the complaint on; `undefined` when nothing waits for the viewer. */
export function nextStepOf(stand: Stand): ComplaintAction | undefined {
  const allowed = new Set(stand.allowedActions.filter((each) => each.allowed).map(({ action }) => action));
  return CANDIDATES.find(([action, isOfUse]) => allowed.has(action) && isOfUse(stand))?.[0];
}

/** What offices do all day, in the order in which it stands beside the next step. */
const FREQUENT: readonly ComplaintAction[] = [
  'ANSWER',
  'PROMISE',
  'RECORD_CONTACT',
  'NOTE',
  'ADD_EVIDENCE',
  'CONCLUDE',
  'ASSIGN',
  'FOLLOW_UP',
  'CLOSE',
  'TAKE_CASE_FILE',
];
/** How many of them there is room for. */
const MOST_BESIDE = 5;

type Offered = ComplaintOfPage['allowedActions'][number];

export interface Offers {
  readonly next: Offered | undefined;
  readonly beside: readonly Offered[];
  /** Everything else that can be done now, in the order of the life of a complaint. */
  readonly more: readonly Offered[];
  readonly impossible: readonly Offered[];
}

/** The actions of a complaint, sorted by how near they lie. Revealing an identity stands with the people. */
export function offersOf(stand: Stand): Offers {
  const offered = stand.allowedActions.filter(({ action }) => action !== 'REVEAL');
  const possible = offered.filter(({ allowed }) => allowed);
  const step = nextStepOf(stand);
  const next = possible.find(({ action }) => action === step);
  const beside = FREQUENT.flatMap((action) => possible.find((each) => each.action === action) ?? [])
    .filter((each) => each !== next)
    .slice(0, MOST_BESIDE);
  return {
    next,
    beside,
    more: possible.filter((each) => each !== next && !beside.includes(each)),
    impossible: offered.filter(({ allowed }) => !allowed),
  };
}
