import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import layout from '../.dependency-cruiser.mjs';
import { NODE, ROOT } from './lib/tools.mjs';

// A rule that never fails may be a rule that sees nothing: each breaks here once, on a made-up tree.

const SERVER = 'apps/server/src';
const CLEAN = {
  'packages/shared/src/index.ts': 'export interface Localized { readonly zh: string }',
  'packages/domain/src/index.ts':
    "import type { Localized } from '../../shared/src/index.ts';\nexport type A = Localized;",
  [`${SERVER}/db/data-source.ts`]: "import 'typeorm';\nimport 'pg';",
  [`${SERVER}/tenancy/in-tenant.ts`]: "import '../db/data-source.ts';",
  [`${SERVER}/identity/pool.ts`]: "import 'pg';",
  [`${SERVER}/features/complaints/complaints.repository.ts`]:
    "import 'typeorm';\nexport interface Row { a: 1 }",
  [`${SERVER}/features/complaints/complaints.test.ts`]: "import 'node:fs';\nimport 'pg';",
  [`${SERVER}/features/reports/report.ts`]: 'export interface Report { a: 1 }',
  [`${SERVER}/main.ts`]:
    "import './features/reports/report.ts';\nimport './features/complaints/complaints.repository.ts';",
  [`${SERVER}/heads.ts`]: 'export const heads = 1;',
  [`${SERVER}/tails.ts`]: "import './heads.ts';",
  'apps/web/src/main.tsx': 'export const page = <p>1</p>;',
};

const FEATURES = `${SERVER}/features`;
const REPORT_TYPE = "import type { Report } from '../features/reports/report.ts';";

/** The rule, the file that breaks it, and how. */
const BROKEN = [
  ['no-cycles', `${SERVER}/heads.ts`, "import './tails.ts';"],
  ['no-unresolved', `${SERVER}/lost.ts`, "import type { A } from './nowhere.ts';"],
  ['shared-stands-alone', 'packages/shared/src/a.ts', "import type { A } from '../../domain/src/index.ts';"],
  [
    'domain-knows-shared-alone',
    'packages/domain/src/a.ts',
    "export * from '../../../apps/server/src/main.ts';",
  ],
  ['domain-is-pure', 'packages/domain/src/file.ts', "import { readFileSync } from 'node:fs';"],
  ['domain-is-pure', 'packages/domain/src/chance.ts', "import { randomUUID } from 'crypto';"],
  ['domain-has-no-framework', 'packages/domain/src/sql.ts', "import type { Client } from 'pg';"],
  ['server-knows-no-web', `${SERVER}/page.ts`, "import { page } from '../../web/src/main.tsx';"],
  ['web-knows-no-server', 'apps/web/src/a.tsx', "import type { Row } from '../../server/src/main.ts';"],
  ['web-has-no-node', 'apps/web/src/b.ts', "export const fs = await import('node:fs');"],
  [
    'features-do-not-meet',
    `${FEATURES}/complaints/a.ts`,
    "import type { Report } from '../reports/report.ts';",
  ],
  ['floor-knows-no-feature', `${SERVER}/tenancy/a.ts`, REPORT_TYPE],
  ['typeorm-stays-in-repositories', `${FEATURES}/reports/a.ts`, "import type { Manager } from 'typeorm';"],
  ['one-door-to-the-database', `${FEATURES}/reports/b.repository.ts`, "import type { Client } from 'pg';"],
  [
    'data-source-belongs-to-tenancy',
    `${FEATURES}/reports/c.repository.ts`,
    "import '../../db/data-source.ts';",
  ],
  ['tests-are-not-imported', `${FEATURES}/complaints/b.ts`, "import './complaints.test.ts';"],
  ['nothing-outside-package-json', `${FEATURES}/reports/d.ts`, "import 'stowaway';"],
  ['product-needs-no-tools', `${FEATURES}/reports/e.ts`, "import 'tool';"],
];

let folder;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'huiyin-layout-'));
  for (const name of ['typeorm', 'pg', 'tool', 'stowaway']) {
    write(`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' }));
    write(`node_modules/${name}/index.js`, 'module.exports = {};');
  }
  write(
    'package.json',
    JSON.stringify({ dependencies: { typeorm: '1', pg: '1' }, devDependencies: { tool: '1' } }),
  );
  for (const [path, text] of Object.entries(CLEAN)) write(path, text);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(path, text) {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

/** Every violation in the made-up tree, as `rule: file`. */
function violations() {
  const program = join(ROOT, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruiser.mjs');
  const config = join(ROOT, '.dependency-cruiser.mjs');
  const args = [program, '--config', config, '--output-type', 'json', 'apps', 'packages'];
  const { stdout, stderr } = spawnSync(NODE, args, { cwd: folder, encoding: 'utf8' });
  if (!stdout) throw new Error(stderr);
  return JSON.parse(stdout).summary.violations.map(({ rule, from }) => `${rule.name}: ${from}`);
}

test('a tree that keeps the rules passes', () => {
  expect(violations()).toEqual([]);
});

test('each rule sees its breach, also where only a type is imported', () => {
  for (const [, path, text] of BROKEN) write(path, text);
  expect(violations()).toEqual(expect.arrayContaining(BROKEN.map(([rule, path]) => `${rule}: ${path}`)));
});

test('every rule is broken once above', () => {
  const names = [...new Set(BROKEN.map(([rule]) => rule))];
  expect(names.sort()).toEqual(layout.forbidden.map(({ name }) => name).sort());
});
