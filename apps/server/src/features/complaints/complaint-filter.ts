import {
  addDays,
  allCodes,
  type Channel,
  canInOffice,
  canReadRestricted,
  type Disclosure,
  findOption,
  instantAt,
  type Kind,
  OPEN_STATUSES,
  type OptionNode,
  type Sector,
  type SourceLevel,
  type Status,
  type TenantActor,
} from '@huiyin/domain';
import { figureCondition, parseCasesFilter } from '../../casework/figure-sql.ts';
import { wordsAskedFor } from '../../casework/search-text.ts';

/** What narrows a list of complaints: everything given must hold. Ids are UUIDs here. */
export interface ComplaintFilter {
  readonly search?: string | null;
  readonly open?: boolean | null;
  readonly statuses?: readonly Status[] | null;
  readonly kinds?: readonly Kind[] | null;
  readonly channels?: readonly Channel[] | null;
  readonly sourceLevels?: readonly SourceLevel[] | null;
  readonly disclosures?: readonly Disclosure[] | null;
  readonly categories?: readonly string[] | null;
  readonly classifications?: readonly string[] | null;
  readonly respondentName?: string | null;
  readonly respondentTypes?: readonly string[] | null;
  readonly departmentIds?: readonly string[] | null;
  readonly handlerIds?: readonly string[] | null;
  readonly mine?: boolean | null;
  readonly unassigned?: boolean | null;
  readonly receivedFrom?: string | null;
  readonly receivedTo?: string | null;
  readonly closedFrom?: string | null;
  readonly closedTo?: string | null;
  readonly overdue?: boolean | null;
  readonly dueBefore?: string | null;
  readonly attention?: boolean | null;
  readonly importId?: string | null;
  readonly details?: Readonly<Record<string, unknown>> | null;
  /** Opaque: the cases behind a figure of a report. */
  readonly figure?: string | null;
}

/** SQL conditions with their values, numbered from `$1`. */
export class Conditions {
  readonly values: unknown[] = [];
  readonly #parts: string[] = [];

  /** `$n` of a value. */
  parameter(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }

  and(condition: string): void {
    this.#parts.push(condition);
  }

  get text(): string {
    return this.#parts.length === 0 ? 'true' : this.#parts.join(' and ');
  }
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
  whatTheActorMaySee(where, actor);
  if (filter.search?.trim()) {
    where.and(`c.search @@ plainto_tsquery('simple', ${where.parameter(wordsAskedFor(filter.search))})`);
  }
  codesAndPeople(where, filter, sector);
  whoseTurn(where, filter, actor);
  timesAndDeadlines(where, filter);
  if (filter.importId) where.and(`c.import_id = ${where.parameter(filter.importId)}::uuid`);
  ownFields(where, filter.details ?? {}, sector);
  if (filter.figure) {
    where.and(figureCondition(parseCasesFilter(filter.figure), (value) => where.parameter(value)));
  }
  return where;
}

function whatTheActorMaySee(where: Conditions, actor: TenantActor): void {
  if (!canInOffice(actor, 'readComplaints')) where.and('false');
  if (canReadRestricted(actor)) return;
  const own = actor.kind === 'staff' ? ` or c.handler_id = ${where.parameter(actor.memberId)}::uuid` : '';
  where.and(`(not c.restricted${own})`);
}

function codesAndPeople(where: Conditions, filter: ComplaintFilter, sector: Sector): void {
  const among = (
    column: string,
    values: readonly string[] | null | undefined,
    type: 'text' | 'uuid' = 'text',
  ): void => {
    if (values) where.and(`${column} = any(${where.parameter([...values])}::${type}[])`);
  };
  const classifications = sector.classification?.options ?? [];
  among('c.status', filter.statuses);
  among('c.kind', filter.kinds);
  among('c.channel', filter.channels);
  among('c.source_level', filter.sourceLevels);
  among('c.disclosure', filter.disclosures);
  among('c.category', filter.categories && withDescendants(sector.categories, filter.categories));
  among(
    'c.classification',
    filter.classifications && withDescendants(classifications, filter.classifications),
  );
  among('c.respondent_type', filter.respondentTypes);
  among('c.respondent_name', filter.respondentName ? [filter.respondentName] : undefined);
  among('c.department_id', filter.departmentIds, 'uuid');
  among('c.handler_id', filter.handlerIds, 'uuid');
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
  if (filter.dueBefore) where.and(`c.due_at < ${where.parameter(filter.dueBefore)}::timestamptz`);
  if (typeof filter.overdue === 'boolean') {
    where.and(filter.overdue ? 'c.due_at < now()' : '(c.due_at is null or c.due_at >= now())');
  }
}

/** What the sector declares: each field holds one of the values asked for. */
function ownFields(where: Conditions, details: Readonly<Record<string, unknown>>, sector: Sector): void {
  for (const [key, value] of Object.entries(details)) {
    const declared = sector.fields.find((field) => field.key === key);
    if (!declared || value === undefined || value === null) continue;
    const choices = Array.isArray(value) ? value : [value];
    const stored = (choice: unknown) => (declared.type.kind === 'choices' ? [choice] : choice);
    const alternatives = choices.map(
      (choice) => `c.details @> ${where.parameter(JSON.stringify({ [key]: stored(choice) }))}::jsonb`,
    );
    where.and(alternatives.length === 0 ? 'false' : `(${alternatives.join(' or ')})`);
  }
}
