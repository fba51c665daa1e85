import { sectorOf } from '@huiyin/domain';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { playDemoRegister } from '../../demo/demo.ts';
import { revokeOversight } from '../../identity/oversight-grants.ts';
import { foldRollup } from '../../outbox/relay.ts';
import {
  type CallerHeaders,
  openTestApi,
  type TestApi,
  type TestOrganization,
} from '../../testing/api.fixture.ts';
import { filesOfZip } from '../../testing/archive.fixture.ts';
import { asking, SCHEMA } from '../../testing/schema-places.fixture.ts';

/** A cross-sector administrator: what they see, that it is what the organisations report, and that it is recorded. */

const YEAR = new Date().getFullYear();
const PERIODS = [
  `{ kind: YEAR, year: ${YEAR} }`,
  `{ kind: QUARTER, year: ${YEAR}, number: ${Math.ceil((new Date().getMonth() + 1) / 3)} }`,
  `{ kind: MONTH, year: ${YEAR}, number: ${new Date().getMonth() + 1} }`,
];
const [THIS_YEAR = ''] = PERIODS;
const SEES = ['SUPERVISOR', 'ADMINISTRATOR', 'AUDITOR'] as const;

let api: TestApi;
/** In the order in which they are listed: by region, then by sector. */
let guangdong: readonly TestOrganization[];
let hangzhou: TestOrganization;
let overseer: CallerHeaders;

async function office(sector: string, region: string): Promise<TestOrganization> {
  const made = await api.organization(sector, [...SEES, 'HANDLER'], region);
  const { tenantId } = made;
  await playDemoRegister({ casework: api.office.services.casework, tenantId, sector: sectorOf(sector) });
  if (sector === 'TELECOM') await keepAPromise(made);
  while ((await foldRollup(api.office.database, { kind: 'system', tenantId, task: 'test' })) > 0);
  return made;
}

/** The one thing of the figures that no demo register tells to its end. */
async function keepAPromise(organization: TestOrganization): Promise<void> {
  const caller = await api.signedIn(organization, 'SUPERVISOR');
  const act = async (verb: string, input: object): Promise<string> => {
    const { data } = await api.graphql(
      caller,
      `mutation ($input: Complaint${verb}Input!) {
        payload: complaint${verb}(input: $input) { complaint { id } userErrors { message } } }`,
      { input },
    );
    expect(data.payload.userErrors).toEqual([]);
    return data.payload.complaint.id;
  };
  const matter = {
    ...{ kind: 'COMPLAINT', channel: 'PHONE', disclosure: 'ANONYMOUS', content: '无人接听' },
    ...{
      category: 'COVERAGE',
      details: { telecom: { service: 'MOBILE', area: 'URBAN', place: { address: '幸福路' } } },
    },
  };
  const id = await act('Register', matter);
  await act('Accept', { id });
  const dueAt = new Date(Date.now() + 3_600_000).toISOString();
  await act('Promise', { id, dueAt, text: '一小时内答复' });
  await act('Answer', { id, text: '正在查', via: 'PHONE', final: false });
}

beforeAll(async () => {
  api = await openTestApi();
  guangdong = [
    await office('HOSPITAL', '440100'),
    await office('TELECOM', '440300'),
    await office('TOURISM', '440300'),
  ];
  hangzhou = await office('TOURISM', '330100');
  await api.granted('overseer@example.com', { region: '44', regulation: '监督办法' });
  overseer = await api.signedInAs('overseer@example.com');
});
afterAll(() => api.close());

const VALUES = 'value text numerator denominator';
const FIGURES = `figures { code now { ${VALUES} } before { ${VALUES} } yearAgo { ${VALUES} } changeBefore changeYear
  currencies { currency converted } }`;
const ROW = `code name sector region organizations ${FIGURES} fair { code unit value text given }`;
const look = (
  period = THIS_YEAR,
  caller = overseer,
  selection = `total { ${ROW} } organizations { ${ROW} }`,
) => api.graphql(caller, `{ oversight(period: ${period}) { ${selection} } }`);

