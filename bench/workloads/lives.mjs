import { verifyHistory } from '../../apps/server/dist/casework/verify.js';
import { Database } from '../../apps/server/dist/tenancy/database.js';
import { ask } from '../database.mjs';
import { measure } from '../measure.mjs';
import { liveOnce } from './life.mjs';

/**
 * Measures lives on several servers, each in an organisation of its own. Afterwards every life that was acknowledged
 * must be there, and whole.
 * @param options.places by peer: `{peer, headers, organization, ownerUrl, runtimeUrl}`
 */
export async function measureLives({ places, seconds }) {
  const counted = places.map((place) => ({ place, lives: 0 }));
  const before = await Promise.all(places.map(closedIn));
  const work = counted.map((entry) => ({
    peer: entry.place.peer,
    once: async (onMutation) => {
      await liveOnce({ ...entry.place, onMutation });
      entry.lives += 1;
    },
  }));
  const results = await measure({ work, seconds });
  for (const [index, { place, lives }] of counted.entries()) {
    const found = (await closedIn(place)) - before[index];
    if (found !== lives)
      throw new Error(`${place.peer.name}: ${lives} lives were lived and ${found} are there.`);
  }
  const verified = await verify(places.at(-1));
  return { results, verified };
}

async function closedIn({ ownerUrl, organization }) {
  const [{ count }] = await ask(
    ownerUrl,
    `select count(*)::int as count from complaint where tenant_id = $1 and status = 'CLOSED'`,
    [organization.tenantId],
  );
  return count;
}

/** How many events the product's own verification went through, all of them as they were written. */
async function verify({ runtimeUrl, organization, peer }) {
  const database = await Database.open({ url: runtimeUrl, poolSize: 1 });
  try {
    const { events, faults } = await verifyHistory(database, {
      ...{ kind: 'system', tenantId: organization.tenantId, task: 'verify' },
    });
    if (faults.length === 0) return events;
    throw new Error(`${peer.name}: a history is not as it was written: ${JSON.stringify(faults[0])}`);
  } finally {
    await database.close();
  }
}
