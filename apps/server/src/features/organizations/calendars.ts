import {
  type CalendarYear,
  canInOffice,
  OPEN_STATUSES,
  type Refusal,
  type Status,
  type SystemActor,
  type TenantActor,
} from '@huiyin/domain';
import type { Casework } from '../../casework/casework.ts';
import type { StoredSettings } from '../../casework/office.ts';
import { recordOfficeEvent } from '../../casework/office-events.ts';
import { once } from '../../casework/once.ts';
import { changeSettings } from '../../casework/settings.ts';
import type { Jobs } from '../../jobs/jobs.ts';
import type { Database } from '../../tenancy/database.ts';

const COMPLAINTS_AT_ONCE = 200;

export interface CalendarEffects {
  /** Open complaints of which the next due time falls into a year that is not published. */
  readonly provisional: number;
  /** When clocks were computed anew last, of how many complaints, and of how many due times changed. */
  readonly recomputed: { readonly at: Date; readonly complaints: number; readonly changed: number } | null;
}

/** Calendar years that an administrator loads once the State Council has published them. */
export class Calendars {
  readonly #database: Database;
  readonly #casework: Casework;
  readonly #jobs: Pick<Jobs, 'enqueue'>;

  constructor(options: {
    readonly database: Database;
    readonly casework: Casework;
    readonly jobs: Pick<Jobs, 'enqueue'>;
  }) {
    this.#database = options.database;
    this.#casework = options.casework;
    this.#jobs = options.jobs;
  }

  /** Keeps a year and has every open clock computed anew: a due time that was provisional is settled by it. */
  async load(actor: TenantActor, year: CalendarYear, key?: string | null): Promise<readonly Refusal[]> {
    if (!canInOffice(actor, 'manageOrganization')) return [FORBIDDEN];
    const inYear = (day: string): boolean => day.startsWith(`${year.year}-`);
    if (!Number.isInteger(year.year) || year.year < 1990 || year.year > 2199)
      return [{ ...WRONG_YEAR, field: 'year' }];
    if (year.holidays.length === 0) return [{ ...NO_HOLIDAYS, field: 'holidays' }];
    if (!year.holidays.every(inYear)) return [{ ...OTHER_YEAR, field: 'holidays' }];
    if (!year.makeUpDays.every(inYear)) return [{ ...OTHER_YEAR, field: 'makeUpDays' }];
    if (year.makeUpDays.some((day) => year.holidays.includes(day))) return [{ ...BOTH, field: 'makeUpDays' }];
    if (!year.makeUpDays.every(isWeekend)) return [{ ...NO_WEEKEND, field: 'makeUpDays' }];
    const reason = `载入 ${year.year} 年工作日历 / calendar ${year.year} loaded`;
    const done = await this.#database.inTenant(actor, (tx) =>
      once<null>(tx, { actor, key, asked: ['calendarLoad', year] }, async () => {
        await changeSettings<StoredSettings>(tx, ({ calendarYears = [] }) => ({
          calendarYears: [...calendarYears.filter((each) => each.year !== year.year), year],
        }));
        const { year: number, holidays, makeUpDays } = year;
        await recordOfficeEvent(tx, {
          ...{ actor, kind: 'CALENDAR_LOADED', subject: `${number}`, after: { holidays, makeUpDays } },
        });
        await this.#jobs.enqueue('clocks.recompute', { tenantId: actor.tenantId, reason }, tx);
        return { ok: true, answer: null };
      }),
    );
    if (!done.ok) return done.refusals;
    this.#casework.offices.forget(actor.tenantId);
    return [];
  }

  /** What the calendar means for the complaints that are open. */
  async effects(actor: TenantActor): Promise<CalendarEffects> {
    const [provisional, recomputed] = await this.#database.readAllInTenant(actor, [
      {
        name: 'calendar.provisional',
        text: 'select count(*)::int as count from complaint where due_provisional and status = any($1::text[])',
        values: [OWED],
      },
      {
        name: 'calendar.recomputed',
        text: `select at, (changes #>> '{complaints,after}')::int as complaints,
            (changes #>> '{changed,after}')::int as changed
          from office_event where kind = 'CLOCKS_RECOMPUTED' order by at desc, id desc limit 1`,
        values: [],
      },
    ]);
    const [{ count } = { count: 0 }] = (provisional ?? []) as { readonly count: number }[];
    const [last] = (recomputed ?? []) as NonNullable<CalendarEffects['recomputed']>[];
    return { provisional: count, recomputed: last ?? null };
  }

  /** Computes the clocks of every open complaint anew. Safe to repeat: what is right already stays. */
  async recompute({
    tenantId,
    reason,
  }: {
    readonly tenantId: string;
    readonly reason: string;
  }): Promise<number> {
    const actor: SystemActor = { kind: 'system', tenantId, task: '工作日历 / calendar' };
    // Another process may have loaded the year.
    this.#casework.offices.forget(tenantId);
    let complaints = 0;
    let changed = 0;
    for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
      const rows = await this.#database.readInTenant<{ id: string; version: number }>(actor, {
        name: 'calendar.open-complaints',
        text: `select id, version from complaint where status = any($1::text[]) and id > $2::uuid order by id limit $3`,
        values: [OWED, after, COMPLAINTS_AT_ONCE],
      });
      for (const { id, version } of rows) {
        const outcome = await this.#casework.execute(actor, {
          complaintId: id,
          command: { type: 'RECOMPUTE_CLOCKS', reason },
        });
        complaints += 1;
        if (outcome.ok && outcome.complaint.version > version) changed += 1;
        after = id;
      }
      if (rows.length < COMPLAINTS_AT_ONCE) break;
    }
    await this.#database.inTenant(actor, (tx) =>
      recordOfficeEvent(tx, { actor, kind: 'CLOCKS_RECOMPUTED', after: { complaints, changed } }),
    );
    return complaints;
  }
}

/** Those in which a clock may run: the open ones, and those of which the complainant is still to be told. */
const OWED: readonly Status[] = [...OPEN_STATUSES, 'DECLINED', 'TRANSFERRED'];

function isWeekend(day: string): boolean {
  return [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
}

const NO_WEEKEND: Refusal = {
  code: 'INVALID',
  message: { zh: '调休上班日应为周六或周日。', en: 'A make-up working day is a Saturday or Sunday.' },
};
const FORBIDDEN: Refusal = {
  code: 'FORBIDDEN',
  message: {
    zh: '只有单位管理员可以载入工作日历。',
    en: 'The calendar is loaded by the organisation’s administrator.',
  },
};
const WRONG_YEAR: Refusal = {
  code: 'INVALID',
  message: { zh: '年份应为 1990 到 2199。', en: 'The year is from 1990 to 2199.' },
};
const NO_HOLIDAYS: Refusal = {
  code: 'REQUIRED',
  message: { zh: '请填写放假日期。', en: 'Give the days off.' },
};
const OTHER_YEAR: Refusal = {
  code: 'INVALID',
  message: { zh: '日期不在该年内。', en: 'A day is not of that year.' },
};
const BOTH: Refusal = {
  code: 'INVALID',
  message: {
    zh: '同一天不能既放假又上班。',
    en: 'A day cannot be both a day off and a make-up working day.',
  },
};
