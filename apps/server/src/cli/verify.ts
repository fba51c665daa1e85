import type { SystemActor } from '@huiyin/domain';
import { verifyHistory } from '../casework/verify.ts';
import { allOrganizations, runCommand } from './command.ts';

/** npm run verify: every event of every organisation against its hash, its place, and the state it leads to. */
await runCommand({
  read: () => undefined,
  work: async ({ database }) => {
    let broken = 0;
    for (const { tenantId, slug } of await allOrganizations(database)) {
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
  },
});
