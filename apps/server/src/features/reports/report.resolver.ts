import {
  type FigureQuery,
  MEASURE_WORDS,
  type PeriodChoice,
  periodOf,
  queryWords,
  type TenantActor,
} from '@huiyin/domain';
import { inLocale, type Locale } from '@huiyin/shared';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import { parseCasesFilter } from '../../casework/figure-sql.ts';
import type { Offices } from '../../casework/office.ts';
import type { Keyed } from '../../casework/once.ts';
import { type RequestContext, tenantActor } from '../../graphql/actor-context.ts';
import { badInput, forbidden } from '../../graphql/errors.ts';
import { toGlobalId, uuidOf } from '../../graphql/global-id.ts';
import { PageArgs, pageOf, placeAsked } from '../../graphql/page.ts';
import { selectedFields } from '../../graphql/selection.ts';
import { userErrors } from '../../graphql/user-error.ts';
import { presentContent, presentDifferences, presentPeriod } from './present-report.ts';
import type { ReportRow } from './report.repository.ts';
import { OpenedFigureType, ReportConnection, ReportContentType, ReportType } from './report.type.ts';
import {
  DenominatorSetInput,
  DenominatorSetPayload,
  ReportCorrectInput,
  ReportCorrectPayload,
  ReportCreateInput,
  ReportCreatePayload,
  ReportDiscardInput,
  ReportDiscardPayload,
  ReportEditTextInput,
  ReportEditTextPayload,
  type ReportPayload,
  ReportPublishInput,
  ReportPublishPayload,
} from './report-inputs.type.ts';
import { PeriodInput } from './report-period.type.ts';
import { integrityOf } from './report-words.ts';
import { mayReadReports, namesIn, type ReadReport, type ReportOutcome, type Reports } from './reports.ts';

/** Reports: reading one for any period, wording, publishing and correcting it. */
@Resolver()
export class ReportResolver {
  readonly #reports: Reports;
  readonly #offices: Offices;

  constructor(options: { readonly reports: Reports; readonly offices: Offices }) {
    this.#reports = options.reports;
    this.#offices = options.offices;
  }

  @Query(() => ReportContentType, {
    nullable: true,
    description: 'The report on any period as the figures stand now; null when there is no such period.',
  })
  async reportPreview(
    @Ctx() context: RequestContext,
    @Arg('period', () => PeriodInput, { description: 'Which period.' }) period: PeriodInput,
  ): Promise<ReportContentType | null> {
    const actor = tenantActor(context);
    const { locale } = context.request;
    if (!mayReadReports(actor)) throw forbidden(locale);
    const report = await this.#reports.preview(actor, choiceOf(period, locale));
    return report ? this.#presentContent(report, { actor, locale }) : null;
  }

  @Query(() => OpenedFigureType, {
    nullable: true,
    description: 'What a number of a report counted; null for those who may not read reports.',
  })
  async openedFigure(
    @Ctx() context: RequestContext,
    @Arg('cases', () => String, { description: 'Opaque, as reports give it with their numbers.' })
    cases: string,
  ): Promise<OpenedFigureType | null> {
    const actor = tenantActor(context);
    const { locale } = context.request;
    const query = parsedFigure(cases, locale);
    const opened = await this.#reports.opened(actor, query);
    if (!opened) return null;
    const words = queryWords(
      query,
      await this.#offices.of(actor).then((office) => ({ sector: office.sector, names: namesIn(office) })),
    );
    const { zh, en, many } = MEASURE_WORDS[query.measure].counter;
    const { count } = opened;
    const counted = locale === 'en' ? `${count} ${count === 1 ? en : many}` : `${count} ${zh}`;
    return { ...opened, counted, text: inLocale(words, locale), from: query.from, to: query.to };
  }

