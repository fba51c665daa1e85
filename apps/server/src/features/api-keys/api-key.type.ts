import { SCOPE_LABELS, SCOPES } from '@huiyin/domain';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { domainEnum } from '../../graphql/enums.ts';
import { enumCode } from '../../graphql/field-access.ts';
import { IDEMPOTENCY_KEY } from '../../graphql/idempotency-key.ts';
import { Node } from '../../graphql/node.ts';
import { DateTime, LocalDate, SafeInt } from '../../graphql/scalars.ts';
import { UserError } from '../../graphql/user-error.ts';

export const ScopeEnum = domainEnum({
  name: 'ApiKeyScope',
  description: 'What a program may do with a key.',
  codes: SCOPES.map(enumCode),
  labels: Object.fromEntries(SCOPES.map((scope) => [enumCode(scope), SCOPE_LABELS[scope]])),
});

@ObjectType({ description: 'What was done with a key on one day.' })
export class ApiKeyUsage {
  @Field(() => LocalDate, { description: 'The day, in the time of the office.' })
  day!: string;

  @Field(() => Int, { description: 'Requests, those that were turned away among them.' })
  requests!: number;

  @Field(() => SafeInt, { description: 'What they cost, in points.' })
  points!: number;

  @Field(() => Int, { description: 'Requests that were told to come again later (`THROTTLED`).' })
  throttled!: number;
}

@ObjectType('ApiKey', {
  implements: Node,
  description: 'A key by which a program calls for the organisation.',
})
export class ApiKeyType extends Node {
  @Field(() => String, { description: 'What it is for.' })
  name!: string;

  @Field(() => [ScopeEnum], { description: 'What it may do.' })
  scopes!: string[];

  @Field(() => DateTime, { description: 'When it was made.' })
  createdAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it was last used, to the minute or so.' })
  lastUsedAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When it ends; null: when it is revoked.' })
  expiresAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was revoked.' })
  revokedAt!: Date | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'Until when the secret before the present one holds too; null when it was never renewed.',
  })
  formerSecretUntil!: Date | null;

  @Field(() => [ApiKeyUsage], {
    description:
      'What was done with it in the last thirty days, oldest first; days without use are left out.',
  })
  usage!: ApiKeyUsage[];
}

@InputType({ description: 'Makes a key.' })
export class ApiKeyCreateInput {
  @Field(() => String, { description: 'What it is for, at most 100 characters.' })
  name!: string;

  @Field(() => [ScopeEnum], { description: 'What it may do: as little as it needs.' })
  scopes!: string[];

  @Field(() => DateTime, { nullable: true, description: 'When it ends; absent: when it is revoked.' })
  expiresAt?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'A key of your own (a UUID): the same call again makes none, and does not show the secret again.',
  })
  idempotencyKey?: string | null;
}

@InputType({ description: 'Gives a key a new secret.' })
export class ApiKeyRenewInput {
  @Field(() => ID, { description: 'Global id of the key.' })
  id!: string;

  @Field(() => Int, {
    defaultValue: 24,
    description: 'For how many hours the old secret holds beside the new one: 0 to 168.',
  })
  graceHours!: number;

  @Field(() => String, {
    nullable: true,
    description:
      'A key of your own (a UUID): the same call again renews nothing, and does not show the secret again.',
  })
  idempotencyKey?: string | null;
}

@InputType({ description: 'Ends a key at once.' })
export class ApiKeyRevokeInput {
  @Field(() => ID, { description: 'Global id of the key.' })
  id!: string;

  @Field(() => String, { nullable: true, description: IDEMPOTENCY_KEY })
  idempotencyKey?: string | null;
}

@ObjectType({ description: 'A new key, or why there is none.' })
export class ApiKeyCreatePayload {
  @Field(() => String, {
    nullable: true,
    description: 'The key itself, for `Authorization: Bearer`. Shown this once; only its hash is kept.',
  })
  secret!: string | null;

  @Field(() => ApiKeyType, { nullable: true, description: 'The key as it is listed.' })
  apiKey!: ApiKeyType | null;

  @Field(() => [UserError], { description: 'Why none was made; empty when it was.' })
  userErrors!: UserError[];
}

@ObjectType({ description: 'A key with its new secret, or why it has none.' })
export class ApiKeyRenewPayload {
  @Field(() => String, { nullable: true, description: 'The new secret. Shown this once.' })
  secret!: string | null;

  @Field(() => ApiKeyType, { nullable: true, description: 'The key as it is listed.' })
  apiKey!: ApiKeyType | null;

  @Field(() => [UserError], { description: 'Why it was not renewed; empty when it was.' })
  userErrors!: UserError[];
}

@ObjectType({ description: 'Whether a key was ended.' })
export class ApiKeyRevokePayload {
  @Field(() => ID, { nullable: true, description: 'Global id of the key that has ended.' })
  revokedId!: string | null;

  @Field(() => [UserError], { description: 'Why none was ended; empty when it was.' })
  userErrors!: UserError[];
}
