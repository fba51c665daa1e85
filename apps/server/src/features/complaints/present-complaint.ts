import {
  COMMAND_LABELS,
  type CommandType,
  type ComplaintState,
  ESCALATION_LABELS,
  type EscalationReason,
  EVENT_LABELS,
  type FieldDeclaration,
  identityVisibility,
  obstacle,
  POSSIBLE_FROM,
  type Sector,
  wordsOfDetails,
} from '@huiyin/domain';
import { inLocale, type Locale, type Localized } from '@huiyin/shared';
import { contextOf } from '../../casework/casework.ts';
import { maskName, maskPhone } from '../../casework/masking.ts';
import { toGlobalId } from '../../graphql/global-id.ts';
import { detailsObject } from '../../graphql/sector-types.ts';
import {
  type AllowedAction,
  type ComplainantType,
  type ComplaintEventType,
  ComplaintType,
} from './complaint.type.ts';
import type { ComplaintReadRow, EventRow } from './complaint-reads.repository.ts';
import { presentParts } from './present-parts.ts';
import { departmentReference, memberReference, termsFor, type Viewer } from './viewer.ts';

const PROMISE: Localized = { zh: '承诺答复', en: 'Promised answer' };

/** A complaint as the viewer may see it. Fields that were not read are left out: nobody asked for them. */
export function presentComplaint(row: ComplaintReadRow, viewer: Viewer): ComplaintType {
  const { office, locale } = viewer;
  const { sector } = office;
  const terms = termsFor(locale);
  const complaint = new ComplaintType();
  const dueLabel =
    row.due_what === 'promise' ? PROMISE : office.rules.find(({ clock }) => clock === row.due_what)?.label;
  Object.assign(complaint, {
    id: toGlobalId('Complaint', row.id),
    number: row.number,
    externalNumber: row.external_number,
    version: row.version,
    sector: terms.plain(sector.code, sector.label),
    status: row.status,
    statusSince: row.status_since,
    kind: row.kind,
    channel: row.channel,
    source: {
      level: row.source_level,
      body: row.source_body,
      reference: row.state?.source.reference ?? null,
    },
    disclosure: row.disclosure,
    groupSize: row.group_size,
    title: row.title,
    receivedAt: row.received_at,
    closedAt: row.closed_at,
    category: terms.option(sector.categories, row.category),
    classification: terms.option(sector.classification?.options ?? [], row.classification),
    respondent: {
      id: row.respondent_id && toGlobalId('Respondent', row.respondent_id),
      name: row.respondent_name,
      type: terms.option(sector.respondentTypes, row.respondent_type),
      department: departmentReference(office, row.state?.respondent.departmentId, locale),
    },
    department: departmentReference(office, row.department_id, locale),
    handler: memberReference(office, row.handler_id),
    nextDue:
      row.due_at &&
      ({
        at: row.due_at,
        what: dueLabel ? inLocale(dueLabel, locale) : row.due_what,
        overdue: row.due_at.getTime() < Date.now(),
      } as const),
    attention: row.attention,
    lastActivityAt: row.last_activity_at,
  });
  const details = row.state?.details ?? row.details;
  if (details) {
    const visible = visibleDetails(details, sector, viewer, row);
    complaint.details = detailsObject(sector, visible);
    complaint.detailTexts = wordsOfDetails(sector, visible).map(({ key, label, text }) => ({
      ...{ key, label: inLocale(label, locale), text: inLocale(text, locale) },
    }));
  }
  if (row.complainant !== undefined) complaint.complainant = presentComplainant(row, viewer);
  if (row.history) complaint.history = row.history.map((event) => presentEvent(event, locale));
  if (row.state) {
    Object.assign(complaint, presentParts(row.state, { ...viewer, complaintId: row.id }));
    complaint.allowedActions = allowedActions(row.state, viewer);
  }
  return complaint;
}

