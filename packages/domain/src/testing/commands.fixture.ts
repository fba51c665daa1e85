import fc from 'fast-check';
import type { Command } from '../complaint/commands.ts';
import type { Sector } from '../sectors/contract.ts';

/** When the lives of tests begin. */
export const START = '2026-03-02T01:00:00.000Z';

/** Commands that any sector takes, good and bad alike: refusals are part of life. */
export function commands(sector: Sector): fc.Arbitrary<Command> {
  const text = fc.constantFrom('好的', '已核实', ' ');
  const via = fc.constantFrom('PHONE', 'LETTER', 'WEB_FORM');
  const code = (options: readonly { readonly code: string }[]) =>
    fc.constantFrom(...options.map((option) => option.code), 'NONSENSE');
  const money = fc.option(
    fc.integer({ min: 0, max: 9_000_000 }).map((amount) => ({
      original: { amount, currency: 'CNY' },
      converted: { amount, currency: 'CNY' },
    })),
    { nil: undefined },
  );
  const amounts = money.map((sum) => (sum ? { money: sum } : {}));
  const to = fc.record({ memberId: fc.constantFrom('a', 'b') });
  const dueAt = fc
    .integer({ min: 1, max: 200 })
    .map((hours) => new Date(Date.parse(START) + hours * 3_600_000).toISOString());
  return fc.oneof(
    ...(['START_REVIEW', 'ACCEPT', 'CLOSE', 'TICK', 'ACCEPT_HAND_OVER', 'ACCEPT', 'CLOSE'] as const).map(
      (type) => fc.constant({ type } as Command),
    ),
    fc.record({ type: fc.constant('NOTIFY_DECISION' as const), via }),
    fc.record({
      type: fc.constant('DECLINE' as const),
      ground: code(sector.declineGrounds),
      reason: text,
      body: fc.constant('主管部门'),
    }),
    fc.record({ type: fc.constant('TRANSFER' as const), body: fc.constant('市场监管局'), reason: text }),
    fc.record({ type: fc.constant('RECORD_TRANSFER_ANSWER' as const), text }),
    fc.record({ type: fc.constant('RECORD_TRANSFER_RETURN' as const), reason: text }),
    fc.record({
      type: fc.constant('CONCLUDE' as const),
      finding: fc.constantFrom('SUBSTANTIATED', 'PARTLY_SUBSTANTIATED', 'UNSUBSTANTIATED' as const),
      facts: text,
    }),
    fc.record({ type: fc.constant('ANSWER' as const), text, via, final: fc.boolean() }),
    fc.record({ type: fc.constant('DRAFT_ANSWER' as const), text, final: fc.boolean() }),
    fc.record({ type: fc.constant('APPROVE_ANSWER' as const), answerId: fc.constantFrom('id-3', 'id-5') }),
    fc.record({
      type: fc.constant('RETURN_ANSWER' as const),
      answerId: fc.constantFrom('id-3', 'id-5'),
      reason: text,
    }),
    fc.record({
      type: fc.constantFrom('REQUEST_EXTENSION', 'DECLINE_EXTENSION', 'EXTEND_CLOCK' as const),
      clockId: fc.constantFrom('id-1', 'id-2', 'id-3'),
      reason: text,
    }),
    fc.record({
      type: fc.constant('FOLLOW_UP' as const),
      result: fc.constantFrom('SATISFIED', 'DISSATISFIED', 'UNREACHABLE' as const),
      resolved: fc.boolean(),
    }),
    fc.record({ type: fc.constant('REOPEN' as const), reason: text }),
    fc.record({ type: fc.constant('TAKE_CASE_FILE' as const), reason: text }),
    fc.record({ type: fc.constant('APPEAL' as const), reason: text }),
    fc.record({ type: fc.constant('WITHDRAW' as const), reason: fc.constant('SETTLED' as const) }),
    fc.record({ type: fc.constant('STATE_CAUSE' as const), cause: code(sector.causes) }),
    fc.record({ type: fc.constant('RECORD_LESSON' as const), text }),
    fc
      .tuple(fc.constantFrom(...sector.remedies), amounts)
      .map(([remedy, sum]) => ({ type: 'GIVE_REMEDY' as const, remedy, ...sum })),
    fc.record({ type: fc.constant('ASSIGN' as const), to }),
    fc.record({ type: fc.constant('HAND_OVER' as const), to, reason: text }),
    fc.record({ type: fc.constant('RETURN_HAND_OVER' as const), reason: text }),
    fc.record({ type: fc.constant('TAKE_BACK_ASSIGNMENT' as const) }),
    fc.record({
      type: fc.constant('CORRECT' as const),
      changes: fc.record({ category: code(sector.categories) }),
      reason: text,
    }),
    fc.record({ type: fc.constant('WAIT_FOR_COMPLAINANT' as const), request: text }),
    fc.record({ type: fc.constant('HEAR_FROM_COMPLAINANT' as const), text, via }),
    fc.record({
      type: fc.constant('START_MEDIATION' as const),
      complainantConsents: fc.boolean(),
      respondentConsents: fc.constant(true),
      consent: text,
    }),
    fc.record({ type: fc.constant('END_MEDIATION' as const), result: fc.constant('TERMINATED' as const) }),
    fc.record({
      type: fc.constantFrom('PAUSE_CLOCKS' as const, 'RESUME_CLOCKS' as const),
      reason: fc.constantFrom('testing', 'appraisal'),
      text,
    }),
    fc.record({ type: fc.constant('SETTLE_ON_THE_SPOT' as const), answer: text }),
    fc.record({ type: fc.constant('REVEAL' as const), reason: text }),
    fc.record({ type: fc.constant('ACKNOWLEDGE_ATTENTION' as const), note: text }),
    fc.record({ type: fc.constant('PROMISE' as const), dueAt, text: fc.constant('答复') }),
    fc.record({
      type: fc.constant('LINK_INCIDENT' as const),
      incidentId: fc.constantFrom('incident-1', 'incident-2'),
      reason: text,
    }),
    fc.record({ type: fc.constant('UNLINK_INCIDENT' as const), reason: text }),
    fc.record({
      type: fc.constant('ANSWER_FOR_INCIDENT' as const),
      incidentId: fc.constantFrom('incident-1', 'incident-2'),
      answerId: fc.constantFrom('answer-1', 'answer-2'),
      ...{ text, via, final: fc.boolean() },
    }),
    fc.record({
      type: fc.constant('ISSUE_DOCUMENT' as const),
      document: fc.constantFrom('RECEIPT', 'ACCEPTANCE_NOTICE', 'TRANSFER_LETTER', 'NONSENSE'),
      ...{ addressedTo: text, text },
    }),
    fc.record({
      type: fc.constant('DELIVER_DOCUMENT' as const),
      documentId: fc.constantFrom('id-2', 'id-3', 'id-4', 'id-5'),
      ...{ delivery: fc.constantFrom('BY_POST', 'IN_PERSON' as const), on: fc.constant('2026-03-03') },
    }),
    fc.record({ type: fc.constant('MERGE' as const), into: fc.constant('other'), reason: text }),
  ) as fc.Arbitrary<Command>;
}
