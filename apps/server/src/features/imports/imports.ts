import {
  canInOffice,
  type importTargets,
  NO_SUCH_THING,
  type Refusal,
  type TenantActor,
} from '@huiyin/domain';
import { v7 as uuidv7 } from 'uuid';
import type { Offices } from '../../casework/office.ts';
import { type Keyed, type Outcome, onceOf } from '../../casework/once.ts';
import type { FileStore } from '../../files/file-store.ts';
import type { Jobs } from '../../jobs/jobs.ts';
import { openSheet } from '../../sheets/open-sheet.ts';
import { SheetError } from '../../sheets/sheet-error.ts';
import type { Database } from '../../tenancy/database.ts';
import type { TenantTransaction } from '../../tenancy/tenant-transaction.ts';
import {
  addImport,
  changeImport,
  earlierImportOf,
  findImport,
  type ImportKindCode,
  type ImportRow,
  type ImportStatus,
  lockImport,
  recentReadings,
  rememberedReading,
} from './import.repository.ts';
import { changedReading, type ReadingChange } from './reading-change.ts';
import { withRemembered } from './remembered-columns.ts';
import { fingerprintOf, knownLabels, layoutOf, proposedMapping, targetsOf } from './table-reader.ts';

/** What became of a request about an import. */
export type ImportOutcome = Outcome<ImportRow>;

/** What is asked of an import by those who run the office; the worker does the rest. */
export class Imports {
  readonly #database: Database;
  readonly #offices: Offices;
  readonly #files: FileStore;
  readonly #jobs: Pick<Jobs, 'enqueue'>;

  constructor(options: {
    readonly database: Database;
    readonly offices: Offices;
    readonly files: FileStore;
    readonly jobs: Pick<Jobs, 'enqueue'>;
  }) {
    this.#database = options.database;
    this.#offices = options.offices;
    this.#files = options.files;
    this.#jobs = options.jobs;
  }

