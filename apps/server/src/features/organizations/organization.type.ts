import { Field, Int, ObjectType } from 'type-graphql';
import { DeadlineRuleType } from '../../graphql/deadline-rule.ts';
import { domainEnum, RoleEnum } from '../../graphql/enums.ts';
import { Node } from '../../graphql/node.ts';
import { DepartmentReference, MemberReference } from '../../graphql/references.ts';
import { DateTime, LocalDate } from '../../graphql/scalars.ts';
import { SectorType } from '../../graphql/sector.type.ts';
import { BilingualText, Term } from '../../graphql/values.ts';

export const ActorKindEnum = domainEnum({
  name: 'ActorKind',
  description: 'Who calls.',
  codes: ['STAFF', 'API_CLIENT', 'OVERSIGHT', 'PUBLIC'],
  labels: {
    STAFF: { zh: '工作人员', en: 'A member of an organisation' },
    API_CLIENT: { zh: '接口密钥', en: 'A program with an API key' },
    OVERSIGHT: {
      zh: '跨单位监督人员',
      en: 'A cross-sector administrator, who sees figures across organisations',
    },
    PUBLIC: { zh: '公众', en: 'Somebody without a sign-in' },
  },
});

@ObjectType('Department', { implements: Node, description: 'A department or a site of the organisation.' })
export class DepartmentType extends Node {
  @Field(() => String, { description: "Name in the caller's language." })
  name!: string;

  @Field(() => Term, { nullable: true, description: "Its kind, of the sector's list." })
  kind!: Term | null;

  @Field(() => DepartmentReference, { nullable: true, description: 'The department it is a part of.' })
  parent!: DepartmentReference | null;

  @Field(() => Boolean, { description: 'Whether work can be given to it.' })
  active!: boolean;
}

@ObjectType('Member', { implements: Node, description: 'Somebody who works in the complaints office.' })
export class MemberType extends Node {
  @Field(() => String, { description: 'Name.' })
  name!: string;

  @Field(() => RoleEnum, { description: 'Role.' })
  role!: keyof typeof RoleEnum;

  @Field(() => DepartmentType, { nullable: true, description: 'Department they belong to.' })
  department!: DepartmentType | null;

  @Field(() => Boolean, { description: 'Whether work can be given to them.' })
  active!: boolean;
}

@ObjectType('OrganizationSettings', {
  description: "What the office works by; the sector's defaults stand in for what it has not set.",
})
export class OrganizationSettingsType {
  @Field(() => String, { description: 'With what its numbers begin: `TS` of `TS-2026-000123`.' })
  numberPrefix!: string;

  @Field(() => Int, {
    description: 'Days after closing within which a complaint can be reopened or appealed.',
  })
  reopenWithinDays!: number;

  @Field(() => Int, {
    description: 'Calendar days without activity after which a case goes to the supervisor.',
  })
  untouchedDays!: number;

  @Field(() => Boolean, { description: 'Whether answers need approval before they go out.' })
  answerNeedsApproval!: boolean;

  @Field(() => String, { description: 'Time zone of its days and its close of business.' })
  timeZone!: string;

  @Field(() => String, { description: 'When its working day begins, `HH:mm`.' })
  openOfBusiness!: string;

  @Field(() => String, { description: 'When its working day, and a period in working days, ends: `HH:mm`.' })
  closeOfBusiness!: string;

  @Field(() => Boolean, {
    description:
      'Whether a period in days that ends on a weekend moves on, as it does from a statutory holiday.',
  })
  weekendMovesLastDay!: boolean;
}

@ObjectType('RuleCorrection', { description: 'What the organisation found of a rule that was not checked.' })
export class RuleCorrectionType {
  @Field(() => String, { description: 'Where it found it written.' })
  source!: string;

  @Field(() => MemberReference, { nullable: true, description: 'Who says so; null when a program does.' })
  by!: MemberReference | null;

  @Field(() => DateTime, { description: 'When.' })
  at!: string;
}

@ObjectType('OrganizationRule', { description: 'A limit as it binds the organisation.' })
export class OrganizationRuleType {
  @Field(() => DeadlineRuleType, { description: 'The rule, as confirmed or corrected.' })
  rule!: DeadlineRuleType;

  @Field(() => Boolean, { description: 'Whether the organisation may still confirm or correct it.' })
  correctable!: boolean;

  @Field(() => RuleCorrectionType, { nullable: true, description: 'What the organisation found of it.' })
  correction!: RuleCorrectionType | null;
}