interface Figure {
  readonly code: string;
  readonly now: { readonly value: number | null; readonly numerator: number; readonly denominator: number };
}
interface Row {
  readonly name: string;
  readonly organizations: number;
  readonly figures: readonly Figure[];
}
const figureOf = (row: Row, code: string): Figure => {
  const found = row.figures.find((figure) => figure.code === code);
  if (!found) throw new Error(`There is no ${code}.`);
  return found;
};

describe('the figures', () => {
  test.each(PERIODS)('of each organisation are those of its own report, %s', async (period) => {
    const { data } = await look(period);
    expect(data.oversight.organizations).toHaveLength(guangdong.length);
    for (const [index, organization] of guangdong.entries()) {
      const supervisor = await api.signedIn(organization, 'SUPERVISOR');
      const report = await api.graphql(
        supervisor,
        `{ reportPreview(period: ${period}) { sections { blocks { ... on ReportFigures {
          figures { code now { ${VALUES} } before { ${VALUES} } yearAgo { ${VALUES} } changeBefore changeYear } } } } } }`,
      );
      type Block = { readonly figures?: readonly Figure[] };
      const reported: readonly Figure[] = report.data.reportPreview.sections
        .flatMap(({ blocks }: { blocks: readonly Block[] }) => blocks)
        .flatMap(({ figures = [] }: Block) => figures);
      const row: Row = data.oversight.organizations[index];
      const compared = row.figures.filter(({ code }) => code !== 'fines');
      expect(compared).toHaveLength(8);
      for (const figure of compared) {
        const own = reported.find(({ code }) => code === figure.code);
        expect({ ...figure, currencies: undefined }).toEqual({ ...own, currencies: undefined });
      }
      // Of the sectors, tourism alone reports what was imposed.
      const imposed = reported.find(({ code }) => code === 'sanctionTotal');
      if (imposed) expect(figureOf(row, 'fines').now).toEqual(imposed.now);
    }
  });

  test('something is counted at all, of every figure', async () => {
    const { data } = await look();
    for (const { code, now } of data.oversight.total.figures as readonly Figure[]) {
      expect({ code, counted: now.value !== null && now.value > 0 }).toEqual({ code, counted: true });
    }
  });

  test.each(['organizations', 'sectors', 'regions'])('the rows by %s add up to the total', async (by) => {
    const { data } = await look(THIS_YEAR, overseer, `total { ${ROW} } rows: ${by} { ${ROW} }`);
    const { total, rows }: { total: Row; rows: readonly Row[] } = data.oversight;
    const sum = (numbers: readonly (number | null)[]) =>
      numbers.reduce<number>((all, each) => all + (each ?? 0), 0);
    expect(sum(rows.map(({ organizations }) => organizations))).toBe(total.organizations);
    for (const { code, now } of total.figures) {
      const parts = rows.map((row) => figureOf(row, code).now);
      if (/Rate$/.test(code)) {
        // A rate is one of sums, never a sum or mean of rates.
        expect(now.numerator).toBe(sum(parts.map(({ numerator }) => numerator)));
        expect(now.denominator).toBe(sum(parts.map(({ denominator }) => denominator)));
        expect(now.value).toBe(now.numerator / now.denominator);
      } else {
        expect(now.value).toBe(sum(parts.map(({ value }) => value)));
      }
    }
  });

  test('the months of a year add up to it', async () => {
    const { data } = await look(THIS_YEAR, overseer, `months { month received closed } total { ${ROW} }`);
    const months: readonly { month: string; received: number; closed: number }[] = data.oversight.months;
    expect(months).toHaveLength(13);
    const own = months.filter(({ month }) => month.startsWith(`${YEAR}-`));
    const { total } = data.oversight;
    expect(own.reduce((sum, { received }) => sum + received, 0)).toBe(figureOf(total, 'received').now.value);
    expect(own.reduce((sum, { closed }) => sum + closed, 0)).toBe(figureOf(total, 'closed').now.value);
  });

  test('of a part are those of its organisations, and only they are looked at', async () => {
    const of = async (narrowing: string, select = `total { ${ROW} }`) =>
      (
        await api.graphql(
          overseer,
          `{ oversight(period: ${THIS_YEAR}, ${narrowing}) { ${select} organizations { name region } regions { code name } grantedRegions { code name organizations } grantedSectors { code } months { received } } }`,
        )
      ).data.oversight;
    const [whole, shenzhen, telecom] = [
      await of('region: null'),
      await of('region: "4403"'),
      await of('region: "4403", sector: "TELECOM"'),
    ];
    expect(shenzhen.total.organizations).toBe(2);
    expect(shenzhen.organizations.map(({ region }: { region: string }) => region)).toEqual([
      '440300',
      '440300',
    ]);
    expect(figureOf(shenzhen.total, 'received').now.value).toBe(
      (figureOf(whole.total, 'received').now.value as number) -
        (figureOf((await of('sector: "HOSPITAL"')).total, 'received').now.value ?? 0),
    );
    const monthly = (look: { months: readonly { received: number }[] }) =>
      look.months.reduce((sum, { received }) => sum + received, 0);
    expect(monthly(telecom)).toBeLessThan(monthly(shenzhen));
    expect(monthly(shenzhen)).toBeLessThan(monthly(whole));
    // What can be chosen stays everything that was granted.
    for (const { grantedRegions, grantedSectors } of [whole, telecom]) {
      expect(grantedRegions).toEqual([
        { code: '44', name: 'Guangdong', organizations: 3 },
        { code: '4401', name: '广州市, Guangdong', organizations: 1 },
        { code: '4403', name: '深圳市, Guangdong', organizations: 2 },
      ]);
      expect(grantedSectors.map(({ code }: { code: string }) => code)).toEqual([
        'HOSPITAL',
        'TELECOM',
        'TOURISM',
      ]);
    }
    expect(whole.regions).toEqual([
      { code: '4401', name: '广州市' },
      { code: '4403', name: '深圳市' },
    ]);
    expect((await of('region: "33"')).total.organizations).toBe(0);
  });

  test('are made comparable by what the organisation gave for the very period, and by nothing else', async () => {
    const [, , tourism] = guangdong as [TestOrganization, TestOrganization, TestOrganization];
    const { data: before } = await look();
    expect(before.oversight.organizations[2].fair).toEqual([
      { code: 'VISITS', unit: '10,000 visits', value: null, text: '—', given: 0 },
    ]);
    await api.graphql(
      await api.signedIn(tourism, 'SUPERVISOR'),
      `mutation { denominatorSet(input: { code: "VISITS", period: ${THIS_YEAR}, value: 50000 }) { userErrors { code } } }`,
    );
    const { data } = await look();
    const received = figureOf(data.oversight.organizations[2], 'received').now.value ?? 0;
    expect(data.oversight.organizations[2].fair).toMatchObject([{ value: received / 5, given: 1 }]);
    // The hospital's visits are other visits.
    expect(data.oversight.organizations[0].fair).toMatchObject([{ code: 'VISITS', value: null, given: 0 }]);
    expect(data.oversight.total.fair).toEqual([]);
    expect((await look(PERIODS[1])).data.oversight.organizations[2].fair).toMatchObject([{ value: null }]);
  });
});

