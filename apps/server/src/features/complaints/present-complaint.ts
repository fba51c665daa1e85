import {
  COMMAND_LABELS,
  type ComplaintState,
  canInOffice,
  obstacles,
  POSSIBLE_FROM,
  type Sector,
  wordsOfDetails,
} from '@huiyin/domain';
import { inLocale, type Localized } from '@huiyin/shared';
import { contextOf } from '../../casework/decision.ts';
import { maskName, maskPhone } from '../../casework/masking.ts';
import { ACTIONS } from '../../graphql/enums.ts';
import { toGlobalId } from '../../graphql/global-id.ts';
import { detailsObject } from '../../graphql/sector-types.ts';
import { ComplaintType } from './complaint.type.ts';
import type { AllowedAction, ComplainantType, HealthLookType } from './complaint-aspects.type.ts';
import type { ComplaintReadRow } from './complaint-reads.repository.ts';
import type { HealthLookRow } from './health-look.repository.ts';
import { type Insight, insightOf } from './insight.ts';
import { presentHistory } from './present-history.ts';
import { presentParts } from './present-parts.ts';
import { departmentReference, memberReference, termsFor, type Viewer } from './viewer.ts';

const PROMISE: Localized = { zh: '承诺答复', en: 'Promised answer' };

/** A complaint as the viewer may see it. Fields that were not read are left out: nobody asked for them. */
export function presentComplaint(row: ComplaintReadRow, viewer: Viewer): ComplaintType {
  const { office, locale } = viewer;
  const { sector } = office;
  const terms = termsFor(locale);
  const complaint = new ComplaintType();
  const insight = insightOf(row, viewer);
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
    // In lists nobody needs whoever complains: their titles are masked as they stand.
    title: row.state ? insight.words(row.state.title) : row.title,
    receivedAt: row.received_at,
    closedAt: row.closed_at,
    category: terms.option(sector.categories, row.category),
    classification: terms.option(sector.classification?.options ?? [], row.classification),
    respondent: {
      id: row.respondent_id && toGlobalId('Respondent', row.respondent_id),
      name: row.respondent_name,
      type: terms.option(sector.respondentTypes, row.respondent_type),
      department: departmentReference(office, row.state?.respondent.departmentId, locale),
      members: (row.state?.respondent.memberIds ?? []).flatMap((id) => memberReference(office, id) ?? []),
    },
    department: departmentReference(office, row.department_id, locale),
    handler: memberReference(office, row.handler_id),
    nextDue:
      row.due_at &&
      ({
        at: row.due_at,
        what: dueLabel ? inLocale(dueLabel, locale) : row.due_what,
        overdue: row.due_at.getTime() < Date.now(),
        provisional: row.due_provisional,
      } as const),
    attention: row.attention,
    lastActivityAt: row.last_activity_at,
  });
  const details = row.state?.details ?? row.details;
  if (details) {
    const visible = visibleDetails(details, sector, insight);
    complaint.details = detailsObject(sector, visible);
    complaint.detailTexts = wordsOfDetails(sector, visible).map(({ key, label, text }) => ({
      ...{ key, label: inLocale(label, locale), text: inLocale(text, locale) },
    }));
  }
  if (row.incident !== undefined) {
    complaint.incident = row.incident && { ...row.incident, id: toGlobalId('Incident', row.incident.id) };
  }
  if (row.complainant !== undefined) complaint.complainant = presentComplainant(row, insight);
  if (row.health_looks !== undefined)
    complaint.healthLooks = presentHealthLooks(row.health_looks, { ...viewer, insight });
  if (row.history) complaint.history = presentHistory(row.history, viewer, insight);
  if (row.state) {
    Object.assign(
      complaint,
      presentParts(row.state, { ...viewer, insight, complaintId: row.id, numbers: row.numbers ?? {} }),
    );
    complaint.allowedActions = allowedActions(row.state, viewer);
  }
  return complaint;
}

function presentComplainant(row: ComplaintReadRow, { identity }: Insight): ComplainantType | null {
  const person = row.complainant;
  if (!person || row.disclosure === 'ANONYMOUS') return null;
  return identity
    ? { masked: false, ...person }
    : {
        masked: true,
        name: maskName(person.name),
        phone: maskPhone(person.phone),
        email: null,
        address: null,
      };
}

/** Who was shown health data: for those alone who watch over its use. */
function presentHealthLooks(
  looks: readonly HealthLookRow[] | null,
  { actor, office, insight: { words } }: Viewer & { readonly insight: Insight },
): HealthLookType[] {
  if (!looks || !canInOffice(actor, 'readHealthLooks')) return [];
  return looks.map(({ by_id: id, by_key: byKey, key_name: keyName, hour, item }) => ({
    who: (byKey ? keyName : office.directory.members.get(id)?.name) ?? '—',
    ...{ byKey, hour, item: item && words(item) },
  }));
}

/** Details without those that are kept back, and with their texts as the viewer may read them. */
function visibleDetails(
  details: Readonly<Record<string, unknown>>,
  sector: Sector,
  { hides, words }: Insight,
): Readonly<Record<string, unknown>> {
  const visible = sector.fields.flatMap((field): [string, unknown][] => {
    const value = details[field.key];
    if (value === undefined || hides(field)) return [];
    const isText = field.type.kind === 'text' && typeof value === 'string';
    return [[field.key, isText ? words(value) : value]];
  });
  return Object.fromEntries(visible);
}

const IN_ORDER_OF_LIFE = Object.keys(POSSIBLE_FROM).flatMap(
  (command) => ACTIONS.find((action) => action === command) ?? [],
);

/** What can be done to a complaint and whether the viewer may now, in the order of the life of a complaint. */
function allowedActions(state: ComplaintState, viewer: Viewer): AllowedAction[] {
  const { actor, office, locale } = viewer;
  const context = contextOf({ actor, office });
  return IN_ORDER_OF_LIFE.map((action) => {
    const refusals = obstacles({ state, command: action, context });
    const [first] = refusals;
    return {
      action,
      label: inLocale(COMMAND_LABELS[action], locale),
      allowed: first === undefined,
      reason: first ? refusals.map(({ message }) => inLocale(message, locale)).join('\n') : null,
      code: first?.code ?? null,
    };
  });
}
