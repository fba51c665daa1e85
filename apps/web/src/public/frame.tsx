import { useEffect } from 'react';
import { Link, Outlet, ScrollRestoration, useLocation } from 'react-router';
import { chooseLocale } from '../i18n/i18n.ts';
import { usePublicWords } from './words.ts';

/** Around every public page: where one is, the other language, and a way past both. */
export function Frame() {
  const { word, locale } = usePublicWords();
  const { pathname } = useLocation();
  useEffect(() => {
    // A new page begins at its heading, for those who cannot see that it changed.
    if (pathname) document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
  }, [pathname]);
  const other = locale === 'en' ? 'zh-CN' : 'en';
  return (
    <div className="public">
      <a className="skip" href="#main">
        {word('public.skip')}
      </a>
      <header className="top">
        <Link to="/o" className="brand">
          <Mark />
          {word('public.brand')}
        </Link>
        <button type="button" className="quiet" lang={other} onClick={() => chooseLocale(other)}>
          {word('public.language')}
        </button>
      </header>
      <main id="main">
        <Outlet />
      </main>
      <ScrollRestoration />
    </div>
  );
}

/** A word, and what comes back. */
function Mark() {
  return (
    <svg viewBox="0 0 32 32" className="mark" aria-hidden="true">
      <circle cx="16" cy="16" r="4" />
      <path d="M8.5 11a7.5 7.5 0 0 0 0 10M23.5 11a7.5 7.5 0 0 1 0 10" />
      <path d="M4 7.5a13 13 0 0 0 0 17M28 7.5a13 13 0 0 1 0 17" className="far" />
    </svg>
  );
}
