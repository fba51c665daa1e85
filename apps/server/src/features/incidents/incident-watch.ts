import {
  burstsIn,
  type Cell,
  type ComplaintState,
  cellKey,
  cellsOf,
  conditionsHold,
  firstDayLookedAt,
  localDateOf,
  type Occurrence,
  type Sector,
  type SystemActor,
} from '@huiyin/domain';
import type { Offices } from '../../casework/office.ts';
import type { Database } from '../../tenancy/database.ts';
import { keepProposals, type NewProposal } from './proposal.repository.ts';

/** The year is read again no more often than so, however many complaints come. */
const AT_LEAST_APART_MS = 60_000;
/** A complaint that says of itself that it is one of many is proposed for so many days. */
const DECLARED_WITHIN_DAYS = 7;
const DAY_MS = 86_400_000;

type Seen = Pick<ComplaintState, 'kind' | 'category' | 'classification' | 'respondent' | 'details'>;

interface OccurrenceRow extends Seen {
  readonly id: string;
  readonly complainant_id: string | null;
  readonly on: string;
  readonly linked: boolean;
}

/** Looks for bursts among the complaints of an organisation, and proposes incidents for them. */
export class IncidentWatch {
  readonly #database: Database;
  readonly #offices: Offices;
  /** By organisation: what was registered when it was last looked at, and on which day. */
  readonly #looked = new Map<string, { readonly mark: string; readonly at: number }>();

  constructor(options: { readonly database: Database; readonly offices: Offices }) {
    this.#database = options.database;
    this.#offices = options.offices;
  }

  /** One look; nothing where nothing was registered since the last one of this day. */
  async look(actor: SystemActor): Promise<void> {
    const now = Date.now();
    const last = this.#looked.get(actor.tenantId);
    if (last && now - last.at < AT_LEAST_APART_MS) return;
    const today = localDateOf(new Date(now).toISOString());
    const [row] = await this.#database.readInTenant<{ registered: string }>(actor, {
      name: 'incident-watch.mark',
      text: 'select coalesce(sum(last), 0)::text as registered from complaint_number',
      values: [],
    });
    const mark = `${today} ${row?.registered ?? 0}`;
    if (last?.mark !== mark) await this.#search(actor, today);
    this.#looked.set(actor.tenantId, { mark, at: now });
  }

  async #search(actor: SystemActor, today: string): Promise<void> {
    const { sector } = await this.#offices.of(actor);
    const [rows = [], first = []] = await this.#database.readAllInTenant(actor, [
      {
        name: 'incident-watch.year',
        // Inquiries are counted apart; of a merged complaint the other is counted.
        text: `select c.id, c.complainant_id, c.incident_id is not null as linked, c.kind, c.category, c.classification,
            c.state -> 'respondent' as respondent, c.details,
            (c.received_at at time zone 'Asia/Shanghai')::date::text as "on"
          from complaint c where c.received_at >= ($1::date)::timestamp at time zone 'Asia/Shanghai'
            and c.category is not null and c.status <> 'MERGED' and c.kind <> 'INQUIRY' and not c.restricted`,
        values: [firstDayLookedAt(today)],
      },
      {
        name: 'incident-watch.since',
        text: `select (min(received_at) at time zone 'Asia/Shanghai')::date::text as since from complaint`,
        values: [],
      },
    ]);
    const seen = (rows as OccurrenceRow[]).map((row) => occurrenceOf(row, sector));
    const since = (first[0]?.['since'] as string | null | undefined) ?? today;
    const occurrences = seen.map(({ occurrence }) => occurrence);
    const bursts = burstsIn({ occurrences, today, since }).map(
      ({ cell, from, to, complaintIds, ...figures }): NewProposal => ({
        ...{ cell: cellKey(cell), kind: 'BURST', from, to, complaintIds },
        found: { cell, ...figures },
      }),
    );
    const known = new Set(bursts.flatMap(({ complaintIds }) => complaintIds));
    const declared = declaredIn(
      seen.filter(({ declares, occurrence }) => declares && !known.has(occurrence.complaintId)),
      today,
    );
    await this.#database.inTenant(actor, (tx) => keepProposals(tx, [...bursts, ...declared]));
  }
}

interface SeenOccurrence {
  readonly occurrence: Occurrence;
  /** It says of itself that it is one of many. */
  readonly declares: boolean;
  readonly category: string;
}

function occurrenceOf(row: OccurrenceRow, sector: Sector): SeenOccurrence {
  const { id, complainant_id, on, linked } = row;
  const matter = {
    ...{ kind: row.kind, details: row.details, respondent: row.respondent },
    ...(row.category ? { category: row.category } : {}),
    ...(row.classification ? { classification: row.classification } : {}),
  };
  const { raisesIncident } = sector;
  return {
    occurrence: {
      ...{ complaintId: id, complainantId: complainant_id, on, linked },
      cells: cellsOf(matter, sector),
    },
    declares: raisesIncident !== undefined && !linked && conditionsHold(matter, raisesIncident, sector),
    category: row.category ?? '',
  };
}

/** Those that declare it themselves, together where they have something in common. */
function declaredIn(seen: readonly SeenOccurrence[], today: string): readonly NewProposal[] {
  const since = localDateOf(
    new Date(Date.parse(`${today}T00:00:00Z`) - DECLARED_WITHIN_DAYS * DAY_MS).toISOString(),
  );
  const recent = seen.filter(({ occurrence }) => occurrence.on >= since);
  const cells = new Map<string, { readonly cell: Cell; readonly of: Occurrence[] }>();
  for (const { occurrence, category } of recent) {
    // The last is the narrowest: a place before a party.
    const cell = occurrence.cells.at(-1) ?? { category, by: 'DETAIL', value: '', label: '' };
    const key = cellKey(cell);
    const known = cells.get(key);
    if (known) known.of.push(occurrence);
    else cells.set(key, { cell, of: [occurrence] });
  }
  return [...cells].map(([key, { cell, of }]) => ({
    ...{ cell: `declared|${key}`, kind: 'DECLARED', from: since, to: today, found: { cell } },
    complaintIds: of.map(({ complaintId }) => complaintId),
  }));
}
