import { reportPeriods } from '@huiyin/domain';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type CallerHeaders,
  openTestApi,
  type TestApi,
  type TestOrganization,
} from '../../testing/api.fixture.ts';

let api: TestApi;
let office: TestOrganization;
let administrator: CallerHeaders;
let supervisor: CallerHeaders;

beforeAll(async () => {
  api = await openTestApi();
  office = await api.organization('PROPERTY', ['SUPERVISOR', 'ADMINISTRATOR']);
  administrator = await api.signedIn(office, 'ADMINISTRATOR');
  supervisor = await api.signedIn(office, 'SUPERVISOR');
});
afterAll(() => api.close());

const SITE = 'id name level formerNames parent { name } numbers { code value holdsFrom }';

async function mutate(
  verb: 'siteSave' | 'siteRemove' | 'sitesImport',
  input: object,
  caller = administrator,
) {
  const name = `${verb.charAt(0).toUpperCase()}${verb.slice(1)}`;
  const given = {
    ...{ siteSave: `site { ${SITE} }`, siteRemove: 'removedId', sitesImport: 'added numbersSet' },
  }[verb];
  const { data, errors } = await api.graphql(
    caller,
    `mutation ($input: ${name}Input!) { payload: ${verb}(input: $input) {
      ${given} userErrors { code field message } } }`,
    { input },
  );
  expect(errors).toBeUndefined();
  return data.payload;
}

async function siteNames(): Promise<string[]> {
  const { data } = await api.graphql(supervisor, '{ sites { name } }');
  return data.sites.map(({ name }: { name: string }) => name);
}

const save = (input: object, caller?: CallerHeaders) => mutate('siteSave', input, caller);

async function register(details: object): Promise<string> {
  const input = {
    ...{ kind: 'COMPLAINT', channel: 'PHONE', disclosure: 'ANONYMOUS', content: '电梯停运' },
    ...{ category: 'LIFT', classification: 'VALID', details: { property: details } },
  };
  const { data } = await api.graphql(
    supervisor,
    `mutation ($input: ComplaintRegisterInput!) { complaintRegister(input: $input) { complaint { id } userErrors { message } } }`,
    { input },
  );
  expect(data.complaintRegister.userErrors).toEqual([]);
  return data.complaintRegister.complaint.id;
}