  @Query(() => ReportType, {
    nullable: true,
    description: 'One report; null when there is none that the caller may see.',
  })
  async report(
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { description: 'Global id.' }) id: string,
  ): Promise<ReportType | null> {
    return this.find(uuidOf(id, 'Report'), context, info);
  }

  /** A report by its UUID. */
  async find(
    id: string | undefined,
    context: RequestContext,
    info: GraphQLResolveInfo,
  ): Promise<ReportType | null> {
    const actor = tenantActor(context);
    const row = id ? await this.#reports.find(actor, id) : undefined;
    return row
      ? this.#present(row, { actor, locale: context.request.locale, selected: selectedFields(info) })
      : null;
  }

  @Query(() => ReportConnection, { description: 'Reports of the organisation, newest first.' })
  async reports(
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
    @Args(() => PageArgs) page: PageArgs,
  ) {
    const actor = tenantActor(context);
    const { locale } = context.request;
    const after = placeAsked(page, { orderedBy: 'timestamptz', locale });
    const listed = pageOf({
      rows: await this.#reports.list(actor, { first: page.first, after }),
      page,
      toNode: (row) => row,
    });
    const selected = selectedFields(info, ['edges', 'node']);
    const edges = await Promise.all(
      listed.edges.map(async ({ cursor, node }) => ({
        cursor,
        node: await this.#present(node, { actor, locale, selected }),
      })),
    );
    return { ...listed, edges };
  }

  @Mutation(() => ReportCreatePayload, {
    description: 'Begins the report on a period; a draft that there is already is gone on with.',
  })
  async reportCreate(
    @Arg('input', () => ReportCreateInput, { description: 'Which period.' }) input: ReportCreateInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ReportPayload> {
    const choice = choiceOf(input.period, context.request.locale);
    const created = await this.#reports.create(tenantActor(context), choice, keyOf(input));
    return this.#answer(created, context, info);
  }

  @Mutation(() => ReportEditTextPayload, {
    description: "Words a section of a draft in the caller's language.",
  })
  async reportEditText(
    @Arg('input', () => ReportEditTextInput, { description: 'The words.' }) input: ReportEditTextInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ReportPayload> {
    const { section, text = null, revision } = input;
    const { locale } = context.request;
    const edit = { section, text, revision, locale, ...keyOf(input) };
    return this.#answer(await this.#reports.editText(tenantActor(context), idOf(input), edit), context, info);
  }

  @Mutation(() => ReportPublishPayload, {
    description: 'Freezes text, figures and rules of a draft, with approver and hash.',
  })
  async reportPublish(
    @Arg('input', () => ReportPublishInput, { description: 'Which report.' }) input: ReportPublishInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ReportPayload> {
    const { revision } = input;
    const asked = { revision, ...keyOf(input) };
    return this.#answer(await this.#reports.publish(tenantActor(context), idOf(input), asked), context, info);
  }

  @Mutation(() => ReportCorrectPayload, {
    description: 'Begins a new version of a published report, which shows what it says otherwise.',
  })
  async reportCorrect(
    @Arg('input', () => ReportCorrectInput, { description: 'Which report, and why.' })
    input: ReportCorrectInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ReportPayload> {
    const { reason } = input;
    const asked = { reason, ...keyOf(input) };
    return this.#answer(await this.#reports.correct(tenantActor(context), idOf(input), asked), context, info);
  }

  @Mutation(() => ReportDiscardPayload, { description: 'Throws a draft away.' })
  async reportDiscard(
    @Arg('input', () => ReportDiscardInput, { description: 'Which draft.' }) input: ReportDiscardInput,
    @Ctx() context: RequestContext,
  ): Promise<ReportDiscardPayload> {
    const { revision } = input;
    const asked = { revision, ...keyOf(input) };
    const refusals = await this.#reports.discard(tenantActor(context), idOf(input), asked);
    return {
      discardedId: refusals.length === 0 ? input.id : null,
      userErrors: userErrors(refusals, context.request.locale),
    };
  }

  @Mutation(() => DenominatorSetPayload, {
    description: 'Gives a number by which figures are compared, for a period.',
  })
  async denominatorSet(
    @Arg('input', () => DenominatorSetInput, { description: 'The number.' }) input: DenominatorSetInput,
    @Ctx() context: RequestContext,
  ): Promise<DenominatorSetPayload> {
    const actor = tenantActor(context);
    const { locale } = context.request;
    const { code, value } = input;
    const choice = choiceOf(input.period, locale);
    const { refusals, row } = await this.#reports.setDenominator(actor, {
      ...{ code, value, choice },
      ...keyOf(input),
    });
    const { sector } = await this.#offices.of(actor);
    const declared = sector.denominators.find((each) => each.code === code);
    return {
      denominator: row && declared ? { ...row, label: inLocale(declared.label, locale) } : null,
      userErrors: userErrors(refusals, locale),
    };
  }

  async #answer(
    outcome: ReportOutcome,
    context: RequestContext,
    info: GraphQLResolveInfo,
  ): Promise<ReportPayload> {
    const { locale } = context.request;
    const { row } = outcome;
    const selected = selectedFields(info, ['report']);
    return {
      report: row ? await this.#present(row, { actor: tenantActor(context), locale, selected }) : null,
      userErrors: outcome.ok ? [] : userErrors(outcome.refusals, locale),
    };
  }

  async #presentContent(
    report: ReadReport,
    { actor, locale }: { readonly actor: TenantActor; readonly locale: Locale },
  ): Promise<ReportContentType> {
    const { sector } = await this.#offices.of(actor);
    const given =
      sector.denominators.length > 0
        ? await this.#reports.denominators(actor, report.content.periods.now.choice)
        : new Map<string, number>();
    return {
      ...presentContent(report, locale),
      denominators: sector.denominators.map(({ code, label }) => ({
        ...{ code, label: inLocale(label, locale), value: given.get(code) ?? null },
      })),
    };
  }

  async #present(
    row: ReportRow,
    viewer: { readonly actor: TenantActor; readonly locale: Locale; readonly selected: ReadonlySet<string> },
  ): Promise<ReportType> {
    const { actor, locale, selected } = viewer;
    const id = toGlobalId('Report', row.id);
    const period = row.frozen?.content.periods.now ?? periodOf(row.period);
    if (!period) throw new Error(`The period of report ${row.id} is gone.`);
    const report =
      selected.has('content') || selected.has('differences')
        ? await this.#reports.read(actor, row)
        : undefined;
    return Object.assign(new ReportType(), {
      ...{ id, status: row.status, version: row.version, revision: row.revision },
      period: presentPeriod(period, locale),
      ...(report ? { content: await this.#presentContent(report, { actor, locale }) } : {}),
      corrects: row.corrects && { id: toGlobalId('Report', row.corrects), version: row.version - 1 },
      reason: row.reason,
      differences: report ? presentDifferences(report, locale) : [],
      ...{ createdBy: row.created_by.name, createdAt: row.created_at },
      ...{ publishedBy: row.published_by?.name ?? null, publishedAt: row.published_at, hash: row.hash },
      ...(selected.has('integrity') ? { integrity: integrityOf(row) } : {}),
      ...{ wordUrl: `/reports/${id}.docx`, sheetUrl: `/reports/${id}.xlsx` },
    });
  }
}

/** @throws BAD_USER_INPUT for anything that is no figure of ours. */
function parsedFigure(cases: string, locale: Locale): FigureQuery {
  try {
    return parseCasesFilter(cases);
  } catch {
    throw badInput(locale, { zh: '这不是报告中的数字。', en: 'That is not a figure of a report.' });
  }
}

function keyOf({ idempotencyKey: key }: { readonly idempotencyKey?: string | null }): Keyed {
  return { key };
}

/** An id that is none of ours is answered like one that is not there. */
function idOf({ id }: { readonly id: string }): string {
  return uuidOf(id, 'Report') ?? '00000000-0000-0000-0000-000000000000';
}

/** @throws BAD_USER_INPUT when what its kind needs is missing. */
function choiceOf(input: PeriodInput, locale: Locale): PeriodChoice {
  const { kind, year, number, holiday, from, to } = input;
  switch (kind) {
    case 'SPAN':
      if (from && to) return { kind, from, to };
      break;
    case 'YEAR':
      if (year) return { kind, year };
      break;
    case 'HOLIDAY':
      if (year && holiday) return { kind, year, holiday };
      break;
    default:
      if (year && number) return { kind, year, number };
  }
  throw badInput(locale, {
    zh: '期间不完整：月、季度、半年需要年份和序号，年需要年份，假期需要年份和名称，任意起止需要起止日期。',
    en: 'The period is incomplete: MONTH, QUARTER and HALF_YEAR need year and number, YEAR a year, HOLIDAY a year and which one, SPAN from and to.',
  });
}
