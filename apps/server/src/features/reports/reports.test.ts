import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { ReportFigure, StaffActor, TableCell } from '@huiyin/domain';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { filesOfZip } from '../../testing/archive.fixture.ts';
import { openTestOffice, type TestOffice } from '../../testing/office.fixture.ts';
import { importRegister } from '../../testing/registers.fixture.ts';
import type { ReportRow } from './report.repository.ts';
import { integrityOf, publicationHash } from './report-words.ts';
import type { ReadReport, ReportOutcome } from './reports.ts';
import { sheetFile } from './sheet-file.ts';
import { verifyReports } from './verify-reports.ts';
import { chineseOrdinal, standingOf, wordFile } from './word-file.ts';

let office: TestOffice;
let tourism: StaffActor;

beforeAll(async () => {
  office = await openTestOffice();
  tourism = await office.supervisorOf('TOURISM');
  await importRegister(office, tourism, { file: 'tourism-bureau-2010.csv' });
  await importRegister(office, tourism, { file: 'tourism-bureau-2010.sanctions.csv', kind: 'SANCTIONS' });
});
afterAll(() => office.close());

function done(outcome: ReportOutcome): ReportRow {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals));
  return outcome.row;
}

function codesOf(outcome: ReportOutcome): string[] {
  return outcome.ok ? [] : outcome.refusals.map(({ code }) => code);
}

function figure({ content }: ReadReport, code: string): ReportFigure | undefined {
  const blocks = content.sections.flatMap((section) => section.blocks);
  return blocks
    .flatMap((block) => (block.kind === 'figures' ? block.figures : []))
    .find((each) => each.code === code);
}

/** The cells of a line of a table by the words it begins with. */
function line({ content }: ReadReport, title: string, label: string): readonly TableCell[] | undefined {
  const blocks = content.sections.flatMap((section) => section.blocks);
  const table = blocks.find((block) => block.kind === 'table' && block.title.zh === title);
  if (table?.kind !== 'table') throw new Error(`There is no table ${title}.`);
  return table.rows.find(({ cells }) => cells[0]?.label?.zh === label)?.cells;
}

describe('the report of the tourism bureau for 2010', () => {
  let report: ReadReport;

  beforeAll(async () => {
    const read = await office.services.reports.preview(tourism, { kind: 'YEAR', year: 2010 });
    if (!read) throw new Error('no report');
    report = read;
  });

  test('12 received; nothing is open at the end', () => {
    expect(figure(report, 'received')?.now.value).toBe(12);
    expect(figure(report, 'openAtEnd')?.now.value).toBe(0);
  });

  test('5 valid, by respondent: travel agency 1, attraction 2, hotel 1, guide 1', () => {
    const of = (label: string) => line(report, '有效投诉的对象', label)?.[1]?.value;
    expect([of('旅行社'), of('景区'), of('酒店'), of('导游'), of('合计')]).toEqual([1, 2, 1, 1, 5]);
  });

  test('7 outside the remit', () => {
    expect(figure(report, 'outsideRemit')?.now.value).toBe(7);
  });

  test('sanctions: 25,293.20 in all, 25,203.20 of them the travel agency’s', () => {
    expect(figure(report, 'sanctionTotal')?.now.value).toBe(2_529_320);
    expect(line(report, '处罚对象', '旅行社')?.find(({ unit }) => unit === 'MONEY')?.value).toBe(2_520_320);
    expect(report.read['sanctions']?.zh).toContain('25,203.20 元（贰万伍仟贰佰零叁元贰角整）');
  });

  test('what was in Hong Kong dollars stands beside what was paid: 1,078.00 for 923.20', () => {
    const { currencies = [] } = figure(report, 'confiscations') ?? {};
    const dollars = currencies.find(({ currency }) => currency === 'HKD');
    // 532.00 × 0.8564 = 455.60; 546.00 × 0.8564 = 467.5944, of which 467.60 was paid and recorded.
    expect(dollars).toMatchObject({ original: 107_800, converted: 92_320 });
  });
});

