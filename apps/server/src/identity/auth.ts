import { hash, verify } from '@node-rs/argon2';
import { betterAuth } from 'better-auth';
import { APIError, createAuthMiddleware } from 'better-auth/api';
import { twoFactor } from 'better-auth/plugins';
import pg from 'pg';
import type { LockOut } from './lock-out.ts';
import type { Mailer } from './mailer.ts';

export interface AuthOptions {
  /** The database as the runtime role. */
  readonly url: string;
  readonly secret: string;
  readonly publicUrl: string;
  readonly mailer: Mailer;
  readonly lockOut: LockOut;
}

/** OWASP's recommendation for argon2id: 19 MiB, two passes, one lane. The library's own default algorithm is argon2id. */
const ARGON2 = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export const SHORTEST_PASSWORD = 10;
export const LONGEST_PASSWORD = 128;

const SIGN_IN = '/sign-in/email';
const CHANGE_PASSWORD = '/change-password';
/** Laid over what was sent with a new password. */
const ALL_ELSE_ENDS = { revokeOtherSessions: true };

/** Sign-in by better-auth: sessions, password reset, two factors. Nobody signs up: members are made by administrators. */
function createAuth({
  pool,
  secret,
  publicUrl,
  mailer,
  lockOut,
}: Omit<AuthOptions, 'url'> & { pool: pg.Pool }) {
  return betterAuth({
    appName: 'Huiyin',
    baseURL: publicUrl,
    basePath: '/api/auth',
    secret,
    database: pool,
    telemetry: { enabled: false },
    logger: { disabled: true },
    trustedOrigins: originsOf(publicUrl),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: SHORTEST_PASSWORD,
      maxPasswordLength: LONGEST_PASSWORD,
      password: {
        hash: (password) => hash(password, ARGON2),
        verify: ({ hash: stored, password }) => isPassword(stored, password),
      },
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: async ({ user, token }) => {
        await mailer.send({
          to: user.email,
          subject: '回音：重设密码 / Huiyin: reset your password',
          // Behind the `#` the token reaches our page and no server's log.
          text: `请在一小时内打开以下链接重设密码：\nOpen this link within an hour to reset your password:\n\n${publicUrl}/reset-password#${token}\n`,
        });
      },
    },
    // Twelve hours unused end a session; the database ends it after a week of use too (migration 0091).
    session: { expiresIn: 60 * 60 * 12, updateAge: 60 * 60 },
    rateLimit: {
      enabled: true,
      storage: 'database',
      window: 60,
      max: 300,
      customRules: { [SIGN_IN]: { window: 60, max: 60 } },
    },
    advanced: {
      cookiePrefix: 'huiyin',
      useSecureCookies: publicUrl.startsWith('https:'),
      ipAddress: { ipAddressHeaders: ['x-huiyin-client'] },
    },
    hooks: {
      before: createAuthMiddleware(async (context) => {
        // Who changes a password may be shutting somebody out: no caller chooses to leave other sessions open.
        if (context.path === CHANGE_PASSWORD) return { context: { body: ALL_ELSE_ENDS } };
        if (context.path !== SIGN_IN) return;
        const { email } = context.body as { email?: unknown };
        if (typeof email === 'string' && (await lockOut.isLocked(email))) {
          throw new APIError('TOO_MANY_REQUESTS', {
            code: 'TOO_MANY_ATTEMPTS',
            message: '尝试次数过多，请 15 分钟后再试。 Too many attempts; try again in 15 minutes.',
          });
        }
      }),
      after: createAuthMiddleware(async (context) => {
        if (context.path !== SIGN_IN) return;
        const { email } = context.body as { email?: unknown };
        if (typeof email !== 'string') return;
        if (context.context.returned instanceof APIError) await lockOut.failed(email);
        else await lockOut.succeeded(email);
      }),
    },
    plugins: [twoFactor({ issuer: 'Huiyin' })],
  });
}

/** Where our own pages may be opened; a machine's own address has three names. */
function originsOf(publicUrl: string): string[] {
  const { hostname, origin } = new URL(publicUrl);
  if (hostname !== 'localhost') return [origin];
  return [origin, ...['127.0.0.1', '[::1]'].map((name) => origin.replace('localhost', name))];
}

export type Auth = ReturnType<typeof createAuth>;

/** Sign-in with connections of its own: its tables lie in the schema `identity` and belong to no tenant. */
export function openAuth({ url, ...options }: AuthOptions): { auth: Auth; close: () => Promise<void> } {
  const pool = new pg.Pool({ connectionString: url, max: 4, options: '-c search_path=identity' });
  // A connection that breaks while idle is replaced at the next use.
  pool.on('error', () => undefined);
  return { auth: createAuth({ ...options, pool }), close: () => pool.end() };
}

/** A password as it is stored. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, ARGON2);
}

/** Whether it is the password that was stored. */
export function isPassword(stored: string, password: string): Promise<boolean> {
  return verify(stored, password);
}
