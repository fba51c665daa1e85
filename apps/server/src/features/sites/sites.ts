import {
  CHANGED_MEANWHILE,
  canInOffice,
  depthOfLevel,
  type LocalDate,
  localDateOf,
  namesOfSite,
  pathOfSite,
  problemWithText,
  type Refusal,
  type Site,
  type SiteTree,
  siteCalled,
  sitesBelow,
  type TenantActor,
} from '@huiyin/domain';
import { v7 as uuidv7 } from 'uuid';
import type { Offices } from '../../casework/office.ts';
import { recordOfficeEvent } from '../../casework/office-events.ts';
import { type Answered, type Keyed, once } from '../../casework/once.ts';
import type { Versioned } from '../../casework/versions.ts';
import type { FileStore } from '../../files/file-store.ts';
import type { Database } from '../../tenancy/database.ts';
import type { TenantTransaction } from '../../tenancy/tenant-transaction.ts';
import * as refusal from './refusals.ts';
import {
  addSite,
  allSites,
  complaintsAt,
  lockSites,
  moveOn,
  removeNumber,
  removeSite,
  renameSite,
  type SiteRow,
  setNumber,
} from './site.repository.ts';
import { readSiteSheet, type SheetSite } from './site-sheet.ts';

/** A number from a day on; `null` takes away the one that was entered for that day. */
export interface NumberChange {
  readonly code: string;
  readonly value: number | null;
}

export interface SiteChange extends Versioned {
  /** Absent: a new one. */
  readonly id?: string | undefined;
  /** Of which a new one is a part; absent: of none. */
  readonly parentId?: string | undefined;
  readonly name?: string | null | undefined;
  readonly numbers?: readonly NumberChange[] | null | undefined;
  /** From which day on they hold; absent: today. */
  readonly holdsFrom?: LocalDate | null | undefined;
}

/** What a spreadsheet brought: how many sites are new, and how many numbers of known ones. */
export interface Taken {
  readonly added: number;
  readonly numbers: number;
}

/** The tree of sites that an organisation keeps. */
export class Sites {
  readonly #database: Database;
  readonly #offices: Offices;
  readonly #files: FileStore;

  constructor(options: {
    readonly database: Database;
    readonly offices: Offices;
    readonly files: FileStore;
  }) {
    this.#database = options.database;
    this.#offices = options.offices;
    this.#files = options.files;
  }