describe('the report of the drug regulator for the first half of 2009', () => {
  test('7 received, 7 accepted; by quarter 4 and 3; drugs 4, health foods 3; 1 forwarded', async () => {
    const drug = await office.supervisorOf('DRUG_REGULATION');
    await importRegister(office, drug, { file: 'drug-regulator-2009h1.csv' });
    const { reports } = office.services;
    const half = await reports.preview(drug, { kind: 'HALF_YEAR', year: 2009, number: 1 });
    const first = await reports.preview(drug, { kind: 'QUARTER', year: 2009, number: 1 });
    const second = await reports.preview(drug, { kind: 'QUARTER', year: 2009, number: 2 });
    if (!half || !first || !second) throw new Error('no report');
    expect(figure(half, 'received')?.now.value).toBe(7);
    expect(figure(half, 'accepted')?.now.value).toBe(7);
    expect(figure(half, 'closed')?.now.value).toBe(7);
    expect(figure(first, 'received')?.now.value).toBe(4);
    expect(figure(second, 'received')).toMatchObject({
      now: { value: 3 },
      before: { value: 4 },
      changeBefore: { kind: 'DOWN', percent: '-25.0', showCounts: true },
    });
    expect(line(half, '产品类别', '药品')?.[1]?.value).toBe(4);
    expect(line(half, '产品类别', '保健食品')?.[1]?.value).toBe(3);
    expect(figure(half, 'adverseForwarded')?.now.value).toBe(1);
  });
});

