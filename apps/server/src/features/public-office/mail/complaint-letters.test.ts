import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { SystemActor } from '@huiyin/domain';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { smtpMailer } from '../../../identity/mailer.ts';
import { deliver } from '../../../outbox/relay.ts';
import {
  type CallerHeaders,
  openTestApi,
  type TestApi,
  type TestOrganization,
} from '../../../testing/api.fixture.ts';
import { ComplaintLetters, noteComplaintLetters } from './complaint-letters.ts';

/** Letters to complainants, taken by a mail server over a real connection. */

let api: TestApi;
let office: TestOrganization;
let supervisor: CallerHeaders;
let receiver: SMTPServer;
let letters: ComplaintLetters;
let actor: SystemActor;
/** What the mail server answers to a letter. */
let verdict: Error | null = null;
let received: { readonly to?: string; readonly subject: string; readonly text: string }[] = [];

beforeAll(async () => {
  api = await openTestApi();
  office = await api.organization('TOURISM', ['SUPERVISOR', 'ADMINISTRATOR']);
  supervisor = await api.signedIn(office, 'SUPERVISOR');
  actor = { kind: 'system', tenantId: office.tenantId, task: 'test' };
  receiver = new SMTPServer({
    ...{ authOptional: true, disabledCommands: ['STARTTLS', 'AUTH'], logger: false },
    onData: (stream, { envelope }, done) => {
      stream.toArray().then(async (chunks) => {
        const { subject = '', text = '' } = await PostalMime.parse(Buffer.concat(chunks as Buffer[]));
        const to = envelope.rcptTo[0]?.address;
        if (!verdict) received.push({ ...(to ? { to } : {}), subject, text });
        done(verdict);
      }, done);
    },
  });
  const listening = receiver.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  const { port } = listening.address() as AddressInfo;
  const mailer = smtpMailer({ url: `smtp://127.0.0.1:${port}`, from: 'office@example.org' });
  const { database, publicOffices, matters } = api.office.services;
  letters = new ComplaintLetters({
    ...{ database, offices: publicOffices, matters },
    post: { mailer, publicUrl: 'https://huiyin.example.org' },
  });
  await setting({ writesLetters: true, takesMail: true });
});
afterAll(async () => {
  await new Promise<void>((closed) => void receiver?.close(() => closed()));
  await api?.close();
});
beforeEach(() => {
  received = [];
  verdict = null;
});

async function setting(input: object) {
  const { data } = await api.graphql(
    await api.signedIn(office, 'ADMINISTRATOR'),
    'mutation ($input: PublicPageSaveInput!) { publicPageSave(input: $input) { userErrors { code } } }',
    { input },
  );
  expect(data.publicPageSave.userErrors).toEqual([]);
}

async function mutate(verb: string, input: object) {
  const { data, errors } = await api.graphql(
    supervisor,
    `mutation ($input: Complaint${verb}Input!) { payload: complaint${verb}(input: $input) {
      complaint { id number } userErrors { message } } }`,
    { input },
  );
  expect(errors).toBeUndefined();
  expect(data.payload.userErrors).toEqual([]);
  return data.payload.complaint as { readonly id: string; readonly number: string };
}

function register(complainant: object, changes: object = {}) {
  return mutate('Register', {
    ...{ kind: 'COMPLAINT', channel: 'PHONE', disclosure: 'NAMED', category: 'ATTRACTION_SERVICE' },
    ...{ content: '景区提前闭园', complainant, respondent: { name: '甲景区', type: 'ATTRACTION' } },
    ...changes,
  });
}

/** As the timer does: what changed is noted, what is due is sent. */
async function post() {
  await deliver(api.office.services.database, actor, [noteComplaintLetters]);
  return letters.send(actor);
}

async function lettersOf(id: string) {
  const { data } = await api.graphql(
    supervisor,
    'query ($id: ID!) { complaint(id: $id) { history { type letter } } }',
    { id },
  );
  return Object.fromEntries(
    data.complaint.history.map(({ type, letter }: { type: string; letter: string }) => [type, letter]),
  );
}

