import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { deliver } from '../../outbox/relay.ts';
import {
  type CallerHeaders,
  openTestApi,
  type TestApi,
  type TestOrganization,
} from '../../testing/api.fixture.ts';
import { Seal } from './signature.ts';
import { WebhookSender } from './webhook-sender.ts';

/** Programs of others are told what happened: real receivers, real connections, and what goes wrong with them. */

interface Received {
  readonly id: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

let api: TestApi;
let office: TestOrganization;
let administrator: CallerHeaders;
let supervisor: CallerHeaders;
let receiver: Server;
let received: Received[] = [];
/** How the receiver answers. */
let behave: (request: IncomingMessage, response: ServerResponse) => void;

const taken = (_: IncomingMessage, response: ServerResponse) => response.writeHead(204).end();
const status =
  (code: number, headers = {}) =>
  (_: IncomingMessage, response: ServerResponse) =>
    void response.writeHead(code, headers).end();

beforeAll(async () => {
  api = await openTestApi();
  office = await api.organization('TOURISM', ['SUPERVISOR', 'ADMINISTRATOR']);
  administrator = await api.signedIn(office, 'ADMINISTRATOR');
  supervisor = await api.signedIn(office, 'SUPERVISOR');
  receiver = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const headers = request.headers as Record<string, string>;
      received.push({ id: headers['webhook-id'] ?? '', headers, body: Buffer.concat(chunks).toString() });
      behave(request, response);
    });
  }).listen(0, '127.0.0.1');
  await once(receiver, 'listening');
});
afterAll(async () => {
  receiver?.closeAllConnections();
  receiver?.close();
  await api?.close();
});
beforeEach(() => {
  received = [];
  behave = taken;
});
afterEach(async () => {
  for (const { id } of await list()) await mutate('webhookRemove', { id });
});

const address = (path = '/hook') => `http://127.0.0.1:${(receiver.address() as AddressInfo).port}${path}`;

async function ask(caller: CallerHeaders, query: string, variables: object = {}) {
  const { data, errors } = await api.graphql(caller, query, variables);
  expect(errors).toBeUndefined();
  return data;
}

async function mutate(verb: string, input: object, caller = administrator) {
  const type = verb.replace(/^webhook/, 'Webhook');
  const fields = verb === 'webhookRemove' ? 'removedId' : 'webhook { id state }';
  const secret = /Create|Rotate/.test(verb) ? 'secret' : '';
  const data = await ask(
    caller,
    `mutation ($input: ${type}Input!) { payload: ${verb}(input: $input) { ${fields} ${secret} userErrors { code field } } }`,
    { input },
  );
  return data.payload;
}

interface Listed {
  readonly id: string;
  readonly state: string;
  readonly waiting: number;
  readonly messages: readonly { readonly id: string; readonly [field: string]: unknown }[];
}

async function list(caller = administrator): Promise<readonly Listed[]> {
  const data = await ask(
    caller,
    '{ webhooks { id state waiting messages { id type number state tries status problem } } }',
  );
  return data.webhooks;
}

async function keyId(scopes: readonly string[] = ['COMPLAINTS_READ']): Promise<string> {
  const data = await ask(
    administrator,
    'mutation ($input: ApiKeyCreateInput!) { apiKeyCreate(input: $input) { apiKey { id } userErrors { message } } }',
    { input: { name: '推送', scopes } },
  );
  return data.apiKeyCreate.apiKey.id;
}

async function hook(changes: object = {}): Promise<{ readonly id: string; readonly secret: string }> {
  const wanted = {
    name: '热线平台',
    url: address(),
    events: ['REGISTERED'],
    apiKeyId: await keyId(),
    ...changes,
  };
  const { webhook, secret, userErrors } = await mutate('webhookCreate', wanted);
  expect(userErrors).toEqual([]);
  return { id: webhook.id, secret };
}

async function register(changes: object = {}): Promise<{ readonly id: string; readonly number: string }> {
  const data = await ask(
    supervisor,
    `mutation ($input: ComplaintRegisterInput!) { complaintRegister(input: $input) {
      complaint { id number } userErrors { message } } }`,
    {
      input: {
        ...{ kind: 'COMPLAINT', channel: 'PHONE', disclosure: 'NAMED', category: 'ATTRACTION_SERVICE' },
        ...{ content: '景区提前闭园', complainant: { name: '周敏', phone: '13900000066' } },
        ...changes,
      },
    },
  );
  return data.complaintRegister.complaint;
}

