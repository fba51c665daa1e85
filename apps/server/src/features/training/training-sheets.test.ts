import { Readable } from 'node:stream';
import { ROLES, TRAINING_SHEET } from '@huiyin/domain';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSheet } from '../../sheets/open-sheet.ts';
import {
  type CallerHeaders,
  openTestApi,
  type TestApi,
  type TestOrganization,
} from '../../testing/api.fixture.ts';
import { columnsOf, KNOWN_LABELS } from './sheet-reader.ts';

/** Registers of training come in from spreadsheets: good lines once, bad ones named. */

const IMPORT = `mutation ($input: TrainingImportInput!) { trainingImport(input: $input) {
  sheet { takenIn sessions { topic heldOn hours isNew newPeople known } refused { line name reasons } }
  userErrors { code field message } } }`;
const READ = `{ training(from: "2026-01-01", to: "2026-12-31") { sessions { topic trainer
  attendances { member { name } name experience assessment certificate expiresOn } } } }`;
const HEADERS = '培训类别,培训主题,培训日期,学时,讲师,姓名,新老员工,考核结果,证书名称,有效期至';
const SHEET = [
  HEADERS,
  '内训,首问负责制,2026年3月5日,1.5,刘老师,SUPERVISOR,老员工,通过,,',
  '内训,首问负责制,2026/3/5,1.5,刘老师,钱二,新员工,未通过,,',
  '技能鉴定,投诉处理员鉴定,2026-04-02,8,,孙三,在岗员工,合格,三级证书,2028-04-01',
  '茶话会,聚餐,2026-04-03,2,,李四,,,,',
  '内训,首问负责制,2026-03-05,1.5,刘老师,,,,,',
].join('\n');

let api: TestApi;
let office: TestOrganization;
let supervisor: CallerHeaders;

beforeAll(async () => {
  api = await openTestApi();
  office = await api.organization('TELECOM', ROLES);
  supervisor = await api.signedIn(office, 'SUPERVISOR');
});
afterAll(() => api.close());

async function look(content: string, takeIn = false) {
  const file = await api.upload(supervisor, '培训登记.csv', content);
  return (await api.graphql(supervisor, IMPORT, { input: { file, takeIn } })).data.trainingImport;
}
const sessions = async () => (await api.graphql(supervisor, READ)).data.training.sessions;

test('a sheet is looked at first: what is new, and which lines are at fault and why', async () => {
  const { sheet, userErrors } = await look(SHEET);
  expect(userErrors).toEqual([]);
  expect(sheet.sessions).toEqual([
    { topic: '首问负责制', heldOn: '2026-03-05', hours: 1.5, isNew: true, newPeople: 2, known: 0 },
    { topic: '投诉处理员鉴定', heldOn: '2026-04-02', hours: 8, isNew: true, newPeople: 1, known: 0 },
  ]);
  expect(sheet.refused.map(({ line, name }: { line: number; name: string }) => [line, name])).toEqual([
    [5, '李四'],
    [6, ''],
  ]);
  expect(sheet.refused[0].reasons.join()).toContain('茶话会');
  expect(await sessions()).toEqual([]);
});

test('what is taken in once is not taken in again; a corrected line comes in alone', async () => {
  expect((await look(SHEET, true)).sheet.takenIn).toBe(true);
  const kept = await sessions();
  expect(kept).toEqual([
    {
      ...{ topic: '投诉处理员鉴定', trainer: '' },
      attendances: [
        {
          ...{ member: null, name: '孙三', experience: 'EXPERIENCED', assessment: 'PASSED' },
          ...{ certificate: '三级证书', expiresOn: '2028-04-01' },
        },
      ],
    },
    {
      ...{ topic: '首问负责制', trainer: '刘老师' },
      attendances: [
        {
          // Somebody who works here is known by the name.
          ...{ member: { name: 'SUPERVISOR' }, name: 'SUPERVISOR', experience: 'EXPERIENCED' },
          ...{ assessment: 'PASSED', certificate: null, expiresOn: null },
        },
        {
          ...{ member: null, name: '钱二', experience: 'NEW', assessment: 'FAILED' },
          ...{ certificate: null, expiresOn: null },
        },
      ],
    },
  ]);
  const again = await look(SHEET, true);
  expect(again.sheet.sessions).toMatchObject([
    { isNew: false, newPeople: 0, known: 2 },
    { isNew: false, newPeople: 0, known: 1 },
  ]);
  expect(await sessions()).toEqual(kept);
  await look(SHEET.replace('刘老师,,,,,', '刘老师,周五,,,,'), true);
  const names = (await sessions())[1].attendances.map(({ name }: { name: string }) => name);
  expect(names).toEqual(['SUPERVISOR', '钱二', '周五']);
});

test('a sheet without the columns that it needs says which, and a file that is none says so', async () => {
  const { sheet, userErrors } = await look('姓名,学时\n甲,2');
  expect(sheet).toBeNull();
  expect(userErrors[0]).toMatchObject({ code: 'INVALID', field: 'file' });
  expect(userErrors[0].message).toContain('“Topic”');
  expect((await look(' \n')).userErrors[0]).toMatchObject({ code: 'INVALID', field: 'file' });
  const nobodys = { input: { file: 'a'.repeat(64) } };
  const missing = (await api.graphql(supervisor, IMPORT, nobodys)).data.trainingImport;
  expect(missing.userErrors).toMatchObject([{ code: 'NOT_FOUND', field: 'file' }]);
});

test('the empty sheet that is given out has every header that is read, and only leads get it', async () => {
  const get = async (role: 'SUPERVISOR' | 'HANDLER') =>
    api.app.inject({ url: '/training-sheet.xlsx', headers: { ...(await api.signedIn(office, role)) } });
  expect((await get('HANDLER')).statusCode).toBe(404);
  const { rawPayload } = await get('SUPERVISOR');
  const sheet = await openSheet(
    { stream: Readable.from([rawPayload]), name: 'empty.xlsx' },
    { knownLabels: KNOWN_LABELS },
  );
  expect([...columnsOf(sheet).keys()]).toEqual(TRAINING_SHEET.map(({ key }) => key));
  await sheet.close();
});
