import { documentsOf, SECTORS } from '@huiyin/domain';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type CallerHeaders,
  openTestApi,
  type TestApi,
  type TestOrganization,
} from '../../testing/api.fixture.ts';
import { filesOfZip } from '../../testing/archive.fixture.ts';

/** Documents of a case over the API: issued, delivered, signed for, saved as Word; and who is never named in them. */

let api: TestApi;
let office: TestOrganization;
let handler: CallerHeaders;
let supervisor: CallerHeaders;

beforeAll(async () => {
  api = await openTestApi();
  office = await api.organization('TOURISM', ['HANDLER', 'SUPERVISOR', 'ADMINISTRATOR', 'AUDITOR']);
  handler = await api.signedIn(office, 'HANDLER');
  supervisor = await api.signedIn(office, 'SUPERVISOR');
});
afterAll(() => api.close());

const PERSON = { name: '欧阳明月', phone: '13912345678', address: '桃源村七组 3 号' };
const MATTER = {
  ...{ kind: 'COMPLAINT', channel: 'PHONE', content: '导游强制购物并辱骂游客', category: 'GUIDE_SERVICE' },
  ...{ complainant: PERSON, respondent: { name: '甲旅行社', type: 'TRAVEL_AGENCY' } },
};

type Input = Readonly<Record<string, unknown>>;

async function call(caller: CallerHeaders, verb: string, input: Input) {
  const { data, errors } = await api.graphql(
    caller,
    `mutation ($input: Complaint${verb}Input!) { payload: complaint${verb}(input: $input) {
      complaint { id number acceptance { notifiedAt }
        documents { id number text url document { code label } deliveries { delivery on }
          acknowledged { on receivedBy } supersededBy } }
      userErrors { code field message } } }`,
    { input },
  );
  expect(errors).toBeUndefined();
  return data.payload;
}

async function accepted(disclosure: 'NAMED' | 'CONFIDENTIAL'): Promise<string> {
  const category = SECTORS.find(({ code }) => code === 'TOURISM')?.categories[0]?.code;
  const { complaint, userErrors } = await call(handler, 'Register', { ...MATTER, category, disclosure });
  expect(userErrors).toEqual([]);
  const { id } = complaint;
  expect((await call(handler, 'Accept', { id })).userErrors).toEqual([]);
  return id;
}

const NOTICE = { document: 'ACCEPTANCE_NOTICE', addressedTo: PERSON.name, text: '欧阳明月：\n现予受理。' };
const today = (): string => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

/** Everything that a Word file says. */
async function wordsIn(url: string, caller: CallerHeaders): Promise<string> {
  const { statusCode, rawPayload } = await api.app.inject({ method: 'GET', url, headers: caller });
  expect(statusCode).toBe(200);
  const files = await filesOfZip(rawPayload);
  return [...files.values()].map((file) => file.toString('utf8').replace(/<[^>]+>/g, '')).join('\n');
}

test('a notice is issued, delivered and signed for; its delivery has told the complainant of the decision', async () => {
  const id = await accepted('NAMED');
  const issued = await call(handler, 'IssueDocument', { id, ...NOTICE });
  expect(issued.userErrors).toEqual([]);
  const { number, documents } = issued.complaint;
  const [{ id: documentId, url }] = documents;
  expect(documents).toMatchObject([{ number: `${number}-01`, document: { code: 'ACCEPTANCE_NOTICE' } }]);
  const said = await wordsIn(url, handler);
  for (const words of ['机构1', `${number}-01`, '受理通知书', '现予受理。']) expect(said).toContain(words);
  const delivered = await call(handler, 'DeliverDocument', {
    ...{ id, documentId, delivery: 'IN_PERSON', on: today() },
  });
  expect(delivered.userErrors).toEqual([]);
  expect(delivered.complaint.acceptance.notifiedAt).not.toBeNull();
  const signed = await call(handler, 'AcknowledgeDocument', {
    ...{ id, documentId, on: today(), receivedBy: PERSON.name },
  });
  expect(signed.complaint.documents[0].acknowledged).toEqual({ on: today(), receivedBy: PERSON.name });
});

