import type { Command, ComplaintState } from '@huiyin/domain';
import type { TenantTransaction } from '../tenancy/tenant-transaction.ts';
import type { CommandCall, RegistrationCall } from './calls.ts';
import type { Office } from './office.ts';
import { addComplainants, addRespondents, findInRegisters } from './people.repository.ts';
import { ofDepartment, People } from './people.ts';
import { hasWords } from './person.ts';

/** A correction with its people as the registers know them. */
interface Correction {
  readonly command: Extract<Command, { type: 'CORRECT' }>;
  /** Of whoever complains now; `undefined` where that was not corrected. */
  readonly complainantName: string | null | undefined;
  /** Adds those who are new, once the correction was decided. */
  readonly addPeople: (at: string) => Promise<void>;
}

/**
 * Looks up whom a correction names: who really complains, and about whom. `undefined` for any other command, and for
 * corrections that name nobody.
 */
export async function correctionOf(
  tx: TenantTransaction,
  options: { readonly call: CommandCall; readonly office: Office; readonly state: ComplaintState },
): Promise<Correction | undefined> {
  const { call, office, state } = options;
  const { command, complainant } = call;
  if (command.type !== 'CORRECT') return undefined;
  const { respondent } = command.changes;
  const named = hasWords(complainant);
  if (!respondent && !named) return undefined;
  const { kind, channel, source, groupSize, title, content, demands, details, receivedAt } = state;
  const asRegistered: RegistrationCall = ofDepartment(
    {
      complainant,
      complainantId: state.complainantId,
      command: {
        ...{
          type: 'REGISTER',
          kind,
          channel,
          source,
          groupSize,
          title,
          content,
          demands,
          details,
          receivedAt,
        },
        disclosure: 'NAMED',
        respondent: respondent ?? {},
      },
    },
    office,
  );
  const people = new People(await findInRegisters(tx, [asRegistered]));
  const { command: known, complainantName, newComplainant, newRespondent } = people.identify(asRegistered);
  const { complainantId } = known;
  return {
    command: {
      ...command,
      changes: {
        ...command.changes,
        ...(respondent ? { respondent: known.respondent } : {}),
        ...(named && complainantId ? { complainantId } : {}),
      },
    },
    complainantName: named ? complainantName : undefined,
    addPeople: async (at) => {
      await addRespondents(tx, newRespondent ? [newRespondent] : [], at);
      addComplainants(tx, newComplainant ? [newComplainant] : [], at);
    },
  };
}