/** As the outbox does after a commit, and the queue after that. */
async function tell() {
  const { tenantId } = office;
  const { database, services } = api.office;
  await deliver(database, { kind: 'system', tenantId, task: 'test' }, [services.webhookSender.note]);
  await api.office.finishJobs();
}

/** Lets the time until the next try pass, and tries. */
async function later() {
  const { tenantId } = office;
  await api.office.database.inTenant({ tenantId }, async (tx) => {
    await tx.query({
      text: 'update webhook_message set next_at = now() where tenant_id = $1 and outcome is null',
      values: [tx.tenantId],
    });
  });
  await api.office.services.webhookSender.send({ tenantId });
}

const messages = async () => (await list()).flatMap((webhook) => webhook.messages);

describe('a webhook', () => {
  test('is told of what happened, signed as the specification says, and of nobody’s name', async () => {
    const { secret } = await hook();
    const { id, number } = await register();
    await tell();
    expect(received).toHaveLength(1);
    const [message] = received;
    const payload = new Webhook(secret).verify(message?.body ?? '', { ...message?.headers });
    expect(payload).toMatchObject({
      type: 'complaint.registered',
      timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      data: { seq: 1, complaint: { id, number } },
    });
    expect(message?.body).not.toContain('周敏');
    expect(await messages()).toEqual([
      expect.objectContaining({ id: message?.id, number, state: 'DELIVERED', tries: 1, status: 204 }),
    ]);
  });

  test('is told of the events that it chose alone', async () => {
    await hook({ events: ['ACCEPTED'] });
    const { id } = await register();
    await ask(
      supervisor,
      'mutation ($id: ID!) { complaintAccept(input: { id: $id }) { userErrors { message } } }',
      { id },
    );
    await tell();
    expect(received.map(({ body }) => JSON.parse(body).type)).toEqual(['complaint.accepted']);
  });

  test('is sent the fields that it chose, with the rights of its key: names only where the key may read them', async () => {
    const selection = 'number category { code } complainant { name }';
    await hook({ selection });
    await hook({ selection, apiKeyId: await keyId(['COMPLAINTS_READ', 'COMPLAINANTS_READ']) });
    await register();
    await tell();
    const names = received.map(({ body }) => JSON.parse(body).data.complaint.complainant.name).sort();
    expect(names).toEqual(['周**', '周敏'].sort());
  });

  test('whose key has ended, or may not read complaints, is sent nothing', async () => {
    await hook({ apiKeyId: await keyId(['REPORTS_READ']) });
    await register();
    await tell();
    expect(received).toEqual([]);
    expect(await messages()).toEqual([expect.objectContaining({ state: 'NOT_VISIBLE' })]);
  });

  test('is not told of a complaint that is kept from lists, and its log says nothing of one', async () => {
    await hook();
    const { number } = await register();
    await api.office.tamper('update complaint set restricted = true where number = $1', [number]);
    await tell();
    expect(received).toEqual([]);
    expect(await messages()).toEqual([]);
  });

  test('told twice by the outbox of the same change is sent it once', async () => {
    await hook();
    const { number } = await register();
    await tell();
    await api.office.database.inTenant({ tenantId: office.tenantId }, async (tx) => {
      await tx.query({
        text: `insert into outbox (tenant_id, id, topic, complaint_id, payload, created_at)
          select tenant_id, gen_random_uuid(), 'complaint.changed', id, '{"version": 1, "events": ["REGISTERED"]}', now()
          from complaint where tenant_id = $1 and number = $2`,
        values: [tx.tenantId, number],
      });
    });
    await tell();
    expect(received).toHaveLength(1);
  });

  test('paused misses nothing: what happened meanwhile comes when it goes on', async () => {
    const { id } = await hook();
    await mutate('webhookChange', { id, paused: true });
    await register();
    await tell();
    expect(received).toEqual([]);
    expect((await list())[0]).toMatchObject({ state: 'PAUSED', waiting: 1 });
    await mutate('webhookChange', { id, paused: false });
    await api.office.finishJobs();
    expect(received).toHaveLength(1);
  });

  test('with a new secret signs with both for a day', async () => {
    const { id, secret } = await hook();
    const { secret: fresh } = await mutate('webhookRotateSecret', { id });
    await mutate('webhookTest', { id });
    await api.office.finishJobs();
    const [message] = received;
    for (const each of [secret, fresh]) {
      expect(new Webhook(each).verify(message?.body ?? '', { ...message?.headers })).toMatchObject({
        type: 'webhook.test',
      });
    }
    const other = `whsec_${Buffer.alloc(32).toString('base64')}`;
    expect(() => new Webhook(other).verify(message?.body ?? '', { ...message?.headers })).toThrow();
  });
});

