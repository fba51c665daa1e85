import { createHash } from 'node:crypto';
import {
  assembleReport,
  canInOffice,
  localDateOf,
  type OfficeAction,
  type PeriodChoice,
  type Refusal,
  type ReportContent,
  type ReportDifference,
  type ReportPeriods,
  type ReportSection,
  type ReportSubject,
  renderText,
  reportDifferences,
  reportPeriods,
  requestsOfReport,
  type TenantActor,
} from '@huiyin/domain';
import type { Locale, Localized } from '@huiyin/shared';
import canonicalize from 'canonicalize';
import { v7 as uuidv7 } from 'uuid';
import { authorOf } from '../../casework/casework.ts';
import type { Office, Offices } from '../../casework/office.ts';
import type { Database } from '../../tenancy/database.ts';
import type { TenantTransaction } from '../../tenancy/tenant-transaction.ts';
import { readFigures } from './figure-reads.repository.ts';
import {
  addReport,
  changeTexts,
  type DenominatorRow,
  draftOfSeries,
  type FrozenReport,
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

const LONGEST_TEXT = 20_000;

/** What became of a request about a report. */
export type ReportOutcome =
  | { readonly ok: true; readonly row: ReportRow }
  | { readonly ok: false; readonly refusals: readonly Refusal[]; readonly row?: ReportRow };

/** A report as it reads now: frozen where it was published, from the figures of this moment where it is a draft. */
export interface ReadReport {
  readonly content: ReportContent;
  readonly read: FrozenReport['read'];
  readonly texts: ReportTexts;
  /** Placeholders of an author's text that name nothing. */
  readonly unknown: Readonly<Record<string, readonly string[]>>;
  /** Of a correction: what it says otherwise than the version before. */
  readonly differences: readonly ReportDifference[];
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
    return content && { ...readOf(content, {}), content, texts: {}, differences: [] };
  }

  /** A report as it reads. */
  async read(actor: TenantActor, row: ReportRow): Promise<ReadReport> {
    const { texts, frozen } = row;
    const earlier = row.corrects ? await findReport(this.#database, actor, row.corrects) : undefined;
    const differences = (content: ReportContent) =>
      earlier?.frozen ? reportDifferences(earlier.frozen.content, content) : [];
    if (frozen) {
      const { content, read } = frozen;
      return { content, read, texts, unknown: {}, differences: differences(content) };
    }
    const content = await this.#assemble(actor, row.period);
    if (!content) throw new Error(`The period of report ${row.id} is gone.`);
    return { ...readOf(content, texts), content, texts, differences: differences(content) };
  }

  async find(actor: TenantActor, id: string): Promise<ReportRow | undefined> {
    return mayReadReports(actor) ? findReport(this.#database, actor, id) : undefined;
  }

  async list(
    actor: TenantActor,
    page: { readonly first: number; readonly after: readonly [string, string] | undefined },
  ): Promise<ReportRow[]> {
    return mayReadReports(actor) ? listReports(this.#database, actor, page) : [];
  }

  /** Begins the report on a period; a draft that there is already is gone on with. */
  async create(actor: TenantActor, choice: PeriodChoice): Promise<ReportOutcome> {
    if (!canInOffice(actor, 'writeReports')) return refused(FORBIDDEN);
    const periods = reportPeriods(choice);
    if (!periods) return refused(NO_SUCH_PERIOD);
    return this.#database.inTenant(actor, async (tx): Promise<ReportOutcome> => {
      const { choice: period, from, to } = periods.now;
      const id = uuidv7();
      await addReport(tx, {
        ...{ id, series: id, version: 1, period, from, to, texts: {}, corrects: null, reason: null },
        ...{ created_by: authorOf(actor), at: new Date().toISOString() },
      });
      const row = await newestOfPeriod(tx, period);
      if (!row) return refused(NOT_FOUND);
      return row.status === 'PUBLISHED' ? { ...refused(PUBLISHED_ALREADY), row } : { ok: true, row };
    });
  }

  /** Words a section in one language; `null` goes back to the proposed text. */
  async editText(
    actor: TenantActor,
    id: string,
    edit: {
      readonly section: string;
      readonly text: string | null;
      readonly locale: Locale;
      readonly revision: number;
    },
  ): Promise<ReportOutcome> {
    const { sector } = await this.#offices.of(actor);
    return this.#withDraft(actor, id, { action: 'writeReports', ...edit }, async (row, tx) => {
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
    asked: { readonly revision: number },
  ): Promise<ReportOutcome> {
    if (!canInOffice(actor, 'publishReports')) return refused(FORBIDDEN);
    const draft = await findReport(this.#database, actor, id);
    if (!draft) return refused({ ...NOT_FOUND, field: 'id' });
    if (draft.status === 'PUBLISHED') return { ...refused(PUBLISHED_ALREADY), row: draft };
    const { content, read, unknown } = await this.read(actor, draft);
    const { rules } = await this.#offices.of(actor);
    return this.#withDraft(actor, id, { action: 'publishReports', ...asked }, async (_, tx) => {
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
    { reason }: { readonly reason: string },
  ): Promise<ReportOutcome> {
    if (!canInOffice(actor, 'writeReports')) return refused(FORBIDDEN);
    if (reason.trim() === '') return refused({ ...REASON_REQUIRED, field: 'reason' });
    return this.#database.inTenant(actor, async (tx): Promise<ReportOutcome> => {
      const row = await lockReport(tx, id);
      if (!row) return refused({ ...NOT_FOUND, field: 'id' });
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

  /** Throws a draft away. */
  async discard(
    actor: TenantActor,
    id: string,
    asked: { readonly revision: number },
  ): Promise<readonly Refusal[]> {
    const outcome = await this.#withDraft(actor, id, { action: 'writeReports', ...asked }, async (_, tx) => {
      await removeDraft(tx, id);
      return undefined;
    });
    return outcome.ok ? [] : outcome.refusals;
  }

  /** Gives the number by which a period's figures are compared: customers, visits, households. */
  async setDenominator(
    actor: TenantActor,
    asked: { readonly code: string; readonly choice: PeriodChoice; readonly value: number },
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
    await this.#database.inTenant(actor, (tx) =>
      setDenominator(tx, { ...row, by: authorOf(actor), at: new Date().toISOString() }),
    );
    return { refusals: [], row };
  }

  async #withDraft(
    actor: TenantActor,
    id: string,
    asked: { readonly action: OfficeAction; readonly revision: number },
    work: (row: ReportRow, tx: TenantTransaction) => Promise<Refusal | undefined>,
  ): Promise<ReportOutcome> {
    if (!canInOffice(actor, asked.action)) return refused(FORBIDDEN);
    return this.#database.inTenant(actor, async (tx): Promise<ReportOutcome> => {
      const row = await lockReport(tx, id);
      if (!row) return refused({ ...NOT_FOUND, field: 'id' });
      if (row.status === 'PUBLISHED') return { ...refused(PUBLISHED_ALREADY), row };
      if (row.revision !== asked.revision) return { ...refused({ ...STALE, field: 'revision' }), row };
      const refusal = await work(row, tx);
      if (refusal) return { ...refused(refusal), row };
      return { ok: true, row: (await lockReport(tx, id)) ?? row };
    });
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

