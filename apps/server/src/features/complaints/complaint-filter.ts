import {
  addDays,
  allCodes,
  type Channel,
  type Demand,
  type Disclosure,
  type EscalationReason,
  type FigureQuery,
  type Finding,
  type FollowUpResult,
  findOption,
  instantAt,
  type Kind,
  OPEN_STATUSES,
  type OptionNode,
  type Remedy,
  type Sanction,
  type Sector,
  type SourceLevel,
  type Status,
  type TenantActor,
} from '@huiyin/domain';
import { Conditions } from '../../casework/conditions.ts';
import { figureCondition } from '../../casework/figure-sql.ts';
import { phoneDigits } from '../../casework/person.ts';
import { wordsAskedFor } from '../../casework/search-text.ts';
import { STANDING } from '../../casework/standing.ts';
import { needsToKnow, onlyVisible } from '../../casework/visibility.ts';
import { byDetails } from './detail-conditions.ts';

type Any<Code> = readonly Code[] | null;

/** What narrows a list of complaints: everything given must hold. Ids are UUIDs here. */
export interface ComplaintFilter {
  readonly search?: string | null;
  readonly open?: boolean | null;
  readonly statuses?: Any<Status>;
  readonly kinds?: Any<Kind>;
  readonly channels?: Any<Channel>;
  readonly sourceLevels?: Any<SourceLevel>;
  readonly sourceBody?: string | null;
  readonly disclosures?: Any<Disclosure>;
  readonly categories?: Any<string>;
  readonly classifications?: Any<string>;
  readonly demands?: Any<Demand>;
  readonly causes?: Any<string>;
  readonly findings?: Any<Finding>;
  readonly declineGrounds?: Any<string>;
  readonly remedies?: Any<Remedy>;
  readonly sanctions?: Any<Sanction>;
  readonly followUpResults?: Any<FollowUpResult>;
  readonly forwardedTo?: Any<string>;
  readonly routes?: Any<string>;
  readonly group?: boolean | null;
  readonly repeated?: boolean | null;
  readonly complainant?: string | null;
  readonly respondentIds?: Any<string>;
  readonly respondentName?: string | null;
  readonly respondentTypes?: Any<string>;
  readonly departmentIds?: Any<string>;
  readonly handlerIds?: Any<string>;
  readonly firstResponderIds?: Any<string>;
  readonly mine?: boolean | null;
  readonly unassigned?: boolean | null;
  readonly occurredFrom?: string | null;
  readonly occurredTo?: string | null;
  readonly receivedFrom?: string | null;
  readonly receivedTo?: string | null;
  readonly closedFrom?: string | null;
  readonly closedTo?: string | null;
  readonly overdue?: boolean | null;
  readonly dueFrom?: string | null;
  readonly dueBefore?: string | null;
  readonly hasDue?: boolean | null;
  readonly attention?: boolean | null;
  readonly attentionFor?: Any<EscalationReason>;
  readonly handOverWaits?: boolean | null;
  readonly draftWaits?: boolean | null;
  readonly extensionWaits?: boolean | null;
  readonly extendable?: boolean | null;
  readonly importId?: string | null;
  readonly incident?: string | null;
  readonly details?: Readonly<Record<string, unknown>> | null;
  /** The cases behind a figure of a report. */
  readonly figure?: FigureQuery | null;
}

/** The codes themselves and everything below them in the tree. */
function withDescendants(tree: readonly OptionNode[], codes: readonly string[]): string[] {
  return codes.flatMap((code) => {
    const node = findOption(tree, code)?.node;
    return node ? [code, ...allCodes(node.children ?? [])] : [code];
  });
}

/** The conditions of a filter over the row `c` of a complaint. */
export function conditionsOf(options: {
  readonly filter: ComplaintFilter;
  readonly actor: TenantActor;
  readonly sector: Sector;
}): Conditions {
  const { filter, actor, sector } = options;
  const where = new Conditions();
  onlyVisible(where, actor);
  if (filter.search?.trim()) {
    where.and(`c.search @@ plainto_tsquery('simple', ${where.parameter(wordsAskedFor(filter.search))})`);
  }
  byCodes(where, filter, sector);
  byWhatWasDone(where, filter, sector);
  byPeople(where, filter, actor);
  whoseTurn(where, filter, actor);
  timesAndDeadlines(where, filter);
  if (filter.importId) where.and(`c.import_id = ${where.parameter(filter.importId)}::uuid`);
  if (filter.incident) where.and(`c.incident_id = ${where.parameter(filter.incident)}::uuid`);
  byDetails(where, filter.details ?? {}, { sector, actor });
  if (filter.figure) where.and(figureCondition(filter.figure, (value) => where.parameter(value)));
  return where;
}

function byCodes(where: Conditions, filter: ComplaintFilter, sector: Sector): void {
  const boxes = sector.classification?.options ?? [];
  where.among('c.status', filter.statuses);
  where.among('c.kind', filter.kinds);
  where.among('c.channel', filter.channels);
  where.among('c.source_level', filter.sourceLevels);
  where.among('c.source_body', filter.sourceBody ? [filter.sourceBody] : undefined);
  where.among('c.disclosure', filter.disclosures);
  where.among('c.category', filter.categories && withDescendants(sector.categories, filter.categories));
  where.among('c.classification', filter.classifications && withDescendants(boxes, filter.classifications));
  if (typeof filter.group === 'boolean') where.and(`c.group_size ${filter.group ? '>' : '='} 1`);
}

