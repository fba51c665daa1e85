import { canInOffice, type Refusal, SCOPES, type Scope } from '@huiyin/domain';
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import { type RequestContext, tenantActor } from '../../graphql/actor-context.ts';
import { domainEnum } from '../../graphql/enums.ts';
import { toGlobalId, uuidOf } from '../../graphql/global-id.ts';
import { Node } from '../../graphql/node.ts';
import { DateTime } from '../../graphql/scalars.ts';
import { UserError, userErrors } from '../../graphql/user-error.ts';
import { type ApiKeyRow, createApiKey, listApiKeys, revokeApiKey } from '../../identity/api-key.ts';
import type { Database } from '../../tenancy/database.ts';

/** `complaints:read` → `COMPLAINTS_READ`. */
const enumCode = (scope: Scope): string => scope.toUpperCase().replace(':', '_');
const SCOPE_OF = new Map(SCOPES.map((scope) => [enumCode(scope), scope]));

export const ScopeEnum = domainEnum({
  name: 'ApiKeyScope',
  description: 'What a program may do with a key.',
  codes: SCOPES.map(enumCode),
  labels: {
    COMPLAINTS_READ: { zh: '读取投诉件', en: 'Read complaints, complainants masked' },
    COMPLAINTS_WRITE: { zh: '登记和办理投诉件', en: 'Register and work on complaints' },
    COMPLAINANTS_READ: { zh: '读取投诉人身份', en: 'Read who complained, unless in confidence' },
    REPORTS_READ: { zh: '读取报告', en: 'Read reports' },
    REPORTS_WRITE: { zh: '编写报告', en: 'Write reports; publishing stays with people' },
    IMPORTS_WRITE: { zh: '导入', en: 'Import spreadsheets' },
    ORGANIZATION_READ: { zh: '读取单位信息', en: 'Read the organisation' },
    ORGANIZATION_WRITE: { zh: '修改单位信息', en: 'Change the organisation' },
  },
});

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

  @Field(() => DateTime, { nullable: true, description: 'When it ends; null: when it is revoked.' })
  expiresAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was revoked.' })
  revokedAt!: Date | null;
}

@InputType({ description: 'Makes a key.' })
export class ApiKeyCreateInput {
  @Field(() => String, { description: 'What it is for, at most 100 characters.' })
  name!: string;

  @Field(() => [ScopeEnum], { description: 'What it may do: as little as it needs.' })
  scopes!: string[];

  @Field(() => DateTime, { nullable: true, description: 'When it ends; absent: when it is revoked.' })
  expiresAt?: string | null;
}

@InputType({ description: 'Ends a key at once.' })
export class ApiKeyRevokeInput {
  @Field(() => ID, { description: 'Which key.' })
  id!: string;
}

@ObjectType({ description: 'A new key, or why there is none.' })
export class ApiKeyCreatePayload {
  @Field(() => String, {
    nullable: true,
    description: 'The key itself, for `Authorization: Bearer`. Shown this once; only its hash is kept.',
  })
  secret!: string | null;

  @Field(() => ID, { nullable: true, description: 'Global id of the key.' })
  id!: string | null;

  @Field(() => [UserError], { description: 'Why none was made; empty when it was.' })
  userErrors!: UserError[];
}

@ObjectType({ description: 'Whether a key was ended.' })
export class ApiKeyRevokePayload {
  @Field(() => ID, { nullable: true, description: 'The key that has ended.' })
  revokedId!: string | null;

  @Field(() => [UserError], { description: 'Why none was ended; empty when it was.' })
  userErrors!: UserError[];
}

const LONGEST_NAME = 100;

/** Keys for programs: made and ended by the organisation's administrator. */
@Resolver()
export class ApiKeyResolver {
  readonly #database: Database;

  readonly #forgetCallers: () => void;

  constructor(database: Database, forgetCallers: () => void) {
    this.#database = database;
    this.#forgetCallers = forgetCallers;
  }

