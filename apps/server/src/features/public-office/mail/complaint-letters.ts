import type { SystemActor } from '@huiyin/domain';
import type { Post } from '../../../identity/mailer.ts';
import type { OutboxSubscriber } from '../../../outbox/relay.ts';
import type { Database } from '../../../tenancy/database.ts';
import { toldOf } from '../present-matter.ts';
import type { PublicMatters } from '../public-matters.ts';
import type { PublicOffices } from '../public-offices.ts';
import { complaintLetter } from './letter.ts';
import { type DueLetter, markFailed, markSent, noteLetters, takeDueLetter } from './letters.repository.ts';

/** Events that complainants are written of: what is decided, asked and answered. */
const WRITTEN_OF: ReadonlySet<string> = new Set([
  ...['REGISTERED', 'ACCEPTED', 'DECISION_NOTIFIED', 'PROMISED', 'WAITING_STARTED', 'ANSWERED'],
  ...['TRANSFER_ANSWERED', 'MEDIATION_OFFERED', 'CLOSED'],
]);
/** Minutes until a letter that nobody took is tried again: for three days, after that it is given up. */
const AGAIN_AFTER = [1, 5, 30, 120, 300, 600, 840, 1_200, 1_440] as const;
/** Letters of one organisation before the others have their turn. */
const MOST_AT_ONCE = 50;

/** Notes the letters that changes bring about, in the transaction that takes the changes out of the outbox. */
export const noteComplaintLetters: OutboxSubscriber = async (tx, messages) => {
  const events = messages.flatMap(({ complaint_id: complaintId, payload }) => {
    const { version, events: types } = payload as { version?: number; events?: readonly string[] };
    if (!complaintId || version === undefined || !types) return [];
    // The last event of a change is its complaint's version.
    return types.flatMap((type, index) =>
      WRITTEN_OF.has(type) ? [{ complaintId, seq: version - types.length + 1 + index }] : [],
    );
  });
  if (events.length > 0) await noteLetters(tx, events);
};

/** Writes to complainants by e-mail what they would find on the public page. */
export class ComplaintLetters {
  readonly #database: Database;
  readonly #offices: PublicOffices;
  readonly #matters: PublicMatters;
  readonly #post: Post;

  constructor(options: {
    readonly database: Database;
    readonly offices: PublicOffices;
    readonly matters: PublicMatters;
    readonly post: Post;
  }) {
    this.#database = options.database;
    this.#offices = options.offices;
    this.#matters = options.matters;
    this.#post = options.post;
  }

  /** Sends the letters of an organisation that are due; how many were tried. */
  async send(actor: SystemActor): Promise<number> {
    for (let tried = 0; tried < MOST_AT_ONCE; tried += 1) {
      if (!(await this.#sendOne(actor))) return tried;
    }
    return MOST_AT_ONCE;
  }

  /** One transaction a letter: what was sent is written down before the next one goes. */
  async #sendOne(actor: SystemActor): Promise<boolean> {
    const due = await this.#database.inTenant(actor, takeDueLetter);
    if (!due) return false;
    const letter = await this.#letterFor(actor, due);
    return this.#database.inTenant(actor, async (tx) => {
      // Taken by another server since: the same letter is not sent twice.
      const held = await takeDueLetter(tx);
      if (held?.complaint_id !== due.complaint_id || held.seq !== due.seq) return held !== undefined;
      if (!letter) {
        await markFailed(tx, due, undefined);
        return true;
      }
      const taken = await this.#post.mailer.send(letter).then(
        () => true,
        () => false,
      );
      if (taken) await markSent(tx, due);
      else await markFailed(tx, due, AGAIN_AFTER[due.tries]);
      return true;
    });
  }

  /** `undefined` when there is nobody to write to, or nothing to say. */
  async #letterFor(actor: SystemActor, { complaint_id, seq, email }: DueLetter) {
    if (!email) return undefined;
    const { tenantId } = actor;
    const matter = await this.#matters.read({ kind: 'complainant', tenantId, complaintId: complaint_id });
    const event = matter?.events.find((each) => each.seq === seq);
    const told = matter && event && toldOf(event, matter);
    if (!matter || !told) return undefined;
    const { name, nameEn, publicPage } = matter.office;
    const slug = await this.#offices.slugOf(tenantId);
    return complaintLetter({
      ...{ to: email, state: matter.state, told },
      office: { name, nameEn, takesMail: publicPage.takesMail === true },
      page: `${this.#post.publicUrl}/o/${slug}/track`,
    });
  }
}
