import { addDays, localDateOf, sectorOf } from '@huiyin/domain';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { playDemoRegister } from '../../demo/demo.ts';
import { toGlobalId } from '../../graphql/global-id.ts';
import {
  type CallerHeaders,
  openTestApi,
  type TestApi,
  type TestOrganization,
} from '../../testing/api.fixture.ts';

/** Corrective actions of a hospital: listed, completed by whoever sees to them, measured, and told in the report. */

const TODAY = localDateOf(new Date().toISOString());
const FIELDS = `id key text state dueOn completedOn proof completable version complaint { id number }
  owner { name } causes { code } effect { verdict before after casesBefore casesAfter reason }`;
const LIST = `query ($filter: CorrectiveActionFilterInput) {
  correctiveActions(first: 100, filter: $filter) { totalCount edges { cursor node { ${FIELDS} } } } }`;

let api: TestApi;
let hospital: TestOrganization;
let supervisor: CallerHeaders;
let handler: CallerHeaders;
let lead: CallerHeaders;

// biome-ignore lint/suspicious/noExplicitAny: answers of many shapes.
async function ask(caller: CallerHeaders, query: string, variables: object = {}): Promise<any> {
  const { data, errors } = await api.graphql(caller, query, variables);
  expect(errors).toBeUndefined();
  return data;
}

// biome-ignore lint/suspicious/noExplicitAny: nodes of many shapes.
async function listed(caller: CallerHeaders, filter: object = {}): Promise<any[]> {
  const { correctiveActions } = await ask(caller, LIST, { filter });
  // biome-ignore lint/suspicious/noExplicitAny: edges of many shapes.
  const nodes = correctiveActions.edges.map(({ node }: any) => node);
  expect(correctiveActions.totalCount).toBe(nodes.length);
  return nodes;
}

// biome-ignore lint/suspicious/noExplicitAny: payloads of many shapes.
async function act(caller: CallerHeaders, verb: string, input: object): Promise<any> {
  const { payload } = await ask(
    caller,
    `mutation ($input: Complaint${verb}Input!) { payload: complaint${verb}(input: $input) {
      complaint { id } userErrors { code field } } }`,
    { input },
  );
  return payload;
}

async function memberOf(role: string): Promise<string> {
  const [row] = await api.office.database.readInTenant<{ id: string }>(
    { tenantId: hospital.tenantId },
    { text: 'select id from member where role = $1', values: [role] },
  );
  return row?.id ?? '';
}

async function counted(figure: string): Promise<number> {
  const { complaints } = await ask(
    supervisor,
    'query ($figure: String!) { complaints(filter: { figure: $figure }) { totalCount } }',
    { figure },
  );
  return complaints.totalCount;
}

/** The section on lessons of the last year. */
async function section() {
  const { reportPreview } = await ask(
    supervisor,
    `query ($from: LocalDate!, $to: LocalDate!) { reportPreview(period: { kind: SPAN, from: $from, to: $to }) {
      problems sections { code text blocks { ... on ReportFigures { figures { code now { value cases } } }
      ... on ReportTable { code rows { cells { text value cases } } } } } } }`,
    { from: addDays(TODAY, -200), to: addDays(TODAY, -1) },
  );
  // biome-ignore lint/suspicious/noExplicitAny: sections of many shapes.
  const lessons = reportPreview.sections.find(({ code }: any) => code === 'lessons');
  return { ...lessons, problems: reportPreview.problems };
}

beforeAll(async () => {
  api = await openTestApi();
  hospital = await api.organization('HOSPITAL', ['HANDLER', 'DEPARTMENT_LEAD', 'SUPERVISOR']);
  supervisor = await api.signedIn(hospital, 'SUPERVISOR');
  handler = await api.signedIn(hospital, 'HANDLER');
  lead = await api.signedIn(hospital, 'DEPARTMENT_LEAD');
  await playDemoRegister({
    ...{ casework: api.office.services.casework, tenantId: hospital.tenantId },
    ...{ sector: sectorOf('HOSPITAL'), handler: await memberOf('HANDLER') },
  });
});
afterAll(() => api.close());

