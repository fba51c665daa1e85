import type { SystemActor } from '@huiyin/domain';
import { verifyHistory } from '../casework/verify.ts';
import { readConfig } from '../config.ts';
import { openDatabase } from '../open-database.ts';
import { StartupError } from '../startup-error.ts';
import { Database } from '../tenancy/database.ts';

/** npm run verify: every event of every organisation against its hash, its place, and the state it leads to. */
async function main(): Promise<number> {
  const { runtimeUrl, close } = await openDatabase(readConfig(process.env), { share: true });
  try {
    const database = await Database.open({ url: runtimeUrl, poolSize: 4 });
    try {
      return await verifyAll(database);
    } finally {
      await database.close();
    }
  } finally {
    await close();
  }
}

async function verifyAll(database: Database): Promise<number> {
  const tenants = await database.asPlatform((query) =>
    query<{ tenant_id: string; slug: string }>({
      text: 'select tenant_id, slug from tenant_directory order by slug',
      values: [],
    }),
  );
  let broken = 0;
  for (const { tenant_id: tenantId, slug } of tenants) {
    const actor: SystemActor = { kind: 'system', tenantId, task: 'verify' };
    const { complaints, events, faults } = await verifyHistory(database, actor);
    broken += faults.length;
    process.stdout.write(
      `${slug}: ${complaints} 件 complaints · ${events} 事件 events · ${faults.length} 处异常 faults\n`,
    );
    for (const { complaintId, seq, fault } of faults)
      process.stdout.write(`  ${complaintId} #${seq} ${fault}\n`);
  }
  return broken === 0 ? 0 : 2;
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(
      `${error instanceof StartupError ? error.message : ((error as Error).stack ?? error)}\n`,
    );
    process.exitCode = 1;
  },
);
