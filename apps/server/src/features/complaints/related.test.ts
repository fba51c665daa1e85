import { LIKELY_FROM } from '@huiyin/domain';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type CallerHeaders,
  openTestApi,
  type TestApi,
  type TestOrganization,
} from '../../testing/api.fixture.ts';

/** What the office knows around a complaint, its callers, its wording, and who else is on it. */

let api: TestApi;
let office: TestOrganization;
let handler: CallerHeaders;
let supervisor: CallerHeaders;
let administrator: CallerHeaders;
let auditor: CallerHeaders;

beforeAll(async () => {
  api = await openTestApi();
  office = await api.organization('TELECOM', ['HANDLER', 'SUPERVISOR', 'ADMINISTRATOR', 'AUDITOR']);
  handler = await api.signedIn(office, 'HANDLER');
  supervisor = await api.signedIn(office, 'SUPERVISOR');
  administrator = await api.signedIn(office, 'ADMINISTRATOR');
  auditor = await api.signedIn(office, 'AUDITOR');
});
afterAll(() => api.close());

type Fields = Readonly<Record<string, unknown>>;

async function ask(caller: CallerHeaders, query: string, variables: object = {}) {
  const { data, errors } = await api.graphql(caller, query, variables);
  expect(errors).toBeUndefined();
  return data;
}

const MATTER = {
  ...{ kind: 'COMPLAINT', channel: 'PHONE', disclosure: 'NAMED', category: 'COVERAGE' },
  content: '幸福小区三号楼手机没有信号，电话打不通',
  complainant: { name: '王小明', phone: '13800000001' },
  details: { telecom: { service: 'MOBILE' } },
};

async function register(changes: Fields = {}): Promise<string> {
  const { payload } = await ask(
    handler,
    'mutation ($input: ComplaintRegisterInput!) { payload: complaintRegister(input: $input) { complaint { id } userErrors { field message } } }',
    { input: { ...MATTER, ...changes } },
  );
  expect(payload.userErrors).toEqual([]);
  return payload.complaint.id;
}

const RELATED = `query ($id: ID!) { relatedComplaints(id: $id) {
  sameComplainant { id } sameRespondent { id } similar { complaint { id } likeness likely why } } }`;
const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);
const alike = (rows: readonly { complaint: { id: string } }[]) => rows.map(({ complaint }) => complaint.id);

describe('around a complaint', () => {
  let first: string;
  let second: string;
  let confidential: string;

  beforeAll(async () => {
    first = await register({ respondent: { name: '城东营业厅' } });
    second = await register({
      content: '宽带费用算错，多收了钱',
      category: 'TARIFF',
      respondent: { name: '城东营业厅' },
    });
    confidential = await register({
      ...{ disclosure: 'CONFIDENTIAL', content: '幸福小区三号楼的手机信号没有了' },
    });
    await register({ content: '套餐资费与宣传不符', complainant: { name: '李四', phone: '13900000009' } });
  });

  test('what is of the same person, about the same party, and alike', async () => {
    const { relatedComplaints } = await ask(supervisor, RELATED, { id: first });
    expect(ids(relatedComplaints.sameComplainant)).toEqual([second]);
    expect(ids(relatedComplaints.sameRespondent)).toEqual([second]);
    expect(alike(relatedComplaints.similar)).toEqual([confidential]);
    const [{ likeness, likely, why }] = relatedComplaints.similar;
    expect(likeness).toBeGreaterThan(0.4);
    expect(likely).toBe(likeness >= LIKELY_FROM);
    expect(why).toMatch(
      /^the same building; both say .*; texts alike 0\.\d\d; the same category; less than a day apart$/,
    );
  });

  test('whoever complains in confidence is not given away by their other complaints', async () => {
    const { relatedComplaints } = await ask(supervisor, RELATED, { id: confidential });
    expect(relatedComplaints.sameComplainant).toEqual([]);
  });

  test('those whose work does not need it do not learn who complained twice', async () => {
    const { relatedComplaints } = await ask(auditor, RELATED, { id: first });
    expect(relatedComplaints.sameComplainant).toEqual([]);
    expect(ids(relatedComplaints.sameRespondent)).toEqual([second]);
  });

  test('another organisation sees nothing at all', async () => {
    const other = await api.organization('TELECOM');
    const stranger = await api.signedIn(other, 'SUPERVISOR');
    expect(await ask(stranger, RELATED, { id: first })).toEqual({ relatedComplaints: null });
  });

  test('while a matter is written down, open ones like it are found', async () => {
    const { similarComplaints } = await ask(
      handler,
      'query ($input: SimilarComplaintsInput!) { similarComplaints(input: $input) { complaint { id } } }',
      { input: { content: '幸福小区手机没有信号', category: 'COVERAGE' } },
    );
    expect(new Set(alike(similarComplaints))).toEqual(new Set([first, confidential]));
  });

  test('the same trouble in other words is found by where it is; a person only by those who may know them', async () => {
    const place = { address: '阳光城商业街', longitude: 113.9301, latitude: 22.5102 };
    const there = { telecom: { service: 'MOBILE', place } };
    const complainant = { name: '赵敏', phone: '13700000077' };
    const own = await register({ content: '商业街这边一直转圈，扫码付不了款', details: there, complainant });
    const near = { telecom: { service: 'MOBILE', place: { ...place, latitude: 22.5109 } } };
    const other = await register({ content: '写字楼里打不开网页', details: near, complainant });
    const { relatedComplaints } = await ask(supervisor, RELATED, { id: own });
    expect(alike(relatedComplaints.similar)).toContain(other);
    const whyOf = (rows: readonly { complaint: { id: string }; why: string }[]) =>
      rows.find(({ complaint }) => complaint.id === other)?.why;
    expect(whyOf(relatedComplaints.similar)).toMatch(/^the same complainant; 78 m apart;/);
    const seenByAuditor = (await ask(auditor, RELATED, { id: own })).relatedComplaints.similar;
    expect(whyOf(seenByAuditor)).toMatch(/^78 m apart;/);
    const stranger = await api.signedIn(await api.organization('TELECOM'), 'SUPERVISOR');
    const { similarComplaints } = await ask(
      stranger,
      'query ($input: SimilarComplaintsInput!) { similarComplaints(input: $input) { likeness } }',
      { input: { content: '商业街这边一直转圈，扫码付不了款', category: 'COVERAGE', details: there } },
    );
    expect(similarComplaints).toEqual([]);
  });

  test('a caller is found by the beginning of name or number, with what they complained of by name', async () => {
    const SEARCH = `query ($search: String!) { knownComplainants(search: $search) {
      name phone complaints { id } } }`;
    for (const search of ['王小', '1380000']) {
      const { knownComplainants } = await ask(supervisor, SEARCH, { search });
      expect(knownComplainants).toEqual([
        { name: '王小明', phone: '13800000001', complaints: [{ id: second }, { id: first }] },
      ]);
    }
    for (const search of ['王', '138', '%小', '小明']) {
      expect(await ask(supervisor, SEARCH, { search })).toEqual({ knownComplainants: [] });
    }
    expect(await ask(auditor, SEARCH, { search: '13800000001' })).toEqual({ knownComplainants: [] });
  });
});