/** What is needed of a complaint for judging access; lists read less than the whole state. */
function accessSubject(row: ComplaintReadRow) {
  return (
    row.state ?? {
      handler: {
        ...(row.handler_id ? { memberId: row.handler_id } : {}),
        ...(row.department_id ? { departmentId: row.department_id } : {}),
      },
      collaborators: [],
      recused: [],
      respondent: {},
      handOvers: [],
      disclosure: row.disclosure,
      ...(row.classification ? { classification: row.classification } : {}),
    }
  );
}

function seesIdentity(row: ComplaintReadRow, viewer: Viewer): boolean {
  if (row.disclosure === 'ANONYMOUS') return false;
  return viewer.revealed === true || identityVisibility(viewer.actor, accessSubject(row)) === 'FULL';
}

function presentComplainant(row: ComplaintReadRow, viewer: Viewer): ComplainantType | null {
  const person = row.complainant;
  if (!person || row.disclosure === 'ANONYMOUS') return null;
  return seesIdentity(row, viewer)
    ? { masked: false, ...person }
    : {
        masked: true,
        name: maskName(person.name),
        phone: maskPhone(person.phone),
        email: null,
        address: null,
      };
}

/** Details without what only those who work on the case need. */
function visibleDetails(
  details: Readonly<Record<string, unknown>>,
  sector: Sector,
  viewer: Viewer,
  row: ComplaintReadRow,
): Readonly<Record<string, unknown>> {
  const sensitive = sector.fields.filter(
    (field: FieldDeclaration) => field.sensitive && field.key in details,
  );
  if (sensitive.length === 0 || seesIdentity({ ...row, disclosure: 'NAMED' }, viewer)) return details;
  const hidden = new Set(sensitive.map(({ key }) => key));
  return Object.fromEntries(Object.entries(details).filter(([key]) => !hidden.has(key)));
}

/** What can be done to a complaint and whether the viewer may now, in the order of the life of a complaint. */
function allowedActions(state: ComplaintState, viewer: Viewer): AllowedAction[] {
  const { actor, office, locale } = viewer;
  const context = contextOf({ actor, office });
  return (Object.keys(POSSIBLE_FROM) as CommandType[])
    .filter((action) => action !== 'TICK' && action !== 'RECOMPUTE_CLOCKS' && action !== 'ESCALATE')
    .map((action) => {
      const refusal = obstacle({ state, command: action, context });
      return {
        action,
        label: inLocale(COMMAND_LABELS[action], locale),
        allowed: refusal === undefined,
        reason: refusal ? inLocale(refusal.message, locale) : null,
        code: refusal?.code ?? null,
      };
    });
}

/** The member of the data that carries an event's words. */
const SUMMARY_KEYS = [
  'reason',
  'text',
  'summary',
  'facts',
  'note',
  'request',
  'title',
  'explanation',
  'agreement',
  'proof',
  'remark',
  'positions',
  'consent',
  'description',
];

/** Reasons that are codes in words; a text as it was written. */
function inWords(event: EventRow, said: string | undefined, locale: Locale): string | null {
  const coded = event.type === 'ESCALATED' && said ? ESCALATION_LABELS[said as EscalationReason] : undefined;
  return coded ? inLocale(coded, locale) : (said ?? null);
}

function presentEvent(event: EventRow, locale: Locale): ComplaintEventType {
  const label = EVENT_LABELS[event.type as keyof typeof EVENT_LABELS];
  const said = SUMMARY_KEYS.map((key) => event.data[key]).find(
    (value) => typeof value === 'string' && value !== '',
  );
  return {
    seq: event.seq,
    type: event.type as ComplaintEventType['type'],
    label: label ? inLocale(label, locale) : event.type,
    at: event.at,
    recordedAt: event.recorded_at,
    actor: event.actor.name,
    summary: inWords(event, said as string | undefined, locale),
    hash: event.hash,
  };
}
