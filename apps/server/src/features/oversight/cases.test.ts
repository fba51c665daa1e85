import { sectorOf } from '@huiyin/domain';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { playDemoRegister } from '../../demo/demo.ts';
import { toGlobalId } from '../../graphql/global-id.ts';
import {
  type CallerHeaders,
  openTestApi,
  type TestApi,
  type TestOrganization,
} from '../../testing/api.fixture.ts';

/** Cases across organisations: opened by a grant alone, without people and texts, and every look is recorded. */

const YEAR = new Date().getFullYear();
const LAST_YEAR = YEAR - 1;
const THIS_YEAR = `{ kind: YEAR, year: ${YEAR} }`;

let api: TestApi;
let drugs: TestOrganization;
let telecom: TestOrganization;
/** Sees the figures of both, and cases of the first. */
let overseer: CallerHeaders;
let administrator: CallerHeaders;

beforeAll(async () => {
  api = await openTestApi();
  drugs = await office('DRUG_REGULATION');
  telecom = await office('TELECOM');
  await api.granted(
    'overseer@example.com',
    { regulation: '监督办法' },
    { level: 'MASKED_CASES', tenantId: drugs.tenantId },
  );
  overseer = await api.signedInAs('overseer@example.com');
  administrator = await api.signedIn(drugs, 'ADMINISTRATOR');
});
afterAll(() => api.close());

async function office(code: string): Promise<TestOrganization> {
  const made = await api.organization(code, ['SUPERVISOR', 'ADMINISTRATOR', 'AUDITOR'], '440300');
  const { tenantId } = made;
  await playDemoRegister({ casework: api.office.services.casework, tenantId, sector: sectorOf(code) });
  return made;
}

const idOf = ({ tenantId }: TestOrganization) => toGlobalId('Organization', tenantId);

const CASE = `id number status kind channel category { code label } classification { code } respondentType { code label }
  receivedAt closedAt nextDue { at what overdue } finding outcomes { kind what result on amount }`;

interface Case {
  readonly id: string;
  readonly number: string;
  readonly status: string;
  readonly finding: string | null;
  readonly receivedAt: string;
  readonly outcomes: readonly {
    readonly kind: string;
    readonly what: string;
    readonly amount: number | null;
  }[];
}

async function casesOf(
  organization: string,
  { caller = overseer, choice = 'RECEIVED', period = THIS_YEAR, first = 100, after = '' } = {},
): Promise<readonly Case[] | null> {
  const page = after ? `, after: "${after}"` : '';
  const { data, errors } = await api.graphql(
    caller,
    `query ($organization: ID!) { oversightCases(organization: $organization, period: ${period}, choice: ${choice},
      first: ${first}${page}) { edges { cursor node { ${CASE} } } pageInfo { hasNextPage endCursor } } }`,
    { organization },
  );
  expect(errors).toBeUndefined();
  const { oversightCases: found } = data;
  return found?.edges.map(({ node }: { node: Case }) => node) ?? null;
}

async function caseOf(id: string, caller = overseer) {
  const { data, errors } = await api.graphql(
    caller,
    `query ($id: ID!) { oversightCase(id: $id) { ${CASE} } node(id: $id) { id } }`,
    { id },
  );
  expect(errors).toBeUndefined();
  expect(data.node?.id).toBe(data.oversightCase?.id);
  return data.oversightCase as Case | null;
}

/** Everything that an organisation's own people may read of its cases. */
async function ownCases() {
  return api.office.database.readInTenant<{
    id: string;
    number: string;
    restricted: boolean;
    title: string;
    name: string | null;
    content: string;
  }>(
    { tenantId: drugs.tenantId },
    {
      text: `select c.id, c.number, c.restricted, c.state ->> 'title' as title, p.name, c.state ->> 'content' as content
        from complaint c left join complainant p on p.tenant_id = c.tenant_id and p.id = c.complainant_id
        where c.received_at >= $1`,
      values: [`${YEAR}-01-01T00:00:00+08:00`],
    },
  );
}

