import type { Command, ComplaintState } from '@huiyin/domain';
import { v7 as uuidv7 } from 'uuid';
import type { RegistrationCall } from './calls.ts';
import type { Office } from './office.ts';
import { type ComplainantDetails, hasWords, phoneDigits, REPEAT_WITHIN_DAYS } from './person.ts';

/** A person of the organisation's register. */
export interface Complainant {
  readonly id: string;
  readonly phone_digits: string | null;
  readonly name: string | null;
}

/** A party of the organisation's register of respondents. */
export interface RegisteredRespondent {
  readonly id: string;
  readonly name: string;
  readonly type: string | null;
}

/** As much of a complaint as tells whether another repeats it. */
export interface EarlierComplaint {
  readonly id: string;
  readonly complainant_id: string;
  readonly category: string | null;
  readonly respondent_name: string | null;
  /** ISO 8601 in UTC. */
  readonly received_at: string;
}

/** What the registers hold of those whom some registrations name. */
export interface Registers {
  /** Oldest first. */
  readonly complainants: readonly Complainant[];
  readonly respondents: readonly RegisteredRespondent[];
  readonly earlier: readonly EarlierComplaint[];
}

/** Somebody to be added with the first complaint that is taken in. */
export interface NewComplainant extends Complainant {
  readonly details: ComplainantDetails;
}

/** A registration with its people as the registers know them. */
export interface Identified {
  readonly command: Extract<Command, { type: 'REGISTER' }>;
  readonly complainantName: string | null;
  readonly newComplainant: NewComplainant | undefined;
  readonly newRespondent: RegisteredRespondent | undefined;
}

const DAY_MS = 86_400_000;

/**
 * Who complains and about whom, over registrations that are written together: each knows those of the ones before it.
 * Nobody is added for a registration that is refused.
 */
export class People {
  readonly newComplainants: NewComplainant[] = [];
  readonly newRespondents: RegisteredRespondent[] = [];
  readonly #complainants: Map<string | null, Complainant[]>;
  readonly #respondents: Map<string, RegisteredRespondent>;
  readonly #earlier: Map<string, EarlierComplaint[]>;

  constructor({ complainants, respondents, earlier }: Registers) {
    this.#complainants = Map.groupBy(complainants, ({ phone_digits: digits }) => digits);
    this.#respondents = new Map(respondents.map((respondent) => [partyKey(respondent), respondent]));
    this.#earlier = Map.groupBy(earlier, subjectKey);
  }

  /** The command with its complainant, its respondent and its earlier twin. */
  identify({ command, complainant, complainantId: given }: RegistrationCall): Identified {
    const person =
      command.disclosure !== 'ANONYMOUS' && complainant && hasWords(complainant)
        ? this.#personOf(complainant)
        : undefined;
    const known = given && [...this.#complainants.values()].flat().find(({ id }) => id === given);
    const complainantId = person?.complainant.id ?? given;
    const party = this.#partyOf(command.respondent);
    const respondentId = command.respondent.respondentId ?? party?.respondent.id;
    const { name, type } = party?.respondent ?? {};
    const repeatOf = complainantId && this.#repeated({ ...command, complainantId });
    return {
      command: {
        ...command,
        respondent: {
          ...(name ? { name } : {}),
          ...(type ? { type } : {}),
          ...command.respondent,
          ...(respondentId ? { respondentId } : {}),
        },
        ...(complainantId ? { complainantId } : {}),
        ...(repeatOf ? { repeatOf } : {}),
      },
      complainantName: (person?.complainant ?? (known || undefined))?.name ?? null,
      newComplainant: person?.isNew ? { ...person.complainant, details: complainant ?? {} } : undefined,
      newRespondent: party?.isNew ? party.respondent : undefined,
    };
  }

  /** The registration was taken in: those after it find its people and the complaint itself. */
  take({ newComplainant, newRespondent }: Identified, state: ComplaintState): void {
    if (newComplainant) {
      this.newComplainants.push(newComplainant);
      const digits = newComplainant.phone_digits;
      this.#complainants.set(digits, [...(this.#complainants.get(digits) ?? []), newComplainant]);
    }
    if (newRespondent) {
      this.newRespondents.push(newRespondent);
      this.#respondents.set(partyKey(newRespondent), newRespondent);
    }
    if (!state.complainantId) return;
    const complaint: EarlierComplaint = {
      id: state.id,
      complainant_id: state.complainantId,
      category: state.category ?? null,
      respondent_name: state.respondent.name ?? null,
      received_at: state.receivedAt,
    };
    const key = subjectKey(complaint);
    this.#earlier.set(key, [...(this.#earlier.get(key) ?? []), complaint]);
  }

  /**
   * The complainant of that telephone and name, or a new one. Two people who share a telephone but not a name stay
   * two; without a telephone everybody is somebody new.
   */
  #personOf(details: ComplainantDetails): { readonly complainant: Complainant; readonly isNew: boolean } {
    const digits = phoneDigits(details.phone);
    const name = details.name?.trim() || null;
    const known =
      digits === null
        ? undefined
        : this.#complainants
            .get(digits)
            ?.find((each) => each.name === null || name === null || each.name === name);
    return known
      ? { complainant: known, isNew: false }
      : { complainant: { id: uuidv7(), phone_digits: digits, name }, isNew: true };
  }

  #partyOf({
    name,
    type,
    respondentId,
  }: ComplaintState['respondent']):
    | { readonly respondent: RegisteredRespondent; readonly isNew: boolean }
    | undefined {
    if (respondentId !== undefined) {
      const known = [...this.#respondents.values()].find(({ id }) => id === respondentId);
      return known && { respondent: known, isNew: false };
    }
    if (!name?.trim()) return undefined;
    const party = { name: name.trim(), type: type ?? null };
    const known = this.#respondents.get(partyKey(party));
    return { respondent: known ?? { id: uuidv7(), ...party }, isNew: known === undefined };
  }

  /** The complainant's latest complaint about the same subject within 30 days before (domain.md 8). */
  #repeated(command: Extract<Command, { type: 'REGISTER' }>): string | undefined {
    const { complainantId = '', category = null, receivedAt } = command;
    const name = command.respondent.name ?? null;
    if (category === null && name === null) return undefined;
    const since = Date.parse(receivedAt) - REPEAT_WITHIN_DAYS * DAY_MS;
    return this.#earlier
      .get(subjectKey({ complainant_id: complainantId, category, respondent_name: name }))
      ?.filter(({ received_at: at }) => at <= receivedAt && Date.parse(at) > since)
      .sort((a, b) => (a.received_at < b.received_at ? 1 : -1))[0]?.id;
  }
}

/** A registration about an own department, with the kind of the department where none is given. */
export function ofDepartment<Call extends RegistrationCall>(call: Call, office: Office): Call {
  const { departmentId, type } = call.command.respondent;
  const kind = departmentId === undefined ? null : office.directory.departments.get(departmentId)?.kind;
  const known = kind && office.sector.respondentTypes.some(({ code }) => code === kind);
  if (!known || type !== undefined) return call;
  const respondent = { ...call.command.respondent, type: kind };
  return { ...call, command: { ...call.command, respondent } };
}

/** A party is known by its name and kind. */
export function partyKey({ name, type }: Pick<RegisteredRespondent, 'name' | 'type'>): string {
  return `${type ?? ''}\n${name}`;
}

function subjectKey(
  complaint: Pick<EarlierComplaint, 'complainant_id' | 'category' | 'respondent_name'>,
): string {
  return [complaint.complainant_id, complaint.category ?? '', complaint.respondent_name ?? ''].join('\n');
}
