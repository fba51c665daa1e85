import type { ComplainantActor } from '@huiyin/domain';
import { v7 as uuidv7 } from 'uuid';
import type { Outcome, RegistrationCall } from '../../casework/calls.ts';
import type { Casework } from '../../casework/casework.ts';
import { PUBLIC_AUTHOR } from '../../casework/event-chain.ts';
import type { TenantTransaction } from '../../tenancy/tenant-transaction.ts';
import { addFiles } from './add-files.ts';
import { findSubmitted } from './public-complaint.repository.ts';

/** Who somebody of the public is to the memory of calls: each is told apart by the key of their own call. */
export const PUBLIC_CALLER = `${PUBLIC_AUTHOR.kind}:${PUBLIC_AUTHOR.id}`;

/**
 * Registers what somebody of the public sends, with its files, all or nothing. Sent twice under one key it is one
 * complaint, and the answer is the first one's.
 * @throws MissingFilesError when a file is not there
 */
export function registerNewcomer(
  casework: Casework,
  options: {
    readonly tenantId: string;
    readonly key: string;
    readonly callOf: (complaintId: string) => RegistrationCall;
    /** Names under which they were kept. */
    readonly files: readonly string[];
    /** What else is written with a new one. */
    readonly alsoIn?: (tx: TenantTransaction, complaintId: string) => Promise<void>;
  },
): Promise<Outcome> {
  const { tenantId, key, callOf, files, alsoIn } = options;
  const newcomer: ComplainantActor = { kind: 'complainant', tenantId, complaintId: uuidv7() };
  return casework.inOneTransaction(newcomer, async (tx, office) => {
    // Sent before, and its answer lost on the way: what was registered then. Looked up here, since the same may come
    // in twice at one moment.
    const earlier = await findSubmitted(tx, { caller: PUBLIC_CALLER, key });
    const actor = earlier === undefined ? newcomer : { ...newcomer, complaintId: earlier };
    const { complaintId } = actor;
    const registered = await casework.registerIn(tx, { actor, office, call: callOf(complaintId) });
    if (!registered.ok || earlier !== undefined) return registered;
    await alsoIn?.(tx, complaintId);
    return addFiles(tx, { ...{ casework, actor, office, files }, otherwise: registered });
  });
}
