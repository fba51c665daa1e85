import { localDateOf, type SystemActor } from '@huiyin/domain';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  type CallerHeaders,
  openTestApi,
  type TestApi,
  type TestOrganization,
} from '../../testing/api.fixture.ts';

/** A hospital's watched departments: what rises beyond chance stands before the supervisor before the quarter ends. */

const DAY_MS = 86_400_000;
const RISES = '{ watchedRises { watch { code label } name count before expected chance reason cases } }';

let api: TestApi;
let hospital: TestOrganization;
let supervisor: CallerHeaders;

async function received(department: string, type: string, daysAgo: number): Promise<void> {
  const { data } = await api.graphql(
    supervisor,
    'mutation ($input: ComplaintRegisterInput!) { complaintRegister(input: $input) { userErrors { message } } }',
    {
      input: {
        ...{ kind: 'COMPLAINT', channel: 'PHONE', disclosure: 'ANONYMOUS', content: '候诊太久' },
        ...{ category: 'WAITING', respondent: { name: department, type } },
        receivedAt: new Date(Date.now() - daysAgo * DAY_MS).toISOString(),
      },
    },
  );
  expect(data.complaintRegister.userErrors).toEqual([]);
}

beforeAll(async () => {
  api = await openTestApi();
  hospital = await api.organization('HOSPITAL', ['SUPERVISOR', 'HANDLER']);
  supervisor = await api.signedIn(hospital, 'SUPERVISOR');
  // A year in which both had about one a quarter of a year, then a bad month in one of them.
  for (const daysAgo of [60, 150, 240, 330]) {
    await received('急诊科', 'EMERGENCY', daysAgo);
    await received('普外科', 'SURGICAL', daysAgo);
  }
  for (const daysAgo of [1, 3, 8, 15, 22]) {
    await received('急诊科', 'EMERGENCY', daysAgo);
    // Not watched, however many.
    await received('内二科', 'INTERNAL', daysAgo);
  }
  await received('普外科', 'SURGICAL', 5);
});
afterAll(() => api.close());

test('the department that rose is named, with the reason, and opens onto its cases', async () => {
  const { data, errors } = await api.graphql(supervisor, RISES);
  expect(errors).toBeUndefined();
  const [rise, ...others] = data.watchedRises;
  expect(others).toEqual([]);
  expect(rise).toMatchObject({ watch: { code: 'KEY_DEPARTMENTS' }, name: '急诊科', count: 5, before: 4 });
  expect(rise.chance).toBeLessThan(0.01);
  expect(rise.reason).toContain('5 received in the last 4 weeks; 4 in the year before');
  const opened = await api.graphql(
    supervisor,
    'query ($figure: String!) { complaints(filter: { figure: $figure }) { totalCount } }',
    { figure: rise.cases },
  );
  expect(opened.data.complaints.totalCount).toBe(5);
});

test('the report of the period says the same', async () => {
  const now = new Date(Date.now() + 8 * 3_600_000);
  const { data } = await api.graphql(
    supervisor,
    `query ($from: LocalDate!, $to: LocalDate!) { reportPreview(period: { kind: SPAN, from: $from, to: $to }) {
      sections { code blocks { ... on ReportTable { code rows { cells { text value } } } } } } }`,
    { from: `${now.getUTCFullYear()}-01-01`, to: now.toISOString().slice(0, 10) },
  );
  // biome-ignore lint/suspicious/noExplicitAny: sections of many shapes.
  const watched = data.reportPreview.sections.find(({ code }: any) => code === 'watched');
  // biome-ignore lint/suspicious/noExplicitAny: blocks of many shapes.
  const { rows } = watched.blocks.find(({ code }: any) => code === 'rises');
  expect(rows).toHaveLength(1);
  expect(JSON.stringify(rows)).toContain('急诊科');
});

