import { useCallback, useEffect, useRef, useState } from 'react';
import type { Upload } from 'tus-js-client';
import { currentLocale } from '../i18n/i18n.ts';
import { randomUuid } from './api.ts';
import type { DraftFile } from './submit/draft.ts';

const ENDPOINT = '/public/files';
/** After each of these the connection is tried again; then it waits to be back. */
const RETRIES_MS = [0, 1_000, 3_000, 5_000, 10_000];
const PIECE_BYTES = 2 * 1_048_576;

/** A file on its way. */
export interface Sending {
  readonly key: string;
  readonly name: string;
  readonly bytes: number;
  readonly sent: number;
  readonly state: 'sending' | 'waiting' | 'refused';
  readonly message: string;
}

export interface Uploads {
  readonly sending: readonly Sending[];
  readonly send: (files: readonly File[]) => void;
  readonly drop: (key: string) => void;
  readonly resume: (key: string) => void;
}

/**
 * Sends files in pieces (tus): what was sent before a connection was lost is not sent again. `onDone` is told of each
 * that is there whole.
 */
export function useUploads(options: {
  readonly office: string;
  readonly largestBytes: number;
  readonly tooLarge: string;
  readonly onDone: (file: DraftFile) => void;
}): Uploads {
  const { office, largestBytes, tooLarge, onDone } = options;
  const [sending, setSending] = useState<readonly Sending[]>([]);
  const uploads = useRef(new Map<string, Upload>());
  const done = useRef(onDone);
  done.current = onDone;

  const change = useCallback((key: string, part: Partial<Sending>) => {
    setSending((before) => before.map((each) => (each.key === key ? { ...each, ...part } : each)));
  }, []);
  const drop = useCallback((key: string) => {
    void uploads.current.get(key)?.abort();
    uploads.current.delete(key);
    setSending((before) => before.filter((each) => each.key !== key));
  }, []);
  const resume = useCallback(
    (key: string) => {
      change(key, { state: 'sending' });
      uploads.current.get(key)?.start();
    },
    [change],
  );

  const begin = useCallback(
    async (key: string, file: File) => {
      // Comes when the first file is chosen, and not before.
      const { Upload: TusUpload, DetailedError } = await import('tus-js-client');
      const upload = new TusUpload(file, {
        endpoint: ENDPOINT,
        chunkSize: PIECE_BYTES,
        retryDelays: RETRIES_MS,
        metadata: { office, name: file.name },
        headers: { 'accept-language': currentLocale() },
        storeFingerprintForResuming: false,
        onProgress: (sent) => change(key, { sent, state: 'sending' }),
        onError: (error) => {
          const response = error instanceof DetailedError ? error.originalResponse : null;
          const refused = response !== null && response.getStatus() >= 400 && response.getStatus() < 500;
          change(key, refused ? { state: 'refused', message: response.getBody() } : { state: 'waiting' });
        },
        onSuccess: () => {
          done.current({ id: upload.url?.split('/').at(-1) ?? '', name: file.name, bytes: file.size });
          uploads.current.delete(key);
          setSending((before) => before.filter((each) => each.key !== key));
        },
      });
      uploads.current.set(key, upload);
      upload.start();
    },
    [office, change],
  );

  const send = useCallback(
    (files: readonly File[]) => {
      for (const file of files) {
        const key = randomUuid();
        const refused = file.size > largestBytes;
        setSending((before) => [
          ...before,
          {
            ...{ key, name: file.name, bytes: file.size, sent: 0 },
            state: refused ? 'refused' : 'sending',
            message: refused ? tooLarge : '',
          },
        ]);
        if (!refused) void begin(key, file).catch(() => change(key, { state: 'waiting' }));
      }
    },
    [begin, change, largestBytes, tooLarge],
  );

  useEffect(() => {
    const back = () => {
      for (const upload of uploads.current.values()) upload.start();
    };
    window.addEventListener('online', back);
    return () => window.removeEventListener('online', back);
  }, []);
  return { sending, send, drop, resume };
}
