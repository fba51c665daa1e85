import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DETAIL_QUERY } from '../bench/workloads/detail.mjs';
import { INBOX_QUERY } from '../bench/workloads/inbox.mjs';
import { LIFE_MUTATIONS } from '../bench/workloads/life.mjs';
import { ROOT } from './lib/tools.mjs';

// The benchmark runs when somebody wants figures; that it still asks for what the schema has is seen at every test.

const { buildSchema, parse, validate } = createRequire(join(ROOT, 'apps', 'server', 'package.json'))(
  'graphql',
);
const schema = buildSchema(readFileSync(join(ROOT, 'packages', 'shared', 'schema.graphql'), 'utf8'));

const asked = [INBOX_QUERY, DETAIL_QUERY, ...LIFE_MUTATIONS].map((text) => ({
  name: text.split('(', 1)[0],
  text,
}));

test.each(asked)('the schema takes the benchmark’s $name', ({ text }) => {
  expect(validate(schema, parse(text))).toEqual([]);
});
