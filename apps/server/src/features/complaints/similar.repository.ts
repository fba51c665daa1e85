import {
  type ComparedMatter,
  countWords,
  LIKE_FROM,
  type Likeness,
  likenessOf,
  OPEN_STATUSES,
  placesOf,
  type Sector,
  type TenantActor,
} from '@huiyin/domain';
import { compared, type ToCompare } from '../../casework/compared.ts';
import { Conditions } from '../../casework/conditions.ts';
import { needsToKnow, onlyVisible } from '../../casework/visibility.ts';
import type { Database, Statement } from '../../tenancy/database.ts';
import { type ComplaintReadRow, columnsFor, type Depth } from './complaint-reads.repository.ts';

/** A handler looks through a few, not through an archive. */
const MOST_SHOWN = 6;
/** Days before and after the matter within which another one can be the same trouble. */
const WITHIN_DAYS = 120;
/** Words by which others are found: the longest say most. */
const MOST_WORDS = 16;
/** The newest found by each way; among them the likeness is reckoned. */
const MOST_BY_WORDS = 150;
const MOST_BY_CATEGORY = 100;
const MOST_BY_TIE = 50;

/** What others are compared with. */
export interface Matter extends ToCompare {
  /** Not this one itself. */
  readonly except?: string | undefined;
  readonly respondentId?: string | null;
  readonly respondentName?: string | null;
  readonly openOnly: boolean;
}

export interface SimilarRow {
  readonly row: ComplaintReadRow;
  readonly likeness: Likeness;
}

interface Asked {
  readonly actor: TenantActor;
  readonly sector: Sector;
  readonly matter: Matter;
  readonly depth: Depth;
}

interface Candidate {
  readonly id: string;
  readonly content: string;
  readonly complainant_name: string | null;
  readonly complainant_id: string | null;
  readonly received_at: Date;
  readonly category: string | null;
  readonly respondent_name: string | null;
  readonly department_id: string | null;
  readonly details: Record<string, unknown>;
}

/** Complaints that may be about the same trouble, the likeliest first: none that the actor may not see. */
export async function readSimilar(database: Database, asked: Asked): Promise<readonly SimilarRow[]> {
  const { actor, sector, matter, depth } = asked;
  const own = compared(matter, sector);
  const candidates = await database.readInTenant<Candidate>(actor, candidatesOf(asked, own));
  const others = candidates.map((candidate) => ({
    id: candidate.id,
    matter: compared(
      {
        ...{ content: candidate.content, complainantName: candidate.complainant_name },
        ...{ complainantId: candidate.complainant_id ?? undefined, receivedAt: candidate.received_at },
        ...{ category: candidate.category, details: candidate.details },
        parties: [candidate.respondent_name, candidate.department_id],
      },
      sector,
    ),
  }));
  const counts = countWords([own.words, ...others.map(({ matter: { words } }) => words)]);
  const alike = others
    .map(({ id, matter: other }) => ({ id, likeness: likenessOf(own, other, counts) }))
    .filter(({ likeness: { score } }) => score >= LIKE_FROM)
    .sort((a, b) => b.likeness.score - a.likeness.score || (a.id < b.id ? 1 : -1))
    .slice(0, MOST_SHOWN);
  if (alike.length === 0) return [];
  const where = new Conditions();
  onlyVisible(where, actor);
  where.among(
    'c.id',
    alike.map(({ id }) => id),
    'uuid',
  );
  const rows = await database.readInTenant<ComplaintReadRow>(actor, {
    text: `select ${columnsFor(depth)}, '' as sort_key from complaint c where ${where.text}`,
    values: where.values,
  });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return alike.flatMap(({ id, likeness }) => {
    const row = byId.get(id);
    return row ? [{ row, likeness }] : [];
  });
}

/** By each way that has an index the newest: those that share a word, the category, the party, the person, a detail. */
function candidatesOf({ actor, sector, matter }: Asked, own: ComparedMatter): Statement {
  const where = new Conditions();
  onlyVisible(where, actor);
  if (matter.except) where.and(`c.id <> ${where.parameter(matter.except)}::uuid`);
  if (matter.openOnly) where.and(`c.status = any(${where.parameter([...OPEN_STATUSES])}::text[])`);
  else where.and(`c.status <> 'MERGED'`);
  const around = where.parameter(matter.receivedAt);
  const days = `make_interval(days => ${WITHIN_DAYS})`;
  where.and(`c.received_at between ${around}::timestamptz - ${days} and ${around}::timestamptz + ${days}`);
  const known = `(c.disclosure = 'NAMED' and (${needsToKnow(where, actor)}))`;
  const ways = waysTo({ where, matter, own, sector, known });
  const found = ways.map(
    ([way, most]) =>
      `(select c.tenant_id, c.id from complaint c where ${where.text} and ${way}
        order by c.received_at desc limit ${most})`,
  );
  return {
    text: `select c.id, c.state ->> 'content' as content, p.name as complainant_name,
        case when ${known} then c.complainant_id end as complainant_id, c.received_at, c.category,
        c.respondent_name, c.state #>> '{respondent,departmentId}' as department_id, c.details
      from (${found.join(' union ')}) found
      join complaint c on c.tenant_id = found.tenant_id and c.id = found.id
      left join complainant p on p.tenant_id = c.tenant_id and p.id = c.complainant_id`,
    values: where.values,
  };
}

/** Conditions that an index answers, each with how many of the newest are compared. */
function waysTo(options: {
  readonly where: Conditions;
  readonly matter: Matter;
  readonly own: ComparedMatter;
  readonly sector: Sector;
  readonly known: string;
}): readonly (readonly [string, number])[] {
  const { where, matter, own, sector, known } = options;
  const { category, complainantId, respondentId, respondentName, details } = matter;
  const words = own.words.toSorted((a, b) => b.length - a.length).slice(0, MOST_WORDS);
  const lexemes = words.map((word) => `'${word.replaceAll(/['\\]/g, '')}'`);
  const ways: [string, number][] = [
    [`c.search @@ to_tsquery('simple', ${where.parameter(lexemes.join(' | '))})`, MOST_BY_WORDS],
  ];
  if (category) ways.push([`c.category = ${where.parameter(category)}`, MOST_BY_CATEGORY]);
  if (complainantId)
    ways.push([`c.complainant_id = ${where.parameter(complainantId)}::uuid and ${known}`, MOST_BY_TIE]);
  if (respondentId) {
    ways.push([`c.respondent_id = ${where.parameter(respondentId)}::uuid`, MOST_BY_TIE]);
  } else if (respondentName) {
    const named = `select r.id from respondent r where r.name = ${where.parameter(respondentName)}`;
    ways.push([`c.respondent_id = any(array(${named}))`, MOST_BY_TIE]);
  }
  for (const { field } of placesOf(details, sector)) {
    ways.push([
      `c.details @> ${where.parameter(JSON.stringify({ [field]: details[field] }))}::jsonb`,
      MOST_BY_TIE,
    ]);
  }
  return ways;
}
