import type { ComplainantActor, Refusal } from '@huiyin/domain';
import type { Outcome } from '../../casework/calls.ts';
import type { Casework } from '../../casework/casework.ts';
import type { Office } from '../../casework/office.ts';
import type { TenantTransaction } from '../../tenancy/tenant-transaction.ts';
import { takeUploads } from './public-complaint.repository.ts';

/** A file that was named is not there: nothing of what was asked for is done. */
export class MissingFilesError extends Error {
  override readonly name = 'MissingFilesError';
}

export const MISSING_FILES: Refusal = {
  code: 'NOT_FOUND',
  field: 'files',
  message: { zh: '有文件没有上传完整，请重新上传。', en: 'A file has not come in whole. Send it again.' },
};

/** Adds files that were sent to the complainant's own complaint, as evidence; the outcome of the last. */
export async function addFiles(
  tx: TenantTransaction,
  options: {
    readonly casework: Casework;
    readonly actor: ComplainantActor;
    readonly office: Office;
    readonly files: readonly string[];
    /** The outcome when there is no file. */
    readonly otherwise: Outcome;
  },
): Promise<Outcome> {
  const { casework, actor, office, files, otherwise } = options;
  const taken = await takeUploads(tx, actor.complaintId, files);
  if (!taken) throw new MissingFilesError();
  let outcome = otherwise;
  for (const file of taken) {
    if (!outcome.ok) break;
    outcome = await casework.executeIn(tx, {
      ...{ actor, office },
      call: {
        complaintId: actor.complaintId,
        command: {
          type: 'ADD_EVIDENCE',
          kind: 'FILE',
          title: file.name,
          sha256: file.sha256,
          mediaType: file.media_type,
          bytes: Number(file.bytes),
        },
      },
    });
  }
  // Refused within a transaction that has written already: nothing of it may stay.
  if (!outcome.ok && otherwise.ok) throw new Error(`A file was refused: ${JSON.stringify(outcome.refusals)}`);
  return outcome;
}
