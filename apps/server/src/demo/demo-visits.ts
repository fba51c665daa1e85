import { addDays, demoVisits, localDateOf, type Sector, type SystemActor } from '@huiyin/domain';
import type { Answered } from '../casework/once.ts';
import type { Visits } from '../features/visits/visits.ts';
import type { Database } from '../tenancy/database.ts';

/** Plans and records some visits of a demo office. */
export async function playDemoVisits(options: {
  readonly database: Database;
  readonly visits: Visits;
  readonly tenantId: string;
  readonly sector: Sector;
}): Promise<void> {
  const { database, visits, tenantId, sector } = options;
  const actor: SystemActor = { kind: 'system', tenantId, task: '演示 / demo' };
  const [visitor] = await database.readInTenant<{ id: string }>(actor, {
    text: `select id from member where role = 'HANDLER'`,
    values: [],
  });
  if (!visitor) throw new Error('The demo office has no handler.');
  const departments = await database.readInTenant<{ id: string; name: string }>(actor, {
    text: 'select id, name from department',
    values: [],
  });
  const today = localDateOf(new Date().toISOString());
  const on = (days: number): string => addDays(today, days);
  for (const { plannedIn, made, ...plan } of demoVisits(sector)) {
    const subjectId = departments.find(({ name }) => name === plan.name)?.id;
    const planned = { ...plan, subjectId, visitorId: visitor.id, plannedOn: on(plannedIn) };
    const id = answerOf(await visits.plan(actor, { plan: planned }));
    if (!made) continue;
    const followUps = made.followUps.map(({ text, dueIn }) => ({
      ...{ text, ownerId: visitor.id, dueOn: on(dueIn) },
    }));
    const record = { doneOn: on(made.in), findings: made.findings, followUps };
    answerOf(await visits.record(actor, { id, record }));
    const { visits: kept } = await visits.list(actor, { state: 'DONE' });
    const toDo = kept.find((visit) => visit.id === id)?.followUps ?? [];
    for (const [place, { done }] of made.followUps.entries()) {
      const followUp = toDo[place];
      if (done && followUp) answerOf(await visits.finishFollowUp(actor, { id: followUp.id }));
    }
  }
}

function answerOf(done: Answered<string>): string {
  if (!done.ok) throw new Error(`A demo visit was refused: ${JSON.stringify(done.refusals)}`);
  return done.answer;
}
