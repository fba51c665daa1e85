import type { ComplaintState, TenantActor } from '@huiyin/domain';
import { tellsOfHealth, writeHealthLooks } from '../../casework/health-looks.ts';
import type { Office } from '../../casework/office.ts';
import { uuidOf } from '../../graphql/global-id.ts';
import type { Database } from '../../tenancy/database.ts';
import type { ComplaintType } from './complaint.type.ts';

/** A look at the health data of a complaint. */
export interface HealthLookRow {
  readonly by_id: string;
  readonly by_key: boolean;
  /** What the key is called; `null` of a member. */
  readonly key_name: string | null;
  readonly hour: string;
  /** Title or number of the file or document that was given; `null` for the details. */
  readonly item: string | null;
}

/** Which parts of a complaint that tell health data were asked for. */
interface Asked {
  readonly details: boolean;
  readonly history: boolean;
}

const MOST_SHOWN = 100;

/** What the file or document of `health_look h` is called in `complaint c`; its id where it is no longer there. */
const ITEM_SQL = `case when h.item <> '' then coalesce(
    (select e ->> 'title' from jsonb_array_elements(c.state -> 'evidence') e where e ->> 'id' = h.item),
    (select d ->> 'number' from jsonb_array_elements(c.state -> 'documents') d where d ->> 'id' = h.item),
    h.item) end`;

/** The looks at `complaint c`, newest first, as one column. */
export const HEALTH_LOOKS_SQL = `(select json_agg(l) from (
    select h.by_id, h.by_key, k.name as key_name, ${ITEM_SQL} as item,
      to_char(h.hour at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as hour
    from health_look h left join api_key k on h.by_key and k.tenant_id = h.tenant_id and k.id = h.by_id
    where h.tenant_id = c.tenant_id and h.complaint_id = c.id
    order by h.hour desc, h.by_id, h.item limit ${MOST_SHOWN}) l)`;

/**
 * Writes down to whom health data is about to be shown: once for each person, complaint and hour. It is waited for, so
 * nobody is shown what was not recorded.
 */
export async function recordHealthLooks(
  database: Database,
  options: {
    readonly actor: TenantActor;
    readonly office: Office;
    readonly depth: Asked;
    /** What the actor is shown. */
    readonly shown: readonly ComplaintType[];
  },
): Promise<void> {
  const { actor, office, depth, shown } = options;
  const by = lookerOf(actor);
  if (!by) return;
  const health = office.sector.fields.flatMap(({ key, sensitive }) => (sensitive === 'health' ? [key] : []));
  const complaintIds = shown
    .filter((complaint) => showsOneOf(complaint, health, depth))
    .flatMap(({ id }) => uuidOf(id, 'Complaint') ?? []);
  if (complaintIds.length === 0) return;
  await database.inTenant(actor, (tx) => writeHealthLooks(tx, { by, complaintIds, item: '' }));
}

/** The same of a file or a document of a complaint that tells of health: what it shows nobody can tell from outside. */
export async function recordHealthLookAt(
  database: Database,
  options: {
    readonly actor: TenantActor;
    readonly office: Office;
    readonly state: ComplaintState;
    /** Id of the evidence or the document. */
    readonly item: string;
  },
): Promise<void> {
  const { actor, office, state, item } = options;
  const by = lookerOf(actor);
  if (!by || !tellsOfHealth(state, office)) return;
  await database.inTenant(actor, (tx) => writeHealthLooks(tx, { by, complaintIds: [state.id], item }));
}

/** The product's own tasks look at nothing, and complainants are told no details. */
function lookerOf(actor: TenantActor): { readonly id: string; readonly key: boolean } | undefined {
  if (actor.kind === 'staff') return { id: actor.memberId, key: false };
  return actor.kind === 'apiClient' ? { id: actor.keyId, key: true } : undefined;
}

/** Whether one of the fields is told: among the details as they are, or in the history as they were. */
function showsOneOf(
  { detailTexts = [], history = [] }: Partial<ComplaintType>,
  fields: readonly string[],
  depth: Asked,
): boolean {
  return fields.some(
    (field) =>
      (depth.details && detailTexts.some(({ key }) => key === field)) ||
      (depth.history && history.some(({ details }) => details.some(({ key }) => key === `details.${field}`))),
  );
}
