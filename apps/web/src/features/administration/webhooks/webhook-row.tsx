import { useMutation } from '@apollo/client/react';
import { EVENT_LABELS } from '@huiyin/domain';
import { inLocale } from '@huiyin/shared';
import { Button, Flex, Popconfirm, Tag } from 'antd';
import { momentText } from '../../../app/moments.ts';
import { type Saved, useSave } from '../use-save.tsx';
import {
  WebhookChangeDocument,
  WebhookRemoveDocument,
  WebhookReplayDocument,
  WebhookRotateSecretDocument,
  type WebhooksQuery,
  WebhookTestDocument,
} from './generated/webhooks.ts';
import { useWebhookWords } from './words.ts';

type Webhook = WebhooksQuery['webhooks'][number];

/** A webhook with what can be done to it and the log of what it was sent. */
export function WebhookRow({
  webhook,
  onChanged,
  onSecret,
}: {
  webhook: Webhook;
  onChanged: () => void;
  onSecret: (secret: string | null) => void;
}) {
  const { word, locale } = useWebhookWords();
  const save = useSave();
  const [change] = useMutation(WebhookChangeDocument);
  const [test] = useMutation(WebhookTestDocument);
  const [rotate] = useMutation(WebhookRotateSecretDocument);
  const [remove] = useMutation(WebhookRemoveDocument);
  const { id, name, url, events, state, waiting } = webhook;
  const active = state === 'ACTIVE';
  const act = async (work: () => Promise<Saved | undefined>, done = word('admin.saved')) => {
    await save(work, { done });
    onChanged();
  };
  const variables = { input: { id } };
  const newSecret = async () => {
    const answer = (await rotate({ variables })).data?.webhookRotateSecret;
    if (answer?.userErrors.length === 0) onSecret(answer.secret);
    return answer;
  };
  return (
    <div className="stack">
      <div className="admin-row">
        <div>
          <strong>{name}</strong>{' '}
          <Tag color={active ? 'success' : 'error'}>{word(`webhooks.state.${state}`)}</Tag>
          {waiting > 0 && <Tag>{word('webhooks.waiting', { count: waiting })}</Tag>}
          <div className="quiet webhook-url">{url}</div>
          <div className="quiet">
            {events.length === 0
              ? word('webhooks.events.all')
              : events.map((event) => inLocale(EVENT_LABELS[event], locale)).join(' · ')}
          </div>
        </div>
        <Flex gap={8} wrap>
          <Button
            size="small"
            disabled={!active}
            onClick={() =>
              void act(async () => (await test({ variables })).data?.webhookTest, word('webhooks.tested'))
            }
          >
            {word('webhooks.test')}
          </Button>
          <Button
            size="small"
            onClick={() =>
              void act(
                async () =>
                  (await change({ variables: { input: { id, paused: active } } })).data?.webhookChange,
              )
            }
          >
            {word(active ? 'webhooks.pause' : 'webhooks.resume')}
          </Button>
          <Popconfirm
            title={word('webhooks.rotate')}
            description={word('webhooks.rotateSure')}
            okText={word('webhooks.rotate')}
            onConfirm={() => act(newSecret)}
          >
            <Button size="small">{word('webhooks.rotate')}</Button>
          </Popconfirm>
          <Popconfirm
            title={word('admin.removeOf', { name })}
            description={word('webhooks.removeSure')}
            okText={word('admin.remove')}
            onConfirm={() => act(async () => (await remove({ variables })).data?.webhookRemove)}
          >
            <Button size="small" danger aria-label={word('admin.removeOf', { name })}>
              {word('admin.remove')}
            </Button>
          </Popconfirm>
        </Flex>
      </div>
      <Log webhook={webhook} onChanged={onChanged} />
    </div>
  );
}

function Log({ webhook: { messages }, onChanged }: { webhook: Webhook; onChanged: () => void }) {
  const { word, locale } = useWebhookWords();
  const save = useSave();
  const [replay] = useMutation(WebhookReplayDocument);
  if (messages.length === 0) return <p className="quiet">{word('webhooks.log.empty')}</p>;
  const sendAnew = async (messageId: string) => {
    const variables = { input: { messageId } };
    await save(async () => (await replay({ variables })).data?.webhookReplay, { done: word('admin.saved') });
    onChanged();
  };
  return (
    <details>
      <summary>{word('webhooks.log', { count: messages.length })}</summary>
      <ul className="case-plain">
        {messages.map(({ id, type, at, number, state, tries, nextTryAt, status, problem }) => (
          <li key={id} className="admin-row">
            <span>
              <span className="number">{momentText(at, locale)}</span> <code>{type}</code> {number}
              <span className="quiet">
                {' '}
                {[
                  word(`webhooks.message.${state}`),
                  ...(tries > 0 ? [word('webhooks.tries', { count: tries })] : []),
                  ...(status === null ? [] : [word('webhooks.status', { status })]),
                  ...(problem === null ? [] : [word(`webhooks.problem.${problem}`)]),
                  ...(nextTryAt && tries > 0
                    ? [word('webhooks.again', { at: momentText(nextTryAt, locale) })]
                    : []),
                ].join(' · ')}
              </span>
            </span>
            {state !== 'WAITING' && (
              <Button
                size="small"
                aria-label={word('webhooks.replayOf', { type, number: number ?? '' })}
                onClick={() => void sendAnew(id)}
              >
                {word('webhooks.replay')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
