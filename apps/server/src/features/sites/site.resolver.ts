import type { Refusal, Site } from '@huiyin/domain';
import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { Answered } from '../../casework/once.ts';
import { type RequestContext, tenantActor } from '../../graphql/actor-context.ts';
import { toGlobalId, uuidOf } from '../../graphql/global-id.ts';
import { userErrors } from '../../graphql/user-error.ts';
import { NO_SUCH_PARENT, NO_SUCH_SITE } from './refusals.ts';
import type { SiteRow } from './site.repository.ts';
import {
  SiteRemoveInput,
  SiteRemovePayload,
  SiteSaveInput,
  SiteSavePayload,
  SitesImportInput,
  SitesImportPayload,
  SiteType,
} from './site.type.ts';
import type { Sites } from './sites.ts';

/** The tree of sites. */
@Resolver()
export class SiteResolver {
  readonly #sites: Sites;

  constructor(sites: Sites) {
    this.#sites = sites;
  }

  @Query(() => [SiteType], {
    description:
      'The sites that the organisation looks after, by name, 5,000 at most; none in a sector without.',
  })
  async sites(@Ctx() context: RequestContext): Promise<SiteType[]> {
    return this.#present(context);
  }

  /** A site of the organisation. */
  async find(id: string, context: RequestContext): Promise<SiteType | null> {
    const globalId = toGlobalId('Site', id);
    return (await this.#present(context)).find((site) => site.id === globalId) ?? null;
  }

  @Mutation(() => SiteSavePayload, { description: 'Adds a site, or changes its name or numbers.' })
  async siteSave(
    @Arg('input', () => SiteSaveInput, { description: 'The site, and what changes.' }) input: SiteSaveInput,
    @Ctx() context: RequestContext,
  ): Promise<SiteSavePayload> {
    const { idempotencyKey: key, id: given, parentId: above, numbers, ...rest } = input;
    const id = given ? uuidOf(given, 'Site') : undefined;
    const parentId = above ? uuidOf(above, 'Site') : undefined;
    const unknown = given && !id ? NO_SUCH_SITE : above && !parentId ? NO_SUCH_PARENT : undefined;
    const changes = numbers?.map(({ code, value = null }) => ({ code, value }));
    const change = { ...rest, id, parentId, numbers: changes, key };
    const done = unknown ? refused(unknown) : await this.#sites.save(tenantActor(context), change);
    return { site: done.ok ? await this.find(done.answer, context) : null, ...errorsOf(done, context) };
  }

  @Mutation(() => SiteRemovePayload, {
    description: 'Takes away a site that no complaint names and that has no parts.',
  })
  async siteRemove(
    @Arg('input', () => SiteRemoveInput, { description: 'Which.' }) input: SiteRemoveInput,
    @Ctx() context: RequestContext,
  ): Promise<SiteRemovePayload> {
    const id = uuidOf(input.id, 'Site');
    const key = input.idempotencyKey;
    const done = id ? await this.#sites.remove(tenantActor(context), { id, key }) : refused(NO_SUCH_SITE);
    return { removedId: done.ok ? input.id : null, ...errorsOf(done, context) };
  }

  @Mutation(() => SitesImportPayload, {
    description: 'Takes in a spreadsheet of sites; all of it or, where a line cannot be read, nothing.',
  })
  async sitesImport(
    @Arg('input', () => SitesImportInput, { description: 'The spreadsheet.' }) input: SitesImportInput,
    @Ctx() context: RequestContext,
  ): Promise<SitesImportPayload> {
    const { idempotencyKey: key, file, holdsFrom } = input;
    const done = await this.#sites.import(tenantActor(context), { file, holdsFrom, key });
    const { added, numbers } = done.ok ? done.answer : { added: null, numbers: null };
    return { added, numbersSet: numbers, ...errorsOf(done, context) };
  }

  async #present(context: RequestContext): Promise<SiteType[]> {
    const sites = await this.#sites.all(tenantActor(context));
    const byId = new Map(sites.map((site) => [site.id, site]));
    return sites.map((site) => presentSite(site, byId.get(site.parentId ?? '')));
  }
}

function errorsOf(done: Answered<unknown>, { request }: RequestContext) {
  return { userErrors: userErrors(done.ok ? [] : done.refusals, request.locale) };
}

function refused(refusal: Refusal): Answered<never> {
  return { ok: false, refusals: [refusal] };
}

function presentSite(row: SiteRow, parent: Site | undefined): SiteType {
  const { id, version, level, name, formerNames, numbers } = row;
  return Object.assign(new SiteType(), {
    ...{
      id: toGlobalId('Site', id),
      version,
      level,
      name,
      formerNames: [...formerNames],
      numbers: [...numbers],
    },
    parent: parent ? { id: toGlobalId('Site', parent.id), name: parent.name } : null,
  });
}
