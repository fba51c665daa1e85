import { join } from 'node:path';
import { newMigration } from './lib/migration-new.mjs';
import { ensureInstalled, say } from './lib/prepare.mjs';
import { ROOT, runTool } from './lib/tools.mjs';

// npm run migration:new -- <words>: the next migration, numbered, empty, and listed where migrations are applied.
try {
  ensureInstalled();
  const { migration, list } = newMigration(
    join(ROOT, 'apps', 'server', 'src', 'db'),
    process.argv.slice(2).join(' '),
  );
  runTool('biome', ['check', '--write', '--log-level=error', migration, list]);
  console.log(migration);
} catch (error) {
  say(error.message);
  process.exitCode = 1;
}
