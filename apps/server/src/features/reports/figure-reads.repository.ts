import {
  answeredSource,
  type FigureAnswers,
  type FigureQuery,
  type FigureRequest,
  type FigureSource,
  type IncidentLine,
  requestKey,
  type Sector,
  type Site,
  type TenantActor,
  type TrainingCounts,
  type VisitCounts,
} from '@huiyin/domain';
import { type ActionRow, actionLine } from '../../casework/action-sql.ts';
import type { Database, Statement } from '../../tenancy/database.ts';
import { caseLine } from './case-line.ts';
import { countStatement, statementOf } from './figure-statements.ts';
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

/** What a figure counts, the cases it belongs to, and how many of them the actor may not see. */
export async function countCases(
  database: Database,
  actor: TenantActor,
  query: FigureQuery,
): Promise<{ readonly count: number; readonly cases: number; readonly hidden: number }> {
  const [row] = await database.readInTenant<Record<string, string>>(actor, countStatement(query, actor));
  const number = (column: string) => Number(row?.[column] ?? 0);
  return { count: number('count'), cases: number('cases'), hidden: number('hidden') };
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
    case 'incidents':
      return rows.map((row) => ({
        ...{ id: String(row['id']), number: String(row['number']), title: String(row['title']) },
        openedOn: String(row['opened_on']),
        status: row['status'] as IncidentLine['status'],
        secondsToAnswer: row['seconds'] === null ? null : Number(row['seconds']),
        cases: row['cases'] as IncidentLine['cases'],
      }));
    case 'formerNames':
      return rows.map((row) => ({
        ...{ name: String(row['name']), type: String(row['type']), now: String(row['now']) },
      }));
    case 'training':
      return rows as unknown as readonly TrainingCounts[];
    case 'sites':
      return rows as unknown as readonly Site[];
    case 'visits':
      return rows as unknown as readonly VisitCounts[];
    case 'actions':
      return rows.map((row) => actionLine(row as unknown as ActionRow));
    case 'cases':
      return {
        lines: rows.filter(({ state }) => state !== null).map((row) => caseLine(row, request.columns)),
        cases: Number(rows[0]?.['cases'] ?? 0),
        restricted: Number(rows[0]?.['restricted'] ?? 0),
      };
  }
}