  @Query(() => [ApiKeyType], {
    description: 'Keys of the organisation, newest first; for its administrator.',
  })
  async apiKeys(@Ctx() context: RequestContext): Promise<ApiKeyType[]> {
    const actor = tenantActor(context);
    if (!canInOffice(actor, 'manageKeys')) return [];
    return (await listApiKeys(this.#database, actor)).map(present);
  }

  @Mutation(() => ApiKeyCreatePayload, { description: 'Makes a key; its secret is shown this once.' })
  async apiKeyCreate(
    @Arg('input', () => ApiKeyCreateInput, { description: 'The key.' }) input: ApiKeyCreateInput,
    @Ctx() context: RequestContext,
  ): Promise<ApiKeyCreatePayload> {
    const actor = tenantActor(context);
    const name = input.name.trim();
    const scopes = input.scopes.flatMap((code) => SCOPE_OF.get(code) ?? []);
    const { expiresAt } = input;
    const refusal = !canInOffice(actor, 'manageKeys')
      ? FORBIDDEN
      : name === '' || [...name].length > LONGEST_NAME
        ? NAME
        : scopes.length === 0
          ? NO_SCOPES
          : expiresAt && Date.parse(expiresAt) <= Date.now()
            ? PAST
            : undefined;
    if (refusal) return { secret: null, id: null, userErrors: userErrors([refusal], context.request.locale) };
    const { id, key } = await createApiKey(this.#database, {
      ...{ tenantId: actor.tenantId, name, scopes: [...new Set(scopes)] },
      ...(actor.kind === 'staff' ? { createdBy: actor.memberId } : {}),
      ...(expiresAt ? { expiresAt } : {}),
    });
    return { secret: key, id: toGlobalId('ApiKey', id), userErrors: [] };
  }

  @Mutation(() => ApiKeyRevokePayload, { description: 'Ends a key at once.' })
  async apiKeyRevoke(
    @Arg('input', () => ApiKeyRevokeInput, { description: 'Which key.' }) input: ApiKeyRevokeInput,
    @Ctx() context: RequestContext,
  ): Promise<ApiKeyRevokePayload> {
    const actor = tenantActor(context);
    const { locale } = context.request;
    if (!canInOffice(actor, 'manageKeys')) {
      return { revokedId: null, userErrors: userErrors([FORBIDDEN], locale) };
    }
    const id = uuidOf(input.id, 'ApiKey');
    const ended = id ? await revokeApiKey(this.#database, { tenantId: actor.tenantId, id }) : false;
    // A key that has ended is refused from now on, not from when its memory fades.
    this.#forgetCallers();
    return ended
      ? { revokedId: input.id, userErrors: [] }
      : { revokedId: null, userErrors: userErrors([NOT_FOUND], locale) };
  }
}

function present(row: ApiKeyRow): ApiKeyType {
  return Object.assign(new ApiKeyType(), {
    ...{ id: toGlobalId('ApiKey', row.id), name: row.name, scopes: row.scopes.map(enumCode) },
    ...{ createdAt: row.created_at, expiresAt: row.expires_at, revokedAt: row.revoked_at },
  });
}

const FORBIDDEN: Refusal = {
  code: 'FORBIDDEN',
  message: {
    zh: '只有单位管理员可以管理密钥。',
    en: 'Keys are managed by the organisation’s administrator.',
  },
};
const NAME: Refusal = {
  code: 'INVALID',
  field: 'name',
  message: {
    zh: `请填写不超过 ${LONGEST_NAME} 字的用途。`,
    en: `Say what it is for, in at most ${LONGEST_NAME} characters.`,
  },
};
const NO_SCOPES: Refusal = {
  code: 'REQUIRED',
  field: 'scopes',
  message: { zh: '请至少选择一项权限。', en: 'Choose at least one scope.' },
};
const PAST: Refusal = {
  code: 'INVALID',
  field: 'expiresAt',
  message: { zh: '到期时间已过。请填写将来的时间。', en: 'That moment has passed. Give one in the future.' },
};
const NOT_FOUND: Refusal = {
  code: 'NOT_FOUND',
  field: 'id',
  message: { zh: '没有找到。请检查编号是否正确。', en: 'There is no such thing. Check the id.' },
};
