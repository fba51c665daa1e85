import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { ApiClientActor, Scope } from '@huiyin/domain';
import { parse as parseUuid, stringify as stringifyUuid, v7 as uuidv7 } from 'uuid';
import type { Database } from '../tenancy/database.ts';
import type { TenantTransaction } from '../tenancy/tenant-transaction.ts';

/**
 * API keys: `hy_` and 64 bytes in base64url: the organisation, the key, and a secret of 256 random bits. The key names
 * its organisation, so that it is looked up inside it; only the hash of the secret is kept.
 */
const PREFIX = 'hy_';
const UUID_BYTES = 16;
const SECRET_BYTES = 32;

interface ParsedKey {
  readonly tenantId: string;
  readonly keyId: string;
  readonly secretHash: Buffer;
}

const sha256 = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();

function parseKey(text: string): ParsedKey | undefined {
  if (!text.startsWith(PREFIX)) return undefined;
  const bytes = Buffer.from(text.slice(PREFIX.length), 'base64url');
  if (bytes.length !== 2 * UUID_BYTES + SECRET_BYTES) return undefined;
  try {
    return {
      tenantId: stringifyUuid(bytes.subarray(0, UUID_BYTES)),
      keyId: stringifyUuid(bytes.subarray(UUID_BYTES, 2 * UUID_BYTES)),
      secretHash: sha256(bytes.subarray(2 * UUID_BYTES)),
    };
  } catch {
    return undefined;
  }
}

/** The organisation that a key names, whether it has such a key or not. */
export function tenantOfKey(text: string): string | undefined {
  return parseKey(text)?.tenantId;
}

export interface NewApiKey {
  readonly tenantId: string;
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly createdBy?: string;
  readonly expiresAt?: string;
}

/** A new key. The text is shown once and cannot be had again. */
export function createApiKey(
  database: Database,
  options: NewApiKey,
): Promise<{ readonly id: string; readonly key: string }> {
  return database.inTenant(options, (tx) => addApiKey(tx, options));
}

/** The same within the caller's transaction. */
export async function addApiKey(
  tx: TenantTransaction,
  options: NewApiKey,
): Promise<{ readonly id: string; readonly key: string }> {
  const { tenantId, name, scopes, createdBy = null, expiresAt = null } = options;
  const id = uuidv7();
  const secret = randomBytes(SECRET_BYTES);
  await tx.query({
    text: `insert into api_key (tenant_id, id, name, secret_hash, scopes, created_by, expires_at)
      values ($1, $2, $3, $4, $5, $6, $7)`,
    values: [tenantId, id, name, sha256(secret), scopes, createdBy, expiresAt],
  });
  return { id, key: textOf(tenantId, id, secret) };
}

function textOf(tenantId: string, id: string, secret: Buffer): string {
  return PREFIX + Buffer.concat([parseUuid(tenantId), parseUuid(id), secret]).toString('base64url');
}

/** A key as its organisation sees it. */
export interface ApiKeyRow {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly created_at: Date;
  readonly last_used_at: Date | null;
  readonly expires_at: Date | null;
  readonly revoked_at: Date | null;
  /** Until when the secret before the present one holds. */
  readonly former_until: Date | null;
}

/** Keys of the organisation, newest first. */
export function listApiKeys(database: Database, actor: { readonly tenantId: string }): Promise<ApiKeyRow[]> {
  return database.readInTenant<ApiKeyRow & Record<string, unknown>>(actor, {
    name: 'api-key.list',
    text: `select id, name, scopes, created_at, last_used_at, expires_at, revoked_at, former_until from api_key
      order by created_at desc, id desc limit 500`,
    values: [],
  });
}

/** Ends a key; its name, `undefined` when the organisation has none of that id, or it has ended already. */
export async function revokeApiKey(tx: TenantTransaction, id: string): Promise<string | undefined> {
  const [row] = await tx.query<{ readonly name: string }>({
    text: 'update api_key set revoked_at = now() where tenant_id = $1 and id = $2 and revoked_at is null returning name',
    values: [tx.tenantId, id],
  });
  return row?.name;
}

/**
 * A new secret for a key that holds; the old one goes on for so many hours. A secret that was on its way out already
 * ends now.
 * @returns the new text, `undefined` when there is no key of that id that holds
 */
export async function renewApiKey(
  tx: TenantTransaction,
  { id, graceHours }: { readonly id: string; readonly graceHours: number },
): Promise<{ readonly name: string; readonly key: string } | undefined> {
  const secret = randomBytes(SECRET_BYTES);
  const [row] = await tx.query<{ readonly name: string }>({
    text: `update api_key set secret_hash = $3, former_hash = secret_hash,
        former_until = now() + make_interval(hours => $4)
      where tenant_id = $1 and id = $2 and revoked_at is null and (expires_at is null or expires_at > now())
      returning name`,
    values: [tx.tenantId, id, sha256(secret), graceHours],
  });
  return row && { name: row.name, key: textOf(tx.tenantId, id, secret) };
}

/** The program that a key belongs to; `undefined` for a key that is unknown, revoked or expired. */
export async function actorOfKey(database: Database, text: string): Promise<ApiClientActor | undefined> {
  const parsed = parseKey(text);
  if (!parsed) return undefined;
  const { tenantId, keyId, secretHash } = parsed;
  const [row] = await database.readInTenant<{
    name: string;
    secret_hash: Buffer;
    former_hash: Buffer | null;
    scopes: Scope[];
  }>(
    { tenantId },
    {
      name: 'api-key.find',
      text: `select name, secret_hash, case when former_until > now() then former_hash end as former_hash, scopes
        from api_key where id = $1 and revoked_at is null and (expires_at is null or expires_at > now())`,
      values: [keyId],
    },
  );
  const holds = [row?.secret_hash, row?.former_hash].some(
    (hash) => hash && timingSafeEqual(hash, secretHash),
  );
  if (!row || !holds) return undefined;
  return { kind: 'apiClient', tenantId, keyId, name: row.name, scopes: row.scopes };
}
