import {
  canInOffice,
  findOption,
  LONGEST_NAME,
  LONGEST_REMARK,
  optionalText,
  type Refusal,
  RefusedError,
  requireText,
  type Sector,
  type TenantActor,
} from '@huiyin/domain';
import { v7 as uuidv7 } from 'uuid';
import type { Offices } from '../../casework/office.ts';
import { recordOfficeEvent } from '../../casework/office-events.ts';
import { type Answered, once } from '../../casework/once.ts';
import type { Database } from '../../tenancy/database.ts';
import type { TenantTransaction } from '../../tenancy/tenant-transaction.ts';
import * as refusal from './refusals.ts';
import {
  type EntryRow,
  entryCalled,
  keepName,
  lockEntries,
  mergeEntry,
  writeEntry,
} from './register.repository.ts';
import { readRespondents } from './respondent.repository.ts';

/** Who keeps the register, with their own key of the call. */
export interface RegisterCall {
  readonly actor: TenantActor;
  readonly key: string | null | undefined;
}

export interface EntryInput {
  readonly id: string;
  readonly name: string;
  readonly kind?: string | null;
  readonly licence?: string | null;
  readonly creditCode?: string | null;
}

export interface MergeInput {
  readonly id: string;
  readonly intoId: string;
  readonly reason: string;
}

/** The id of the entry as it stands after a change. */
type Changed = Answered<string>;

/** The register of respondents is kept by those who lead: entries are corrected, and two that are one are merged. */
export class Respondents {
  readonly #database: Database;
  readonly #offices: Offices;

  constructor(options: { readonly database: Database; readonly offices: Offices }) {
    this.#database = options.database;
    this.#offices = options.offices;
  }

  /** Corrects an entry. What it was called stays another name of it, so that nobody begins it anew. */
  async change(call: RegisterCall, asked: EntryInput): Promise<Changed> {
    const { sector } = await this.#offices.of(call.actor);
    return this.#carryOut(call, { asked: ['respondent', asked], ids: [asked.id] }, async (tx, [entry]) => {
      if (!entry) return refused(refusal.NO_SUCH_ENTRY);
      const next = { ...entry, ...fieldsOf(asked, sector) };
      if (isSame(entry, next)) return refused(refusal.NOTHING_CHANGED);
      const moved = next.name !== entry.name || next.type !== entry.type;
      const taken = moved ? await entryCalled(tx, next) : undefined;
      if (taken && taken.merged_into !== entry.id) return refused(refusal.NAME_TAKEN);
      // The two change places; for a moment the name is nobody's.
      if (taken) await writeEntry(tx, { ...taken, name: taken.id });
      await writeEntry(tx, next);
      const { name, type } = entry;
      if (taken) await writeEntry(tx, { ...taken, name, type });
      else if (moved) await keepName(tx, { id: uuidv7(), name, type, of: entry.id });
      await recordOfficeEvent(tx, {
        ...{ actor: call.actor, kind: 'RESPONDENT_CHANGED', subject: next.name },
        ...{ before: recorded(entry), after: recorded(next) },
      });
      return { ok: true, answer: entry.id };
    });
  }

  /** Two entries are one party: the one becomes another name of the other, and its complaints count there. */
  async merge(call: RegisterCall, asked: MergeInput): Promise<Changed> {
    const ids = [asked.id, asked.intoId];
    return this.#carryOut(call, { asked: ['respondent-merge', asked], ids }, async (tx, [entry, into]) => {
      if (!entry) return refused(refusal.NO_SUCH_ENTRY);
      if (!into) return refused(refusal.NO_SUCH_OTHER);
      if (entry.id === into.id) return refused(refusal.SAME_ENTRY);
      const reason = requireText(asked.reason, 'reason', LONGEST_REMARK);
      await mergeEntry(tx, { id: entry.id, into: into.id });
      // What only the one was known by is not lost.
      await writeEntry(tx, {
        ...into,
        licence: into.licence ?? entry.licence,
        credit_code: into.credit_code ?? entry.credit_code,
      });
      await recordOfficeEvent(tx, {
        ...{ actor: call.actor, kind: 'RESPONDENTS_MERGED', subject: into.name },
        after: { merged: entry.name, into: into.name, reason },
      });
      return { ok: true, answer: into.id };
    });
  }

  /** Work on entries that the caller may see and that stand for themselves. */
  async #carryOut(
    { actor, key }: RegisterCall,
    { asked, ids }: { readonly asked: readonly unknown[]; readonly ids: readonly string[] },
    work: (tx: TenantTransaction, entries: readonly (EntryRow | undefined)[]) => Promise<Changed>,
  ): Promise<Changed> {
    if (!canInOffice(actor, 'keepRespondents')) return refused(refusal.FORBIDDEN);
    const seen = await Promise.all(ids.map((id) => this.#sees(actor, id)));
    try {
      return await this.#database.inTenant(actor, (tx) =>
        once<string>(tx, { actor, key, asked }, async () => {
          const rows = await lockEntries(tx, ids);
          const entries = ids.map((id, index) => (seen[index] ? rows.get(id) : undefined));
          return work(
            tx,
            entries.map((entry) => (entry?.merged_into === null ? entry : undefined)),
          );
        }),
      );
    } catch (error) {
      if (error instanceof RefusedError) return { ok: false, refusals: error.refusals };
      throw error;
    }
  }

  /** Whoever may not see any complaint about a party does not learn of it by trying to change it either. */
  async #sees(actor: TenantActor, id: string): Promise<boolean> {
    const [row] = await readRespondents(this.#database, {
      ...{ actor, order: 'NAME', first: 1, after: undefined, filter: { id } },
      recentFrom: new Date().toISOString(),
    });
    return row !== undefined;
  }
}

const CREDIT_CODE = /^[0-9A-HJ-NPQRTUWXY]{18}$/;

/** What an entry is to hold. @throws RefusedError */
function fieldsOf({ name, kind, licence, creditCode }: EntryInput, { respondentTypes }: Sector) {
  if (kind && !findOption(respondentTypes, kind)) throw new RefusedError([refusal.NO_KIND]);
  const code = optionalText(creditCode?.toUpperCase(), 'creditCode');
  if (code !== undefined && !CREDIT_CODE.test(code)) throw new RefusedError([refusal.CREDIT_CODE]);
  return {
    name: requireText(name, 'name', LONGEST_NAME),
    type: kind || null,
    licence: optionalText(licence ?? undefined, 'licence', LONGEST_NAME) ?? null,
    credit_code: code ?? null,
  };
}

function isSame(one: EntryRow, other: EntryRow): boolean {
  return JSON.stringify(recorded(one)) === JSON.stringify(recorded(other));
}

function recorded({ name, type: kind, licence, credit_code: creditCode }: EntryRow) {
  return { name, kind, licence, creditCode };
}

function refused(problem: Refusal): { readonly ok: false; readonly refusals: readonly Refusal[] } {
  return { ok: false, refusals: [problem] };
}
