import { useQuery } from '@apollo/client/react';
import { Failure, Loading } from '../../app/states.tsx';
import { PersonRequestsDocument } from './generated/person-requests.ts';
import { RequestForm } from './request-form.tsx';
import { RequestList } from './request-list.tsx';
import './person-requests.css';
import { usePersonRequestWords } from './words.ts';

/** What people ask of their personal data: taken in, answered until a day, each complaint with what became of it. */
export function PersonRequestsPage() {
  const { word } = usePersonRequestWords();
  const { data, error, refetch } = useQuery(PersonRequestsDocument, { fetchPolicy: 'cache-and-network' });
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  return (
    <div className="stack person-requests">
      <h1 className="page-title">{word('person.title')}</h1>
      <p className="quiet">{word('person.intro')}</p>
      <RequestForm onOpened={() => void refetch()} />
      <h2>{word('person.list')}</h2>
      {data ? <RequestList requests={data.personRequests} /> : <Loading />}
    </div>
  );
}
