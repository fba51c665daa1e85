import {
  allCodes,
  canReadRestricted,
  type Channel,
  type Disclosure,
  findOption,
  instantAt,
  addDays,
  type Kind,
  type OptionNode,
  type Sector,
  type SourceLevel,
  type Status,
  OPEN_STATUSES,
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
  const among = (column: string, values: readonly string[] | null | undefined): void => {
    if (values) where.and(`${column} = any(${where.parameter([...values])}::text[])`);
  };
  const amongIds = (column: string, values: readonly string[] | null | undefined): void => {
    if (values) where.and(`${column} = any(${where.parameter([...values])}::uuid[])`);
  };
  const dayRange = (column: string, from: string | null | undefined, to: string | null | undefined): void => {
    if (from) where.and(`${column} >= ${where.parameter(instantAt(from, '00:00'))}`);
    if (to) where.and(`${column} < ${where.parameter(instantAt(addDays(to, 1), '00:00'))}`);
  };

  if (!canReadRestricted(actor)) {
    const own = actor.kind === 'staff' ? ` or c.handler_id = ${where.parameter(actor.memberId)}::uuid` : '';
    where.and(`(not c.restricted${own})`);
  }
  if (filter.search?.trim()) {
    where.and(`c.search @@ plainto_tsquery('simple', ${where.parameter(wordsAskedFor(filter.search))})`);
  }
  if (typeof filter.open === 'boolean') {
    where.and(`${filter.open ? '' : 'not '}c.status = any(${where.parameter([...OPEN_STATUSES])}::text[])`);
  }
  among('c.status', filter.statuses);
  among('c.kind', filter.kinds);
  among('c.channel', filter.channels);
  among('c.source_level', filter.sourceLevels);
  among('c.disclosure', filter.disclosures);
  among('c.category', filter.categories && withDescendants(sector.categories, filter.categories));
  among(
    'c.classification',
    filter.classifications && withDescendants(sector.classification?.options ?? [], filter.classifications),
  );
  among('c.respondent_type', filter.respondentTypes);
  if (filter.respondentName) where.and(`c.respondent_name = ${where.parameter(filter.respondentName)}`);
  amongIds('c.department_id', filter.departmentIds);
  amongIds('c.handler_id', filter.handlerIds);
  if (filter.mine) {
    where.and(actor.kind === 'staff' ? `c.handler_id = ${where.parameter(actor.memberId)}::uuid` : 'false');
  }
  if (typeof filter.unassigned === 'boolean') {
    where.and(`c.handler_id is ${filter.unassigned ? '' : 'not '}null`);
  }
  dayRange('c.received_at', filter.receivedFrom, filter.receivedTo);
  dayRange('c.closed_at', filter.closedFrom, filter.closedTo);
  if (filter.dueBefore) where.and(`c.due_at < ${where.parameter(filter.dueBefore)}::timestamptz`);
  if (typeof filter.overdue === 'boolean') {
    where.and(filter.overdue ? 'c.due_at < now()' : '(c.due_at is null or c.due_at >= now())');
  }
  if (typeof filter.attention === 'boolean') {
    where.and(`cardinality(c.attention) ${filter.attention ? '>' : '='} 0`);
  }
  if (filter.importId) where.and(`c.import_id = ${where.parameter(filter.importId)}::uuid`);
  for (const [key, value] of Object.entries(filter.details ?? {})) {
    const declared = sector.fields.find((field) => field.key === key);
    if (!declared || value === undefined || value === null) continue;
    const choices = Array.isArray(value) ? value : [value];
    const stored = (choice: unknown) => (declared.type.kind === 'choices' ? [choice] : choice);
    const alternatives = choices.map(
      (choice) => `c.details @> ${where.parameter(JSON.stringify({ [key]: stored(choice) }))}::jsonb`,
    );
    where.and(alternatives.length === 0 ? 'false' : `(${alternatives.join(' or ')})`);
  }
  if (filter.figure) {
    where.and(figureCondition(parseCasesFilter(filter.figure), (value) => where.parameter(value)));
  }
  return where;
}
