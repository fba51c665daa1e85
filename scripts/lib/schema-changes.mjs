import { createRequire } from 'node:module';
import { join } from 'node:path';
import { ROOT } from './tools.mjs';

// Both by `require`, so that they share the server's one copy of graphql: a second knows no schema of the first.
const require = createRequire(join(ROOT, 'apps', 'server', 'package.json'));
const { buildSchema } = require('graphql');
const { CriticalityLevel, DiffRule, diff } = createRequire(import.meta.url)('@graphql-inspector/core');

/**
 * What programs written against a released schema would notice of the present one. Removing what the release already
 * called deprecated is dangerous, not breaking: its users have been told.
 * @returns `breaking` and `dangerous` changes, each `{ path, message }`; additions that nobody notices are left out
 */
export async function schemaChanges({ released, present }) {
  const changes = await diff(buildSchema(released), buildSchema(present), [
    DiffRule.suppressRemovalOfDeprecatedField,
    DiffRule.ignoreDescriptionChanges,
  ]);
  const of = (level) =>
    changes
      .filter(({ criticality }) => criticality.level === level)
      .map(({ path = '', message }) => ({ path, message }));
  return { breaking: of(CriticalityLevel.Breaking), dangerous: of(CriticalityLevel.Dangerous) };
}

/** The breaking changes that the changelog's `### Breaking` does not name by their path, such as `Complaint.title`. */
export function unannounced(breaking, announcement) {
  return breaking.filter(({ path }) => !announcement.includes(`\`${path}\``));
}
