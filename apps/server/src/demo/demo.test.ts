import { mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SECTORS } from '@huiyin/domain';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { tenantOfKey } from '../identity/api-key.ts';
import type { Database } from '../tenancy/database.ts';
import { openTestOffice, type TestOffice } from '../testing/office.fixture.ts';
import { ensureDemo } from './demo.ts';
import { type DemoFile, demoFile, readDemo, refuseDemo } from './demo-file.ts';

let office: TestOffice;
let other: TestOffice;
let dataDir: string;

beforeAll(async () => {
  office = await openTestOffice();
  other = await openTestOffice();
  dataDir = mkdtempSync(join(tmpdir(), 'huiyin-demo-'));
});

afterAll(async () => {
  await office.close();
  await other.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const make = ({ database, services }: TestOffice, signal?: AbortSignal): Promise<void> =>
  ensureDemo({
    database,
    casework: services.casework,
    engineering: services.engineering,
    incidents: services.incidents,
    trainings: services.trainings,
    sites: services.sites,
    visits: services.visits,
    dataDir,
    ...(signal ? { signal } : {}),
  });

async function slugs(database: Database): Promise<string[]> {
  const rows = await database.asPlatform((query) =>
    query<{ slug: string }>({ text: 'select slug from tenant_directory order by slug', values: [] }),
  );
  return rows.map(({ slug }) => slug);
}

test('the demo is made once: what an interrupted start made stays, and the next makes the rest', async () => {
  const stopping = new AbortController();
  const first = make(office, stopping.signal);
  while ((await slugs(office.database)).length === 0) await new Promise((resume) => setTimeout(resume, 5));
  stopping.abort(new Error('told to stop'));
  await expect(first).rejects.toThrow('told to stop');
  const before = await slugs(office.database);
  expect(before.length).toBeLessThan(SECTORS.length);

  await make(office);
  const made = await slugs(office.database);
  expect(made).toEqual(expect.arrayContaining(before));
  expect(made).toHaveLength(SECTORS.length);
  const { organizations, oversight } = JSON.parse(readFileSync(demoFile(dataDir), 'utf8')) as DemoFile;
  expect(organizations.map(({ slug }) => slug).sort()).toEqual(made);
  expect(oversight?.email).toMatch(/^oversight@/);

  await make(office);
  expect(await slugs(office.database)).toEqual(made);
});

test('of its incidents one is under way with its complaints, one closed after each had the one answer', async () => {
  const incidentsOf = (wanted: string): Promise<object[]> => {
    const key = readDemo(dataDir).organizations.find(({ sector }) => sector === wanted)?.apiKey ?? '';
    return office.database.readInTenant(
      { tenantId: tenantOfKey(key) ?? '' },
      {
        text: `select i.status, array_agg(jsonb_array_length(c.state -> 'answers')) as answers from incident i
          join complaint c on c.tenant_id = i.tenant_id and c.incident_id = i.id group by i.id, i.status`,
        values: [],
      },
    );
  };
  expect(await incidentsOf('TOURISM')).toEqual([{ status: 'OPEN', answers: [0, 0] }]);
  expect(await incidentsOf('PROPERTY')).toEqual([{ status: 'CLOSED', answers: [1, 1] }]);
});

test('its cross-sector administrator sees every demo office', async () => {
  const [account] = await office.database.asPlatform((query) =>
    query<{ id: string }>({
      text: `select id from identity."user" where email like 'oversight@%'`,
      values: [],
    }),
  );
  const [seen] = await office.database.readAcross({ userId: account?.id ?? '' }, [
    { text: 'select count(*)::int as n from organization', values: [] },
  ]);
  expect(seen).toEqual([{ n: SECTORS.length }]);
});

test('sign-ins of one database are not given out for another', async () => {
  await expect(make(other)).rejects.toThrow(/另一个数据库.*\n.*another database/);
  expect(await slugs(other.database)).toEqual([]);
});

test('production refuses the demo by its file, and by its accounts when the file is gone', async () => {
  const refused = /演示单位.*\n.*demo organisations/;
  await expect(refuseDemo({ database: other.database, dataDir })).rejects.toThrow(refused);
  renameSync(demoFile(dataDir), join(dataDir, 'forgotten.json'));
  await expect(refuseDemo({ database: office.database, dataDir })).rejects.toThrow(refused);
  await refuseDemo({ database: other.database, dataDir });
});
