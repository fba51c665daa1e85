import { findOption, isOpen, nextDue, type Refusal, type TenantActor } from '@huiyin/domain';
import { inLocale, type Locale } from '@huiyin/shared';
import { v7 as uuidv7 } from 'uuid';
import type { Casework } from '../../../casework/casework.ts';
import type { Database } from '../../../tenancy/database.ts';
import type { PublicOffice } from '../public-offices.ts';
import { STAGE_TEXTS, stageOf } from '../public-words.ts';
import { readRequest } from './request-form.ts';
import { findRequests, MOST_REQUESTS, type RequestFilter, rememberRequest } from './requests.repository.ts';

/** A request as everybody may see it: how far it is. What was said, by whom and where stays with the office. */
export interface ServiceRequest {
  readonly service_request_id: string;
  readonly status: 'open' | 'closed';
  readonly status_notes: string;
  readonly service_name: string;
  readonly service_code: string;
  readonly agency_responsible: string;
  readonly requested_datetime: string;
  readonly updated_datetime: string;
  /** When the next step is due; absent when nothing is. */
  readonly expected_datetime?: string;
}

export interface RequestQuestion {
  readonly filter: RequestFilter;
  readonly status?: readonly string[];
  readonly locale: Locale;
}

/** Requests of GeoReport v2: registered through the one write path, and how far they are. */
export class Open311Requests {
  readonly #database: Database;
  readonly #casework: Casework;

  constructor(options: { readonly database: Database; readonly casework: Casework }) {
    this.#database = options.database;
    this.#casework = options.casework;
  }

  /** Registers a request; its number, or why it is refused. */
  async add(
    office: PublicOffice,
    call: { readonly actor: TenantActor; readonly form: URLSearchParams; readonly key: string | undefined },
  ): Promise<
    | { readonly ok: true; readonly number: string }
    | { readonly ok: false; readonly refusals: readonly Refusal[] }
  > {
    const { actor, form, key } = call;
    const read = readRequest(form, office);
    if (!read.ok) return read;
    const { complainant, ...matter } = read.request;
    const outcome = await this.#casework.inOneTransaction(actor, async (tx, current) => {
      const registered = await this.#casework.registerIn(tx, {
        ...{ actor, office: current },
        call: {
          complaintId: uuidv7(),
          ...(key === undefined
            ? {}
            : { idempotencyKey: key, asked: [...form].filter(([name]) => name !== 'api_key') }),
          complainant,
          command: {
            ...matter,
            ...{ type: 'REGISTER', kind: 'COMPLAINT', channel: 'API', source: { level: 'DIRECT' } },
            ...{ demands: [], respondent: {}, groupSize: 1, receivedAt: new Date().toISOString() },
            disclosure: complainant ? 'NAMED' : 'ANONYMOUS',
          },
        },
      });
      if (registered.ok) await rememberRequest(tx, registered.complaint.id);
      return registered;
    });
    return outcome.ok ? { ok: true, number: outcome.complaint.number } : outcome;
  }

  /** Requests that were sent to an office, newest first, at most a thousand. */
  async list(office: PublicOffice, question: RequestQuestion): Promise<readonly ServiceRequest[]> {
    const { filter, status, locale } = question;
    const { tenantId } = office.office;
    const rows = await findRequests(this.#database, { tenantId, filter });
    return rows
      .map(({ state, last_activity_at }) => present(state, { office, locale, changed: last_activity_at }))
      .filter((request) => status === undefined || status.includes(request.status))
      .slice(0, MOST_REQUESTS);
  }
}

function present(
  state: Parameters<typeof stageOf>[0] &
    Parameters<typeof nextDue>[0] & {
      readonly number: string;
      readonly category?: string | undefined;
      readonly receivedAt: string;
    },
  {
    office: { office },
    locale,
    changed,
  }: { readonly office: PublicOffice; readonly locale: Locale; readonly changed: Date },
): ServiceRequest {
  const category =
    state.category === undefined ? undefined : findOption(office.sector.categories, state.category)?.node;
  const open = isOpen(state.status);
  const due = open ? nextDue(state) : undefined;
  return {
    service_request_id: state.number,
    status: open ? 'open' : 'closed',
    status_notes: inLocale(STAGE_TEXTS[stageOf(state)], locale),
    service_name: category ? inLocale(category.label, locale) : '',
    service_code: state.category ?? '',
    agency_responsible: locale === 'en' ? office.nameEn : office.name,
    requested_datetime: new Date(state.receivedAt).toISOString(),
    updated_datetime: changed.toISOString(),
    ...(due ? { expected_datetime: new Date(due.at).toISOString() } : {}),
  };
}
