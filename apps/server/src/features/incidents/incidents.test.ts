import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verifyHistory } from '../../casework/verify.ts';
import { toGlobalId } from '../../graphql/global-id.ts';
import {
  type CallerHeaders,
  openTestApi,
  type TestApi,
  type TestOrganization,
} from '../../testing/api.fixture.ts';
import { verifyIncidents } from './verify-incidents.ts';

/** Many complaints, one event: opened, linked, answered once for all, closed. */

let api: TestApi;
let office: TestOrganization;
let supervisor: CallerHeaders;
let lead: CallerHeaders;
let handler: CallerHeaders;
let auditor: CallerHeaders;

beforeAll(async () => {
  api = await openTestApi();
  office = await api.organization('HOSPITAL', ['HANDLER', 'DEPARTMENT_LEAD', 'SUPERVISOR', 'AUDITOR']);
  supervisor = await api.signedIn(office, 'SUPERVISOR');
  lead = await api.signedIn(office, 'DEPARTMENT_LEAD');
  handler = await api.signedIn(office, 'HANDLER');
  auditor = await api.signedIn(office, 'AUDITOR');
});
afterAll(() => api.close());

const INCIDENT = `incident { id number version status complaintCount openCount unansweredCount peopleCount answeredAt
  answers { id status reached approvedBy { name } } cases { complaint { id number } status hadMasterAnswer }
  timeline { type label actor text complaints { id } leftBehind { complaint { id } reasons } }
  allowedActions { action allowed reason } } course { leftBehind { complaint { id } reasons } } userErrors { code field message }`;

async function does(verb: string, input: object, caller = supervisor) {
  const { data, errors } = await api.graphql(
    caller,
    `mutation ($input: Incident${verb}Input!) { done: incident${verb}(input: $input) { ${INCIDENT} } }`,
    { input },
  );
  expect(errors).toBeUndefined();
  return data.done;
}

async function done(verb: string, input: object, caller = supervisor) {
  const answer = await does(verb, input, caller);
  expect(answer.userErrors).toEqual([]);
  return answer;
}

let phone = 13_800_000_000;

/** A complaint, accepted unless told otherwise. */
async function complaint(
  rest: { readonly phone?: string; readonly groupSize?: number; readonly accepted?: boolean } = {},
): Promise<string> {
  phone += 1;
  const { phone: number = String(phone), groupSize = 1, accepted = true } = rest;
  const { data } = await api.graphql(
    supervisor,
    `mutation ($input: ComplaintRegisterInput!) { complaintRegister(input: $input) { complaint { id } userErrors { message } } }`,
    {
      input: {
        ...{ kind: 'COMPLAINT', channel: 'PHONE', disclosure: 'NAMED', groupSize },
        ...{ content: '门诊系统瘫痪，排队三小时', category: 'WAITING' },
        complainant: { name: '患者', phone: number },
        details: { hospital: { stage: 'OUTPATIENT' } },
      },
    },
  );
  expect(data.complaintRegister.userErrors).toEqual([]);
  const { id } = data.complaintRegister.complaint;
  if (accepted) await command('Accept', { id });
  return id;
}

async function command(verb: string, input: object, caller = supervisor) {
  const { data } = await api.graphql(
    caller,
    `mutation ($input: Complaint${verb}Input!) { done: complaint${verb}(input: $input) {
      complaint { status incident { id number title } answers { text status } history { type summary } }
      userErrors { code field message } } }`,
    { input },
  );
  return data.done;
}

async function opened(complaintIds: readonly string[], rest: object = {}) {
  return done('Open', {
    ...{ title: '门诊系统瘫痪', reason: '同一次系统故障', complaintIds },
    team: { departmentId: toGlobalId('Department', office.departmentIds[0] ?? '') },
    ...rest,
  });
}

