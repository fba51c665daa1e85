import {
  type ComplaintState,
  countableOf,
  nextDue,
  nextTick,
  type OfficeSettings,
  type Sector,
} from '@huiyin/domain';
import { wordsOf } from './search-text.ts';

/** What a complaint's row keeps beside its state, so that lists and searches need not open it. */
export type ComplaintRow = Readonly<Record<(typeof COMPLAINT_COLUMNS)[number], unknown>>;

/** Columns written with every change, in the order of the write statement. */
export const COMPLAINT_COLUMNS = [
  'version',
  'status',
  'status_since',
  'kind',
  'channel',
  'source_level',
  'source_body',
  'disclosure',
  'group_size',
  'title',
  'category',
  'classification',
  'complainant_id',
  'respondent_id',
  'respondent_name',
  'respondent_type',
  'department_id',
  'handler_id',
  'first_responder_id',
  'closed_at',
  'last_activity_at',
  'due_at',
  'due_what',
  'tick_at',
  'attention',
  'restricted',
  'details',
  'dimensions',
  'state',
] as const;

/** The row of a state. Pure: the same state gives the same row, so that a row can be checked against its events. */
export function rowOf(state: ComplaintState, sector: Sector, settings: OfficeSettings): ComplaintRow {
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
    title: state.title,
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
    tick_at: nextTick(state, settings) ?? null,
    attention: state.attention,
    restricted,
    details: state.details,
    dimensions,
    state,
  };
}

/** Everything of a complaint that a search looks through; nothing of who complained. */
export function searchTextOf(state: ComplaintState, externalNumber: string | null): string {
  const details = Object.values(state.details).filter((value) => typeof value === 'string');
  const text = [
    state.title,
    state.content,
    state.respondent.name,
    ...details,
    ...state.answers.map((answer) => answer.text),
    state.finding?.facts,
  ];
  // Numbers stay whole: the segmenter would take them apart.
  return `${wordsOf(text.filter(Boolean).join('\n'))} ${[state.number, externalNumber].filter(Boolean).join(' ').toLowerCase()}`;
}
