import { useMutation, useQuery } from '@apollo/client/react';
import { Skeleton, Tag } from 'antd';
import { Link } from 'react-router';
import { useChanges, useRefresh } from '../../app/live.ts';
import { Failure } from '../../app/states.tsx';
import { useViewer } from '../../app/viewer.tsx';
import { Due } from '../../ui/due.tsx';
import {
  TeamApproveDocument,
  TeamDraftsDocument,
  type TeamDraftsQuery,
  TeamReturnDocument,
} from './generated/team.ts';
import type { Filters } from './numbers-of-board.ts';
import { Verdict } from './verdict.tsx';
import { useTeamWords } from './words.ts';

type Case = TeamDraftsQuery['complaints']['edges'][number]['node'];
type Draft = Case['answers'][number];

/** Draft answers that wait to be read: approved, or sent back with what is to be different. */
export function Approvals({ filters }: { filters: Filters }) {
  const { word } = useTeamWords();
  const { data, error, refetch } = useQuery(TeamDraftsDocument, {
    variables: { filter: filters.drafts },
    fetchPolicy: 'cache-and-network',
  });
  const refresh = useRefresh(refetch);
  useChanges(refresh);
  const waiting = data?.complaints.edges.flatMap(({ node }) =>
    node.answers.filter(({ status }) => status === 'DRAFT').map((draft) => ({ node, draft })),
  );
  return (
    <section className="team-card" aria-labelledby="team-drafts-title">
      <h2 id="team-drafts-title">{word('draft.title')}</h2>
      {error && !data && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton active />}
      {waiting?.length === 0 && <p className="quiet">{word('draft.empty')}</p>}
      {waiting?.map(({ node, draft }) => (
        <DraftCard key={draft.id} of={node} draft={draft} onDone={() => void refetch()} />
      ))}
    </section>
  );
}

function DraftCard({ of: each, draft, onDone }: { of: Case; draft: Draft; onDone: () => void }) {
  const { word } = useTeamWords();
  const { memberId } = useViewer();
  const [approve] = useMutation(TeamApproveDocument);
  const [sendBack] = useMutation(TeamReturnDocument);
  const { id, number, title, version, content, nextDue } = each;
  const own = draft.draftedBy?.id === memberId;
  const input = () => ({ id, version, answerId: draft.id, idempotencyKey: crypto.randomUUID() });
  return (
    <article className="team-draft" aria-label={number}>
      <div className="team-head">
        <Link to={`/complaints/${id}`}>{title}</Link>
        {nextDue && <Due at={nextDue.at} what={nextDue.what} />}
      </div>
      <p className="quiet team-small">
        {number} {draft.draftedBy && `· ${word('draft.by', { name: draft.draftedBy.name })}`}{' '}
        <Tag>{word(draft.final ? 'draft.final' : 'draft.interim')}</Tag>
      </p>
      <details>
        <summary>{word('draft.complaint')}</summary>
        <p className="said">{content}</p>
      </details>
      <blockquote className="said team-words">{draft.text}</blockquote>
      <Verdict
        {...(own ? { withheld: <p className="quiet">{word('draft.own')}</p> } : {})}
        approval={{
          label: word('draft.approve'),
          done: word('draft.approved', { number }),
          give: async () => {
            const { data } = await approve({ variables: { input: input() } });
            return data?.complaintApproveAnswer.userErrors;
          },
        }}
        refusal={{
          label: word('draft.return'),
          reason: word('draft.reason'),
          send: word('draft.send'),
          done: word('draft.returned', { number }),
          give: async (reason) => {
            const { data } = await sendBack({ variables: { input: { ...input(), reason } } });
            return data?.complaintReturnAnswer.userErrors;
          },
        }}
        onDone={onDone}
      />
    </article>
  );
}
