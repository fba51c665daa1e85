import {
  assembleReport,
  canInOffice,
  type FigureQuery,
  localDateOf,
  NO_SUCH_THING,
  type OfficeAction,
  type PeriodChoice,
  periodOf,
  type Refusal,
  type ReportContent,
  type ReportDifference,
  type ReportPeriods,
  type ReportSubject,
  type ReportVersion,
  reportDifferences,
  reportPeriods,
  requestsOfReport,
  type TenantActor,
} from '@huiyin/domain';
import type { Locale, Localized } from '@huiyin/shared';
import { v7 as uuidv7 } from 'uuid';
import { authorOf } from '../../casework/event-chain.ts';
import type { Office, Offices } from '../../casework/office.ts';
import { type Keyed, type Outcome, once, onceOf } from '../../casework/once.ts';
import type { Listed, Place } from '../../graphql/place-cursor.ts';
import type { Database } from '../../tenancy/database.ts';
import type { TenantTransaction } from '../../tenancy/tenant-transaction.ts';
import { countCases, readFigures } from './figure-reads.repository.ts';
import {
  addReport,
  changeTexts,
  type DenominatorRow,
  draftOfSeries,
  type FrozenReport,
  findDenominators,
  findReport,
  freezeReport,
  listReports,
  lockReport,
  newestOfPeriod,
  type ReportRow,
  type ReportTexts,
  removeDraft,
  setDenominator,
} from './report.repository.ts';
import {
  FORBIDDEN,
  LONGEST_TEXT,
  NO_SUCH_DENOMINATOR,
  NO_SUCH_PERIOD,
  NO_SUCH_SECTION,
  NOT_OVER,
  NOT_POSITIVE,
  NOT_THE_NEWEST,
  PUBLISHED_ALREADY,
  REASON_REQUIRED,
  refused,
  STALE,
  TOO_LONG,
  unknownPlaceholders,
} from './report-refusals.ts';
import { language, publicationHash, type Words, wordsOf } from './report-words.ts';

/** What became of a request about a report. */
export type ReportOutcome = Outcome<ReportRow>;

/** A report as it reads now: frozen where it was published, from the figures of this moment where it is a draft. */
export interface ReadReport extends Words {
  readonly content: ReportContent;
  readonly texts: ReportTexts;
  /** Of a correction: what it says otherwise than the version before. */
  readonly differences: readonly ReportDifference[];
}

/** What a number of a report counted. */
export interface OpenedFigure {
  /** Things counted, and the cases that they belong to. */
  readonly count: number;
  readonly cases: number;
  /** Of the cases, those that the caller may not see. */
  readonly hidden: number;
}

/** Reports: reading one for a period, wording, publishing and correcting it. */
export class Reports {
  readonly #database: Database;
  readonly #offices: Offices;

  constructor(options: { readonly database: Database; readonly offices: Offices }) {
    this.#database = options.database;
    this.#offices = options.offices;
  }

  /** The report on a period as the figures stand now; `undefined` when there is no such period. */
  async preview(actor: TenantActor, choice: PeriodChoice): Promise<ReadReport | undefined> {
    const content = await this.#assemble(actor, choice);
    return content && { ...wordsOf(content, {}), content, texts: {}, differences: [] };
  }