describe('a receiver that', () => {
  test.each([
    ['fails', status(500), { status: 500 }],
    ['redirects', status(302, { location: 'http://127.0.0.1:1/' }), { status: 302 }],
    ['breaks off', (request: IncomingMessage) => request.socket.destroy(), { problem: 'BROKEN_OFF' }],
  ])('%s is tried again under the same id, and takes it once', async (_, behaviour, seen) => {
    await hook();
    behave = behaviour as typeof behave;
    await register();
    await tell();
    expect(await messages()).toEqual([expect.objectContaining({ state: 'WAITING', tries: 1, ...seen })]);
    behave = taken;
    await later();
    await later();
    expect(received).toHaveLength(2);
    expect(new Set(received.map(({ id }) => id)).size).toBe(1);
    expect(await messages()).toEqual([expect.objectContaining({ state: 'DELIVERED', tries: 2 })]);
  });

  test('hangs is left after a while, and the others do not wait for it', async () => {
    const { database, services } = api.office;
    const { tenantId } = office;
    const sender = new WebhookSender({
      ...{ database, reach: { loopback: true }, patienceMs: 300, jobs: { enqueue: async () => undefined } },
      seal: new Seal('a-secret-for-tests-that-is-long-enough'),
    });
    sender.readFrom(api.schema);
    await hook({ url: address('/hangs') });
    await hook({ url: address('/works') });
    behave = (request, response) => (request.url === '/works' ? taken(request, response) : undefined);
    await register();
    await deliver(database, { kind: 'system', tenantId, task: 'test' }, [services.webhookSender.note]);
    await sender.send({ tenantId });
    expect((await messages()).map(({ state, problem }) => ({ state, problem }))).toEqual(
      expect.arrayContaining([
        { state: 'DELIVERED', problem: null },
        { state: 'WAITING', problem: 'TIMED_OUT' },
      ]),
    );
  });

  test('takes nothing for three days is paused, and the administrator is told; its messages can be sent anew', async () => {
    const { id } = await hook();
    behave = status(503);
    await register();
    await tell();
    for (let tries = 1; tries < 10; tries += 1) await later();
    expect((await list())[0]).toMatchObject({
      state: 'FAILED',
      messages: [{ state: 'GIVEN_UP', tries: 10 }],
    });
    const { officeEvents } = await ask(
      administrator,
      '{ officeEvents(first: 1) { edges { node { kind } } } }',
    );
    expect(officeEvents.edges[0].node.kind).toBe('WEBHOOK_PAUSED');
    behave = taken;
    await mutate('webhookChange', { id, paused: false });
    const [message] = await messages();
    await mutate('webhookReplay', { messageId: message?.id });
    await api.office.finishJobs();
    expect(await messages()).toEqual([expect.objectContaining({ id: message?.id, state: 'DELIVERED' })]);
  });

  test('says that it is gone is not asked again', async () => {
    await hook();
    behave = status(410);
    await register();
    await tell();
    expect((await list())[0]).toMatchObject({ state: 'FAILED', messages: [{ state: 'GIVEN_UP', tries: 1 }] });
  });
});

