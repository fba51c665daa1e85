import { Outlet, useOutletContext, useParams } from 'react-router';
import { useAsk } from './api.ts';
import { OfficeDocument, type OfficeQuery } from './generated/office.ts';
import { Loading, NoSuchOffice, Trouble } from './states.tsx';

export type Office = NonNullable<OfficeQuery['publicOffice']>;

/** The office of the address, for every page below it: read once, kept while somebody moves between them. */
export function WithOffice() {
  const { slug = '' } = useParams();
  const { data, error, retry } = useAsk(OfficeDocument, { slug });
  if (error && !data) return <Trouble reason={error.reason} retry={retry} />;
  if (!data) return <Loading />;
  return data.publicOffice ? <Outlet context={data.publicOffice} /> : <NoSuchOffice />;
}

export function useOffice(): Office {
  return useOutletContext<Office>();
}
