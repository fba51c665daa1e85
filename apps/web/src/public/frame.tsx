import { useEffect } from 'react';
import { Link, Outlet, ScrollRestoration, useLocation } from 'react-router';
import { chooseLocale } from '../i18n/i18n.ts';
import { usePublicWords } from './words.ts';

/** Around every public page: where one is, the other language, and a way past both. */
export function Frame() {
  const { word, locale } = usePublicWords();
  const { pathname } = useLocation();
  useEffect(() => {
    document.title = word('public.brand');
    // A new page begins at its heading, for those who cannot see that it changed.
    if (pathname) document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
  }, [pathname, word]);
  const other = locale === 'en' ? 'zh-CN' : 'en';
  return (
    <div className="public">
      <a className="skip" href="#main">
        {word('public.skip')}
      </a>
      <header className="top">
        <Link to="/o" className="brand">
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