  /** A report as it reads. */
  async read(actor: TenantActor, row: ReportRow): Promise<ReadReport> {
    const { texts, frozen } = row;
    const earlier = row.corrects ? await findReport(this.#database, actor, row.corrects) : undefined;
    const differences = (version: ReportVersion) =>
      earlier?.frozen ? reportDifferences(earlier.frozen, version) : [];
    if (frozen) {
      const { content, read } = frozen;
      return { content, read, texts, unknown: {}, unwritten: [], differences: differences(frozen) };
    }
    const content = await this.#assemble(actor, row.period);
    if (!content) throw new Error(`The period of report ${row.id} is gone.`);
    const words = wordsOf(content, texts);
    return { ...words, content, texts, differences: differences({ content, read: words.read }) };
  }

  async find(actor: TenantActor, id: string): Promise<ReportRow | undefined> {
    return mayReadReports(actor) ? findReport(this.#database, actor, id) : undefined;
  }

  async list(
    actor: TenantActor,
    page: { readonly first: number; readonly after: Place | undefined },
  ): Promise<Listed<ReportRow>[]> {
    return mayReadReports(actor) ? listReports(this.#database, actor, page) : [];
  }

  /** Begins the report on a period; a draft that there is already is gone on with. */
  async create(actor: TenantActor, choice: PeriodChoice, { key }: Keyed = {}): Promise<ReportOutcome> {
    if (!canInOffice(actor, 'writeReports')) return refused(FORBIDDEN);
    const periods = reportPeriods(choice);
    if (!periods) return refused(NO_SUCH_PERIOD);
    return this.#once(actor, { key, asked: ['reportCreate', choice] }, async (tx) => {
      const { choice: period, from, to } = periods.now;
      const id = uuidv7();
      await addReport(tx, {
        ...{ id, series: id, version: 1, period, from, to, texts: {}, corrects: null, reason: null },
        ...{ created_by: authorOf(actor), at: new Date().toISOString() },
      });
      const row = await newestOfPeriod(tx, period);
      if (!row) return refused(NO_SUCH_THING);
      return row.status === 'PUBLISHED' ? { ...refused(PUBLISHED_ALREADY), row } : { ok: true, row };
    });
  }

  /** Words a section in one language; `null` goes back to the proposed text. */
  async editText(
    actor: TenantActor,
    id: string,
    {
      key,
      ...edit
    }: Keyed & {
      readonly section: string;
      readonly text: string | null;
      readonly locale: Locale;
      readonly revision: number;
    },
  ): Promise<ReportOutcome> {
    const { sector } = await this.#offices.of(actor);
    const { revision } = edit;
    const call = { action: 'writeReports', revision, key, asked: ['reportEditText', id, edit] } as const;
    return this.#withDraft(actor, id, call, async (row, tx) => {
      const { section, text, locale } = edit;
      if (!sector.reportSections.some(({ code }) => code === section)) {
        return { ...NO_SUCH_SECTION, field: 'section' };
      }
      if (text !== null && text.length > LONGEST_TEXT) return { ...TOO_LONG, field: 'text' };
      const { [language(locale)]: _, ...other } = row.texts[section] ?? {};
      const worded = text === null ? other : { ...other, [language(locale)]: text };
      await changeTexts(tx, id, { ...row.texts, [section]: worded });
      return undefined;
    });
  }

  /**
   * Publishes a draft: figures, texts and rules are frozen with the name of who approved them and a SHA-256 over all
   * of it (RFC 8785 form). Nothing changes it after that.
   */
  async publish(
    actor: TenantActor,
    id: string,
    { key, revision }: Keyed & { readonly revision: number },
  ): Promise<ReportOutcome> {
    if (!canInOffice(actor, 'publishReports')) return refused(FORBIDDEN);
    const draft = await findReport(this.#database, actor, id);
    if (!draft) return refused({ ...NO_SUCH_THING, field: 'id' });
    const { content, read, unknown } = await this.read(actor, draft);
    const { rules } = await this.#offices.of(actor);
    const call = { action: 'publishReports', revision, key, asked: ['reportPublish', id, revision] } as const;
    return this.#withDraft(actor, id, call, async (_, tx) => {
      const at = new Date().toISOString();
      if (content.periods.now.to >= localDateOf(at)) return NOT_OVER;
      const unfilled = Object.values(unknown).flat();
      if (unfilled.length > 0) return unknownPlaceholders(unfilled);
      const by = authorOf(actor);
      // Through JSON once, as the database will give it back: without undefined members.
      const report = JSON.parse(JSON.stringify({ content, read, rules })) as FrozenReport;
      const hash = publicationHash({ ...report, by, at });
      await freezeReport(tx, id, { report, hash, by, at });
      return undefined;
    });
  }

  /** Begins a new version of a published report; its figures are those of today, its text that of the version before. */
  async correct(
    actor: TenantActor,
    id: string,
    { key, reason }: Keyed & { readonly reason: string },
  ): Promise<ReportOutcome> {
    if (!canInOffice(actor, 'writeReports')) return refused(FORBIDDEN);
    if (reason.trim() === '') return refused({ ...REASON_REQUIRED, field: 'reason' });
    return this.#once(actor, { key, asked: ['reportCorrect', id, reason] }, async (tx) => {
      const row = await lockReport(tx, id);
      if (!row) return refused({ ...NO_SUCH_THING, field: 'id' });
      const newest = await newestOfPeriod(tx, row.period);
      if (row.status === 'DRAFT' || newest?.version !== row.version) {
        return { ...refused(NOT_THE_NEWEST), row: newest ?? row };
      }
      const { from, to } = row.frozen?.content.periods.now ?? { from: '', to: '' };
      await addReport(tx, {
        ...{ id: uuidv7(), series: row.series, version: row.version + 1, period: row.period, from, to },
        ...{ texts: row.texts, corrects: row.id, reason: reason.trim() },
        ...{ created_by: authorOf(actor), at: new Date().toISOString() },
      });
      const draft = await draftOfSeries(tx, row.series);
      return draft ? { ok: true, row: draft } : refused(NOT_THE_NEWEST);
    });
  }

  /** What stands behind a number of a report; `undefined` for those who may not read reports. */
  async opened(actor: TenantActor, query: FigureQuery): Promise<OpenedFigure | undefined> {
    return mayReadReports(actor) ? countCases(this.#database, actor, query) : undefined;
  }

  /** The numbers that the sector compares by, as they were given for a period. */
  async denominators(actor: TenantActor, choice: PeriodChoice): Promise<ReadonlyMap<string, number>> {
    const period = periodOf(choice);
    return period ? findDenominators(this.#database, actor, period) : new Map();
  }

  /** Throws a draft away. */
  async discard(
    actor: TenantActor,
    id: string,
    { key, revision }: Keyed & { readonly revision: number },
  ): Promise<readonly Refusal[]> {
    if (!canInOffice(actor, 'writeReports')) return [FORBIDDEN];
    const done = await this.#database.inTenant(actor, (tx) =>
      once<null>(tx, { actor, key, asked: ['reportDiscard', id, revision] }, async () => {
        const draft = await lockDraft(tx, id, revision);
        if (!draft.ok) return draft;
        await removeDraft(tx, id);
        return { ok: true, answer: null };
      }),
    );
    return done.ok ? [] : done.refusals;
  }

  /** Gives the number by which a period's figures are compared: customers, visits, households. */
  async setDenominator(
    actor: TenantActor,
    {
      key,
      ...asked
    }: Keyed & { readonly code: string; readonly choice: PeriodChoice; readonly value: number },
  ): Promise<{ readonly refusals: readonly Refusal[]; readonly row?: DenominatorRow }> {
    if (!canInOffice(actor, 'writeReports')) return { refusals: [FORBIDDEN] };
    const { sector } = await this.#offices.of(actor);
    const periods = reportPeriods(asked.choice);
    if (!periods) return { refusals: [NO_SUCH_PERIOD] };
    if (!sector.denominators.some(({ code }) => code === asked.code)) {
      return { refusals: [{ ...NO_SUCH_DENOMINATOR, field: 'code' }] };
    }
    if (!(asked.value > 0) || asked.value > Number.MAX_SAFE_INTEGER) {
      return { refusals: [{ ...NOT_POSITIVE, field: 'value' }] };
    }
    const { from, to } = periods.now;
    const row: DenominatorRow = { code: asked.code, from, to, value: asked.value };
    const done = await this.#database.inTenant(actor, (tx) =>
      once<DenominatorRow>(tx, { actor, key, asked: ['denominatorSet', asked] }, async () => {
        await setDenominator(tx, { ...row, by: authorOf(actor), at: new Date().toISOString() });
        return { ok: true, answer: row };
      }),
    );
    return done.ok ? { refusals: [], row: done.answer } : { refusals: done.refusals };
  }

  async #withDraft(
    actor: TenantActor,
    id: string,
    call: Keyed & { readonly action: OfficeAction; readonly revision: number; readonly asked: unknown },
    work: (row: ReportRow, tx: TenantTransaction) => Promise<Refusal | undefined>,
  ): Promise<ReportOutcome> {
    if (!canInOffice(actor, call.action)) return refused(FORBIDDEN);
    return this.#once(actor, call, async (tx) => {
      const draft = await lockDraft(tx, id, call.revision);
      if (!draft.ok) return draft;
      const { row } = draft;
      const refusal = await work(row, tx);
      if (refusal) return { ...refused(refusal), row };
      return { ok: true, row: (await lockReport(tx, id)) ?? row };
    });
  }

  #once(
    actor: TenantActor,
    { key, asked }: Keyed & { readonly asked: unknown },
    work: (tx: TenantTransaction) => Promise<ReportOutcome>,
  ): Promise<ReportOutcome> {
    return this.#database.inTenant(actor, (tx) =>
      onceOf(tx, { actor, key, asked, find: lockReport }, () => work(tx)),
    );
  }

  async #assemble(actor: TenantActor, choice: PeriodChoice): Promise<ReportContent | undefined> {
    const periods = reportPeriods(choice);
    if (!periods) return undefined;
    const subject = subjectOf(await this.#offices.of(actor), periods);
    const source = await readFigures(this.#database, actor, {
      sector: subject.sector,
      requests: requestsOfReport(subject),
    });
    return assembleReport(subject, source);
  }
}

