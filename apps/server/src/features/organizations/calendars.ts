import {
  type CalendarYear,
  canInOffice,
  OPEN_STATUSES,
  type Refusal,
  type SystemActor,
  type TenantActor,
} from '@huiyin/domain';
import type { Casework } from '../../casework/casework.ts';
import type { Jobs } from '../../jobs/jobs.ts';
import type { Database } from '../../tenancy/database.ts';

const COMPLAINTS_AT_ONCE = 200;

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
  async load(actor: TenantActor, year: CalendarYear): Promise<readonly Refusal[]> {
    if (!canInOffice(actor, 'manageOrganization')) return [FORBIDDEN];
    const inYear = (day: string): boolean => day.startsWith(`${year.year}-`);
    if (!Number.isInteger(year.year) || year.year < 1990 || year.year > 2200)
      return [{ ...WRONG_YEAR, field: 'year' }];
    if (year.holidays.length === 0) return [{ ...NO_HOLIDAYS, field: 'holidays' }];
    if (!year.holidays.every(inYear)) return [{ ...OTHER_YEAR, field: 'holidays' }];
    if (!year.makeUpDays.every(inYear)) return [{ ...OTHER_YEAR, field: 'makeUpDays' }];
    if (year.makeUpDays.some((day) => year.holidays.includes(day))) return [{ ...BOTH, field: 'makeUpDays' }];
    await this.#database.inTenant(actor, (tx) =>
      tx.query({
        name: 'calendar.load',
        text: `update organization set settings = jsonb_set(settings, '{calendarYears}', (
            select coalesce(jsonb_agg(each), '[]') || jsonb_build_array($2::jsonb)
            from jsonb_array_elements(coalesce(settings -> 'calendarYears', '[]')) as each
            where each -> 'year' <> $2::jsonb -> 'year'))
          where tenant_id = $1`,
        values: [tx.tenantId, JSON.stringify(year)],
      }),
    );
    this.#casework.offices.forget(actor.tenantId);
    const reason = `载入 ${year.year} 年工作日历 / calendar ${year.year} loaded`;
    await this.#jobs.enqueue('clocks.recompute', { tenantId: actor.tenantId, reason });
    return [];
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
    let done = 0;
    for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
      const rows = await this.#database.readInTenant<{ id: string }>(actor, {
        name: 'calendar.open-complaints',
        text: `select id from complaint where status = any($1::text[]) and id > $2::uuid order by id limit $3`,
        values: [[...OPEN_STATUSES], after, COMPLAINTS_AT_ONCE],
      });
      for (const { id } of rows) {
        await this.#casework.execute(actor, {
          complaintId: id,
          command: { type: 'RECOMPUTE_CLOCKS', reason },
        });
        done += 1;
        after = id;
      }
      if (rows.length < COMPLAINTS_AT_ONCE) return done;
    }
  }
}

const FORBIDDEN: Refusal = {
  code: 'FORBIDDEN',
  message: {
    zh: '只有单位管理员可以载入工作日历。',
    en: 'The calendar is loaded by the organisation’s administrator.',
  },
};
const WRONG_YEAR: Refusal = {
  code: 'INVALID',
  message: { zh: '年份应为 1990 到 2200。', en: 'The year is from 1990 to 2200.' },
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
