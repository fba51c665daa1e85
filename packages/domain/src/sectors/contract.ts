import type { Localized } from '@huiyin/shared';
import type { WorkingCalendar } from '../calendar/calendar.ts';
import type { ClockTrigger, DeadlineRule } from '../clocks/rule.ts';
import type { AnswerTemplate } from '../complaint/answer-template.ts';
import type { Command, Matter } from '../complaint/commands.ts';
import type { DocumentTemplate } from '../complaint/documents.ts';
import type { ComplaintState } from '../complaint/state.ts';
import type { Demand, Finding, Kind, Remedy, Sanction } from '../complaint/words.ts';
import type { MatterWatch } from '../figures/matters.ts';
import type { Watch } from '../figures/rises.ts';
import type { GuidanceCard } from '../guidance/cards.ts';
import type { SectionDeclaration } from '../report/declaration.ts';
import type { RepeatRule } from '../respondent/repeat.ts';
import type { DemoSite, SiteTree } from '../sites/tree.ts';
import type { Instant, LocalDate } from '../time.ts';
import type { GuideQuestion } from './guide.ts';
import type { ProductRegister } from './product-register.ts';

/**
 * What a sector must declare, once. From this one declaration come validation, GraphQL types and inputs, forms,
 * detail views, filters, import and export columns, clocks and report sections: nothing else in the product may
 * name a sector.
 */

/** A code with what people call it. `synonyms` are other spellings that spreadsheets use for it. */
export interface Option {
  /** SCREAMING_SNAKE_CASE, stable for ever: it stands in stored complaints. */
  readonly code: string;
  readonly label: Localized;
  readonly synonyms?: readonly string[];
}

/** A node of a tree of options. A code is unique in its whole tree; parents may be chosen too. */
export interface OptionNode extends Option {
  /** The first day on which an organisation no longer offers it; no sector declares this. */
  readonly offFrom?: LocalDate;
  readonly children?: readonly OptionNode[];
}

/** How a detail field is written down. */
export type FieldType =
  | { readonly kind: 'text'; readonly maxLength: number; readonly multiline?: boolean }
  | { readonly kind: 'integer'; readonly min?: number; readonly max?: number; readonly unit?: Localized }
  | {
      readonly kind: 'decimal';
      readonly min?: number;
      readonly max?: number;
      /** Digits after the point that are kept. */
      readonly scale: number;
      readonly unit?: Localized;
    }
  | { readonly kind: 'boolean' }
  /** A calendar day, `YYYY-MM-DD`; `past`: of something that has happened, so not after today. */
  | { readonly kind: 'date'; readonly past?: boolean }
  /** An instant, ISO 8601 in UTC; `past`: not after now. */
  | { readonly kind: 'dateTime'; readonly past?: boolean }
  | { readonly kind: 'choice'; readonly options: readonly OptionNode[] }
  | { readonly kind: 'choices'; readonly options: readonly OptionNode[] }
  /** Integer minor units with an ISO 4217 currency: `{ amount, currency }`. */
  | { readonly kind: 'money' }
  /** `{ address?, longitude?, latitude? }`, WGS-84 degrees. */
  | { readonly kind: 'place' };

/** A condition over the complaint's own facts: `field` is `kind`, `category`, `classification` or `details.<key>`. */
export interface FieldCondition {
  readonly field: string;
  readonly in: readonly string[];
}

/** One detail field of a sector. */
export interface FieldDeclaration {
  /** camelCase; the name in GraphQL, in stored details and in exports. */
  readonly key: string;
  readonly label: Localized;
  readonly help?: Localized;
  readonly type: FieldType;
  /** All must hold for the field to be required when a complaint is accepted; `[]` means always. */
  readonly requiredWhen?: readonly FieldCondition[];
  /** All must hold for the field to be asked at all; absent means always. */
  readonly askedWhen?: readonly FieldCondition[];
  /** Masked for those who do not need it: `personal` identifies somebody, `health` is health data (PIPL Art. 28). */
  readonly sensitive?: 'personal' | 'health';
  /** Offered as a breakdown in reports and as a filter in lists (choice, choices, boolean). */
  readonly dimension?: boolean;
  /** Asked of the public too: what somebody who complains can know. Everything else is the office's to find out. */
  readonly askedOf?: 'public';
  /** Offered as a filter in lists. */
  readonly filter?: boolean;
  /** Other headers that spreadsheets use for it. */
  readonly synonyms?: readonly string[];
}

