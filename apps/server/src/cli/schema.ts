import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { composeSchema, type Services } from '../composition.ts';
import { publishedSchema } from '../graphql/schema.ts';

/** Writes the published schema; with `--check`, says whether the file is up to date instead. */

const FILE = resolve(import.meta.dirname, '../../../../packages/shared/schema.graphql');

// Nothing is resolved here, so no service is ever asked for anything.
const schema = publishedSchema(composeSchema({ casework: {} } as Services, () => undefined));

if (process.argv.includes('--check')) {
  if (readFileSync(FILE, 'utf8') !== schema) {
    process.stderr.write('packages/shared/schema.graphql is out of date: run npm run schema.\n');
    process.exitCode = 1;
  }
} else {
  writeFileSync(FILE, schema);
}
