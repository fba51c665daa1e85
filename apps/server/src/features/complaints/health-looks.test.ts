import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type CallerHeaders,
  openTestApi,
  type TestApi,
  type TestOrganization,
} from '../../testing/api.fixture.ts';

/** Health data is shown to those whose work needs it, and every look at it is recorded. */

let api: TestApi;
let hospital: TestOrganization;
let handler: CallerHeaders;
let supervisor: CallerHeaders;
let auditor: CallerHeaders;

beforeAll(async () => {
  api = await openTestApi();
  hospital = await api.organization('HOSPITAL', ['HANDLER', 'SUPERVISOR', 'ADMINISTRATOR', 'AUDITOR']);
  handler = await api.signedIn(hospital, 'HANDLER');
  supervisor = await api.signedIn(hospital, 'SUPERVISOR');
  auditor = await api.signedIn(hospital, 'AUDITOR');
});
afterAll(() => api.close());

interface Look {
  readonly by_id: string;
  readonly by_key: boolean;
}

async function ask(caller: CallerHeaders, query: string, variables: object = {}) {
  const { data, errors } = await api.graphql(caller, query, variables);
  expect(errors).toBeUndefined();
  return data;
}

/** A dispute that the handler works on: its harm is health data. Nobody has looked at it. */
async function dispute(details: object = { harm: 'INJURY' }): Promise<string> {
  const { payload } = await ask(
    handler,
    `mutation ($input: ComplaintRegisterInput!) { payload: complaintRegister(input: $input) {
      complaint { id } userErrors { field message } } }`,
    {
      input: {
        ...{ kind: 'COMPLAINT', channel: 'PHONE', disclosure: 'NAMED', content: '输液后患者受到伤害' },
        ...{ category: 'MEDICATION', classification: 'DISPUTE' },
        complainant: { name: '王小明', phone: '13800000001' },
        respondent: { name: '急诊科' },
        details: { hospital: { stage: 'INFUSION', ...details } },
      },
    },
  );
  expect(payload.userErrors).toEqual([]);
  return payload.complaint.id;
}

const DETAILS = 'query ($id: ID!) { complaint(id: $id) { number detailTexts { key text } } }';
const LOOKS = 'query ($id: ID!) { complaint(id: $id) { healthLooks { who byKey hour item } } }';

async function look(caller: CallerHeaders, id: string): Promise<readonly string[]> {
  const { complaint } = await ask(caller, DETAILS, { id });
  return complaint.detailTexts.map(({ key }: { key: string }) => key);
}

async function looksSeenBy(caller: CallerHeaders, id: string) {
  const { complaint } = await ask(caller, LOOKS, { id });
  return complaint.healthLooks as readonly {
    who: string;
    byKey: boolean;
    hour: string;
    item: string | null;
  }[];
}

/** What the one who fetches a file is answered. */
async function statusOf(caller: CallerHeaders, url: string): Promise<number> {
  return (await api.app.inject({ method: 'GET', url, headers: { ...caller } })).statusCode;
}

/** What is recorded of a complaint, whoever may see it. */
function recorded(id: string): Promise<readonly Look[]> {
  const uuid = Buffer.from(id, 'base64url').toString().split(':')[1];
  return api.office.database.readInTenant<Look & Record<string, unknown>>(
    { tenantId: hospital.tenantId },
    { text: 'select by_id, by_key from health_look where complaint_id = $1', values: [uuid] },
  );
}

describe('a look at health data', () => {
  test('is recorded once within the hour, and its supervisor, administrator and auditor see whose', async () => {
    const id = await dispute();
    expect(await recorded(id)).toEqual([]);
    const [before] = await hoursNow();
    expect(await look(handler, id)).toContain('harm');
    await look(handler, id);
    const [after] = await hoursNow();
    const looks = await looksSeenBy(supervisor, id);
    // Two of them where the hour turned between the two.
    expect(looks.length).toBe(before === after ? 1 : looks.length);
    expect(looks[0]).toMatchObject({ who: 'HANDLER', byKey: false });
    expect(looks[0]?.hour).toMatch(/:00:00(\.000)?Z$/);
    expect(await looksSeenBy(auditor, id)).toEqual(looks);
    expect(await looksSeenBy(await api.signedIn(hospital, 'ADMINISTRATOR'), id)).toEqual(looks);
    expect(await looksSeenBy(handler, id)).toEqual([]);
  });

  test('is recorded of a supervisor and of a key, each by name', async () => {
    const id = await dispute();
    await look(supervisor, id);
    expect(await look(await api.keyOf(hospital), id)).toContain('harm');
    const looks = await looksSeenBy(supervisor, id);
    expect(new Set(looks.map(({ who, byKey }) => `${who} ${byKey}`))).toEqual(
      new Set(['SUPERVISOR false', 'test true']),
    );
  });

  test('is recorded of a list, of what a mutation answers, and of the history of what was corrected', async () => {
    const listed = await dispute();
    await ask(handler, '{ complaints(first: 5) { edges { node { details { __typename } } } } }');
    expect(await recorded(listed)).toHaveLength(1);

    const noted = await dispute();
    await ask(
      handler,
      'mutation ($input: ComplaintNoteInput!) { complaintNote(input: $input) { complaint { detailTexts { key } } } }',
      { input: { id: noted, text: '已联系家属' } },
    );
    expect(await recorded(noted)).toHaveLength(1);

    const corrected = await dispute();
    const { complaintCorrect } = await ask(
      supervisor,
      'mutation ($input: ComplaintCorrectInput!) { complaintCorrect(input: $input) { userErrors { message } } }',
      {
        input: {
          id: corrected,
          reason: '填写有误',
          changes: { details: { hospital: { stage: 'INFUSION', harm: 'MINOR' } } },
        },
      },
    );
    expect(complaintCorrect.userErrors).toEqual([]);
    expect(await recorded(corrected)).toEqual([]);
    await ask(handler, 'query ($id: ID!) { complaint(id: $id) { history { details { key text } } } }', {
      id: corrected,
    });
    expect(await recorded(corrected)).toHaveLength(1);
  });
});

