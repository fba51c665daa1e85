import { Readable } from 'node:stream';
import type { ComplainantActor, Refusal } from '@huiyin/domain';
import type { Outcome } from '../../../casework/calls.ts';
import type { Casework } from '../../../casework/casework.ts';
import { FileRefusedError, type FileStore } from '../../../files/file-store.ts';
import { safeName } from '../../../files/routes.ts';
import type { Database } from '../../../tenancy/database.ts';
import { registerNewcomer } from '../newcomer.ts';
import { rememberUpload } from '../public-complaint.repository.ts';
import { classificationOf } from '../public-form.ts';
import type { PublicMatters } from '../public-matters.ts';
import type { PublicOffice } from '../public-offices.ts';
import { LARGEST_PUBLIC_FILE, MOST_PUBLIC_FILES } from '../uploads.ts';
import { type IncomingMail, withoutQuotation } from './incoming-mail.ts';
import { findOfSender } from './mail.repository.ts';

/** What became of a letter. */
export type Taken =
  /** Written by a program: nothing was done, and nothing is answered. */
  | { readonly what: 'IGNORED' }
  | { readonly what: 'REGISTERED' | 'ADDED'; readonly number: string }
  | { readonly what: 'REFUSED'; readonly why: string };

/** A complaint's number, wherever it stands in a subject. */
const NUMBER = /[\p{L}\d]{1,12}-\d{4}-\d{3,}(?!\d)/u;

/** Letters by e-mail: a new one is a complaint, one that names a complaint of its sender is more of that. */
export class MailIntake {
  readonly #database: Database;
  readonly #casework: Casework;
  readonly #files: FileStore;
  readonly #matters: PublicMatters;

  constructor(options: {
    readonly database: Database;
    readonly casework: Casework;
    readonly files: FileStore;
    readonly matters: PublicMatters;
  }) {
    this.#database = options.database;
    this.#casework = options.casework;
    this.#files = options.files;
    this.#matters = options.matters;
  }

  /** Takes a letter in; delivered again it changes nothing. What it answers is written down for good. */
  async take(office: PublicOffice, mail: IncomingMail): Promise<Taken> {
    if (mail.automatic) return { what: 'IGNORED' };
    if (!mail.text && mail.files.length === 0) return refused('the letter says nothing');
    if (mail.files.length > MOST_PUBLIC_FILES) return refused(`more than ${MOST_PUBLIC_FILES} files`);
    const { tenantId } = office.office;
    try {
      const files = await this.#keep(tenantId, mail);
      const complaintId = await this.#named(tenantId, mail);
      const added =
        complaintId === undefined
          ? undefined
          : await this.#add({ kind: 'complainant', tenantId, complaintId }, { mail, files });
      // A complaint that takes nothing more (it is closed, say) does not swallow what its complainant writes.
      if (added?.ok) return { what: 'ADDED', number: added.complaint.number };
      const registered = await this.#register(office, { mail, files });
      return registered.ok
        ? { what: 'REGISTERED', number: registered.complaint.number }
        : refused(wordsOf(registered.refusals));
    } catch (error) {
      if (error instanceof FileRefusedError) return refused(error.text.en);
      throw error;
    }
  }

  /** The files, kept under names of this letter. @throws FileRefusedError */
  async #keep(tenantId: string, { key, files }: IncomingMail): Promise<readonly string[]> {
    const kept: string[] = [];
    for (const [index, { name, content }] of files.entries()) {
      const id = `${key}-${index}`;
      const named = safeName(name);
      const { sha256 } = await this.#files.put(
        { tenantId },
        { stream: Readable.from([content]), name: named, largestBytes: LARGEST_PUBLIC_FILE },
      );
      await rememberUpload(this.#database, { tenantId, id, sha256, name: named });
      kept.push(id);
    }
    return kept;
  }

  /** The complaint that the subject names, if it is the sender's own. */
  async #named(tenantId: string, { subject, from }: IncomingMail): Promise<string | undefined> {
    const number = NUMBER.exec(subject.normalize('NFKC'))?.[0];
    if (number === undefined) return undefined;
    return findOfSender(this.#database, { tenantId, number: number.toUpperCase(), address: from.address });
  }

  #add(
    actor: ComplainantActor,
    { mail, files }: { readonly mail: IncomingMail; readonly files: readonly string[] },
  ): Promise<Outcome> {
    return this.#matters.addMaterial(actor, {
      ...{ text: withoutQuotation(mail.text), files, via: 'EMAIL' },
      idempotencyKey: mail.key,
    });
  }

  #register(
    { office }: PublicOffice,
    { mail, files }: { readonly mail: IncomingMail; readonly files: readonly string[] },
  ): Promise<Outcome> {
    const { key, subject, text, from } = mail;
    const classification = classificationOf(office.sector, undefined);
    return registerNewcomer(this.#casework, {
      ...{ tenantId: office.tenantId, key, files },
      callOf: (complaintId) => ({
        ...{ complaintId, idempotencyKey: key, asked: { mail: key } },
        complainant: { name: from.name, email: from.address },
        command: {
          ...{ type: 'REGISTER', kind: 'COMPLAINT', channel: 'EMAIL', source: { level: 'DIRECT' } },
          ...{ disclosure: 'NAMED', groupSize: 1, demands: [], respondent: {}, details: {} },
          ...(subject ? { title: subject.slice(0, LONGEST_SUBJECT) } : {}),
          content: text || subject || SEE_FILES,
          receivedAt: new Date().toISOString(),
          ...(classification ? { classification } : {}),
        },
      }),
    });
  }
}

/** A title longer than a line is none. */
const LONGEST_SUBJECT = 120;
const SEE_FILES = '见附件 / see the files';

const refused = (why: string): Taken => ({ what: 'REFUSED', why });
const wordsOf = (refusals: readonly Refusal[]): string => refusals.map(({ message }) => message.en).join(' ');
