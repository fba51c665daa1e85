import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fromBufferPromise } from 'yauzl';
import { verifyCaseFile } from '../../casework/verify-case-file.ts';
import {
  type CallerHeaders,
  openTestApi,
  type TestApi,
  type TestOrganization,
} from '../../testing/api.fixture.ts';

/** The case file: everything of a case that is over, in one archive that shows whether it is as it was taken. */

const NAME = '欧阳静';
const PHONE = '13912345678';

let api: TestApi;
let office: TestOrganization;
let handler: CallerHeaders;
let supervisor: CallerHeaders;
let folder: string;

async function act(verb: string, input: object, caller = handler): Promise<{ id: string; number: string }> {
  const { data, errors } = await api.graphql(
    caller,
    `mutation ($input: Complaint${verb}Input!) { payload: complaint${verb}(input: $input) {
      complaint { id number } userErrors { code field message } } }`,
    { input },
  );
  expect(errors).toBeUndefined();
  expect(data.payload.userErrors).toEqual([]);
  return data.payload.complaint;
}

/** A case that is over, with a file and a statement. */
async function closedCase(disclosure: 'NAMED' | 'CONFIDENTIAL'): Promise<{ id: string; number: string }> {
  const complaint = await act('Register', {
    ...{ kind: 'COMPLAINT', channel: 'PHONE', disclosure, category: 'COVERAGE' },
    content: `${NAME}（${PHONE}）反映：没有信号 <b>`,
    complainant: { name: NAME, phone: PHONE },
    details: { telecom: { service: 'MOBILE', area: 'URBAN', place: { address: '幸福路 1 号' } } },
  });
  const { id } = complaint;
  const file = await api.upload(handler, `${NAME}.txt`, `${NAME} 的截图`);
  await act('AddEvidence', { id, title: '信号截图', file });
  await act('AddEvidence', { id, title: '陈述', text: `${NAME}：上周起没有信号` });
  await act('IssueDocument', { id, document: 'RECEIPT', addressedTo: NAME, text: `${NAME}：已收到。` });
  await act('Withdraw', { id, reason: 'SETTLED', remark: `${NAME} 来电撤回` });
  return complaint;
}

const fetched = (caller: CallerHeaders, id: string) =>
  api.app.inject({ url: `/case-files/${id}`, headers: { ...caller, 'accept-language': 'zh-CN' } });

async function archiveOf(id: string, caller = handler): Promise<Buffer> {
  await act('TakeCaseFile', { id, reason: '移交档案室' }, caller);
  const answer = await fetched(caller, id);
  expect(answer.statusCode).toBe(200);
  return answer.rawPayload;
}

/** Every entry with its content, and the place of its first byte in the archive. */
async function entriesOf(archive: Buffer): Promise<Map<string, { content: Buffer; start: number }>> {
  const zip = await fromBufferPromise(archive);
  const entries = new Map<string, { content: Buffer; start: number }>();
  for await (const entry of zip.eachEntry()) {
    const header = entry.relativeOffsetOfLocalHeader;
    const start = header + 30 + archive.readUInt16LE(header + 26) + archive.readUInt16LE(header + 28);
    entries.set(entry.fileName, { content: await buffer(await zip.openReadStreamPromise(entry)), start });
  }
  return entries;
}

async function verified(archive: Buffer) {
  const path = join(folder, 'case.zip');
  await writeFile(path, archive);
  return verifyCaseFile(path);
}

beforeAll(async () => {
  api = await openTestApi();
  folder = await mkdtemp(join(tmpdir(), 'huiyin-case-file-'));
  office = await api.organization('TELECOM', ['HANDLER', 'SUPERVISOR', 'AUDITOR']);
  handler = await api.signedIn(office, 'HANDLER');
  supervisor = await api.signedIn(office, 'SUPERVISOR');
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await api.close();
});

