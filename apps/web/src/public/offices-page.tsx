import { useState } from 'react';
import { Link } from 'react-router';
import { useAsk } from './api.ts';
import { OfficesDocument } from './generated/office.ts';
import { usePageTitle } from './page-title.ts';
import { Loading, Trouble } from './states.tsx';
import { usePublicWords } from './words.ts';

/** More offices than this want a search. */
const SEARCHED_FROM = 8;

/** All offices, for those who do not know where to go. */
export function OfficesPage() {
  const { word } = usePublicWords();
  const { data, error, retry } = useAsk(OfficesDocument, {});
  const [wanted, setWanted] = useState('');
  usePageTitle(word('public.offices'));
  if (error) return <Trouble reason={error.reason} retry={retry} />;
  if (!data) return <Loading />;
  const offices = data.publicOffices;
  const found = offices.filter(({ name, introduction, sector }) =>
    `${name} ${introduction} ${sector.label}`.toLowerCase().includes(wanted.trim().toLowerCase()),
  );
  return (
    <>
      <h1 tabIndex={-1}>{word('public.offices')}</h1>
      <p className="lead">{word(offices.length > 0 ? 'public.officesHint' : 'public.noOffices')}</p>
      {offices.length >= SEARCHED_FROM ? (
        <label className="field">
          <span>{word('public.findOffice')}</span>
          <input type="search" value={wanted} onChange={({ target }) => setWanted(target.value)} />
        </label>
      ) : null}
      <ul className="cards">
        {found.map(({ slug, name, introduction, sector }) => (
          <li key={slug}>
            <Link to={`/o/${slug}`} className="card">
              <small>{sector.label}</small>
              <strong>{name}</strong>
              <span>{introduction}</span>
            </Link>
          </li>
        ))}
      </ul>
      {offices.length > 0 && found.length === 0 ? <p role="status">{word('public.noMatch')}</p> : null}
    </>
  );
}
