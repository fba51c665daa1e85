import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newMigration } from './lib/migration-new.mjs';
import { ROOT, toolEnvironment } from './lib/tools.mjs';

// On a copy of the server's own migrations.

let copy;
let db;

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'huiyin-migration-'));
  db = join(copy, 'apps', 'server', 'src', 'db');
  for (const part of ['apps/server/src/db', 'biome.json', '.gitignore']) {
    cpSync(join(ROOT, part), join(copy, part), { recursive: true });
  }
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

const numberOf = (path) => Number(/(\d{4})-[^/]*$/.exec(path)?.[1]);

test('the next number, a name that sorts after all others, and a line in the list', () => {
  const first = newMigration(db, 'Add water meters');
  const second = newMigration(db, 'drop: water meters!');
  expect(first.migration).toMatch(/\d{4}-add-water-meters\.ts$/);
  expect(numberOf(second.migration)).toBe(numberOf(first.migration) + 1);
  const list = readFileSync(first.list, 'utf8');
  const [, listed = ''] = /export const MIGRATIONS = \[([^\]]*)\]/.exec(list) ?? [];
  const names = listed.match(/\w+/g) ?? [];
  expect(names.slice(-2).map((name) => name.replace(/\d+/, ''))).toEqual([
    'AddWaterMeters',
    'DropWaterMeters',
  ]);
  // TypeORM orders by the thirteen digits that end a name.
  const order = names.map((name) => name.slice(-13));
  expect(order).toEqual([...order].sort());
  for (const name of names) expect(list).toContain(`import { ${name} } from './migrations/`);
});

test('both files are in good style once Biome has broken their lines', () => {
  const run = spawnSync('biome', ['check', '--write', '--error-on-warnings', '.'], {
    cwd: copy,
    env: toolEnvironment(),
    encoding: 'utf8',
  });
  expect(run.status === 0 ? '' : `${run.stdout}${run.stderr}`).toBe('');
});

test('without words nothing is written', () => {
  const before = readFileSync(join(db, 'migrate.ts'), 'utf8');
  expect(() => newMigration(db, '！')).toThrow('English words');
  expect(readFileSync(join(db, 'migrate.ts'), 'utf8')).toBe(before);
});
