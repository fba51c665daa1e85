import { parentPort, workerData } from 'node:worker_threads';
import { Casework } from '../../apps/server/dist/casework/casework.js';
import { Database } from '../../apps/server/dist/tenancy/database.js';
import { livesOf } from './lives.mjs';

// Fills some of the organisations through the product's own write path, as a large import does: every life is decided
// by the domain and written with its events, people, facts, rollup differences and messages, a chunk at a time.

const CHUNK = 250;

const { organizations, runtimeUrl, now } = workerData;
const database = await Database.open({ url: runtimeUrl, poolSize: 2 });
const casework = new Casework(database);
for (const organization of organizations) await fill(organization);
await database.close();

async function fill(organization) {
  const { actor } = organization;
  const office = await casework.offices.of(actor);
  let calls = [];
  const send = async () => {
    const outcomes = await database.inTenant(actor, (tx) =>
      casework.registerAllIn(tx, { actor, office, calls }),
    );
    const refused = outcomes.find(({ ok }) => !ok);
    if (refused) throw new Error(`A life was refused: ${JSON.stringify(refused.refusals)}`);
    parentPort.postMessage(calls.length);
    calls = [];
  };
  for (const life of livesOf({ organization, now })) {
    calls.push(life);
    if (calls.length >= CHUNK) await send();
  }
  await send();
}
