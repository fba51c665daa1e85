import { resolve } from 'node:path';
import type { Localized } from '@huiyin/shared';
import { z } from 'zod';
import { StartupError } from './startup-error.ts';

/** The checkout's own folder, from the sources as from the built server. */
export const ROOT = resolve(import.meta.dirname, '../../..');

export type Mode = 'demo' | 'production';

/** Everything the environment decides. Nothing else reads `process.env`. */
export interface Config {
  /** `demo` makes the demo organisations and their sign-ins; `production` refuses them. */
  readonly mode: Mode;
  readonly host: string;
  readonly port: number;
  /** How browsers reach us, without a trailing slash: for links in messages and for checking origins. */
  readonly publicUrl: string;
  /** An own PostgreSQL (≥ 15) whose role may create tables and roles; absent: the embedded one. */
  readonly databaseUrl?: string;
  /** Absolute. Holds the embedded database, evidence files, the demo's sign-ins and secrets. */
  readonly dataDir: string;
  /** Signs sessions; always set in production. Absent in a demo: one is made and kept in the data folder. */
  readonly secret?: string;
  readonly logLevel: LogLevel;
  /** Where e-mail to offices is taken from the house's own mail server; absent: nowhere. */
  readonly mailIn?: { readonly domain: string; readonly host: string; readonly port: number };
  /** The mail server that letters leave by, and whom they come from; absent: they are kept as files. */
  readonly mailOut?: { readonly url: string; readonly from: string };
}

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

const MIN_SECRET_LENGTH = 32;
const OWN_PREFIX = 'HUIYIN_';

/** For each setting: what it may be, and what a person is told when it is not. */
const SETTINGS = {
  HUIYIN_MODE: setting(z.enum(['demo', 'production']).default('production'), {
    zh: '应为 demo（演示）或 production（正式使用）',
    en: 'must be demo or production',
  }),
  PORT: setting(
    z
      .string()
      .regex(/^\d{1,5}$/)
      .transform(Number)
      .pipe(z.number().min(1).max(65_535))
      .default(4000),
    {
      zh: '应为 1 到 65535 的端口号，例如 4000',
      en: 'must be a port number from 1 to 65535, such as 4000',
    },
  ),
  HOST: setting(
    z
      .string()
      .regex(/^[\w.:-]+$/)
      .optional(),
    {
      zh: '应为本机要监听的地址，例如 127.0.0.1（仅本机）或 0.0.0.0（整个网络）',
      en: 'must be the address to listen on, such as 127.0.0.1 (this machine only) or 0.0.0.0 (the network)',
    },
  ),
  PUBLIC_URL: setting(
    z
      .url({ protocol: /^https?$/ })
      .transform((url) => new URL(url).href.replace(/\/+$/, ''))
      .optional(),
    {
      zh: '应为浏览器访问本系统的网址，例如 https://tousu.example.gov.cn',
      en: 'must be the address that browsers use, such as https://complaints.example.org',
    },
  ),
  DATABASE_URL: setting(
    z
      .url({ protocol: /^postgres(ql)?$/ })
      // Without a host a URL takes no other user, and the server would work as the owner.
      .refine((url) => new URL(url).hostname !== '')
      .optional(),
    {
      zh: '应为 postgresql://用户:密码@主机:端口/数据库；不设置则使用内置数据库',
      en: 'must be postgresql://user:password@host:port/database; leave it out for the embedded database',
    },
  ),
  DATA_DIR: setting(
    z
      .string()
      .min(1)
      .default(resolve(ROOT, '.data'))
      .transform((path) => resolve(path)),
    {
      zh: '应为可写的文件夹',
      en: 'must be a folder that can be written to',
    },
  ),
  HUIYIN_SECRET: setting(
    z
      .string()
      .min(MIN_SECRET_LENGTH)
      .refine((secret) => new Set(secret).size >= 10)
      .optional(),
    {
      zh: `应为至少 ${MIN_SECRET_LENGTH} 个字符的随机串，可用 openssl rand -base64 48 生成`,
      en: `must be at least ${MIN_SECRET_LENGTH} random characters: openssl rand -base64 48 makes some`,
    },
  ),
  MAIL_IN: setting(
    z
      .url({ protocol: /^smtp$/ })
      .refine((url) => new URL(url).port !== '' && new URL(url).searchParams.has('domain'))
      .transform((url) => {
        const { hostname: host, port: at, searchParams } = new URL(url);
        return { host, port: Number(at), domain: searchParams.get('domain') ?? '' };
      })
      .optional(),
    {
      zh: '应为接收投诉邮件的本机地址和邮箱域名，例如 smtp://127.0.0.1:2525?domain=tousu.example.gov.cn',
      en: 'must be where mail is taken and its domain, such as smtp://127.0.0.1:2525?domain=complaints.example.org',
    },
  ),
  MAIL_OUT: setting(z.url({ protocol: /^smtps?$/ }).optional(), {
    zh: '应为发信服务器，例如 smtps://用户:密码@smtp.example.gov.cn',
    en: 'must be the mail server that letters leave by, such as smtps://user:password@smtp.example.org',
  }),
  MAIL_FROM: setting(z.email().optional(), {
    zh: '应为发信人的邮箱地址',
    en: 'must be the e-mail address that letters come from',
  }),
  LOG_LEVEL: setting(z.enum(LOG_LEVELS).optional(), {
    zh: `应为 ${LOG_LEVELS.join('、')} 之一`,
    en: `must be one of ${LOG_LEVELS.join(', ')}`,
  }),
};