test('whoever leads nobody is not told, and a sector that watches nothing has nothing to tell', async () => {
  const handler = await api.signedIn(hospital, 'HANDLER');
  expect((await api.graphql(handler, RISES)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  const elsewhere = await api.signedIn(await api.organization('TELECOM'), 'SUPERVISOR');
  expect((await api.graphql(elsewhere, RISES)).data.watchedRises).toEqual([]);
});

const MATTERS = '{ watchedMatters { watch { code } name reason complaints { number } } }';

test('three complaints on one batch are named together, two are not', async () => {
  const drug = await api.signedIn(await api.organization('DRUG_REGULATION'), 'SUPERVISOR');
  const about = async (batch: string) => {
    const { data } = await api.graphql(
      drug,
      'mutation ($input: ComplaintRegisterInput!) { complaintRegister(input: $input) { userErrors { message } } }',
      {
        input: {
          ...{ kind: 'COMPLAINT', channel: 'PHONE', disclosure: 'ANONYMOUS', content: '药片变色' },
          details: { drugRegulation: { productName: '止咳糖浆', productClass: 'DRUG', batch } },
        },
      },
    );
    expect(data.complaintRegister.userErrors).toEqual([]);
  };
  for (const batch of ['A2026', 'b-17', ' a2026', 'B-17', 'A2026 ']) await about(batch);
  const { data } = await api.graphql(drug, MATTERS);
  expect(data.watchedMatters).toMatchObject([{ watch: { code: 'BATCH' }, name: 'A2026' }]);
  expect(data.watchedMatters[0].complaints).toHaveLength(3);
  expect(data.watchedMatters[0].reason).toContain('止咳糖浆: 3 complaints');
});

test('an adverse reaction forwarded a week ago is named until its receipt is recorded', async () => {
  const drug = await api.organization('DRUG_REGULATION');
  const lead = await api.signedIn(drug, 'SUPERVISOR');
  const { casework } = api.office.services;
  const actor: SystemActor = { kind: 'system', tenantId: drug.tenantId, task: 'test' };
  const to = 'ADVERSE_REACTION_MONITORING';
  const at = (days: number): string => new Date(Date.now() - days * DAY_MS).toISOString();
  const forwarded = async (daysAgo: number) => {
    const outcome = await casework.register(actor, {
      command: {
        ...{ type: 'REGISTER', kind: 'COMPLAINT', channel: 'PHONE', disclosure: 'ANONYMOUS', groupSize: 1 },
        ...{ source: { level: 'DIRECT' }, demands: [], respondent: {}, content: '服药后皮疹' },
        details: { productName: '活血丸', adverseReaction: '皮疹' },
        receivedAt: at(20),
      },
      historic: true,
      history: [
        { at: at(19), command: { type: 'ACCEPT' } },
        { at: at(daysAgo), command: { type: 'FORWARD', to } },
      ],
    });
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals));
    return outcome.complaint;
  };
  const { id, number } = await forwarded(9);
  await forwarded(5);
  const named = async () => (await api.graphql(lead, MATTERS)).data.watchedMatters;
  expect(await named()).toMatchObject([{ watch: { code: 'REACTION_RECEIPT' }, name: number }]);
  const receipt = { type: 'RECORD_FORWARDING_RECEIPT', to, number: 'ADR-1' } as const;
  const on = localDateOf(new Date().toISOString());
  const outcome = await casework.execute(actor, { complaintId: id, command: { ...receipt, on } });
  expect(outcome).toMatchObject({ ok: true });
  expect(await named()).toEqual([]);
});

test('records sealed three years ago are to be opened, others not yet', async () => {
  const sealed = async (yearsAgo: number) => {
    const at = new Date(Date.now() - yearsAgo * 365.25 * DAY_MS).toISOString();
    const { data } = await api.graphql(
      supervisor,
      `mutation ($input: ComplaintRegisterInput!) { complaintRegister(input: $input) {
        complaint { number } userErrors { message } } }`,
      {
        input: {
          ...{ kind: 'COMPLAINT', channel: 'PHONE', disclosure: 'ANONYMOUS', content: '要求封存病历' },
          details: { hospital: { recordsSealedAt: at, recordsSealedBy: '医务科' } },
        },
      },
    );
    expect(data.complaintRegister.userErrors).toEqual([]);
    return data.complaintRegister.complaint.number;
  };
  const old = await sealed(3.01);
  await sealed(2);
  const { data } = await api.graphql(supervisor, MATTERS);
  expect(data.watchedMatters).toMatchObject([{ watch: { code: 'SEALED_RECORDS' }, name: old }]);
  expect(data.watchedMatters[0].reason).toContain('to be opened');
});

test('passing on, leaving aside and looking at identities are counted for those who lead, and open onto their cases', async () => {
  const office = await api.organization('TELECOM', ['SUPERVISOR', 'HANDLER']);
  const [leader, handler] = [await api.signedIn(office, 'SUPERVISOR'), await api.signedIn(office, 'HANDLER')];
  const act = async (verb: string, input: object) => {
    const { data } = await api.graphql(
      leader,
      `mutation ($input: Complaint${verb}Input!) { payload: complaint${verb}(input: $input) {
        complaint { id number } userErrors { message } } }`,
      { input },
    );
    expect(data.payload.userErrors).toEqual([]);
    return data.payload.complaint;
  };
  const { id, number } = await act('Register', {
    ...{ kind: 'COMPLAINT', channel: 'PHONE', disclosure: 'CONFIDENTIAL', content: '没有信号' },
    complainant: { name: '周敏', phone: '13900000001' },
  });
  await act('Register', { kind: 'COMPLAINT', channel: 'PHONE', disclosure: 'ANONYMOUS', content: '多扣费' });
  await act('Reveal', { id, reason: '需要回访' });
  const COUNTS = '{ prohibitionCounts { what { code } count cases } }';
  const { data } = await api.graphql(leader, COUNTS);
  // biome-ignore lint/suspicious/noExplicitAny: answers of many shapes.
  const counted = data.prohibitionCounts.map(({ what, count }: any) => [what.code, count]);
  expect(Object.fromEntries(counted)).toEqual({
    ...{ handedOver: 0, handedOnTooOften: 0, untouched: 0, revealed: 1, recused: 0 },
  });
  // biome-ignore lint/suspicious/noExplicitAny: answers of many shapes.
  const { cases } = data.prohibitionCounts.find(({ what }: any) => what.code === 'revealed');
  const opened = await api.graphql(
    leader,
    'query ($figure: String!) { complaints(filter: { figure: $figure }) { edges { node { number } } } }',
    { figure: cases },
  );
  expect(opened.data.complaints.edges).toEqual([{ node: { number } }]);
  expect((await api.graphql(handler, COUNTS)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
});
