import {
  type Channel,
  type Command,
  type ComplaintState,
  isOpen,
  isRecused,
  type Refusal,
  type TenantActor,
} from '@huiyin/domain';
import type { Localized } from '@huiyin/shared';
import type { Casework } from '../../casework/casework.ts';
import type { Office } from '../../casework/office.ts';
import type { TenantTransaction } from '../../tenancy/tenant-transaction.ts';
import { CLOSED, RECUSED } from './refusals.ts';

/** What became of one complaint when an item that serves it went on. */
export interface Told {
  readonly complaintId: string;
  readonly number: string;
  /** Whether the complaint knows of it now. */
  readonly advanced: boolean;
  /** DRAFTED waits for approval; RECORDED: there was nothing to say; NOT_TOLD needs somebody. */
  readonly outcome: 'ANSWERED' | 'DRAFTED' | 'RECORDED' | 'NOT_TOLD';
  readonly reason?: Localized;
}

/** What is said to those who wait. */
export interface Said {
  readonly text?: string | undefined;
  readonly via: Channel;
}

type Progress = Omit<Extract<Command, { type: 'ADVANCE_ENGINEERING' }>, 'type'>;

/**
 * Says to one complaint how far engineers have come with it, and to whoever complained, both through the complaint's own
 * life: an answer where answers go out at once, a draft where they are approved first.
 */
export async function tell(
  tx: TenantTransaction,
  options: {
    readonly casework: Casework;
    readonly actor: TenantActor;
    readonly office: Office;
    readonly complaint: { readonly id: string; readonly number: string };
    readonly progress: Progress;
    readonly said: Said;
    readonly at?: string | undefined;
  },
): Promise<Told> {
  const { casework, actor, office, complaint, progress, said, at } = options;
  const system: TenantActor = {
    ...{ kind: 'system', tenantId: actor.tenantId, task: '工程清单 / engineering' },
    ...(actor.kind === 'staff' || actor.kind === 'apiClient' ? { onBehalfOf: actor } : {}),
  };
  const carryOut = (command: Exclude<Command, { type: 'REGISTER' }>) =>
    casework.executeIn(tx, { actor: system, office, call: { complaintId: complaint.id, command, at } });
  const named = { complaintId: complaint.id, number: complaint.number, advanced: true };
  const advanced = await carryOut({ type: 'ADVANCE_ENGINEERING', ...progress });
  if (!advanced.ok) {
    return { ...named, advanced: false, outcome: 'NOT_TOLD', reason: reasonOf(advanced.refusals) };
  }
  if (!said.text) return { ...named, outcome: 'RECORDED' };
  const silent = whySilent(actor, advanced.complaint);
  if (silent) return { ...named, outcome: 'NOT_TOLD', reason: silent };
  const { text, via } = said;
  const final = progress.stage === 'DONE';
  const approves = office.settings.answerNeedsApproval;
  const answered = await carryOut(
    approves ? { type: 'DRAFT_ANSWER', text, final } : { type: 'ANSWER', text, via, final },
  );
  if (!answered.ok) return { ...named, outcome: 'NOT_TOLD', reason: reasonOf(answered.refusals) };
  return { ...named, outcome: approves ? 'DRAFTED' : 'ANSWERED' };
}

/** Why nothing is said in somebody's name, or to a matter that is over. */
function whySilent(actor: TenantActor, complaint: ComplaintState): Localized | undefined {
  if (isRecused(actor, complaint)) return RECUSED;
  return isOpen(complaint.status) ? undefined : CLOSED;
}

function reasonOf(refusals: readonly Refusal[]): Localized {
  return {
    zh: refusals.map(({ message }) => message.zh).join(' '),
    en: refusals.map(({ message }) => message.en).join(' '),
  };
}