/**
 * Reads the configuration from environment variables; an empty variable counts as absent.
 * @throws StartupError naming every variable that is wrong and what it should be
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const problems: { name: string; text: Localized }[] = [];
  const read = <T>(name: string, { schema, help }: Setting<T>): T | undefined => {
    const result = schema.safeParse(env[name] || undefined);
    if (!result.success) problems.push({ name, text: help });
    return result.data;
  };
  // A mistyped HUIYIN_MODE would silently run the wrong mode: an own variable that we do not know is a mistake.
  for (const name of Object.keys(env)) {
    if (!name.startsWith(OWN_PREFIX) || name in SETTINGS) continue;
    problems.push({
      name,
      text: { zh: '没有这个设置，请检查拼写', en: 'is no setting of ours: check the spelling' },
    });
  }
  const mode = read('HUIYIN_MODE', SETTINGS.HUIYIN_MODE) ?? 'production';
  const port = read('PORT', SETTINGS.PORT) ?? 0;
  const secret = read('HUIYIN_SECRET', SETTINGS.HUIYIN_SECRET);
  if (mode === 'production' && !env['HUIYIN_SECRET']) {
    problems.push({
      name: 'HUIYIN_SECRET',
      text: {
        zh: `正式使用时必须设置；${SETTINGS.HUIYIN_SECRET.help.zh}`,
        en: `is required in production; it ${SETTINGS.HUIYIN_SECRET.help.en}`,
      },
    });
  }
  const databaseUrl = read('DATABASE_URL', SETTINGS.DATABASE_URL);
  if (mode === 'production' && databaseUrl && hasDefaultPassword(databaseUrl)) {
    problems.push({
      name: 'DATABASE_URL',
      text: {
        zh: '使用了人人皆知的默认密码；正式使用时请为数据库用户设置自己的密码',
        en: 'has a default password that everybody knows; in production the database user needs its own',
      },
    });
  }
  const mailIn = read('MAIL_IN', SETTINGS.MAIL_IN);
  const mailOut = read('MAIL_OUT', SETTINGS.MAIL_OUT);
  const from = read('MAIL_FROM', SETTINGS.MAIL_FROM);
  if (mailOut && !from) problems.push({ name: 'MAIL_FROM', text: SETTINGS.MAIL_FROM.help });
  const config: Config = {
    mode,
    port,
    // A demo's sign-ins lie open in a file: it stays on this machine unless somebody says otherwise. In production
    // the office's colleagues reach it from their own machines.
    host: read('HOST', SETTINGS.HOST) ?? (mode === 'demo' ? '127.0.0.1' : '0.0.0.0'),
    publicUrl: read('PUBLIC_URL', SETTINGS.PUBLIC_URL) ?? `http://localhost:${port}`,
    dataDir: read('DATA_DIR', SETTINGS.DATA_DIR) ?? '',
    logLevel: read('LOG_LEVEL', SETTINGS.LOG_LEVEL) ?? (mode === 'demo' ? 'warn' : 'info'),
    ...(databaseUrl === undefined ? {} : { databaseUrl }),
    ...(secret === undefined ? {} : { secret }),
    ...(mailIn === undefined ? {} : { mailIn }),
    ...(mailOut && from ? { mailOut: { url: mailOut, from } } : {}),
  };
  if (problems.length > 0) throw new StartupError(explain(problems));
  return config;
}

/** The passwords of instructions and images, and the user's own name. */
function hasDefaultPassword(databaseUrl: string): boolean {
  const { username, password } = new URL(databaseUrl);
  const known = ['postgres', 'password', 'admin', 'root', 'secret', 'changeme', 'huiyin', '123456', username];
  return password !== '' && known.includes(decodeURIComponent(password).toLowerCase());
}

interface Setting<T> {
  readonly schema: z.ZodType<T>;
  readonly help: Localized;
}

function setting<T>(schema: z.ZodType<T>, help: Localized): Setting<T> {
  return { schema, help };
}

function explain(problems: readonly { name: string; text: Localized }[]): Localized {
  const lines = (locale: keyof Localized) =>
    problems.map(({ name, text }) => `  ${name} ${text[locale]}`).join('\n');
  return { zh: `设置有误：\n${lines('zh')}`, en: `Wrong settings:\n${lines('en')}` };
}