describe('the actions of the demo register, counted by hand', () => {
  test('one is overdue for a fortnight and more, one is done: what is open comes first', async () => {
    const [overdue, done, ...others] = await listed(supervisor);
    expect(others).toEqual([]);
    expect(overdue).toMatchObject({
      ...{ text: '影像科建立未通知报告日清单', state: 'OVERDUE', completedOn: null, effect: null },
      causes: [{ code: 'RESPONSIBILITY' }],
    });
    expect(done).toMatchObject({ text: '骨科全面使用新版知情同意书', state: 'COMPLETED' });
    expect(done.proof).toContain('40 份');
  });

  test('of the completed one there was one complaint before and none after: that can be chance', async () => {
    const [done] = await listed(supervisor, { states: ['COMPLETED'] });
    expect(done.effect).toMatchObject({ verdict: 'CANNOT_TELL', before: 1, after: 0 });
    expect(await counted(done.effect.casesBefore)).toBe(1);
    expect(await counted(done.effect.casesAfter)).toBe(0);
  });

  test('are narrowed by state, cause, department and whose they are', async () => {
    expect(await listed(supervisor, { states: ['OVERDUE'] })).toHaveLength(1);
    expect(await listed(supervisor, { states: ['OPEN'] })).toEqual([]);
    expect(await listed(supervisor, { cause: 'INFORMING' })).toHaveLength(1);
    expect(await listed(supervisor, { cause: 'PROCESS' })).toEqual([]);
    expect(await listed(handler, { mine: true })).toHaveLength(2);
    expect(await listed(supervisor, { mine: true })).toEqual([]);
    expect(
      await listed(supervisor, { memberId: toGlobalId('Member', await memberOf('HANDLER')) }),
    ).toHaveLength(2);
    expect(await listed(supervisor, { memberId: 'nobody' })).toEqual([]);
    expect(await listed(supervisor, { departmentId: 'none' })).toEqual([]);
    expect(await listed(lead, { led: true })).toHaveLength(2);
  });

  test('are told in the report, which adds up and opens', async () => {
    const { blocks, text, problems } = await section();
    // biome-ignore lint/suspicious/noExplicitAny: blocks of many shapes.
    const figures = blocks.flatMap((block: any) => block.figures ?? []);
    const values = Object.fromEntries(
      // biome-ignore lint/suspicious/noExplicitAny: figures of many shapes.
      figures.map(({ code, now }: any) => [code, now.value]),
    );
    expect(values).toMatchObject({
      actionsPlanned: 2,
      actionsCompleted: 1,
      actionsInTime: 1,
      actionsOverdue: 1,
    });
    // biome-ignore lint/suspicious/noExplicitAny: blocks of many shapes.
    const table = (wanted: string) => blocks.find(({ code }: any) => code === wanted).rows;
    // biome-ignore lint/suspicious/noExplicitAny: rows of many shapes.
    expect(table('actionBalance').map(({ cells }: any) => cells[1].value)).toEqual([0, 2, 1, 1, 1]);
    for (const { cells } of table('actionBalance'))
      expect(await counted(cells[1].cases)).toBe(cells[1].value);
    expect(table('overdueActions')).toHaveLength(1);
    expect(JSON.stringify(table('overdueActions'))).toContain('影像科建立未通知报告日清单');
    expect(JSON.stringify(table('actionEffects'))).toContain('Cannot tell');
    expect(JSON.stringify(problems)).not.toContain('Corrective actions');
    expect(text).toContain('Overdue at the end');
  });
});

describe('completed in place', () => {
  test('with proof, by whoever sees to it, though others work on the complaint; by nobody else', async () => {
    const matter = { kind: 'COMPLAINT', channel: 'PHONE', disclosure: 'ANONYMOUS', content: '候诊太久' };
    const { complaint } = await act(supervisor, 'Register', {
      ...{ ...matter, category: 'WAITING', respondent: { name: '门诊部', type: 'SERVICE' } },
      details: { hospital: { stage: 'OUTPATIENT' } },
    });
    const { id } = complaint;
    expect((await act(supervisor, 'Accept', { id })).userErrors).toEqual([]);
    await act(supervisor, 'Assign', { id, memberId: toGlobalId('Member', await memberOf('SUPERVISOR')) });
    const plan = async (owner: string, text: string, days: number) =>
      act(supervisor, 'PlanAction', {
        ...{ id, text, dueOn: addDays(TODAY, days) },
        ownerMemberId: toGlobalId('Member', await memberOf(owner)),
      });
    expect((await plan('HANDLER', '增设分诊台', 10)).userErrors).toEqual([]);
    expect((await plan('DEPARTMENT_LEAD', '调整排班', 20)).userErrors).toEqual([]);
    const [own, others] = await listed(handler, { states: ['OPEN'] });
    expect([own.text, own.completable, others.text, others.completable]).toEqual([
      ...['增设分诊台', true, '调整排班', false],
    ]);
    const complete = (actionId: string, proof: string) =>
      act(handler, 'CompleteAction', { id, actionId, proof });
    expect((await complete(others.key, '好了')).userErrors).toEqual([
      { code: 'FORBIDDEN', field: 'actionId' },
    ]);
    expect((await complete(own.key, ' ')).userErrors).toEqual([{ code: 'REQUIRED', field: 'proof' }]);
    expect((await complete(own.key, '分诊台已启用')).userErrors).toEqual([]);
    const [done] = await listed(handler, { mine: true, states: ['COMPLETED'] });
    // Its complaint states no cause: there is nothing to measure by.
    expect(done).toMatchObject({
      text: '增设分诊台',
      proof: '分诊台已启用',
      completedOn: TODAY,
      effect: null,
    });
  });

  test('an action takes an owner and a due date', async () => {
    const [{ complaint }] = await listed(supervisor);
    const { userErrors } = await act(supervisor, 'PlanAction', {
      id: complaint.id,
      text: '整改',
      dueOn: TODAY,
    });
    expect(userErrors).toEqual([{ code: 'REQUIRED', field: 'ownerMemberId' }]);
  });
});

test('pages go on where they ended', async () => {
  const page = async (after: string | null) => {
    const { correctiveActions } = await ask(
      supervisor,
      `query ($after: String) { correctiveActions(first: 1, after: $after) {
        edges { cursor node { text } } pageInfo { hasNextPage } } }`,
      { after },
    );
    return correctiveActions;
  };
  const texts: string[] = [];
  for (let after: string | null = null, more = true; more; ) {
    const { edges, pageInfo } = await page(after);
    texts.push(edges[0].node.text);
    after = edges[0].cursor;
    more = pageInfo.hasNextPage;
  }
  expect(texts).toEqual((await listed(supervisor)).map(({ text }) => text));
  expect(texts.length).toBe(4);
});

test('another organisation has none of them', async () => {
  const elsewhere = await api.signedIn(await api.organization('HOSPITAL'), 'SUPERVISOR');
  expect(await listed(elsewhere)).toEqual([]);
});
