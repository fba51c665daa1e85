import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { SharedStrings } from './shared-strings.ts';

const textOf = (index: number) => (index % 97 === 0 ? '' : `第${index}号：${'投诉'.repeat(index % 40)}`);

test('more texts than memory holds are given back by number, near and far, and leave nothing behind', () => {
  let folder: string | undefined;
  const strings = new SharedStrings(() => {
    folder = mkdtempSync(join(tmpdir(), 'huiyin-test-'));
    return folder;
  });
  const count = 450_000;
  for (let index = 0; index < count; index++) strings.add(textOf(index));
  const long = '长'.repeat(500_000);
  strings.add(long);
  expect(folder && existsSync(folder)).toBe(true);
  for (let index = 0; index < count; index += 7) {
    if (strings.get(index) !== textOf(index)) throw new Error(`text ${index}`);
  }
  for (let step = 0; step < 5000; step++) {
    const index = (step * 104_729) % count;
    if (strings.get(index) !== textOf(index)) throw new Error(`text ${index}`);
  }
  expect(strings.get(count)).toBe(long);
  expect(strings.get(count + 1)).toBeUndefined();
  expect(strings.get(-1)).toBeUndefined();
  strings.close();
  expect(folder && existsSync(folder)).toBe(false);
});

test('few texts stay in memory', () => {
  const strings = new SharedStrings(() => {
    throw new Error('no file is needed');
  });
  for (let index = 0; index < 100; index++) strings.add(textOf(index));
  expect(Array.from({ length: 100 }, (_, index) => strings.get(index))).toEqual(
    Array.from({ length: 100 }, (_, index) => textOf(index)),
  );
  strings.close();
});
