import type { ComplaintState, StaffActor } from '@huiyin/domain';
import { Conditions } from '../../casework/conditions.ts';
import { onlyVisible } from '../../casework/visibility.ts';
import type { Database } from '../../tenancy/database.ts';

/** A complaint as its events leave it, with the title that lists show: whoever complained masked in it. */
export interface StateRow {
  readonly state: ComplaintState;
  readonly title: string;
}

/** Complaints that the actor may see; those due next first. */
export async function readStates(
  database: Database,
  { actor, ids }: { readonly actor: StaffActor; readonly ids: readonly string[] },
): Promise<readonly StateRow[]> {
  const where = new Conditions();
  onlyVisible(where, actor);
  where.and(`c.id = any(${where.parameter([...ids])}::uuid[])`);
  return database.readInTenant<StateRow & Record<string, unknown>>(actor, {
    text: `select c.state, c.title from complaint c where ${where.text} order by c.due_at nulls last, c.id`,
    values: where.values,
  });
}
