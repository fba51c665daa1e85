import { canInOffice, NO_SUCH_THING, problemWithText, type Refusal, SCOPES } from '@huiyin/domain';
import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { recordOfficeEvent } from '../../casework/office-events.ts';
import { type Answered, once } from '../../casework/once.ts';
import { type RequestContext, tenantActor } from '../../graphql/actor-context.ts';
import { enumCode } from '../../graphql/field-access.ts';
import { toGlobalId, uuidOf } from '../../graphql/global-id.ts';
import { userErrors } from '../../graphql/user-error.ts';
import { type ApiKeyRow, addApiKey, listApiKeys, renewApiKey, revokeApiKey } from '../../identity/api-key.ts';
import { type UsageOfDay, usageOfKeys } from '../../metering/usage.ts';
import type { Database } from '../../tenancy/database.ts';
import {
  ApiKeyCreateInput,
  ApiKeyCreatePayload,
  ApiKeyRenewInput,
  ApiKeyRenewPayload,
  ApiKeyRevokeInput,
  ApiKeyRevokePayload,
  ApiKeyType,
} from './api-key.type.ts';

const SCOPE_OF = new Map(SCOPES.map((scope) => [enumCode(scope), scope]));

const LONGEST_NAME = 100;
/** A week: long enough to change over every program, and not so long that it is forgotten. */
const LONGEST_GRACE_HOURS = 168;

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
    const [rows, usage] = await Promise.all([
      listApiKeys(this.#database, actor),
      usageOfKeys(this.#database, actor),
    ]);
    return rows.map((row) => present(row, usage.get(row.id) ?? []));
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

  @Mutation(() => ApiKeyRenewPayload, {
    description:
      'Gives a key a new secret, shown this once; the old one holds for a while, so that programs can change over.',
  })
  async apiKeyRenew(
    @Arg('input', () => ApiKeyRenewInput, { description: 'Which key.' })
    { id: globalId, graceHours, idempotencyKey: key }: ApiKeyRenewInput,
    @Ctx() context: RequestContext,
  ): Promise<ApiKeyRenewPayload> {
    const actor = tenantActor(context);
    const { locale } = context.request;
    const id = uuidOf(globalId, 'ApiKey');
    const refusal = !canInOffice(actor, 'manageKeys')
      ? FORBIDDEN
      : graceHours < 0 || graceHours > LONGEST_GRACE_HOURS
        ? GRACE
        : id
          ? undefined
          : { ...NO_SUCH_THING, field: 'id' };
    if (refusal || !id) {
      return { secret: null, apiKey: null, userErrors: userErrors(refusal ? [refusal] : [], locale) };
    }
    let secret: string | null = null;
    const done = await this.#database.inTenant(actor, (tx) =>
      once<string>(tx, { actor, key, asked: ['apiKeyRenew', id, graceHours] }, async () => {
        const renewed = await renewApiKey(tx, { id, graceHours });
        if (!renewed) return { ok: false, refusals: [{ ...NO_SUCH_THING, field: 'id' }] };
        await recordOfficeEvent(tx, { actor, kind: 'KEY_RENEWED', subject: renewed.name });
        secret = renewed.key;
        return { ok: true, answer: id };
      }),
    );
    this.#forgetCallers();
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

function present(row: ApiKeyRow, usage: readonly UsageOfDay[]): ApiKeyType {
  return Object.assign(new ApiKeyType(), {
    ...{ id: toGlobalId('ApiKey', row.id), name: row.name, scopes: row.scopes.map(enumCode) },
    ...{ createdAt: row.created_at, lastUsedAt: row.last_used_at },
    ...{ expiresAt: row.expires_at, revokedAt: row.revoked_at },
    ...{ formerSecretUntil: row.former_until, usage: [...usage] },
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
const GRACE: Refusal = {
  code: 'INVALID',
  field: 'graceHours',
  message: {
    zh: `原密钥的保留时间应为 0 至 ${LONGEST_GRACE_HOURS} 小时。`,
    en: `The old secret is kept for 0 to ${LONGEST_GRACE_HOURS} hours.`,
  },
};
const PAST: Refusal = {
  code: 'INVALID',
  field: 'expiresAt',
  message: { zh: '到期时间已过。请填写将来的时间。', en: 'That moment has passed. Give one in the future.' },
};
