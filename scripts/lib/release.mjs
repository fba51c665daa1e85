import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unreleased, withRelease } from './changelog.mjs';
import { schemaChanges, unannounced } from './schema-changes.mjs';

const RELEASED = join('packages', 'shared', 'released');
const PRESENT = join('packages', 'shared', 'schema.graphql');
const VERSION = /^(\d+)\.(\d+)\.(\d+)$/;

/** The schema of the last release with its version; `undefined` before the first. Older ones are in the history. */
export function lastRelease(root) {
  const folder = join(root, RELEASED);
  const [file] = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.graphql')) : [];
  return file
    ? { version: file.replace(/\.graphql$/, ''), schema: readFileSync(join(folder, file), 'utf8') }
    : undefined;
}

/**
 * The present schema beside the last release.
 * @returns `{ since, breaking, dangerous, hidden }`: `hidden` are the breaking changes that the changelog does not
 *   announce; `undefined` before the first release, when nobody relies on anything
 */
export async function changesSinceRelease(root) {
  const last = lastRelease(root);
  if (!last) return undefined;
  const present = readFileSync(join(root, PRESENT), 'utf8');
  const changes = await schemaChanges({ released: last.schema, present });
  const { breaking } = unreleased(readFileSync(join(root, 'CHANGELOG.md'), 'utf8'));
  return { since: last.version, ...changes, hidden: unannounced(changes.breaking, breaking) };
}

/**
 * Makes the tree a release: the version in every package, the changelog's heading, and the schema that later ones are
 * compared with. Nothing is committed or sent.
 * @throws Error with what to do, before anything is written
 */
export async function release(root, { version, day }) {
  const changes = await changesSinceRelease(root);
  const changelogFile = join(root, 'CHANGELOG.md');
  const changelog = readFileSync(changelogFile, 'utf8');
  if (!VERSION.test(version)) throw new Error(`A version is three numbers, such as 0.2.0, not ${version}.`);
  if (changes && !isLater(version, changes.since)) {
    throw new Error(`${version} does not come after ${changes.since}, the last release.`);
  }
  if (unreleased(changelog).text === '') {
    throw new Error('CHANGELOG.md says nothing under `## Unreleased`: write what changes for users.');
  }
  if (changes && changes.hidden.length > 0) throw new Error(announceThese(changes.hidden));
  if (changes && changes.breaking.length > 0 && !mayBreak(version, changes.since)) {
    throw new Error(`The schema breaks programs written for ${changes.since}: this is no ${version}.`);
  }
  writeFileSync(changelogFile, withRelease(changelog, { version, day }));
  for (const file of manifestsOf(root)) {
    writeFileSync(file, readFileSync(file, 'utf8').replace(/("version": ")[^"]*(")/, `$1${version}$2`));
  }
  rmSync(join(root, RELEASED), { recursive: true, force: true });
  mkdirSync(join(root, RELEASED), { recursive: true });
  writeFileSync(join(root, RELEASED, `${version}.graphql`), readFileSync(join(root, PRESENT)));
}

/** What to do about breaking changes that nobody was told of. */
export function announceThese(hidden) {
  return [
    ...hidden.map(({ path, message }) => `${message} (\`${path}\`)`),
    'Programs of others break. Deprecate first and keep the old beside the new; or, where it must be, name each path',
    'in CHANGELOG.md under `## Unreleased`, `### Breaking`.',
  ].join('\n');
}

function manifestsOf(root) {
  const folders = ['apps', 'packages'].flatMap((group) =>
    readdirSync(join(root, group)).map((name) => join(root, group, name)),
  );
  return [root, ...folders, join(root, 'e2e')]
    .map((folder) => join(folder, 'package.json'))
    .filter((file) => existsSync(file));
}

function partsOf(version) {
  return VERSION.exec(version).slice(1).map(Number);
}

function isLater(version, than) {
  const [next, last] = [partsOf(version), partsOf(than)];
  const at = next.findIndex((part, index) => part !== last[index]);
  return at >= 0 && next[at] > last[at];
}

/** A new major version; before 1.0.0 a new minor one (semver.org, items 4 and 8). */
function mayBreak(version, last) {
  const [[major, minor], [lastMajor, lastMinor]] = [partsOf(version), partsOf(last)];
  return major > lastMajor || (lastMajor === 0 && minor > lastMinor);
}
