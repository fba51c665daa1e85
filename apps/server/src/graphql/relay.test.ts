import { execFile } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';

/** Relay's own compiler takes the published schema: nodes are fetched again by id, lists are paged. */

const SCHEMA = resolve(import.meta.dirname, '../../../../packages/shared/schema.graphql');
const folder = mkdtempSync(join(tmpdir(), 'huiyin-relay-'));
afterAll(() => rmSync(folder, { recursive: true }));

const PROGRAM = `
  graphql\`
    query inboxQuery { ...inbox_complaints }
  \`;
  graphql\`
    fragment inbox_complaints on Query
      @argumentDefinitions(count: { type: "Int", defaultValue: 20 }, cursor: { type: "String" })
      @refetchable(queryName: "inboxPageQuery") {
      complaints(first: $count, after: $cursor) @connection(key: "inbox_complaints") {
        edges { node { ...inbox_row } }
      }
    }
  \`;
  graphql\`
    fragment inbox_row on Complaint @refetchable(queryName: "inboxRowQuery") { id number title }
  \`;
  graphql\`
    mutation inboxAcceptMutation($input: ComplaintAcceptInput!) {
      complaintAccept(input: $input) { complaint { ...inbox_row } userErrors { code field message } }
    }
  \`;
`;

test('a program written for Relay compiles against it', async () => {
  const src = join(folder, 'src');
  mkdirSync(src);
  copyFileSync(SCHEMA, join(folder, 'schema.graphql'));
  writeFileSync(join(src, 'inbox.ts'), PROGRAM);
  const config = { src: './src', schema: './schema.graphql', language: 'typescript', eagerEsModules: true };
  writeFileSync(join(folder, 'relay.config.json'), JSON.stringify(config));
  const compiler = createRequire(import.meta.url).resolve('relay-compiler/cli.js');
  await promisify(execFile)(process.execPath, [compiler, 'relay.config.json'], { cwd: folder });
  const made = readdirSync(join(src, '__generated__')).map((name) => name.replace('.graphql.ts', ''));
  expect(made.sort()).toEqual([
    ...['inboxAcceptMutation', 'inboxPageQuery', 'inboxQuery', 'inboxRowQuery'],
    ...['inbox_complaints', 'inbox_row'],
  ]);
});
