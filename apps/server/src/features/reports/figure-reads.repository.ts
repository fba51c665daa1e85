import {
  answeredSource,
  type FigureAnswers,
  type FigureRequest,
  type FigureSource,
  requestKey,
  type Sector,
  type TenantActor,
} from '@huiyin/domain';
import type { Database, Statement } from '../../tenancy/database.ts';
import { caseLine } from './case-line.ts';
import { statementOf } from './figure-statements.ts';
import { answerFromRollup, type RollupCellRow, rollupStatement } from './rollup-answers.ts';

type Answer = FigureAnswers[FigureRequest['kind']];

/**
 * Answers everything that a report asks in one round trip and one snapshot, so that its figures agree with one
 * another. Counts over whole months come from the rollup, in one statement for all; the rest is counted from the facts.
 */
export async function readFigures(
  database: Database,
  actor: TenantActor,
  options: {
    readonly sector: Sector;
    readonly requests: readonly FigureRequest[];
    /** Counts everything from the facts, as a check of the rollup. */
    readonly recount?: boolean;
  },
): Promise<FigureSource> {
  const { sector, requests, recount = false } = options;
  const kept = recount ? undefined : rollupStatement(requests, sector);
  const fromRollup = new Set<FigureRequest>(kept?.answers ?? []);
  const counted = requests.filter((request) => !fromRollup.has(request));
  const statements: Statement[] = counted.map(statementOf);
  if (kept) statements.push(kept.statement);

  const results = await database.readAllInTenant(actor, statements);
  const answers = new Map<string, Answer>();
  for (const [index, request] of counted.entries()) {
    answers.set(requestKey(request), answerOf(request, results[index] ?? []));
  }
  if (kept) {
    const cells = (results.at(-1) ?? []) as unknown as readonly RollupCellRow[];
    for (const [request, answer] of answerFromRollup(kept.answers, cells, sector)) {
      answers.set(requestKey(request), answer);
    }
  }
  return answeredSource(answers);
}

type Rows = readonly Readonly<Record<string, unknown>>[];

/** Rows of a statement as the domain wants its answer; sums come as texts from the database. */
function answerOf(request: FigureRequest, rows: Rows): Answer {
  switch (request.kind) {
    case 'groups':
    case 'months':
      return rows.map(({ values, count, amount }) => ({
        values: (values ?? []) as string[],
        count: Number(count),
        amount: Number(amount),
      }));
    case 'percentile':
    case 'denominator': {
      const value = rows[0]?.['value'] ?? null;
      return value === null ? null : Number(value);
    }
    case 'currencies':
      return rows.map(({ currency, count, original, converted }) => ({
        currency: String(currency),
        count: Number(count),
        original: Number(original),
        converted: Number(converted),
      }));
    case 'amounts':
      return rows.map((row) => ({
        id: String(row['id']),
        number: String(row['number']),
        party: (row['party'] ?? null) as string | null,
        what: String(row['what']),
        currency: String(row['currency'] ?? 'CNY'),
        original: Number(row['original'] ?? 0),
        rate: (row['rate'] ?? null) as string | null,
        rateDate: (row['rate_date'] ?? null) as string | null,
        converted: Number(row['converted'] ?? 0),
        on: String(row['on']),
        paidOn: (row['paid_on'] ?? null) as string | null,
      }));
    case 'cases':
      return rows.map((row) => caseLine(row, request.columns));
  }
}
