import {
  canInOffice,
  NO_SUCH_THING,
  problemWithText,
  type Refusal,
  SCOPE_LABELS,
  SCOPES,
} from '@huiyin/domain';
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import { recordOfficeEvent } from '../../casework/office-events.ts';
import { type Answered, once } from '../../casework/once.ts';
import { type RequestContext, tenantActor } from '../../graphql/actor-context.ts';
import { domainEnum } from '../../graphql/enums.ts';
import { enumCode } from '../../graphql/field-access.ts';
import { toGlobalId, uuidOf } from '../../graphql/global-id.ts';
import { IDEMPOTENCY_KEY } from '../../graphql/idempotency-key.ts';
import { Node } from '../../graphql/node.ts';
import { DateTime } from '../../graphql/scalars.ts';
import { UserError, userErrors } from '../../graphql/user-error.ts';
import { type ApiKeyRow, addApiKey, listApiKeys, revokeApiKey } from '../../identity/api-key.ts';
import type { Database } from '../../tenancy/database.ts';

const SCOPE_OF = new Map(SCOPES.map((scope) => [enumCode(scope), scope]));

export const ScopeEnum = domainEnum({
  name: 'ApiKeyScope',
  description: 'What a program may do with a key.',
  codes: SCOPES.map(enumCode),
  labels: Object.fromEntries(SCOPES.map((scope) => [enumCode(scope), SCOPE_LABELS[scope]])),
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

  @Field(() => DateTime, { nullable: true, description: 'When it was last used, to the minute or so.' })
  lastUsedAt!: Date | null;

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

  @Field(() => String, {
    nullable: true,
    description:
      'A key of your own (a UUID): the same call again makes none, and does not show the secret again.',
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

@ObjectType({ description: 'Whether a key was ended.' })
export class ApiKeyRevokePayload {
  @Field(() => ID, { nullable: true, description: 'Global id of the key that has ended.' })
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

  /** A key of the organisation, for those who manage them. */
  async find(id: string, context: RequestContext): Promise<ApiKeyType | null> {
    return (await this.apiKeys(context)).find((key) => key.id === toGlobalId('ApiKey', id)) ?? null;
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
      : name === '' || problemWithText(name, LONGEST_NAME)
        ? NAME
        : scopes.length === 0
          ? NO_SCOPES
          : expiresAt && Date.parse(expiresAt) <= Date.now()
            ? PAST
            : undefined;
    if (refusal)
      return { secret: null, apiKey: null, userErrors: userErrors([refusal], context.request.locale) };
    let secret: string | null = null;
    const { idempotencyKey, ...asked } = input;
    const done = await this.#database.inTenant(actor, (tx) =>
      once<string>(tx, { actor, key: idempotencyKey, asked: ['apiKeyCreate', asked] }, async () => {
        const { id, key } = await addApiKey(tx, {
          ...{ tenantId: actor.tenantId, name, scopes: [...new Set(scopes)] },
          ...(actor.kind === 'staff' ? { createdBy: actor.memberId } : {}),
          ...(expiresAt ? { expiresAt } : {}),
        });
        await recordOfficeEvent(tx, {
          ...{ actor, kind: 'KEY_MADE', subject: name, after: { scopes, expiresAt } },
        });
        secret = key;
        return { ok: true, answer: id };
      }),
    );
    const { locale } = context.request;
    if (!done.ok) return { secret: null, apiKey: null, userErrors: userErrors(done.refusals, locale) };
    const apiKey = await this.find(done.answer, context);
    return { secret, apiKey, userErrors: secret === null ? userErrors([SHOWN_ONCE], locale) : [] };
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
    const { idempotencyKey: key } = input;
    const unknown = { ok: false, refusals: [{ ...NO_SUCH_THING, field: 'id' }] } as const;
    const done: Answered<string> = id
      ? await this.#database.inTenant(actor, (tx) =>
          once<string>(tx, { actor, key, asked: ['apiKeyRevoke', id] }, async () => {
            const name = await revokeApiKey(tx, id);
            if (name === undefined) return unknown;
            await recordOfficeEvent(tx, { actor, kind: 'KEY_REVOKED', subject: name });
            return { ok: true, answer: input.id };
          }),
        )
      : unknown;
    // A key that has ended is refused from now on, not from when its memory fades.
    this.#forgetCallers();
    return done.ok
      ? { revokedId: done.answer, userErrors: [] }
      : { revokedId: null, userErrors: userErrors(done.refusals, locale) };
  }
}

function present(row: ApiKeyRow): ApiKeyType {
  return Object.assign(new ApiKeyType(), {
    ...{ id: toGlobalId('ApiKey', row.id), name: row.name, scopes: row.scopes.map(enumCode) },
    ...{ createdAt: row.created_at, lastUsedAt: row.last_used_at },
    ...{ expiresAt: row.expires_at, revokedAt: row.revoked_at },
  });
}

const SHOWN_ONCE: Refusal = {
  code: 'ALREADY_DONE',
  message: {
    zh: '密钥已经生成；出于安全只显示一次。如已遗失，请停用后另建。',
    en: 'The key was made already and its secret shown then. If it is lost, end it and make another.',
  },
};
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
