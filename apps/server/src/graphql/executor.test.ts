import { buildSchema, parse } from 'graphql';
import { expect, test } from 'vitest';
import { compilingGateway } from './executor.ts';
import { formatError } from './format-error.ts';

const schema = buildSchema('type Query { sound: String, faulty: String }');
const logged: unknown[] = [];
const log = { error: (error: unknown) => void logged.push(error) } as unknown as Parameters<
  typeof formatError
>[0];

async function run(query: string) {
  Object.assign(schema.getQueryType()?.getFields()['sound'] ?? {}, { resolve: () => 'yes' });
  Object.assign(schema.getQueryType()?.getFields()['faulty'] ?? {}, {
    resolve: () => {
      throw new TypeError('secret inside');
    },
  });
  const { executor } = await compilingGateway(schema).load({} as never);
  if (!executor) throw new Error('no executor');
  const request = { variables: {} };
  return executor({ document: parse(query), request, queryHash: query, context: {} } as never);
}

test('an operation is run', async () => {
  expect(await run('{ sound }')).toEqual({ data: { sound: 'yes' } });
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
