import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROLES, type Role } from '@huiyin/domain';
import { StartupError } from '../startup-error.ts';
import type { Database } from '../tenancy/database.ts';

const FILE = 'demo.json';

/** A sign-in of the demo. */
interface SignIn {
  readonly email: string;
  readonly password: string;
}

/** What `demo.json` holds: sign-ins by organisation and role, an API key each, and who sees across them. */
export interface DemoFile {
  readonly organizations: readonly {
    readonly slug: string;
    readonly name: string;
    readonly sector: string;
    readonly apiKey: string;
    readonly signIns: readonly (SignIn & { readonly role: Role })[];
  }[];
  /** A cross-sector administrator of the region of the demo offices. */
  readonly oversight?: SignIn;
}

/** The address of a demo member. Nobody real has one that ends in `.example` (RFC 2606). */
export function demoEmail(role: Role, slug: string): string {
  return `${role.toLowerCase().replaceAll('_', '-')}@${slug}.example`;
}

/** The address of the demo's cross-sector administrator; with what tells a second one from the first. */
export function demoOverseerEmail(suffix = ''): string {
  return `oversight${suffix}@shenzhen.example`;
}

/** Where the demo's sign-ins stand. */
export function demoFile(dataDir: string): string {
  return join(dataDir, FILE);
}

function draftFile(dataDir: string): string {
  return `${demoFile(dataDir)}.draft`;
}

/** The demo organisations made so far, and whether those are all. */
export function readDemo(dataDir: string): DemoFile & { readonly whole: boolean } {
  const whole = existsSync(demoFile(dataDir));
  const file = whole ? demoFile(dataDir) : draftFile(dataDir);
  if (!existsSync(file)) return { organizations: [], whole };
  return { ...(JSON.parse(readFileSync(file, 'utf8')) as DemoFile), whole };
}

/** Keeps what of the demo is made so far, for the eyes of its owner; never half of the file. */
export function writeDemo(dataDir: string, demo: DemoFile, { whole }: { readonly whole: boolean }): void {
  const file = whole ? demoFile(dataDir) : draftFile(dataDir);
  const half = `${file}.half`;
  const text = `${JSON.stringify(demo, null, 2)}\n`;
  writeFileSync(half, text, { mode: 0o600, flush: true });
  renameSync(half, file);
  if (whole) rmSync(draftFile(dataDir), { force: true });
}

/**
 * Whoever can read `demo.json` could sign in: production does not run beside demo organisations.
 * @throws StartupError when the data folder or the database holds any
 */
export async function refuseDemo(options: {
  readonly database: Database;
  readonly dataDir: string;
}): Promise<void> {
  const { database, dataDir } = options;
  const [account] = await database.asPlatform((query) =>
    query({
      text: 'select from identity."user" where email like any ($1::text[]) limit 1',
      values: [[...ROLES.map((role) => demoEmail(role, '%')), demoOverseerEmail('%')]],
    }),
  );
  if (!account && ![demoFile(dataDir), draftFile(dataDir)].some((path) => existsSync(path))) return;
  throw new StartupError({
    zh: `数据目录 ${dataDir} 或其数据库中有演示单位，其登录密码是公开的，不能用于正式使用。请用 DATA_DIR（使用自有数据库时连同 DATABASE_URL）指定新的目录和数据库。`,
    en: `The data folder ${dataDir} or its database holds demo organisations, whose passwords lie open; production does not run on them. Name a new folder with DATA_DIR (and, with an own database, a new one with DATABASE_URL).`,
  });
}

/** The sign-ins in the data folder are not those of the database that is opened. */
export function otherDatabase(dataDir: string): StartupError {
  return new StartupError({
    zh: `${demoFile(dataDir)} 中的演示账号属于另一个数据库。请用 DATA_DIR 为这个数据库指定另一个目录，或移走该文件以新建演示单位。`,
    en: `The sign-ins in ${demoFile(dataDir)} belong to another database. Name another folder for this one with DATA_DIR, or move the file away to have demo organisations made anew.`,
  });
}
