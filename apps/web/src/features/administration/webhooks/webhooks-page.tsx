import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { Failure, Loading } from '../../../app/states.tsx';
import { PageFrame } from '../page-frame.tsx';
import { ShownSecret } from '../shown-secret.tsx';
import { WebhooksDocument } from './generated/webhooks.ts';
import { WebhookForm } from './webhook-form.tsx';
import { WebhookRow } from './webhook-row.tsx';
import { useWebhookWords } from './words.ts';

/** How often the log is looked at again while the page is open. */
const LOOK_AGAIN_MS = 5_000;

/** Where programs of others are told what happens, and what became of each message. */
export function WebhooksPage() {
  const { word } = useWebhookWords();
  const { data, error, refetch } = useQuery(WebhooksDocument, {
    fetchPolicy: 'cache-and-network',
    pollInterval: LOOK_AGAIN_MS,
  });
  const [secret, setSecret] = useState<string | null>(null);
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  const changed = () => void refetch();
  const keys = data.apiKeys.filter(({ revokedAt }) => revokedAt === null);
  return (
    <PageFrame title="admin.page.webhooks" intro="webhooks.intro">
      {secret !== null && (
        <ShownSecret title={word('webhooks.secret')} secret={secret} onHide={() => setSecret(null)} />
      )}
      {keys.length === 0 ? (
        <p className="quiet">{word('webhooks.noKey')}</p>
      ) : (
        <WebhookForm
          keys={keys}
          onMade={(made) => {
            setSecret(made);
            changed();
          }}
        />
      )}
      {data.webhooks.length === 0 && <p className="quiet">{word('webhooks.none')}</p>}
      {data.webhooks.length > 0 && (
        <ul className="admin-rows">
          {data.webhooks.map((webhook) => (
            <li key={webhook.id}>
              <WebhookRow webhook={webhook} onChanged={changed} onSecret={setSecret} />
            </li>
          ))}
        </ul>
      )}
    </PageFrame>
  );
}
