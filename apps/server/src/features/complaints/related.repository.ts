import { OPEN_STATUSES, type TenantActor } from '@huiyin/domain';
import { Conditions } from '../../casework/conditions.ts';
import { wordsOf } from '../../casework/search-text.ts';
import { needsToKnow, onlyVisible } from '../../casework/visibility.ts';
import type { Database, Statement } from '../../tenancy/database.ts';
import { type ComplaintReadRow, columnsFor, type Depth } from './complaint-reads.repository.ts';

/** Of each kind of relation: what a handler looks through, not an archive. */
const MOST_SHOWN = 6;
/** Days before and after the matter within which another one can be the same trouble. */
const SIMILAR_WITHIN_DAYS = 120;
/** Words of a text that are compared: the longest say most. */
const MOST_WORDS = 16;
/** Of the words, how many must stand in the other. */
const ENOUGH_SHARED = 0.3;
/** The newest that share a word; among them the likeness is reckoned. */
const MOST_COMPARED = 300;
/** Fewer letters or digits find half the register. */
const SHORTEST_NAME = 2;
const SHORTEST_NUMBER = 4;
const MOST_PEOPLE = 6;

/** What the words of a matter are compared with. */
export interface Matter {
  readonly text: string;
  readonly category?: string | undefined;
  readonly respondentName?: string | undefined;
  /** Not this one itself. */
  readonly except?: string | undefined;
  readonly receivedAt: Date;
  readonly openOnly: boolean;
}

/** Of a complaint: whose other cases are asked for. */
export type Known = Pick<ComplaintReadRow, 'id' | 'title' | 'category' | 'respondent_id' | 'received_at'>;

type Rows = readonly ComplaintReadRow[];

/** Other complaints about the same respondent, of the same complainant, and alike: none that the actor may not see. */
export async function readRelated(
  database: Database,
  options: { readonly actor: TenantActor; readonly known: Known; readonly depth: Depth },
): Promise<{ readonly sameComplainant: Rows; readonly sameRespondent: Rows; readonly similar: Rows }> {
  const { actor, known, depth } = options;
  const { id, title: text, respondent_id, received_at } = known;
  const similar = alike({
    ...{ actor, depth },
    matter: {
      ...{ text, except: id, receivedAt: received_at, openOnly: false },
      category: known.category ?? undefined,
    },
  });
  const statements = [
    ofComplainant({ actor, id, depth }),
    ...(respondent_id ? [aboutRespondent({ actor, id, respondentId: respondent_id, depth })] : []),
    ...(similar ? [similar] : []),
  ];
  const results = (await database.readAllInTenant(actor, statements)) as unknown as Rows[];
  const [sameComplainant = []] = results;
  return {
    sameComplainant,
    sameRespondent: respondent_id ? (results[1] ?? []) : [],
    similar: similar ? (results.at(-1) ?? []) : [],
  };
}

/** Complaints like a matter that is being written down. */
export async function readAlike(
  database: Database,
  options: { readonly actor: TenantActor; readonly matter: Matter; readonly depth: Depth },
): Promise<Rows> {
  const statement = alike(options);
  return statement ? database.readInTenant<ComplaintReadRow>(options.actor, statement) : [];
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

/** Those that share enough of the words; of one category or one respondent before others. */
function alike(options: { actor: TenantActor; matter: Matter; depth: Depth }): Statement | undefined {
  const { actor, depth } = options;
  const { text, category = null, respondentName = null, except, receivedAt, openOnly } = options.matter;
  const words = [...new Set(wordsOf(text).split(' '))]
    .filter((word) => [...word].length > 1)
    .sort((a, b) => b.length - a.length)
    .slice(0, MOST_WORDS);
  if (words.length < 2) return undefined;
  const where = visibleTo(actor);
  if (except) where.and(`c.id <> ${where.parameter(except)}::uuid`);
  if (openOnly) where.and(`c.status = any(${where.parameter([...OPEN_STATUSES])}::text[])`);
  const around = where.parameter(receivedAt);
  const days = `make_interval(days => ${SIMILAR_WITHIN_DAYS})`;
  where.and(`c.received_at between ${around}::timestamptz - ${days} and ${around}::timestamptz + ${days}`);
  const lexemes = where.parameter(words.map((word) => `'${word.replaceAll(/['\\]/g, '')}'`));
  where.and(`c.search @@ to_tsquery('simple', array_to_string(${lexemes}::text[], ' | '))`);
  const near = `(coalesce(c.category = ${where.parameter(category)}::text, false))::int * 0.2
    + (coalesce(c.respondent_name = ${where.parameter(respondentName)}::text, false))::int * 0.3`;
  return {
    text: `select ${columnsFor(depth)}, '' as sort_key from (
        select x.id, x.tenant_id, x.shared + x.near as likeness from (
          select c.id, c.tenant_id, ${near} as near,
            (select count(*)::float from unnest(${lexemes}::text[]) as word
              where c.search @@ to_tsquery('simple', word)) / ${words.length} as shared
          from complaint c where ${where.text} order by c.received_at desc limit ${MOST_COMPARED}
        ) x where x.shared >= ${ENOUGH_SHARED}
      ) found join complaint c on c.tenant_id = found.tenant_id and c.id = found.id
      order by found.likeness desc, c.received_at desc limit ${MOST_SHOWN}`,
    values: where.values,
  };
}

export interface KnownPerson {
  readonly id: string;
  readonly name: string | null;
  readonly phone: string | null;
  readonly complaints: Rows;
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