describe('who complained in confidence', () => {
  test('is named in no document to anybody else, whoever writes it', async () => {
    const id = await accepted('CONFIDENTIAL');
    for (const part of Object.values(PERSON)) {
      for (const input of [{ text: `请与${part}联系` }, { addressedTo: part, text: '请说明情况' }]) {
        const { userErrors } = await call(supervisor, 'IssueDocument', {
          ...{ id, document: 'EXPLANATION_REQUEST', addressedTo: '甲旅行社', ...input },
        });
        expect(userErrors).toMatchObject([{ code: 'INVALID', field: 'text' }]);
      }
    }
    const { complaint, userErrors } = await call(handler, 'IssueDocument', {
      ...{ id, document: 'EXPLANATION_REQUEST', addressedTo: '甲旅行社', text: '请于三日内说明情况。' },
    });
    expect(userErrors).toEqual([]);
    // Whoever saves it has first given a reason for knowing who complained.
    const { url } = complaint.documents[0];
    const before = await api.app.inject({ method: 'GET', url, headers: handler });
    expect(before.statusCode).toBe(403);
    expect((await call(handler, 'Reveal', { id, reason: '需向其核实' })).userErrors).toEqual([]);
    const said = await wordsIn(url, handler);
    for (const part of Object.values(PERSON)) expect(said).not.toContain(part);
  });
});

test('a document begins from the office’s own text, where it has one, and only from one that there is', async () => {
  const administrator = await api.signedIn(office, 'ADMINISTRATOR');
  const save = (document: string) =>
    api.graphql(
      administrator,
      `mutation ($input: AnswerTemplateSaveInput!) { answerTemplateSave(input: $input) {
        answerTemplate { name document } userErrors { code field } } }`,
      { input: { name: '本局回执', text: '{complainant}：已收到。', document } },
    );
  expect((await save('NONSENSE')).data.answerTemplateSave.userErrors).toEqual([
    { code: 'INVALID', field: 'document' },
  ]);
  expect((await save('RECEIPT')).data.answerTemplateSave.userErrors).toEqual([]);
  const { data } = await api.graphql(handler, '{ answerTemplates { id name document } }');
  const receipts = data.answerTemplates.filter(
    ({ document }: { document: string }) => document === 'RECEIPT',
  );
  expect(receipts.map(({ name }: { name: string }) => name)).toEqual(['本局回执', 'Receipt']);
  const codes = data.answerTemplates.flatMap(
    ({ id, document }: { id: string | null; document: string | null }) =>
      id === null && document ? [document] : [],
  );
  const sector = SECTORS.find(({ code }) => code === 'TOURISM');
  expect(codes).toEqual(sector && documentsOf(sector).map(({ code }) => code));
});

test('another organisation gets no document, and nobody one that is not there', async () => {
  const id = await accepted('NAMED');
  const { complaint } = await call(handler, 'IssueDocument', { id, ...NOTICE });
  const { url } = complaint.documents[0];
  const other = await api.organization('TOURISM', ['SUPERVISOR']);
  const theirs = await api.app.inject({
    method: 'GET',
    url,
    headers: await api.signedIn(other, 'SUPERVISOR'),
  });
  const nobodys = await api.app.inject({ method: 'GET', url: `${url}x`, headers: handler });
  expect([theirs.statusCode, nobodys.statusCode]).toEqual([404, 404]);
  expect(theirs.body).toBe(nobodys.body);
});

test('the report counts what was issued, by document, and every number opens onto its cases', async () => {
  const { data } = await api.graphql(
    supervisor,
    `query ($period: PeriodInput!) { reportPreview(period: $period) { sections { code blocks {
      ... on ReportTable { code rows { total cells { text value cases } } } } } } }`,
    { period: { kind: 'YEAR', year: Number(today().slice(0, 4)) } },
  );
  interface Table {
    readonly code?: string;
    readonly rows: readonly {
      readonly total: boolean;
      readonly cells: readonly { readonly text: string; readonly value: number; readonly cases: string }[];
    }[];
  }
  const blocks: readonly Table[] = data.reportPreview.sections.flatMap(
    ({ blocks }: { blocks: readonly Table[] }) => blocks,
  );
  const rows = blocks.find(({ code }) => code === 'documents')?.rows ?? [];
  const counted = rows.map(({ cells }) => [cells[0]?.text, cells[1]?.value]);
  // Issued by the tests above: two notices of acceptance and one request for an explanation.
  expect(counted).toEqual([
    ['Notice of acceptance', 2],
    ['Request for an explanation', 1],
    ['Total', 3],
  ]);
  const { data: opened } = await api.graphql(
    supervisor,
    'query ($figure: String) { complaints(filter: { figure: $figure }) { totalCount } }',
    { figure: rows[0]?.cells[1]?.cases },
  );
  expect(opened.complaints.totalCount).toBe(2);
});