const ADDRESS = 'zhou.min@example.org';

describe('a complainant who gave an address', () => {
  test('is written of each decision and answer once, with the number to answer to', async () => {
    const { id, number } = await register({ name: '周敏', phone: '13900000088', email: ADDRESS });
    await mutate('Accept', { id });
    await mutate('Answer', { id, text: '景区已致歉并退还门票。', final: true, via: 'PHONE' });
    await post();
    expect(received.map(({ to, subject }) => ({ to, subject }))).toEqual([
      { to: ADDRESS, subject: expect.stringContaining(`【${number}】`) },
      { to: ADDRESS, subject: expect.stringContaining('受理') },
      { to: ADDRESS, subject: expect.stringContaining('答复') },
    ]);
    expect(received[2]?.text).toContain('景区已致歉并退还门票。');
    expect(received[2]?.text).toContain(`https://huiyin.example.org/o/${office.slug}/track`);
    expect(await lettersOf(id)).toMatchObject({ REGISTERED: 'SENT', ACCEPTED: 'SENT', ANSWERED: 'SENT' });
    received = [];
    expect(await post()).toBe(0);
    expect(received).toEqual([]);
  });

  test('in confidence is told that there is news, and no more', async () => {
    const { id } = await register(
      { name: '周敏', phone: '13900000088', email: ADDRESS },
      { disclosure: 'CONFIDENTIAL' },
    );
    await mutate('Accept', { id });
    await mutate('Answer', { id, text: '导游已被停团。', final: true, via: 'PHONE' });
    await post();
    expect(received).toHaveLength(3);
    expect(JSON.stringify(received)).not.toContain('停团');
  });
});

describe('a mail server that does not take a letter', () => {
  test('is asked again later, and the letter is there once', async () => {
    verdict = Object.assign(new Error('later'), { responseCode: 451 });
    const { id } = await register({ name: '周敏', phone: '13900000088', email: ADDRESS });
    expect(await post()).toBe(1);
    expect(await lettersOf(id)).toMatchObject({ REGISTERED: 'WAITING' });
    verdict = null;
    // Not before its time.
    expect(await post()).toBe(0);
    await soon();
    expect(await post()).toBe(1);
    expect(received).toHaveLength(1);
    expect(await lettersOf(id)).toMatchObject({ REGISTERED: 'SENT' });
  });

  test('for three days is given up, and the case says so', async () => {
    verdict = Object.assign(new Error('no such mailbox'), { responseCode: 550 });
    const { id } = await register({ name: '周敏', phone: '13900000088', email: 'gone@example.org' });
    for (let tries = 0; tries < 10; tries += 1) {
      await post();
      await soon();
    }
    expect(await lettersOf(id)).toMatchObject({ REGISTERED: 'GIVEN_UP' });
    verdict = null;
    expect(await post()).toBe(0);
  });
});

describe('nobody is written to', () => {
  test('without an address, or without a name', async () => {
    await register({ name: '吴刚', phone: '13900000099' });
    await mutate('Register', {
      ...{ kind: 'COMPLAINT', channel: 'PHONE', disclosure: 'ANONYMOUS', category: 'ATTRACTION_SERVICE' },
      content: '匿名反映',
    });
    expect(await post()).toBe(0);
    expect(received).toEqual([]);
  });

  test('by an office that writes no letters', async () => {
    await setting({ writesLetters: false });
    const { id } = await register({ name: '周敏', phone: '13900000088', email: ADDRESS });
    expect(await post()).toBe(0);
    expect(await lettersOf(id)).toMatchObject({ REGISTERED: null });
    await setting({ writesLetters: true });
  });
});

/** Lets the time until the next try pass. */
async function soon() {
  await api.office.services.database.inTenant({ tenantId: office.tenantId }, async (tx) => {
    await tx.query({
      text: `update complaint_letter set next_at = now() where tenant_id = $1 and sent_at is null`,
      values: [tx.tenantId],
    });
  });
}
