import { z } from 'zod';
import type { OutboxSubscriber } from '../outbox/relay.ts';

/** The channel on which servers tell one another what changed. */
export const CHANNEL = 'huiyin_changes';

/** So many complaints are named in one message; of more it is said that there are many. */
const MOST_NAMED = 100;

const message = z.object({ tenantId: z.uuid(), complaintIds: z.array(z.uuid()).nullable() });

/** What one server tells the others of an organisation: references, never what stands behind them. */
export interface ChangeMessage {
  readonly tenantId: string;
  /** `null`: too many to name. */
  readonly complaintIds: readonly string[] | null;
}

/** Tells all servers of changes; those who hear nothing of the commit hear nothing of the message. */
export const announceChanges: OutboxSubscriber = async (tx, messages) => {
  const ids = [...new Set(messages.flatMap(({ complaint_id: id }) => id ?? []))];
  if (ids.length === 0) return;
  const said: ChangeMessage = {
    tenantId: tx.tenantId,
    complaintIds: ids.length <= MOST_NAMED ? ids : null,
  };
  tx.later({
    name: 'changes.announce',
    text: 'select pg_notify($1, $2)',
    values: [CHANNEL, JSON.stringify(said)],
  });
};

/** @throws for what no server of ours has said */
export function readMessage(payload: string): ChangeMessage {
  return message.parse(JSON.parse(payload));
}
