import {
  type ComplaintState,
  countableOf,
  nextDue,
  nextTick,
  type OfficeSettings,
  type Sector,
} from '@huiyin/domain';
import { maskWords } from './masking.ts';
import { numbersIn, wordsOf } from './search-text.ts';

/** What a complaint's row keeps beside its state, so that lists and searches need not open it. */
export type ComplaintRow = Readonly<Record<keyof typeof COLUMN_TYPES, unknown>>;

/** Columns written with every change, with their types as the database has them. */
export const COLUMN_TYPES = {
  version: 'integer',
  status: 'text',
  status_since: 'timestamptz',
  kind: 'text',
  channel: 'text',
  source_level: 'text',
  source_body: 'text',
  disclosure: 'text',
  group_size: 'integer',
  title: 'text',
  category: 'text',
  classification: 'text',
  complainant_id: 'uuid',
  respondent_id: 'uuid',
  respondent_name: 'text',
  respondent_type: 'text',
  department_id: 'uuid',
  handler_id: 'uuid',
  first_responder_id: 'uuid',
  closed_at: 'timestamptz',
  last_activity_at: 'timestamptz',
  due_at: 'timestamptz',
  due_what: 'text',
  due_provisional: 'boolean',
  tick_at: 'timestamptz',
  attention: 'text[]',
  restricted: 'boolean',
  incident_id: 'uuid',
  erased: 'text',
  details: 'jsonb',
  dimensions: 'jsonb',
  state: 'jsonb',
} as const;

/** The same, in the order of the write statements. */
export const COMPLAINT_COLUMNS = Object.keys(COLUMN_TYPES) as readonly (keyof typeof COLUMN_TYPES)[];

/** What the row of a complaint is derived from: pure, so that a row can be checked against its events. */
export interface RowSource {
  readonly state: ComplaintState;
  /** Of whoever complains; masked in all that lists show and searches find. */
  readonly complainantName: string | null;
  readonly externalNumber: string | null;
}

/** The row of a state. */
export function rowOf(
  { state, complainantName }: Pick<RowSource, 'state' | 'complainantName'>,
  sector: Sector,
  settings: OfficeSettings,
): ComplaintRow {
  const due = nextDue(state);
  const { dimensions } = countableOf(state, sector);
  const restricted = sector.classification?.restricted?.includes(state.classification ?? '') ?? false;
  return {
    version: state.version,
    status: state.status,
    status_since: state.statusSince,
    kind: state.kind,
    channel: state.channel,
    source_level: state.source.level,
    source_body: state.source.body ?? null,
    disclosure: state.disclosure,
    group_size: state.groupSize,
    title: maskWords(state.title, complainantName),
    category: state.category ?? null,
    classification: state.classification ?? null,
    complainant_id: state.complainantId ?? null,
    respondent_id: state.respondent.respondentId ?? null,
    respondent_name: state.respondent.name ?? null,
    respondent_type: state.respondent.type ?? null,
    department_id: state.handler.departmentId ?? state.respondent.departmentId ?? null,
    handler_id: state.handler.memberId ?? null,
    first_responder_id: state.firstResponder ?? null,
    closed_at: state.closing?.at ?? null,
    last_activity_at: state.lastActivityAt,
    due_at: due?.at ?? null,
    due_what: due?.what ?? null,
    due_provisional: due?.provisional ?? false,
    tick_at: nextTick(state, settings) ?? null,
    attention: state.attention,
    restricted,
    incident_id: state.incident?.id ?? null,
    erased: state.erased?.what ?? null,
    details: state.details,
    dimensions,
    state,
  };
}

/**
 * Everything of a complaint that a search looks through; nothing of who complained, so that nobody finds out by asking:
 * name and personal numbers are masked in it, and details that identify somebody or tell of their health left out.
 */
export function searchTextOf(
  { state, complainantName, externalNumber }: RowSource,
  sector: Pick<Sector, 'fields' | 'sites'>,
): string {
  const details = sector.fields.flatMap(({ key, sensitive, type }) => {
    const value = state.details[key];
    if (sensitive) return [];
    if (type.kind === 'place') return (value as { address?: string } | undefined)?.address ?? [];
    return typeof value === 'string' ? value : [];
  });
  const texts = [
    ...[state.title, state.content, state.finding?.facts],
    ...state.answers.map(({ text }) => text),
  ].map((text) => maskWords(text ?? '', complainantName));
  const words = wordsOf([...texts, state.respondent.name, ...details].filter(Boolean).join('\n'));
  return `${words} ${numbersIn(`${state.number} ${externalNumber ?? ''}`)}`;
}
