import { open } from 'node:fs/promises';
import chardet from 'chardet';
import iconv from 'iconv-lite';
import { SheetError } from '../sheet-error.ts';
import { type ByteScan, scanBytes } from './byte-scan.ts';

/** How the bytes of a text file are to be decoded. */
export interface TextEncoding {
  /** A name `iconv-lite` knows: `utf-8`, `utf-16le`, `gb18030`, … */
  name: string;
  /** Bytes of a byte-order mark to skip. */
  bomBytes: number;
  /** False when it is a guess the user should look at (the sample rows show whether it is right). */
  certain: boolean;
  /** Line feeds in the file: for progress, not for counting rows. */
  lineFeeds: number;
  /** Size of the file. */
  bytes: number;
}

/**
 * Which encoding a text file is in. A byte-order mark decides; then strict UTF-8 over the *whole* file (an
 * ASCII head proves nothing); what is left is GB18030, which contains GBK and GB2312 and is what Chinese
 * spreadsheet programs write, unless the bytes clearly say otherwise.
 * @throws SheetError EMPTY_FILE, NOT_A_SPREADSHEET (binary)
 */
export async function detectEncoding(path: string): Promise<TextEncoding> {
  const head = await readHead(path, 4);
  if (head.length === 0) throw new SheetError('EMPTY_FILE');
  const scan = await scanBytes(path);
  const found = (name: string, bomBytes: number, certain: boolean): TextEncoding => ({
    name,
    bomBytes,
    certain,
    lineFeeds: scan.lineFeeds,
    bytes: scan.bytes,
  });
  if (head[0] === 0xff && head[1] === 0xfe) return found('utf-16le', 2, true);
  if (head[0] === 0xfe && head[1] === 0xff) return found('utf-16be', 2, true);
  const nuls = scan.nulEven + scan.nulOdd;
  if (nuls > 0) return found(utf16WithoutMark(scan), 0, false);
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return found('utf-8', 3, true);
  if (scan.utf8Bad === 0) return found('utf-8', 0, true);
  // A few damaged bytes in a file that is UTF-8 everywhere else: the rows concerned say so, the rest stays legible.
  if (scan.utf8Good > 20 * scan.utf8Bad) return found('utf-8', 0, false);
  return found(guessLegacy(scan), 0, false);
}

function utf16WithoutMark(scan: ByteScan): string {
  const nuls = scan.nulEven + scan.nulOdd;
  const oneSided = Math.max(scan.nulEven, scan.nulOdd) / nuls > 0.9;
  if (!oneSided || nuls < scan.bytes / 20) throw new SheetError('NOT_A_SPREADSHEET');
  return scan.nulOdd > scan.nulEven ? 'utf-16le' : 'utf-16be';
}

function guessLegacy(scan: ByteScan): string {
  // Letters with accents stand alone between ASCII letters; Chinese characters come two bytes at a time.
  if (scan.highAlone > 3 * scan.highInRuns) return 'windows-1252';
  const asGb = iconv.decode(scan.highSample, 'gb18030');
  const broken = (asGb.match(/\ufffd|[\ue000-\uf8ff]/g) ?? []).length;
  if (broken <= 1 + asGb.length / 1000) {
    const [best] = chardet.analyse(scan.highSample);
    return best?.name === 'Big5' && best.confidence >= 90 ? 'big5' : 'gb18030';
  }
  const other = chardet.analyse(scan.highSample).find(({ name }) => iconv.encodingExists(name));
  return other?.name.toLowerCase() ?? 'gb18030';
}

/** The first bytes of a file, fewer when it is shorter. */
export async function readHead(path: string, bytes: number): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(bytes), 0, bytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
