import { findOption } from '@huiyin/domain';
import { inLocale, type Locale } from '@huiyin/shared';
import { Ctx, Query, Resolver } from 'type-graphql';
import type { Office, Offices } from '../../casework/office.ts';
import type { RequestContext } from '../../graphql/actor-context.ts';
import { toGlobalId } from '../../graphql/global-id.ts';
import { DepartmentType, MemberType, OrganizationType, ViewerType } from './organization.type.ts';

/** The caller and the organisation they are in. */
@Resolver()
export class OrganizationResolver {
  readonly #offices: Offices;

  constructor(offices: Offices) {
    this.#offices = offices;
  }

  @Query(() => ViewerType, { description: 'Who calls; the public too.' })
  async viewer(@Ctx() context: RequestContext): Promise<ViewerType> {
    const { actor, locale } = context.request;
    if (actor.kind !== 'staff' && actor.kind !== 'apiClient') {
      return { kind: 'PUBLIC', name: '', role: null, memberId: null, organization: null };
    }
    const organization = presentOrganization(await this.#offices.of(actor), locale);
    return actor.kind === 'staff'
      ? {
          kind: 'STAFF',
          name: actor.name,
          role: actor.role,
          memberId: toGlobalId('Member', actor.memberId),
          organization,
        }
      : { kind: 'API_CLIENT', name: actor.name, role: null, memberId: null, organization };
  }
}

export function presentOrganization(office: Office, locale: Locale): OrganizationType {
  const { sector, directory } = office;
  const departments = [...directory.departments.values()].map((department) =>
    Object.assign(new DepartmentType(), {
      id: toGlobalId('Department', department.id),
      name: locale === 'en' ? (department.nameEn ?? department.name) : department.name,
      kind: department.kind && {
        code: department.kind,
        label: inLocale(
          findOption(sector.respondentTypes, department.kind)?.node.label ?? {
            zh: department.kind,
            en: department.kind,
          },
          locale,
        ),
      },
      active: department.active,
    }),
  );
  const members = [...directory.members.values()].map((member) =>
    Object.assign(new MemberType(), {
      id: toGlobalId('Member', member.id),
      name: member.name,
      role: member.role,
      departmentId: member.departmentId && toGlobalId('Department', member.departmentId),
      active: member.active,
    }),
  );
  return Object.assign(new OrganizationType(), {
    id: toGlobalId('Organization', office.tenantId),
    name: locale === 'en' ? office.nameEn : office.name,
    sector: { code: sector.code, label: inLocale(sector.label, locale) },
    region: office.region,
    departments,
    members,
    answerNeedsApproval: office.settings.answerNeedsApproval,
  });
}
