import { type Config, readConfig } from '../config.ts';
import { FileRefusedError } from '../files/file-store.ts';
import { openDatabase } from '../open-database.ts';
import { StartupError } from '../startup-error.ts';
import { Database } from '../tenancy/database.ts';
import { endOnSignal } from './end-on-signal.ts';

/** What a command at the console works with. */
export interface CommandContext {
  readonly database: Database;
  readonly config: Config;
  /** The installation's, from which keys are made. */
  readonly secret: string;
}

/** Something that was typed wrongly; its message, in both languages, is all that a person needs. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/**
 * Runs a command at the console on the database of the settings, beside a running server or alone, and sets the
 * process's exit code to what `work` answers, or to 1 when it fails.
 * @param options.read reads what was typed, before anything is opened. @throws UsageError
 */
export async function runCommand<Typed>(options: {
  readonly read: () => Typed;
  readonly work: (context: CommandContext, typed: Typed) => Promise<number>;
}): Promise<void> {
  endOnSignal();
  try {
    const typed = options.read();
    const config = readConfig(process.env);
    const { runtimeUrl, secret, close } = await openDatabase(config, { share: true });
    try {
      const database = await Database.open({ url: runtimeUrl, poolSize: 4 });
      try {
        process.exitCode = await options.work({ database, config, secret }, typed);
      } finally {
        await database.close();
      }
    } finally {
      await close();
    }
  } catch (error) {
    process.stderr.write(`${wordsOf(error)}\n`);
    process.exitCode = 1;
  }
}

/** What a person is told: of a mistake of theirs its message, of one of ours everything. */
function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof FileRefusedError) return `${error.text.zh}\n${error.text.en}`;
  const known = error instanceof StartupError || error instanceof UsageError;
  const mistyped = (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS') ?? false;
  return known || mistyped ? error.message : (error.stack ?? error.message);
}

/** Every organisation, by its short name. */
export function allOrganizations(
  database: Database,
): Promise<{ readonly tenantId: string; readonly slug: string }[]> {
  return database.asPlatform((query) =>
    query<{ tenantId: string; slug: string }>({
      text: 'select tenant_id as "tenantId", slug from tenant_directory order by slug',
      values: [],
    }),
  );
}

/** The organisation of a short name. @throws UsageError that names those there are */
export async function organizationOf(
  database: Database,
  slug: string,
): Promise<{ readonly tenantId: string }> {
  const all = await allOrganizations(database);
  const found = all.find((organization) => organization.slug === slug);
  if (found) return found;
  const known = all.map((organization) => organization.slug).join(', ') || '—';
  throw new UsageError(`没有机构 ${slug}。已有 Known organisations: ${known}`);
}
