import { type FormEvent, useCallback, useEffect, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { AskError, ask } from '../api.ts';
import { usePageTitle } from '../page-title.ts';
import { Loading } from '../states.tsx';
import { Field } from '../submit/field.tsx';
import { useOffice } from '../with-office.tsx';
import { TrackDocument } from './generated/track.ts';
import type { Credentials, Matter } from './matter.ts';
import { MatterView } from './matter-view.tsx';
import { useTrackWords } from './words.ts';
import '../submit/submit.css';
import './track.css';

/** Number and code from behind the #, as the receipt's link carries them. */
function fromHash(hash: string): { readonly number: string; readonly code: string } {
  const [number = '', code = ''] = hash.replace(/^#/, '').split('~');
  try {
    return { number: decodeURIComponent(number), code: decodeURIComponent(code) };
  } catch {
    return { number: '', code: '' };
  }
}

type Trouble = 'track.wrong' | 'track.hint' | `public.${AskError['reason']}`;

/** What is being looked at, in the entry of this tab's history. */
interface Kept {
  readonly number: string;
  readonly code: string;
}

/**
 * One's own complaint by number and code. They are kept with this page of this tab, so that it can be loaded again or in
 * the other language, and nowhere else: the device may be somebody else's.
 */
export function TrackPage() {
  const { word } = useTrackWords();
  const { slug, name } = useOffice();
  const { hash, state } = useLocation();
  const kept = state as Kept | null;
  const navigate = useNavigate();
  const [given, setGiven] = useState(() => fromHash(hash));
  const [matter, setMatter] = useState<Matter>();
  const [credentials, setCredentials] = useState<Credentials>();
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>();
  usePageTitle(matter ? `${matter.number} ${matter.stageLabel}` : word('track.title'), name);

  const look = useCallback(
    async (number: string, code: string) => {
      setBusy(true);
      setTrouble(undefined);
      try {
        const shown = { office: slug, number: number.trim(), code: code.trim() };
        const { publicMatter } = await ask(TrackDocument, { credentials: shown });
        if (publicMatter) {
          setCredentials(shown);
          setMatter(publicMatter);
        } else setTrouble('track.wrong');
      } catch (error) {
        setTrouble(`public.${error instanceof AskError ? error.reason : 'failed'}`);
      } finally {
        setBusy(false);
      }
    },
    [slug],
  );
  useEffect(() => {
    const { number, code } = fromHash(hash);
    // Out of the address bar as soon as it is read.
    if (number && code)
      void navigate(`/o/${slug}/track`, { replace: true, state: { number, code } satisfies Kept });
    else if (kept) void look(kept.number, kept.code);
    else setMatter(undefined);
  }, [hash, kept, look, navigate, slug]);

  if (matter && credentials) {
    return (
      <>
        <MatterView matter={matter} credentials={credentials} onChange={setMatter} />
        <button
          type="button"
          className="button"
          onClick={() => {
            setGiven({ number: '', code: '' });
            void navigate(`/o/${slug}/track`, { replace: true });
          }}
        >
          {word('track.another')}
        </button>
      </>
    );
  }
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { number, code } = given;
    // Carried out where it is read again: above.
    if (number.trim() && code.trim())
      void navigate(`/o/${slug}/track`, { replace: true, state: { number, code } satisfies Kept });
    else setTrouble('track.hint');
  };
  return (
    <form className="form" noValidate onSubmit={submit}>
      <h1 tabIndex={-1}>{word('track.title')}</h1>
      <p className="lead">{word('track.hint')}</p>
      <Field id="number" label={word('track.number')} required>
        {(described) => (
          <input
            {...described}
            type="text"
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            value={given.number}
            onChange={({ target }) => setGiven({ ...given, number: target.value })}
          />
        )}
      </Field>
      <Field id="code" label={word('track.code')} required>
        {(described) => (
          <input
            {...described}
            type="text"
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            value={given.code}
            onChange={({ target }) => setGiven({ ...given, code: target.value })}
          />
        )}
      </Field>
      <div className="foot">
        {trouble ? (
          <p className="wrong" role="alert">
            {word(trouble)}
          </p>
        ) : null}
        <button type="submit" className="button main" disabled={busy}>
          {word(busy ? 'public.loading' : 'track.look')}
        </button>
      </div>
      {busy && !trouble ? <Loading /> : null}
    </form>
  );
}
