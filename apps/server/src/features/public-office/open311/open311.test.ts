import { XMLParser } from 'fast-xml-parser';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type CallerHeaders,
  openTestApi,
  type TestApi,
  type TestOrganization,
} from '../../../testing/api.fixture.ts';

/** Open311 GeoReport v2, as the specification's own examples ask it: what an app sends, and what everybody sees. */

let api: TestApi;
let office: TestOrganization;
let other: TestOrganization;
let key: string;
let reader: string;
let supervisor: CallerHeaders;

const keyIn = (headers: CallerHeaders) => String(headers['authorization']).replace('Bearer ', '');
const REQUEST = {
  ...{ service_code: 'ATTRACTION_SERVICE', description: '检票口排队两小时，无人疏导' },
  ...{ first_name: '敏', last_name: '周', phone: '13900000077', lat: '22.54', long: '114.05' },
  address_string: '莲花山公园东门',
};

beforeAll(async () => {
  api = await openTestApi();
  office = await api.organization('TOURISM', ['SUPERVISOR', 'ADMINISTRATOR']);
  other = await api.organization('TOURISM', ['SUPERVISOR', 'ADMINISTRATOR']);
  supervisor = await api.signedIn(office, 'SUPERVISOR');
  key = keyIn(await api.keyOf(office, ['complaints:read', 'complaints:write']));
  reader = keyIn(await api.keyOf(office, ['complaints:read']));
  await offer(office, true);
});
afterAll(() => api.close());

async function offer(organization: TestOrganization, offersOpen311: boolean) {
  const administrator = await api.signedIn(organization, 'ADMINISTRATOR');
  const { data } = await api.graphql(
    administrator,
    'mutation ($input: PublicPageSaveInput!) { publicPageSave(input: $input) { publicPage { offersOpen311 } userErrors { code } } }',
    { input: { offersOpen311 } },
  );
  expect(data.publicPageSave).toEqual({ publicPage: { offersOpen311 }, userErrors: [] });
}

async function get(path: string, slug = office.slug, language = 'en') {
  const response = await api.app.inject({
    url: `/open311/v2/${slug}/${path}`,
    headers: { 'accept-language': language },
  });
  return { status: response.statusCode, type: String(response.headers['content-type']), body: response.body };
}

async function listed(path: string, slug = office.slug) {
  const { body } = await get(path, slug);
  return JSON.parse(body);
}

async function post(form: object, options: { slug?: string; format?: string; headers?: object } = {}) {
  const { slug = office.slug, format = 'json', headers = {} } = options;
  const response = await api.app.inject({
    method: 'POST',
    url: `/open311/v2/${slug}/requests.${format}`,
    headers: {
      ...{ 'content-type': 'application/x-www-form-urlencoded', 'accept-language': 'en' },
      ...headers,
    },
    payload: new URLSearchParams(Object.entries(form)).toString(),
  });
  return { status: response.statusCode, body: response.body };
}

async function sent(changes: object = {}): Promise<string> {
  const { status, body } = await post({ api_key: key, ...REQUEST, ...changes });
  expect({ status, body }).toMatchObject({ status: 201 });
  return JSON.parse(body)[0].service_request_id;
}

async function complaintOf(number: string) {
  const { data } = await api.graphql(
    supervisor,
    `query ($number: String!) { complaint(number: $number) { id channel disclosure content category { code }
      complainant { name phone } details { ... on TourismDetails { groupNumber place { address latitude longitude } } } } }`,
    { number },
  );
  return data.complaint;
}