  /** All sites, by name; none for those who may not read what the organisation consists of. */
  async all(actor: TenantActor): Promise<readonly SiteRow[]> {
    return canInOffice(actor, 'readSites') ? allSites(this.#database, actor) : [];
  }

  /** Adds a site, or changes one: its name, its numbers from a day on. Its id. */
  save(actor: TenantActor, { key, ...change }: Keyed & SiteChange): Promise<Answered<string>> {
    return this.#carryOut(actor, { key, asked: ['siteSave', change] }, async (tx, tree, sites) => {
      const placed = siteOf(change, { tree, sites });
      if ('code' in placed) return refused(placed);
      const known = change.id === undefined ? undefined : placed;
      const name = change.name?.trim() ?? known?.name ?? '';
      const problems = [...nameProblems({ ...placed, name }, sites), ...numberProblems(change, tree)];
      if (problems.length > 0) return refused(...problems);
      if (!known) await addSite(tx, { ...placed, name });
      else if (known.name !== name) await renameSite(tx, renamed(known, name));
      const holdsFrom = change.holdsFrom ?? localDateOf(new Date().toISOString());
      const numbers = change.numbers ?? [];
      for (const each of numbers) await keepNumber(tx, placed.id, { ...each, holdsFrom });
      if (known) await moveOn(tx, [known.id]);
      await recordOfficeEvent(tx, {
        ...{
          actor,
          kind: known ? 'SITE_CHANGED' : 'SITE_ADDED',
          subject: pathWords(sites, known ?? { ...placed, name }),
        },
        before: { name: known?.name },
        after: {
          name,
          ...(numbers.length > 0
            ? { numbers: numbers.map((each) => numberWords(each, { tree, holdsFrom })) }
            : {}),
        },
      });
      return { ok: true, answer: placed.id };
    });
  }

  /** Takes away a site that no complaint names and that has no parts. */
  remove(actor: TenantActor, { key, id }: Keyed & { readonly id: string }): Promise<Answered<null>> {
    return this.#carryOut(actor, { key, asked: ['siteRemove', id] }, async (tx, tree, sites) => {
      const site = sites.find((each) => each.id === id);
      if (!site) return refused(refusal.NO_SUCH_SITE);
      if (sitesBelow(sites, id).length > 0) return refused(refusal.HAS_PARTS);
      const path = pathOfSite(sites, site).map((each, depth) => ({
        field: tree.levels[depth]?.field ?? '',
        names: namesOfSite(each),
      }));
      const named = await complaintsAt(tx, path);
      if (named > 0) return refused(refusal.hasComplaints(named));
      await removeSite(tx, id);
      await recordOfficeEvent(tx, { actor, kind: 'SITE_REMOVED', subject: pathWords(sites, site) });
      return { ok: true, answer: null };
    });
  }

  /** Takes in a spreadsheet, a site a line; all of it or, where a line cannot be read, nothing. */
  async import(
    actor: TenantActor,
    {
      key,
      file,
      holdsFrom,
    }: Keyed & { readonly file: string; readonly holdsFrom?: LocalDate | null | undefined },
  ): Promise<Answered<Taken>> {
    if (!canInOffice(actor, 'manageOrganization')) return refused(refusal.FORBIDDEN);
    const { sector } = await this.#offices.of(actor);
    if (!sector.sites) return refused(refusal.NO_TREE);
    const read = await readSiteSheet({ actor, files: this.#files, sha256: file, tree: sector.sites });
    if ('refusals' in read) return { ok: false, refusals: read.refusals };
    return this.takeIn(actor, { key, name: read.name, rows: read.sites, holdsFrom });
  }

  /** Takes in what a list says: sites that are not known yet, and numbers from a day on. */
  takeIn(
    actor: TenantActor,
    {
      key,
      name,
      rows,
      holdsFrom,
    }: Keyed & {
      readonly name: string;
      readonly rows: readonly SheetSite[];
      readonly holdsFrom?: LocalDate | null | undefined;
    },
  ): Promise<Answered<Taken>> {
    const day = holdsFrom ?? localDateOf(new Date().toISOString());
    return this.#carryOut(
      actor,
      { key, asked: ['sitesImport', rows, holdsFrom] },
      async (tx, tree, sites) => {
        const taken = await takeRows(tx, { rows, tree, sites, day });
        if (!taken) return refused(refusal.TOO_MANY);
        const { added, numbers } = taken;
        await recordOfficeEvent(tx, {
          ...{ actor, kind: 'SITES_IMPORTED', subject: name, after: { added, numbers } },
        });
        return { ok: true, answer: taken };
      },
    );
  }

  async #carryOut<Answer>(
    actor: TenantActor,
    call: Keyed & { readonly asked: unknown },
    work: (tx: TenantTransaction, tree: SiteTree, sites: readonly SiteRow[]) => Promise<Answered<Answer>>,
  ): Promise<Answered<Answer>> {
    if (!canInOffice(actor, 'manageOrganization')) return refused(refusal.FORBIDDEN);
    const { sites: tree } = (await this.#offices.of(actor)).sector;
    return this.#database.inTenant(actor, (tx) =>
      once(tx, { actor, ...call }, async () =>
        tree ? work(tx, tree, await lockSites(tx)) : refused(refusal.NO_TREE),
      ),
    );
  }
}

function refused(...refusals: readonly Refusal[]): {
  readonly ok: false;
  readonly refusals: readonly Refusal[];
} {
  return { ok: false, refusals };
}

/** The site that changes, or the new one; or why it cannot be. */
function siteOf(
  change: SiteChange,
  { tree, sites }: { readonly tree: SiteTree; readonly sites: readonly SiteRow[] },
): Site | Refusal {
  if (change.id === undefined) return newSite(change, { tree, sites });
  const known = sites.find(({ id }) => id === change.id);
  if (!known) return refusal.NO_SUCH_SITE;
  return (change.version ?? known.version) === known.version ? known : CHANGED_MEANWHILE;
}