/** What several fields must say together. */
export interface MatterCheck {
  /** The input field that is told of it: `details.<key>`, `classification` … */
  readonly field: string;
  /** What is wrong, and what to do. */
  readonly label: Localized;
  readonly holds: (
    matter: Matter,
    context: { readonly now: Instant; readonly state?: ComplaintState | undefined },
  ) => boolean;
}

/** Whose matter it is where all of `when` holds: `respondentType` beside the fields of every condition. */
export interface BodyInCharge {
  readonly when: readonly FieldCondition[];
  /** The ground on which such a matter is declined here. */
  readonly ground: string;
  readonly body: Localized;
  /** Why, for whoever decides. */
  readonly why: Localized;
  /** Whether it was checked at the source who is in charge. */
  readonly confirmed: boolean;
}

/** A law by which a consumer may claim more than the loss. */
export interface DamagesRule {
  /** Values of the field for which it holds. */
  readonly in: readonly string[];
  readonly priceTimes: number;
  readonly lossTimes: number;
  /** Minor units of yuan below which it never is. */
  readonly least: number;
  readonly basis: Localized;
  readonly condition: Localized;
  /** Whether the text was checked at the source. */
  readonly confirmed: boolean;
}

/** What consumers may claim beyond their loss, by what the matter is about. */
export interface PunitiveDamages {
  /** Keys of the fields that say what it is about (kind `choice`), and what was paid (kind `money`). */
  readonly by: string;
  readonly price: string;
  readonly rules: readonly DamagesRule[];
  /** Said where no law grants it. */
  readonly none: Localized;
}

/** A ground on which a complaint is declined. */
export interface DeclineGround extends Option {
  /** Regulation and article. */
  readonly basis?: Localized;
  /** Declining on this ground must name the body in charge, to which the matter goes. */
  readonly namesBodyInCharge?: boolean;
}

/**
 * A list from which engineers work, fed by the causes that name it. How it is worked decides what its page shows; what
 * stands in it are complaints, and when its items are done they are answered.
 */
export interface Outlet extends Option {
  readonly description: Localized;
  readonly worked:
    | {
        /** Places gathered by cell on a map and ranked, until something is built there. */
        readonly kind: 'MAP';
        /** Key of the field that says where (kind `place`). */
        readonly site: string;
        /** H3 resolution, 0–15: at 8 a cell is about 0.7 km². */
        readonly resolution: number;
      }
    /** Tasks of a week, measured before and after. */
    | { readonly kind: 'WEEK' }
    | {
        /** Visits to a station or the like. */
        readonly kind: 'VISIT';
        /** Key of the field that names it (kind `text`). */
        readonly site: string;
        /** A further fault of the same within so many days is a repeat. */
        readonly repeatWithinDays: number;
      };
  /** Fields (kind `decimal`) that are measured; of each, less is worse. The first ranks what waits. */
  readonly readings: readonly string[];
  /** What was planned and what was done are called. */
  readonly stages: { readonly planned: Localized; readonly done: Localized };
  /** What the complainants are told then, until somebody words it anew. */
  readonly answers: { readonly planned: Localized; readonly done: Localized };
}

/** Why it happened; `outlet` names the engineering list that its matters join. */
export interface CauseNode extends OptionNode {
  readonly outlet?: string;
  readonly children?: readonly CauseNode[];
}

/** A condition that must hold before a complaint of the sector is closed. */
export interface ClosingCondition {
  readonly code: string;
  /** What is missing, as an instruction to the handler. */
  readonly label: Localized;
  readonly holds: (state: ComplaintState) => boolean;
  /** Not asked of a matter that is put right at the first contact. */
  readonly waivedOnTheSpot?: boolean;
}

/** The two or more boxes into which a sector sorts its complaints, with the moves between them that are counted. */
export interface Classification {
  readonly label: Localized;
  readonly options: readonly OptionNode[];
  /** Moves that are counted as conversions: `from` and `to` name an option or its ancestor. */
  readonly conversions: readonly { readonly from: string; readonly to: string; readonly label: Localized }[];
  /** Box of a complaint that nobody has classified yet. */
  readonly initial?: string;
  /** Its box where its category, or one above it, is this. */
  readonly initialOf?: readonly { readonly category: string; readonly classification: string }[];
  /** Must stand before the complaint is accepted. */
  readonly required: boolean;
  /** Boxes whose complaints only named roles may see at all (the integrity track of a regulator). */
  readonly restricted?: readonly string[];
  /** Questions that lead to a box, the first one first; absent: the boxes are plain enough. */
  readonly guide?: readonly GuideQuestion[];
}

