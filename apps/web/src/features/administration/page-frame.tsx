import type { ReactNode } from 'react';
import { type AdministrationWord, useAdministrationWords } from './words.ts';

/** A page of the administration: its name, what it is for, and what can be done on it. */
export function PageFrame({
  title,
  intro,
  aside,
  children,
}: {
  title: AdministrationWord;
  intro: AdministrationWord;
  /** Stands beside the name. */
  aside?: ReactNode;
  children: ReactNode;
}) {
  const { word } = useAdministrationWords();
  return (
    <section className="stack admin-frame" aria-labelledby="admin-page-title">
      <header className="admin-head">
        <h2 id="admin-page-title">{word(title)}</h2>
        {aside}
      </header>
      <p className="quiet">{word(intro)}</p>
      {children}
    </section>
  );
}
