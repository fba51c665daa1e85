import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { TenantActor } from '@huiyin/domain';
import type { Localized } from '@huiyin/shared';
import { Disk } from 'flydrive';
import { FSDriver } from 'flydrive/drivers/fs';
import type { Database } from '../tenancy/database.ts';
import { mediaTypeOf } from './media-type.ts';

/** A file of an organisation, known by what it holds. */
export interface StoredFile {
  /** Hex SHA-256 of the bytes. */
  readonly sha256: string;
  readonly name: string;
  /** As its bytes say, not its name. */
  readonly mediaType: string;
  readonly bytes: number;
}

/** A file that is not taken: what is wrong and what to do. */
export class FileRefusedError extends Error {
  override readonly name = 'FileRefusedError';
  readonly code: 'TOO_LARGE' | 'TYPE_NOT_ALLOWED' | 'EMPTY';
  readonly text: Localized;

  constructor(code: FileRefusedError['code'], text: Localized) {
    super(text.en);
    this.code = code;
    this.text = text;
  }
}

/** What a verification of files found. */
export interface FileVerification {
  /** Files looked at. */
  readonly files: number;
  readonly faults: readonly {
    readonly sha256: string;
    readonly fault: 'FILE_MISSING' | 'FILE_CHANGED';
  }[];
}

type Actor = Pick<TenantActor, 'tenantId'>;

/** Bytes needed to tell the type of a file. */
const HEAD_BYTES = 4_100;

/**
 * Evidence and spreadsheets, stored once by what they hold, each organisation's apart. The bytes lie in a folder, or
 * wherever a flydrive driver puts them; which of them belong to an organisation stands in the database.
 */
export class FileStore {
  readonly #database: Database;
  readonly #disk: Disk;
  readonly #incoming: string;

  constructor(options: { readonly database: Database; readonly folder: string }) {
    this.#database = options.database;
    this.#disk = new Disk(new FSDriver({ location: options.folder, visibility: 'private' }));
    this.#incoming = join(options.folder, 'incoming');
  }

  /**
   * Keeps a file. It is written aside and made durable before anything refers to it.
   * @throws FileRefusedError
   */
  async put(
    actor: Actor,
    file: { readonly stream: Readable; readonly name: string; readonly largestBytes: number },
  ): Promise<StoredFile> {
    await mkdir(this.#incoming, { recursive: true });
    const path = join(this.#incoming, randomUUID());
    try {
      const { sha256, bytes, head } = await receive(file.stream, path, file.largestBytes);
      if (bytes === 0) throw new FileRefusedError('EMPTY', EMPTY);
      const mediaType = await mediaTypeOf(head, file.name);
      if (!mediaType) throw new FileRefusedError('TYPE_NOT_ALLOWED', NOT_ALLOWED);
      const key = keyOf(actor, sha256);
      if (!(await this.#disk.exists(key))) await this.#disk.moveFromFs(path, key);
      const stored = { sha256, bytes, mediaType, name: file.name };
      await this.#record(actor, stored);
      return stored;
    } finally {
      await rm(path, { force: true });
    }
  }

  /** What is known of a file of the organisation; nothing for another's. */
  async find(actor: Actor, sha256: string): Promise<StoredFile | undefined> {
    const [row] = await this.#database.readInTenant<{ name: string; media_type: string; bytes: string }>(
      actor,
      {
        name: 'file.find',
        text: 'select name, media_type, bytes from stored_file where sha256 = $1',
        values: [sha256],
      },
    );
    return row && { sha256, name: row.name, mediaType: row.media_type, bytes: Number(row.bytes) };
  }

  /** Whether the bytes of a file of the organisation are there. */
  holds(actor: Actor, sha256: string): Promise<boolean> {
    return this.#disk.exists(keyOf(actor, sha256));
  }

  /** The bytes of a file of the organisation. @throws when there are none */
  open(actor: Actor, sha256: string): Promise<Readable> {
    return this.#disk.getStream(keyOf(actor, sha256));
  }

  /** Takes away the bytes of files that nothing of the organisation refers to any more. */
  async remove(actor: Actor, hashes: readonly string[]): Promise<void> {
    for (const sha256 of hashes) await this.#disk.delete(keyOf(actor, sha256));
  }

  /** Hashes every file of the organisation anew, and names those that are gone or no longer what they were. */
  async verify(actor: Actor): Promise<FileVerification> {
    const rows = await this.#database.readInTenant<{ sha256: string }>(actor, {
      name: 'file.all',
      text: 'select sha256 from stored_file order by sha256',
      values: [],
    });
    const faults: FileVerification['faults'][number][] = [];
    for (const { sha256 } of rows) {
      const fault = await this.#faultOf(actor, sha256);
      if (fault) faults.push({ sha256, fault });
    }
    return { files: rows.length, faults };
  }

  async #faultOf(actor: Actor, sha256: string): Promise<'FILE_MISSING' | 'FILE_CHANGED' | undefined> {
    if (!(await this.holds(actor, sha256))) return 'FILE_MISSING';
    const hash = createHash('sha256');
    for await (const chunk of await this.open(actor, sha256)) hash.update(chunk as Buffer);
    return hash.digest('hex') === sha256 ? undefined : 'FILE_CHANGED';
  }

  #record(actor: Actor, { sha256, bytes, mediaType, name }: StoredFile): Promise<void> {
    return this.#database.inTenant(actor, async (tx) => {
      await tx.query({
        name: 'file.record',
        text: `insert into stored_file (tenant_id, sha256, media_type, bytes, name, created_at)
          values ($1, $2, $3, $4, $5, now()) on conflict (tenant_id, sha256) do nothing`,
        values: [tx.tenantId, sha256, mediaType, bytes, name],
      });
    });
  }
}

const EMPTY: Localized = {
  zh: '文件是空的。请检查是否选错了文件。',
  en: 'The file is empty. Check that it is the right one.',
};
const NOT_ALLOWED: Localized = {
  zh: '不接受这种文件。请上传图片、PDF、Office 文档、音频、视频、文本或表格文件。',
  en: 'Files of this kind are not taken. Upload a picture, PDF, office document, recording, text or spreadsheet.',
};

function tooLarge(largestBytes: number): FileRefusedError {
  const megabytes = Math.floor(largestBytes / 1_048_576);
  return new FileRefusedError('TOO_LARGE', {
    zh: `文件超过 ${megabytes} MB。请压缩或分成几个文件后再上传。`,
    en: `The file is larger than ${megabytes} MB. Compress it, or upload it in parts.`,
  });
}

function keyOf({ tenantId }: Actor, sha256: string): string {
  // It becomes a path: nothing but a hash may.
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('That is no file.');
  return `${tenantId}/${sha256.slice(0, 2)}/${sha256}`;
}

/** Writes a stream to a file that survives a power cut, and tells what went through. */
async function receive(
  stream: Readable,
  path: string,
  largestBytes: number,
): Promise<{ sha256: string; bytes: number; head: Buffer }> {
  const hash = createHash('sha256');
  let bytes = 0;
  let head = Buffer.alloc(0);
  const watch = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (bytes > largestBytes) return done(tooLarge(largestBytes));
      hash.update(chunk);
      if (head.length < HEAD_BYTES) head = Buffer.concat([head, chunk.subarray(0, HEAD_BYTES - head.length)]);
      done(null, chunk);
    },
  });
  await pipeline(stream, watch, createWriteStream(path, { mode: 0o600 }));
  const handle = await open(path, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
  return { sha256: hash.digest('hex'), bytes, head };
}
