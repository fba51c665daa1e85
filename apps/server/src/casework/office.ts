import {
  type CalendarYear,
  chinaCalendar,
  type DeadlineRule,
  type OfficeSettings,
  type OwnCategory,
  type Retention,
  type Role,
  rulesFor,
  type Sector,
  sectorOf,
  type TenantActor,
  type WorkingCalendar,
  withOwnCategories,
} from '@huiyin/domain';
import type { Localized } from '@huiyin/shared';
import type { Database } from '../tenancy/database.ts';

/** What an organisation's complaints office works by: its sector, its settings, its calendar and its rules. */
export interface Office {
  readonly tenantId: string;
  readonly name: string;
  readonly nameEn: string;
  readonly region: string;
  /** With the organisation's own wording and order of its categories. */
  readonly sector: Sector;
  /** What it has made of its sector's categories. */
  readonly ownCategories: readonly OwnCategory[];
  /** How long it keeps what identifies people; what is absent is kept for ever. */
  readonly retention: Retention;
  readonly settings: OfficeSettings;
  readonly calendar: WorkingCalendar;
  readonly rules: readonly DeadlineRule[];
  /** Calendar years that an administrator has loaded, as they were given. */
  readonly calendarYears: readonly CalendarYear[];
  readonly directory: Directory;
  /** What it says of itself to the public, where that is not its sector's. */
  readonly publicPage: StoredPublicPage;
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
  readonly parentId: string | null;
  readonly active: boolean;
}

/** The public page as the organisation has worded it; what is absent is its sector's. */
export interface StoredPublicPage {
  readonly phone?: string;
  readonly hours?: Localized;
  readonly address?: Localized;
  readonly introduction?: Localized;
  readonly handles?: readonly Localized[];
  readonly elsewhere?: readonly Localized[];
  readonly procedure?: readonly Localized[];
  readonly duties?: readonly Localized[];
  readonly commitments?: readonly Localized[];
  /** Further legal bases, beside those of its time limits. */
  readonly legalBases?: readonly Localized[];
  /** Whether the complainant is told who handles their complaint. */
  readonly showsStaffNames?: boolean;
  /** Whether complaints can be sent over the page; absent: yes. */
  readonly takesComplaints?: boolean;
  /** Whether apps can send and follow complaints by Open311; absent: no. */
  readonly offersOpen311?: boolean;
  /** Whether letters by e-mail become complaints; absent: no. */
  readonly takesMail?: boolean;
  /** Whether complainants are told by e-mail what happens; absent: no. */
  readonly writesLetters?: boolean;
}

/** What stands in `organization.settings`; anything absent is the sector's default. */
export interface StoredSettings extends Partial<OfficeSettings> {
  /** Calendar years that an administrator has loaded. */
  readonly calendarYears?: readonly CalendarYear[];
  /** `HH:mm`, as all times of day. */
  readonly openOfBusiness?: string;
  readonly closeOfBusiness?: string;
  readonly weekendMovesLastDay?: boolean;
  readonly publicPage?: StoredPublicPage;
  readonly categories?: readonly OwnCategory[];
  readonly retention?: Retention;
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
        text: 'select id, name, name_en as "nameEn", kind, parent_id as "parentId", active from department',
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
  const {
    calendarYears,
    openOfBusiness,
    closeOfBusiness,
    weekendMovesLastDay,
    publicPage = {},
    categories: ownCategories = [],
    retention = {},
    ...own
  } = row.settings;
  const sector = withOwnCategories(sectorOf(row.sector), ownCategories);
  const settings: OfficeSettings = { ...sector.defaults, ownRules: [], ruleCorrections: [], ...own };
  return {
    tenantId: row.tenant_id,
    name: row.name,
    nameEn: row.name_en ?? row.name,
    region: row.region,
    sector,
    ownCategories,
    retention,
    settings,
    calendar: chinaCalendar({
      ...(calendarYears ? { extraYears: calendarYears } : {}),
      ...(openOfBusiness ? { openOfBusiness } : {}),
      ...(closeOfBusiness ? { closeOfBusiness } : {}),
      ...(weekendMovesLastDay === undefined ? {} : { weekendMovesLastDay }),
    }),
    rules: rulesFor(sector, settings),
    calendarYears: calendarYears ?? [],
    directory,
    publicPage,
  };
}
