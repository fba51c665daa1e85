import { canInOffice, type TenantActor } from '@huiyin/domain';
import { inLocale, type Locale } from '@huiyin/shared';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import type { Office, Offices } from '../../casework/office.ts';
import { type RequestContext, tenantActor } from '../../graphql/actor-context.ts';
import { toGlobalId, uuidOf } from '../../graphql/global-id.ts';
import { PageArgs, pageOf, placeAsked } from '../../graphql/page.ts';
import { selectedFields } from '../../graphql/selection.ts';
import { userErrors } from '../../graphql/user-error.ts';
import type { DateOrder } from '../../sheets/values/date-parts.ts';
import type { Database } from '../../tenancy/database.ts';
import { type ImportPhase, type ImportRow, listImports } from './import.repository.ts';
import { type DateOrderEnum, ImportConnection, ImportType } from './import.type.ts';
import {
  ImportCheckInput,
  ImportCheckPayload,
  ImportCreateInput,
  ImportCreatePayload,
  type ImportPayload,
  ImportSetMappingInput,
  ImportSetMappingPayload,
  ImportStartInput,
  ImportStartPayload,
} from './import-inputs.type.ts';
import { passedOverRows, refusedRows } from './import-row.repository.ts';
import type { ImportOutcome, Imports } from './imports.ts';
import type { ColumnChoice } from './reading-change.ts';
import { targetsOf } from './table-reader.ts';

const MOST_PROBLEMS = 200;
const MOST_PASSED_OVER = 50;

/** Imports: uploading, mapping, checking, running, and what became of every row. */
@Resolver()
export class ImportResolver {
  readonly #database: Database;
  readonly #offices: Offices;
  readonly #imports: Imports;

  constructor(options: {
    readonly database: Database;
    readonly offices: Offices;
    readonly imports: Imports;
  }) {
    this.#database = options.database;
    this.#offices = options.offices;
    this.#imports = options.imports;
  }

