import { Field, ID, ObjectType } from 'type-graphql';
import { domainEnum, RoleEnum } from '../../graphql/enums.ts';
import { Node } from '../../graphql/node.ts';
import { Term } from '../../graphql/values.ts';

export const ActorKindEnum = domainEnum({
  name: 'ActorKind',
  description: 'Who calls.',
  codes: ['STAFF', 'API_CLIENT', 'PUBLIC'],
  labels: {
    STAFF: { zh: '工作人员', en: 'A member of an organisation' },
    API_CLIENT: { zh: '接口密钥', en: 'A program with an API key' },
    PUBLIC: { zh: '公众', en: 'Somebody without a sign-in' },
  },
});

@ObjectType('Department', { implements: Node, description: 'A department of the organisation.' })
export class DepartmentType extends Node {
  @Field(() => String, { description: "Name in the caller's language." })
  name!: string;

  @Field(() => Term, { nullable: true, description: "Its kind, of the sector's list." })
  kind!: Term | null;

  @Field(() => Boolean, { description: 'Whether work can be given to it.' })
  active!: boolean;
}

@ObjectType('Member', { implements: Node, description: 'Somebody who works in the complaints office.' })
export class MemberType extends Node {
  @Field(() => String, { description: 'Name.' })
  name!: string;

  @Field(() => RoleEnum, { description: 'Role.' })
  role!: keyof typeof RoleEnum;

  @Field(() => ID, { nullable: true, description: 'Global id of the department.' })
  departmentId!: string | null;

  @Field(() => Boolean, { description: 'Whether work can be given to them.' })
  active!: boolean;
}

@ObjectType('Organization', {
  implements: Node,
  description: 'A complaints office: one tenant, one sector, one region.',
})
export class OrganizationType extends Node {
  @Field(() => String, { description: "Name in the caller's language." })
  name!: string;

  @Field(() => Term, { description: 'Sector.' })
  sector!: Term;

  @Field(() => String, { description: 'Region, GB/T 2260 code.' })
  region!: string;

  @Field(() => [DepartmentType], { description: 'Departments.' })
  departments!: DepartmentType[];

  @Field(() => [MemberType], { description: 'Members.' })
  members!: MemberType[];

  @Field(() => Boolean, { description: 'Whether answers need approval before they go out.' })
  answerNeedsApproval!: boolean;
}

@ObjectType('Viewer', { description: 'Who calls, as the product knows them.' })
export class ViewerType {
  @Field(() => ActorKindEnum, { description: 'What kind of caller.' })
  kind!: keyof typeof ActorKindEnum;

  @Field(() => String, { description: 'Name.' })
  name!: string;

  @Field(() => RoleEnum, { nullable: true, description: 'Role; null for programs and the public.' })
  role!: keyof typeof RoleEnum | null;

  @Field(() => ID, { nullable: true, description: 'Global id of the caller as a member.' })
  memberId!: string | null;

  @Field(() => OrganizationType, { nullable: true, description: 'The organisation the caller is in.' })
  organization!: OrganizationType | null;
}