  /** Opens an uploaded file and proposes how to read it: as last time, where a table of the same headers was read. */
  async create(
    actor: TenantActor,
    {
      key,
      ...asked
    }: Keyed & {
      readonly sha256: string;
      readonly name?: string | undefined;
      readonly kind: ImportKindCode;
      readonly sheet?: string | undefined;
      readonly headerLine?: number | undefined;
      readonly encoding?: string | undefined;
    },
  ): Promise<ImportOutcome> {
    if (!canInOffice(actor, 'importComplaints')) return refused(FORBIDDEN);
    const file = /^[0-9a-f]{64}$/.test(asked.sha256)
      ? await this.#files.find(actor, asked.sha256)
      : undefined;
    if (!file) return refused({ ...NO_SUCH_THING, field: 'file' });
    const { sector } = await this.#offices.of(actor);
    const targets = targetsOf(asked.kind, sector);
    const name = asked.name ?? file.name;
    try {
      const stream = await this.#files.open(actor, file.sha256);
      const sheet = await openSheet(
        { stream, name },
        {
          knownLabels: knownLabels(targets),
          ...(asked.sheet ? { sheet: asked.sheet } : {}),
          ...(asked.headerLine === undefined ? {} : { headerLine: asked.headerLine }),
          ...(asked.encoding ? { encoding: asked.encoding } : {}),
        },
      );
      try {
        const layout = layoutOf(sheet);
        const proposed = { mapping: proposedMapping(sheet, targets), dateOrders: {}, choices: {} };
        const id = uuidv7();
        return await this.#once(actor, { key, asked: ['importCreate', asked] }, async (tx) => {
          const fingerprint = fingerprintOf(layout.columns);
          const reading =
            (await rememberedReading(tx, { kind: asked.kind, fingerprint })) ??
            withRemembered(proposed, await recentReadings(tx, asked.kind));
          const { sha256, bytes } = file;
          const at = new Date().toISOString();
          await addImport(tx, {
            id,
            kind: asked.kind,
            sha256,
            name,
            bytes,
            layout,
            reading,
            started_by: actor,
            at,
          });
          return outcomeOf(await lockImport(tx, id));
        });
      } finally {
        await sheet.close();
      }
    } catch (error) {
      if (!(error instanceof SheetError)) throw error;
      return refused({ code: 'INVALID', field: 'file', message: error.text });
    }
  }

  /** Says how columns are read; what is not named stays as it is. */
  setReading(
    actor: TenantActor,
    id: string,
    { key, ...change }: Keyed & ReadingChange,
  ): Promise<ImportOutcome> {
    const call = { id, key, asked: ['importSetMapping', id, change] };
    return this.#change(actor, call, async ({ row, tx, targets }) => {
      const { layout, mapping, date_orders: dateOrders, choices } = row;
      const changed = changedReading(
        { mapping, dateOrders, choices },
        { change, targets, columns: layout.columns },
      );
      if ('code' in changed) return changed;
      const { year = layout.year } = change;
      await changeImport(tx, row.id, { ...changed, status: 'READY', layout: { ...layout, year } });
      return undefined;
    });
  }

  /** Starts the dry run: every row is read and decided, none is taken in. */
  async check(actor: TenantActor, id: string, { key }: Keyed = {}): Promise<ImportOutcome> {
    return this.#begin(actor, id, { key, status: 'CHECKING', again: true });
  }

  /** Starts taking rows in. The same file a second time needs `again`. */
  async start(
    actor: TenantActor,
    id: string,
    { key, again }: Keyed & { readonly again: boolean },
  ): Promise<ImportOutcome> {
    return this.#begin(actor, id, { key, status: 'RUNNING', again });
  }

  async #begin(
    actor: TenantActor,
    id: string,
    { key, status, again }: Keyed & { readonly status: ImportStatus; readonly again: boolean },
  ): Promise<ImportOutcome> {
    const call = { id, key, asked: ['importBegin', id, status, again] };
    return this.#change(actor, call, async ({ row, tx, targets }) => {
      const mapped = new Set(Object.values(row.mapping));
      const missing = targets.find(({ key, required }) => required && !mapped.has(key));
      if (missing) {
        return {
          code: 'REQUIRED',
          field: 'columns',
          message: {
            zh: `请指定哪一列是“${missing.label.zh}”。`,
            en: `Say which column holds “${missing.label.en}”.`,
          },
        };
      }
      const earlier = again ? undefined : await earlierImportOf(tx, row);
      if (earlier) {
        const day = earlier.toISOString().slice(0, 10);
        return {
          code: 'ALREADY_DONE',
          field: 'again',
          message: {
            zh: `同一文件已于 ${day} 导入过。确要再次导入，请明确选择。`,
            en: `This very file was imported on ${day}. To import it again, say so.`,
          },
        };
      }
      await changeImport(tx, row.id, {
        ...{ status, doneLine: 0, rowsRead: 0, accepted: 0, refused: 0, passedOver: 0, error: null },
        startedBy: actor,
        startedAt: new Date(),
        finishedAt: null,
      });
      await this.#jobs.enqueue('import.work', { tenantId: actor.tenantId, importId: id }, tx);
      return undefined;
    });
  }

  async #change(
    actor: TenantActor,
    { id, key, asked }: Keyed & { readonly id: string; readonly asked: unknown },
    work: (given: {
      readonly row: ImportRow;
      readonly tx: TenantTransaction;
      readonly targets: ReturnType<typeof importTargets>;
    }) => Promise<Refusal | undefined>,
  ): Promise<ImportOutcome> {
    if (!canInOffice(actor, 'importComplaints')) return refused(FORBIDDEN);
    const { sector } = await this.#offices.of(actor);
    return this.#once(actor, { key, asked }, async (tx) => {
      const row = await lockImport(tx, id);
      if (!row) return refused({ ...NO_SUCH_THING, field: 'id' });
      if (!CHANGEABLE.has(row.status)) return { ...refused(UNDER_WAY), row };
      const refusal = await work({ row, tx, targets: targetsOf(row.kind, sector) });
      if (refusal) return { ...refused(refusal), row };
      return outcomeOf(await lockImport(tx, id));
    });
  }

  #once(
    actor: TenantActor,
    { key, asked }: Keyed & { readonly asked: unknown },
    work: (tx: TenantTransaction) => Promise<ImportOutcome>,
  ): Promise<ImportOutcome> {
    return this.#database.inTenant(actor, (tx) =>
      onceOf(tx, { actor, key, asked, find: lockImport }, () => work(tx)),
    );
  }

  /** An import of the organisation, for those who may import. */
  async find(actor: TenantActor, id: string): Promise<ImportRow | undefined> {
    return canInOffice(actor, 'importComplaints') ? findImport(this.#database, actor, id) : undefined;
  }
}

const CHANGEABLE: ReadonlySet<ImportStatus> = new Set(['READY', 'CHECKED']);

function outcomeOf(row: ImportRow | undefined): ImportOutcome {
  return row ? { ok: true, row } : refused(NO_SUCH_THING);
}

function refused(refusal: Refusal): { readonly ok: false; readonly refusals: readonly Refusal[] } {
  return { ok: false, refusals: [refusal] };
}

const FORBIDDEN: Refusal = {
  code: 'FORBIDDEN',
  message: { zh: '您的角色不能导入投诉件。', en: 'Your role does not allow imports.' },
};
const UNDER_WAY: Refusal = {
  code: 'WRONG_STATE',
  message: {
    zh: '正在检查或已经导入，不能再改。请等待完成，或重新上传。',
    en: 'It is being checked or has been imported. Wait until it is done, or upload the file anew.',
  },
};
