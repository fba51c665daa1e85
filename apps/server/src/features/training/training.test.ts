import { ROLES, type SystemActor } from '@huiyin/domain';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { toGlobalId } from '../../graphql/global-id.ts';
import {
  type CallerHeaders,
  openTestApi,
  type TestApi,
  type TestOrganization,
} from '../../testing/api.fixture.ts';

/** Training is written down, counted by class, and certificates call before they end. */

const READ = `query ($from: LocalDate!, $to: LocalDate!) { training(from: $from, to: $to) {
  sessions { id topic heldOn hours complaint { number } attendances { name certificate } }
  figures { trainingClass sessions people hours passRate expiring } due { name expiresOn } } }`;
const SAVE = `mutation ($input: TrainingSaveInput!) { trainingSave(input: $input) {
  savedId userErrors { code field } } }`;
const YEAR = { from: '2026-01-01', to: '2026-12-31' };

let api: TestApi;
let office: TestOrganization;
let supervisor: CallerHeaders;

beforeAll(async () => {
  api = await openTestApi();
  office = await api.organization('TOURISM', ROLES);
  supervisor = await api.signedIn(office, 'SUPERVISOR');
});
afterAll(() => api.close());

const day = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

async function save(changes: object, caller = supervisor) {
  const input = {
    ...{ trainingClass: 'CERTIFICATION', topic: '投诉处理员鉴定', heldOn: '2026-02-03', hours: 3.5 },
    attendances: [{ name: '赵一', experience: 'NEW', assessment: 'PASSED' }],
    ...changes,
  };
  return (await api.graphql(caller, SAVE, { input })).data.trainingSave;
}
const read = async (span: object = YEAR, caller = supervisor) =>
  (await api.graphql(caller, READ, span)).data.training;

test('a session is written down with who took part, counted in its class, changed and removed', async () => {
  const actor: SystemActor = { kind: 'system', tenantId: office.tenantId, task: 'test' };
  const { casework } = api.office.services;
  const registered = await casework.register(actor, {
    command: {
      ...{ type: 'REGISTER', kind: 'COMPLAINT', channel: 'PHONE', disclosure: 'ANONYMOUS', groupSize: 1 },
      ...{ source: { level: 'DIRECT' }, demands: [] },
      ...{ content: '景区提前关门。', category: 'PLAY_TIME', details: {}, respondent: { name: '某景区' } },
      receivedAt: new Date().toISOString(),
    },
  });
  if (!registered.ok) throw new Error(JSON.stringify(registered.refusals));
  const { id, number } = registered.complaint;
  const complaintId = toGlobalId('Complaint', id);
  const people = [
    { name: '赵一', experience: 'NEW', assessment: 'PASSED', certificate: '初级', expiresOn: '2026-06-30' },
    { name: '钱二', experience: 'EXPERIENCED', assessment: 'FAILED' },
  ];
  expect((await save({ complaintId })).userErrors).toEqual([
    { code: 'CONDITION_UNMET', field: 'complaintId' },
  ]);
  for (const command of [
    { type: 'ACCEPT' },
    { type: 'RECORD_LESSON', text: '开放时间变动应提前公示。' },
  ] as const) {
    expect(await casework.execute(actor, { complaintId: id, command })).toMatchObject({ ok: true });
  }
  const { savedId, userErrors } = await save({ complaintId, attendances: people });
  expect(userErrors).toEqual([]);
  const kept = await read();
  expect(kept.sessions).toEqual([
    {
      ...{ id: savedId, topic: '投诉处理员鉴定', heldOn: '2026-02-03', hours: 3.5, complaint: { number } },
      attendances: [
        { name: '赵一', certificate: '初级' },
        { name: '钱二', certificate: null },
      ],
    },
  ]);
  expect(kept.figures[2]).toEqual({
    ...{ trainingClass: 'CERTIFICATION', sessions: 1, people: 2, hours: 3.5, passRate: '50.00', expiring: 1 },
  });
  expect((await read({ from: '2027-01-01', to: '2027-12-31' })).sessions).toEqual([]);

  expect((await save({ id: savedId, topic: '复训' })).userErrors).toEqual([]);
  const changed = await read();
  expect(changed.sessions).toMatchObject([
    { topic: '复训', complaint: null, attendances: [{ name: '赵一' }] },
  ]);
  const gone = await api.graphql(
    supervisor,
    'mutation ($id: ID!) { trainingRemove(input: { id: $id }) { removedId userErrors { code } } }',
    { id: savedId },
  );
  expect(gone.data.trainingRemove).toEqual({ removedId: savedId, userErrors: [] });
  expect((await read()).sessions).toEqual([]);
});