describe('the life of a report', () => {
  let draft: ReportRow;

  test('a second beginning goes on with the draft', async () => {
    const { reports } = office.services;
    draft = done(await reports.create(tourism, { kind: 'YEAR', year: 2010 }));
    const again = done(await reports.create(tourism, { kind: 'YEAR', year: 2010 }));
    expect(again.id).toBe(draft.id);
  });

  test('an author words a section, figures stay live in it', async () => {
    const { reports } = office.services;
    const edit = {
      section: 'overview',
      text: '全年共收到{received}。',
      locale: 'zh-CN',
      revision: 1,
    } as const;
    draft = done(await reports.editText(tourism, draft.id, edit));
    const { read } = await reports.read(tourism, draft);
    expect(read['overview']?.zh).toBe('全年共收到12 件。');
    expect(read['overview']?.en).toContain('12');
  });

  test('two authors do not overwrite one another', async () => {
    const edit = { section: 'overview', text: '…', locale: 'zh-CN', revision: 1 } as const;
    expect(codesOf(await office.services.reports.editText(tourism, draft.id, edit))).toEqual(['CONFLICT']);
  });

  test('a placeholder that names nothing is said before publication', async () => {
    const { reports } = office.services;
    const wrong = { section: 'next', text: '{nonsense}', locale: 'zh-CN' } as const;
    draft = done(await reports.editText(tourism, draft.id, { ...wrong, revision: draft.revision }));
    expect(codesOf(await reports.publish(tourism, draft.id, { revision: draft.revision }))).toEqual([
      'INVALID',
    ]);
    draft = done(
      await reports.editText(tourism, draft.id, { ...wrong, text: null, revision: draft.revision }),
    );
  });

  test('published: approver, hash, and nothing changes it, not even the database', async () => {
    const { reports } = office.services;
    const published = done(await reports.publish(tourism, draft.id, { revision: draft.revision }));
    expect(published).toMatchObject({ status: 'PUBLISHED', published_by: { name: '李主管' } });
    const { frozen, published_by: by, published_at: at, hash } = published;
    if (!frozen || !at) throw new Error('not frozen');
    expect(publicationHash({ ...frozen, by, at: at.toISOString() }).toString('hex')).toBe(hash);
    expect(integrityOf(draft)).toBe('UNPUBLISHED');
    expect(integrityOf(published)).toBe('INTACT');
    const other = { ...published, frozen: { ...frozen, read: {} } };
    expect(integrityOf(other)).toBe('CHANGED');
    expect(codesOf(await reports.publish(tourism, draft.id, { revision: published.revision }))).toEqual([
      'ALREADY_DONE',
    ]);
    await expect(
      office.database.inTenant(tourism, (tx) =>
        tx.query({ text: 'update report set reason = $2 where id = $1', values: [draft.id, 'x'] }),
      ),
    ).rejects.toThrow('never changed');
    await expect(
      office.database.inTenant(tourism, (tx) =>
        tx.query({ text: 'delete from report where id = $1', values: [draft.id] }),
      ),
    ).rejects.toThrow('never changed');
  });

  test('changed behind the server: verification names it', async () => {
    expect(await verifyReports(office.database, tourism)).toEqual({ reports: 1, changed: [] });
    const change = `update report set frozen = jsonb_set(frozen, '{read,overview,zh}', '"收到 0 件。"') where id = $1`;
    const restore = 'update report set frozen = $2 where id = $1';
    const { frozen } = (await office.services.reports.find(tourism, draft.id)) ?? {};
    await office.tamper(change, [draft.id]);
    expect(await verifyReports(office.database, tourism)).toEqual({
      ...{ reports: 1, changed: [{ id: draft.id, version: draft.version }] },
    });
    await office.tamper(restore, [draft.id, JSON.stringify(frozen)]);
    expect((await verifyReports(office.database, tourism)).changed).toEqual([]);
  });

  test('what happens later leaves it as it is; a correction shows what it says otherwise', async () => {
    const { reports, casework } = office.services;
    const late = await casework.register(tourism, {
      command: {
        ...{ type: 'REGISTER', kind: 'COMPLAINT', channel: 'LETTER', disclosure: 'ANONYMOUS' },
        ...{ source: { level: 'DIRECT' }, groupSize: 1, title: '补录', content: '补录一件', demands: [] },
        ...{ respondent: { type: 'HOTEL', name: '某饭店' }, details: {} },
        receivedAt: '2010-11-30T02:00:00.000Z',
      },
    });
    expect(late.ok ? [] : late.refusals).toEqual([]);
    const before = await reports.find(tourism, draft.id);
    if (!before) throw new Error('gone');
    expect(figure(await reports.read(tourism, before), 'received')?.now.value).toBe(12);

    expect(codesOf(await reports.correct(tourism, draft.id, { reason: ' ' }))).toEqual(['REQUIRED']);
    const correction = done(await reports.correct(tourism, draft.id, { reason: '补录一件来信' }));
    expect(correction).toMatchObject({ version: 2, status: 'DRAFT', corrects: draft.id });
    const read = await reports.read(tourism, correction);
    const received = read.differences.find(
      ({ place }) => place.zh.endsWith('/ 收到') || place.zh.endsWith('收到'),
    );
    expect(received).toMatchObject({ before: 12, after: 13 });
    expect(read.read['overview']?.zh).toBe('全年共收到13 件。');
    expect(codesOf(await reports.correct(tourism, draft.id, { reason: '再次' }))).toEqual(['WRONG_STATE']);
    expect(await reports.discard(tourism, correction.id, { revision: correction.revision })).toEqual([]);
  });

  test('a period that is not over cannot be published; one that does not exist cannot be begun', async () => {
    const { reports } = office.services;
    const year = new Date().getUTCFullYear();
    const running = done(await reports.create(tourism, { kind: 'YEAR', year }));
    expect(codesOf(await reports.publish(tourism, running.id, running))).toEqual(['CONDITION_UNMET']);
    const none = await reports.create(tourism, { kind: 'QUARTER', year, number: 5 });
    expect(codesOf(none)).toEqual(['INVALID']);
  });

  test('who may read may not write, and another organisation finds nothing', async () => {
    const { reports } = office.services;
    const auditor: StaffActor = { ...tourism, role: 'AUDITOR' };
    const handler: StaffActor = { ...tourism, role: 'HANDLER' };
    const other = await office.supervisorOf('TOURISM');
    expect((await reports.find(auditor, draft.id))?.id).toBe(draft.id);
    expect(codesOf(await reports.correct(auditor, draft.id, { reason: 'x' }))).toEqual(['FORBIDDEN']);
    expect(await reports.find(handler, draft.id)).toBeUndefined();
    expect(await reports.find(other, draft.id)).toBeUndefined();
    expect(codesOf(await reports.correct(other, draft.id, { reason: 'x' }))).toEqual(['NOT_FOUND']);
  });
});