describe('the tree', () => {
  test('of two who change a site at once, be it only its numbers, the second learns of it', async () => {
    const { id } = (await save({ name: '同改小区' })).site;
    const households = (value: number) =>
      save({ id, version: 1, numbers: [{ code: 'HOUSEHOLDS', value }], holdsFrom: '2026-01-01' });
    expect((await households(300)).userErrors).toEqual([]);
    const late = await households(30);
    expect(late.userErrors).toMatchObject([{ code: 'CONFLICT', field: 'version' }]);
    const { data } = await api.graphql(supervisor, '{ sites { name version numbers { value } } }');
    expect(data.sites).toContainEqual({ name: '同改小区', version: 2, numbers: [{ value: 300 }] });
    await mutate('siteRemove', { id });
  });

  test('an estate has buildings, a building units, and a unit no parts', async () => {
    const estate = (await save({ name: '枫林苑' })).site;
    const building = (await save({ name: '1栋', parentId: estate.id })).site;
    const unit = (await save({ name: '1单元', parentId: building.id })).site;
    expect([estate.level, building.level, unit.level]).toEqual(['ESTATE', 'BUILDING', 'UNIT']);
    expect(unit.parent).toEqual({ name: '1栋' });
    const below = await save({ name: '101', parentId: unit.id });
    expect(below.userErrors).toMatchObject([{ code: 'CONDITION_UNMET', field: 'parentId' }]);
    const twice = await save({ name: ' 1栋 ', parentId: estate.id });
    expect(twice.userErrors).toMatchObject([{ code: 'INVALID', field: 'name' }]);
  });

  test('numbers hold from their day on; one entered by mistake is taken back', async () => {
    const numbers = [
      { code: 'HOUSEHOLDS', value: 300 },
      { code: 'AREA', value: 30_000.5 },
    ];
    const { id } = (await save({ name: '梧桐里', numbers, holdsFrom: '2026-01-01' })).site;
    const { site } = await save({ id, numbers: [{ code: 'AREA', value: null }], holdsFrom: '2026-01-01' });
    expect(site.numbers).toEqual([{ code: 'HOUSEHOLDS', value: 300, holdsFrom: '2026-01-01' }]);
    const none = await save({ id, numbers: [{ code: 'HOUSEHOLDS', value: 0 }] });
    expect(none.userErrors).toMatchObject([{ code: 'INVALID', field: 'numbers' }]);
    const unknown = await save({ id, numbers: [{ code: 'VISITS', value: 1 }] });
    expect(unknown.userErrors).toMatchObject([{ code: 'NOT_FOUND', field: 'numbers' }]);
  });

  test('what complaints name is renamed and never taken away', async () => {
    const { id } = (await save({ name: '旧名花园' })).site;
    await register({ estate: '旧名花园' });
    expect((await save({ id, name: '新名花园' })).site.formerNames).toEqual(['旧名花园']);
    const kept = await mutate('siteRemove', { id });
    expect(kept.userErrors).toMatchObject([
      { code: 'CONDITION_UNMET', message: expect.stringContaining('1') },
    ]);
    const spare = (await save({ name: '误建' })).site.id;
    const part = (await save({ name: '1栋', parentId: spare })).site.id;
    expect((await mutate('siteRemove', { id: spare })).userErrors).toMatchObject([
      { code: 'CONDITION_UNMET' },
    ]);
    expect((await mutate('siteRemove', { id: part })).userErrors).toEqual([]);
    expect(await mutate('siteRemove', { id: spare })).toEqual({ removedId: spare, userErrors: [] });
    expect(await siteNames()).not.toContain('误建');
  });

  test('the same call twice changes it once; every change is on record', async () => {
    const input = { name: '海棠湾', idempotencyKey: 'haitang' };
    const [first, again] = [await save(input), await save(input)];
    expect(again.site.id).toBe(first.site.id);
    const { data } = await api.graphql(administrator, '{ officeEvents { edges { node { kind subject } } } }');
    const kinds = data.officeEvents.edges.map(({ node }: { node: { kind: string } }) => node.kind);
    expect(kinds).toEqual(expect.arrayContaining(['SITE_ADDED', 'SITE_CHANGED', 'SITE_REMOVED']));
  });

  test('it is read by everybody of the office, and kept by its administrator, in a sector that has one', async () => {
    expect((await siteNames()).length).toBeGreaterThan(3);
    expect((await save({ name: '不行' }, supervisor)).userErrors).toMatchObject([{ code: 'FORBIDDEN' }]);
    const hospital = await api.organization('HOSPITAL', ['ADMINISTRATOR']);
    const elsewhere = await api.signedIn(hospital, 'ADMINISTRATOR');
    expect((await api.graphql(elsewhere, '{ sites { name } }')).data.sites).toEqual([]);
    expect((await save({ name: '不行' }, elsewhere)).userErrors).toMatchObject([{ code: 'CONDITION_UNMET' }]);
  });
});

describe('a spreadsheet of sites', () => {
  test('adds what is not known, sets numbers, and is taken in once more without harm', async () => {
    const sheet =
      '小区,楼栋,单元,户数（户）,建筑面积\n银杏园,1栋,,60,"7,200.5"\n银杏园,2栋,1单元,30,\n银杏园,,,,\n';
    const file = await api.upload(administrator, '名录.csv', sheet);
    const taken = await mutate('sitesImport', { file, holdsFrom: '2026-01-01' });
    expect(taken).toMatchObject({ added: 4, numbersSet: 3, userErrors: [] });
    const again = await mutate('sitesImport', { file, holdsFrom: '2026-01-01' });
    expect(again).toMatchObject({ added: 0, numbersSet: 3 });
    const { data } = await api.graphql(supervisor, `{ sites { ${SITE} } }`);
    const first = data.sites.find(
      ({ name, parent }: { name: string; parent?: { name: string } }) =>
        name === '1栋' && parent?.name === '银杏园',
    );
    expect(first.numbers).toEqual([
      { code: 'AREA', value: 7_200.5, holdsFrom: '2026-01-01' },
      { code: 'HOUSEHOLDS', value: 60, holdsFrom: '2026-01-01' },
    ]);
  });

  test('with a line that cannot be read it is not taken in at all, and says which', async () => {
    const sheet = '小区,楼栋,户数\n红杉园,1栋,60\n,2栋,60\n红杉园,3栋,六十几\n';
    const file = await api.upload(administrator, '坏名录.csv', sheet);
    const { userErrors, added } = await mutate('sitesImport', { file });
    expect(userErrors.map(({ message }: { message: string }) => message)).toEqual([
      expect.stringContaining('Line 3'),
      expect.stringContaining('Line 4'),
    ]);
    expect(added).toBeNull();
    expect(await siteNames()).not.toContain('红杉园');
  });
});

