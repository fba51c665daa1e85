import {
  type Command,
  type ComplaintState,
  SECTORS,
  type StaffActor,
  type SystemActor,
} from '@huiyin/domain';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Database } from '../tenancy/database.ts';
import { createTestDatabase, type TestDatabase } from '../testing/database.ts';
import type { Outcome } from './calls.ts';
import { Casework } from './casework.ts';
import { verifyHistory } from './verify.ts';

const tenantId = '01900000-0000-7000-8000-00000000000a';
const member = '01900000-0000-7000-8000-0000000000f1';
const officer: StaffActor = {
  kind: 'staff',
  tenantId,
  userId: 'u1',
  memberId: member,
  name: '李主管',
  role: 'SUPERVISOR',
};
const system: SystemActor = { kind: 'system', tenantId, task: 'test' };

let store: TestDatabase;
let database: Database;
let casework: Casework;

beforeAll(async () => {
  store = await createTestDatabase();
  database = await Database.open({ url: store.appUrl, poolSize: 8 });
  casework = new Casework(database);
  await database.inTenant(system, async (tx) => {
    await tx.query({
      text: `insert into organization (tenant_id, name, sector, region) values ($1, '某市旅游质监所', 'TOURISM', '440300')`,
      values: [tenantId],
    });
    await tx.query({
      text: `insert into member (tenant_id, id, user_id, name, role) values ($1, $2, 'u1', '李主管', 'SUPERVISOR')`,
      values: [tenantId, member],
    });
  });
});

afterAll(async () => {
  await database.close();
  await store.drop();
});

function register(
  overrides: Partial<Extract<Command, { type: 'REGISTER' }>> = {},
  key?: string,
): Promise<Outcome> {
  return casework.register(officer, {
    complainant: { name: '游客甲', phone: '13800000001' },
    idempotencyKey: key,
    command: {
      type: 'REGISTER',
      kind: 'COMPLAINT',
      channel: 'PHONE',
      source: { level: 'DIRECT' },
      disclosure: 'NAMED',
      groupSize: 1,
      content: '景区临时关闭部分景点，未在售票处告知。',
      demands: ['REFUND'],
      respondent: { name: '甲景区', type: 'ATTRACTION' },
      category: 'PLAY_TIME',
      details: {},
      receivedAt: new Date().toISOString(),
      ...overrides,
    },
  });
}

async function must(outcome: Promise<Outcome>): Promise<ComplaintState> {
  const settled = await outcome;
  expect(settled).toMatchObject({ ok: true });
  if (!settled.ok) throw new Error('refused');
  return settled.complaint;
}

const execute = (
  complaintId: string,
  command: Exclude<Command, { type: 'REGISTER' }>,
  expectedVersion?: number,
) => casework.execute(officer, { complaintId, command, expectedVersion });

const LIFE: readonly Exclude<Command, { type: 'REGISTER' }>[] = [
  { type: 'ACCEPT' },
  { type: 'NOTIFY_DECISION', via: 'PHONE' },
  { type: 'CONCLUDE', finding: 'SUBSTANTIATED', facts: '售票处确未公示。' },
  { type: 'ANSWER', text: '景区已退票款并道歉。', via: 'PHONE', final: true },
  { type: 'FOLLOW_UP', result: 'SATISFIED', resolved: true },
  { type: 'CLOSE' },
];