describe('numbers of the organisation', () => {
  test('a rate per 10,000 visits appears once the visits are given', async () => {
    const { reports } = office.services;
    const hospital = await office.supervisorOf('HOSPITAL');
    const choice = { kind: 'MONTH', year: 2010, number: 3 } as const;
    const [denominator] = (await office.services.casework.offices.of(hospital)).sector.denominators;
    if (!denominator) throw new Error('The hospital sector has no denominator.');
    const { code } = denominator;
    const missing = await reports.preview(hospital, choice);
    expect(missing?.content.problems.length).toBeGreaterThan(0);
    expect((await reports.setDenominator(hospital, { code, choice, value: 0 })).refusals[0]?.code).toBe(
      'INVALID',
    );
    expect((await reports.setDenominator(hospital, { code, choice, value: 52_000 })).refusals).toEqual([]);
    const given = await reports.preview(hospital, choice);
    const per = given?.content.sections
      .flatMap(({ blocks }) => blocks)
      .flatMap((block) => (block.kind === 'figures' ? block.figures : []))
      .find(({ unit }) => unit === 'PER');
    expect(per?.now).toMatchObject({ value: 0, denominator: 52_000 });
  });
});

describe('files', () => {
  test('the Word file holds text, tables, pictures and sums in capitals', async () => {
    const { reports } = office.services;
    const [row] = (await reports.list(tourism, { first: 5, after: undefined })).filter(
      ({ status }) => status === 'PUBLISHED',
    );
    if (!row) throw new Error('nothing published');
    const report = await reports.read(tourism, row);
    const files = await filesOfZip(
      await wordFile(report, {
        ...{ standing: standingOf(row, 'zh-CN'), locale: 'zh-CN' },
        organization: { zh: '旅游质监所', en: 'Office' },
      }),
    );
    const document = files.get('word/document.xml')?.toString('utf8') ?? '';
    expect(document).toContain('25,203.20');
    expect(document).toContain('贰万伍仟贰佰零叁元贰角整');
    expect(document).toContain(row.hash ?? 'no hash');
    expect(document).toContain('一、');
    const pictures = [...files].filter(([name]) => name.startsWith('word/media/'));
    expect(pictures.length).toBeGreaterThan(3);
    for (const [, bytes] of pictures) expect(bytes.subarray(1, 4).toString()).toBe('PNG');
  });

  test('the workbook holds numbers as numbers, and amounts to the fen', async () => {
    const report = await office.services.reports.preview(tourism, { kind: 'YEAR', year: 2010 });
    if (!report) throw new Error('no report');
    const files = await filesOfZip(await buffer(sheetFile(report, 'zh-CN') as Readable));
    const sheets = [...files]
      .filter(([name]) => name.startsWith('xl/worksheets/'))
      .map(([, xml]) => xml.toString());
    expect(sheets.join('')).toContain('<v>25203.20</v>');
    expect(files.get('xl/workbook.xml')?.toString()).toContain('处罚对象');
  });

  test.each([
    [1, '一'],
    [10, '十'],
    [11, '十一'],
    [20, '二十'],
    [23, '二十三'],
  ])('heading %i is %s', (number, written) => expect(chineseOrdinal(number)).toBe(written));
});
