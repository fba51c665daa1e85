import {
  canInOffice,
  localDateOf,
  NO_SUCH_THING,
  type Refusal,
  sessionKey,
  sessionsOf,
  type TenantActor,
  TRAINING_SHEET,
  type TrainingSession,
} from '@huiyin/domain';
import { v7 as uuidv7 } from 'uuid';
import type { Offices } from '../../casework/office.ts';
import { recordOfficeEvent } from '../../casework/office-events.ts';
import { type Answered, type Keyed, once } from '../../casework/once.ts';
import type { FileStore } from '../../files/file-store.ts';
import { openSheet } from '../../sheets/open-sheet.ts';
import { SheetError } from '../../sheets/sheet-error.ts';
import type { Database } from '../../tenancy/database.ts';
import type { TenantTransaction } from '../../tenancy/tenant-transaction.ts';
import { columnsOf, KNOWN_LABELS, type ReadSheet, type RefusedLine, readLines } from './sheet-reader.ts';
import { writeSession } from './training.repository.ts';
import { FORBIDDEN } from './training.ts';
import { addToSession, membersByName, oneAtATime, sessionsOn } from './training-sheet.repository.ts';

/** A session of the sheet, and what of it is new here. */
export interface FoundSession extends TrainingSession {
  readonly isNew: boolean;
  /** People who stand in it here already. */
  readonly known: number;
}

export interface SheetOutcome {
  readonly found: readonly FoundSession[];
  readonly refused: readonly RefusedLine[];
  /** Whether what is new was written down, or only looked at. */
  readonly takenIn: boolean;
}

/** Takes registers of training in from spreadsheets. */
export class TrainingSheets {
  readonly #database: Database;
  readonly #offices: Offices;
  readonly #files: FileStore;

  constructor(options: {
    readonly database: Database;
    readonly offices: Offices;
    readonly files: FileStore;
  }) {
    this.#database = options.database;
    this.#offices = options.offices;
    this.#files = options.files;
  }

  /** Looks at an uploaded sheet, or takes it in: what stands here already is not written down again. */
  async read(
    actor: TenantActor,
    { file, takeIn, key }: Keyed & { readonly file: string; readonly takeIn: boolean },
  ): Promise<Answered<SheetOutcome>> {
    if (!canInOffice(actor, 'recordTraining')) return { ok: false, refusals: [FORBIDDEN] };
    const read = await this.#linesOf(actor, file);
    if ('refusal' in read) return { ok: false, refusals: [read.refusal] };
    return this.#database.inTenant(actor, (tx) =>
      once<SheetOutcome>(tx, { actor, key, asked: ['training-sheet', file, takeIn] }, async () => {
        if (takeIn) await oneAtATime(tx);
        const found = await keep(tx, { sessions: sessionsOf(read.lines), takeIn });
        const added = found.flatMap(({ attendances }) => attendances).length;
        if (takeIn && added > 0) {
          await recordOfficeEvent(tx, {
            ...{ actor, kind: 'TRAINING_IMPORTED', subject: read.name },
            after: { people: added },
          });
        }
        return { ok: true, answer: { found, refused: read.refused, takenIn: takeIn } };
      }),
    );
  }

  async #linesOf(
    actor: TenantActor,
    sha256: string,
  ): Promise<(ReadSheet & { readonly name: string }) | { readonly refusal: Refusal }> {
    const file = /^[0-9a-f]{64}$/.test(sha256) ? await this.#files.find(actor, sha256) : undefined;
    if (!file) return { refusal: { ...NO_SUCH_THING, field: 'file' } };
    const { calendar } = await this.#offices.of(actor);
    const today = localDateOf(new Date().toISOString(), calendar.timeZone);
    try {
      const stream = await this.#files.open(actor, sha256);
      const sheet = await openSheet({ stream, name: file.name }, { knownLabels: KNOWN_LABELS });
      try {
        const columns = columnsOf(sheet);
        const missing = TRAINING_SHEET.filter(({ key, required }) => required && !columns.has(key));
        if (missing.length > 0) return { refusal: lacks(missing) };
        return { ...(await readLines(sheet, { columns, today })), name: file.name };
      } finally {
        await sheet.close();
      }
    } catch (error) {
      if (!(error instanceof SheetError)) throw error;
      return { refusal: { code: 'INVALID', field: 'file', message: error.text } };
    }
  }
}

/** What of the sessions is new, written down where that is asked. */
async function keep(
  tx: TenantTransaction,
  { sessions, takeIn }: { readonly sessions: readonly TrainingSession[]; readonly takeIn: boolean },
): Promise<readonly FoundSession[]> {
  const here = await sessionsOn(tx, [...new Set(sessions.map(({ heldOn }) => heldOn))]);
  const members = await membersByName(tx);
  const found: FoundSession[] = [];
  for (const session of sessions) {
    const known = here.get(sessionKey(session));
    const attendances = session.attendances
      .filter(({ name }) => !known?.names.includes(name))
      .map((attendance) => ({ ...attendance, memberId: members.get(attendance.name) }));
    found.push({
      ...{ ...session, attendances, isNew: !known },
      known: session.attendances.length - attendances.length,
    });
    if (!takeIn) continue;
    if (known) await addToSession(tx, { session: known, attendances });
    else {
      const written = { ...session, attendances, id: uuidv7(), complaintId: undefined };
      await writeSession(tx, { session: written, isNew: true });
    }
  }
  return found;
}

function lacks(missing: typeof TRAINING_SHEET): Refusal {
  const zh = missing.map(({ label }) => `“${label.zh}”`).join('、');
  const en = missing.map(({ label }) => `“${label.en}”`).join(', ');
  return {
    ...{ code: 'INVALID', field: 'file' },
    message: {
      zh: `表格缺少${zh}列。请下载空白表格，照其表头填写。`,
      en: `The sheet has no column ${en}. Download the empty sheet and fill it in under its headers.`,
    },
  };
}
