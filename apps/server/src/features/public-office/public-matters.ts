import {
  type Channel,
  type Command,
  type CommandType,
  type ComplainantActor,
  type ComplaintState,
  obstacles,
  type Refusal,
} from '@huiyin/domain';
import type { Outcome } from '../../casework/calls.ts';
import type { Casework } from '../../casework/casework.ts';
import { contextOf } from '../../casework/decision.ts';
import type { Office } from '../../casework/office.ts';
import type { Database } from '../../tenancy/database.ts';
import type { TenantTransaction } from '../../tenancy/tenant-transaction.ts';
import { isCode } from './access-code.ts';
import { addFiles, MISSING_FILES, MissingFilesError } from './add-files.ts';
import type { Attempts } from './attempts.repository.ts';
import { findByNumber, type PublicEventRow, readStory } from './public-complaint.repository.ts';
import type { PublicOffice } from './public-offices.ts';
import { MOST_PUBLIC_FILES } from './uploads.ts';

/** What somebody shows to see their complaint. */
export interface Credentials {
  readonly number: string;
  readonly code: string;
  readonly address: string;
}

/** A complaint in the hands of whoever made it. */
export interface OwnMatter {
  readonly actor: ComplainantActor;
  readonly office: Office;
  readonly state: ComplaintState;
  readonly events: readonly PublicEventRow[];
  readonly actions: readonly PublicAction[];
}

/** What the complainant may do, by the command behind it. */
export const COMMAND_OF_ACTION = {
  ADD_MATERIAL: 'HEAR_FROM_COMPLAINANT',
  ANSWER_MEDIATION: 'ANSWER_MEDIATION_OFFER',
  RATE: 'FOLLOW_UP',
  REOPEN: 'REOPEN',
  WITHDRAW: 'WITHDRAW',
} as const satisfies Record<string, CommandType>;
export type PublicAction = keyof typeof COMMAND_OF_ACTION;

type ExistingCommand = Exclude<Command, { type: 'REGISTER' }>;

/** Events that are the complainant's business; what they show of each is decided where they are presented. */
const STORY = [
  ...['REGISTERED', 'ACCEPTED', 'DECISION_NOTIFIED', 'PROMISED', 'ANSWERED', 'TRANSFER_ANSWERED'],
  ...[
    'TRANSFER_RETURNED',
    'WAITING_STARTED',
    'COMPLAINANT_HEARD',
    'EVIDENCE_ADDED',
    'MEDIATION_OFFERED',
    'MEDIATION_OFFER_ANSWERED',
  ],
  ...['MEDIATION_STARTED', 'MEDIATION_ENDED', 'FOLLOWED_UP', 'CLOSED', 'WITHDRAWN', 'REOPENED', 'MERGED'],
];

/** Complaints as their complainants see and move them: by number and secret code, each just the one. */
export class PublicMatters {
  readonly #database: Database;
  readonly #casework: Casework;
  readonly #attempts: Attempts;

  constructor(options: {
    readonly database: Database;
    readonly casework: Casework;
    readonly attempts: Attempts;
  }) {
    this.#database = options.database;
    this.#casework = options.casework;
    this.#attempts = options.attempts;
  }

  /**
   * Who they are that have this number and code; `undefined` for a wrong one. A number that does not exist and a wrong
   * code take the same time and are answered alike.
   */
  async identify(
    { office }: PublicOffice,
    { number, code, address }: Credentials,
  ): Promise<ComplainantActor | 'THROTTLED' | undefined> {
    const { tenantId } = office;
    const asked = number.normalize('NFKC').trim().toUpperCase().slice(0, 60);
    const attempt = { tenantId, kind: 'WRONG_FROM_ADDRESS', subject: address } as const;
    if (await this.#attempts.areTooMany(attempt)) return 'THROTTLED';
    const row = await findByNumber(this.#database, tenantId, asked);
    if (await isCode(row?.code_hash, code)) {
      if (row) return { kind: 'complainant', tenantId, complaintId: row.state.id };
    }
    await this.#attempts.note([attempt]);
    return undefined;
  }

  /** The complaint with what happened to it and what can be done. */
  async read(actor: ComplainantActor): Promise<OwnMatter | undefined> {
    const office = await this.#casework.offices.of(actor);
    const { tenantId, complaintId: id } = actor;
    const story = await readStory(this.#database, { tenantId, id, types: STORY });
    if (!story) return undefined;
    const { state, events } = story;
    const context = contextOf({ actor, office });
    const actions = (Object.keys(COMMAND_OF_ACTION) as PublicAction[]).filter(
      (action) => obstacles({ state, command: COMMAND_OF_ACTION[action], context }).length === 0,
    );
    return { actor, office, state, events, actions };
  }

  /** Does something to it. */
  execute(
    actor: ComplainantActor,
    command: ExistingCommand,
    idempotencyKey: string | undefined,
  ): Promise<Outcome> {
    return this.#casework.execute(actor, { complaintId: actor.complaintId, command, idempotencyKey });
  }

  /** Words and files to the office, together or not at all. */
  async addMaterial(
    actor: ComplainantActor,
    material: {
      readonly text: string;
      readonly files: readonly string[];
      readonly idempotencyKey: string | undefined;
      readonly via?: Channel;
    },
  ): Promise<Outcome> {
    const { text, files, idempotencyKey, via = 'WEB_FORM' } = material;
    if (files.length > MOST_PUBLIC_FILES) return { ok: false, refusals: [TOO_MANY_FILES] };
    if (text.trim() === '' && files.length === 0) return { ok: false, refusals: [NOTHING] };
    try {
      return await this.#casework.inOneTransaction(actor, (tx, office) =>
        this.#addIn(tx, { ...{ actor, office, files, idempotencyKey, via }, text: text.trim() || SEE_FILES }),
      );
    } catch (error) {
      if (error instanceof MissingFilesError) return { ok: false, refusals: [MISSING_FILES] };
      throw error;
    }
  }

  async #addIn(
    tx: TenantTransaction,
    options: {
      readonly actor: ComplainantActor;
      readonly office: Office;
      readonly text: string;
      readonly files: readonly string[];
      readonly idempotencyKey: string | undefined;
      readonly via: Channel;
    },
  ): Promise<Outcome> {
    const { actor, office, text, files, idempotencyKey, via } = options;
    const casework = this.#casework;
    const before = await casework.executeIn(tx, {
      ...{ actor, office },
      call: {
        complaintId: actor.complaintId,
        command: { type: 'HEAR_FROM_COMPLAINANT', text, via },
        idempotencyKey,
      },
    });
    if (!before.ok || files.length === 0) return before;
    return addFiles(tx, { ...{ casework, actor, office, files }, otherwise: before });
  }
}

/** What stands in the history where files came without a word. */
const SEE_FILES = '补充材料见附件 / see the files added';

const NOTHING: Refusal = {
  code: 'REQUIRED',
  field: 'text',
  message: { zh: '请写几句话，或添加文件。', en: 'Write a few words, or add a file.' },
};
const TOO_MANY_FILES: Refusal = {
  code: 'INVALID',
  field: 'files',
  message: { zh: `最多 ${MOST_PUBLIC_FILES} 个文件。`, en: `At most ${MOST_PUBLIC_FILES} files.` },
};
