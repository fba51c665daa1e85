import {
  type FigureQuery,
  type LocalDate,
  namesOfSite,
  pathOfSite,
  type Sector,
  type Site,
  sitesBelow,
  type TenantActor,
  type VisitTarget,
  visitSpotOf,
  type Where,
} from '@huiyin/domain';
import { inLocale, type Locale } from '@huiyin/shared';
import { casesFilterOf } from '../../casework/figure-sql.ts';
import type { Office, Offices } from '../../casework/office.ts';
import { SITES_SQL } from '../../casework/site-sql.ts';
import type { Database } from '../../tenancy/database.ts';
import type { VisitRow } from './visit.repository.ts';
import { respondentsCalled } from './visit-subject.repository.ts';

/** Complaints of any time are of interest to whoever goes there. */
const FIRST_DAY = '2000-01-01';

export const SITES_STATEMENT = { name: 'visit.sites', text: SITES_SQL, values: [] };

/** What a visit is to, as the organisation keeps it now. */
export interface Subject {
  readonly id: string;
  readonly name: string;
  /** The filter of lists that gives its complaints. */
  readonly cases: string;
}

/** Whom or what to visit, from a figure. */
export interface Proposed {
  readonly target: VisitTarget;
  readonly name: string;
  /** Where the organisation keeps it. */
  readonly subject: Subject | null;
}

/** What the subject of a visit is called now, and which complaints are its own. */
export function subjectOf(
  { target, subjectId, subjectName, subjectNames }: VisitRow,
  office: {
    readonly sector: Sector;
    readonly sites: readonly Site[];
    readonly today: LocalDate;
    readonly locale: Locale;
    readonly departments: Office['directory']['departments'];
  },
): Subject | null {
  if (subjectId === null) return null;
  const { sector, sites, today, departments } = office;
  const known = (name: string, where: Where): Subject => ({
    ...{ id: subjectId, name },
    cases: casesFilterOf({ measure: 'RECEIVED', where, from: FIRST_DAY, to: today }),
  });
  if (target === 'RESPONDENT') return known(subjectName ?? '', { respondent: subjectNames });
  if (target === 'DEPARTMENT') {
    const department = departments.get(subjectId);
    const name = (office.locale === 'en' && department?.nameEn) || (department?.name ?? '');
    return known(name, { department: [subjectId] });
  }
  const site = sites.find(({ id }) => id === subjectId);
  if (!site) return null;
  const path = pathOfSite(sites, site);
  const levels = sector.sites?.levels ?? [];
  const where = path.map((each, depth) => [`details.${levels[depth]?.field}`, namesOfSite(each)] as const);
  return known(path.map(({ name }) => name).join(' / '), Object.fromEntries(where));
}

/** What the hot spots of a report propose to visit. */
export class VisitSubjects {
  readonly #database: Database;
  readonly #offices: Offices;

  constructor(options: { readonly database: Database; readonly offices: Offices }) {
    this.#database = options.database;
    this.#offices = options.offices;
  }

  /** Undefined where the figure speaks of no place or party. */
  async proposedBy(
    actor: TenantActor,
    { query, locale }: { readonly query: FigureQuery; readonly locale: Locale },
  ): Promise<Proposed | undefined> {
    const { sector, directory } = await this.#offices.of(actor);
    const spot = visitSpotOf(query, sector);
    if (!spot) return undefined;
    const { target, value, label, dimension } = spot;
    const said = inLocale(label, locale);
    const cases = casesFilterOf({ ...query, where: { [dimension]: [value] } });
    const proposed = (id: string | undefined, name = said): Proposed => ({
      ...{ target, name, subject: id === undefined ? null : { id, name, cases } },
    });
    if (target === 'DEPARTMENT') {
      const department = directory.departments.get(value);
      return proposed(department?.active ? value : undefined, department?.name ?? value);
    }
    if (target === 'RESPONDENT') {
      const found = await this.#database.readInTenant<{ id: string }>(actor, respondentsCalled(value));
      return proposed(onlyOne(found)?.id);
    }
    const [level] = sector.sites?.levels ?? [];
    if (!level || dimension !== `details.${level.field}`) return proposed(undefined);
    const sites = (await this.#database.readInTenant(actor, SITES_STATEMENT)) as unknown as Site[];
    const called = sitesBelow(sites, null).filter((site) => namesOfSite(site).includes(value));
    return proposed(onlyOne(called)?.id);
  }
}

/** Where several are called so, it is not known which is meant. */
function onlyOne<Item>(items: readonly Item[]): Item | undefined {
  return items.length === 1 ? items[0] : undefined;
}
