import {
  CHANNEL_LABELS,
  type Channel,
  findOption,
  INCIDENT_COMMAND_LABELS,
  INCIDENT_MOVE_LABELS,
  type IncidentCommandType,
  type IncidentMove,
  type IncidentState,
  incidentObstacles,
  incidentTally,
  type LeftBehind,
  type TenantActor,
} from '@huiyin/domain';
import { inLocale, type Locale, type Localized } from '@huiyin/shared';
import type { Office } from '../../casework/office.ts';
import { toGlobalId } from '../../graphql/global-id.ts';
import type { ComplaintReference, DepartmentReference, MemberReference } from '../../graphql/references.ts';
import type {
  IncidentCaseRow,
  IncidentHistoryRow,
  IncidentLinkRow,
  IncidentRow,
  readIncidentPage,
} from './incident.repository.ts';
import {
  type IncidentCaseType,
  type IncidentLeftBehindType,
  type IncidentMomentType,
  IncidentType,
  MOMENT_TYPE_LABELS,
  type MomentType,
} from './incident.type.ts';
import { contextOf } from './incidents.ts';

/** Who reads it, and by what words. */
export interface IncidentViewer {
  readonly actor: TenantActor;
  readonly office: Office;
  readonly locale: Locale;
}

type Page = Awaited<ReturnType<typeof readIncidentPage>>;

/** An incident as the viewer may see it; its page's lists only where they were read. */
export function presentIncident(row: IncidentRow, viewer: IncidentViewer, page?: Page): IncidentType {
  const { state } = row;
  const { office, locale } = viewer;
  const tally = incidentTally(row.cases);
  const category = state.category && findOption(office.sector.categories, state.category)?.node.label;
  return Object.assign(new IncidentType(), {
    ...{ id: toGlobalId('Incident', row.id), number: state.number, version: state.version },
    ...{ status: state.status, title: state.title },
    category: state.category
      ? { code: state.category, label: category ? inLocale(category, locale) : state.category }
      : null,
    place: state.place ?? null,
    respondentName: state.respondentName ?? null,
    ...{ beganAt: state.beganAt, openedAt: state.openedAt, answeredAt: state.answeredAt ?? null },
    ...{ closedAt: state.closing?.at ?? null, closingSummary: state.closing?.summary ?? null },
    team: {
      department: departmentOf(state.team.departmentId, viewer),
      members: state.team.memberIds.flatMap((id) => memberOf(id, office) ?? []),
    },
    ...{ complaintCount: tally.complaints, openCount: tally.open },
    ...{ unansweredCount: tally.unanswered, peopleCount: tally.people },
    allowedActions: allowedActions(state, tally.unanswered, viewer),
    answers: state.answers.map((answer) => ({
      ...answer,
      draftedBy: memberOf(answer.draftedBy, office),
      approvedBy: memberOf(answer.approvedBy, office),
      returnedBecause: answer.returnedBecause ?? null,
      givenAt: answer.givenAt ?? null,
      via: answer.via ?? null,
      reached: page?.cases.filter(({ answer_ids }) => answer_ids.includes(answer.id)).length ?? 0,
    })),
    cases: page?.cases.map((each) => presentCase(each, state, viewer)) ?? [],
    timeline: page ? timeline(page, viewer) : [],
  });
}

/** Complaints left behind, as far as the viewer may see them. */
export function presentLeftBehind(
  leftBehind: readonly LeftBehind[],
  numbers: ReadonlyMap<string, string>,
  locale: Locale,
): IncidentLeftBehindType[] {
  return leftBehind.flatMap(({ complaintId, reasons }) => {
    const complaint = complaintOf(complaintId, numbers);
    return complaint ? [{ complaint, reasons: reasons.map((reason) => inLocale(reason, locale)) }] : [];
  });
}

function allowedActions(state: IncidentState, unanswered: number, { actor, office, locale }: IncidentViewer) {
  const context = contextOf({ actor, office, unanswered });
  const commands = Object.keys(INCIDENT_COMMAND_LABELS) as IncidentCommandType[];
  return commands
    .filter((command) => command !== 'OPEN')
    .map((action) => {
      const [first] = incidentObstacles(state, action, context);
      return { action, allowed: first === undefined, reason: first ? inLocale(first.message, locale) : null };
    });
}