describe('what is shown of cases', () => {
  test('all but the restricted ones, and neither people nor texts', async () => {
    const own = await ownCases();
    const shown = (await casesOf(idOf(drugs))) ?? [];
    const open = own.filter(({ restricted }) => !restricted).map(({ number }) => number);
    expect(own.length).toBeGreaterThan(open.length);
    expect(shown.map(({ number }) => number).sort()).toEqual(open.sort());
    const details = await Promise.all(shown.map(({ id }) => caseOf(id)));
    const text = JSON.stringify([shown, details]);
    for (const { name, title, content } of own) {
      for (const kept of [name, title, content]) if (kept) expect(text).not.toContain(kept);
    }
    const [hidden] = own.filter(({ restricted }) => restricted);
    expect(await caseOf(toGlobalId('OversightCase', hidden?.id ?? ''))).toBeNull();
  });

  test('how everything came out, with its money', async () => {
    const fined = (await casesOf(idOf(drugs), { choice: 'FINED' })) ?? [];
    expect(fined.length).toBeGreaterThan(0);
    for (const { id } of fined) {
      const found = await caseOf(id);
      const sums = found?.outcomes.filter(({ kind, amount }) => kind === 'SANCTION' && (amount ?? 0) > 0);
      expect(sums?.length).toBeGreaterThan(0);
      expect(found?.finding).toBe('SUBSTANTIATED');
    }
  });

  test.each(['RECEIVED', 'ACCEPTED', 'CLOSED', 'OPEN', 'OVERDUE', 'DISSATISFIED', 'COMPENSATED', 'FINED'])(
    'behind %s stand as many as the organisation finds itself',
    async (choice) => {
      const query = {
        RECEIVED: `f.measure = 'RECEIVED'`,
        ACCEPTED: `f.measure = 'ACCEPTED'`,
        CLOSED: `f.measure = 'CLOSED'`,
        OPEN: `f.key = 'received' and c.closed_at is null and c.status not in ('CLOSED', 'DECLINED', 'TRANSFERRED', 'MERGED', 'WITHDRAWN')`,
        OVERDUE: `f.dimensions ->> 'clockResult' = 'OVERDUE'`,
        DISSATISFIED: `f.dimensions ->> 'followUpResult' = 'DISSATISFIED'`,
        COMPENSATED: `f.measure = 'REMEDY' and f.amount > 0`,
        FINED: `f.measure = 'SANCTION' and f.amount > 0`,
      }[choice];
      const [row] = await api.office.database.readInTenant<{ n: number }>(
        { tenantId: drugs.tenantId },
        {
          text: `select count(distinct c.id)::int as n from complaint c
            join complaint_fact f on f.tenant_id = c.tenant_id and f.complaint_id = c.id
            where not c.restricted and f.on_date >= '${YEAR}-01-01' and ${query}`,
          values: [],
        },
      );
      expect(await casesOf(idOf(drugs), { choice })).toHaveLength(row?.n ?? -1);
    },
  );

  test('in pages, the last received first', async () => {
    const all = (await casesOf(idOf(drugs))) ?? [];
    const received = all.map(({ receivedAt }) => receivedAt);
    expect(received).toEqual([...received].sort().reverse());
    const { data } = await api.graphql(
      overseer,
      `query ($id: ID!) { oversightCases(organization: $id, period: ${THIS_YEAR}, first: 2) {
        pageInfo { hasNextPage endCursor } } }`,
      { id: idOf(drugs) },
    );
    expect(data.oversightCases.pageInfo.hasNextPage).toBe(true);
    const next = await casesOf(idOf(drugs), { first: 2, after: data.oversightCases.pageInfo.endCursor });
    expect(next?.map(({ number }) => number)).toEqual(all.slice(2, 4).map(({ number }) => number));
  });

  test('the row of an organisation says whether its cases open', async () => {
    const { data } = await api.graphql(
      overseer,
      `{ oversight(period: ${THIS_YEAR}) { total { opensCases } organizations { code opensCases } grants { level } } }`,
    );
    expect(data.oversight.total.opensCases).toBe(false);
    const opens = new Map(
      data.oversight.organizations.map((row: { code: string; opensCases: boolean }) => [
        row.code,
        row.opensCases,
      ]),
    );
    expect(opens.get(idOf(drugs))).toBe(true);
    expect(opens.get(idOf(telecom))).toBe(false);
    expect(data.oversight.grants.map(({ level }: { level: string }) => level).sort()).toEqual([
      ...['AGGREGATE', 'MASKED_CASES'],
    ]);
  });
});