/** Whether somebody may read reports at all. */
export function mayReadReports(actor: TenantActor): boolean {
  return canInOffice(actor, 'readReports');
}

/** What a report of an office is about. */
export function subjectOf(office: Office, periods: ReportPeriods): ReportSubject {
  const names = new Map<string, Localized>();
  for (const { id, name } of office.directory.members.values()) names.set(id, { zh: name, en: name });
  for (const { id, name, nameEn } of office.directory.departments.values()) {
    names.set(id, { zh: name, en: nameEn ?? name });
  }
  return { sector: office.sector, periods, organization: { zh: office.name, en: office.nameEn }, names };
}

function language(locale: Locale): keyof Localized {
  return locale === 'en' ? 'en' : 'zh';
}

/** Every section's text as it reads, with what its author wrote in place of what was proposed. */
function readOf(content: ReportContent, texts: ReportTexts): Pick<ReadReport, 'read' | 'unknown'> {
  const read: Record<string, Localized> = {};
  const unknown: Record<string, readonly string[]> = {};
  for (const section of content.sections) {
    const [zh, en] = (['zh-CN', 'en'] as const).map((locale) =>
      renderText(templateOf(section, texts, locale), section, locale),
    );
    read[section.code] = { zh: zh?.text ?? '', en: en?.text ?? '' };
    unknown[section.code] = [...new Set([...(zh?.unknown ?? []), ...(en?.unknown ?? [])])];
  }
  return { read, unknown };
}

