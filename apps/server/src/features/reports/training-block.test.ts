import type { Attendance, ReportContent, SystemActor, TrainingClass } from '@huiyin/domain';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestOffice, type TestOffice } from '../../testing/office.fixture.ts';
import { textTableOf } from './report-table.ts';

/** The training of a period in its report: by class, adding up, and frozen when it is published. */

let office: TestOffice;
beforeAll(async () => {
  office = await openTestOffice();
});
afterAll(() => office.close());

const MARCH = { kind: 'MONTH', year: 2026, number: 3 } as const;

test('classes add up to the total; the days are those of the period; a published report stays', async () => {
  const supervisor = await office.supervisorOf('TELECOM');
  const { reports, trainings } = office.services;
  const actor: SystemActor = { kind: 'system', tenantId: supervisor.tenantId, task: 'test' };
  const hold = async (trainingClass: TrainingClass, heldOn: string, attendances: readonly Attendance[]) => {
    const done = await trainings.save(actor, {
      input: {
        ...{ id: undefined, complaintId: undefined, topic: '培训', trainer: '', tenthsOfHours: 15 },
        ...{ trainingClass, heldOn, attendances },
      },
    });
    expect(done.ok).toBe(true);
  };
  const person = (name: string, rest: Partial<Attendance> = {}): Attendance => ({
    ...{ name, experience: 'EXPERIENCED', assessment: 'PASSED' },
    ...rest,
  });
  const preview = async () => tableOf((await reports.preview(supervisor, MARCH))?.content);
  expect(await preview()).toEqual({ text: '本期没有登记培训。', rows: [] });

  await hold('INTERNAL', '2026-03-01', [
    person('甲'),
    person('乙', { experience: 'NEW', assessment: 'FAILED' }),
  ]);
  await hold('INTERNAL', '2026-03-31', [person('甲'), person('丙', { assessment: 'NOT_ASSESSED' })]);
  await hold('EXTERNAL', '2026-03-10', [person('丁')]);
  // Held outside the period: only the certificate that ends within it counts.
  await hold('CERTIFICATION', '2026-02-28', [
    person('戊', { certificate: '初级', expiresOn: '2026-03-31' }),
    person('己', { certificate: '初级', expiresOn: '2026-04-01' }),
  ]);
  const { text, rows } = await preview();
  expect(rows).toEqual([
    ['内部培训', '2', '4', '1', '3.0 小时', '6.0 小时', '3', '2', '66.67%', '0'],
    ['单位组织的技术培训', '0', '0', '0', '0.0 小时', '0.0 小时', '0', '0', '—', '0'],
    ['职业技能鉴定', '0', '0', '0', '0.0 小时', '0.0 小时', '0', '0', '—', '1'],
    ['上级组织的培训', '0', '0', '0', '0.0 小时', '0.0 小时', '0', '0', '—', '0'],
    ['外部培训', '1', '1', '0', '1.5 小时', '1.5 小时', '1', '1', '100.00%', '0'],
    ['合计', '3', '5', '1', '4.5 小时', '7.5 小时', '4', '3', '75.00%', '1'],
  ]);
  expect(text).toContain('{byClass.items}');

  const { row: draft } = await reports.create(supervisor, MARCH);
  if (!draft) throw new Error('There is no draft.');
  const { row: published } = await reports.publish(supervisor, draft.id, draft);
  if (published?.status !== 'PUBLISHED') throw new Error('It was not published.');
  await hold('INTERNAL', '2026-03-02', [person('庚')]);
  expect((await preview()).rows.at(-1)?.[1]).toBe('4');
  expect(tableOf((await reports.read(supervisor, published)).content).rows).toEqual(rows);
});

function tableOf(content: ReportContent | undefined) {
  const section = content?.sections.find(({ code }) => code === 'training');
  const table = section?.blocks.flatMap((block) => textTableOf(block, 'zh-CN') ?? [])[0];
  const rows = table?.rows.map(({ cells }) => cells.map(({ text }) => text)) ?? [];
  return { text: section?.text.zh ?? '', rows };
}
