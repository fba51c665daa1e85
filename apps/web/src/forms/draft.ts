import dayjs, { isDayjs } from 'dayjs';
import { useCallback, useState } from 'react';
import { useViewer } from '../app/viewer.tsx';

/** What was typed into a form and not sent yet. */
export interface Draft {
  readonly typed: Readonly<Record<string, unknown>>;
  /** Under which it was tried to be sent: sent again, nothing is done twice. */
  readonly key: string;
  /** ISO 8601 */
  readonly at: string;
}

const PREFIX = 'huiyin-draft:';
const KEPT_DAYS = 14;

/** Moments and days as text that says what it is; files cannot be kept. */
function plain(value: unknown): unknown {
  if (isDayjs(value)) return { $moment: value.toISOString() };
  if (Array.isArray(value)) return value.some((each) => each?.originFileObj) ? undefined : value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, plain(each)]));
}

function revived(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(revived);
  if (typeof value !== 'object' || value === null) return value;
  if ('$moment' in value) return dayjs(String(value.$moment));
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, revived(each)]));
}

function read(name: string): Draft | undefined {
  try {
    const kept = JSON.parse(localStorage.getItem(name) ?? 'null') as Draft | null;
    return kept ? { ...kept, typed: revived(kept.typed) as Draft['typed'] } : undefined;
  } catch {
    return undefined;
  }
}

/** Forgets what was begun long ago; what cannot be read goes too. */
function prune(): void {
  const oldest = Date.now() - KEPT_DAYS * 86_400_000;
  for (const name of Object.keys(localStorage).filter((each) => each.startsWith(PREFIX))) {
    if (!(Date.parse(read(name)?.at ?? '') > oldest)) localStorage.removeItem(name);
  }
}

/**
 * Keeps what is typed in the browser until it is sent, so that neither a lost connection nor a closed tab costs it.
 * Of one member alone: whoever signs in next on the same machine does not find it.
 */
export function useDraft(form: string): {
  readonly found: Draft | undefined;
  readonly keep: (typed: Draft['typed']) => void;
  /** The key under which this very content is to be sent. */
  readonly key: () => string;
  readonly clear: () => void;
} {
  const { memberId } = useViewer();
  const name = `${PREFIX}${memberId}:${form}`;
  const [found, setFound] = useState(() => {
    prune();
    return read(name);
  });
  const [current] = useState(() => ({ key: found?.key ?? crypto.randomUUID() }));
  const keep = useCallback(
    (typed: Draft['typed']) => {
      // Other words are another call: they get a key of their own.
      current.key = crypto.randomUUID();
      const draft: Draft = {
        ...{ key: current.key, at: new Date().toISOString() },
        typed: plain(typed) as Draft['typed'],
      };
      try {
        localStorage.setItem(name, JSON.stringify(draft));
      } catch {
        // A full or forbidden store: the form itself still holds it.
      }
    },
    [name, current],
  );
  const clear = useCallback(() => {
    localStorage.removeItem(name);
    current.key = crypto.randomUUID();
    setFound(undefined);
  }, [name, current]);
  return { found, keep, key: useCallback(() => current.key, [current]), clear };
}
