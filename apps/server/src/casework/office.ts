import {
  type CalendarYear,
  chinaCalendar,
  type DeadlineRule,
  type OfficeSettings,
  rulesFor,
  type Sector,
  sectorOf,
  type TenantActor,
  type WorkingCalendar,
} from '@huiyin/domain';
import type { Database } from '../tenancy/database.ts';

/** What an organisation's complaints office works by: its sector, its settings, its calendar and its rules. */
export interface Office {
  readonly tenantId: string;
  readonly name: string;
  readonly nameEn: string;
  readonly region: string;
  readonly sector: Sector;
  readonly settings: OfficeSettings;
  readonly calendar: WorkingCalendar;
  readonly rules: readonly DeadlineRule[];
}

/** What stands in `organization.settings`; anything absent is the sector's default. */
export interface StoredSettings extends Partial<OfficeSettings> {
  /** Calendar years that an administrator has loaded. */
  readonly calendarYears?: readonly CalendarYear[];
  readonly closeOfBusiness?: string;
  readonly weekendMovesLastDay?: boolean;
}

interface OrganizationRow {
  readonly tenant_id: string;
  readonly name: string;
  readonly name_en: string | null;
  readonly sector: string;
  readonly region: string;
  readonly settings: StoredSettings;
}

/** How long a change of settings made by another process may go unnoticed. */
const FRESH_MS = 5_000;

/** The offices of this process, each kept for a few seconds: every command needs one and they seldom change. */
export class Offices {
  readonly #database: Database;
  readonly #known = new Map<string, { readonly office: Office; readonly until: number }>();

  constructor(database: Database) {
    this.#database = database;
  }

  /** The office of the actor's organisation. @throws when the organisation does not exist. */
  async of(actor: TenantActor): Promise<Office> {
    const known = this.#known.get(actor.tenantId);
    if (known && known.until > Date.now()) return known.office;
    const [row] = await this.#database.readInTenant<OrganizationRow>(actor, {
      name: 'office.load',
      text: 'select tenant_id, name, name_en, sector, region, settings from organization',
      values: [],
    });
    if (!row) throw new Error(`There is no organisation ${actor.tenantId}.`);
    const office = officeFrom(row);
    this.#known.set(actor.tenantId, { office, until: Date.now() + FRESH_MS });
    return office;
  }

  /** Forgets what is known, after a change made here. */
  forget(tenantId: string): void {
    this.#known.delete(tenantId);
  }
}

function officeFrom(row: OrganizationRow): Office {
  const sector = sectorOf(row.sector);
  const { calendarYears, closeOfBusiness, weekendMovesLastDay, ...own } = row.settings;
  const settings: OfficeSettings = { ...sector.defaults, ownRules: [], ...own };
  return {
    tenantId: row.tenant_id,
    name: row.name,
    nameEn: row.name_en ?? row.name,
    region: row.region,
    sector,
    settings,
    calendar: chinaCalendar({
      ...(calendarYears ? { extraYears: calendarYears } : {}),
      ...(closeOfBusiness ? { closeOfBusiness } : {}),
      ...(weekendMovesLastDay === undefined ? {} : { weekendMovesLastDay }),
    }),
    rules: rulesFor(sector, settings.ownRules),
  };
}
