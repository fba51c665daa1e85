import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApi, type TestApi } from '../testing/api.fixture.ts';
import { type Desk, openDesk, type Shown } from '../testing/desk.fixture.ts';

/**
 * A hospital at work, through GraphQL alone, from registration to the sections of its report: a family complains of an
 * infusion, speaks of a dispute, the records are sealed, an appraisal is waited for, and the hospital speaks with one voice.
 */

let api: TestApi;
let desk: Desk;
let dispute: string;

const SELECTION = `status number classification { label } complainant { masked name phone }
  details { ... on HospitalDetails { patientName visitNumber harm coreInstitution recordsSealedBy } }
  answers { id status text } clocks { state rule { code } } causes { cause { label } } correctiveActions { id } remedies { kind { label } }`;

beforeAll(async () => {
  api = await openTestApi();
  desk = await openDesk(api, {
    ...{ sector: 'HOSPITAL', roles: ['HANDLER', 'DEPARTMENT_LEAD', 'SUPERVISOR', 'AUDITOR'] },
    selection: SELECTION,
  });
});
afterAll(() => api.close());

const correct = (hospital: object, reason: string) =>
  desk.done('HANDLER', 'Correct', { id: dispute, changes: { details: { hospital } }, reason });

test('家属投诉：先记为投诉；不经办的人看不到患方身份和患者信息', async () => {
  const { id, classification } = await desk.done('HANDLER', 'Register', {
    ...{ kind: 'COMPLAINT', channel: 'IN_PERSON', disclosure: 'NAMED', category: 'MEDICATION' },
    ...{ content: '输液时换错药瓶', respondent: { name: '普外科', type: 'SURGICAL' } },
    complainant: { name: '家属陈某', phone: '13900030001' },
    details: {
      hospital: {
        stage: 'INFUSION',
        patientName: '陈大爷',
        visitNumber: 'ZY20260101',
        patientCondition: 'CRITICAL',
      },
    },
  });
  dispute = id;
  expect(classification.label).toBe('投诉');
  expect(await desk.seen('HANDLER', id)).toMatchObject({
    complainant: { masked: false, name: '家属陈某' },
    details: { patientName: '陈大爷', visitNumber: 'ZY20260101' },
  });
  const others = await desk.seen('AUDITOR', id);
  expect(others).toMatchObject({
    complainant: { masked: true, name: '家**', phone: '139****0001' },
    details: { patientName: null, visitNumber: null },
  });
  await desk.done('HANDLER', 'Accept', { id });
  await desk.done('HANDLER', 'NotifyDecision', { id, via: 'IN_PERSON' });
});

test('转为医疗纠纷：损害程度只有经办的人看得到；病历封存要有时间和封存人', async () => {
  await correct({ harm: 'INJURY', coreInstitution: 'IDENTITY_CHECK' }, '补充损害程度');
  const turned = await desk.done('HANDLER', 'Reclassify', {
    ...{ id: dispute, classification: 'DISPUTE', reason: '患方提出赔偿，双方对责任有争议' },
  });
  expect(turned).toMatchObject({ classification: { label: '医疗纠纷' }, details: { harm: 'INJURY' } });
  expect((await desk.seen('AUDITOR', dispute)).details.harm).toBeNull();
  const recordsSealedAt = new Date().toISOString();
  const half = { details: { hospital: { recordsSealedAt } } };
  expect(
    await desk.refused('HANDLER', 'Correct', { id: dispute, changes: half, reason: '封存病历' }),
  ).toEqual(['changes.details.recordsSealedBy']);
  const sealed = await correct({ recordsSealedAt, recordsSealedBy: '医务科与患方' }, '封存病历');
  expect(sealed.details.recordsSealedBy).toBe('医务科与患方');
});

test('人民调解期间鉴定，调解时限中止；鉴定完毕恢复计算', async () => {
  const mediation = ({ clocks }: Shown) =>
    clocks.filter(({ rule }: Shown) => rule.code.startsWith('hospital.peoples-mediation@'));
  await correct({ route: 'PEOPLES_MEDIATION', appraisalBody: '市医学会' }, '双方同意人民调解');
  await desk.done('HANDLER', 'TakeRoute', { id: dispute, route: 'PEOPLES_MEDIATION' });
  const begun = await desk.done('HANDLER', 'RecordMilestone', {
    id: dispute,
    milestone: 'MEDIATION_ACCEPTED',
  });
  expect(mediation(begun)).toMatchObject([{ state: 'RUNNING' }]);
  const appraisal = { id: dispute, reason: 'APPRAISAL' };
  const paused = await desk.done('HANDLER', 'PauseClocks', { ...appraisal, text: '委托市医学会鉴定' });
  expect(mediation(paused)).toMatchObject([{ state: 'PAUSED' }]);
  const resumed = await desk.done('HANDLER', 'ResumeClocks', { ...appraisal, text: '鉴定意见已到' });
  expect(mediation(resumed)).toMatchObject([{ state: 'RUNNING' }]);
});