function presentCase(row: IncidentCaseRow, state: IncidentState, viewer: IncidentViewer): IncidentCaseType {
  const latest = state.answers.findLast(({ status }) => status === 'GIVEN');
  return {
    complaint: { id: toGlobalId('Complaint', row.id), number: row.number },
    ...{ title: row.title, status: row.status, groupSize: row.group_size, receivedAt: row.received_at },
    handler: memberOf(row.handler_id, viewer.office),
    department: departmentOf(row.department_id, viewer),
    hadMasterAnswer: latest !== undefined && row.answer_ids.includes(latest.id),
  };
}

function timeline({ cases, history, links }: Page, viewer: IncidentViewer): IncidentMomentType[] {
  const numbers = new Map([
    ...links.map(({ complaint_id, number }) => [complaint_id, number] as const),
    ...cases.map(({ id, number }) => [id, number] as const),
  ]);
  const own = history.map((event) => ownMoment(event, numbers, viewer));
  return [...own, ...linkMoments(links, viewer)].sort((a, b) => a.at.getTime() - b.at.getTime());
}

function ownMoment(
  { type, at, actor, data }: IncidentHistoryRow,
  numbers: ReadonlyMap<string, string>,
  { locale }: IncidentViewer,
): IncidentMomentType {
  const { done = [], leftBehind = [] } = data as { done?: string[]; leftBehind?: LeftBehind[] };
  return {
    ...named(type, locale),
    ...{ at, actor: actor.name, text: textOf(data, locale) },
    complaints: done.flatMap((id) => complaintOf(id, numbers) ?? []),
    leftBehind: presentLeftBehind(leftBehind, numbers, locale),
  };
}

/** Links made together are one thing that happened. */
const TOGETHER_MS = 60_000;

function linkMoments(links: readonly IncidentLinkRow[], { locale }: IncidentViewer): IncidentMomentType[] {
  const moments: (IncidentMomentType & { complaints: ComplaintReference[] })[] = [];
  for (const { type, complaint_id, number, at, actor, reason } of links) {
    const kind: MomentType = type === 'INCIDENT_LINKED' ? 'LINKED' : 'UNLINKED';
    const complaint = { id: toGlobalId('Complaint', complaint_id), number };
    const last = moments.at(-1);
    const same =
      last?.type === kind &&
      last.actor === actor.name &&
      last.text === reason &&
      at.getTime() - last.at.getTime() < TOGETHER_MS;
    if (same) last.complaints.push(complaint);
    else {
      moments.push({
        ...named(kind, locale),
        ...{ at, actor: actor.name, text: reason, complaints: [complaint], leftBehind: [] },
      });
    }
  }
  return moments;
}

function named(type: MomentType, locale: Locale) {
  return { type, label: inLocale(MOMENT_TYPE_LABELS[type], locale) };
}

/** What an event says in words; codes as people call them. */
function textOf(data: Readonly<Record<string, unknown>>, locale: Locale): string | null {
  const { move, via } = data as { move?: IncidentMove; via?: Channel };
  const coded: Localized | undefined = move ? INCIDENT_MOVE_LABELS[move] : via && CHANNEL_LABELS[via];
  if (coded) return inLocale(coded, locale);
  const said = [data['text'], data['reason'], data['summary']].find((each) => typeof each === 'string');
  return (said as string | undefined) ?? null;
}

function complaintOf(id: string, numbers: ReadonlyMap<string, string>): ComplaintReference | undefined {
  const number = numbers.get(id);
  return number === undefined ? undefined : { id: toGlobalId('Complaint', id), number };
}

function memberOf(id: string | null | undefined, { directory }: Office): MemberReference | null {
  const member = directory.members.get(id ?? '');
  return member ? { id: toGlobalId('Member', member.id), name: member.name } : null;
}

function departmentOf(
  id: string | null | undefined,
  { office, locale }: IncidentViewer,
): DepartmentReference | null {
  const department = office.directory.departments.get(id ?? '');
  if (!department) return null;
  const { name, nameEn } = department;
  return { id: toGlobalId('Department', department.id), name: locale === 'en' ? (nameEn ?? name) : name };
}