/** A new site where it is to stand, or why it cannot. */
function newSite(
  { parentId = null }: { readonly parentId?: string | null | undefined },
  { tree, sites }: { readonly tree: SiteTree; readonly sites: readonly Site[] },
): Site | Refusal {
  const parent = sites.find(({ id }) => id === parentId);
  if (parentId !== null && !parent) return refusal.NO_SUCH_PARENT;
  const level = tree.levels[parent ? depthOfLevel(tree, parent.level) + 1 : 0];
  if (!level) return refusal.LOWEST;
  if (sites.length >= refusal.MOST_SITES) return refusal.TOO_MANY;
  return { id: uuidv7(), parentId, level: level.code, name: '', formerNames: [], numbers: [] };
}

function nameProblems({ id, parentId, name }: Site, sites: readonly Site[]): Refusal[] {
  if (name === '') return [refusal.NAME_REQUIRED];
  const message = problemWithText(name, refusal.LONGEST_SITE_NAME);
  if (message) return [{ code: 'INVALID', field: 'name', message }];
  const same = sitesBelow(sites, parentId).some((each) => each.id !== id && each.name === name);
  return same ? [refusal.NAMED_ALREADY] : [];
}

function numberProblems({ numbers }: SiteChange, tree: SiteTree): Refusal[] {
  return (numbers ?? []).flatMap(({ code, value }) => {
    const number = tree.numbers.find(({ denominator }) => denominator === code);
    if (!number) return [refusal.NO_SUCH_NUMBER];
    return value === null || (value > 0 && value <= Number.MAX_SAFE_INTEGER)
      ? []
      : [refusal.notPositive(number)];
  });
}

/** A site under another name, known by the former one for ever. */
function renamed(site: Site, name: string): Site {
  const formerNames = [...site.formerNames.filter((each) => each !== name), site.name];
  return { ...site, name, formerNames };
}

async function keepNumber(
  tx: TenantTransaction,
  siteId: string,
  { code, value, holdsFrom }: NumberChange & { readonly holdsFrom: LocalDate },
): Promise<void> {
  if (value === null) await removeNumber(tx, siteId, { code, holdsFrom });
  else await setNumber(tx, siteId, { code, value, holdsFrom });
}

/** `户数 1200（2026-07-01 起）`, for the record. */
function numberWords(
  { code, value }: NumberChange,
  { tree, holdsFrom }: { readonly tree: SiteTree; readonly holdsFrom: LocalDate },
): string {
  const label = tree.numbers.find(({ denominator }) => denominator === code)?.label.zh ?? code;
  return `${label} ${value ?? '—'}（${holdsFrom} 起）`;
}

function pathWords(sites: readonly Site[], site: Site): string {
  return pathOfSite(sites, site)
    .map(({ name }) => name)
    .join(' / ');
}

/** Adds what a sheet names and the tree lacks; `undefined` where that would be too much for it. */
async function takeRows(
  tx: TenantTransaction,
  options: {
    readonly rows: readonly SheetSite[];
    readonly tree: SiteTree;
    readonly sites: readonly Site[];
    readonly day: LocalDate;
  },
): Promise<Taken | undefined> {
  const { rows, tree, day } = options;
  const sites = [...options.sites];
  let numbers = 0;
  const touched = new Set<string>();
  for (const row of rows) {
    let at: Site | undefined;
    for (const name of row.path) {
      const parentId: string | null = at?.id ?? null;
      let here = siteCalled(sites, { parentId, name });
      if (!here) {
        const made = newSite({ parentId }, { tree, sites });
        if ('code' in made) return undefined;
        here = { ...made, name };
        await addSite(tx, here);
        sites.push(here);
      }
      at = here;
    }
    for (const { code, value } of at ? row.numbers : []) {
      await setNumber(tx, at?.id ?? '', { code, value, holdsFrom: day });
      numbers += 1;
    }
    if (at && row.numbers.length > 0) touched.add(at.id);
  }
  await moveOn(tx, [...touched]);
  return { added: sites.length - options.sites.length, numbers };
}