describe('what an office takes', () => {
  test('is found from its discovery page', async () => {
    const { endpoints } = await listed('discovery.json');
    expect(endpoints[0].url).toMatch(new RegExp(`/open311/v2/${office.slug}$`));
    expect(endpoints[0].formats).toEqual(['application/json', 'text/xml']);
  });

  test('are its categories, in the caller’s language', async () => {
    const services = await listed('services.json');
    const codes = services.map((service: { service_code: string }) => service.service_code);
    expect(codes).toContain('ATTRACTION_SERVICE');
    expect(new Set(codes).size).toBe(codes.length);
    const zh = JSON.parse((await get('services.json', office.slug, 'zh-CN')).body);
    const named = zh.find(
      (service: { service_code: string }) => service.service_code === 'ATTRACTION_SERVICE',
    );
    expect(named).toMatchObject({ service_name: '景区服务', group: '景区', type: 'realtime' });
  });

  test('says which attributes a category has, with the values to choose from', async () => {
    const { attributes } = await listed('services/ATTRACTION_SERVICE.json');
    const market = attributes.find((attribute: { code: string }) => attribute.code === 'market');
    expect(market).toMatchObject({ datatype: 'singlevaluelist', required: false, description: 'Market' });
    expect(market.values).toContainEqual({ key: 'DOMESTIC', name: 'Domestic' });
  });

  test('says the same in XML', async () => {
    const { type, body } = await get('services/ATTRACTION_SERVICE.xml');
    expect(type).toBe('text/xml; charset=utf-8');
    const { service_definition: definition } = new XMLParser().parse(body);
    const { attributes } = await listed('services/ATTRACTION_SERVICE.json');
    expect(definition.service_code).toBe('ATTRACTION_SERVICE');
    expect(definition.attributes.attribute.map(({ code }: { code: string }) => code)).toEqual(
      attributes.map(({ code }: { code: string }) => code),
    );
  });
});

describe('a request', () => {
  test('becomes a complaint of the office, with its place, its attributes and who can be reached', async () => {
    const number = await sent({ 'attribute[groupNumber]': 'SZ-77', media_url: 'https://example.org/a.jpg' });
    expect(await complaintOf(number)).toMatchObject({
      ...{ channel: 'API', disclosure: 'NAMED', category: { code: 'ATTRACTION_SERVICE' } },
      complainant: { name: '周敏' },
      content: expect.stringContaining('https://example.org/a.jpg'),
      details: {
        groupNumber: 'SZ-77',
        place: { address: '莲花山公园东门', latitude: 22.54, longitude: 114.05 },
      },
    });
  });

  test('without a name is anonymous', async () => {
    const number = await sent({ first_name: '', last_name: '' });
    expect(await complaintOf(number)).toMatchObject({ disclosure: 'ANONYMOUS', complainant: null });
  });

  test('repeated with the same idempotency key is one complaint', async () => {
    const headers = { 'idempotency-key': 'a-key-of-the-app-0001' };
    const [first, second] = [
      await post({ api_key: key, ...REQUEST }, { headers }),
      await post({ api_key: key, ...REQUEST }, { headers }),
    ];
    expect(second).toEqual(first);
    expect(first.status).toBe(201);
  });

  test.each([
    ['without a key', { ...REQUEST }, 403],
    ['with a key that may only read', { ...REQUEST, api_key: 'reader' }, 403],
    ['without words', { ...REQUEST, api_key: 'key', description: ' ' }, 400],
    ['about nothing the office knows', { ...REQUEST, api_key: 'key', service_code: 'POTHOLE' }, 400],
    ['with half a position', { ...REQUEST, api_key: 'key', long: '' }, 400],
    [
      'with an attribute that nobody asked for',
      { ...REQUEST, api_key: 'key', 'attribute[colour]': 'red' },
      400,
    ],
    ['with a value that is none', { ...REQUEST, api_key: 'key', 'attribute[market]': 'MOON' }, 400],
  ])('%s is refused, in words, and nothing is kept', async (_, form, status) => {
    const before = (await listed('requests.json')).length;
    const keys: Readonly<Record<string, string>> = { key, reader };
    const named = 'api_key' in form ? { ...form, api_key: keys[form.api_key] } : form;
    const answer = await post(named);
    expect(answer.status).toBe(status);
    expect(JSON.parse(answer.body)).toEqual([{ code: status, description: expect.stringMatching(/\w+/) }]);
    expect((await listed('requests.json')).length).toBe(before);
  });

  test('with another office’s key is refused as one without any', async () => {
    await offer(other, true);
    const [foreign, none] = [
      await post({ api_key: key, ...REQUEST }, { slug: other.slug }),
      await post(REQUEST, { slug: other.slug }),
    ];
    expect(foreign).toEqual(none);
    expect(await listed('requests.json', other.slug)).toEqual([]);
  });

  test('is refused in XML as the specification says', async () => {
    const { status, body } = await post(REQUEST, { format: 'xml' });
    expect(status).toBe(403);
    expect(new XMLParser().parse(body).errors.error.code).toBe(403);
  });
});