describe('a file or a document of a complaint that tells of health', () => {
  test('is a look of its own each time it is given, by what it is called, and only where it was given', async () => {
    const id = await dispute();
    const file = await api.upload(handler, '病历.csv', '患者,伤害\n王小明,轻伤\n');
    const { payload } = await ask(
      handler,
      `mutation ($input: ComplaintAddEvidenceInput!) { payload: complaintAddEvidence(input: $input) {
        complaint { evidence { url } } userErrors { message } } }`,
      { input: { id, title: '王小明的病历', file } },
    );
    expect(payload.userErrors).toEqual([]);
    const { url } = payload.complaint.evidence[0];
    expect(await recorded(id)).toEqual([]);
    // Whoever may not have the file has not looked at it.
    expect(await statusOf(auditor, url)).toBe(403);
    expect(await recorded(id)).toEqual([]);
    expect(await statusOf(handler, url)).toBe(200);
    await look(handler, id);
    const items = new Set((await looksSeenBy(supervisor, id)).map(({ item }) => item));
    expect(items).toEqual(new Set(['王小明的病历', null]));
    const masked = new Set((await looksSeenBy(auditor, id)).map(({ item }) => item));
    expect(masked.size).toBe(2);
    expect([...masked].join()).not.toContain('王小明');
  });

  test('of a complaint without health data is no look', async () => {
    const id = await dispute({});
    const file = await api.upload(handler, '收据.csv', '项目,金额\n挂号,10\n');
    const { payload } = await ask(
      handler,
      `mutation ($input: ComplaintAddEvidenceInput!) { payload: complaintAddEvidence(input: $input) {
        complaint { evidence { url } } userErrors { message } } }`,
      { input: { id, title: '收据', file } },
    );
    expect(await statusOf(handler, payload.complaint.evidence[0].url)).toBe(200);
    expect(await recorded(id)).toEqual([]);
  });
});

describe('no look is', () => {
  test('a reading by somebody to whom the data is not shown', async () => {
    const id = await dispute();
    const key = await api.keyOf(hospital, ['complaints:read']);
    for (const masked of [auditor, key]) {
      const keys = await look(masked, id);
      expect(keys).toContain('stage');
      expect(keys).not.toContain('harm');
    }
    expect(await recorded(id)).toEqual([]);
  });

  test('a reading that does not ask for the details, or of a complaint without health data', async () => {
    const id = await dispute();
    await ask(
      handler,
      '{ complaints(first: 5) { edges { node { number title content complainant { name } } } } }',
    );
    await looksSeenBy(supervisor, id);
    expect(await recorded(id)).toEqual([]);

    const without = await dispute({});
    await look(handler, without);
    expect(await recorded(without)).toEqual([]);
  });
});

test('another organisation neither sees a look nor leaves one', async () => {
  const id = await dispute();
  await look(handler, id);
  const other = await api.organization('HOSPITAL', ['SUPERVISOR']);
  const stranger = await api.signedIn(other, 'SUPERVISOR');
  expect((await ask(stranger, DETAILS, { id })).complaint).toBeNull();
  expect((await ask(stranger, LOOKS, { id })).complaint).toBeNull();
  const rows = await api.office.database.readInTenant(
    { tenantId: other.tenantId },
    { text: 'select 1 from health_look', values: [] },
  );
  expect(rows).toEqual([]);
  expect(await recorded(id)).not.toEqual([]);
});

/** The hour that it is, as the database tells it. */
async function hoursNow(): Promise<readonly string[]> {
  const rows = await api.office.database.readInTenant<{ hour: string }>(
    { tenantId: hospital.tenantId },
    { text: `select date_trunc('hour', now(), 'UTC')::text as hour`, values: [] },
  );
  return rows.map(({ hour }) => hour);
}
