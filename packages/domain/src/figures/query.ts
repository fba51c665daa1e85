import type { Localized } from '@huiyin/shared';
import type { Affected, IncidentStatus } from '../incident/state.ts';
import type { EffectCounts } from '../learning/effect-counts.ts';
import type { Site } from '../sites/tree.ts';
import type { LocalDate } from '../time.ts';
import type { TrainingCounts } from '../training/figures.ts';
import type { VisitCounts } from '../visits/figures.ts';
import type { Dimension, Measure, Where } from './measures.ts';

/**
 * What is counted and is no fact of its own, but follows from facts and the complaint as it stands. At the end of the last
 * day, whenever they began: `ENGINEERING_WAITING` still waits on a list of engineers, `ACTION_OPEN` is planned and not
 * completed, `ACTION_OVERDUE` is so past its due date. Within the period: `ACTION_IN_TIME` completed by its due date.
 */
export const DERIVED = ['ENGINEERING_WAITING', 'ACTION_OPEN', 'ACTION_OVERDUE', 'ACTION_IN_TIME'] as const;
export type Derived = (typeof DERIVED)[number];

export function isDerived(measure: Counted): measure is Derived {
  return (DERIVED as readonly string[]).includes(measure);
}

/** `OPEN` counts what is still open at the end of the last day, whenever it was received. */
export type Counted = Measure | 'OPEN' | Derived;

/** The exact query behind a figure: what was counted, over which days, narrowed by what. Opens onto its cases. */
export interface FigureQuery {
  readonly measure: Counted;
  readonly where?: Where;
  /** First day, inclusive. */
  readonly from: LocalDate;
  /** Last day, inclusive. */
  readonly to: LocalDate;
}

/** Counts under each value (or pair of values) of up to two dimensions; without any, the total. */
export interface Group {
  readonly values: readonly string[];
  readonly count: number;
  /** Sum of the amounts, in minor units of the converted currency or in seconds. */
  readonly amount: number;
}

/** Sums of money in the currency they were agreed or imposed in, beside what they were converted to. */
export interface CurrencySum {
  readonly currency: string;
  readonly count: number;
  /** Minor units of `currency`. */
  readonly original: number;
  /** Minor units of yuan. */
  readonly converted: number;
}

/** One case of a report, masked: nothing of who complained. */
export interface CaseLine {
  readonly id: string;
  /** Codes and texts by column; in both languages where the words are ours. */
  readonly values: Readonly<Record<string, string | number | Localized | null>>;
}

/** The cases behind a figure: those shown, and how many there are. */
export interface CaseList {
  readonly lines: readonly CaseLine[];
  /** Every case counted, each once. */
  readonly cases: number;
  /** Those of them in boxes that only named roles may see: never shown in a report. */
  readonly restricted: number;
}

/** One sum of money of a report. */
export interface AmountLine {
  readonly id: string;
  readonly number: string;
  readonly party: string | null;
  /** Code of the sanction or remedy. */
  readonly what: string;
  readonly currency: string;
  readonly original: number;
  readonly rate: string | null;
  readonly rateDate: string | null;
  readonly converted: number;
  readonly on: LocalDate;
  readonly paidOn: LocalDate | null;
}

/** An incident of a report, as it stood on the last day asked for. */
export interface IncidentLine {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly openedOn: LocalDate;
  readonly status: IncidentStatus;
  /** From its opening to the first answer that settles it; null where none had gone out. */
  readonly secondsToAnswer: number | null;
  /** Its complaints, for counting them and the people behind them. */
  readonly cases: readonly Affected[];
}

/** A name under which complaints speak of a party that the register knows by another. */
export interface FormerName {
  readonly name: string;
  /** Code of its kind, NONE where nobody said. */
  readonly type: string;
  /** The entry that it belongs to now: kind and name, a line each. */
  readonly now: string;
}

/** A corrective action of a report, as it stood on the last day asked for; of cases that everybody may see. */
export interface ActionLine extends EffectCounts {
  readonly complaintId: string;
  readonly number: string;
  /** What is to be done, the complainant masked. */
  readonly text: string;
  readonly ownerMemberId: string | null;
  readonly ownerDepartmentId: string | null;
  readonly dueOn: LocalDate;
  readonly plannedOn: LocalDate;
  /** Null while it was not completed. */
  readonly completedOn: LocalDate | null;
  readonly causes: readonly string[];
  readonly departmentId: string | null;
  readonly respondentName: string | null;
}