describe('whose cases are shown', () => {
  test('where figures alone are granted, cases are none: as of an organisation that does not exist', async () => {
    const nobody = toGlobalId('Organization', '00000000-0000-4000-8000-000000000000');
    for (const organization of [idOf(telecom), nobody, 'x', toGlobalId('Complaint', drugs.tenantId)]) {
      expect(await casesOf(organization)).toBeNull();
    }
    const [theirs] = await api.office.database.readInTenant<{ id: string }>(
      { tenantId: telecom.tenantId },
      { text: 'select id from complaint limit 1', values: [] },
    );
    for (const id of [toGlobalId('OversightCase', theirs?.id ?? ''), nobody, 'x']) {
      const { data } = await api.graphql(overseer, 'query ($id: ID!) { oversightCase(id: $id) { id } }', {
        id,
      });
      expect(data.oversightCase).toBeNull();
    }
    const looks = await looksAt(telecom);
    expect(looks.filter((asked) => /case/i.test(asked))).toEqual([]);
  });

  test('only those received while a grant says, where it says so', async () => {
    await api.granted('narrow@example.com', {
      ...{ level: 'MASKED_CASES', tenantId: drugs.tenantId },
      ...{ casesFrom: `${LAST_YEAR}-01-01`, casesUntil: `${LAST_YEAR}-12-31` },
    });
    const caller = await api.signedInAs('narrow@example.com');
    expect(await casesOf(idOf(drugs), { caller })).toEqual([]);
    const [any] = (await casesOf(idOf(drugs))) ?? [];
    expect(await caseOf(any?.id ?? '', caller)).toBeNull();
  });

  test('neither staff, nor keys, nor the public open them', async () => {
    const ask = async (caller: CallerHeaders) => {
      const { errors } = await api.graphql(
        caller,
        `query ($id: ID!) { oversightCases(organization: $id, period: ${THIS_YEAR}) { totalCount } }`,
        { id: idOf(drugs) },
      );
      return errors?.[0]?.extensions.code;
    };
    expect(await ask(administrator)).toBe('FORBIDDEN');
    expect(await ask(await api.keyOf(drugs))).toBe('FORBIDDEN');
    expect(await ask({})).toBe('UNAUTHENTICATED');
  });

  test('the database itself keeps restricted cases and those of others from the role, whatever is asked of it', async () => {
    const userId = await api.granted('role@example.com', { level: 'MASKED_CASES', tenantId: drugs.tenantId });
    const role = new pg.Client({ connectionString: api.office.oversightUrl });
    await role.connect();
    await role.query(`select set_config('app.overseer', $1, false), set_config('app.tenant_id', $2, false)`, [
      ...[userId, telecom.tenantId],
    ]);
    const cases = await role.query('select tenant_id, number from complaint');
    expect(new Set(cases.rows.map(({ tenant_id: of }) => of))).toEqual(new Set([drugs.tenantId]));
    const hidden = new Set((await ownCases()).flatMap((own) => (own.restricted ? [own.number] : [])));
    expect(hidden.size).toBeGreaterThan(0);
    expect(cases.rows.filter(({ number }) => hidden.has(number))).toEqual([]);
    const facts = await role.query('select distinct tenant_id, measure from complaint_fact');
    expect(new Set(facts.rows.map(({ tenant_id: of }) => of))).toEqual(new Set([drugs.tenantId]));
    expect(facts.rows.map(({ measure }) => measure)).not.toContain('HANDED_OVER');
    const orphans = await role.query(
      `select from complaint_fact f where not exists (select from complaint c where c.id = f.complaint_id)`,
    );
    expect(orphans.rows).toEqual([]);
    await expect(role.query('update complaint set number = $1', ['x'])).rejects.toMatchObject({
      code: '42501',
    });
    await role.end();
  });
});

async function looksAt(organization: TestOrganization): Promise<readonly string[]> {
  const { data } = await api.graphql(
    await api.signedIn(organization, 'AUDITOR'),
    '{ oversightLooks(first: 100) { edges { node { asked } } } }',
  );
  return data.oversightLooks.edges.map(({ node }: { node: { asked: string } }) => node.asked);
}

test('every list and every case opened is a look that the organisation sees', async () => {
  const [one] = (await casesOf(idOf(drugs), { choice: 'OPEN' })) ?? [];
  await caseOf(one?.id ?? '');
  // By the query and by `node`: two looks.
  const [last, also, before] = await looksAt(drugs);
  expect(also).toBe(last);
  expect(last).toBe(`Case ${one?.number}`);
  expect(before).toBe(`${YEAR} · cases: open at the end of it`);
});

