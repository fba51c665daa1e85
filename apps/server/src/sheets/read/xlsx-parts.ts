import { posix } from 'node:path';
import { TextDecoder } from 'node:util';
import { crc32 } from 'node:zlib';
import { SaxesParser } from 'saxes';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { SheetError } from '../sheet-error.ts';
import { checkPartSize, MAX_CELL_CHARACTERS, MAX_DEPTH, MAX_PARTS } from './limits.ts';

/** The small parts of a workbook (its list of sheets, its styles) are read whole; none is near this. Bytes. */
const MAX_SMALL_PART = 64 * 1024 * 1024;

/** An open workbook file: parts by path, each readable as a stream, in any order, any number of times. */
export interface WorkbookParts {
  has(path: string): boolean;
  /** Size before compression, in bytes, as the archive states it. */
  sizeOf(path: string): number;
  stream(path: string): Promise<AsyncIterable<Buffer>>;
  close(): Promise<void>;
}

/** @throws SheetError CORRUPT, ENCRYPTED, TOO_LARGE */
export async function openParts(path: string): Promise<WorkbookParts> {
  let zip: ZipFile;
  const entries = new Map<string, Entry>();
  try {
    zip = await openPromise(path, { autoClose: false, lazyEntries: true });
    for await (const entry of zip.eachEntry()) {
      entries.set(partName(entry.fileName), entry);
      if (entries.size > MAX_PARTS) throw new SheetError('TOO_LARGE');
    }
  } catch (error) {
    if (error instanceof SheetError) throw error;
    throw new SheetError('CORRUPT', { cause: error });
  }
  return {
    has: (part) => entries.has(partName(part)),
    sizeOf: (part) => entries.get(partName(part))?.uncompressedSize ?? 0,
    async stream(part) {
      const entry = entries.get(partName(part));
      if (!entry) throw new SheetError('CORRUPT');
      if (entry.isEncrypted()) throw new SheetError('ENCRYPTED');
      // What is stated is what comes: the archive's reader ends a part that unpacks to anything else.
      checkPartSize({ packed: entry.compressedSize, unpacked: entry.uncompressedSize });
      try {
        return checked(await zip.openReadStreamPromise(entry), entry.crc32);
      } catch (error) {
        throw new SheetError('CORRUPT', { cause: error });
      }
    },
    close: async () => zip.close(),
  };
}

/** Compares what was unpacked with the archive's checksum: a changed digit would otherwise pass for the real one. */
async function* checked(bytes: AsyncIterable<Buffer>, expected: number): AsyncGenerator<Buffer> {
  let sum = 0;
  for await (const chunk of bytes) {
    sum = crc32(chunk, sum);
    yield chunk;
  }
  if (sum !== expected) throw new SheetError('CORRUPT');
}

/** Part names differ in case and leading slash between the programs that write them. */
function partName(path: string): string {
  return path.replace(/^\/+/, '').replaceAll('\\', '/').toLowerCase();
}

/** What is called at every element of a part; names come without their namespace prefix. */
export interface XmlHandlers {
  open?(name: string, attributes: Record<string, string>): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** A strict push parser over the pieces of a part. saxes is the parser of jsdom; it expands no entities of a file's own. */
export function xmlParser(handlers: XmlHandlers): { write(text: string): void; end(): void } {
  const parser = new SaxesParser({ xmlns: false, position: false });
  parser.on('error', (error) => {
    throw new SheetError('CORRUPT', { cause: error });
  });
  let depth = 0;
  parser.on('opentag', (tag) => {
    depth += 1;
    if (depth > MAX_DEPTH) throw new SheetError('CORRUPT');
    handlers.open?.(localName(tag.name), tag.attributes);
  });
  if (handlers.text) {
    const onText = (text: string) => handlers.text?.(text);
    parser.on('text', onText);
    parser.on('cdata', onText);
  }
  parser.on('closetag', (tag) => {
    depth -= 1;
    handlers.close?.(localName(tag.name));
  });
  // The parser holds a name, a comment or an attribute until it ends, however long that takes.
  let unended = 0;
  return {
    write(piece) {
      const end = piece.lastIndexOf('>');
      unended = end < 0 ? unended + piece.length : piece.length - end;
      if (unended > MAX_CELL_CHARACTERS * LONGEST_ESCAPE) throw new SheetError('TOO_LARGE');
      parser.write(piece);
    },
    end: () => void parser.close(),
  };
}

/** Characters that one character of a text can take in XML: `&#x4e2d;`. */
const LONGEST_ESCAPE = 8;

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

/** Reads a whole part through handlers. @throws SheetError CORRUPT */
export async function readPart(parts: WorkbookParts, path: string, handlers: XmlHandlers): Promise<void> {
  if (parts.sizeOf(path) > MAX_SMALL_PART) throw new SheetError('CORRUPT');
  const parser = xmlParser(handlers);
  for await (const text of decodePart(parts, path)) parser.write(text);
  parser.end();
}

/** The text of a part piece by piece; a damaged archive is a typed error wherever it shows. */
export async function* decodePart(parts: WorkbookParts, path: string): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  try {
    for await (const bytes of await parts.stream(path)) {
      decoder ??= new TextDecoder(xmlEncoding(bytes));
      yield decoder.decode(bytes, { stream: true });
    }
  } catch (error) {
    if (error instanceof SheetError) throw error;
    throw new SheetError('CORRUPT', { cause: error });
  }
  if (decoder) yield decoder.decode();
}

function xmlEncoding(head: Buffer): string {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  return head[0] === 0xfe && head[1] === 0xff ? 'utf-16be' : 'utf-8';
}

export interface Relationship {
  id: string;
  /** The last word of the type's address: `worksheet`, `sharedStrings`, … the same in both variants of the standard. */
  type: string;
  path: string;
}

/** The relationships of a part, their targets as paths in the archive; none when the part has none. */
export async function readRelationships(parts: WorkbookParts, ofPart: string): Promise<Relationship[]> {
  const slash = ofPart.lastIndexOf('/');
  const folder = ofPart.slice(0, slash + 1);
  const path = `${folder}_rels/${ofPart.slice(slash + 1)}.rels`;
  const found: Relationship[] = [];
  if (!parts.has(path)) return found;
  await readPart(parts, path, {
    open(name, attributes) {
      if (name !== 'Relationship' || attributes.TargetMode === 'External') return;
      const target = attributes.Target ?? '';
      found.push({
        id: attributes.Id ?? '',
        type: (attributes.Type ?? '').split('/').pop() ?? '',
        path: posix.normalize(target.startsWith('/') ? target : folder + target),
      });
    },
  });
  return found;
}
