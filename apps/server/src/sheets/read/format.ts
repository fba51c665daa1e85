import { createReadStream } from 'node:fs';
import { SheetError } from '../sheet-error.ts';
import { readHead } from './encoding.ts';

export type SheetFormat = 'csv' | 'xlsx';

/** Files that are chosen by mistake: PDF, PNG, GIF, JPEG, RAR, 7z, gzip, programs. Others show by their NUL bytes. */
const OTHER_MAGIC = [
  '25504446',
  '89504e47',
  '47494638',
  'ffd8ff',
  '52617221',
  '377abcaf',
  '1f8b',
  '7f454c46',
].map((hex) => Buffer.from(hex, 'hex'));
const ENCRYPTED_STREAM = Buffer.from('EncryptedPackage', 'utf16le');

/**
 * Tells a workbook from a text file by its first bytes; the name of a file proves nothing.
 * @throws SheetError EMPTY_FILE, OLD_EXCEL, ENCRYPTED, UNSUPPORTED_FORMAT, NOT_A_SPREADSHEET
 */
export async function detectFormat(path: string): Promise<SheetFormat> {
  const head = await readHead(path, 1024);
  if (head.length === 0) throw new SheetError('EMPTY_FILE');
  if (startsWith(head, [0x50, 0x4b, 0x03, 0x04])) return 'xlsx';
  // An empty archive, or one cut into volumes.
  if (startsWith(head, [0x50, 0x4b, 0x05, 0x06]) || startsWith(head, [0x50, 0x4b, 0x07, 0x08])) {
    throw new SheetError('CORRUPT');
  }
  // OLE2: an old workbook, or the envelope Office puts around one with a password.
  if (startsWith(head, [0xd0, 0xcf, 0x11, 0xe0])) {
    throw new SheetError((await contains(path, ENCRYPTED_STREAM)) ? 'ENCRYPTED' : 'OLD_EXCEL');
  }
  // BIFF 2–4, older than OLE2.
  if (
    head[0] === 0x09 &&
    [0x00, 0x02, 0x04].includes(head[1] ?? -1) &&
    head[2] !== undefined &&
    head[2] <= 8
  ) {
    if (head[3] === 0x00) throw new SheetError('OLD_EXCEL');
  }
  const text = head
    .toString('latin1')
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart()
    .toLowerCase();
  // Many systems "export to Excel" a web page or 2003 XML under the name .xls.
  if (/^(?:<!doctype html|<html|<table|<meta|<head|<\?xml)/.test(text))
    throw new SheetError('UNSUPPORTED_FORMAT');
  if (OTHER_MAGIC.some((magic) => head.subarray(0, magic.length).equals(magic))) {
    throw new SheetError('NOT_A_SPREADSHEET');
  }
  return 'csv';
}

function startsWith(bytes: Buffer, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}

async function contains(path: string, needle: Buffer): Promise<boolean> {
  let tail: Buffer = Buffer.alloc(0);
  for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024 }) as AsyncIterable<Buffer>) {
    const bytes = Buffer.concat([tail, chunk]);
    if (bytes.includes(needle)) return true;
    tail = bytes.subarray(-needle.length);
  }
  return false;
}
