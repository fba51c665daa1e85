import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { changesSinceRelease, release } from './release.mjs';

const SCHEMA = `
type Query { complaint: Complaint  status: Status  any: Any }
type Complaint { title: String  old: String @deprecated(reason: "title") }
type Report { title: String }
union Any = Complaint
enum Status { OPEN CLOSED }
`;

let root;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'huiyin-release-'));
  for (const folder of ['.', 'apps/server', 'packages/shared', 'e2e']) {
    write(`${folder}/package.json`, '{\n  "name": "x",\n  "version": "0.1.0"\n}\n');
  }
  write('packages/shared/schema.graphql', SCHEMA);
  changelog('The first.');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(path, text) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}
const read = (path) => readFileSync(join(root, path), 'utf8');
const changelog = (text) =>
  write('CHANGELOG.md', `# Changelog\n\n## Unreleased\n\n${text}\n\n## 0.0.1 – 2026-01-01\n\nOlder.\n`);
const present = (from, to) => write('packages/shared/schema.graphql', SCHEMA.replace(from, to));
const to = (version) => release(root, { version, day: '2026-12-01' });
const paths = (changes) => changes.map(({ path }) => path);

test('before the first release nobody relies on anything', async () => {
  expect(await changesSinceRelease(root)).toBeUndefined();
});

test('a release stamps the changelog, every package, and keeps the schema', async () => {
  await to('0.1.0');
  expect(read('CHANGELOG.md')).toBe(
    '# Changelog\n\n## Unreleased\n\n## 0.1.0 – 2026-12-01\n\nThe first.\n\n## 0.0.1 – 2026-01-01\n\nOlder.\n',
  );
  changelog('The second.');
  await to('0.2.0');
  for (const folder of ['.', 'apps/server', 'packages/shared', 'e2e']) {
    expect(JSON.parse(read(`${folder}/package.json`)).version).toBe('0.2.0');
  }
  expect(readdirSync(join(root, 'packages/shared/released'))).toEqual(['0.2.0.graphql']);
  expect(await changesSinceRelease(root)).toEqual({
    since: '0.2.0',
    breaking: [],
    dangerous: [],
    hidden: [],
  });
});

test('what breaks programs is found, and may not be hidden', async () => {
  await to('0.1.0');
  present('title: String  old', 'name: String  old');
  changelog('Renamed.');
  const { breaking, hidden } = await changesSinceRelease(root);
  expect(paths(breaking)).toEqual(['Complaint.title']);
  expect(hidden).toEqual(breaking);
  await expect(to('0.2.0')).rejects.toThrow('Complaint.title');
});

test('named in the changelog it is allowed, and only in a version that says so', async () => {
  await to('0.1.0');
  present('title: String  old', 'name: String  old');
  changelog('### Breaking\n\n- `Complaint.title` is `Complaint.name` now.');
  expect((await changesSinceRelease(root)).hidden).toEqual([]);
  await expect(to('0.1.1')).rejects.toThrow('this is no 0.1.1');
  await to('0.2.0');
  expect((await changesSinceRelease(root)).breaking).toEqual([]);
});

test('a new enum value, a new union member and the end of what was deprecated are dangerous', async () => {
  await to('0.1.0');
  present('OPEN CLOSED', 'OPEN CLOSED MERGED');
  expect(await changesSinceRelease(root)).toMatchObject({
    breaking: [],
    dangerous: [{ path: 'Status.MERGED' }],
  });
  present('= Complaint', '= Complaint | Report');
  expect(await changesSinceRelease(root)).toMatchObject({ breaking: [], dangerous: [{ path: 'Any' }] });
  present('old: String @deprecated(reason: "title")', '');
  expect(await changesSinceRelease(root)).toMatchObject({
    breaking: [],
    dangerous: [{ path: 'Complaint.old' }],
  });
});

test('nothing is written when the version is none, does not follow, or nothing is said of it', async () => {
  await to('0.1.0');
  const before = read('CHANGELOG.md');
  await expect(to('0.2.0')).rejects.toThrow('Unreleased');
  changelog('Something.');
  await expect(to('next')).rejects.toThrow('three numbers');
  await expect(to('0.1.0')).rejects.toThrow('does not come after');
  expect(before).toContain('0.1.0');
  expect(readdirSync(join(root, 'packages/shared/released'))).toEqual(['0.1.0.graphql']);
});