/** A number of the organisation by which figures are made comparable, given per period. */
export interface Denominator {
  readonly code: string;
  readonly label: Localized;
  /** Figures are shown per this many: 10,000 customers, 1,000 households. */
  readonly per: number;
  readonly unit: Localized;
}

/** A corrective action of a demo matter: all counted from its receipt. */
export interface DemoAction {
  readonly text: string;
  readonly plannedAfterHours: number;
  readonly dueAfterDays: number;
  /** Absent: not completed. */
  readonly done?: { readonly afterDays: number; readonly proof: string };
}

/** A real office's matter, for the demo organisation. Day offsets count back from the day of the set-up. */
export interface DemoCase {
  /** Days before today on which it was received (0 = today). */
  readonly daysAgo: number;
  readonly complainant?: { readonly name?: string; readonly phone?: string };
  readonly register: Omit<Extract<Command, { type: 'REGISTER' }>, 'type' | 'complainantId' | 'receivedAt'>;
  /** An answer promised when it was accepted, due so many hours after receipt. */
  readonly promise?: { readonly dueAfterHours: number; readonly text: string };
  readonly action?: DemoAction;
  /** What was done then, `afterHours` after receipt each; steps still in the future are left out. */
  readonly steps: readonly { readonly afterHours: number; readonly command: Command }[];
}

/** A matter of the demo's past years, with everything that was done and when. */
export interface PastCase {
  readonly complainant: { readonly name?: string; readonly phone: string };
  readonly register: Omit<Extract<Command, { type: 'REGISTER' }>, 'complainantId'>;
  readonly steps: readonly {
    readonly at: Instant;
    readonly command: Exclude<Command, { type: 'REGISTER' }>;
  }[];
}

/** What the engineers of the demo organisation did: an item of a list, for what waited there most. */
export interface DemoItem {
  readonly outlet: string;
  /** Place in the ranking of the list: 0 is where most wait. */
  readonly rank: number;
  readonly plannedDaysAgo: number;
  readonly carriedOver?: boolean;
  /** Absent: still planned. */
  readonly doneDaysAgo?: number;
  readonly title?: string;
  readonly checked?: string;
  readonly faultPoint?: string;
  /** Measured afterwards. */
  readonly readings?: readonly { readonly key: string; readonly value: number }[];
}

/** One event behind several complaints of the demo register. */
export interface DemoIncident {
  readonly title: string;
  readonly category: string;
  readonly place?: string;
  readonly respondentName?: string;
  readonly beganDaysAgo: number;
  /** Its complaints, by what they say in the register. */
  readonly complaints: readonly string[];
  /** Why they are one event. */
  readonly reason: string;
  /** How far it is. */
  readonly note: string;
  /** Absent: still under way, nobody answered yet. */
  readonly ended?: { readonly answer: string; readonly summary: string };
}

/** The organisation that shows a sector at work in the demo. */
export interface DemoOffice {
  /** In its sign-ins: `handler@<slug>.example`. Lower case with hyphens, of this sector alone. */
  readonly slug: string;
  readonly name: Localized;
  /** GB/T 2260 code. */
  readonly region: string;
  /** `kind`: one of the sector's `respondentTypes`, where those are kinds of department (providers). */
  readonly departments: readonly { readonly name: Localized; readonly kind?: string }[];
}

/** What an office of the sector says of itself to the public until it words it anew. */
export interface PublicPage {
  /** In a sentence or two, who should turn to it with what. */
  readonly introduction: Localized;
  readonly handles: readonly Localized[];
  /** What belongs elsewhere, and where. */
  readonly elsewhere: readonly Localized[];
  /** What happens to a complaint, step by step. */
  readonly procedure: readonly Localized[];
  readonly duties: readonly Localized[];
  readonly commitments: readonly Localized[];
  /** Box of the sector's classification into which a category of the public form falls of itself. */
  readonly classified?: readonly { readonly category: string; readonly as: string }[];
}

