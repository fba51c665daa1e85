import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Writes the next migration and its lines in migrate.ts, whose form is left to Biome.
 * @param folder `apps/server/src/db`
 * @param said what the migration does, in a few English words
 * @returns the paths of both
 */
export function newMigration(folder, said) {
  const words = said.toLowerCase().match(/[a-z0-9]+/g);
  if (!words) throw new Error('npm run migration:new -- <what it does, in a few English words>');
  const numbers = readdirSync(join(folder, 'migrations')).map((file) =>
    Number(/^(\d{4})-/.exec(file)?.[1] ?? 0),
  );
  const number = String(Math.max(0, ...numbers) + 1).padStart(4, '0');
  const file = `${number}-${words.join('-')}.ts`;
  // TypeORM orders migrations by the thirteen digits that end a name.
  const name = `${words.map((word) => word[0].toUpperCase() + word.slice(1)).join('')}${number}000000000`;
  const path = join(folder, 'migrations', file);
  const list = join(folder, 'migrate.ts');
  const before = readFileSync(list, 'utf8');
  const after = before
    .replace(
      /(?:import .* from '\.\/migrations\/.*';\n)+/,
      (imports) => `${imports}import { ${name} } from './migrations/${file}';\n`,
    )
    .replace(/(export const MIGRATIONS = \[[^\]]*?),?(\s*\];)/, `$1, ${name}$2`);
  if (after.split(name).length !== 3)
    throw new Error(`${list}: no list of migrations found to add ${name} to`);
  writeFileSync(path, migrationText(name), { flag: 'wx' });
  writeFileSync(list, after);
  return { migration: path, list };
}

function migrationText(name) {
  return `import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ${name} implements MigrationInterface {
  name = '${name}';

  async up(runner: QueryRunner): Promise<void> {
    // A table of a tenant: (tenant_id, id) as its key, and protectTenantTable() behind it.
    await runner.query(\`\`);
  }

  async down(): Promise<void> {
    throw new Error('Not taken back: a later migration undoes what this one did.');
  }
}
`;
}
