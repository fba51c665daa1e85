import { Link, Outlet, useOutletContext, useParams } from 'react-router';
import { useAsk } from './api.ts';
import { OfficeDocument, type OfficeQuery } from './generated/office.ts';
import { PhoneLink } from './phone-link.tsx';
import { Loading, NoSuchOffice, Trouble } from './states.tsx';
import { usePublicWords } from './words.ts';

export type Office = NonNullable<OfficeQuery['publicOffice']>;

/** The office of the address, for every page below it: read once, kept while somebody moves between them. */
export function WithOffice() {
  const { slug = '' } = useParams();
  const { data, error, retry } = useAsk(OfficeDocument, { slug });
  if (error && !data) return <Trouble reason={error.reason} retry={retry} />;
  if (!data) return <Loading />;
  const { publicOffice: office } = data;
  if (!office) return <NoSuchOffice />;
  return (
    <>
      <Outlet context={office} />
      <Foot office={office} />
    </>
  );
}

export function useOffice(): Office {
  return useOutletContext<Office>();
}

/** Below every page of an office: where to turn from here. */
function Foot({ office }: { readonly office: Office }) {
  const { word } = usePublicWords();
  const { slug, name, phone, hours } = office;
  return (
    <footer className="bottom no-print">
      <nav aria-label={name}>
        <Link to={`/o/${slug}`}>{word('public.home')}</Link>
        <Link to={`/o/${slug}/track`}>{word('public.track')}</Link>
        <Link to={`/o/${slug}#law`}>{word('public.law')}</Link>
      </nav>
      <p>
        {name}
        {phone ? (
          <>
            {' · '}
            <PhoneLink phone={phone} />
          </>
        ) : null}
      </p>
      {hours ? <p>{hours}</p> : null}
    </footer>
  );
}
