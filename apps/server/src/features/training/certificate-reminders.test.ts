import { addDays, localDateOf, ROLES, type SystemActor } from '@huiyin/domain';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { uuidOf } from '../../graphql/global-id.ts';
import { openTestApi, type TestApi, type TestOrganization } from '../../testing/api.fixture.ts';

/** Certificates that end are told to their holders and to those who lead them: at sixty days and at thirty, once. */

const TODAY = localDateOf(new Date().toISOString());
let api: TestApi;
let office: TestOrganization;

beforeAll(async () => {
  api = await openTestApi();
  office = await api.organization('TELECOM', ROLES);
});
afterAll(() => api.close());

const timer = (): SystemActor => ({ kind: 'system', tenantId: office.tenantId, task: '定时 / timer' });
const remind = () => api.office.services.certificateReminders.remind(timer());
const addressees = () => api.letters().map((letter) => /^To: (.*)\r$/m.exec(letter)?.[1]);

async function certificate(
  person: { readonly name: string; readonly memberId?: string },
  days: number,
  named = '三级证书',
) {
  const done = await api.office.services.trainings.save(timer(), {
    input: {
      ...{ id: undefined, complaintId: undefined, trainingClass: 'CERTIFICATION', trainer: '' },
      ...{ topic: '鉴定', heldOn: TODAY, tenthsOfHours: 40 },
      attendances: [
        {
          ...{ ...person, experience: 'EXPERIENCED', assessment: 'PASSED', certificate: named },
          expiresOn: addDays(TODAY, days),
        },
      ],
    },
  });
  expect(done.ok).toBe(true);
}

test('holder and department lead are told once; of somebody without a sign-in the supervisor is', async () => {
  const caller = await api.signedIn(office, 'HANDLER');
  const { data } = await api.graphql(caller, '{ viewer { member { id } } }');
  const memberId = uuidOf(data.viewer.member.id, 'Member');
  if (!memberId) throw new Error('The handler is no member.');
  await certificate({ name: '承办人', memberId }, 61);
  expect(await remind()).toBe(0);
  await certificate({ name: '外聘人员' }, 45);
  expect(await remind()).toBe(1);
  expect(addressees()).toEqual([office.emailOf('SUPERVISOR')]);
  await certificate({ name: '承办人', memberId }, 20, '心理疏导证书');
  expect(await remind()).toBe(1);
  expect(addressees().slice(1).sort()).toEqual([
    ...[office.emailOf('DEPARTMENT_LEAD'), office.emailOf('HANDLER')],
  ]);
  expect(await remind()).toBe(0);
});

test('a certificate that was got again for longer calls nobody', async () => {
  const before = api.letters().length;
  await certificate({ name: '已续证' }, 20);
  await certificate({ name: '已续证' }, 400);
  expect(await remind()).toBe(0);
  expect(api.letters()).toHaveLength(before);
});