describe('an incident', () => {
  test('is opened with its complaints, numbered without gaps, and counts each person once', async () => {
    const ids = [
      await complaint({ phone: '13900000001', groupSize: 4 }),
      await complaint({ phone: '13900000001' }),
      await complaint({ groupSize: 2 }),
    ];
    const first = await opened(ids);
    expect(first.incident).toMatchObject({ complaintCount: 3, peopleCount: 6, unansweredCount: 3 });
    const second = await opened([]);
    const serial = (number: string) => Number(number.split('-').at(-1));
    expect(serial(second.incident.number) - serial(first.incident.number)).toBe(1);
    const { complaint: linked } = await command('Note', { id: ids[0], text: '已联系' });
    expect(linked.incident).toMatchObject({ id: first.incident.id, title: '门诊系统瘫痪' });
    expect(linked.history.map(({ type }: { type: string }) => type)).toContain('INCIDENT_LINKED');
  });

  test('is opened once for a key, however often the call is made', async () => {
    const idempotencyKey = '3f0e5c1e-0a55-4a58-9a50-8d4b6f2d7a11';
    const id = await complaint();
    const beganAt = '2026-01-05T02:00:00.000Z';
    const [one, two] = [
      await opened([id], { idempotencyKey, beganAt }),
      await opened([id], { idempotencyKey, beganAt }),
    ];
    expect(two.incident.id).toBe(one.incident.id);
  });

  test('complaints come in and out, each with its reason; one already in another is named and left', async () => {
    const [inOther, free] = [await complaint(), await complaint()];
    await opened([inOther]);
    const { incident } = await opened([]);
    const linked = await done('LinkComplaints', {
      ...{ id: incident.id, complaintIds: [inOther, free], reason: '同一故障' },
    });
    expect(linked.incident.complaintCount).toBe(1);
    expect(linked.course.leftBehind).toEqual([
      { complaint: { id: inOther }, reasons: [expect.stringContaining('linked to an incident already')] },
    ]);
    const out = await done('UnlinkComplaints', {
      ...{ id: incident.id, complaintIds: [free], reason: '另一原因' },
    });
    expect(out.incident.complaintCount).toBe(0);
    const kinds = out.incident.timeline.map(({ type }: { type: string }) => type);
    expect(kinds).toEqual(['OPENED', 'LINKED', 'UNLINKED']);
  });

  test('from the case, it is linked by whoever works on it', async () => {
    const { incident } = await opened([]);
    const id = await complaint();
    const { complaint: after, userErrors } = await command('LinkIncident', {
      ...{ id, incidentId: incident.id, reason: '同一故障' },
    });
    expect(userErrors).toEqual([]);
    expect(after.incident.id).toBe(incident.id);
  });
});

describe('the master answer', () => {
  test('is drafted, approved by another, and answers each complaint in its own life; who cannot be is named', async () => {
    const [ready, waiting, withdrawn] = [
      await complaint(),
      await complaint({ accepted: false }),
      await complaint(),
    ];
    const { incident } = await opened([ready, waiting, withdrawn]);
    const { id } = incident;
    await command('Withdraw', { id: withdrawn, reason: 'SETTLED' });
    const drafted = await done('DraftAnswer', { id, text: '系统已恢复，退还挂号费。' }, lead);
    const [{ id: answerId }] = drafted.incident.answers;
    const early = await does('GiveAnswer', { id, answerId, via: 'PHONE' });
    expect(early.userErrors).toMatchObject([{ code: 'CONDITION_UNMET' }]);
    expect((await does('ApproveAnswer', { id, answerId }, lead)).userErrors).toMatchObject([
      { code: 'CONDITION_UNMET' },
    ]);
    await done('ApproveAnswer', { id, answerId });
    const given = await done('GiveAnswer', { id, answerId, via: 'PHONE' }, handler);
    expect(given.incident).toMatchObject({ status: 'ANSWERED', unansweredCount: 1 });
    expect(given.incident.answers[0].reached).toBe(1);
    const left = given.course.leftBehind.map(
      ({ complaint: { id: one } }: { complaint: { id: string } }) => one,
    );
    expect(left.sort()).toEqual([waiting, withdrawn].sort());
    const { complaint: answered } = await command('Note', { id: ready, text: '回访安排' });
    expect(answered).toMatchObject({
      ...{ status: 'ANSWERED', answers: [{ text: '系统已恢复，退还挂号费。', status: 'GIVEN' }] },
    });

    // Accepted since then, it is given the same answer; nobody gets it twice.
    await done('Move', { id, move: 'ACCEPT' });
    const again = await done('GiveAnswer', { id, answerId, via: 'PHONE' });
    expect(again.incident.answers[0].reached).toBe(2);
    const twice = await does('GiveAnswer', { id, answerId, via: 'PHONE' });
    expect(twice.userErrors).toMatchObject([{ code: 'CONDITION_UNMET' }]);
    expect((await command('Note', { id: ready, text: '核对' })).complaint.answers).toHaveLength(1);
  });
});

