import { type FormEvent, useCallback, useEffect, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { AskError, ask } from '../api.ts';
import { Loading } from '../states.tsx';
import { Field } from '../submit/field.tsx';
import { useOffice } from '../with-office.tsx';
import { TrackDocument } from './generated/track.ts';
import type { Credentials, Matter } from './matter.ts';
import { MatterView } from './matter-view.tsx';
import { useTrackWords } from './words.ts';

/** Number and code from behind the #, as the receipt's link carries them. */
function fromHash(hash: string): { readonly number: string; readonly code: string } {
  const [number = '', code = ''] = hash.replace(/^#/, '').split('~');
  try {
    return { number: decodeURIComponent(number), code: decodeURIComponent(code) };
  } catch {
    return { number: '', code: '' };
  }
}

/** One's own complaint by number and code. Neither is kept: the device may be somebody else's. */
export function TrackPage() {
  const { word } = useTrackWords();
  const { slug } = useOffice();
  const { hash } = useLocation();
  const navigate = useNavigate();
  const [given, setGiven] = useState(() => fromHash(hash));
  const [matter, setMatter] = useState<Matter>();
  const [credentials, setCredentials] = useState<Credentials>();
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState('');

  const look = useCallback(
    async (number: string, code: string) => {
      setBusy(true);
      setTrouble('');
      try {
        const shown = { office: slug, number: number.trim(), code: code.trim() };
        const { publicMatter } = await ask(TrackDocument, { credentials: shown });
        if (publicMatter) {
          setCredentials(shown);
          setMatter(publicMatter);
        } else setTrouble(word('track.wrong'));
      } catch (error) {
        setTrouble(word(`public.${error instanceof AskError ? error.reason : 'failed'}`));
      } finally {
        setBusy(false);
      }
    },
    [slug, word],
  );
  useEffect(() => {
    const { number, code } = fromHash(hash);
    if (!number || !code) return;
    // Out of the address bar and the history as soon as it is read.
    void navigate(`/o/${slug}/track`, { replace: true });
    void look(number, code);
  }, [hash, look, navigate, slug]);

  if (matter && credentials) {
    return (
      <>
        <MatterView matter={matter} credentials={credentials} onChange={setMatter} />
        <button
          type="button"
          className="button"
          onClick={() => {
            setMatter(undefined);
            setGiven({ number: '', code: '' });
          }}
        >
          {word('track.another')}
        </button>
      </>
    );
  }
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (given.number.trim() && given.code.trim()) void look(given.number, given.code);
    else setTrouble(word('track.hint'));
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
            {trouble}
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
