import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SheetError } from '../sheet-error.ts';
import { MAX_CELL_CHARACTERS } from './limits.ts';
import { unescapeXlsx } from './xlsx-cell.ts';
import { decodePart, type WorkbookParts, xmlParser } from './xlsx-parts.ts';

const PAGE_BYTES = 256 * 1024;
/** Every so many strings the place of one is remembered; those between are found by walking. */
const STRIDE = 16;
const PAGES_IN_MEMORY = 128;
const DECODED_IN_MEMORY = 8192;

/**
 * The texts of a workbook, which its cells name by number. A workbook of a million rows has millions of them:
 * they are packed into pages, and the pages that do not fit into memory (32 MiB) go to a temporary file. Cells
 * name them nearly in order, so that pages are read back once.
 */
export class SharedStrings {
  #count = 0;
  readonly #places: number[] = [];
  readonly #pages = new Map<number, Buffer>();
  readonly #decoded = new Map<number, string>();
  #pageCount = 0;
  #current: Buffer = Buffer.allocUnsafe(PAGE_BYTES);
  #used = 0;
  #spill: { folder: string; file: number; sizes: number[]; offsets: number[]; end: number } | undefined;
  readonly #makeFolder: () => string;

  constructor(makeFolder: () => string) {
    this.#makeFolder = makeFolder;
  }

  get count(): number {
    return this.#count;
  }

  add(text: string): void {
    const length = Buffer.byteLength(text);
    if (this.#used + 4 + length > this.#current.length) this.#finishPage(4 + length);
    if (this.#count % STRIDE === 0) this.#places.push(this.#pageCount, this.#used);
    this.#current.writeUInt32LE(length, this.#used);
    this.#current.write(text, this.#used + 4);
    this.#used += 4 + length;
    this.#count++;
  }

  /** The text of a number; undefined where the workbook has none. */
  get(index: number): string | undefined {
    const known = this.#decoded.get(index);
    if (known !== undefined) return known;
    if (!Number.isInteger(index) || index < 0 || index >= this.#count) return undefined;
    const slot = Math.floor(index / STRIDE) * 2;
    let page = this.#places[slot] ?? 0;
    let at = this.#places[slot + 1] ?? 0;
    let bytes = this.#page(page);
    for (let skip = index % STRIDE; ; skip--) {
      // A length of 0xffffffff ends a page: the next text begins the next one.
      if (at + 4 > bytes.length || bytes.readUInt32LE(at) === 0xffff_ffff) {
        bytes = this.#page(++page);
        at = 0;
      }
      const length = bytes.readUInt32LE(at);
      if (skip === 0) return this.#remember(index, bytes.toString('utf8', at + 4, at + 4 + length));
      at += 4 + length;
    }
  }

  close(): void {
    if (!this.#spill) return;
    closeSync(this.#spill.file);
    rmSync(this.#spill.folder, { recursive: true, force: true });
    this.#spill = undefined;
  }

  #remember(index: number, text: string): string {
    if (this.#decoded.size >= DECODED_IN_MEMORY) this.#decoded.clear();
    this.#decoded.set(index, text);
    return text;
  }

  #page(page: number): Buffer {
    if (page === this.#pageCount) return this.#current;
    const held = this.#pages.get(page);
    if (held) return held;
    const spill = this.#spill;
    if (!spill) throw new SheetError('CORRUPT');
    const bytes = Buffer.allocUnsafe(spill.sizes[page] ?? 0);
    readSync(spill.file, bytes, 0, bytes.length, spill.offsets[page] ?? 0);
    this.#hold(page, bytes);
    return bytes;
  }

  #finishPage(nextBytes: number): void {
    if (this.#used + 4 <= this.#current.length) this.#current.writeUInt32LE(0xffff_ffff, this.#used);
    this.#hold(this.#pageCount, this.#current);
    this.#pageCount++;
    this.#current = Buffer.allocUnsafe(Math.max(PAGE_BYTES, nextBytes));
    this.#used = 0;
  }

  #hold(page: number, bytes: Buffer): void {
    this.#pages.set(page, bytes);
    if (this.#pages.size <= PAGES_IN_MEMORY) return;
    const [oldest] = this.#pages.entries().next().value ?? [];
    if (oldest === undefined) return;
    this.#writeOut(oldest);
    this.#pages.delete(oldest);
  }

  #writeOut(page: number): void {
    if (!this.#spill) {
      const folder = this.#makeFolder();
      this.#spill = { folder, file: openSync(join(folder, 'strings'), 'w+'), sizes: [], offsets: [], end: 0 };
    }
    const { file, sizes, offsets } = this.#spill;
    const bytes = this.#pages.get(page);
    if (offsets[page] !== undefined || !bytes) return;
    writeSync(file, bytes, 0, bytes.length, this.#spill.end);
    offsets[page] = this.#spill.end;
    sizes[page] = bytes.length;
    this.#spill.end += bytes.length;
  }
}

/** Reads the part of shared texts, if the workbook has one. @throws SheetError CORRUPT, TOO_LARGE */
export async function readSharedStrings(
  parts: WorkbookParts,
  path: string | undefined,
): Promise<SharedStrings> {
  const strings = new SharedStrings(() => mkdtempSync(join(tmpdir(), 'huiyin-sheet-')));
  if (path === undefined) return strings;
  let text = '';
  let reading = false;
  let phonetic = false;
  const parser = xmlParser({
    open(name) {
      if (name === 'si') text = '';
      else if (name === 't') reading = !phonetic;
      else if (name === 'rPh') phonetic = true;
    },
    text(piece) {
      if (reading) text += piece;
      if (text.length > MAX_CELL_CHARACTERS) throw new SheetError('TOO_LARGE');
    },
    close(name) {
      if (name === 't') reading = false;
      else if (name === 'rPh') phonetic = false;
      else if (name === 'si') strings.add(unescapeXlsx(text));
    },
  });
  try {
    for await (const piece of decodePart(parts, path)) parser.write(piece);
    parser.end();
  } catch (error) {
    strings.close();
    throw error;
  }
  return strings;
}
