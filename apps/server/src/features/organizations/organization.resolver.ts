import { canInOffice } from '@huiyin/domain';
import { Arg, Ctx, Int, Query, Resolver } from 'type-graphql';
import type { Offices } from '../../casework/office.ts';
import { type RequestContext, tenantActor } from '../../graphql/actor-context.ts';
import { badInput, forbidden } from '../../graphql/errors.ts';
import { toGlobalId } from '../../graphql/global-id.ts';
import type { Database } from '../../tenancy/database.ts';
import { membershipsOf } from './memberships.ts';
import { CalendarYearType, MembershipType, OrganizationType, ViewerType } from './organization.type.ts';
import { calendarYear, presentOrganization } from './present-organization.ts';

const NOBODY = { role: null, scopes: [], member: null, organization: null };
const PUBLIC: ViewerType = {
  ...{ ...NOBODY, kind: 'PUBLIC', name: '', oversees: false, worksInOffice: false },
};

/** The caller and the organisation they are in. */
@Resolver()
export class OrganizationResolver {
  readonly #database: Database;
  readonly #offices: Offices;

  constructor(options: { readonly database: Database; readonly offices: Offices }) {
    this.#database = options.database;
    this.#offices = options.offices;
  }

  @Query(() => ViewerType, { description: 'Who calls; the public too.' })
  async viewer(@Ctx() context: RequestContext): Promise<ViewerType> {
    const { actor, locale } = context.request;
    if (actor.kind === 'oversight') {
      const { name, worksInOffice = false } = actor;
      return { ...NOBODY, kind: 'OVERSIGHT', name, oversees: true, worksInOffice };
    }
    if (actor.kind !== 'staff' && actor.kind !== 'apiClient') return PUBLIC;
    const { name } = actor;
    const organization = canInOffice(actor, 'readOrganization')
      ? presentOrganization(await this.#offices.of(actor), locale)
      : null;
    if (actor.kind === 'apiClient') {
      const { scopes } = actor;
      return { ...PUBLIC, kind: 'API_CLIENT', name, scopes, organization };
    }
    const id = toGlobalId('Member', actor.memberId);
    const member = organization?.members.find((each) => each.id === id) ?? null;
    const { role, oversees = false } = actor;
    return { kind: 'STAFF', name, role, scopes: [], member, organization, oversees, worksInOffice: true };
  }

  @Query(() => [MembershipType], {
    description: 'Organisations in which the caller works, the present one among them; none for programs.',
  })
  async memberships(@Ctx() context: RequestContext): Promise<MembershipType[]> {
    const { actor, locale } = context.request;
    if (actor.kind !== 'staff') return [];
    const found = await membershipsOf(actor, { database: this.#database, offices: this.#offices });
    return found.map(({ slug, office }) => ({
      ...{ slug, name: locale === 'en' ? office.nameEn : office.name },
      current: office.tenantId === actor.tenantId,
    }));
  }

  @Query(() => OrganizationType, {
    description: 'The organisation that the caller is in: departments, members, settings, limits.',
  })
  async organization(@Ctx() context: RequestContext): Promise<OrganizationType> {
    const actor = readerOf(context);
    return presentOrganization(await this.#offices.of(actor), context.request.locale);
  }

  @Query(() => CalendarYearType, {
    description: "A year of the organisation's working calendar; one that is not published says so.",
  })
  async calendarYear(
    @Arg('year', () => Int, { description: 'Year, 1990 to 2199.' }) year: number,
    @Ctx() context: RequestContext,
  ): Promise<CalendarYearType> {
    const actor = readerOf(context);
    if (year < 1990 || year > 2199) {
      throw badInput(context.request.locale, {
        zh: '年份应为 1990 到 2199。',
        en: 'The year is from 1990 to 2199.',
      });
    }
    return calendarYear(year, await this.#offices.of(actor));
  }

  /** What of the caller's own organisation has that id. */
  async find(type: 'Organization' | 'Department' | 'Member', id: string, context: RequestContext) {
    const actor = tenantActor(context);
    if (!canInOffice(actor, 'readOrganization')) return null;
    const organization = presentOrganization(await this.#offices.of(actor), context.request.locale);
    const { departments, members } = organization;
    const globalId = toGlobalId(type, id);
    return [organization, ...departments, ...members].find((each) => each.id === globalId) ?? null;
  }
}

/** The caller, who may read the organisation. @throws FORBIDDEN for a key without the scope */
function readerOf(context: RequestContext) {
  const actor = tenantActor(context);
  if (canInOffice(actor, 'readOrganization')) return actor;
  throw forbidden(context.request.locale, {
    zh: '此密钥没有读取单位信息的权限（organization:read）。',
    en: 'This key may not read the organisation: it lacks the scope organization:read.',
  });
}
