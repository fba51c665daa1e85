import { useCallback, useEffect, useRef } from 'react';
import { ask } from '../api.ts';
import { CaptchaDocument } from './generated/submit.ts';

/** A little less than the two hours that a challenge lives. */
const FRESH_MS = 100 * 60_000;

interface Proof {
  readonly solved: Promise<string>;
  readonly at: number;
}

/**
 * The proof of work, begun while somebody still writes, so that they never wait for it. `prove` gives it; after a refusal
 * `prove(true)` begins a new one.
 */
export function useProof(office: string): (anew?: boolean) => Promise<string> {
  const current = useRef<Proof | undefined>(undefined);
  const begin = useCallback((): Proof => {
    const proof = { solved: solve(office), at: Date.now() };
    // Without a connection it is begun again when it is wanted.
    proof.solved.catch(() => {
      if (current.current === proof) current.current = undefined;
    });
    current.current = proof;
    return proof;
  }, [office]);
  useEffect(() => void begin(), [begin]);
  return useCallback(
    (anew = false) => {
      const { current: known } = current;
      return (known && !anew && Date.now() - known.at < FRESH_MS ? known : begin()).solved;
    },
    [begin],
  );
}

async function solve(office: string): Promise<string> {
  const { publicCaptcha: challenge } = await ask(CaptchaDocument, { office });
  if (!challenge) return '';
  const worker = new Worker(new URL('./proof.worker.ts', import.meta.url), { type: 'module' });
  try {
    return await new Promise<string>((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<string>) => resolve(data);
      worker.onerror = () => reject(new Error('The proof of work failed.'));
      worker.postMessage(challenge);
    });
  } finally {
    worker.terminate();
  }
}
