import type { SystemActor, VisitPlan } from '@huiyin/domain';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestOffice, type TestOffice } from '../../testing/office.fixture.ts';
import { textTableOf } from './report-table.ts';

/** The preventive visits of a period in its report: planned, made, late, with findings and follow-ups that add up. */

let office: TestOffice;
beforeAll(async () => {
  office = await openTestOffice();
});
afterAll(() => office.close());

test('visits count on the day planned for and on the day made; follow-ups are done or open', async () => {
  const supervisor = await office.supervisorOf('TOURISM');
  const { reports, visits } = office.services;
  const actor: SystemActor = { kind: 'system', tenantId: supervisor.tenantId, task: 'test' };
  const table = async () => {
    const report = await reports.preview(supervisor, { kind: 'MONTH', year: 2026, number: 3 });
    const lessons = report?.content.sections.find(({ code }) => code === 'lessons');
    const block = lessons?.blocks.find((each) => each.kind === 'table' && each.code === 'visits');
    return block && textTableOf(block, 'zh-CN')?.rows.map(({ cells }) => cells.map(({ text }) => text));
  };
  const visit = async (target: VisitPlan['target'], plannedOn: string, made?: string) => {
    const plan = { target, name: '甲', reason: 'BY_HAND', why: '例行', plannedOn } as const;
    const planned = await visits.plan(actor, { plan: { ...plan, visitorId: supervisor.memberId } });
    if (!planned.ok) throw new Error(JSON.stringify(planned.refusals));
    if (!made) return;
    const followUp = { text: '整改', ownerId: supervisor.memberId, dueOn: '2026-12-31' };
    const record = { doneOn: made, findings: ['问题一', '问题二'], followUps: [followUp] };
    expect(await visits.record(actor, { id: planned.answer, record })).toMatchObject({ ok: true });
  };
  expect(await table()).toEqual([]);
  await visit('RESPONDENT', '2026-03-10', '2026-03-12');
  await visit('RESPONDENT', '2026-02-20', '2026-03-01');
  // Made after the period: at its end it was late.
  await visit('PLACE', '2026-03-15', '2026-04-02');
  // Planned for its last day and not made: not late before the day is over.
  await visit('PLACE', '2026-03-31');
  await visit('PLACE', '2026-04-10');
  expect(await table()).toEqual([
    ['被投诉方', '2', '1', '0', '4', '2', '0', '2'],
    ['本单位部门', '0', '0', '0', '0', '0', '0', '0'],
    ['地点', '0', '2', '1', '0', '0', '0', '0'],
    ['合计', '2', '3', '1', '4', '2', '0', '2'],
  ]);
});