describe('who sees what', () => {
  test('another region’s organisation is nowhere: not in rows, totals, names or words', async () => {
    const selection = `total { ${ROW} } organizations { ${ROW} } sectors { ${ROW} } regions { ${ROW} } grants { covers basis regulation }`;
    const answer = await look(THIS_YEAR, overseer, selection);
    const { data } = answer;
    expect(data.oversight.regions.map(({ code }: { code: string }) => code)).toEqual(['4401', '4403']);
    expect(data.oversight.total.organizations).toBe(guangdong.length);
    const text = JSON.stringify(answer);
    for (const hidden of ['Office 4', '机构4', hangzhou.slug, hangzhou.tenantId, '330100']) {
      expect(text).not.toContain(hidden);
    }
    expect(data.oversight.grants).toEqual([{ covers: 'Guangdong', basis: 'LAW', regulation: '监督办法' }]);
  });

  test('neither staff, nor keys, nor the public', async () => {
    const [organization] = guangdong as [TestOrganization];
    const code = async (caller: CallerHeaders) =>
      (await look(THIS_YEAR, caller)).errors?.[0]?.extensions.code;
    for (const role of SEES) expect(await code(await api.signedIn(organization, role))).toBe('FORBIDDEN');
    expect(await code(await api.keyOf(organization))).toBe('FORBIDDEN');
    expect(await code({})).toBe('UNAUTHENTICATED');
  });

  test('what was revoked or has ended shows nothing from that moment on, and says so', async () => {
    const userId = await api.granted('for-a-while@example.com', { regulation: '监督办法' });
    const caller = await api.signedInAs('for-a-while@example.com');
    expect((await look(THIS_YEAR, caller)).data.oversight.total.organizations).toBe(guangdong.length + 1);
    await revokeOversight(api.office.database, userId);
    const { data, errors } = await look(THIS_YEAR, caller);
    expect(data).toBeNull();
    expect(errors).toMatchObject([
      { message: expect.stringContaining('No grant'), extensions: { code: 'FORBIDDEN' } },
    ]);
    const ended = { regulation: '监督办法', from: '2020-01-01T00:00:00Z', until: '2021-01-01T00:00:00Z' };
    await api.granted('long-ago@example.com', ended);
    const late = await look(THIS_YEAR, await api.signedInAs('long-ago@example.com'));
    expect(late.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  test('a period that does not exist is said in the caller’s language, and is no look', async () => {
    const { errors } = await look(`{ kind: QUARTER, year: ${YEAR}, number: 5 }`, {
      ...{ ...overseer, 'accept-language': 'zh-CN' },
    });
    expect(errors).toMatchObject([{ message: expect.stringContaining('季度为 1 至 4') }]);
  });
});

describe('a report across organisations', () => {
  const file = (query: string, caller = overseer) =>
    api.app.inject({ method: 'GET', url: `/reports/across.${query}`, headers: { ...caller } });

  test('is a Word file that names every organisation in it and says the figures that are shown', async () => {
    const response = await file(`docx?period=${YEAR}`, { ...overseer, 'accept-language': 'zh-CN' });
    expect(response.statusCode).toBe(200);
    const files = await filesOfZip(response.rawPayload);
    const text = (files.get('word/document.xml')?.toString('utf8') ?? '').replaceAll(/<[^>]+>/g, ' ');
    const { data } = await look();
    const { total }: { total: Row } = data.oversight;
    expect(text).toContain(`${guangdong.length} 个单位共收到 ${figureOf(total, 'received').now.value} 件`);
    for (const index of [1, 2, 3]) expect(text).toContain(`机构${index}`);
    expect(text).not.toContain('机构4');
    expect(text).toContain('数据截至');
  });

  test('is a workbook of the part that was asked for, in the caller’s language, and a look at that part', async () => {
    const [hospital, telecom] = guangdong as [TestOrganization, TestOrganization, TestOrganization];
    const looksAt = async (organization: TestOrganization) =>
      (
        await api.office.database.readInTenant(
          { tenantId: organization.tenantId },
          { text: 'select id from oversight_look', values: [] },
        )
      ).length;
    const before = [await looksAt(hospital), await looksAt(telecom)];
    const english = { ...overseer, 'accept-language': 'en' };
    const response = await file(`xlsx?period=${YEAR}-H2&region=4403&sector=TELECOM`, english);
    const files = await filesOfZip(response.rawPayload);
    const strings = [...files].map(([, bytes]) => bytes.toString('utf8')).join('');
    expect(strings).toContain('Office 2');
    expect(strings).not.toContain('Office 1');
    expect(decodeURIComponent(String(response.headers['content-disposition']))).toContain(
      '深圳市, Guangdong, Telecom',
    );
    expect([await looksAt(hospital), await looksAt(telecom)]).toEqual([before[0], (before[1] ?? 0) + 1]);
  });

  test('is for those who oversee, over a period that there is', async () => {
    const [organization] = guangdong as [TestOrganization];
    const status = async (query: string, caller?: CallerHeaders) => (await file(query, caller)).statusCode;
    expect(await status(`docx?period=${YEAR}`, await api.signedIn(organization, 'SUPERVISOR'))).toBe(401);
    expect(await status(`docx?period=${YEAR}`, {})).toBe(401);
    for (const period of ['', '2026-13', '2026-Q5', 'x'])
      expect(await status(`xlsx?period=${period}`)).toBe(400);
  });
});

describe('everything else of the schema', () => {
  /** For anybody at all, for those who oversee, or one's own: where one is a member, and the letter in one's hand. */
  const OPEN = /^(viewer|oversight(Cases?)?|public\w+|sectors?|memberships|invitationOffer)$/;
  const others = Object.values(SCHEMA.getQueryType()?.getFields() ?? {}).filter(
    ({ name }) => !OPEN.test(name),
  );

  test.each(others.map((field) => [field.name, field.args] as const))('%s is shut', async (name, args) => {
    const place = { kind: 'query' as const, name, fields: args, path: [] };
    const { document, variables } = asking(place, { value: undefined, id: 'x' });
    const { data, errors } = await api.graphql(overseer, document, variables);
    expect({ name, data: data?.[name] ?? null, code: errors?.[0]?.extensions.code }).toEqual({
      ...{ name, data: null, code: 'FORBIDDEN' },
    });
  });

  test('in the caller’s language', async () => {
    const said = async (locale: string) =>
      (await api.graphql({ ...overseer, 'accept-language': locale }, '{ complaints { totalCount } }'))
        .errors?.[0]?.message;
    expect(await said('zh-CN')).toContain('监督账号只能查看');
    expect(await said('en')).toContain('no work in an organisation');
  });
});

describe('every look', () => {
  const LOOKS = '{ oversightLooks { edges { cursor node { id at name asked } } pageInfo { hasNextPage } } }';

  test('is recorded at each organisation that it covered, and at no other', async () => {
    const [hospital] = guangdong as [TestOrganization];
    const looksAt = async (organization: TestOrganization) => {
      const { data } = await api.graphql(await api.signedIn(organization, 'AUDITOR'), LOOKS);
      return data.oversightLooks.edges.map(({ node }: { node: object }) => node) as {
        readonly id: string;
        readonly name: string;
        readonly asked: string;
      }[];
    };
    await api.granted('hospital@example.com', { sector: 'HOSPITAL', regulation: '监督办法' });
    const narrow = await api.signedInAs('hospital@example.com');
    const [before, elsewhere] = [await looksAt(hospital), await looksAt(hangzhou)];
    await look(PERIODS[1], narrow);
    const [after, elsewhereAfter] = [await looksAt(hospital), await looksAt(hangzhou)];
    expect(after).toHaveLength(before.length + 1);
    expect(after[0]).toMatchObject({ name: '督查员', asked: expect.stringMatching(/^Q\d \d{4}$/) });
    expect(elsewhereAfter).toEqual(elsewhere);
    const { data } = await api.graphql(
      await api.signedIn(hospital, 'AUDITOR'),
      'query ($id: ID!) { node(id: $id) { __typename id } }',
      { id: after[0]?.id },
    );
    expect(data.node).toEqual({ __typename: 'OversightLook', id: after[0]?.id });
  });

  test('is paged, and shown to those whose business it is', async () => {
    const [organization] = guangdong as [TestOrganization];
    await look();
    await look();
    for (const role of SEES) {
      const caller = await api.signedIn(organization, role);
      const { data } = await api.graphql(
        caller,
        '{ oversightLooks(first: 1) { edges { cursor node { id } } pageInfo { hasNextPage endCursor } } }',
      );
      const { edges, pageInfo } = data.oversightLooks;
      expect(pageInfo.hasNextPage).toBe(true);
      const next = await api.graphql(
        caller,
        'query ($after: String) { oversightLooks(first: 1, after: $after) { edges { node { id } } } }',
        { after: pageInfo.endCursor },
      );
      expect(next.data.oversightLooks.edges[0].node.id).not.toBe(edges[0].node.id);
    }
    for (const caller of [await api.signedIn(organization, 'HANDLER'), await api.keyOf(organization)]) {
      expect((await api.graphql(caller, LOOKS)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    }
  });

  test('cannot be changed or taken away by the server', async () => {
    const [{ tenantId }] = guangdong as [TestOrganization];
    for (const text of [
      'update oversight_look set name = $1',
      'delete from oversight_look where name <> $1',
    ]) {
      const tried = api.office.database.inTenant({ tenantId }, (tx) => tx.query({ text, values: ['x'] }));
      await expect(tried).rejects.toMatchObject({ code: '42501' });
    }
  });

  test('rests on a grant that the organisation sees, in force or not', async () => {
    const GRANTS = '{ oversightGrants { name covers basis inForce revokedAt } }';
    const { data } = await api.graphql(await api.signedIn(hangzhou, 'ADMINISTRATOR'), GRANTS);
    const covers = data.oversightGrants.map((grant: { covers: string }) => grant.covers);
    // That of the other region and of the other sector are none of its business.
    expect(new Set(covers)).toEqual(new Set(['Every organisation']));
    await api.granted('invited@example.com', { tenantId: hangzhou.tenantId });
    const { data: then } = await api.graphql(await api.signedIn(hangzhou, 'ADMINISTRATOR'), GRANTS);
    expect(then.oversightGrants[0]).toEqual({
      ...{ name: '督查员', covers: 'Office 4', basis: 'ORGANIZATION', inForce: true, revokedAt: null },
    });
    expect(then.oversightGrants.some(({ inForce }: { inForce: boolean }) => !inForce)).toBe(true);
  });
});

test('somebody who also works in an office changes over and back without signing in again', async () => {
  const [organization] = guangdong as [TestOrganization];
  const email = organization.emailOf('SUPERVISOR');
  const VIEWER = '{ viewer { kind role oversees worksInOffice } }';
  await api.granted(email, { region: '44', regulation: '监督办法' });
  const caller = await api.signedInAs(email);
  const staff = { kind: 'STAFF', role: 'SUPERVISOR', oversees: true, worksInOffice: true };
  expect((await api.graphql(caller, VIEWER)).data.viewer).toEqual(staff);
  const across = { ...caller, cookie: `${caller['cookie']}; huiyin-organization=~oversight` };
  expect((await api.graphql(across, VIEWER)).data.viewer).toEqual({
    ...staff,
    kind: 'OVERSIGHT',
    role: null,
  });
  expect((await look(THIS_YEAR, across)).data.oversight.total.organizations).toBe(guangdong.length);
  // Whoever oversees nothing stays where they are.
  const other = await api.signedIn(organization, 'HANDLER');
  const tried = { ...other, cookie: `${other['cookie']}; huiyin-organization=~oversight` };
  expect((await api.graphql(tried, VIEWER)).data.viewer).toMatchObject({ kind: 'STAFF', oversees: false });
});