describe('all together', () => {
  test('assigned at one stroke, closed only when all are answered, and every history verifies', async () => {
    const ids = [await complaint(), await complaint()];
    const { incident } = await opened(ids);
    const { id } = incident;
    const department = toGlobalId('Department', office.departmentIds[0] ?? '');
    await done('Move', { id, move: 'ASSIGN', departmentId: department });
    expect((await does('Close', { id, summary: '已恢复' })).userErrors).toMatchObject([
      { code: 'CONDITION_UNMET', message: expect.stringContaining('2 linked') },
    ]);
    const { incident: drafted } = await done('DraftAnswer', { id, text: '已恢复。' }, lead);
    const answerId = drafted.answers[0].id;
    await done('ApproveAnswer', { id, answerId });
    await done('GiveAnswer', { id, answerId, via: 'PHONE' });
    const closed = await done('Close', { id, summary: '已恢复，增设备用服务器' });
    expect(closed.incident.status).toBe('CLOSED');
    const late = await does('LinkComplaints', { id, complaintIds: [await complaint()], reason: '同一故障' });
    expect(late.userErrors).toMatchObject([{ code: 'WRONG_STATE' }]);

    const actor = { kind: 'system', tenantId: office.tenantId, task: 'test' } as const;
    expect((await verifyHistory(api.office.database, actor)).faults).toEqual([]);
    const verified = await verifyIncidents(api.office.database, actor);
    expect(verified.incidents).toBeGreaterThan(3);
    expect(verified.faults).toEqual([]);
  });

  test('what somebody changed behind our back is found', async () => {
    const { incident } = await opened([]);
    await api.office.tamper(
      `update incident_event set data = jsonb_set(data, '{title}', '"无事"')
        where incident_id = (select id from incident where number = $1 and tenant_id = $2)`,
      [incident.number, office.tenantId],
    );
    const actor = { kind: 'system', tenantId: office.tenantId, task: 'test' } as const;
    const { faults } = await verifyIncidents(api.office.database, actor);
    expect(faults).toEqual([expect.objectContaining({ number: incident.number, seq: 1 })]);
  });
});

describe('who', () => {
  test('an auditor reads, and changes nothing', async () => {
    const { incident } = await opened([]);
    const { data } = await api.graphql(auditor, 'query ($id: ID!) { incident(id: $id) { number } }', {
      id: incident.id,
    });
    expect(data.incident.number).toBe(incident.number);
    expect((await does('Note', { id: incident.id, text: '进展' }, auditor)).userErrors).toMatchObject([
      { code: 'FORBIDDEN' },
    ]);
  });

  test('whoever is recused from a complaint does not move it', async () => {
    const id = await complaint();
    const { incident } = await opened([id]);
    await command('Recuse', { id, memberId: await ownId(lead), reason: '亲属' });
    const moved = await done('Move', { id: incident.id, move: 'CLOSE', remark: '统一办结' }, lead);
    expect(moved.course.leftBehind[0].reasons).toEqual(['You are recused from this complaint.']);
  });

  test('another organisation has no such incident', async () => {
    const { incident } = await opened([]);
    const other = await api.organization('HOSPITAL');
    const stranger = await api.signedIn(other, 'SUPERVISOR');
    const { data } = await api.graphql(stranger, 'query ($id: ID!) { incident(id: $id) { number } }', {
      id: incident.id,
    });
    expect(data.incident).toBeNull();
    expect((await does('Note', { id: incident.id, text: '进展' }, stranger)).userErrors).toMatchObject([
      { code: 'NOT_FOUND', field: 'id' },
    ]);
  });
});

test('the inbox is narrowed to the complaints of one; of another organisation’s incident it shows none', async () => {
  const linked = [await complaint(), await complaint()];
  const { incident } = await opened(linked);
  await complaint();
  const shown = async (id: string, caller = supervisor): Promise<readonly string[] | string> => {
    const { data, errors } = await api.graphql(
      caller,
      'query ($id: ID) { complaints(filter: { incident: $id }) { edges { node { id } } } }',
      { id },
    );
    const [refused] = errors ?? [];
    if (refused) return refused.message;
    return data.complaints.edges.map(({ node }: { node: { id: string } }) => node.id);
  };
  expect([...(await shown(incident.id))].sort()).toEqual([...linked].sort());
  expect(await shown(toGlobalId('Incident', '01890a5d-ac96-774b-bcce-b302099a8057'))).toEqual([]);
  expect(await shown(linked[0] ?? '')).toContain('incident');

  const other = await api.organization('HOSPITAL');
  const stranger = await api.signedIn(other, 'SUPERVISOR');
  expect(await shown(incident.id, stranger)).toEqual([]);
});

test('the report of the period tells of each, with its complaints and people', async () => {
  const { incident } = await opened([await complaint({ groupSize: 5 })], { title: '报告中的事件' });
  const { data, errors } = await api.graphql(
    supervisor,
    `query ($year: Int!) { reportPreview(period: { kind: YEAR, year: $year }) { sections { code blocks {
      ... on ReportTable { rows { cells { text } } } } } } }`,
    { year: new Date().getFullYear() },
  );
  expect(errors).toBeUndefined();
  const sections: readonly { code: string; blocks: readonly object[] }[] = data.reportPreview.sections;
  const said = JSON.stringify(sections.find(({ code }) => code === 'incidents')?.blocks);
  expect(said).toContain(`{"cells":[{"text":"${incident.number} 报告中的事件"},{"text":"1"},{"text":"5"}`);
});

async function ownId(caller: CallerHeaders): Promise<string> {
  const { data } = await api.graphql(caller, '{ viewer { member { id } } }');
  return data.viewer.member.id;
}