  @Query(() => ImportType, {
    nullable: true,
    description: 'One import; null when there is none that the caller may see. Poll it for progress.',
  })
  async import(
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { description: 'Global id.' }) id: string,
  ): Promise<ImportType | null> {
    return this.find(uuidOf(id, 'Import'), context, info);
  }

  /** An import by its UUID. */
  async find(
    id: string | undefined,
    context: RequestContext,
    info: GraphQLResolveInfo,
  ): Promise<ImportType | null> {
    const actor = tenantActor(context);
    const row = id ? await this.#imports.find(actor, id) : undefined;
    return row
      ? this.#present(row, { actor, locale: context.request.locale, selected: selectedFields(info) })
      : null;
  }

  @Query(() => ImportConnection, { description: 'Imports of the organisation, newest first.' })
  async imports(
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
    @Args(() => PageArgs) page: PageArgs,
  ) {
    const actor = tenantActor(context);
    const { locale } = context.request;
    const after = placeAsked(page, { orderedBy: 'timestamptz', locale });
    const rows = canInOffice(actor, 'importComplaints')
      ? await listImports(this.#database, actor, { first: page.first, after })
      : [];
    const selected = selectedFields(info, ['edges', 'node']);
    const listed = pageOf({ rows, page, toNode: (row) => row });
    const edges = await Promise.all(
      listed.edges.map(async ({ cursor, node }) => ({
        cursor,
        node: await this.#present(node, { actor, locale, selected }),
      })),
    );
    return { ...listed, edges };
  }

  @Mutation(() => ImportCreatePayload, {
    description: 'Opens an uploaded spreadsheet and proposes how to read its columns.',
  })
  async importCreate(
    @Arg('input', () => ImportCreateInput, { description: 'The file.' }) input: ImportCreateInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ImportPayload> {
    const { file, name, kind, sheet, headerLine, encoding, idempotencyKey: key } = input;
    const outcome = await this.#imports.create(tenantActor(context), {
      ...{ key, sha256: file, kind },
      ...{ name: name ?? undefined, sheet: sheet ?? undefined },
      ...{ headerLine: headerLine ?? undefined, encoding: encoding ?? undefined },
    });
    return this.#answer(outcome, context, info);
  }

  @Mutation(() => ImportSetMappingPayload, {
    description: 'Changes how columns are read; a dry run done before is void.',
  })
  async importSetMapping(
    @Arg('input', () => ImportSetMappingInput, { description: 'The columns.' }) input: ImportSetMappingInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ImportPayload> {
    const columns = input.columns.map(
      ({ column, target = null, dateOrder, choices }): ColumnChoice => ({
        ...{ column, target },
        ...(dateOrder === undefined
          ? {}
          : { dateOrder: (dateOrder?.toLowerCase() ?? null) as DateOrder | null }),
        choices: choices.map(({ written, code = null }) => ({ written, code })),
      }),
    );
    const outcome = await this.#imports.setReading(tenantActor(context), idOf(input), {
      ...{ key: input.idempotencyKey, columns },
      ...(typeof input.year === 'number' ? { year: input.year } : {}),
    });
    return this.#answer(outcome, context, info);
  }

  @Mutation(() => ImportCheckPayload, {
    description: 'Starts the dry run: finds every problem, takes nothing in.',
  })
  async importCheck(
    @Arg('input', () => ImportCheckInput, { description: 'Which import.' }) input: ImportCheckInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ImportPayload> {
    const { idempotencyKey: key } = input;
    return this.#answer(await this.#imports.check(tenantActor(context), idOf(input), { key }), context, info);
  }

  @Mutation(() => ImportStartPayload, {
    description: 'Takes the rows in, in the background; those refused come back as a spreadsheet.',
  })
  async importStart(
    @Arg('input', () => ImportStartInput, { description: 'Which import.' }) input: ImportStartInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ImportPayload> {
    const { again, idempotencyKey: key } = input;
    const outcome = await this.#imports.start(tenantActor(context), idOf(input), { again, key });
    return this.#answer(outcome, context, info);
  }

  async #answer(
    outcome: ImportOutcome,
    context: RequestContext,
    info: GraphQLResolveInfo,
  ): Promise<ImportPayload> {
    const { locale } = context.request;
    const { row } = outcome;
    const selected = selectedFields(info, ['import']);
    return {
      import: row ? await this.#present(row, { actor: tenantActor(context), locale, selected }) : null,
      userErrors: outcome.ok ? [] : userErrors(outcome.refusals, locale),
    };
  }

  async #present(
    row: ImportRow,
    viewer: { readonly actor: TenantActor; readonly locale: Locale; readonly selected: ReadonlySet<string> },
  ): Promise<ImportType> {
    const { actor, locale, selected } = viewer;
    const office = await this.#offices.of(actor);
    const phase: ImportPhase = row.status === 'CHECKING' || row.status === 'CHECKED' ? 'CHECK' : 'RUN';
    const wanted = { importId: row.id, phase };
    const refused =
      selected.has('problems') && row.refused > 0
        ? await refusedRows(this.#database, actor, { ...wanted, afterLine: 0, first: MOST_PROBLEMS })
        : [];
    const passedOver =
      selected.has('passedOverRows') && row.passed_over > 0
        ? await passedOverRows(this.#database, actor, { ...wanted, first: MOST_PASSED_OVER })
        : [];
    const problems = refused.flatMap(({ line, problems: all }) =>
      (all ?? []).map(({ column, key = null, value, code, text }) => ({
        ...{ line, column, columnKey: key, value, code },
        message: inLocale(text, locale),
      })),
    );
    return Object.assign(new ImportType(), presentImport(row, { office, locale }), {
      problems: problems.slice(0, MOST_PROBLEMS),
      passedOverRows: passedOver.map(({ line, raw, problems: [why] = [] }) => ({
        ...{ line, text: (raw ?? []).filter(Boolean).join(' · ') },
        reason: why ? inLocale(why.text, locale) : null,
      })),
    });
  }
}

function presentImport(
  row: ImportRow,
  { office, locale }: { readonly office: Office; readonly locale: Locale },
) {
  const { layout, mapping, date_orders: dateOrders, choices } = row;
  const id = toGlobalId('Import', row.id);
  return {
    ...{ id, kind: row.kind, status: row.status, name: row.name, bytes: Number(row.bytes) },
    ...{ file: row.sha256, encoding: layout.encoding, sheet: layout.sheetName, sheets: layout.sheets },
    ...{ headerLines: layout.headerLines, year: layout.year, titles: layout.titles },
    columns: layout.columns.map(({ key, header, letters }) => ({
      ...{ column: key, header, letters },
      samples: layout.sample.map((cells) => cells[key] ?? '').filter((value) => value !== ''),
      target: mapping[key] ?? null,
      dateOrder: (dateOrders[key]?.toUpperCase() as keyof typeof DateOrderEnum | undefined) ?? null,
      choices: Object.entries(choices[key] ?? {}).map(([written, code]) => ({ written, code })),
    })),
    targets: targetsOf(row.kind, office.sector).map(({ key, label, required, options = [] }) => ({
      ...{ key, label: inLocale(label, locale), required },
      options: options.map(({ code, label: name }) => ({ code, label: inLocale(name, locale) })),
    })),
    rowsExpected: Math.max(
      layout.approximateRows - layout.headerLines.length - layout.titles.length,
      row.rows_read,
    ),
    ...{ rowsRead: row.rows_read, accepted: row.accepted, refused: row.refused, passedOver: row.passed_over },
    refusedUrl: row.refused > 0 ? `/imports/${id}/refused.xlsx` : null,
    error: row.error && inLocale(row.error, locale),
    ...{ createdAt: row.created_at, startedAt: row.started_at, finishedAt: row.finished_at },
  };
}

/** An id that is none of ours is answered like one that is not there. */
function idOf({ id }: { readonly id: string }): string {
  return uuidOf(id, 'Import') ?? '00000000-0000-0000-0000-000000000000';
}
