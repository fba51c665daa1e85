import type { Sector, SystemActor } from '@huiyin/domain';
import type { Answered } from '../casework/once.ts';
import type { Carried, Incidents } from '../features/incidents/incidents.ts';
import type { Database } from '../tenancy/database.ts';

const DAY_MS = 86_400_000;

/** Opens the incidents of a demo office, and brings those that are over to their end. */
export async function playDemoIncidents(options: {
  readonly database: Database;
  readonly incidents: Incidents;
  readonly tenantId: string;
  readonly sector: Sector;
  /** Who leads them. */
  readonly team: { readonly departmentId?: string | undefined; readonly memberId?: string | undefined };
  /** The complaints of the register, by what they say. */
  readonly register: ReadonlyMap<string, string>;
}): Promise<void> {
  const { database, incidents, tenantId, sector, register } = options;
  const { departmentId, memberId } = options.team;
  const actor: SystemActor = { kind: 'system', tenantId, task: '演示 / demo' };
  const team = {
    ...(departmentId === undefined ? {} : { departmentId }),
    memberIds: memberId === undefined ? [] : [memberId],
  };
  for (const incident of sector.demoIncidents ?? []) {
    const { beganDaysAgo, complaints, reason, note, ended, ...matter } = incident;
    const beganAt = new Date(Date.now() - beganDaysAgo * DAY_MS).toISOString();
    const complaintIds = complaints.flatMap((said) => register.get(said) ?? []);
    const { id } = carriedOut(
      await incidents.open(actor, { matter: { ...matter, beganAt, team }, complaintIds, reason }),
    );
    carriedOut(await incidents.execute(actor, { id }, { type: 'NOTE', text: note }));
    if (!ended) continue;
    // Leaves behind those that were accepted before.
    await incidents.move(actor, { id }, { move: 'ACCEPT', step: { type: 'ACCEPT' } });
    const { answer: text, summary } = ended;
    carriedOut(await incidents.execute(actor, { id }, { type: 'DRAFT_ANSWER', text, final: true }));
    const [drafted] = await database.readInTenant<{ id: string }>(actor, {
      text: `select state -> 'answers' -> 0 ->> 'id' as id from incident where id = $1`,
      values: [id],
    });
    const answerId = drafted?.id ?? '';
    carriedOut(await incidents.giveAnswer(actor, { id }, { answerId, via: 'PHONE' }));
    carriedOut(await incidents.execute(actor, { id }, { type: 'CLOSE', summary }));
  }
}

/** What was done, with every complaint. */
function carriedOut(done: Answered<Carried>): Carried {
  if (!done.ok || done.answer.leftBehind.length > 0) {
    throw new Error(`A demo incident was refused: ${JSON.stringify(done)}`);
  }
  return done.answer;
}
