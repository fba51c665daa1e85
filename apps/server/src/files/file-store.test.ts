import { readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestOffice, type TestOffice } from '../testing/office.fixture.ts';

let office: TestOffice;

beforeAll(async () => {
  office = await openTestOffice();
});
afterAll(() => office.close());

/** Where the bytes of a file lie: its hash is its name. */
function pathOf(sha256: string): string {
  const found = readdirSync(office.filesFolder, { recursive: true })
    .map((path) => join(office.filesFolder, String(path)))
    .find((path) => path.endsWith(sha256) && statSync(path).isFile());
  if (!found) throw new Error('The file is not there.');
  return found;
}

test('verification names the files that are gone or no longer what they were, of each organisation its own', async () => {
  const { files } = office.services;
  const actor = await office.supervisorOf('TOURISM');
  const other = await office.supervisorOf('TOURISM');
  const put = (content: string, of = actor) =>
    files.put(of, { stream: Readable.from([Buffer.from(content)]), name: '证言.txt', largestBytes: 1_000 });
  const [kept, changed, gone] = [await put('原样'), await put('原话'), await put('原件')];
  await put('别家的', other);
  expect(await files.verify(actor)).toEqual({ files: 3, faults: [] });

  writeFileSync(pathOf(changed.sha256), '改过的话');
  rmSync(pathOf(gone.sha256));
  const { files: count, faults } = await files.verify(actor);
  expect(count).toBe(3);
  expect(new Map(faults.map(({ sha256, fault }) => [sha256, fault]))).toEqual(
    new Map([
      [changed.sha256, 'FILE_CHANGED'],
      [gone.sha256, 'FILE_MISSING'],
    ]),
  );
  expect(faults.map(({ sha256 }) => sha256)).not.toContain(kept.sha256);
  expect(await files.verify(other)).toEqual({ files: 1, faults: [] });
});
