import {
  type Command,
  SECTORS,
  type Sector,
  type StaffActor,
  type SystemActor,
  sectorOf,
} from '@huiyin/domain';
import fc from 'fast-check';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifyHistory } from '../../casework/verify.ts';
import { openTestOffice, type TestOffice } from '../../testing/office.fixture.ts';

/** After erasure nothing of what was said is left anywhere in the database, and every history still verifies. */

const NAME = '欧阳若琳';
const PHONE = '13987654321';
/** In every text that anybody writes. */
const SAID = `${NAME}（${PHONE}）住幸福里七号`;
const MARKS = [NAME, PHONE, '幸福里', '若琳'];

let office: TestOffice;
let owner: pg.Client;
const actors = new Map<string, StaffActor>();

beforeAll(async () => {
  office = await openTestOffice();
  for (const { code } of SECTORS) actors.set(code, await office.supervisorOf(code));
  owner = new pg.Client({ connectionString: office.store.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await office.close();
});

/** Tables in which a text stands, in whatever column. */
async function tablesWith(text: string): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
      where schemaname in ('public', 'identity', 'jobs')`,
  );
  const found: string[] = [];
  for (const { name } of rows) {
    const { rows: hits } = await owner.query(`select 1 from ${name} t where t::text like $1 limit 1`, [
      `%${text}%`,
    ]);
    if (hits.length > 0) found.push(name);
  }
  return found;
}

function detailsOf({ fields, sites }: Sector): Record<string, unknown> {
  return Object.fromEntries(
    fields.flatMap(({ key, type, dimension }): [string, unknown][] => {
      // What figures are broken down by stays: the name of an estate, of a building. Who sealed records is said only
      // with the day.
      const isSite = sites?.levels.some(({ field, counted }) => counted && field === key);
      if (dimension || isSite || key === 'recordsSealedBy') return [];
      if (type.kind === 'text') return [[key, SAID.slice(0, type.maxLength)]];
      return type.kind === 'place'
        ? [[key, { address: SAID, longitude: 114.057868, latitude: 22.543099 }]]
        : [];
    }),
  );
}

function steps(sector: Sector): Exclude<Command, { type: 'REGISTER' }>[] {
  const text = SAID;
  const reason = SAID;
  const via = 'PHONE';
  const dueAt = new Date(Date.now() + 86_400_000).toISOString();
  return [
    { type: 'START_REVIEW' },
    { type: 'ACCEPT', reason },
    { type: 'DECLINE', ground: sector.declineGrounds[0]?.code ?? '', reason, body: '主管部门' },
    { type: 'NOTIFY_DECISION', via, text },
    { type: 'PROMISE', dueAt, text },
    { type: 'NOTE', text },
    { type: 'RECORD_CONTACT', via, reached: true, summary: text },
    { type: 'WAIT_FOR_COMPLAINANT', request: text },
    { type: 'HEAR_FROM_COMPLAINANT', text, via },
    {
      type: 'CORRECT',
      changes: { title: text, content: `${text}，更正`, details: detailsOf(sector) },
      reason,
    },
    { type: 'ADD_EVIDENCE', kind: 'STATEMENT', title: text, sha256: 'ab'.repeat(32), text },
    { type: 'OFFER_MEDIATION', text },
    { type: 'START_MEDIATION', complainantConsents: true, respondentConsents: true, consent: text },
    { type: 'RECORD_MEDIATION_SESSION', positions: text, outcome: text },
    { type: 'END_MEDIATION', result: 'AGREED', agreement: text },
    { type: 'CONCLUDE', finding: 'SUBSTANTIATED', facts: text },
    { type: 'GIVE_REMEDY', remedy: sector.remedies[0] ?? 'APOLOGY', description: text },
    { type: 'PAUSE_CLOCKS', reason: 'testing', text },
    { type: 'DRAFT_ANSWER', text, final: false },
    { type: 'ANSWER', text, via, final: true },
    { type: 'FOLLOW_UP', result: 'SATISFIED', resolved: true, remark: text },
    { type: 'STATE_CAUSE', cause: sector.causes[0]?.code ?? '', explanation: text },
    { type: 'RECORD_LESSON', text },
    { type: 'PLAN_ACTION', text, dueOn: '2099-01-01' },
    { type: 'REVEAL', reason },
    { type: 'ESCALATE', reason: 'UNTOUCHED' },
    { type: 'ACKNOWLEDGE_ATTENTION', note: text },
    { type: 'HOLD_ERASURE', reason, until: '2099-01-01' },
    { type: 'RELEASE_HOLD', reason },
    { type: 'TRANSFER', body: '市场监管局', reason },
    { type: 'CLOSE', summary: text },
    { type: 'WITHDRAW', reason: 'SETTLED', remark: text },
    { type: 'TAKE_CASE_FILE', reason },
    { type: 'REOPEN', reason },
  ];
}

async function figures(tenantId: string): Promise<unknown> {
  return office.database.readAllInTenant({ tenantId }, [
    {
      text: 'select complaint_id, key, measure, at, amount, dimensions from complaint_fact order by 1, 2',
      values: [],
    },
    { text: 'select id, dimensions from complaint order by id', values: [] },
  ]);
}

test('nothing of what was said is left, no figure changes and every history verifies', async () => {
  const { casework } = office.services;
  let erasures = 0;
  // Of a failure its steps say enough.
  const story = fc
    .constantFrom(...SECTORS)
    .chain((sector) =>
      fc.shuffledSubarray(steps(sector), { minLength: 12 }).map((done) => ({ code: sector.code, done })),
    );
  await fc.assert(
    fc.asyncProperty(story, async ({ code, done }) => {
      const sector = sectorOf(code);
      const actor = actors.get(sector.code) as StaffActor;
      const system: SystemActor = { kind: 'system', tenantId: actor.tenantId, task: '定时 / timer' };
      const registered = await casework.register(actor, {
        complainant: { name: NAME, phone: PHONE, email: `${PHONE}@example.com`, address: SAID },
        command: {
          ...{ type: 'REGISTER', kind: 'COMPLAINT', channel: 'PHONE', disclosure: 'NAMED', groupSize: 1 },
          ...{
            source: { level: 'DIRECT', reference: SAID },
            title: SAID,
            content: `${SAID}投诉`,
            demands: [],
          },
          ...{ respondent: {}, details: detailsOf(sector), receivedAt: new Date().toISOString() },
          category: sector.categories[0]?.code ?? '',
        },
      });
      if (!registered.ok) throw new Error(registered.refusals[0]?.message.en);
      const { id } = registered.complaint;
      const run = (by: typeof actor | SystemActor, command: Exclude<Command, { type: 'REGISTER' }>) =>
        casework.execute(by, { complaintId: id, command });
      for (const command of [...done, { type: 'RELEASE_HOLD', reason: SAID } as const])
        await run(actor, command);
      await run(actor, { type: 'WITHDRAW', reason: 'OTHER', remark: SAID });
      const withWords = await tablesWith(NAME);
      expect(withWords).toEqual(expect.arrayContaining(['public.event_words', 'public.complainant']));
      const before = await figures(actor.tenantId);

      const erased = await run(system, { type: 'ERASE_DATA', what: 'PERSONAL_DATA', months: 36 });
      expect(erased).toMatchObject({ ok: true, complaint: { erased: { what: 'PERSONAL_DATA' } } });
      for (const mark of MARKS) expect({ mark, in: await tablesWith(mark) }).toEqual({ mark, in: [] });
      expect(await figures(actor.tenantId)).toEqual(before);
      expect((await verifyHistory(office.database, actor)).faults).toEqual([]);
      expect(await run(actor, { type: 'NOTE', text: '补记' })).toMatchObject({ ok: false });
      erasures += 1;
    }),
    { numRuns: 12 },
  );
  expect(erasures).toBe(12);
}, 120_000);
