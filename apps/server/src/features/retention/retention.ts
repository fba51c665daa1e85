import {
  addDays,
  canInOffice,
  localDateOf,
  MOST_MONTHS,
  NOTICE_DAYS,
  RETENTION_RULES,
  type Refusal,
  type RetentionKind,
  type SystemActor,
  type TenantActor,
} from '@huiyin/domain';
import type { Casework } from '../../casework/casework.ts';
import type { Office, StoredSettings } from '../../casework/office.ts';
import { recordOfficeEvent } from '../../casework/office-events.ts';
import { type Answered, once } from '../../casework/once.ts';
import { changeSettings } from '../../casework/settings.ts';
import type { FileStore } from '../../files/file-store.ts';
import type { Database } from '../../tenancy/database.ts';
import { type Due, dueBy, eraseFiles, eraseSheet } from './retention.repository.ts';

/** So many of each kind are shown; the rest shows when these are gone. */
const MOST_SHOWN = 200;
/** So many of each kind go in one look of the timer. */
const MOST_ERASED = 50;
/** Days of keeping are counted in months: to look once an hour is enough. */
const EVERY_MS = 3_600_000;

/** How long an organisation keeps what identifies people, what goes next, and that it goes. */
export class Retentions {
  readonly #database: Database;
  readonly #casework: Casework;
  readonly #files: FileStore;
  readonly #looked = new Map<string, number>();

  constructor(options: {
    readonly database: Database;
    readonly casework: Casework;
    readonly files: FileStore;
  }) {
    this.#database = options.database;
    this.#casework = options.casework;
    this.#files = options.files;
  }

  /** The periods, and what goes within the days of notice. */
  async look(actor: TenantActor): Promise<{ readonly office: Office; readonly due: readonly Due[] }> {
    const office = await this.#casework.offices.of(actor);
    const day = addDays(todayIn(office), NOTICE_DAYS);
    return { office, due: await this.#dueBy(actor, { office, day, most: MOST_SHOWN }) };
  }

  /** Sets how many months something is kept; `null`: for ever, as from the beginning. */
  async set(
    actor: TenantActor,
    {
      kind,
      months,
      key,
    }: {
      readonly kind: RetentionKind;
      readonly months: number | null;
      readonly key: string | null | undefined;
    },
  ): Promise<Answered<null>> {
    if (!canInOffice(actor, 'manageOrganization')) return { ok: false, refusals: [FORBIDDEN] };
    const { leastMonths, label } = RETENTION_RULES[kind];
    if (months !== null && (!Number.isInteger(months) || months < leastMonths || months > MOST_MONTHS)) {
      return { ok: false, refusals: [outside(leastMonths)] };
    }
    const office = await this.#casework.offices.of(actor);
    const done = await this.#database.inTenant(actor, (tx) =>
      once<null>(tx, { actor, key, asked: ['retention', kind, months] }, async () => {
        const before = office.retention[kind]?.months ?? null;
        await changeSettings<StoredSettings>(tx, ({ retention = {} }) => {
          const { [kind]: _before, ...others } = retention;
          return {
            retention: months === null ? others : { ...others, [kind]: { months, since: todayIn(office) } },
          };
        });
        await recordOfficeEvent(tx, {
          ...{
            actor,
            kind: 'RETENTION_SET',
            subject: label.zh,
            before: { months: before },
            after: { months },
          },
        });
        return { ok: true, answer: null };
      }),
    );
    this.#casework.offices.forget(actor.tenantId);
    return done;
  }

  /** Looks at an organisation, unless it was looked at within the hour. */
  async lookNowAndThen(actor: SystemActor): Promise<void> {
    const { tenantId } = actor;
    if (Date.now() - (this.#looked.get(tenantId) ?? 0) < EVERY_MS) return;
    if ((await this.carryOut(actor)) === 0) this.#looked.set(tenantId, Date.now());
  }

  /** Erases what is due today; how much it was. What is held stays, and so does what cannot be taken out of a history. */
  async carryOut(actor: SystemActor): Promise<number> {
    const office = await this.#casework.offices.of(actor);
    if (Object.keys(office.retention).length === 0) return 0;
    const due = await this.#dueBy(actor, { office, day: todayIn(office), most: MOST_ERASED });
    let erased = 0;
    for (const each of due) if (await this.#erase(actor, each)) erased += 1;
    return erased;
  }

  #dueBy(
    actor: TenantActor,
    { office, ...asked }: { readonly office: Office; readonly day: string; readonly most: number },
  ): Promise<Due[]> {
    const { retention, calendar } = office;
    return dueBy(this.#database, actor, { ...asked, retention, timeZone: calendar.timeZone });
  }

  /** Bytes go before it is written down that they are gone: what ends in between is done again. */
  #erase(actor: SystemActor, { id, kind, evidence }: Due): Promise<boolean> {
    return this.#casework.inOneTransaction(actor, async (tx, office) => {
      const months = office.retention[kind]?.months;
      if (months === undefined) return false;
      if (kind === 'IMPORTS') {
        await this.#files.remove(actor, await eraseSheet(tx, id));
        return true;
      }
      const command = { type: 'ERASE_DATA', what: kind, months } as const;
      const outcome = await this.#casework.executeIn(tx, {
        actor,
        office,
        call: { complaintId: id, command },
      });
      if (!outcome.ok) return false;
      const files = evidence.flatMap((item) => (item.kind === 'FILE' ? [item.sha256] : []));
      await this.#files.remove(actor, await eraseFiles(tx, { files, of: id }));
      return true;
    });
  }
}

function todayIn({ calendar }: Office): string {
  return localDateOf(new Date().toISOString(), calendar.timeZone);
}

function outside(least: number): Refusal {
  return {
    code: 'INVALID',
    field: 'months',
    message: {
      zh: `应为 ${least} 到 ${MOST_MONTHS} 个月的整数；留空为长期保存。`,
      en: `Give whole months from ${least} to ${MOST_MONTHS}, or nothing to keep it for ever.`,
    },
  };
}

const FORBIDDEN: Refusal = {
  code: 'FORBIDDEN',
  message: { zh: '只有单位管理员可以设定留存期限。', en: 'Periods of keeping are set by administrators.' },
};
