import { useMutation, useQuery } from '@apollo/client/react';
import { Link } from 'react-router';
import { useChanges, useRefresh } from '../../app/live.ts';
import { momentText } from '../../app/moments.ts';
import { Failure } from '../../app/states.tsx';
import {
  TeamDeclineExtensionDocument,
  TeamExtendDocument,
  TeamExtensionsDocument,
  type TeamExtensionsQuery,
} from './generated/team.ts';
import type { Filters } from './numbers-of-board.ts';
import { Verdict } from './verdict.tsx';
import { useTeamWords } from './words.ts';

type Case = TeamExtensionsQuery['complaints']['edges'][number]['node'];
type Request = Case['extensionRequests'][number];

/** Requests for more time, to be granted or declined; nothing where there are none. */
export function Extensions({ filters }: { filters: Filters }) {
  const { word } = useTeamWords();
  const { data, error, refetch } = useQuery(TeamExtensionsDocument, {
    variables: { filter: filters.extensions },
    fetchPolicy: 'cache-and-network',
  });
  const refresh = useRefresh(refetch);
  useChanges(refresh);
  const waiting =
    data?.complaints.edges.flatMap(({ node }) =>
      node.extensionRequests.map((request) => ({ node, request })),
    ) ?? [];
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (waiting.length === 0) return null;
  return (
    <section className="team-card" aria-labelledby="team-extensions-title">
      <h2 id="team-extensions-title">{word('extension.title')}</h2>
      {waiting.map(({ node, request }) => (
        <RequestCard
          key={`${node.id} ${request.clock.id}`}
          of={node}
          request={request}
          onDone={() => void refetch()}
        />
      ))}
    </section>
  );
}

function RequestCard({ of: each, request, onDone }: { of: Case; request: Request; onDone: () => void }) {
  const { word, locale } = useTeamWords();
  const [extend] = useMutation(TeamExtendDocument);
  const [decline] = useMutation(TeamDeclineExtensionDocument);
  const { id, number, title, version } = each;
  const { clock, requestedBy } = request;
  const inputOf = (reason: string) => ({
    input: { id, version, clockId: clock.id, reason, idempotencyKey: crypto.randomUUID() },
  });
  return (
    <article className="team-draft" aria-label={number}>
      <Link to={`/complaints/${id}`}>{title}</Link>
      <p className="quiet team-small">
        {number} {requestedBy && `· ${word('extension.by', { name: requestedBy.name })}`}
      </p>
      <p>{word('extension.due', { clock: clock.label, at: momentText(clock.dueAt, locale) })}</p>
      <blockquote className="said team-words">{request.reason}</blockquote>
      <Verdict
        approval={{
          label: word('extension.grant'),
          done: word('extension.granted', { number }),
          give: async () => {
            const { data } = await extend({ variables: inputOf(request.reason) });
            return data?.complaintExtendClock.userErrors;
          },
        }}
        refusal={{
          label: word('extension.decline'),
          reason: word('extension.reason'),
          send: word('extension.send'),
          done: word('extension.declined', { number }),
          give: async (reason) => {
            const { data } = await decline({ variables: inputOf(reason) });
            return data?.complaintDeclineExtension.userErrors;
          },
        }}
        onDone={onDone}
      />
    </article>
  );
}