/** The text of a section with its placeholders: the author's, or the proposed one. */
export function templateOf(section: ReportSection, texts: ReportTexts, locale: Locale): string {
  return texts[section.code]?.[language(locale)] ?? section.text[language(locale)];
}

/** SHA-256 over the RFC 8785 form of everything published. */
export function publicationHash(
  published: FrozenReport & { readonly by: unknown; readonly at: string },
): Buffer {
  return createHash('sha256')
    .update(canonicalize(published) ?? '')
    .digest();
}

function refused(refusal: Refusal): { readonly ok: false; readonly refusals: readonly Refusal[] } {
  return { ok: false, refusals: [refusal] };
}

function unknownPlaceholders(names: readonly string[]): Refusal {
  return {
    code: 'INVALID',
    field: 'text',
    message: {
      zh: `文字中的 ${names.join('、')} 没有对应的数字。请改正或删去后再发布。`,
      en: `${names.join(', ')} in the text names no figure. Correct or remove it before you publish.`,
    },
  };
}

const FORBIDDEN: Refusal = {
  code: 'FORBIDDEN',
  message: { zh: '您的角色不能进行此操作。', en: 'Your role does not allow this.' },
};
const NOT_FOUND: Refusal = {
  code: 'NOT_FOUND',
  message: { zh: '没有找到。请检查编号是否正确。', en: 'There is no such thing. Check the id.' },
};
const NO_SUCH_PERIOD: Refusal = {
  code: 'INVALID',
  field: 'period',
  message: {
    zh: '没有这样的期间。请检查年份、序号和起止日期；假期须为国务院已公布安排的年份。',
    en: 'There is no such period. Check the year, its number and the days; a holiday must be of a year whose days off are known.',
  },
};
const NOT_OVER: Refusal = {
  code: 'CONDITION_UNMET',
  field: 'period',
  message: {
    zh: '本期尚未结束，结束后才能发布。',
    en: 'The period is not over. Publish it after its last day.',
  },
};
const PUBLISHED_ALREADY: Refusal = {
  code: 'ALREADY_DONE',
  message: {
    zh: '该期报告已发布，不能再改。如有错误，请发布更正版。',
    en: 'The report on this period is published and stays as it is. If it is wrong, correct it with a new version.',
  },
};
const STALE: Refusal = {
  code: 'CONFLICT',
  message: {
    zh: '他人已修改此报告。请查看最新内容后再试。',
    en: 'Somebody else changed this report. Look at it as it is now, then try again.',
  },
};
const NOT_THE_NEWEST: Refusal = {
  code: 'WRONG_STATE',
  message: {
    zh: '只能更正已发布的最新版本；已有更正稿的，请继续编辑该稿。',
    en: 'Only the newest published version can be corrected; where a correction was begun, go on with it.',
  },
};
const REASON_REQUIRED: Refusal = {
  code: 'REQUIRED',
  message: { zh: '请说明更正的原因。', en: 'Say why it is corrected.' },
};
const NO_SUCH_SECTION: Refusal = {
  code: 'NOT_FOUND',
  message: { zh: '报告没有这一部分。', en: 'The report has no such section.' },
};
const TOO_LONG: Refusal = {
  code: 'INVALID',
  message: { zh: `文字不得超过 ${LONGEST_TEXT} 字。`, en: `A text has at most ${LONGEST_TEXT} characters.` },
};
const NO_SUCH_DENOMINATOR: Refusal = {
  code: 'NOT_FOUND',
  message: { zh: '本行业没有这个基数。', en: 'The sector has no such number.' },
};
const NOT_POSITIVE: Refusal = {
  code: 'INVALID',
  message: { zh: '请填写大于零的数。', en: 'Give a number greater than zero.' },
};
