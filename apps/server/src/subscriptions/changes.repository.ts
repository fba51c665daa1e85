import type { AccessSubject } from '@huiyin/domain';
import type { Database } from '../tenancy/database.ts';

/** A complaint as far as it decides who may know that it changed. */
export interface ChangedRow {
  readonly id: string;
  readonly number: string;
  readonly version: number;
  readonly subject: AccessSubject;
}

const PARTS = [
  ...['id', 'handler', 'collaborators', 'firstResponder', 'recused', 'respondent'],
  ...['handOvers', 'disclosure', 'classification'],
]
  .map((part) => `'${part}', c.state -> '${part}'`)
  .join(', ');

export function readChanged(
  database: Database,
  { tenantId, ids }: { readonly tenantId: string; readonly ids: readonly string[] },
): Promise<ChangedRow[]> {
  return database.readInTenant<ChangedRow & Record<string, unknown>>(
    { tenantId },
    {
      name: 'changes.read',
      text: `select c.id, c.number, c.version, jsonb_strip_nulls(jsonb_build_object(${PARTS})) as subject
        from complaint c where c.id = any($1::uuid[])`,
      values: [[...ids]],
    },
  );
}
