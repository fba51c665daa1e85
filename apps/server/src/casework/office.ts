import {
  type CalendarYear,
  chinaCalendar,
  type DeadlineRule,
  type OfficeSettings,
  type Role,
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
  readonly directory: Directory;
}

/** Who and what the organisation consists of, for showing names beside ids. */
export interface Directory {
  readonly members: ReadonlyMap<string, DirectoryMember>;
  readonly departments: ReadonlyMap<string, DirectoryDepartment>;
}

export interface DirectoryMember {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly departmentId: string | null;
  readonly active: boolean;
}

export interface DirectoryDepartment {
  readonly id: string;
  readonly name: string;
  readonly nameEn: string | null;
  readonly kind: string | null;
  readonly active: boolean;
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
    const [organizations, members, departments] = await this.#database.readAllInTenant(actor, [
      {
        name: 'office.organization',
        text: 'select tenant_id, name, name_en, sector, region, settings from organization',
        values: [],
      },
      {
        name: 'office.members',
        text: 'select id, name, role, department_id as "departmentId", active from member',
        values: [],
      },
      {
        name: 'office.departments',
        text: 'select id, name, name_en as "nameEn", kind, active from department',
        values: [],
      },
    ]);
    const [row] = (organizations ?? []) as OrganizationRow[];
    if (!row) throw new Error(`There is no organisation ${actor.tenantId}.`);
    const office = officeFrom(row, {
      members: byId((members ?? []) as DirectoryMember[]),
      departments: byId((departments ?? []) as DirectoryDepartment[]),
    });
    this.#known.set(actor.tenantId, { office, until: Date.now() + FRESH_MS });
    return office;
  }

  /** Forgets what is known, after a change made here. */
  forget(tenantId: string): void {
    this.#known.delete(tenantId);
  }
}

function byId<Item extends { readonly id: string }>(items: readonly Item[]): ReadonlyMap<string, Item> {
  return new Map(items.map((item) => [item.id, item]));
}

function officeFrom(row: OrganizationRow, directory: Directory): Office {
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
    directory,
  };
}