test('一个口径：答复须经负责人审核；办结要有原因、核心制度、结论和整改', async () => {
  const id = dispute;
  const unapproved = { id, text: '我院愿意赔偿。', via: 'IN_PERSON', final: true };
  expect(await desk.refused('HANDLER', 'Answer', unapproved)).not.toEqual([]);
  const text = '经查，护士未执行查对制度，我院致歉并赔偿。';
  const drafted = await desk.done('HANDLER', 'DraftAnswer', { id, text, final: true });
  const answerId: string = drafted.answers[0].id;
  expect(await desk.refused('HANDLER', 'ApproveAnswer', { id, answerId })).toEqual(['FORBIDDEN']);
  expect(
    await desk.refused('HANDLER', 'Answer', { id, answerId, via: 'IN_PERSON', final: true }),
  ).not.toEqual([]);
  await desk.done('DEPARTMENT_LEAD', 'ApproveAnswer', { id, answerId });
  await desk.done('HANDLER', 'Answer', { id, answerId, via: 'IN_PERSON', final: true });

  expect(await desk.refused('HANDLER', 'Close', { id })).toEqual(['CAUSE', 'FINDING']);
  await desk.done('HANDLER', 'StateCause', { id, cause: 'CORE_INSTITUTION' });
  await desk.done('HANDLER', 'Conclude', { id, finding: 'SUBSTANTIATED', facts: '未执行查对制度' });
  expect(await desk.refused('HANDLER', 'Close', { id })).toEqual(['CORRECTIVE_ACTION']);
  const sum = { amount: 3_000_000, currency: 'CNY' };
  await desk.done('HANDLER', 'GiveRemedy', {
    id,
    remedy: 'COMPENSATION',
    money: { original: sum, converted: sum },
  });
  const dueOn = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
  const ownerMemberId = await desk.memberId('DEPARTMENT_LEAD');
  await desk.done('HANDLER', 'PlanAction', { id, text: '全院查对制度再培训', ownerMemberId, dueOn });
  expect((await desk.done('HANDLER', 'Close', { id })).status).toBe('CLOSED');
});

test('年度报告：纠纷单列，按科室类别分，与手工计数一致', async () => {
  const complaint = (name: string, type: string, stage: string) =>
    desk.done('HANDLER', 'Register', {
      ...{ kind: 'COMPLAINT', channel: 'PHONE', disclosure: 'ANONYMOUS', category: 'ATTITUDE' },
      ...{ content: '态度生硬', respondent: { name, type }, details: { hospital: { stage } } },
    });
  await complaint('急诊科', 'EMERGENCY', 'EMERGENCY');
  await complaint('收费处', 'SERVICE', 'REGISTRATION');
  /*
   * Counted by hand:      department            kind        box         harm     stage
   *   the infusion        普外科, watched       外科        dispute     伤害     输液
   *   rude                急诊科, watched       急诊        complaint   –        急诊
   *   rude                收费处                服务与后勤  complaint   –        挂号
   * Disputes 1, complaints 2, turned dispute 1; compensation 30,000.00; 3 in 60,000 visits = 0.50 in 10,000.
   */
  await desk.setAgainst('VISITS', 60_000);
  const disputes = await desk.section('disputes');
  const figures = ['disputes', 'complaintsOnly', 'turnedDispute', 'disputeCompensation', 'perVisits'];
  expect(figures.map(disputes.figure)).toEqual(['1', '2', '1', '30,000.00', '0.50']);
  const kinds = disputes.rows('departmentsByBox');
  const lineOf = (kind: string) => kinds.find(([name]) => name === kind)?.slice(1);
  expect(lineOf('外科')).toEqual(['0', '1', '1']);
  expect(lineOf('急诊')).toEqual(['1', '0', '1']);
  expect(lineOf('服务与后勤')).toEqual(['1', '0', '1']);
  expect(lineOf('合计')).toEqual(['2', '1', '3']);
  expect(disputes.rows('routes')[0]?.slice(0, 2)).toEqual(['人民调解', '1']);
  expect(disputes.rows('harm')[0]?.slice(0, 2)).toEqual(['伤害', '1']);
  expect(disputes.text).toContain('由投诉转为纠纷 1 件');
  expect(disputes.text).toContain('（叁万元整）');

  const watched = await desk.section('watched');
  expect(['watchedDepartments', 'criticalPatients'].map(watched.figure)).toEqual(['2', '1']);
  expect(watched.rows('coreInstitutions')[0]?.slice(0, 2)).toEqual(['查对制度', '1']);
  const lessons = await desk.section('lessons');
  expect(lessons.figure('actionsPlanned')).toBe('1');
});
