import {
  addDays,
  localDateOf,
  REMINDERS,
  type Reminder,
  reminderDue,
  type SystemActor,
} from '@huiyin/domain';
import type { Office, Offices } from '../../casework/office.ts';
import type { Post } from '../../identity/mailer.ts';
import type { Database } from '../../tenancy/database.ts';
import { markTold, type Staff, staffWithAddresses } from './reminder.repository.ts';
import { type Certificate, reminderLetter } from './reminder-letter.ts';
import { type CertificateRow, certificatesStatement } from './training.repository.ts';

/** Last days are days: to look once an hour is enough. */
const EVERY_MS = 3_600_000;

/** Tells those who hold a certificate, and those who lead them, before it ends: once at each of the days set. */
export class CertificateReminders {
  readonly #database: Database;
  readonly #offices: Offices;
  readonly #post: Pick<Post, 'mailer'>;
  readonly #looked = new Map<string, number>();

  constructor(options: {
    readonly database: Database;
    readonly offices: Offices;
    readonly post: Pick<Post, 'mailer'>;
  }) {
    this.#database = options.database;
    this.#offices = options.offices;
    this.#post = options.post;
  }

  /** Looks at an organisation, unless it was looked at within the hour. */
  async lookNowAndThen(actor: SystemActor): Promise<void> {
    const { tenantId } = actor;
    if (Date.now() - (this.#looked.get(tenantId) ?? 0) < EVERY_MS) return;
    await this.remind(actor);
    this.#looked.set(tenantId, Date.now());
  }

  /** Writes the letters that are due today; how many certificates they are about. */
  async remind(actor: SystemActor): Promise<number> {
    const office = await this.#offices.of(actor);
    const today = localDateOf(new Date().toISOString(), office.calendar.timeZone);
    const span = { from: today, to: addDays(today, Math.max(...REMINDERS)) };
    return this.#database.inTenant(actor, async (tx) => {
      const rows = await tx.query<CertificateRow & Record<string, unknown>>(certificatesStatement(span));
      const due = rows.flatMap((row): (CertificateRow & { readonly days: Reminder })[] => {
        const days = reminderDue(row.expiresOn, today);
        return days === undefined ? [] : [{ ...row, days }];
      });
      const told = await markTold(tx, due);
      if (told.length === 0) return 0;
      const staff = await staffWithAddresses(tx);
      // Within the transaction: what could not be sent is not written down as told.
      for (const [address, certificates] of lettersTo(told, staff))
        await this.#send(address, certificates, office);
      return told.length;
    });
  }

  #send(address: string, certificates: readonly Certificate[], office: Office): Promise<void> {
    return this.#post.mailer.send(reminderLetter({ to: address, certificates, office }));
  }
}

/** What each address is told of: the holder's own, and those of the people whom one leads. */
function lettersTo(
  told: readonly CertificateRow[],
  staff: readonly Staff[],
): ReadonlyMap<string, readonly Certificate[]> {
  const letters = new Map<string, Certificate[]>();
  for (const certificate of told) {
    const holder = staff.find(({ id }) => id === certificate.memberId);
    const leads = leadersOf(holder, staff);
    for (const address of new Set([holder, ...leads].flatMap((each) => (each ? [each.email] : [])))) {
      letters.set(address, [...(letters.get(address) ?? []), certificate]);
    }
  }
  return letters;
}

/** The leads of the holder's department; without any, the supervisors. */
function leadersOf(holder: Staff | undefined, staff: readonly Staff[]): readonly Staff[] {
  const leads = staff.filter(
    ({ role, departmentId }) =>
      role === 'DEPARTMENT_LEAD' && departmentId !== null && departmentId === holder?.departmentId,
  );
  return leads.length > 0 ? leads : staff.filter(({ role }) => role === 'SUPERVISOR');
}