test('the report sets complaints against the tree, estate by estate, and says what it lacks', async () => {
  const own = await api.organization('PROPERTY', ['SUPERVISOR', 'ADMINISTRATOR']);
  administrator = await api.signedIn(own, 'ADMINISTRATOR');
  supervisor = await api.signedIn(own, 'SUPERVISOR');
  const year = new Date().getUTCFullYear();
  const period = { kind: 'YEAR', year, number: 1 } as const;
  expect(reportPeriods(period)).toBeDefined();
  const numbers = (households: number, area: number) => [
    { code: 'HOUSEHOLDS', value: households },
    { code: 'AREA', value: area },
  ];
  const lake = (await save({ name: '翠湖', numbers: numbers(500, 50_000), holdsFrom: '2020-01-01' })).site;
  await save({ name: '明月', numbers: numbers(1_500, 150_000), holdsFrom: '2020-01-01' });
  const tower = (await save({ name: '1栋', parentId: lake.id })).site;
  await save({ id: tower.id, numbers: numbers(200, 20_000), holdsFrom: '2020-01-01' });
  await save({ name: '2栋', parentId: lake.id });
  for (const details of [
    { estate: '翠湖', building: '1栋' },
    { estate: '翠湖', building: '1栋' },
    { estate: '明月', building: '1栋' },
    { estate: '别处' },
  ]) {
    await register(details);
  }
  await save({ id: lake.id, name: '翠湖雅苑' });
  const table = async () => {
    const { data, errors } = await api.graphql(
      supervisor,
      `query { reportPreview(period: { kind: YEAR, year: ${year} }) { problems sections { code blocks {
        ... on ReportTable { code rows { cells { text cases } } notes } } } } }`,
    );
    expect(errors).toBeUndefined();
    const section = data.reportPreview.sections.find(({ code }: { code: string }) => code === 'estates');
    const block = section.blocks.find(({ code }: { code?: string }) => code === 'estateRates');
    const rows = block.rows.map(({ cells }: { cells: { text: string }[] }) => cells.map(({ text }) => text));
    const buildings = section.blocks.find(({ code }: { code?: string }) => code === 'buildingRates');
    return { rows, block, buildings, problems: data.reportPreview.problems as string[] };
  };
  const { rows, block, buildings } = await table();
  expect(rows).toEqual([
    ['翠湖雅苑', '2', '500', '4.00', '50,000', '4.00'],
    ['明月', '1', '1,500', '0.67', '150,000', '0.67'],
    ['Not in the tree', '1', '—', '—', '—', '—'],
    ['Total', '4', '2,000', '2.00', '200,000', '2.00'],
  ]);
  const { data } = await api.graphql(
    supervisor,
    'query ($figure: String) { complaints(filter: { figure: $figure }) { totalCount } }',
    { figure: block.rows[0].cells[1].cases },
  );
  expect(data.complaints.totalCount).toBe(2);
  // Of the estate under its new name; a building of the same name elsewhere, unknown there, is none of it.
  const [first, ...others] = buildings.rows.map(({ cells }: { cells: { text: string }[] }) =>
    cells.map(({ text }) => text),
  );
  expect(first).toEqual(['翠湖雅苑 / 1栋', '2', '200', '10.00', '20,000', '10.00']);
  expect(others).toEqual([['Total', '4', '—', '—', '—', '—']]);
  expect(buildings.notes).toEqual(['Not stated, or not in the tree: 2.']);

  await save({ name: '新盘' });
  const lacking = await table();
  expect(lacking.rows.at(-1)).toEqual(['Total', '4', '—', '—', '—', '—']);
  expect(lacking.problems.join()).toContain('新盘');
});