describe('what was in hand when a server died', () => {
  test('is sent by another, under the same id, and nothing is lost', async () => {
    await hook();
    await register();
    const { database, services } = api.office;
    const { tenantId } = office;
    // Noted with the change, taken by a server that never says what became of it.
    await deliver(database, { kind: 'system', tenantId, task: 'test' }, [services.webhookSender.note]);
    behave = (request) => request.socket.destroy();
    const dying = new WebhookSender({
      ...{ database, reach: { loopback: true }, jobs: { enqueue: async () => undefined } },
      seal: {
        open: () => {
          throw new Error('killed');
        },
      } as unknown as Seal,
    });
    dying.readFrom(api.schema);
    await expect(dying.send({ tenantId })).rejects.toThrow('killed');
    behave = taken;
    expect((await list())[0]).toMatchObject({ waiting: 1 });
    await later();
    expect(received).toHaveLength(1);
    expect((await list())[0]).toMatchObject({ waiting: 0 });
  });

  test('two servers that send at one moment send each message once', async () => {
    await hook();
    for (let index = 0; index < 6; index += 1) await register();
    const { database, services } = api.office;
    const { tenantId } = office;
    await deliver(database, { kind: 'system', tenantId, task: 'test' }, [services.webhookSender.note]);
    await Promise.all([services.webhookSender.send({ tenantId }), services.webhookSender.send({ tenantId })]);
    expect(received).toHaveLength(6);
    expect(new Set(received.map(({ id }) => id)).size).toBe(6);
  });
});

test('of another organisation nothing is found, and nothing changes', async () => {
  const { id } = await hook();
  await register();
  await tell();
  const [message] = await messages();
  const other = await api.organization('TOURISM', ['ADMINISTRATOR']);
  const stranger = await api.signedIn(other, 'ADMINISTRATOR');
  expect(await list(stranger)).toEqual([]);
  for (const verb of ['webhookRemove', 'webhookTest', 'webhookRotateSecret', 'webhookChange']) {
    const { userErrors } = await mutate(verb, { id }, stranger);
    expect(userErrors).toEqual([{ code: 'NOT_FOUND', field: 'id' }]);
  }
  const { userErrors } = await mutate('webhookReplay', { messageId: message?.id }, stranger);
  expect(userErrors).toEqual([{ code: 'NOT_FOUND', field: 'messageId' }]);
  expect(await messages()).toEqual([expect.objectContaining({ state: 'DELIVERED', tries: 1 })]);
});

describe('nobody but the administrator', () => {
  test('sees a webhook or keeps one', async () => {
    const { id } = await hook();
    expect(await list(supervisor)).toEqual([]);
    for (const verb of ['webhookRemove', 'webhookTest', 'webhookRotateSecret']) {
      const { userErrors } = await mutate(verb, { id }, supervisor);
      expect(userErrors).toEqual([{ code: 'FORBIDDEN', field: null }]);
    }
  });

  test.each([
    ['an address without TLS', { url: 'http://example.org/hook' }, 'url'],
    ['an address of a network of ours', { url: 'https://10.0.0.8/hook' }, 'url'],
    ['the address of a cloud’s own data', { url: 'https://169.254.169.254/latest' }, 'url'],
    ['a number that is a private address', { url: 'https://3232235777/' }, 'url'],
    ['an address in IPv6 that is one in IPv4', { url: 'https://[::ffff:192.168.0.1]/' }, 'url'],
    ['no address', { url: 'javascript:alert(1)' }, 'url'],
    ['fields that a complaint has not', { selection: 'number wealth' }, 'selection'],
    [
      'a selection that closes its braces',
      { selection: 'number } } query Other { viewer { user { name } } } #' },
      'selection',
    ],
    [
      'a key of nobody',
      { apiKeyId: 'QXBpS2V5OjAwMDAwMDAwLTAwMDAtMDAwMC0wMDAwLTAwMDAwMDAwMDAwMA' },
      'apiKeyId',
    ],
  ])('may give %s', async (_, wrong, field) => {
    const wanted = { name: 'x', url: address(), events: [], apiKeyId: await keyId(), ...wrong };
    const { webhook, userErrors } = await mutate('webhookCreate', wanted);
    expect({ webhook, fields: userErrors.map((each: { field: string }) => each.field) }).toEqual({
      webhook: null,
      fields: [field],
    });
    expect(await list()).toEqual([]);
  });
});