/** What was asked for, found, given, imposed and said: as figures count it. */
function byWhatWasDone(where: Conditions, filter: ComplaintFilter, sector: Sector): void {
  const stands = (dimension: string, values: Any<string> | undefined): void => {
    if (values) where.and(`c.dimensions -> '${dimension}' ?| ${where.parameter([...values])}::text[]`);
  };
  const happened = (measure: string, dimension: string, values: Any<string> | undefined): void => {
    if (!values) return;
    where.and(`exists (select 1 from complaint_fact f where f.tenant_id = c.tenant_id and f.complaint_id = c.id
      and f.measure = '${measure}' and f.dimensions ->> '${dimension}' = any(${where.parameter([...values])}::text[]))`);
  };
  stands('demand', filter.demands);
  stands('cause', filter.causes && withDescendants(sector.causes, filter.causes));
  stands('finding', filter.findings);
  stands('declineGround', filter.declineGrounds);
  happened('REMEDY', 'remedy', filter.remedies);
  happened('SANCTION', 'sanction', filter.sanctions);
  happened('FOLLOWED_UP', 'followUpResult', filter.followUpResults);
  happened('FORWARDED', 'forwardedTo', filter.forwardedTo);
  happened('ROUTE_TAKEN', 'route', filter.routes);
  if (typeof filter.repeated === 'boolean') {
    where.and(`(c.state ->> 'repeatOf') is ${filter.repeated ? 'not ' : ''}null`);
  }
}

function byPeople(where: Conditions, filter: ComplaintFilter, actor: TenantActor): void {
  if (filter.respondentIds) {
    const ids = `${where.parameter([...filter.respondentIds])}::uuid[]`;
    // However the party was called.
    where.and(`c.respondent_id in (select p.id from respondent p
      where p.tenant_id = c.tenant_id and (p.id = any(${ids}) or p.merged_into = any(${ids})))`);
  }
  where.among('c.respondent_type', filter.respondentTypes);
  where.among('c.respondent_name', filter.respondentName ? [filter.respondentName] : undefined);
  where.among('c.department_id', filter.departmentIds, 'uuid');
  where.among('c.handler_id', filter.handlerIds, 'uuid');
  where.among('c.first_responder_id', filter.firstResponderIds, 'uuid');
  const who = filter.complainant?.trim();
  if (!who) return;
  // Only of those by name, and only where the caller would be shown it: nobody finds out by asking.
  where.and(`c.disclosure = 'NAMED' and (${needsToKnow(where, actor)})`);
  const [digits, name] = [where.parameter(phoneDigits(who)), where.parameter(who)];
  where.and(`c.complainant_id in (select p.id from complainant p where p.tenant_id = c.tenant_id
    and (p.phone_digits = ${digits} or p.name = ${name}))`);
}

function whoseTurn(where: Conditions, filter: ComplaintFilter, actor: TenantActor): void {
  if (filter.mine) {
    where.and(actor.kind === 'staff' ? `c.handler_id = ${where.parameter(actor.memberId)}::uuid` : 'false');
  }
  if (typeof filter.unassigned === 'boolean') {
    where.and(`c.handler_id is ${filter.unassigned ? '' : 'not '}null`);
  }
  if (typeof filter.attention === 'boolean') {
    where.and(`cardinality(c.attention) ${filter.attention ? '>' : '='} 0`);
  }
  if (filter.attentionFor) where.and(`c.attention && ${where.parameter([...filter.attentionFor])}::text[]`);
  for (const [key, condition] of Object.entries(STANDING)) {
    const asked = filter[key as keyof typeof STANDING];
    if (typeof asked === 'boolean') where.and(`${asked ? '' : 'not '}coalesce(${condition}, false)`);
  }
}

function timesAndDeadlines(where: Conditions, filter: ComplaintFilter): void {
  const dayRange = (column: string, from: string | null | undefined, to: string | null | undefined): void => {
    if (from) where.and(`${column} >= ${where.parameter(instantAt(from, '00:00'))}`);
    if (to) where.and(`${column} < ${where.parameter(instantAt(addDays(to, 1), '00:00'))}`);
  };
  if (typeof filter.open === 'boolean') {
    where.and(`${filter.open ? '' : 'not '}c.status = any(${where.parameter([...OPEN_STATUSES])}::text[])`);
  }
  dayRange('c.received_at', filter.receivedFrom, filter.receivedTo);
  dayRange('c.closed_at', filter.closedFrom, filter.closedTo);
  if (filter.occurredFrom) where.and(`c.state ->> 'occurredOn' >= ${where.parameter(filter.occurredFrom)}`);
  if (filter.occurredTo) where.and(`c.state ->> 'occurredOn' <= ${where.parameter(filter.occurredTo)}`);
  if (filter.dueFrom) where.and(`c.due_at >= ${where.parameter(filter.dueFrom)}::timestamptz`);
  if (typeof filter.hasDue === 'boolean') where.and(`c.due_at is ${filter.hasDue ? 'not ' : ''}null`);
  if (filter.dueBefore) where.and(`c.due_at < ${where.parameter(filter.dueBefore)}::timestamptz`);
  if (typeof filter.overdue === 'boolean') {
    where.and(filter.overdue ? 'c.due_at < now()' : '(c.due_at is null or c.due_at >= now())');
  }
}
