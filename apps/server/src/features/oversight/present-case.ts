import {
  CASE_OUTCOME_LABELS,
  CASE_OUTCOMES,
  type CaseOutcome,
  type Dimension,
  dimensionLabel,
  type Sector,
  sectorOf,
} from '@huiyin/domain';
import { inLocale, type Locale, type Localized } from '@huiyin/shared';
import { toGlobalId } from '../../graphql/global-id.ts';
import type { CaseRow, OutcomeRow } from './case.repository.ts';
import { OversightCaseType, type OversightOutcomeType } from './case.type.ts';

interface Presenting {
  /** Code of the sector of its organisation. */
  readonly sector: string;
  readonly locale: Locale;
}

const PROMISED: Localized = { zh: '承诺答复', en: 'Promised answer' };

/** A case as an overseer sees it. */
export function presentCase(
  row: CaseRow,
  outcomes: readonly OutcomeRow[],
  { sector: code, locale }: Presenting,
): OversightCaseType {
  const sector = sectorOf(code);
  const say = (dimension: Dimension, value: string) => saying(sector, locale)(dimension, value);
  const term = (dimension: Dimension, value: string | null) =>
    value === null ? null : { code: value, label: say(dimension, value) };
  const { due_at: dueAt, due_what: dueWhat } = row;
  return Object.assign(new OversightCaseType(), {
    ...{
      id: toGlobalId('OversightCase', row.id),
      number: row.number,
      receivedAt: row.received_at,
      closedAt: row.closed_at,
    },
    status: row.status as OversightCaseType['status'],
    kind: row.kind as OversightCaseType['kind'],
    finding: row.finding as OversightCaseType['finding'],
    channel: say('channel', row.channel),
    category: term('category', row.category),
    classification: term('classification', row.classification),
    respondentType: term('respondentType', row.respondent_type),
    nextDue: dueAt && {
      at: dueAt,
      what: dueWhat === 'promise' ? inLocale(PROMISED, locale) : say('clock', dueWhat ?? ''),
      overdue: dueAt.getTime() < Date.now(),
    },
    outcomes: outcomes.map((outcome) => presentOutcome(outcome, say, locale)),
  });
}

/** What people call a value; of an organisation's own names an overseer is told none. */
function saying(sector: Sector, locale: Locale) {
  return (dimension: Dimension, value: string): string =>
    inLocale(dimensionLabel(dimension, value, { sector, names: new Map() }), locale);
}

function presentOutcome(
  { measure, on, amount, dimensions }: OutcomeRow,
  say: (dimension: Dimension, value: string) => string,
  locale: Locale,
): OversightOutcomeType {
  const kind = measure as CaseOutcome;
  const [what, result] = CASE_OUTCOMES[kind];
  const said = (dimension: Dimension | undefined) =>
    dimension && typeof dimensions[dimension] === 'string' ? say(dimension, dimensions[dimension]) : null;
  return {
    ...{ kind, on, amount: amount === 0 ? null : amount },
    what: said(what) ?? inLocale(CASE_OUTCOME_LABELS[kind], locale),
    result: said(result),
  };
}