describe('two on one complaint', () => {
  const KEEP = `mutation ($input: PresenceKeepInput!) { presenceKeep(input: $input) {
    company { others { member { name } doing } version } userErrors { code } } }`;

  test('see each other, what the other is writing, and how far it has come; and no longer when one leaves', async () => {
    const id = await register({ content: '另一件事情' });
    const keep = (caller: CallerHeaders, input: Fields) => ask(caller, KEEP, { input: { id, ...input } });
    expect((await keep(handler, { doing: 'ANSWER' })).presenceKeep.company.others).toEqual([]);
    const { presenceKeep } = await keep(supervisor, {});
    expect(presenceKeep.company.others).toEqual([{ member: { name: 'HANDLER' }, doing: 'ANSWER' }]);
    expect(presenceKeep.company.version).toBeGreaterThan(0);
    await keep(handler, { leaving: true });
    expect((await keep(supervisor, {})).presenceKeep.company.others).toEqual([]);
  });

  test('nobody can be present where they may not look', async () => {
    const other = await api.organization('TELECOM');
    const stranger = await api.signedIn(other, 'SUPERVISOR');
    const id = await register({ content: '又一件事情' });
    const { presenceKeep } = await ask(stranger, KEEP, { input: { id } });
    expect(presenceKeep).toEqual({ company: null, userErrors: [{ code: 'NOT_FOUND' }] });
  });
});

describe('templates of answers', () => {
  const SAVE = `mutation ($input: AnswerTemplateSaveInput!) { answerTemplateSave(input: $input) {
    answerTemplate { id name text } userErrors { code field } } }`;
  const LIST = '{ answerTemplates { id name text } }';

  test('those of the sector are there; an administrator adds, changes and removes their own', async () => {
    const before = (await ask(handler, LIST)).answerTemplates;
    expect(before.length).toBeGreaterThan(3);
    expect(before.every(({ id }: { id: string | null }) => id === null)).toBe(true);
    const { answerTemplateSave } = await ask(administrator, SAVE, {
      input: { name: '信号修复', text: '{complainant}您好，{number} 已修复。' },
    });
    const { id } = answerTemplateSave.answerTemplate;
    await ask(administrator, SAVE, { input: { id, name: '信号修复', text: '{number} 已修复。' } });
    expect((await ask(handler, LIST)).answerTemplates[0]).toEqual({
      ...{ id, name: '信号修复', text: '{number} 已修复。' },
    });
    const REMOVE =
      'mutation ($input: AnswerTemplateRemoveInput!) { answerTemplateRemove(input: $input) { removedId userErrors { code } } }';
    expect((await ask(handler, REMOVE, { input: { id } })).answerTemplateRemove.userErrors).toEqual([
      { code: 'FORBIDDEN' },
    ]);
    expect((await ask(administrator, REMOVE, { input: { id } })).answerTemplateRemove.removedId).toBe(id);
    expect((await ask(handler, LIST)).answerTemplates).toEqual(before);
  });

  test('a field that does not exist is refused when it is written, and handlers write none', async () => {
    const input = { name: '模板', text: '{compensation}' };
    expect((await ask(administrator, SAVE, { input })).answerTemplateSave.userErrors).toEqual([
      { code: 'INVALID', field: 'text' },
    ]);
    expect((await ask(handler, SAVE, { input })).answerTemplateSave.userErrors).toEqual([
      { code: 'FORBIDDEN', field: null },
    ]);
  });
});
