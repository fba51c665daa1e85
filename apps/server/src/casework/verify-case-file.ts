import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { type CaseFileManifest, EVENTS, type EventLine, MANIFEST, SUMS, sha256Of } from './case-file.ts';
import { eventHash } from './event-chain.ts';
import { isAsSealed } from './sealing.ts';

/** Something in a case file that is not as it was written. */
export interface CaseFileFault {
  /** The entry; of a broken chain `02-events.ndjson #7`. */
  readonly entry: string;
  readonly fault: 'CHANGED' | 'MISSING' | 'ADDED' | 'UNREADABLE' | 'CHAIN_BROKEN';
}

export interface CaseFileVerification {
  /** Absent where it cannot be read. */
  readonly manifest: CaseFileManifest | undefined;
  /** Events whose links hold. */
  readonly events: number;
  readonly faults: readonly CaseFileFault[];
}

/** Small entries, read whole; of the others only the hash is wanted. */
const KEPT: readonly string[] = [MANIFEST, SUMS, EVENTS];

/** Goes through an archive on disk: every entry against its hash, and every event against its link in the chain. */
export async function verifyCaseFile(path: string): Promise<CaseFileVerification> {
  const zip = await openPromise(path, { strictFileNames: true }).catch(() => undefined);
  if (!zip) return { manifest: undefined, events: 0, faults: [{ entry: path, fault: 'UNREADABLE' }] };
  const faults: CaseFileFault[] = [];
  const hashes = new Map<string, string>();
  const kept = new Map<string, Buffer>();
  try {
    for await (const entry of zip.eachEntry()) {
      const { fileName } = entry;
      try {
        const { sha256, content } = await contentOf(zip, entry);
        hashes.set(fileName, sha256);
        if (content) kept.set(fileName, content);
      } catch {
        hashes.set(fileName, '');
        faults.push({ entry: fileName, fault: 'UNREADABLE' });
      }
    }
  } catch {
    faults.push({ entry: path, fault: 'UNREADABLE' });
  }
  const manifest = manifestIn(kept.get(MANIFEST));
  const sums = sumsIn(kept.get(SUMS)?.toString() ?? '');
  const expected = new Map([
    ...sums,
    ...(manifest?.entries ?? []).map(({ path: name, sha256 }) => [name, sha256] as const),
  ]);
  if (!hashes.has(SUMS)) faults.push({ entry: SUMS, fault: 'MISSING' });
  if (!manifest || !sums.has(MANIFEST)) faults.push({ entry: MANIFEST, fault: 'UNREADABLE' });
  for (const [name, sha256] of expected) {
    const found = hashes.get(name);
    if (found === undefined) faults.push({ entry: name, fault: 'MISSING' });
    else if (found !== '' && found !== sha256) faults.push({ entry: name, fault: 'CHANGED' });
    // One list was changed with its entry, or the list itself.
    else if (sums.get(name) !== sha256) faults.push({ entry: SUMS, fault: 'CHANGED' });
  }
  for (const name of hashes.keys()) {
    if (name !== SUMS && !expected.has(name)) faults.push({ entry: name, fault: 'ADDED' });
  }
  const chain = chainOf(kept.get(EVENTS)?.toString() ?? '', manifest);
  return { manifest, events: chain.events, faults: [...faults, ...chain.faults] };
}

async function contentOf(
  zip: ZipFile,
  entry: Entry,
): Promise<{ readonly sha256: string; readonly content?: Buffer }> {
  const stream = await zip.openReadStreamPromise(entry);
  if (KEPT.includes(entry.fileName)) {
    const content = await buffer(stream);
    return { sha256: sha256Of(content), content };
  }
  const hash = createHash('sha256');
  for await (const chunk of stream) hash.update(chunk as Buffer);
  return { sha256: hash.digest('hex') };
}

function manifestIn(content: Buffer | undefined): CaseFileManifest | undefined {
  try {
    const read = JSON.parse(content?.toString() ?? '') as CaseFileManifest;
    return read.format === 'huiyin-case-file/1' && Array.isArray(read.entries) ? read : undefined;
  } catch {
    return undefined;
  }
}

function sumsIn(text: string): ReadonlyMap<string, string> {
  return new Map(
    [...text.matchAll(/^([0-9a-f]{64}) {2}(.+)$/gm)].map(([, sha256 = '', name = '']) => [name, sha256]),
  );
}

/** Goes along the chain up to the head that the manifest names. */
function chainOf(
  lines: string,
  manifest: CaseFileManifest | undefined,
): Pick<CaseFileVerification, 'events' | 'faults'> {
  let previous: EventLine | undefined;
  const broken = (seq: number) => ({
    events: seq - 1,
    faults: [{ entry: `${EVENTS} #${seq}`, fault: 'CHAIN_BROKEN' as const }],
  });
  for (const text of lines.split('\n').filter(Boolean)) {
    const seq: number = (previous?.seq ?? 0) + 1;
    const line = lineIn(text);
    const follows = line?.seq === seq && line.previousHash === (previous?.hash ?? null);
    if (!line || !follows || !isWhole(line)) return broken(seq);
    previous = line;
  }
  const events = previous?.seq ?? 0;
  const head = manifest?.chainHead;
  return head?.seq === events && head.hash === previous?.hash ? { events, faults: [] } : broken(events + 1);
}

function lineIn(text: string): EventLine | undefined {
  try {
    return JSON.parse(text) as EventLine;
  } catch {
    return undefined;
  }
}

/** Whether an event is what its hash says, and its words, where they are there, what it commits to. */
function isWhole({ event, said, salt, previousHash, hash }: EventLine): boolean {
  if (!event) return said === null;
  const before = previousHash === null ? null : Buffer.from(previousHash, 'hex');
  if (eventHash({ ...event, previousHash: before }).toString('hex') !== hash) return false;
  return said === null || isAsSealed({ data: event.data, said, salt: Buffer.from(salt ?? '', 'hex') });
}
