import { afterAll, beforeAll, expect, test } from 'vitest';
import { toGlobalId } from '../../graphql/global-id.ts';
import {
  type CallerHeaders,
  openTestApi,
  type TestApi,
  type TestOrganization,
} from '../../testing/api.fixture.ts';
import { IncidentWatch } from './incident-watch.ts';

/** Bursts among the complaints of an organisation are proposed as incidents, and an officer decides. */

let api: TestApi;
let office: TestOrganization;
let supervisor: CallerHeaders;

beforeAll(async () => {
  api = await openTestApi();
  office = await api.organization('PROPERTY', ['HANDLER', 'SUPERVISOR']);
  supervisor = await api.signedIn(office, 'SUPERVISOR');
  // A quiet year, so that it is known what is usual.
  for (let month = 1; month <= 11; month += 1) await complaint({ estate: '翠湖苑', daysAgo: month * 30 });
});
afterAll(() => api.close());

async function ask(caller: CallerHeaders, query: string, variables: object = {}) {
  const { data, errors } = await api.graphql(caller, query, variables);
  expect(errors).toBeUndefined();
  return data;
}

let phone = 13_700_000_000;

async function complaint(of: {
  readonly estate: string;
  readonly daysAgo?: number;
  readonly category?: string;
}) {
  const { estate, daysAgo = 0, category = 'EQUIPMENT' } = of;
  phone += 1;
  const receivedAt = new Date(Date.now() - daysAgo * 86_400_000 - 60_000).toISOString();
  const { complaintRegister } = await ask(
    supervisor,
    `mutation ($input: ComplaintRegisterInput!) { complaintRegister(input: $input) {
      complaint { id } userErrors { field message } } }`,
    {
      input: {
        ...{ kind: 'COMPLAINT', channel: 'PHONE', disclosure: 'NAMED', receivedAt, category },
        ...{ content: '电梯停运，老人下不了楼', details: { property: { estate } } },
        complainant: { name: '业主', phone: String(phone) },
      },
    },
  );
  expect(complaintRegister.userErrors).toEqual([]);
  return complaintRegister.complaint.id as string;
}

/** A look of the timer; each with a watch of its own, which has seen nothing before. */
async function looked(caller = supervisor) {
  const { database, services } = api.office;
  const watch = new IncidentWatch({ database, offices: services.casework.offices });
  await watch.look({ kind: 'system', tenantId: office.tenantId, task: 'test' });
  const { incidentProposals } = await ask(
    caller,
    '{ incidentProposals { id kind reason where category { code } complaints { id } } }',
  );
  return incidentProposals;
}

const ACCEPT = `mutation ($input: IncidentProposalAcceptInput!) { done: incidentProposalAccept(input: $input) {
  incident { id place category { code } complaintCount timeline { type text } } userErrors { code field } } }`;
const DISMISS = `mutation ($input: IncidentProposalDismissInput!) { done: incidentProposalDismiss(input: $input) {
  dismissedId userErrors { code field } } }`;

test('a quiet office is proposed nothing', async () => {
  expect(await looked()).toEqual([]);
});

test('a burst is proposed with the figures behind it, to those who lead alone; accepted, its complaints are linked', async () => {
  const ids = await Promise.all(Array.from({ length: 8 }, () => complaint({ estate: '翠湖苑' })));
  const [proposal, ...others] = await looked();
  expect(others).toEqual([]);
  expect(proposal).toMatchObject({ kind: 'BURST', where: '翠湖苑', category: { code: 'EQUIPMENT' } });
  expect(proposal.reason).toContain('8 complaints by 8 people in the last');
  expect(proposal.complaints.map(({ id }: { id: string }) => id).sort()).toEqual([...ids].sort());
  expect(await looked(await api.signedIn(office, 'HANDLER'))).toEqual([]);

  const team = { departmentId: toGlobalId('Department', office.departmentIds[0] ?? '') };
  const input = { id: proposal.id, title: '翠湖苑电梯停运', team };
  const { done } = await ask(supervisor, ACCEPT, { input });
  expect(done.userErrors).toEqual([]);
  expect(done.incident).toMatchObject({
    place: '翠湖苑',
    complaintCount: 8,
    category: { code: 'EQUIPMENT' },
  });
  expect(await looked()).toEqual([]);
  // Accepted twice, it is the same incident.
  const { done: again } = await ask(supervisor, ACCEPT, { input });
  expect(again.incident.id).toBe(done.incident.id);
});

test('dismissed with a reason, the same is not proposed again for the same days', async () => {
  await Promise.all(Array.from({ length: 7 }, () => complaint({ estate: '枫林里' })));
  const [proposal] = await looked();
  expect(proposal.where).toBe('枫林里');
  const without = await ask(supervisor, DISMISS, { input: { id: proposal.id, reason: ' ' } });
  expect(without.done.userErrors).toEqual([{ code: 'REQUIRED', field: 'reason' }]);
  const { done } = await ask(supervisor, DISMISS, {
    input: { id: proposal.id, reason: '同一业主群集中登记' },
  });
  expect(done.dismissedId).toBe(proposal.id);
  await complaint({ estate: '枫林里' });
  expect(await looked()).toEqual([]);
});

test('a sudden event is proposed at once, with all of the same place', async () => {
  const ids = [
    await complaint({ estate: '碧水湾', category: 'SUDDEN_EVENT' }),
    await complaint({ estate: '碧水湾', category: 'SUDDEN_EVENT' }),
  ];
  const [proposal] = await looked();
  expect(proposal).toMatchObject({ kind: 'DECLARED', where: '碧水湾' });
  expect(proposal.complaints).toHaveLength(ids.length);
});

test('another organisation is shown none of it, and can neither accept nor dismiss it', async () => {
  const [proposal] = await looked();
  const other = await api.organization('PROPERTY');
  const stranger = await api.signedIn(other, 'SUPERVISOR');
  expect((await ask(stranger, '{ incidentProposals { id } }')).incidentProposals).toEqual([]);
  const { done } = await ask(stranger, DISMISS, { input: { id: proposal.id, reason: '不属实' } });
  expect(done.userErrors).toEqual([{ code: 'NOT_FOUND', field: 'id' }]);
});