/** Every cell of the rollup, differences folded in, and the same counted anew from the facts. */
async function rollupAndRecount(): Promise<[unknown, unknown]> {
  const rollup = await database.readInTenant(system, {
    text: `select month::text, measure, dimension, value, sum(count)::int as count from (
        select month, measure, dimension, value, count from rollup
        union all
        select (cell ->> 'month')::date, cell ->> 'measure', cell ->> 'dimension', cell ->> 'value', (cell ->> 'count')::bigint
        from rollup_difference, jsonb_array_elements(cells) cell
      ) cells where dimension in ('TOTAL', 'channel', 'finding', 'acceptance', 'kind')
      group by 1, 2, 3, 4 having sum(count) <> 0 order by 1, 2, 3, 4`,
    values: [],
  });
  const recount = await database.readInTenant(system, {
    text: `select date_trunc('month', f.on_date)::date::text as month, f.measure, d.dimension,
        case when d.dimension = 'TOTAL' then 'ALL'
          else coalesce(f.dimensions ->> d.dimension, c.dimensions ->> d.dimension, 'NONE') end as value,
        count(*)::int as count
      from complaint_fact f join complaint c on c.tenant_id = f.tenant_id and c.id = f.complaint_id
      cross join unnest(array['TOTAL', 'channel', 'finding', 'acceptance', 'kind']) as d (dimension)
      group by 1, 2, 3, 4 order by 1, 2, 3, 4`,
    values: [],
  });
  return [rollup, recount];
}

describe('the life of a complaint in the database', () => {
  test('goes from registration to closing, and its history is whole', async () => {
    const registered = await must(register());
    expect(registered.number).toMatch(/^LY-\d{4}-000001$/);
    let complaint = registered;
    for (const command of LIFE) complaint = await must(execute(registered.id, command, complaint.version));
    expect(complaint.status).toBe('CLOSED');
    expect(complaint.clocks.map(({ rule, state }) => [rule.clock, state])).toEqual([
      ['acceptance', 'met'],
      ['handling', 'met'],
    ]);
    const verification = await verifyHistory(database, system);
    expect(verification).toEqual({ complaints: 1, events: complaint.version, faults: [] });
  });

  test('a stale version is told of the newer state, and nothing is written', async () => {
    const { id, version } = await must(register());
    await must(execute(id, { type: 'START_REVIEW' }, version));
    const outcome = await execute(id, { type: 'ACCEPT' }, version);
    expect(outcome).toMatchObject({
      ok: false,
      refusals: [{ code: 'CONFLICT', field: 'version' }],
      complaint: { status: 'UNDER_REVIEW' },
    });
  });

  test('numbers have no gaps, however many register at once and however many are refused', async () => {
    const before = await database.readInTenant<{ last: number }>(system, {
      text: 'select last from complaint_number',
      values: [],
    });
    const outcomes = await Promise.all(
      Array.from({ length: 24 }, (_, index) => register(index % 3 === 0 ? { content: '  ' } : {})),
    );
    const numbers = outcomes.flatMap((outcome) =>
      outcome.ok ? [Number(outcome.complaint.number.slice(-6))] : [],
    );
    const first = (before[0]?.last ?? 0) + 1;
    expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 16 }, (_, index) => first + index));
  });

  test('the same call again changes nothing and gives the same complaint; a different one is refused', async () => {
    const receivedAt = new Date().toISOString();
    const [first, second] = await Promise.all([
      register({ receivedAt }, 'key-1'),
      register({ receivedAt }, 'key-1'),
    ]);
    expect(first).toMatchObject({ ok: true });
    expect(second).toMatchObject({ ok: true });
    if (first.ok && second.ok) expect(second.complaint.id).toBe(first.complaint.id);
    expect(await register({ receivedAt, content: '另一件事' }, 'key-1')).toMatchObject({
      ok: false,
      refusals: [{ field: 'idempotencyKey' }],
    });
  });

  test('a refused call gives its key back', async () => {
    const receivedAt = new Date().toISOString();
    expect(await register({ receivedAt, content: '' }, 'key-2')).toMatchObject({ ok: false });
    expect(await register({ receivedAt }, 'key-2')).toMatchObject({ ok: true });
  });

  test('the same complainant and subject again within 30 days is a repeat', async () => {
    const complainant = { name: '常客', phone: '138-0000-9999' };
    const call = (daysAgo: number) =>
      casework.register(officer, {
        complainant,
        command: {
          type: 'REGISTER',
          kind: 'COMPLAINT',
          channel: 'PHONE',
          source: { level: 'DIRECT' },
          disclosure: 'NAMED',
          groupSize: 1,
          content: '同一件事',
          demands: [],
          respondent: { name: '乙酒店', type: 'HOTEL' },
          category: 'HOTEL_SERVICE',
          details: {},
          receivedAt: new Date(Date.now() - daysAgo * 86_400_000).toISOString(),
        },
      });
    const oldest = await must(call(50));
    const middle = await must(call(25));
    const latest = await must(call(1));
    expect(oldest.repeatOf).toBeUndefined();
    expect(middle.repeatOf).toBe(oldest.id);
    expect(latest.repeatOf).toBe(middle.id);
  });

  test('what the rollup says is what a recount says, after any mixture of commands', async () => {
    const { id } = await must(register({ channel: 'LETTER' }));
    await must(execute(id, { type: 'CORRECT', changes: { channel: 'EMAIL' }, reason: '登记有误' }));
    await must(
      execute(id, { type: 'DECLINE', ground: 'OUTSIDE_REMIT', reason: '不属职责', body: '市场监管局' }),
    );
    await must(execute(id, { type: 'NOTIFY_DECISION', via: 'EMAIL' }));
    await must(execute(id, { type: 'CLOSE' }));
    await must(execute(id, { type: 'REOPEN', reason: '有新情况' }));
    const withdrawn = await must(register({ kind: 'REPORT' }));
    await must(execute(withdrawn.id, { type: 'WITHDRAW', reason: 'MISTAKE' }));
    const [rollup, recount] = await rollupAndRecount();
    expect(rollup).toEqual(recount);
    expect((rollup as unknown[]).length).toBeGreaterThan(20);
  });
});