@ObjectType('CalendarYear', { description: 'A year of the working calendar.' })
export class CalendarYearType {
  @Field(() => Int, { description: 'Year.' })
  year!: number;

  @Field(() => Boolean, {
    description:
      'Whether it is known; while it is not, plain weekdays stand in and due dates are provisional.',
  })
  published!: boolean;

  @Field(() => Boolean, { description: 'Whether the administrator has loaded it.' })
  loaded!: boolean;

  @Field(() => [LocalDate], { description: 'Days off by the notice, weekends within holidays too.' })
  holidays!: readonly string[];

  @Field(() => [LocalDate], { description: 'Saturdays and Sundays that are worked (调休).' })
  makeUpDays!: readonly string[];
}

@ObjectType('OwnCategory', { description: 'What an organisation has made of a category of its sector.' })
export class OwnCategoryType {
  @Field(() => String, { description: 'Code of the category.' })
  code!: string;

  @Field(() => BilingualText, { nullable: true, description: "Its own wording; null: the sector's." })
  label!: BilingualText | null;

  @Field(() => LocalDate, { nullable: true, description: 'From which day on it is no longer offered.' })
  offFrom!: string | null;

  @Field(() => Int, { nullable: true, description: "Its place among its siblings; null: the sector's." })
  position!: number | null;
}

@ObjectType('Organization', {
  implements: Node,
  description: 'A complaints office: one tenant, one sector, one region.',
})
export class OrganizationType extends Node {
  @Field(() => String, { description: "Name in the caller's language." })
  name!: string;

  @Field(() => SectorType, {
    description: 'Its sector, with the codes that mutations and filters take.',
  })
  sector!: SectorType;

  @Field(() => [OwnCategoryType], {
    description: 'Categories that it words, places or offers otherwise than its sector.',
  })
  ownCategories!: OwnCategoryType[];

  @Field(() => String, { description: 'Region, GB/T 2260 code.' })
  region!: string;

  @Field(() => [DepartmentType], {
    description: 'Departments and sites, those to which no more work is given among them.',
  })
  departments!: DepartmentType[];

  @Field(() => [MemberType], { description: 'Members, those who have left among them.' })
  members!: MemberType[];

  @Field(() => Boolean, { description: 'Whether answers need approval before they go out.' })
  answerNeedsApproval!: boolean;

  @Field(() => OrganizationSettingsType, { description: 'What the office works by.' })
  settings!: OrganizationSettingsType;

  @Field(() => [OrganizationRuleType], {
    description:
      'Every limit that may start a clock here: of its sector, of all sectors, and its own promises.',
  })
  rules!: OrganizationRuleType[];

  @Field(() => [CalendarYearType], { description: 'Calendar years that its administrator has loaded.' })
  loadedCalendarYears!: CalendarYearType[];
}

@ObjectType('Viewer', { description: 'Who calls, as the product knows them.' })
export class ViewerType {
  @Field(() => ActorKindEnum, { description: 'What kind of caller.' })
  kind!: keyof typeof ActorKindEnum;

  @Field(() => String, { description: 'Name of the person or of the key; empty for the public.' })
  name!: string;

  @Field(() => RoleEnum, { nullable: true, description: 'Role; null for programs and the public.' })
  role!: keyof typeof RoleEnum | null;

  @Field(() => [String], { description: 'Scopes of a key as `complaints:read`; empty for anybody else.' })
  scopes!: readonly string[];

  @Field(() => MemberType, {
    nullable: true,
    description: 'The caller as a member; null for programs and the public.',
  })
  member!: MemberType | null;

  @Field(() => OrganizationType, {
    nullable: true,
    description: 'The organisation the caller is in; null for a key without the scope organization:read.',
  })
  organization!: OrganizationType | null;
  @Field(() => Boolean, {
    description:
      'Whether they see figures across organisations by a grant in force: as OVERSIGHT, or by changing over to it.',
  })
  oversees!: boolean;

  @Field(() => Boolean, {
    description: 'Whether they are a member of an organisation, now or by changing over.',
  })
  worksInOffice!: boolean;
}

@ObjectType('Membership', { description: 'An organisation in which the caller works.' })
export class MembershipType {
  @Field(() => String, {
    description: 'Its short name, for the header or cookie that chooses it: `x-huiyin-organization`.',
  })
  slug!: string;

  @Field(() => String, { description: "Its name in the caller's language." })
  name!: string;

  @Field(() => Boolean, { description: 'Whether the caller is in it now.' })
  current!: boolean;
}
