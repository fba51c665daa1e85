import { expect, test } from 'vitest';
import { type MappingTarget, proposeMapping } from './mapping.ts';
import { openSheet } from './open-sheet.ts';
import { opened } from './temporary.fixture.ts';

const TARGETS: MappingTarget[] = [
  { key: 'number', labels: ['受理编号', 'Number', '编号', '受理号', 'No.'], kind: 'text', required: true },
  {
    key: 'receivedAt',
    labels: ['登记时间', 'Received', '登记日期', '投诉日期', '受理时间'],
    kind: 'dateTime',
    required: true,
  },
  { key: 'channel', labels: ['渠道', 'Channel', '受理渠道'], kind: 'text', required: false },
  { key: 'complainantName', labels: ['投诉人', 'Complainant', '投诉人姓名'], kind: 'text', required: true },
  { key: 'phone', labels: ['联系电话', 'Telephone', '电话'], kind: 'phone', required: false },
  { key: 'respondent', labels: ['被投诉方', 'Respondent', '被投诉单位'], kind: 'text', required: true },
  { key: 'respondentKind', labels: ['被投诉方类型', 'Kind of respondent'], kind: 'choice', required: false },
  { key: 'statement', labels: ['投诉内容', 'Complaint', '事由'], kind: 'text', required: true },
  { key: 'confidential', labels: ['是否保密', 'Confidential', '保密'], kind: 'boolean', required: false },
  { key: 'price', labels: ['价格', 'Price', '单价'], kind: 'money', required: false },
  { key: 'acceptedOn', labels: ['受理日期', 'Accepted on'], kind: 'date', required: false },
  { key: 'closedOn', labels: ['办结日期', 'Closed on', '办结时间'], kind: 'date', required: false },
];

async function mapping(
  columns: Awaited<ReturnType<typeof openSheet>>,
): Promise<Record<string, string | null>> {
  const proposed = proposeMapping({
    columns: columns.columns,
    sampleRows: columns.sample.map(({ cells }) => cells),
    targets: TARGETS,
  });
  return Object.fromEntries(proposed.map(({ column, target }) => [column, target]));
}

test('the headers of the registers find their fields', async () => {
  const registers = new URL('../../../../registers/', import.meta.url);
  const tourism = await openSheet({ path: new URL('tourism-bureau-2010.csv', registers).pathname });
  expect(await mapping(tourism)).toMatchObject({
    受理编号: 'number',
    登记日期: 'receivedAt',
    投诉人: 'complainantName',
    联系电话: 'phone',
    是否保密: 'confidential',
    被投诉方: 'respondent',
    被投诉方类型: 'respondentKind',
    投诉内容: 'statement',
    受理日期: 'acceptedOn',
    办结日期: 'closedOn',
    人数: null,
  });
  const drugs = await openSheet({ path: new URL('drug-regulator-2009h1.csv', registers).pathname });
  expect(await mapping(drugs)).toMatchObject({
    编号: 'number',
    登记时间: 'receivedAt',
    电话: 'phone',
    '价格(元)': 'price',
    办结时间: 'closedOn',
  });
  await tourism.close();
  await drugs.close();
});

test('English and decorated headers find them too, and the opposite party is not the complainant', async () => {
  const sheet = await opened(
    'No.,＊Complainant：,Confidential?,被投诉人,Telephone No.\nA-1,Zhang,Y,某店,13800000001\nA-2,Li,N,某店,13800000002\n',
  );
  expect(await mapping(sheet)).toEqual({
    'No.': 'number',
    '*Complainant:': 'complainantName',
    'Confidential?': 'confidential',
    被投诉人: 'respondent',
    'Telephone No.': 'phone',
  });
});

test('values that cannot be read as the kind weigh against a header', async () => {
  const sheet = await opened('登记日期,登记时间\n张三,2010-03-15 09:20\n李四,2010-03-16 10:00\n');
  expect(await mapping(sheet)).toEqual({ 登记日期: null, 登记时间: 'receivedAt' });
});
