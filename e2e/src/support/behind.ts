import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import type { DataFolder } from './data-folder.ts';

/** The number of the embedded database's first process, whose end is the database's. */
export function postmasterOf({ path }: Pick<DataFolder, 'path'>): number {
  return Number(postmasterNotes(path)[0]);
}

/** Looks into the embedded database of a running product as its superuser, past row-level security. */
export async function lookBehind<Row extends pg.QueryResultRow>(
  { path }: Pick<DataFolder, 'path'>,
  sql: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  const client = await openBehind({ path });
  try {
    return (await client.query<Row>(sql, [...values])).rows;
  } finally {
    await client.end();
  }
}

/** The same, as a connection to be ended by the caller. */
export async function openBehind({ path }: Pick<DataFolder, 'path'>): Promise<pg.Client> {
  const password = readFileSync(join(path, 'postgres-superuser.secret'), 'utf8').trim();
  const port = Number(postmasterNotes(path)[3]);
  const client = new pg.Client({ host: '127.0.0.1', port, user: 'postgres', password, database: 'huiyin' });
  await client.connect();
  return client;
}

/** PostgreSQL's notes on its running server; its number stands in the first line, its port in the fourth. */
function postmasterNotes(path: string): string[] {
  return readFileSync(join(path, 'postgres', 'postmaster.pid'), 'utf8').split('\n');
}

/** The rollup of all organisations with what waits to be folded in, and the same counted anew from the facts. */
export async function rollupAndRecount(folder: Pick<DataFolder, 'path'>): Promise<[unknown[], unknown[]]> {
  const client = await openBehind(folder);
  try {
    // One moment for both: the product goes on meanwhile.
    await client.query('begin isolation level repeatable read read only');
    const rollup = await client.query(ROLLUP, [DIMENSIONS]);
    const recount = await client.query(RECOUNT, [DIMENSIONS]);
    return [rollup.rows, recount.rows];
  } finally {
    await client.end();
  }
}

const DIMENSIONS = ['TOTAL', 'channel', 'kind', 'acceptance'];

const ROLLUP = `
  select tenant_id, month::text, measure, dimension, value, sum(count)::int as count from (
    select tenant_id, month, measure, dimension, value, count from rollup
    union all
    select tenant_id, (cell ->> 'month')::date, cell ->> 'measure', cell ->> 'dimension', cell ->> 'value',
      (cell ->> 'count')::bigint
    from rollup_difference, jsonb_array_elements(cells) cell
  ) cells where dimension = any ($1) group by 1, 2, 3, 4, 5 having sum(count) <> 0 order by 1, 2, 3, 4, 5`;

const RECOUNT = `
  select f.tenant_id, date_trunc('month', f.on_date)::date::text as month, f.measure, d.dimension,
    case when d.dimension = 'TOTAL' then 'ALL'
      else coalesce(f.dimensions ->> d.dimension, c.dimensions ->> d.dimension, 'NONE') end as value,
    count(*)::int as count
  from complaint_fact f join complaint c on c.tenant_id = f.tenant_id and c.id = f.complaint_id
  cross join unnest($1::text[]) as d (dimension) group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5`;
