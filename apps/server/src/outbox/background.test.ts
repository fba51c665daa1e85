import { setTimeout as sleep } from 'node:timers/promises';
import type { ComplaintState, StaffActor } from '@huiyin/domain';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Outcome } from '../casework/calls.ts';
import { openTestOffice, type TestOffice } from '../testing/office.fixture.ts';
import { Background } from './background.ts';

let office: TestOffice;
let supervisor: StaffActor;

beforeAll(async () => {
  office = await openTestOffice();
  supervisor = await office.supervisorOf('TOURISM');
});
afterAll(() => office.close());

async function must(outcome: Promise<Outcome>): Promise<ComplaintState> {
  const settled = await outcome;
  if (!settled.ok) throw new Error(settled.refusals.map(({ message }) => message.en).join(' '));
  return settled.complaint;
}

const register = (receivedAt = new Date().toISOString()): Promise<ComplaintState> =>
  must(
    office.services.casework.register(supervisor, {
      complainant: { name: '游客甲' },
      command: {
        ...{ type: 'REGISTER', kind: 'COMPLAINT', channel: 'PHONE', disclosure: 'NAMED', groupSize: 1 },
        ...{ source: { level: 'DIRECT' }, content: '导游强迫购物', demands: [], respondent: {} },
        ...{ details: {}, receivedAt },
      },
    }),
  );

/** Looks at everything once, as the timer does; what went wrong. */
async function look(...more: readonly (() => Promise<void>)[]): Promise<unknown[]> {
  const errors: unknown[] = [];
  const { database, services } = office;
  const { casework, retentions } = services;
  await new Background({
    database,
    casework,
    alsoLook: [...more, (actor) => retentions.lookNowAndThen(actor)],
    subscribers: [],
    onError: (error) => errors.push(error),
  }).runOnce();
  return errors;
}

async function stateOf(id: string): Promise<ComplaintState & { readonly waits: boolean }> {
  const [row] = await office.database.readInTenant<{ state: ComplaintState; waits: boolean }>(supervisor, {
    text: 'select state, coalesce(tick_at <= now(), false) as waits from complaint where id = $1',
    values: [id],
  });
  if (!row) throw new Error('There is no such complaint.');
  return { ...row.state, waits: row.waits };
}

describe('what time alone brings about, with nobody at the desk', () => {
  test('a promise that nobody kept is broken, the supervisor is told, and the timer is done with it', async () => {
    const { id } = await register();
    const dueAt = new Date(Date.now() + 300).toISOString();
    await must(
      office.services.casework.execute(supervisor, {
        complaintId: id,
        command: { type: 'PROMISE', dueAt, text: '马上答复' },
      }),
    );
    await look();
    expect((await stateOf(id)).promises).toMatchObject([{ status: 'OPEN' }]);
    await sleep(400);
    expect(await look()).toEqual([]);
    const { promises, attention, waits } = await stateOf(id);
    expect(promises).toMatchObject([{ status: 'BROKEN', settledAt: dueAt }]);
    expect(attention).toEqual(['PROMISE_BROKEN']);
    expect(waits).toBe(false);
  });

  test('a limit that has run out is overdue from when it was due, in every organisation', async () => {
    const { id } = await register(new Date(Date.now() - 30 * 86_400_000).toISOString());
    expect((await stateOf(id)).waits).toBe(true);
    expect(await look()).toEqual([]);
    const { clocks, attention, waits } = await stateOf(id);
    expect(clocks).toMatchObject([{ state: 'overdue', rule: { clock: 'acceptance' } }]);
    expect(attention).toContain('CLOCK_OVERDUE');
    expect(waits).toBe(false);
  });

  test('a merged complaint is looked at no more; its promise is owed by the one that goes on', async () => {
    const [one, other] = [await register(), await register()];
    const dueAt = new Date(Date.now() + 300).toISOString();
    const { casework } = office.services;
    await must(
      casework.execute(supervisor, {
        complaintId: one.id,
        command: { type: 'PROMISE', dueAt, text: '今天答复您' },
      }),
    );
    await must(
      casework.execute(supervisor, {
        complaintId: one.id,
        command: { type: 'MERGE', into: other.id, reason: '同一事件' },
      }),
    );
    await sleep(400);
    expect(await look()).toEqual([]);
    const merged = await stateOf(one.id);
    expect(merged).toMatchObject({ status: 'MERGED', waits: false, promises: [{ status: 'CANCELLED' }] });
    const goesOn = await stateOf(other.id);
    expect(goesOn).toMatchObject({ waits: false, promises: [{ text: '今天答复您', status: 'BROKEN' }] });
  });

  test('what is in trouble keeps nothing else from being done', async () => {
    await register();
    const broken = new Error('The watch does not work.');
    const waiting = () =>
      office.database.readInTenant(supervisor, { text: 'select id from rollup_difference', values: [] });
    expect(await waiting()).not.toEqual([]);
    const troubles = await look(() => Promise.reject(broken));
    expect(new Set(troubles)).toEqual(new Set([broken]));
    expect(await waiting()).toEqual([]);
  });
});