export interface Sector {
  /** SCREAMING_SNAKE_CASE. */
  readonly code: string;
  /** PascalCase stem of the sector's GraphQL types: `Telecom` → `TelecomDetails`, `TelecomDetailsInput`. */
  readonly typeName: string;
  /** Providers answer for their own service; regulators handle matters about others. */
  readonly family: 'PROVIDER' | 'REGULATOR';
  readonly label: Localized;
  readonly description: Localized;
  readonly fields: readonly FieldDeclaration[];
  readonly categories: readonly OptionNode[];
  /** Kinds of respondent (regulators) or of department (providers). */
  readonly respondentTypes: readonly Option[];
  readonly classification?: Classification;
  readonly causes: readonly CauseNode[];
  /** The lists from which engineers work; absent: none. */
  readonly outlets?: readonly Outlet[];
  readonly declineGrounds: readonly DeclineGround[];
  /** Who is in charge of what comes here and belongs elsewhere: proposed, never decided; the first that fits. */
  readonly bodiesInCharge?: readonly BodyInCharge[];
  /** What consumers may claim beyond their loss; absent: not a matter of this sector. */
  readonly damages?: PunitiveDamages;
  /** Whom the register of respondents calls a repeat offender; absent: nobody. */
  readonly repeatOffender?: RepeatRule;
  /** What a declined complaint counts as among the findings, where the sector counts it there at all. */
  readonly declinedCountsAs?: Finding;
  readonly remedies: readonly Remedy[];
  readonly sanctions: readonly Sanction[];
  readonly demands: readonly Demand[];
  readonly kinds: readonly Kind[];
  /** Bodies to which a copy goes while the matter stays here (adverse-reaction monitoring). */
  readonly forwardings: readonly Option[];
  /** Routes beside the office's own handling (people's mediation, court …). */
  readonly routes: readonly Option[];
  readonly clocks: readonly DeadlineRule[];
  /** Moments of clocks that lie in the receipt of a matter itself (a fault is reported by complaining of it). */
  readonly receiptIs?: readonly { readonly moment: ClockTrigger; readonly when: readonly FieldCondition[] }[];
  /** Details whose equal values bring complaints of one event together: an estate, a batch, a place on the map. */
  readonly clusteredBy?: readonly string[];
  /** A matter of which all hold is an incident from the first: one is proposed at once. */
  readonly raisesIncident?: readonly FieldCondition[];
  /** What the matter must say together. */
  readonly checks?: readonly MatterCheck[];
  readonly closingConditions: readonly ClosingCondition[];
  /** Texts from which answers begin, beside those that every sector has. */
  readonly answerTemplates?: readonly AnswerTemplate[];
  /** What its handlers do well, beside what every office's do. */
  readonly guidance?: readonly GuidanceCard[];
  /** What goes out in writing beside what every sector sends. */
  readonly documents?: readonly DocumentTemplate[];
  readonly denominators: readonly Denominator[];
  /** The sites that its organisations look after; absent: they keep none. */
  readonly sites?: SiteTree;
  /** What is watched during the quarter for a rise beyond chance; absent: nothing. */
  readonly watches?: readonly Watch[];
  /** Single matters that are brought before those who lead; absent: none. */
  readonly matterWatches?: readonly MatterWatch[];
  /** The products that its complaints name; absent: they are not about products. */
  readonly productRegister?: ProductRegister;
  readonly reportSections: readonly SectionDeclaration[];
  readonly publicPage: PublicPage;
  /** Words that Chinese segmentation must keep whole. */
  readonly searchDictionary: readonly string[];
  /** Values used until an organisation sets its own. */
  readonly defaults: {
    /** Days after closing within which a complaint can be reopened or appealed. */
    readonly reopenWithinDays: number;
    /** Calendar days without any activity after which a case goes to the supervisor. */
    readonly untouchedDays: number;
    /** A draft answer needs somebody else's approval before it goes out. */
    readonly answerNeedsApproval: boolean;
    /** What the human numbers begin with: `TS` in `TS-2026-000123`. */
    readonly numberPrefix: string;
  };
  /** How this sector's spreadsheets name what every complaint has: header synonyms by import target. */
  readonly importHeaders?: Readonly<Record<string, readonly string[]>>;
  /** How this sector's spreadsheets write coded values: by target, written value → code. */
  readonly importValues?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly demoOffice: DemoOffice;
  readonly demo: readonly DemoCase[];
  /** What happened before it, so that figures have a past to be compared with. */
  readonly demoPast?: (until: {
    readonly now: Instant;
    readonly calendar: WorkingCalendar;
  }) => readonly PastCase[];
  readonly demoItems?: readonly DemoItem[];
  readonly demoIncidents?: readonly DemoIncident[];
  readonly demoSites?: readonly DemoSite[];
}

/** Keeps the literal types of a declaration while checking it against the contract. */
export function defineSector<const S extends Sector>(sector: S): S {
  return sector;
}
