import { describe, expect, test } from 'vitest';
import { Life, staff } from '../testing/life.fixture.ts';
import { instantAt } from '../time.ts';

/** A handler asks for more time where the rule knows an extension; those who lead grant it or say why not. */

const SUPERVISOR = staff('SUPERVISOR');
const HANDLER = staff('HANDLER', { memberId: 'handler' });
const REASON = '需等待检验结果';

/** A clue found by a drug regulator: 15 working days, 15 more with approval (Order 121, Art. 27). */
function underLimit(): { readonly life: Life; readonly clockId: string } {
  const life = new Life({ sector: 'DRUG_REGULATION', at: instantAt('2026-11-02', '09:00') });
  life.register({}, HANDLER);
  life.do({ type: 'RECORD_MILESTONE', milestone: 'clueFound' }, SUPERVISOR);
  const clock = life.complaint.clocks.find(({ rule }) => rule.extension);
  if (!clock) throw new Error('No clock can be extended.');
  return { life, clockId: clock.id };
}

describe('more time for a clock', () => {
  test('is asked for once, with a reason, and waits for those who lead', () => {
    const { life, clockId } = underLimit();
    life.do({ type: 'REQUEST_EXTENSION', clockId, reason: REASON }, HANDLER);
    expect(life.complaint.extensionRequests).toMatchObject([{ clockId, reason: REASON, by: 'handler' }]);
    expect(life.refused({ type: 'REQUEST_EXTENSION', clockId, reason: REASON }, HANDLER)).toContain(
      'ALREADY_DONE',
    );
    expect(life.refused({ type: 'EXTEND_CLOCK', clockId, reason: REASON }, HANDLER)).toEqual(['FORBIDDEN']);
  });

  test('is given by extending the clock', () => {
    const { life, clockId } = underLimit();
    const dueAt = (): string | undefined => life.complaint.clocks.find(({ id }) => id === clockId)?.dueAt;
    const before = dueAt();
    life.do({ type: 'REQUEST_EXTENSION', clockId, reason: REASON }, HANDLER);
    expect(dueAt()).toBe(before);
    life.do({ type: 'EXTEND_CLOCK', clockId, reason: '同意' }, SUPERVISOR);
    expect(Date.parse(dueAt() ?? '')).toBeGreaterThan(Date.parse(before ?? ''));
    expect(life.complaint.extensionRequests).toBeUndefined();
  });

  test('is declined with a reason, and may be asked for again', () => {
    const { life, clockId } = underLimit();
    expect(life.refused({ type: 'DECLINE_EXTENSION', clockId, reason: '理由不足' }, SUPERVISOR)).toEqual([
      'CONDITION_UNMET',
    ]);
    life.do({ type: 'REQUEST_EXTENSION', clockId, reason: REASON }, HANDLER);
    expect(life.refused({ type: 'DECLINE_EXTENSION', clockId, reason: '理由不足' }, HANDLER)).toEqual([
      'FORBIDDEN',
    ]);
    life.do({ type: 'DECLINE_EXTENSION', clockId, reason: '理由不足' }, SUPERVISOR);
    expect(life.complaint.extensionRequests).toBeUndefined();
    life.do({ type: 'REQUEST_EXTENSION', clockId, reason: '检验机构已书面答复延期' }, HANDLER);
    expect(life.complaint.extensionRequests).toHaveLength(1);
  });
});
