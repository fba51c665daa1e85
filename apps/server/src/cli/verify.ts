import { join } from 'node:path';
import type { SystemActor } from '@huiyin/domain';
import { verifyOfficeEvents } from '../casework/office-events.ts';
import { verifyHistory } from '../casework/verify.ts';
import { verifyIncidents } from '../features/incidents/verify-incidents.ts';
import { verifyReports } from '../features/reports/verify-reports.ts';
import { FileStore } from '../files/file-store.ts';
import { allOrganizations, runCommand } from './command.ts';

/**
 * npm run verify: every event of every complaint and incident against its hash, its place, and the state it leads to;
 * every act of administration, published report and stored file against its hash. Ends with 2 where anything is not as
 * it was written.
 */
await runCommand({
  read: () => undefined,
  work: async ({ database, config }) => {
    const files = new FileStore({ database, folder: join(config.dataDir, 'files') });
    let broken = 0;
    for (const { tenantId, slug } of await allOrganizations(database)) {
      const actor: SystemActor = { kind: 'system', tenantId, task: 'verify' };
      const history = await verifyHistory(database, actor);
      const incidents = await verifyIncidents(database, actor);
      const administration = await verifyOfficeEvents(database, actor);
      const published = await verifyReports(database, actor);
      const stored = await files.verify(actor);
      const faults = [
        ...history.faults.map(({ complaintId, seq, fault }) => `${complaintId} #${seq} ${fault}`),
        ...incidents.faults.map(({ number, seq }) => `incident ${number} #${seq} INCIDENT_CHANGED`),
        ...(administration.faultAt ? [`office event #${administration.faultAt} OFFICE_EVENT_CHANGED`] : []),
        ...published.changed.map(({ id, version }) => `report ${id} (version ${version}) REPORT_CHANGED`),
        ...stored.faults.map(({ sha256, fault }) => `file ${sha256} ${fault}`),
      ];
      broken += faults.length;
      const counts = [
        `${history.complaints} 件 complaints`,
        `${history.events} 事件 events`,
        `${incidents.incidents} 起群体性事件 incidents`,
        `${administration.events} 项管理操作 acts of administration`,
        `${published.reports} 份已发布报告 published reports`,
        `${stored.files} 个文件 files`,
        `${faults.length} 处异常 faults`,
      ];
      process.stdout.write(`${slug}: ${counts.join(' · ')}\n`);
      for (const fault of faults) process.stdout.write(`  ${fault}\n`);
    }
    return broken === 0 ? 0 : 2;
  },
});
