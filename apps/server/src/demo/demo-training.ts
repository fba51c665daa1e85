import { addDays, demoTrainings, localDateOf, type Sector, type SystemActor } from '@huiyin/domain';
import type { Trainings } from '../features/training/training.ts';
import type { Database } from '../tenancy/database.ts';

/** Writes down a year of training in a demo office. */
export async function playDemoTraining(options: {
  readonly database: Database;
  readonly trainings: Trainings;
  readonly tenantId: string;
  readonly sector: Sector;
}): Promise<void> {
  const { database, trainings, tenantId, sector } = options;
  const actor: SystemActor = { kind: 'system', tenantId, task: '演示 / demo' };
  const members = await database.readInTenant<{ id: string; name: string }>(actor, {
    text: 'select id, name from member',
    values: [],
  });
  const [lesson] = await database.readInTenant<{ id: string }>(actor, {
    text: `select id from complaint where not restricted and jsonb_array_length(state -> 'lessons') > 0
      order by received_at desc limit 1`,
    values: [],
  });
  const today = localDateOf(new Date().toISOString());
  for (const { daysAgo, hours, people, answersLesson, ...session } of demoTrainings(sector)) {
    const attendances = people.map(({ endsInDays, ...person }) => ({
      ...{ ...person, memberId: members.find(({ name }) => name === person.name)?.id },
      expiresOn: endsInDays === undefined ? undefined : addDays(today, endsInDays),
    }));
    const done = await trainings.save(actor, {
      input: {
        ...{ ...session, id: undefined, complaintId: answersLesson ? lesson?.id : undefined },
        ...{ heldOn: addDays(today, -daysAgo), tenthsOfHours: Math.round(hours * 10), attendances },
      },
    });
    if (!done.ok) throw new Error(`A demo training was refused: ${JSON.stringify(done.refusals)}`);
  }
}
