import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';

/** What one pass over the bytes of a text file tells, before anything is decoded. */
export interface ByteScan {
  bytes: number;
  /** Line feeds; the number of physical lines, give or take the last. */
  lineFeeds: number;
  /** NUL bytes at even and odd offsets: a text has none unless it is UTF-16. */
  nulEven: number;
  nulOdd: number;
  /** Well-formed and malformed multi-byte sequences, were the file UTF-8. */
  utf8Good: number;
  utf8Bad: number;
  /** Bytes above 0x7f standing alone between ASCII bytes (Latin-1) and standing in runs (Chinese). */
  highAlone: number;
  highInRuns: number;
  /** Windows around the first bytes above 0x7f, up to 64 KiB: what a guess of the encoding is made on. */
  highSample: Buffer;
}

const SAMPLE_BYTES = 64 * 1024;

/** Reads the whole file once in constant memory: a guess on the head alone errs when the head is ASCII. */
export async function scanBytes(path: string): Promise<ByteScan> {
  const scan: ByteScan = {
    bytes: 0,
    lineFeeds: 0,
    nulEven: 0,
    nulOdd: 0,
    utf8Good: 0,
    utf8Bad: 0,
    highAlone: 0,
    highInRuns: 0,
    highSample: Buffer.alloc(0),
  };
  const samples: Buffer[] = [];
  let sampled = 0;
  let carry: Buffer = Buffer.alloc(0);
  for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 }) as AsyncIterable<Buffer>) {
    countFeedsAndNuls(chunk, scan);
    const bytes = carry.length > 0 ? Buffer.concat([carry, chunk]) : chunk;
    const cut = completeUpTo(bytes);
    carry = bytes.subarray(cut);
    const whole = bytes.subarray(0, cut);
    scan.bytes += chunk.length;
    const firstHigh = countSequences(whole, scan);
    if (firstHigh >= 0 && sampled < SAMPLE_BYTES) {
      const sample = Buffer.from(
        whole.subarray(firstHigh, firstHigh + Math.min(8192, SAMPLE_BYTES - sampled)),
      );
      samples.push(sample);
      sampled += sample.length;
    }
  }
  if (carry.length > 0) {
    countSequences(carry, scan);
    if (sampled < SAMPLE_BYTES) samples.push(carry);
  }
  scan.highSample = Buffer.concat(samples);
  return scan;
}

function countFeedsAndNuls(chunk: Buffer, scan: ByteScan): void {
  for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) scan.lineFeeds++;
  for (let at = chunk.indexOf(0); at >= 0; at = chunk.indexOf(0, at + 1)) {
    if ((scan.bytes + at) % 2 === 0) scan.nulEven++;
    else scan.nulOdd++;
  }
}

/** Where to cut so that a multi-byte sequence broken by the end of the chunk waits for the next one. */
function completeUpTo(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(4, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return bytes.length - back + 1;
    if (byte >= 0xc0) return back >= sequenceLength(byte) ? bytes.length : bytes.length - back;
  }
  return bytes.length;
}

function sequenceLength(lead: number): number {
  if (lead >= 0xf0) return 4;
  if (lead >= 0xe0) return 3;
  return lead >= 0xc0 ? 2 : 1;
}

/** Counts sequences and runs; returns the offset of the first byte above 0x7f, -1 if there is none. */
function countSequences(bytes: Buffer, scan: ByteScan): number {
  const valid = isUtf8(bytes);
  let first = -1;
  for (let i = 0; i < bytes.length; ) {
    const byte = bytes[i] ?? 0;
    if (byte < 0x80) {
      i++;
      continue;
    }
    if (first < 0) first = i;
    // Of a chunk that is all UTF-8 only the count matters: one lead byte per sequence.
    const length = sequenceLength(byte);
    if (valid || (length > 1 && isUtf8(bytes.subarray(i, i + length)) && i + length <= bytes.length)) {
      scan.utf8Good++;
      i += length;
      continue;
    }
    scan.utf8Bad++;
    const beside = (bytes[i + 1] ?? 0) >= 0x80 || (i > 0 && (bytes[i - 1] ?? 0) >= 0x80);
    if (beside) scan.highInRuns++;
    else scan.highAlone++;
    i++;
  }
  return first;
}
