import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StaffActor } from '@huiyin/domain';
import pg from 'pg';
import { composeServices, type Services } from '../composition.ts';
import { createOrganization, createStaff } from '../identity/accounts.ts';
import { folderMailer } from '../identity/mailer.ts';
import type { JobData } from '../jobs/jobs.ts';
import { Database } from '../tenancy/database.ts';
import { createTestDatabase, type TestDatabase } from './database.ts';

/** A database with all services on it, for tests that need an office and nothing of HTTP. */
export interface TestOffice {
  readonly services: Services;
  readonly database: Database;
  readonly store: TestDatabase;
  /** The address of the runtime role. */
  readonly appUrl: string;
  /** The address of the role that reads across organisations. */
  readonly oversightUrl: string;
  readonly filesFolder: string;
  /** Changes what the server's role may not: as its superuser, with the triggers off. */
  tamper(sql: string, values: readonly unknown[]): Promise<void>;
  /** A new organisation of a sector, and its supervisor. */
  supervisorOf(sector: string): Promise<StaffActor>;
  /** Does the work that was put off, until there is none left. */
  finishJobs(): Promise<void>;
  close(): Promise<void>;
}

/** @param shared the database of another server, which drops it in the end; absent: a new one */
export async function openTestOffice(shared?: TestDatabase): Promise<TestOffice> {
  const store = shared ?? (await createTestDatabase());
  const database = await Database.open({ url: store.appUrl, oversightUrl: store.oversightUrl, poolSize: 8 });
  const folder = mkdtempSync(join(tmpdir(), 'huiyin-office-'));
  const filesFolder = join(folder, 'files');
  const waiting: (() => Promise<unknown>)[] = [];
  const services: Services = composeServices({
    database,
    filesFolder,
    secret: 'a-secret-for-tests-that-is-long-enough',
    post: { mailer: folderMailer(join(folder, 'mail')), publicUrl: 'http://localhost:4000' },
    webhookReach: { loopback: true },
    jobs: {
      enqueue: async (name, data) => {
        waiting.push(async () => {
          if (name === 'import.work') await services.importWorker.work(data as JobData['import.work']);
          else if (name === 'suggestions.train')
            await services.suggestions.learn(data as JobData['suggestions.train']);
          else if (name === 'webhooks.send') await services.webhookSender.send(data);
          else await services.calendars.recompute(data as JobData['clocks.recompute']);
        });
      },
    },
  });
  let organizations = 0;
  return {
    services,
    database,
    store,
    appUrl: store.appUrl,
    oversightUrl: store.oversightUrl,
    filesFolder,
    async tamper(sql, values) {
      const owner = new pg.Client({ connectionString: store.ownerUrl });
      await owner.connect();
      await owner.query('set session_replication_role = replica');
      await owner.query(sql, [...values]);
      await owner.end();
    },
    async supervisorOf(sector) {
      organizations += 1;
      const slug = `office-${organizations}`;
      const { tenantId } = await createOrganization(database, {
        ...{
          slug,
          sector,
          name: `测试机构${organizations}`,
          nameEn: `Office ${organizations}`,
          region: '440300',
        },
        departments: [{ name: '投诉科', nameEn: 'Complaints' }],
      });
      const { memberId, userId } = await createStaff(database, {
        ...{
          tenantId,
          email: `supervisor@${slug}.example`,
          password: 'a-password-for-tests',
          name: '李主管',
        },
        role: 'SUPERVISOR',
      });
      return { kind: 'staff', tenantId, userId, memberId, name: '李主管', role: 'SUPERVISOR' };
    },
    async finishJobs() {
      for (const work of waiting.splice(0)) await work();
    },
    async close() {
      await database.close();
      if (!shared) await store.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
