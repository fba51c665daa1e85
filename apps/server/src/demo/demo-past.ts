import type { Sector, SystemActor } from '@huiyin/domain';
import type { Casework } from '../casework/casework.ts';
import type { Database } from '../tenancy/database.ts';

/** Tells the demo office what happened before its register begins, all of it at once, as an import would. */
export async function tellDemoPast(options: {
  readonly database: Database;
  readonly casework: Casework;
  readonly tenantId: string;
  readonly sector: Sector;
  /** Who answered first. */
  readonly handler?: string | undefined;
}): Promise<void> {
  const { database, casework, tenantId, sector, handler } = options;
  const actor: SystemActor = { kind: 'system', tenantId, task: '演示 / demo' };
  const office = await casework.offices.of(actor);
  const past = sector.demoPast?.({ now: new Date().toISOString(), calendar: office.calendar }) ?? [];
  const calls = past.map(({ complainant, register, steps }) => ({
    complainant,
    command: { ...register, ...(handler ? { firstResponder: handler } : {}) },
    history: steps,
    // Where answers wait for approval, those of the past had it.
    historic: office.settings.answerNeedsApproval,
  }));
  const outcomes = await database.inTenant(actor, (tx) =>
    casework.registerAllIn(tx, { actor, office, calls }),
  );
  const refused = outcomes.find(({ ok }) => !ok);
  if (refused) throw new Error(`A demo matter of the past was refused: ${JSON.stringify(refused)}`);
}
