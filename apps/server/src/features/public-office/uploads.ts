import { randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { inLocale, type Localized, negotiateLocale } from '@huiyin/shared';
import { FileStore as TusFileStore } from '@tus/file-store';
import { Server } from '@tus/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { FileRefusedError, type FileStore } from '../../files/file-store.ts';
import { safeName } from '../../files/routes.ts';
import type { Routes } from '../../http/callers.ts';
import type { Database } from '../../tenancy/database.ts';
import type { Attempts } from './attempts.repository.ts';
import { rememberUpload } from './public-complaint.repository.ts';
import type { PublicOffices } from './public-offices.ts';

/** The largest file of the public, in bytes: a minute of video from a telephone. */
export const LARGEST_PUBLIC_FILE = 32 * 1_048_576;
/** Files with one complaint, or one addition to it. */
export const MOST_PUBLIC_FILES = 10;
const PATH = '/public/files';
const CLIENT_HEADER = 'x-huiyin-client';
/** Half-sent files are given up after this long. */
const GIVEN_UP_AFTER_MS = 24 * 3_600_000;
const STATUS_OF_REFUSED = { TOO_LARGE: 413, TYPE_NOT_ALLOWED: 415, EMPTY: 400 } as const;

/** Files of the public: sent in pieces (tus), so that a lost connection loses nothing, and then kept by what they hold. */
export class PublicUploads {
  readonly #database: Database;
  readonly #files: FileStore;
  readonly attempts: Attempts;
  readonly folder: string;

  constructor(options: {
    readonly database: Database;
    readonly files: FileStore;
    readonly attempts: Attempts;
    readonly folder: string;
  }) {
    this.#database = options.database;
    this.#files = options.files;
    this.attempts = options.attempts;
    this.folder = options.folder;
  }

  /** Keeps a file that has come in whole, under the name that only its sender knows. @throws FileRefusedError */
  async keep(upload: {
    readonly tenantId: string;
    readonly id: string;
    readonly name: string;
  }): Promise<void> {
    const { tenantId, id, name } = upload;
    const path = join(this.folder, id);
    const { sha256 } = await this.#files.put(
      { tenantId },
      { stream: createReadStream(path), name, largestBytes: LARGEST_PUBLIC_FILE },
    );
    await rememberUpload(this.#database, { tenantId, id, sha256, name });
    await rm(path, { force: true });
  }
}

/**
 * `/public/files`: the tus protocol (https://tus.io), creation and continuation alone. The name of the office and of
 * the file stand in the metadata; what comes back is a name for the file that nobody can guess.
 */
export function uploadRoutes(options: {
  readonly offices: PublicOffices;
  readonly uploads: PublicUploads;
}): Routes {
  const { offices, uploads } = options;
  return async (app: FastifyInstance) => {
    await mkdir(uploads.folder, { recursive: true });
    const tus = tusServer(offices, uploads);
    app.addContentTypeParser('application/offset+octet-stream', (_request, _payload, done) => done(null));
    const pass = async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
      reply.hijack();
      // Set by us alone: a caller cannot choose by which address it is counted, nor which method it means.
      request.raw.headers[CLIENT_HEADER] = request.ip;
      delete request.raw.headers['x-http-method-override'];
      reply.raw.setHeader('x-content-type-options', 'nosniff');
      await tus.handle(request.raw, reply.raw);
    };
    app.route({ method: ['POST', 'OPTIONS'], url: PATH, handler: pass });
    // No GET: what was sent cannot be had back here.
    app.route({
      method: ['HEAD', 'PATCH', 'DELETE'],
      url: `${PATH}/:id`,
      exposeHeadRoute: false,
      handler: pass,
    });
  };
}

function tusServer(offices: PublicOffices, uploads: PublicUploads): Server {
  const store = new TusFileStore({
    directory: uploads.folder,
    expirationPeriodInMilliseconds: GIVEN_UP_AFTER_MS,
  });
  const officeOf = async (metadata: Record<string, string | null> | undefined): Promise<string> => {
    const found = await offices.find(metadata?.['office'] ?? '');
    if (!found) throw { status_code: 404, body: 'There is no such office.' };
    return found.office.tenantId;
  };
  return new Server({
    path: PATH,
    datastore: store,
    maxSize: LARGEST_PUBLIC_FILE,
    relativeLocation: true,
    namingFunction: () => randomBytes(24).toString('base64url'),
    onUploadCreate: async (request, upload) => {
      const tenantId = await officeOf(upload.metadata);
      const attempt = { tenantId, kind: 'UPLOAD', subject: addressOf(request) } as const;
      if (await uploads.attempts.areTooMany(attempt)) {
        throw { status_code: 429, body: say(TOO_MANY, request) };
      }
      await uploads.attempts.note([attempt]);
      await store.deleteExpired();
      return {};
    },
    onUploadFinish: async (request, upload) => {
      const tenantId = await officeOf(upload.metadata);
      try {
        await uploads.keep({ tenantId, id: upload.id, name: safeName(upload.metadata?.['name'] ?? '') });
      } catch (error) {
        if (!(error instanceof FileRefusedError)) throw error;
        await store.remove(upload.id).catch(() => undefined);
        throw { status_code: STATUS_OF_REFUSED[error.code], body: say(error.text, request) };
      }
      return {};
    },
  });
}

interface Asking {
  readonly headers: Pick<Headers, 'get'>;
}

function addressOf({ headers }: Asking): string {
  return headers.get(CLIENT_HEADER) ?? '';
}

function say(text: Localized, { headers }: Asking): string {
  return inLocale(text, negotiateLocale(headers.get('accept-language') ?? undefined));
}

const TOO_MANY: Localized = {
  zh: '上传次数过多，请过一会儿再试。',
  en: 'Too many files. Try again a little later.',
};