describe('a case file', () => {
  test('holds register sheet, course and evidence in order, and verifies', async () => {
    const { id, number } = await closedCase('NAMED');
    const archive = await archiveOf(id);
    const entries = await entriesOf(archive);
    expect([...entries.keys()]).toEqual([
      ...['01-register-sheet.html', '02-events.html', '02-events.ndjson'],
      `03-documents/001-收件回执 ${number}-01.docx`,
      ...[`04-evidence/001-${NAME}.txt`, '04-evidence/002.txt', 'manifest.json', 'SHA256SUMS'],
    ]);
    const sheet = entries.get('01-register-sheet.html')?.content.toString() ?? '';
    for (const said of [number, NAME, PHONE, '幸福路 1 号', '移交档案室', '没有信号 &lt;b&gt;'])
      expect(sheet).toContain(said);
    expect(entries.get('02-events.html')?.content.toString()).toContain('导出卷宗');
    expect(entries.get(`04-evidence/001-${NAME}.txt`)?.content.toString()).toBe(`${NAME} 的截图`);
    const { manifest, events, faults } = await verified(archive);
    expect(faults).toEqual([]);
    expect(manifest).toMatchObject({
      ...{ complaint: { number }, takenBy: 'HANDLER', reason: '移交档案室', identity: 'SHOWN' },
      ...{ chainHead: { seq: events }, keptBack: [] },
    });
  });

  test('tells which entry has changed by a single byte, wherever it is', async () => {
    const archive = await archiveOf((await closedCase('NAMED')).id);
    const entries = await entriesOf(archive);
    for (const [path, { content, start }] of entries) {
      const changed = Buffer.from(archive);
      const place = start + Math.floor(content.length / 2);
      changed.writeUInt8(changed.readUInt8(place) ^ 1, place);
      const { faults } = await verified(changed);
      expect(faults.map(({ entry }) => entry)).toContain(path);
    }
  });

  test('tells which event was changed', async () => {
    const { id } = await closedCase('NAMED');
    const archive = (await archiveOf(id)).toString('latin1');
    const changed = archive.replace('"type":"WITHDRAWN"', '"type":"WITHDRAWM"');
    expect(changed).not.toBe(archive);
    const { faults } = await verified(Buffer.from(changed, 'latin1'));
    expect(faults).toContainEqual({
      entry: expect.stringMatching(/^02-events\.ndjson #\d+$/),
      fault: 'CHAIN_BROKEN',
    });
  });

  test('says nowhere who complained in confidence, and still verifies, until its reader has given a reason', async () => {
    const { id } = await closedCase('CONFIDENTIAL');
    const masked = await archiveOf(id);
    for (const [path, { content }] of await entriesOf(masked))
      for (const known of [NAME, PHONE]) expect(`${path}\n${content}`).not.toContain(known);
    const first = await verified(masked);
    expect(first.faults).toEqual([]);
    expect(first.manifest).toMatchObject({
      identity: 'MASKED',
      keptBack: [
        { title: expect.stringContaining('回执'), because: 'CONFIDENTIAL' },
        { title: '信号截图', because: 'CONFIDENTIAL' },
      ],
      chainHead: { seq: first.events },
    });
    await act('Reveal', { id, reason: '核对退款账户' });
    const shown = await archiveOf(id);
    expect(shown.toString()).toContain(PHONE);
    expect(await verified(shown)).toMatchObject({
      manifest: { identity: 'SHOWN', keptBack: [] },
      faults: [],
    });
    // What one may know, another does not yet.
    expect((await archiveOf(id, supervisor)).toString()).not.toContain(PHONE);
  });

  test('says which file is no longer there, instead of breaking off', async () => {
    const { id } = await closedCase('NAMED');
    const whole = await entriesOf(await archiveOf(id));
    const [, lost] = [...whole].find(([path]) => path.startsWith('04-evidence/001')) ?? [];
    expect(lost).toBeDefined();
    const file = createHash('sha256')
      .update(lost?.content ?? '')
      .digest('hex');
    await api.office.services.files.remove(office, [file]);
    expect(await verified(await archiveOf(id))).toMatchObject({
      manifest: { keptBack: [{ title: '信号截图', because: 'MISSING' }] },
      faults: [],
    });
  });

  test('is for whoever took it, until something happens', async () => {
    const { id } = await closedCase('NAMED');
    expect((await fetched(handler, id)).statusCode).toBe(409);
    await archiveOf(id);
    expect((await fetched(supervisor, id)).statusCode).toBe(409);
    const neighbour = await api.organization('TELECOM');
    expect((await fetched(await api.signedIn(neighbour, 'SUPERVISOR'), id)).statusCode).toBe(404);
    await act('Note', { id, text: '补充说明' });
    expect((await fetched(handler, id)).statusCode).toBe(409);
  });

  test('is offered on the case that is over, to those who work on it, and to whom it was given', async () => {
    const { id } = await closedCase('NAMED');
    const query = `query ($id: ID!) { complaint(id: $id) { caseFile { url }
      allowedActions { action allowed } } }`;
    const seenBy = async (caller: CallerHeaders) => {
      const { complaint } = (await api.graphql(caller, query, { id })).data;
      const { allowed } = complaint.allowedActions.find(
        ({ action }: { action: string }) => action === 'TAKE_CASE_FILE',
      );
      return { allowed, file: complaint.caseFile };
    };
    expect(await seenBy(handler)).toEqual({ allowed: true, file: null });
    expect(await seenBy(await api.signedIn(office, 'AUDITOR'))).toEqual({ allowed: false, file: null });
    await act('TakeCaseFile', { id, reason: '移交档案室' });
    expect(await seenBy(handler)).toEqual({ allowed: true, file: { url: `/case-files/${id}` } });
    expect(await seenBy(supervisor)).toEqual({ allowed: true, file: null });
  });
});