test('of two who change a session at once the second learns of it, and what the first wrote stands', async () => {
  const { savedId: id } = await save({ topic: '接待礼仪', heldOn: '2025-03-04' });
  const span = { from: '2025-03-04', to: '2025-03-04' };
  const version = async () =>
    (
      await api.graphql(
        supervisor,
        'query ($from: LocalDate!, $to: LocalDate!) { training(from: $from, to: $to) { sessions { version } } }',
        span,
      )
    ).data.training.sessions[0].version;
  const seen = await version();
  const change = (topic: string) => save({ id, topic, version: seen, heldOn: '2025-03-04' });
  expect((await change('接待礼仪（上）')).userErrors).toEqual([]);
  expect(await change('接待礼仪（下）')).toEqual({
    ...{ savedId: null, userErrors: [{ code: 'CONFLICT', field: 'version' }] },
  });
  expect((await read(span)).sessions).toMatchObject([{ topic: '接待礼仪（上）' }]);
  expect(await version()).toBe(seen + 1);
});

test('what cannot be is refused beside its field', async () => {
  const refused = async (changes: object) => (await save(changes)).userErrors;
  expect(await refused({ topic: ' ' })).toEqual([{ code: 'REQUIRED', field: 'topic' }]);
  expect(await refused({ heldOn: day(3) })).toEqual([{ code: 'INVALID', field: 'heldOn' }]);
  expect(await refused({ hours: 0 })).toEqual([{ code: 'INVALID', field: 'hours' }]);
  const failed = { name: '甲', experience: 'NEW', assessment: 'FAILED', expiresOn: '2027-01-01' };
  expect(await refused({ attendances: [failed] })).toEqual([{ code: 'INVALID', field: 'attendances' }]);
});

test('a certificate calls ninety days before it ends, until it was got again', async () => {
  const of = (expiresOn: string) => ({
    attendances: [
      { name: '孙三', experience: 'EXPERIENCED', assessment: 'PASSED', certificate: '中级', expiresOn },
    ],
  });
  await save(of(day(200)));
  expect((await read()).due).toEqual([]);
  await save({ ...of(day(30)), attendances: [{ ...of(day(30)).attendances[0], name: '李四' }] });
  expect((await read()).due).toEqual([{ name: '李四', expiresOn: day(30) }]);
  await save({ ...of(day(700)), attendances: [{ ...of(day(700)).attendances[0], name: '李四' }] });
  expect((await read()).due).toEqual([]);
});

test('a member goes by the name they have here; one of another organisation is nobody', async () => {
  const { data } = await api.graphql(supervisor, '{ viewer { member { id name } } }');
  const { id: memberId, name } = data.viewer.member;
  const person = { memberId, name: '随便', experience: 'EXPERIENCED', assessment: 'PASSED' };
  expect((await save({ topic: '内训', attendances: [person] })).userErrors).toEqual([]);
  const kept = (await read()).sessions.find(({ topic }: { topic: string }) => topic === '内训');
  expect(kept.attendances).toEqual([{ name, certificate: null }]);
  const other = await api.organization('TELECOM', ['SUPERVISOR']);
  expect((await save({ attendances: [person] }, await api.signedIn(other, 'SUPERVISOR'))).userErrors).toEqual(
    [{ code: 'NOT_FOUND', field: 'attendances' }],
  );
});

test('another organisation has its own; handlers read none', async () => {
  const other = await api.organization('TELECOM', ['SUPERVISOR']);
  expect((await read(YEAR, await api.signedIn(other, 'SUPERVISOR'))).sessions).toEqual([]);
  const { errors } = await api.graphql(await api.signedIn(office, 'HANDLER'), READ, YEAR);
  expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
});
