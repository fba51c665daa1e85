import { ERASED_TEXT, type OfficeEventKind, type TenantActor } from '@huiyin/domain';
import { Conditions } from '../../casework/conditions.ts';
import type { EventAuthor } from '../../casework/event-chain.ts';
import type { Changes } from '../../casework/office-events.ts';
import { saidIn, WORDS_OF_EVENT } from '../../casework/said-sql.ts';
import { onlyVisible } from '../../casework/visibility.ts';
import type { Place } from '../../graphql/place-cursor.ts';
import { NEWEST } from '../../graphql/place-cursor.ts';
import type { Database } from '../../tenancy/database.ts';

export interface OfficeEventRow {
  readonly id: string;
  readonly kind: OfficeEventKind;
  readonly at: Date;
  readonly actor: EventAuthor;
  readonly subject: string | null;
  readonly changes: Changes;
  readonly complaint_id: string | null;
  readonly number: string | null;
  readonly reason: string | null;
  readonly sort_key: string;
}

export interface OfficeEventsAsked {
  readonly actor: TenantActor;
  readonly id?: string | undefined;
  readonly kinds?: readonly OfficeEventKind[] | null | undefined;
  readonly memberId?: string | undefined;
  /** Instants: from the one until before the other. */
  readonly from?: string | undefined;
  readonly before?: string | undefined;
  readonly first: number;
  readonly after: Place | undefined;
}

/**
 * What was done to the organisation, the newest first, and one more that tells whether there is another page: acts of
 * administration, and looks behind a mask from the histories of complaints. Of a complaint that is hidden from the
 * reader they learn that somebody looked, and neither which it is nor why.
 */
export async function readOfficeEvents(
  database: Database,
  asked: OfficeEventsAsked,
): Promise<OfficeEventRow[]> {
  const { actor, id: one, kinds, memberId, from, before, first, after = NEWEST } = asked;
  const values = new Conditions();
  onlyVisible(values, actor);
  const visible = values.text;
  const [key, id] = [values.parameter(after.key), values.parameter(after.id)];
  const [since, until] = [values.parameter(from ?? '-infinity'), values.parameter(before ?? 'infinity')];
  const [member, wanted] = [values.parameter(memberId ?? null), values.parameter(kinds ?? null)];
  const only = values.parameter(one ?? null);
  const limit = values.parameter(first + 1);
  const gone = values.parameter(ERASED_TEXT);
  const within = (at: string) => `(${at}, e.id) < (${key}::timestamptz, ${id}::uuid)
    and ${at} >= ${since}::timestamptz and ${at} < ${until}::timestamptz
    and (${only}::uuid is null or e.id = ${only}::uuid)
    and (${member}::text is null or e.actor ->> 'id' = ${member}::text)`;
  const ofKind = (kind: string) => `(${wanted}::text[] is null or ${kind} = any(${wanted}::text[]))`;
  return database.readInTenant<OfficeEventRow & Record<string, unknown>>(actor, {
    text: `select *, at::text as sort_key from (
        (select e.id, e.kind, e.at, e.actor, e.subject, e.changes,
            null::uuid as complaint_id, null as number, null as reason
          from office_event e where ${within('e.at')} and ${ofKind('e.kind')}
          order by e.at desc, e.id desc limit ${limit})
        union all
        (select e.id, 'IDENTITY_REVEALED', e.recorded_at, e.actor, null, '{}'::jsonb,
            case when ${visible} then c.id end, case when ${visible} then c.number end,
            case when ${visible} then ${saidIn('reason', `${gone}::text`)} end
          from complaint_event e join complaint c on c.tenant_id = e.tenant_id and c.id = e.complaint_id
          ${WORDS_OF_EVENT}
          where e.type = 'REVEALED' and ${within('e.recorded_at')} and ${ofKind("'IDENTITY_REVEALED'")}
          order by e.recorded_at desc, e.id desc limit ${limit})
      ) both_kinds order by at desc, id desc limit ${limit}`,
    values: values.values,
  });
}
