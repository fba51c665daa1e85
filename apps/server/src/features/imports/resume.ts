import type { Jobs } from '../../jobs/jobs.ts';
import type { Database } from '../../tenancy/database.ts';
import { unfinishedImports } from './import.repository.ts';

/**
 * Takes up what a process that died had under way. A job beside one that still runs does no harm: only the one that
 * finds the import where it left it goes on.
 */
export async function resumeImports(database: Database, jobs: Pick<Jobs, 'enqueue'>): Promise<void> {
  const tenants = await database.asPlatform((query) =>
    query<{ tenant_id: string }>({ text: 'select tenant_id from tenant_directory', values: [] }),
  );
  for (const { tenant_id: tenantId } of tenants) {
    for (const importId of await unfinishedImports(database, { tenantId })) {
      await jobs.enqueue('import.work', { tenantId, importId });
    }
  }
}
