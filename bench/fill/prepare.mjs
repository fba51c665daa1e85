import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as accounts from '../../apps/server/dist/identity/accounts.js';
import { Database } from '../../apps/server/dist/tenancy/database.js';
import { ask } from '../database.mjs';
import { note } from '../print.mjs';
import { fill } from './fill.mjs';
import { makeOrganization, planOrganizations } from './plan.mjs';

const SAMPLES = 500;

/**
 * The data of a run: organisations full of complaints, some of these drawn for the detail page, and one organisation
 * with none in the database that stays almost empty. A kept folder that was filled before is taken as it is.
 */
export async function prepareData({ databases, folder, complaints }) {
  const { filled, empty } = databases;
  const file = join(folder, 'bench-organizations.json');
  if (!existsSync(file)) {
    const began = performance.now();
    const tenth = Math.ceil(complaints / 10);
    const onProgress = (before, done) => {
      if (Math.floor(before / tenth) < Math.floor(done / tenth)) note(`Filling: ${done} of ${complaints} …`);
    };
    writeFileSync(file, JSON.stringify(await fill({ ...filled, complaints, onProgress })));
    note(`Filled in ${((performance.now() - began) / 1_000).toFixed(0)} s.\n`);
  }
  const organizations = JSON.parse(readFileSync(file, 'utf8'));
  const byTenant = new Map(organizations.map((organization) => [organization.tenantId, organization]));
  const drawn = await ask(
    filled.ownerUrl,
    'select tenant_id, id from complaint order by md5(id::text) limit $1',
    [SAMPLES],
  );
  const counts = await ask(
    filled.ownerUrl,
    `select (select count(*) from complaint)::int as complaints, (select count(*) from complaint_event)::int as events,
      (select count(*) from complaint_fact)::int as facts`,
  );
  return {
    ...counts[0],
    organizations,
    samples: drawn.map(({ tenant_id, id }) => ({ id, organization: byTenant.get(tenant_id) })),
    small: await makeSmall(empty.runtimeUrl),
  };
}

/** An organisation as the largest one is, with nothing in it. */
async function makeSmall(runtimeUrl) {
  const database = await Database.open({ url: runtimeUrl, poolSize: 1 });
  try {
    return await makeOrganization({ database, accounts, planned: planOrganizations(0)[0] });
  } finally {
    await database.close();
  }
}
