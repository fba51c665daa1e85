import multipart from '@fastify/multipart';
import { HttpError, type Routes } from '../http/callers.ts';
import type { FileStore } from './file-store.ts';

/** The largest file, in bytes: long recordings and a year's register fit. */
export const LARGEST_FILE = 64 * 1_048_576;

/** `POST /files`: keeps one file (multipart, field `file`) and answers with its hash, by which mutations name it. */
export function fileRoutes(files: FileStore): Routes {
  return async (app, callers) => {
    await app.register(multipart, { limits: { files: 1, fields: 4, fileSize: LARGEST_FILE + 1 } });
    app.post('/files', async (request, reply) => {
      const actor = await callers.actorOf(request);
      const part = request.isMultipart() ? await request.file() : undefined;
      if (!part) {
        throw new HttpError(400, 'BAD_REQUEST', {
          zh: '请以 multipart/form-data 上传一个文件（字段名 file）。',
          en: 'Upload one file as multipart/form-data, in a field named file.',
        });
      }
      const stored = await files.put(actor, {
        stream: part.file,
        name: safeName(part.filename),
        largestBytes: LARGEST_FILE,
      });
      const { sha256: file, name, mediaType, bytes } = stored;
      return reply.status(201).send({ file, name, mediaType, bytes });
    });
  };
}

/** The last part of a path, without control characters, short enough for every file system. */
export function safeName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  return last.replace(/\p{Cc}/gu, '').slice(-200) || 'file';
}

/** Always to be saved, never shown in our own origin: `attachment` with the name in UTF-8 (RFC 6266). */
export function attachment(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\]/g, '_');
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`;
}
