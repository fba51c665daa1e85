import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { verifyHistory } from '../../apps/server/dist/casework/verify.js';
import * as accounts from '../../apps/server/dist/identity/accounts.js';
import { deliver, foldRollup } from '../../apps/server/dist/outbox/relay.js';
import { Database } from '../../apps/server/dist/tenancy/database.js';
import { ask } from '../database.mjs';
import { makeOrganization, planOrganizations } from './plan.mjs';

/**
 * Fills a migrated database with complaints over several organisations, through the product's own write path. What
 * follows behind the path in a running server is done too: the differences of the rollup are folded, the outbox is
 * emptied, and PostgreSQL's statistics are as its autovacuum keeps them. The smallest organisation is then verified by
 * the product itself, event by event.
 * @param options.ownerUrl a superuser's connection; `runtimeUrl` the server's own
 * @returns the organisations, largest first
 */
export async function fill({ ownerUrl, runtimeUrl, complaints, onProgress }) {
  const now = Date.now();
  const database = await Database.open({ url: runtimeUrl, poolSize: 2 });
  try {
    const organizations = [];
    for (const [index, planned] of planOrganizations(complaints).entries()) {
      const made = await makeOrganization({ database, accounts, planned });
      const actor = { kind: 'system', tenantId: made.tenantId, task: '导入 / import' };
      organizations.push({ ...made, actor, seed: index + 1 });
    }
    await fillTogether({ organizations, runtimeUrl, now, onProgress });
    for (const { actor } of organizations) {
      while ((await foldRollup(database, actor)) > 0);
      while ((await deliver(database, actor, [])) > 0);
    }
    await ask(ownerUrl, 'vacuum (analyze)');
    await checkSmallest(database, organizations.at(-1));
    return organizations;
  } finally {
    await database.close();
  }
}

/** One thread a core; the largest organisations first, each to whoever has least to do. */
async function fillTogether({ organizations, runtimeUrl, now, onProgress }) {
  const loads = Array.from({ length: availableParallelism() }, () => ({ complaints: 0, organizations: [] }));
  for (const organization of organizations) {
    const idlest = loads.reduce((least, load) => (load.complaints < least.complaints ? load : least));
    idlest.organizations.push(organization);
    idlest.complaints += organization.complaints;
  }
  let done = 0;
  await Promise.all(
    loads
      .filter((load) => load.complaints > 0)
      .map((load) => {
        const workerData = { organizations: load.organizations, runtimeUrl, now };
        const worker = new Worker(new URL('worker.mjs', import.meta.url), { workerData });
        worker.on('message', (count) => {
          onProgress(done, done + count);
          done += count;
        });
        return new Promise((resolve, reject) => {
          worker.once('error', reject);
          worker.once('exit', (code) =>
            code === 0 ? resolve() : reject(new Error(`A filler ended with ${code}.`)),
          );
        });
      }),
  );
}

async function checkSmallest(database, { actor, complaints }) {
  const found = await verifyHistory(database, actor);
  if (found.complaints === complaints && found.faults.length === 0) return;
  throw new Error(
    `The fill is not what the write path would leave: ${JSON.stringify(found.faults.slice(0, 3))}`,
  );
}