/** Everything that a report asks of the store. */
export type FigureRequest =
  | { readonly kind: 'groups'; readonly query: FigureQuery; readonly by: readonly Dimension[] }
  /** Groups by month, values `YYYY-MM`. */
  | { readonly kind: 'months'; readonly query: FigureQuery }
  /** The amount below which a share `at` (0–1) of the amounts lies, interpolated (SQL `percentile_cont`). */
  | { readonly kind: 'percentile'; readonly query: FigureQuery; readonly at: number }
  | { readonly kind: 'currencies'; readonly query: FigureQuery }
  | { readonly kind: 'amounts'; readonly query: FigureQuery }
  | {
      readonly kind: 'cases';
      readonly query: FigureQuery;
      readonly limit: number;
      readonly columns: readonly string[];
    }
  /** Incidents opened from the one day to the other. */
  | { readonly kind: 'incidents'; readonly from: LocalDate; readonly to: LocalDate }
  /** Names of parties that the register keeps under another. */
  | { readonly kind: 'formerNames' }
  /** Training held from the one day to the other, and certificates that end in these days. */
  | { readonly kind: 'training'; readonly from: LocalDate; readonly to: LocalDate }
  /** The organisation's tree of sites as it is kept now. */
  | { readonly kind: 'sites' }
  /** Preventive visits planned for or made from the one day to the other. */
  | { readonly kind: 'visits'; readonly from: LocalDate; readonly to: LocalDate }
  /** Corrective actions overdue on the last day; completed, or observed to the end, from the one day to the other. */
  | {
      readonly kind: 'actions';
      readonly which: 'OVERDUE' | 'COMPLETED';
      readonly from: LocalDate;
      readonly to: LocalDate;
    }
  /** A number that the organisation gave for a period. */
  | { readonly kind: 'denominator'; readonly code: string; readonly from: LocalDate; readonly to: LocalDate };

export interface FigureAnswers {
  readonly groups: readonly Group[];
  readonly months: readonly Group[];
  readonly percentile: number | null;
  readonly currencies: readonly CurrencySum[];
  readonly amounts: readonly AmountLine[];
  readonly cases: CaseList;
  readonly incidents: readonly IncidentLine[];
  readonly formerNames: readonly FormerName[];
  readonly training: readonly TrainingCounts[];
  readonly sites: readonly Site[];
  readonly visits: readonly VisitCounts[];
  readonly actions: readonly ActionLine[];
  readonly denominator: number | null;
}

/** Answers requests at once; a report is written against it twice: to learn what it asks, and with the answers. */
export type FigureSource = <Kind extends FigureRequest['kind']>(
  request: Extract<FigureRequest, { kind: Kind }>,
) => FigureAnswers[Kind];

const NOTHING: FigureAnswers = {
  groups: [],
  months: [],
  percentile: null,
  currencies: [],
  amounts: [],
  cases: { lines: [], cases: 0, restricted: 0 },
  incidents: [],
  formerNames: [],
  training: [],
  sites: [],
  visits: [],
  actions: [],
  denominator: null,
};

/** The request as a key: two of the same words are one question. */
export function requestKey(request: FigureRequest): string {
  return JSON.stringify(request);
}

/** Everything that `write` asks for, each once. */
export function requestsOf(write: (source: FigureSource) => unknown): readonly FigureRequest[] {
  const asked = new Map<string, FigureRequest>();
  write((request) => {
    asked.set(requestKey(request), request);
    return NOTHING[request.kind];
  });
  return [...asked.values()];
}

/** A source of answers that are known already. @throws for a request that was not asked before */
export function answeredSource(
  answers: ReadonlyMap<string, FigureAnswers[FigureRequest['kind']]>,
): FigureSource {
  return ((request: FigureRequest) => {
    const key = requestKey(request);
    if (!answers.has(key)) throw new Error(`Nobody asked for ${key}.`);
    return answers.get(key);
  }) as FigureSource;
}
