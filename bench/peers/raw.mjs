import pg from 'pg';
import { Pipeline } from '../../apps/server/dist/tenancy/pipeline.js';
import { STATEMENTS } from './raw-statements.mjs';
import { serveJson } from './serve.mjs';

// Raw `pg` in the smallest server there can be, in one of two shapes (SHAPE):
// `awaited`   BEGIN, set_config, the statement, COMMIT, each awaited: how row-level security is usually done (v);
// `pipelined` the setting and the statement in one round trip: the practical limit (v′).

const pool = new pg.Pool({
  connectionString: process.env.DATABASE_URL,
  max: Number(process.env.CONNECTIONS),
});
const read = process.env.SHAPE === 'pipelined' ? pipelined : awaited;

serveJson(async ({ read: name, ...asked }, { headers }) => {
  const { text, values, answer } = STATEMENTS[name];
  const client = await pool.connect();
  try {
    return answer(await read(client, headers['x-tenant'], { name, text, values: values(asked) }));
  } finally {
    client.release();
  }
});

function setting(tenantId) {
  return { name: 'tenant', text: `select set_config('app.tenant_id', $1, true)`, values: [tenantId] };
}

async function awaited(client, tenantId, statement) {
  await client.query('BEGIN');
  await client.query(setting(tenantId));
  const { rows } = await client.query(statement);
  await client.query('COMMIT');
  return rows;
}

async function pipelined(client, tenantId, statement) {
  const [, { rows }] = await Pipeline.run(client, [setting(tenantId), statement]);
  return rows;
}
