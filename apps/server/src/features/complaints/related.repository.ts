import type { TenantActor } from '@huiyin/domain';
import { Conditions } from '../../casework/conditions.ts';
import { needsToKnow, onlyVisible } from '../../casework/visibility.ts';
import type { Database, Statement } from '../../tenancy/database.ts';
import { type ComplaintReadRow, columnsFor, type Depth } from './complaint-reads.repository.ts';

/** Of each kind of relation: what a handler looks through, not an archive. */
const MOST_SHOWN = 6;
/** Fewer letters or digits find half the register. */
const SHORTEST_NAME = 2;
const SHORTEST_NUMBER = 4;
const MOST_PEOPLE = 6;

/** Of a complaint: whose other cases are asked for. */
export type Known = Pick<ComplaintReadRow, 'id' | 'respondent_id'>;

type Rows = readonly ComplaintReadRow[];

/** Other complaints about the same respondent and of the same complainant: none that the actor may not see. */
export async function readRelated(
  database: Database,
  options: { readonly actor: TenantActor; readonly known: Known; readonly depth: Depth },
): Promise<{ readonly sameComplainant: Rows; readonly sameRespondent: Rows }> {
  const { actor, known, depth } = options;
  const { id, respondent_id: respondentId } = known;
  const statements = [
    ofComplainant({ actor, id, depth }),
    ...(respondentId ? [aboutRespondent({ actor, id, respondentId, depth })] : []),
  ];
  const results = (await database.readAllInTenant(actor, statements)) as unknown as Rows[];
  const [sameComplainant = [], sameRespondent = []] = results;
  return { sameComplainant, sameRespondent };
}

function visibleTo(actor: TenantActor): Conditions {
  const where = new Conditions();
  onlyVisible(where, actor);
  return where;
}

/** Only between complaints by name in which the actor is shown who complains: a link says who it was. */
function ofComplainant(options: { actor: TenantActor; id: string; depth: Depth }): Statement {
  const { actor, id, depth } = options;
  const where = visibleTo(actor);
  const known = `c.disclosure = 'NAMED' and (${needsToKnow(where, actor)})`;
  const own = where.parameter(id);
  where.and(`${known} and c.id <> ${own}::uuid`);
  where.and(
    `c.complainant_id = (select c.complainant_id from complaint c where c.id = ${own}::uuid and ${known})`,
  );
  return { text: newest(where, depth), values: where.values };
}

function aboutRespondent(options: {
  actor: TenantActor;
  id: string;
  respondentId: string;
  depth: Depth;
}): Statement {
  const { actor, id, respondentId, depth } = options;
  const where = visibleTo(actor);
  where.and(
    `c.respondent_id = ${where.parameter(respondentId)}::uuid and c.id <> ${where.parameter(id)}::uuid`,
  );
  return { text: newest(where, depth), values: where.values };
}

function newest(where: Conditions, depth: Depth): string {
  return `select ${columnsFor(depth)}, '' as sort_key from complaint c where ${where.text}
    order by c.received_at desc, c.id desc limit ${MOST_SHOWN}`;
}

export interface KnownPerson {
  readonly id: string;
  readonly name: string | null;
  readonly phone: string | null;
  readonly complaints: Rows;
}

/** Of a complaint, what is compared of it; whoever complains only where the actor is shown them. */
export async function readToCompare(
  database: Database,
  { actor, id }: { readonly actor: TenantActor; readonly id: string },
): Promise<ToCompared | undefined> {
  const where = visibleTo(actor);
  where.and(`c.id = ${where.parameter(id)}::uuid`);
  const known = `c.disclosure = 'NAMED' and (${needsToKnow(where, actor)})`;
  const [row] = await database.readInTenant<ToCompared>(actor, {
    text: `select c.state ->> 'content' as content, c.details, p.name as complainant_name,
        case when ${known} then c.complainant_id end as complainant_id,
        c.state #>> '{respondent,departmentId}' as department_id
      from complaint c left join complainant p on p.tenant_id = c.tenant_id and p.id = c.complainant_id
      where ${where.text}`,
    values: where.values,
  });
  return row;
}

export interface ToCompared {
  readonly content: string;
  readonly details: Record<string, unknown>;
  readonly complainant_name: string | null;
  readonly complainant_id: string | null;
  readonly department_id: string | null;
}

/**
 * Complainants whom the organisation knows, by the beginning of their name or number: only those by name, and only from
 * complaints in which the actor is shown them. Nobody finds out by asking.
 */
export async function readKnownPeople(
  database: Database,
  options: { readonly actor: TenantActor; readonly search: string; readonly depth: Depth },
): Promise<readonly KnownPerson[]> {
  const { actor, search, depth } = options;
  const asked = search.trim();
  const digits = asked.replaceAll(/[\s+-]/g, '');
  const isNumber = /^\d+$/.test(digits);
  if (isNumber ? digits.length < SHORTEST_NUMBER : [...asked].length < SHORTEST_NAME) return [];
  const where = shownTo(actor);
  const begins = where.parameter(`${(isNumber ? digits : asked).replaceAll(/[\\%_]/g, '\\$&')}%`);
  where.and(`p.${isNumber ? 'phone_digits' : 'name'} like ${begins}`);
  const people = await database.readInTenant<Omit<KnownPerson, 'complaints'>>(actor, {
    text: `select p.id, p.name, p.phone
      from complainant p join complaint c on c.tenant_id = p.tenant_id and c.complainant_id = p.id
      where ${where.text} group by p.id, p.name, p.phone order by max(c.received_at) desc limit ${MOST_PEOPLE}`,
    values: where.values,
  });
  if (people.length === 0) return [];
  const cases = await database.readInTenant<ComplaintReadRow & { complainant_id: string }>(
    actor,
    casesOf({ actor, ids: people.map(({ id }) => id), depth }),
  );
  return people.map((person) => ({
    ...person,
    complaints: cases.filter(({ complainant_id: of }) => of === person.id),
  }));
}

/** Complaints by name in which the actor is shown who complains. */
function shownTo(actor: TenantActor): Conditions {
  const where = visibleTo(actor);
  where.and(`c.disclosure = 'NAMED' and (${needsToKnow(where, actor)})`);
  return where;
}

function casesOf(options: { actor: TenantActor; ids: readonly string[]; depth: Depth }): Statement {
  const { actor, ids, depth } = options;
  const where = shownTo(actor);
  where.and(`c.complainant_id = any(${where.parameter([...ids])}::uuid[])`);
  return {
    text: `select ${columnsFor(depth)}, c.complainant_id, '' as sort_key from (
        select c.id, c.tenant_id, row_number() over (partition by c.complainant_id order by c.received_at desc) as place
        from complaint c where ${where.text}
      ) recent join complaint c on c.tenant_id = recent.tenant_id and c.id = recent.id
      where recent.place <= ${MOST_SHOWN} order by c.received_at desc`,
    values: where.values,
  };
}