describe('how far a request is', () => {
  test('everybody sees, and nothing of what was said or by whom', async () => {
    const number = await sent();
    const { body } = await get(`requests/${number}.json`);
    const [request] = JSON.parse(body);
    expect(request).toMatchObject({ status: 'open', service_code: 'ATTRACTION_SERVICE' });
    expect(request.expected_datetime > request.requested_datetime).toBe(true);
    for (const said of ['检票口', '周敏', '13900000077', '莲花山']) expect(body).not.toContain(said);
    expect(await listed(`tokens/${number}.json`)).toEqual([{ service_request_id: number, token: number }]);
  });

  test('is closed once its complaint is', async () => {
    const number = await sent();
    const { id } = await complaintOf(number);
    const { data } = await api.graphql(
      supervisor,
      'mutation ($input: ComplaintWithdrawInput!) { complaintWithdraw(input: $input) { userErrors { message } } }',
      { input: { id, reason: 'NO_LONGER_WISHED' } },
    );
    expect(data.complaintWithdraw.userErrors).toEqual([]);
    expect((await listed(`requests/${number}.json`))[0].status).toBe('closed');
    const closed = await listed('requests.json?status=closed');
    expect(closed.map((each: { service_request_id: string }) => each.service_request_id)).toContain(number);
    const open = await listed('requests.json?status=open');
    expect(open.map((each: { service_request_id: string }) => each.service_request_id)).not.toContain(number);
  });

  test('is listed by number, service and time', async () => {
    const number = await sent({ service_code: 'TICKET' });
    const numbers = async (query: string) =>
      (await listed(`requests.json?${query}`)).map(
        (each: { service_request_id: string }) => each.service_request_id,
      );
    expect(await numbers(`service_request_id=${number}`)).toEqual([number]);
    expect(await numbers('service_code=TICKET')).toContain(number);
    expect(await numbers('service_code=ATTRACTION_SERVICE')).not.toContain(number);
    expect(await numbers('end_date=2001-01-01T00:00:00Z')).toEqual([]);
    expect((await get('requests.json?start_date=yesterday')).status).toBe(400);
  });

  test('is not told of complaints that came in another way', async () => {
    const { data } = await api.graphql(
      supervisor,
      'mutation ($input: ComplaintRegisterInput!) { complaintRegister(input: $input) { complaint { number } userErrors { message } } }',
      {
        input: {
          ...{ kind: 'COMPLAINT', channel: 'PHONE', disclosure: 'ANONYMOUS', category: 'ATTRACTION_SERVICE' },
          content: '电话投诉',
        },
      },
    );
    const { number } = data.complaintRegister.complaint;
    expect((await get(`requests/${number}.json`)).status).toBe(404);
    expect(JSON.stringify(await listed('requests.json'))).not.toContain(number);
  });
});

test('an office that does not offer it is as one that is not there', async () => {
  const quiet = await api.organization('PROPERTY', ['SUPERVISOR']);
  const [closed, absent] = [
    await get('services.json', quiet.slug),
    await get('services.json', 'no-such-office'),
  ];
  expect(closed).toEqual(absent);
  expect(closed.status).toBe(404);
});
