import { Link } from 'react-router';
import type { AskError } from './api.ts';
import { usePublicWords } from './words.ts';

/** The page's shape while it comes. */
export function Loading() {
  const { word } = usePublicWords();
  return (
    <div className="skeleton" role="status" aria-label={word('public.loading')}>
      <span className="bone title" />
      <span className="bone" />
      <span className="bone" />
      <span className="bone block" />
    </div>
  );
}

/** What went wrong, and what to do. */
export function Trouble({ reason, retry }: { reason: AskError['reason']; retry?: () => void }) {
  const { word } = usePublicWords();
  return (
    <div className="notice bad" role="alert">
      <p>{word(`public.${reason}`)}</p>
      {retry ? (
        <button type="button" className="button" onClick={retry}>
          {word('public.retry')}
        </button>
      ) : null}
    </div>
  );
}

export function NoSuchOffice() {
  const { word } = usePublicWords();
  return (
    <div className="notice">
      <p>{word('public.noSuchOffice')}</p>
      <Link to="/o" className="button">
        {word('public.toOffices')}
      </Link>
    </div>
  );
}