/** A draft as somebody last saw it, locked until the transaction ends. */
async function lockDraft(tx: TenantTransaction, id: string, revision: number): Promise<ReportOutcome> {
  const row = await lockReport(tx, id);
  if (!row) return refused({ ...NO_SUCH_THING, field: 'id' });
  if (row.status === 'PUBLISHED') return { ...refused(PUBLISHED_ALREADY), row };
  if (row.revision !== revision) return { ...refused({ ...STALE, field: 'revision' }), row };
  return { ok: true, row };
}

/** Whether somebody may read reports at all. */
export function mayReadReports(actor: TenantActor): boolean {
  return canInOffice(actor, 'readReports');
}

/** What a report of an office is about. */
export function subjectOf(office: Office, periods: ReportPeriods): ReportSubject {
  const { sector, name, nameEn } = office;
  return { sector, periods, organization: { zh: name, en: nameEn }, names: namesIn(office) };
}

/** What departments and members are called, by their ids. */
export function namesIn({ directory }: Office): ReadonlyMap<string, Localized> {
  const names = new Map<string, Localized>();
  for (const { id, name } of directory.members.values()) names.set(id, { zh: name, en: name });
  for (const { id, name, nameEn } of directory.departments.values()) {
    names.set(id, { zh: name, en: nameEn ?? name });
  }
  return names;
}
