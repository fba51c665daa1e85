import { describe, expect, test } from 'vitest';
import { mediaTypeOf } from './media-type.ts';

const png = Buffer.from('89504e470d0a1a0a0000000d4948445200000001000000010806000000', 'hex');

describe('the type of a file', () => {
  test('is what its bytes say, whatever its name says', async () => {
    expect(await mediaTypeOf(png, 'contract.pdf')).toBe('image/png');
    expect(await mediaTypeOf(Buffer.from('%PDF-1.7\n%âãÏÓ\n'), 'photo.png')).toBe('application/pdf');
  });

  test('of text is told by its lack of control bytes, in any Chinese encoding', async () => {
    expect(await mediaTypeOf(Buffer.from('编号,内容\n1,噪声'), '登记表.csv')).toBe('text/csv');
    expect(await mediaTypeOf(Buffer.from([0xb1, 0xe0, 0xba, 0xc5, 0x2c, 0x31]), '登记表.csv')).toBe(
      'text/csv',
    );
  });

  test.each([
    ['a program', Buffer.from('4d5a90000300000004000000ffff0000', 'hex'), 'photo.png'],
    ['a script', Buffer.from('#!/bin/sh\nrm -rf /\n'), 'note.txt'],
    ['a web page', Buffer.from('\ufeff<!DOCTYPE html><script>alert(1)</script>'), 'note.txt'],
    ['a drawing that may hold scripts', Buffer.from('<svg onload="alert(1)"/>'), 'photo.svg'],
    ['bytes that nobody knows', Buffer.from([1, 2, 3, 0, 5]), 'data.bin'],
  ])('%s is not taken', async (_, bytes, name) => {
    expect(await mediaTypeOf(bytes, name)).toBeUndefined();
  });
});
