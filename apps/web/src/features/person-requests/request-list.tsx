import { useMutation } from '@apollo/client/react';
import { App, Button, Flex, Popconfirm } from 'antd';
import { Link } from 'react-router';
import { download } from '../../app/download.ts';
import { momentText } from '../../app/moments.ts';
import {
  PersonRequestCompleteDocument,
  PersonRequestEraseDocument,
  type PersonRequestPartsFragment,
} from './generated/person-requests.ts';
import { usePersonRequestWords } from './words.ts';

type Request = PersonRequestPartsFragment;

/** Requests, the newest first, each with its complaints and what became of them. */
export function RequestList({ requests }: { requests: readonly Request[] }) {
  const { word } = usePersonRequestWords();
  if (requests.length === 0) return <p className="quiet">{word('person.none')}</p>;
  return (
    <ul className="person-rows">
      {requests.map((request) => (
        <li key={request.id} className="person-card">
          <RequestCard request={request} />
        </li>
      ))}
    </ul>
  );
}

function RequestCard({ request }: { request: Request }) {
  const { word, locale } = usePersonRequestWords();
  const { label, basis, reason, openedBy, openedAt, dueOn, overdue, completedAt, complaints, own } = request;
  const until = word(overdue ? 'person.overdue' : 'person.due', { day: dueOn });
  return (
    <>
      <h3>{label}</h3>
      <p className={overdue ? 'person-late' : 'quiet'}>
        {completedAt ? word('person.answered', { at: momentText(completedAt, locale) }) : until}
      </p>
      <p>{reason}</p>
      <p className="quiet">{word('person.by', { name: openedBy.name, at: momentText(openedAt, locale) })}</p>
      <p className="quiet">
        {basis} {word('person.basisUnchecked')}
      </p>
      <ul className="person-complaints">
        {complaints.map(({ complaint, why, until: day }) => (
          <li key={complaint.id}>
            <Link to={`/complaints/${complaint.id}`}>{complaint.number}</Link>
            {why && <span>{why}</span>}
            {day && <span className="quiet">{word('person.until', { day })}</span>}
          </li>
        ))}
      </ul>
      {own && !completedAt && <Answers request={request} />}
    </>
  );
}

/** What whoever took a request in can do to answer it. */
function Answers({ request: { id, kind } }: { request: Request }) {
  const { word } = usePersonRequestWords();
  const { message } = App.useApp();
  const [complete, { loading: completing }] = useMutation(PersonRequestCompleteDocument);
  const [erase, { loading: erasing }] = useMutation(PersonRequestEraseDocument);
  const tell = (problem: string | undefined) => problem !== undefined && void message.error(problem);
  if (kind === 'ERASURE') {
    const sure = async () =>
      tell((await erase({ variables: { input: { id } } })).data?.done.userErrors[0]?.message);
    return (
      <Popconfirm
        title={word('person.erase')}
        description={<p className="person-sure">{word('person.eraseSure')}</p>}
        okText={word('person.erase')}
        onConfirm={sure}
      >
        <Button danger loading={erasing}>
          {word('person.erase')}
        </Button>
      </Popconfirm>
    );
  }
  return (
    <Flex gap={8} wrap>
      <Button onClick={() => void download(`/person-requests/${id}`)}>{word('person.copy')}</Button>
      <Button
        loading={completing}
        onClick={async () =>
          tell((await complete({ variables: { input: { id } } })).data?.done.userErrors[0]?.message)
        }
      >
        {word('person.handedOver')}
      </Button>
    </Flex>
  );
}
