import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CONVENTIONS } from '../eslint.config.mjs';
import { NODE, ROOT } from './lib/tools.mjs';

// As with the layout: each convention breaks here once, on a made-up schema, so that none sees nothing.

const said = (text) => `"""${text}"""`;
const CLEAN = `
${said('What can be read.')}
type Query {
  ${said('A thing.')} thing: Thing
  ${said('Things.')} things(${said('How many.')} first: Int! = 20, ${said('Where from.')} after: String): ThingConnection!
}
${said('A page.')}
type ThingConnection {
  ${said('The page.')} edges: [ThingEdge!]!
  ${said('Where it stands.')} pageInfo: PageInfo!
}
${said('A place.')}
type ThingEdge { ${said('Its place.')} cursor: String! ${said('What stands there.')} node: Thing! }
${said('Where a page stands.')}
type PageInfo {
  ${said('More after.')} hasNextPage: Boolean!
  ${said('More before.')} hasPreviousPage: Boolean!
  ${said('First.')} startCursor: String
  ${said('Last.')} endCursor: String
}
${said('What can be done.')}
type Mutation {
  ${said('Names it.')} thingName(${said('Which.')} input: ThingNameInput!): ThingNamePayload!
}
${said('Anything with an id.')}
interface Node { ${said('Its id.')} id: ID! }
${said('A thing.')}
type Thing implements Node {
  ${said('Its id.')} id: ID!
  ${said('Names.')} names: [String!]!
  ${said('Notes.')} notes: [String!]!
  ${said('Whether it is good.')} good: Boolean!
  ${said('How it is.')} state: State
  ${said('When.')} at: Moment
}
${said('How a thing is.')}
enum State { ${said('New.')} NEW }
${said('A moment.')}
scalar Moment @specifiedBy(url: "https://example.org")
${said('Which thing.')}
input ThingNameInput { ${said('Its name.')} name: String! }
${said('The named thing.')}
type ThingNamePayload {
  ${said('What is named.')} named: Thing
  ${said('The id of what it took the place of.')} replacedId: ID
  ${said('Why not.')} userErrors: [UserError!]!
}
${said('Why not.')}
type UserError { ${said('In words.')} message: String! }
`;

/** The words of a convention, and how it is broken. */
const BROKEN = [
  ['A list is never null', 'names: [String!]!', 'names: [String!]'],
  ['An element of a list', 'notes: [String!]!', 'notes: [String]!'],
  ['A boolean is never null', 'good: Boolean!', 'good: Boolean'],
  ['Refer to the object', 'state: State', `state: State ${said('Another.')} otherId: ID!`],
  ['answers with a payload', 'ThingNamePayload!\n', 'ThingNamePayload\n'],
  ['why nothing was done', 'userErrors: [UserError!]!', 'errors: [UserError!]!'],
  ['is null where the mutation', 'named: Thing\n', 'named: Thing!\n'],
  ['where its form is specified', '@specifiedBy(url: "https://example.org")', ''],
  ['Description is required', said('New.'), ''],
  ['should be in UPPER_CASE', 'NEW }', 'new }'],
];

let folder;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'huiyin-schema-'));
  mkdirSync(join(folder, 'packages', 'shared'), { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What the linter says of a schema. */
function problems(schema) {
  const file = join('packages', 'shared', 'schema.graphql');
  writeFileSync(join(folder, file), schema);
  const program = join(ROOT, 'node_modules', 'eslint', 'bin', 'eslint.js');
  const config = join(ROOT, 'eslint.config.mjs');
  const { stdout, stderr } = spawnSync(NODE, [program, '--config', config, '--format', 'json', file], {
    cwd: folder,
    encoding: 'utf8',
  });
  if (!stdout) throw new Error(stderr);
  return JSON.parse(stdout).flatMap(({ messages }) => messages.map(({ message }) => message));
}

test('a schema that keeps the conventions passes', () => {
  expect(problems(CLEAN)).toEqual([]);
});

test('each breach is seen', () => {
  const broken = BROKEN.reduce((schema, [words, from, to]) => {
    expect(schema, words).toContain(from);
    return schema.replace(from, to);
  }, CLEAN);
  const found = problems(broken);
  for (const [words] of BROKEN) {
    expect(
      found.filter((message) => message.includes(words)),
      words,
    ).not.toEqual([]);
  }
});

test('every convention is broken once above', () => {
  for (const { message } of CONVENTIONS) {
    expect(
      BROKEN.filter(([words]) => message.includes(words)),
      message,
    ).toHaveLength(1);
  }
});
