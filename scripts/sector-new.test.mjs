import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { namesOf, newSector } from './lib/sector-new.mjs';
import { ROOT, toolEnvironment } from './lib/tools.mjs';

// On a copy of the tree: a sector is its folder and its line, and nothing else has to be written for it.

const NOT_COPIED = new Set(['dist', '.turbo', 'generated']);
const VITEST = `const conditions = ['source'];
export default { resolve: { conditions }, ssr: { resolve: { conditions } }, test: { include: ['src/sectors/*.test.ts'] } };
`;

let copy;

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'huiyin-sector-'));
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
  for (const part of [
    'packages',
    'apps/server',
    'tsconfig.base.json',
    'biome.json',
    '.gitignore',
    'eslint.config.mjs',
  ]) {
    cpSync(join(ROOT, part), join(copy, part), {
      recursive: true,
      verbatimSymlinks: true,
      filter: (path) => !NOT_COPIED.has(basename(path)),
    });
  }
  writeFileSync(join(copy, 'packages', 'domain', 'vitest.config.mjs'), VITEST);
  newSector(copy, { code: 'WATER_SUPPLY', zh: '供水', prefix: 'GS' });
  newSector(copy, { code: 'food-safety', zh: '食品安全', en: "People's food", family: 'regulator' });
}, 60_000);
afterAll(() => rmSync(copy, { recursive: true, force: true }));

/** Runs a tool in the copy; what it says when it fails. */
function failure(tool, ...args) {
  const env = { ...toolEnvironment(), NODE_OPTIONS: '' };
  const { status, stdout, stderr } = spawnSync(tool, args, { cwd: copy, env, encoding: 'utf8' });
  return status === 0 ? '' : `${stdout}${stderr}`;
}

describe('a sector just written', () => {
  test('is in good style after Biome has broken its lines', () => {
    const sectors = join('packages', 'domain', 'src', 'sectors');
    expect(failure('biome', 'check', '--write', '--error-on-warnings', sectors)).toBe('');
  });

  test('is a valid declaration: its types fit, and what every sector must keep it keeps', () => {
    expect(failure('tsc', '--noEmit', '-p', 'packages/domain')).toBe('');
    expect(failure('vitest', 'run', '--root', 'packages/domain')).toBe('');
  }, 120_000);

  test('stands in the GraphQL schema, which is as well described as before', () => {
    const server = [
      '--conditions=source',
      '--tsconfig',
      'apps/server/tsconfig.json',
      'apps/server/src/cli/schema.ts',
    ];
    expect(failure('tsx', ...server)).toBe('');
    const schema = readFileSync(join(copy, 'packages', 'shared', 'schema.graphql'), 'utf8');
    expect(schema).toMatch(/union ComplaintDetails =[^\n]*\| WaterSupplyDetails/);
    expect(schema).toContain('waterSupply: WaterSupplyDetailsInput');
    expect(schema).toContain('enum FoodSafetyServiceWay');
    expect(failure('eslint', '--max-warnings', '0', 'packages/shared/schema.graphql')).toBe('');
  }, 120_000);
});

describe('before anything is written', () => {
  test('a name that is none, or is taken, is refused with what to do', () => {
    const refused = (options) => () => newSector(copy, options);
    expect(refused({ code: '1', zh: '供水' })).toThrow('WATER_SUPPLY');
    expect(refused({ code: 'GAS' })).toThrow('--zh');
    expect(refused({ code: 'GAS', zh: '燃气', family: 'both' })).toThrow('--family');
    expect(refused({ code: 'GAS', zh: '燃气', prefix: '燃' })).toThrow('--prefix');
    expect(refused({ code: 'tourism', zh: '旅游' })).toThrow('there already');
  });

  test('one name is spelled in every way it is needed', () => {
    const names = {
      code: 'WATER_SUPPLY',
      en: 'Water supply',
      typeName: 'WaterSupply',
      slug: 'water-supply',
      prefix: 'WS',
    };
    for (const code of ['WATER_SUPPLY', 'water-supply', 'waterSupply', 'Water supply']) {
      expect(namesOf({ code, zh: '供水' })).toMatchObject(names);
    }
  });
});
