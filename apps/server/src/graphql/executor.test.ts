import { buildSchema, parse } from 'graphql';
import { expect, test } from 'vitest';
import { Meter } from '../metering/meter.ts';
import { compilingGateway } from './executor.ts';
import { formatError } from './format-error.ts';

const schema = buildSchema(`
  input Asked { again: Boolean! = false, order: Order = NEWEST, first: Int! }
  enum Order { NEWEST OLDEST }
  type Query { sound: String, faulty: String, told(input: Asked!): String }
`);
const logged: unknown[] = [];
const log = { error: (error: unknown) => void logged.push(error) } as unknown as Parameters<
  typeof formatError
>[0];

/** People pay nothing: the meter and its database are not asked. */
const SOMEBODY = { request: { actor: { kind: 'staff' }, locale: 'en' } };

async function run(query: string, variables: object = {}) {
  Object.assign(schema.getQueryType()?.getFields()['sound'] ?? {}, { resolve: () => 'yes' });
  Object.assign(schema.getQueryType()?.getFields()['faulty'] ?? {}, {
    resolve: () => {
      throw new TypeError('secret inside');
    },
  });
  Object.assign(schema.getQueryType()?.getFields()['told'] ?? {}, {
    resolve: (_: unknown, { input }: { input: object }) => JSON.stringify(input),
  });
  const meter = new Meter(undefined as never);
  const { executor } = await compilingGateway(schema, meter).load({} as never);
  if (!executor) throw new Error('no executor');
  const request = { variables };
  return executor({ document: parse(query), request, queryHash: query, context: SOMEBODY } as never);
}

test('an operation is run', async () => {
  expect(await run('{ sound }')).toEqual({ data: { sound: 'yes' } });
});

test('what an input leaves out has the default that the schema promises', async () => {
  const { data } = await run('query ($input: Asked!) { told(input: $input) }', { input: { first: 3 } });
  expect(JSON.parse(String(data?.['told']))).toEqual({ again: false, order: 'NEWEST', first: 3 });
});

test('variables that are not what the operation takes are the caller’s mistake', async () => {
  const { data, errors } = await run('query ($input: Asked!) { told(input: $input) }', { input: {} });
  expect(data).toBeUndefined();
  expect(errors?.[0]).toMatchObject({
    message: expect.stringContaining('first'),
    extensions: { code: 'BAD_USER_INPUT' },
  });
});

test('our own fault is told as that, with its cause in the log alone', async () => {
  const { data, errors } = await run('{ sound faulty }');
  expect(data).toEqual({ sound: 'yes', faulty: null });
  const [error] = errors ?? [];
  if (!error) throw new Error('no error');
  const told = formatError(log)({ ...error.toJSON(), extensions: error.extensions }, error);
  expect(told).toMatchObject({ path: ['faulty'], extensions: { code: 'INTERNAL_SERVER_ERROR' } });
  expect(JSON.stringify(told)).not.toContain('secret');
  expect(String(logged[0])).toContain('secret inside');
});