describe('a history that somebody has touched', () => {
  async function tamper(sql: string, values: unknown[]): Promise<void> {
    const owner = new pg.Client({ connectionString: store.ownerUrl });
    await owner.connect();
    await owner.query(sql, values);
    await owner.end();
  }

  test('the server itself may neither change nor delete an event', async () => {
    for (const text of [`update complaint_event set type = 'NOTED'`, 'delete from complaint_event']) {
      await expect(database.inTenant(system, (tx) => tx.query({ text, values: [] }))).rejects.toMatchObject({
        code: '42501',
      });
    }
  });

  test.each([
    [
      'changed',
      `update complaint_event set data = '{"reason":"x"}' where complaint_id = $1 and seq = 3`,
      'CHANGED',
      3,
    ],
    ['missing', 'delete from complaint_event where complaint_id = $1 and seq = 2', 'MISSING', 2],
    ['missing at the end', 'delete from complaint_event where complaint_id = $1 and seq > 4', 'MISSING', 5],
    [
      'out of its place',
      `update complaint_event set seq = case seq when 3 then 104 when 4 then 103 end where complaint_id = $1 and seq in (3, 4)`,
      'MISSING',
      3,
    ],
    [
      'changed places with the next',
      `update complaint_event e set type = o.type, at = o.at, recorded_at = o.recorded_at, actor = o.actor,
        data = o.data, previous_hash = o.previous_hash, hash = o.hash from complaint_event o
        where e.complaint_id = $1 and o.complaint_id = $1 and e.seq in (3, 4) and o.seq = 7 - e.seq`,
      'OUT_OF_ORDER',
      3,
    ],
    [
      'row',
      `update complaint set state = jsonb_set(state, '{title}', '"x"') where id = $1`,
      'STATE_DIFFERS',
      undefined,
    ],
  ])('%s is found', async (_what, sql, fault, seq) => {
    const { id } = await must(register());
    await must(execute(id, { type: 'ACCEPT' }));
    await must(execute(id, { type: 'NOTE', text: '备注' }));
    await tamper(sql, [id]);
    const { faults } = await verifyHistory(database, system);
    const found = faults.find(({ complaintId }) => complaintId === id);
    expect(found).toMatchObject(seq === undefined ? { fault } : { fault, seq });
  });
});

test('every sector’s words are kept whole by the search', async () => {
  const { wordsAskedFor } = await import('./search-text.ts');
  const words = SECTORS.flatMap((sector) => sector.searchDictionary);
  for (const word of words) expect(wordsAskedFor(`投诉${word}问题`).split(' ')).toContain(word.toLowerCase());
});
