import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { RoleEnum } from '../../graphql/enums.ts';
import { IDEMPOTENCY_KEY } from '../../graphql/idempotency-key.ts';
import { Node } from '../../graphql/node.ts';
import { DepartmentReference, MemberReference } from '../../graphql/references.ts';
import { DateTime } from '../../graphql/scalars.ts';
import { UserError } from '../../graphql/user-error.ts';

@ObjectType('Invitation', { implements: Node, description: 'An invitation to become a member that is open.' })
export class InvitationType extends Node {
  @Field(() => String, { description: 'Address to which the letter goes.' })
  email!: string;

  @Field(() => String, { description: 'Name of the person, as the administrator wrote it.' })
  name!: string;

  @Field(() => RoleEnum, { description: 'Role they will have.' })
  role!: keyof typeof RoleEnum;

  @Field(() => DepartmentReference, { nullable: true, description: 'Department they will belong to.' })
  department!: DepartmentReference | null;

  @Field(() => MemberReference, { description: 'Who invited them.' })
  invitedBy!: MemberReference;

  @Field(() => DateTime, { description: 'When the letter was sent last.' })
  sentAt!: Date;

  @Field(() => DateTime, { description: 'Until when its link leads somewhere.' })
  expiresAt!: Date;
}

@InputType({ description: 'Invites somebody to become a member.' })
export class MemberInviteInput {
  @Field(() => String, { description: 'Address to which the letter goes.' })
  email!: string;

  @Field(() => String, { description: 'Name of the person.' })
  name!: string;

  @Field(() => RoleEnum, { description: 'Role they will have.' })
  role!: keyof typeof RoleEnum;

  @Field(() => ID, {
    nullable: true,
    description: 'Department they will belong to; handlers and leads need one.',
  })
  departmentId?: string | null;

  @Field(() => String, { nullable: true, description: IDEMPOTENCY_KEY })
  idempotencyKey?: string | null;
}

@InputType({ description: 'Sends the letter again, with a new link; the earlier one ends.' })
export class InvitationResendInput {
  @Field(() => ID, { description: 'Global id of the invitation.' })
  id!: string;

  @Field(() => String, { nullable: true, description: IDEMPOTENCY_KEY })
  idempotencyKey?: string | null;
}

@InputType({ description: 'Takes an invitation back.' })
export class InvitationWithdrawInput {
  @Field(() => ID, { description: 'Global id of the invitation.' })
  id!: string;

  @Field(() => String, { nullable: true, description: IDEMPOTENCY_KEY })
  idempotencyKey?: string | null;
}

@ObjectType({ description: 'The invitation that was sent, or why none was.' })
export class MemberInvitePayload {
  @Field(() => InvitationType, { nullable: true, description: 'The invitation.' })
  invitation!: InvitationType | null;

  @Field(() => [UserError], { description: 'Why none was sent; empty when one was.' })
  userErrors!: UserError[];
}

@ObjectType({ description: 'The invitation that was sent again, or why it was not.' })
export class InvitationResendPayload {
  @Field(() => InvitationType, { nullable: true, description: 'The invitation.' })
  invitation!: InvitationType | null;

  @Field(() => [UserError], { description: 'Why it was not sent; empty when it was.' })
  userErrors!: UserError[];
}

@ObjectType({ description: 'Whether an invitation was taken back.' })
export class InvitationWithdrawPayload {
  @Field(() => ID, { nullable: true, description: 'Global id of the invitation that has ended.' })
  withdrawnId!: string | null;

  @Field(() => [UserError], { description: 'Why nothing was changed; empty when it was.' })
  userErrors!: UserError[];
}

@ObjectType('InvitationOffer', { description: 'What the letter offers to whoever reads it.' })
export class InvitationOfferType {
  @Field(() => String, { description: "Name of the organisation in the caller's language." })
  organization!: string;

  @Field(() => String, { description: 'Address to which the letter went: they sign in with it.' })
  email!: string;

  @Field(() => String, { description: 'Name, as the administrator wrote it.' })
  name!: string;

  @Field(() => RoleEnum, { description: 'Role they will have.' })
  role!: keyof typeof RoleEnum;

  @Field(() => Boolean, {
    description: 'Whether the address has an account: it then joins with its own password.',
  })
  hasAccount!: boolean;

  @Field(() => DateTime, { description: 'Until when it can be taken up.' })
  expiresAt!: Date;
}

@InputType({ description: 'Takes an invitation up.' })
export class InvitationAcceptInput {
  @Field(() => String, { description: 'What stands in the link of the letter behind `#`.' })
  token!: string;

  @Field(() => String, { description: 'Name by which colleagues know them.' })
  name!: string;

  @Field(() => String, {
    description: 'A new password of 10 to 128 characters, or that of the account that there is.',
  })
  password!: string;
}

@ObjectType({ description: 'What was joined, or why nothing was.' })
export class InvitationAcceptPayload {
  @Field(() => String, {
    nullable: true,
    description: 'Short name of the organisation, for the header `x-huiyin-organization`.',
  })
  organization!: string | null;

  @Field(() => [UserError], { description: 'Why nothing was joined; empty when it was.' })
  userErrors!: UserError[];
}