describe('an organisation', () => {
  const GRANT =
    'grant { id name level basis inForce revocable revokedAt casesFrom endsAt } userErrors { code field }';
  const give = (input: object, caller = administrator) =>
    api.graphql(
      caller,
      `mutation ($input: OversightGrantGiveInput!) { payload: oversightGrantGive(input: $input) { ${GRANT} } }`,
      { input },
    );
  const revoke = (id: string, caller = administrator) =>
    api.graphql(
      caller,
      `mutation ($input: OversightGrantRevokeInput!) { payload: oversightGrantRevoke(input: $input) { ${GRANT} } }`,
      { input: { id } },
    );

  test('opens its cases to an overseer, and takes that back at once', async () => {
    const email = 'chosen@example.com';
    await api.granted(email, { regulation: '监督办法', sector: 'HOSPITAL' });
    const caller = await api.signedInAs(email);
    expect(await casesOf(idOf(drugs), { caller })).toBeNull();
    const { data } = await give({ email, level: 'MASKED_CASES', casesFrom: `${YEAR}-01-01` });
    expect(data.payload.userErrors).toEqual([]);
    const { grant } = data.payload;
    expect(grant).toMatchObject({
      ...{ name: '督查员', level: 'MASKED_CASES', basis: 'ORGANIZATION', inForce: true, revocable: true },
      ...{ casesFrom: `${YEAR}-01-01`, endsAt: null, revokedAt: null },
    });
    expect((await casesOf(idOf(drugs), { caller }))?.length).toBeGreaterThan(0);
    const again = await give({ email, level: 'AGGREGATE' });
    expect(again.data.payload.userErrors).toEqual([{ code: 'ALREADY_DONE', field: 'email' }]);
    const ended = await revoke(grant.id);
    expect(ended.data.payload.grant).toMatchObject({ inForce: false, revocable: false });
    expect(await casesOf(idOf(drugs), { caller })).toBeNull();
    const twice = await revoke(grant.id);
    expect(twice.data.payload.userErrors).toEqual([{ code: 'NOT_FOUND', field: 'id' }]);
    const { data: kept } = await api.graphql(
      administrator,
      `{ officeEvents(filter: { kinds: [OVERSIGHT_GRANTED, OVERSIGHT_REVOKED] }) { edges { node {
        kind subject changes { label after } } } } }`,
    );
    expect(kept.officeEvents.edges.map(({ node }: { node: object }) => node)).toMatchObject([
      { kind: 'OVERSIGHT_REVOKED', subject: `督查员 ${email}` },
      {
        ...{ kind: 'OVERSIGHT_GRANTED', subject: `督查员 ${email}` },
        changes: expect.arrayContaining([
          { label: 'What is seen', after: 'Figures, and cases without people and texts' },
        ]),
      },
    ]);
  });

  test('ends neither what rests on a law nor what another has granted', async () => {
    const { data } = await api.graphql(administrator, '{ oversightGrants { id basis revocable } }');
    const lawful = data.oversightGrants.find(({ basis }: { basis: string }) => basis === 'LAW');
    expect(lawful.revocable).toBe(false);
    const other = await api.signedIn(telecom, 'ADMINISTRATOR');
    await api.granted('theirs@example.com', { regulation: '监督办法' });
    const theirs = await give({ email: 'theirs@example.com', level: 'AGGREGATE' }, other);
    for (const id of [lawful.id, theirs.data.payload.grant.id]) {
      expect((await revoke(id)).data.payload.userErrors).toEqual([{ code: 'NOT_FOUND', field: 'id' }]);
    }
  });

  test('learns nothing of accounts that oversee nothing', async () => {
    const of = async (email: string) => (await give({ email, level: 'AGGREGATE' })).data.payload.userErrors;
    const nobody = await of('nobody@example.com');
    expect(nobody).toEqual([{ code: 'NOT_FOUND', field: 'email' }]);
    expect(await of(telecom.emailOf('SUPERVISOR'))).toEqual(nobody);
  });

  test('is told which day cannot be', async () => {
    const email = 'overseer@example.com';
    const of = async (input: object) =>
      (await give({ email, level: 'MASKED_CASES', ...input })).data.payload.userErrors;
    expect(await of({ until: '2020-01-01' })).toEqual([{ code: 'INVALID', field: 'until' }]);
    expect(await of({ casesFrom: '2026-02-01', casesUntil: '2026-01-01' })).toEqual([
      { code: 'INVALID', field: 'casesUntil' },
    ]);
  });

  test('sees when somebody looked last', async () => {
    await casesOf(idOf(drugs));
    const { data } = await api.graphql(administrator, '{ oversightGrants { name level lastLookAt } }');
    const looked = data.oversightGrants.filter(({ lastLookAt }: { lastLookAt: string | null }) => lastLookAt);
    expect(looked.length).toBeGreaterThan(0);
  });
});
