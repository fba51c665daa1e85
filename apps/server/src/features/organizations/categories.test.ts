import { ROLES } from '@huiyin/domain';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type CallerHeaders,
  openTestApi,
  type TestApi,
  type TestOrganization,
} from '../../testing/api.fixture.ts';
import { submission, submit, visitor } from '../../testing/public.fixture.ts';

/** An organisation's own categories, as everybody meets them. */

const CHANGE = `mutation ($input: CategoryChangeInput!) { categoryChange(input: $input) {
  organization { ownCategories { code label { zh } offFrom position } } userErrors { code field message } } }`;

let api: TestApi;
let office: TestOrganization;
let administrator: CallerHeaders;
let supervisor: CallerHeaders;

beforeAll(async () => {
  api = await openTestApi();
  office = await api.organization('TOURISM', ROLES);
  administrator = await api.signedIn(office, 'ADMINISTRATOR');
  supervisor = await api.signedIn(office, 'SUPERVISOR');
});
afterAll(() => api.close());

async function change(input: object, caller = administrator) {
  const { data } = await api.graphql(caller, CHANGE, { input });
  return data.categoryChange;
}

async function register(category: string, rest: object = {}) {
  const { data } = await api.graphql(
    supervisor,
    `mutation ($input: ComplaintRegisterInput!) { complaintRegister(input: $input) {
      complaint { id category { code label } } userErrors { field message } } }`,
    {
      input: {
        ...{ kind: 'COMPLAINT', channel: 'PHONE', disclosure: 'ANONYMOUS', content: '景区服务差', category },
        ...rest,
      },
    },
  );
  return data.complaintRegister;
}

async function formCategories(): Promise<{ code: string; label: string }[]> {
  const { data } = await api.graphql(
    { 'accept-language': 'zh-CN' },
    'query ($slug: String!) { publicOffice(slug: $slug) { form { categories { code label } } } }',
    { slug: office.slug },
  );
  return data.publicOffice.form.categories;
}

describe('own wording', () => {
  test('is read wherever the category is named, and the sector’s comes back', async () => {
    const code = 'ATTRACTION_SERVICE';
    const label = { zh: '园区服务', en: 'Service at the park' };
    expect((await change({ code, label })).userErrors).toEqual([]);
    const { complaint } = await register(code);
    expect(complaint.category).toEqual({ code, label: 'Service at the park' });
    expect(await formCategories()).toContainEqual({ code, label: '园区服务' });
    const { data } = await api.graphql(
      administrator,
      '{ organization { sector { categories { code label } } } officeEvents(first: 1) { edges { node { kind changes { label after } } } } }',
    );
    expect(data.organization.sector.categories).toContainEqual({ code, label: 'Service at the park' });
    expect(data.officeEvents.edges[0].node).toEqual({
      kind: 'CATEGORY_CHANGED',
      changes: [{ label: 'Own wording', after: 'Service at the park' }],
    });
    await change({ code, label: null });
    expect(await formCategories()).not.toContainEqual({ code, label: '园区服务' });
  });

  test('is given in both languages, and names no two categories alike', async () => {
    const code = 'ATTRACTION_SERVICE';
    const half = await change({ code, label: { zh: '景区', en: ' ' } });
    expect(half.userErrors).toMatchObject([{ code: 'REQUIRED', field: 'label' }]);
    const same = await change({ code, label: { zh: '门票', en: 'Entrance' } });
    expect(same.userErrors).toMatchObject([{ code: 'INVALID', field: 'label' }]);
  });
});

test('siblings stand in the order that the organisation gives them', async () => {
  const before = (await formCategories()).map(({ code }) => code);
  const last = before.at(-1) as string;
  expect((await change({ code: last, position: 0 })).userErrors).toEqual([]);
  const after = (await formCategories()).map(({ code }) => code);
  expect(after[0]).toBe(last);
  expect([...after].sort()).toEqual([...before].sort());
  expect((await change({ code: last, position: 99 })).userErrors).toMatchObject([{ field: 'position' }]);
});

describe('a category switched off', () => {
  test('is offered by no form and taken by no registration; complaints that have it keep it', async () => {
    const code = 'ATTRACTION_SERVICE';
    const { complaint: earlier } = await register(code);
    const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
    expect((await change({ code, offFrom: today })).userErrors).toEqual([]);
    expect((await formCategories()).map((each) => each.code)).not.toContain(code);
    expect((await register(code)).userErrors).toMatchObject([{ field: 'category' }]);
    const sent = await submit(
      api,
      visitor('10.0.0.9'),
      await submission(api, office.slug, { category: code }),
    );
    expect(sent.data.publicComplaintSubmit.userErrors).toMatchObject([{ field: 'category' }]);
    const kept = await api.graphql(
      supervisor,
      'query ($codes: [String!]) { complaints(filter: { categories: $codes }) { edges { node { id } } } }',
      { codes: [code] },
    );
    expect(kept.data.complaints.edges).toContainEqual({ node: { id: earlier.id } });
    // A day that lies ahead changes nothing today.
    await change({ code, offFrom: '2099-01-01' });
    expect((await register(code)).userErrors).toEqual([]);
  });

  test('is refused by an import with the row, the column and what to do', async () => {
    await change({ code: 'ATTRACTION_SERVICE', offFrom: '2026-01-01' });
    const file = await api.upload(
      supervisor,
      '登记表.csv',
      '编号,登记日期,渠道,投诉内容,类别\nB-1,2025-12-30,电话,排队太久,ATTRACTION_SERVICE\nB-2,2026-01-02,电话,排队太久,ATTRACTION_SERVICE\n',
    );
    const made = await api.graphql(
      supervisor,
      'mutation ($file: String!) { importCreate(input: { file: $file, kind: COMPLAINTS }) { import { id } userErrors { message } } }',
      { file },
    );
    expect(made.data.importCreate.userErrors).toEqual([]);
    const { id } = made.data.importCreate.import;
    await api.graphql(
      supervisor,
      'mutation ($id: ID!) { importCheck(input: { id: $id }) { import { id } } }',
      { id },
    );
    await api.office.finishJobs();
    const { data } = await api.graphql(
      supervisor,
      'query ($id: ID!) { import(id: $id) { accepted refused problems { line column message } } }',
      { id },
    );
    expect(data.import).toMatchObject({ accepted: 1, refused: 1 });
    expect(data.import.problems).toEqual([
      { line: 3, column: '类别', message: expect.stringContaining('2026-01-01') },
    ]);
  });

  test('is another organisation’s own business', async () => {
    const other = await api.organization('TOURISM', ['ADMINISTRATOR']);
    const { data } = await api.graphql(
      await api.signedIn(other, 'ADMINISTRATOR'),
      '{ organization { ownCategories { code } } }',
    );
    expect(data.organization.ownCategories).toEqual([]);
  });
});
