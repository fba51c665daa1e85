import { useMutation, useQuery } from '@apollo/client/react';
import { App, Button, Form, Skeleton, Tag } from 'antd';
import TextArea from 'antd/es/input/TextArea';
import { useState } from 'react';
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
  const { message } = App.useApp();
  const { memberId } = useViewer();
  const [returning, setReturning] = useState(false);
  const [approve, approving] = useMutation(TeamApproveDocument);
  const [sendBack, sending] = useMutation(TeamReturnDocument);
  const { id, number, title, version, content, nextDue } = each;
  const input = { id, version, answerId: draft.id };
  const own = draft.draftedBy?.id === memberId;

  const said = (refused: readonly { readonly message: string }[] | undefined, done: string): void => {
    if (refused?.[0]) message.error(refused[0].message);
    else message.success(done);
    onDone();
  };
  const failed = (error: Error): void => void message.error(error.message);
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
      {returning ? (
        <Form<{ reason: string }>
          layout="vertical"
          onFinish={({ reason }) =>
            sendBack({
              variables: { input: { ...input, reason, idempotencyKey: crypto.randomUUID() } },
            }).then(
              ({ data }) => said(data?.complaintReturnAnswer.userErrors, word('draft.returned', { number })),
              failed,
            )
          }
        >
          <Form.Item
            name="reason"
            label={word('draft.reason')}
            rules={[{ required: true, whitespace: true }]}
          >
            <TextArea autoFocus rows={2} maxLength={1000} />
          </Form.Item>
          <div className="team-buttons">
            <Button htmlType="submit" type="primary" loading={sending.loading}>
              {word('draft.send')}
            </Button>
            <Button onClick={() => setReturning(false)}>{word('app.cancel')}</Button>
          </div>
        </Form>
      ) : (
        <div className="team-buttons">
          {own ? (
            <p className="quiet">{word('draft.own')}</p>
          ) : (
            <Button
              type="primary"
              loading={approving.loading}
              onClick={() =>
                approve({ variables: { input: { ...input, idempotencyKey: crypto.randomUUID() } } }).then(
                  ({ data }) =>
                    said(data?.complaintApproveAnswer.userErrors, word('draft.approved', { number })),
                  failed,
                )
              }
            >
              {word('draft.approve')}
            </Button>
          )}
          <Button onClick={() => setReturning(true)}>{word('draft.return')}</Button>
        </div>
      )}
    </article>
  );
}
