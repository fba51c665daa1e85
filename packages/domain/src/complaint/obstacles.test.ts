import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PERMISSIONS } from '../access/access.ts';
import { ROLES, SCOPES, type TenantActor } from '../access/actor.ts';
import { isPausedByHand, milestonesOf } from '../clocks/rule.ts';
import { documentsOf } from '../sectors/document-templates.ts';
import { SECTORS, sectorOf } from '../sectors/index.ts';
import { allCodes } from '../sectors/options.ts';
import { commands, START } from '../testing/commands.fixture.ts';
import { Life, staff } from '../testing/life.fixture.ts';
import { localDateOf } from '../time.ts';
import type { Command, CommandType } from './commands.ts';
import { obstacles } from './decide.ts';
import { awaitsReceipt, isStanding } from './documents.ts';

/**
 * What is shown beside an action is what happens: an action shown as impossible is refused with the same words, and one
 * shown as possible is done by whoever gives the right thing.
 */

const actors: fc.Arbitrary<TenantActor> = fc.oneof(
  ...ROLES.map((role) => fc.constant(staff(role, { memberId: 'a', departmentId: 'd1' }))),
  fc.constant({ kind: 'apiClient', tenantId: 't', keyId: 'k', name: 'key', scopes: SCOPES } as const),
);

const lives = fc.constantFrom(...SECTORS.map(({ code }) => code)).chain((sector) =>
  fc.record({
    sector: fc.constant(sector),
    steps: fc.array(fc.tuple(commands(sectorOf(sector)), fc.integer({ min: 0, max: 300 })), {
      maxLength: 15,
    }),
    actor: actors,
  }),
);

/** Without what its sector requires a matter is never accepted, and its life is a short one. */
const REQUIRED: Readonly<Record<string, object>> = {
  TELECOM: { details: { service: 'MOBILE', place: { address: '幸福路 1 号' } } },
  DRUG_REGULATION: { details: { productName: '糖浆', productClass: 'DRUG' } },
  PROPERTY: { details: { estate: '安居苑' }, classification: 'VENTING' },
  HOSPITAL: { details: { stage: 'WARD' } },
};

function lived(code: string, steps: readonly (readonly [Command, number])[]): Life {
  const sector = sectorOf(code);
  const life = new Life({ sector, at: START, departments: { a: 'd1', b: 'd2' } });
  const category = sector.categories[0]?.code ?? '';
  life.register({ category, ...REQUIRED[code] }, staff('HANDLER', { memberId: 'a' }));
  for (const [command, hours] of steps) life.later(hours).try(command);
  return life;
}

/** What somebody who knows the case gives with a command. */
function rightInput(type: Exclude<CommandType, 'REGISTER'>, life: Life, actor: TenantActor): Command {
  const { complaint, sector, now } = life;
  const text = '已核实';
  const via = 'PHONE';
  const self = actor.kind === 'staff' ? actor.memberId : 'z';
  const pausable = complaint.clocks.flatMap(({ state, rule }) =>
    state === 'running' ? (rule.pausesWhile ?? []) : [],
  );
  const paused = complaint.clocks.flatMap(({ pauses }) => pauses.filter(({ to }) => to === undefined));
  const inputs: { readonly [T in typeof type]: object } = {
    CORRECT: { changes: { content: `${complaint.content}（更正）` }, reason: text },
    RECLASSIFY: {
      classification: allCodes(sector.classification?.options ?? []).find(
        (code) => code !== complaint.classification,
      ),
      reason: text,
    },
    START_REVIEW: {},
    ACCEPT: {},
    DECLINE: { ground: sector.declineGrounds[0]?.code, reason: text, body: '主管部门' },
    TRANSFER: { body: '主管部门', reason: text },
    NOTIFY_DECISION: { via },
    RECORD_TRANSFER_ANSWER: { text },
    RECORD_TRANSFER_RETURN: { reason: text },
    SPLIT: { into: 'other', reason: text },
    MERGE: { into: 'other', reason: text },
    ABSORB: { from: 'other', reason: text },
    LINK_INCIDENT: { incidentId: 'incident', reason: text },
    UNLINK_INCIDENT: { reason: text },
    ANSWER_FOR_INCIDENT: {
      ...{ incidentId: complaint.incident?.id, answerId: 'answer' },
      ...{ text, via, final: false },
    },
    ASSIGN: { to: { memberId: 'z' } },
    HAND_OVER: { to: { memberId: 'z' }, reason: text },
    ACCEPT_HAND_OVER: {},
    RETURN_HAND_OVER: { reason: text },
    TAKE_BACK_ASSIGNMENT: {},
    ADD_COLLABORATOR: { memberId: 'z' },
    RECUSE: { memberId: self, reason: text },
    PROMISE: { dueAt: new Date(Date.parse(now) + 3_600_000).toISOString(), text },
    DRAFT_ANSWER: { text, final: true },
    APPROVE_ANSWER: {
      answerId: complaint.answers.find(({ status, draftedBy }) => status === 'DRAFT' && draftedBy !== self)
        ?.id,
    },
    RETURN_ANSWER: {
      answerId: complaint.answers.find(({ status }) => status === 'DRAFT')?.id,
      reason: text,
    },
    ANSWER: {
      answerId: complaint.answers.find(
        ({ status, final }) =>
          status === 'APPROVED' && (!final || complaint.acceptance?.decision === 'ACCEPTED'),
      )?.id,
      ...{ text, via, final: false },
    },
    WAIT_FOR_COMPLAINANT: { request: text },
    HEAR_FROM_COMPLAINANT: { text, via },
    NOTE: { text },
    RECORD_CONTACT: { via, reached: true, summary: text },
    CONCLUDE: { finding: 'SUBSTANTIATED', facts: text },
    ADD_EVIDENCE: { kind: 'FILE', title: text, sha256: 'a'.repeat(64) },
    OFFER_MEDIATION: { text },
    ANSWER_MEDIATION_OFFER: { agreed: true },
    START_MEDIATION: { complainantConsents: true, respondentConsents: true, consent: text },
    RECORD_MEDIATION_SESSION: { positions: text },
    END_MEDIATION: { result: 'TERMINATED' },
    GIVE_REMEDY: { remedy: sector.remedies[0] },
    IMPOSE_SANCTION: { sanction: 'WARNING', basis: '办法第一条' },
    RECORD_SANCTION_PAYMENT: {
      sanctionId: complaint.sanctions.find(({ money, paidOn }) => money && !paidOn)?.id,
      paidOn: now.slice(0, 10),
    },
    FORWARD: { to: sector.forwardings[0]?.code },
    RECORD_FORWARDING_RECEIPT: {
      ...{
        to: complaint.forwardings.find(({ receipt }) => !receipt)?.to,
        number: 'ADR-1',
        on: now.slice(0, 10),
      },
    },
    TAKE_ROUTE: { route: sector.routes[0]?.code },
    RECORD_MILESTONE: { milestone: milestonesOf(sector.clocks)[0] },
    PAUSE_CLOCKS: { reason: pausable.find(isPausedByHand), text },
    RESUME_CLOCKS: { reason: paused.find(({ reason }) => isPausedByHand(reason))?.reason, text },
    REQUEST_EXTENSION: {
      clockId: complaint.clocks.find(
        ({ id, rule, state, extended, dueAt }) =>
          !complaint.extensionRequests?.some(({ clockId }) => clockId === id) &&
          rule.extension &&
          !extended &&
          (state === 'paused' || (state === 'running' && dueAt >= now)),
      )?.id,
      reason: text,
    },
    DECLINE_EXTENSION: { clockId: complaint.extensionRequests?.[0]?.clockId, reason: text },
    EXTEND_CLOCK: {
      clockId: complaint.clocks.find(
        ({ rule, state, extended, dueAt }) =>
          rule.extension && !extended && (state === 'paused' || (state === 'running' && dueAt >= now)),
      )?.id,
      reason: text,
    },
    TAKE_CASE_FILE: { reason: text },
    HOLD_ERASURE: { reason: text },
    RELEASE_HOLD: { reason: text },
    ERASE_DATA: { what: 'PERSONAL_DATA', months: 36 },
    TICK: {},
    RECOMPUTE_CLOCKS: { reason: text },
    FOLLOW_UP: { result: 'SATISFIED' },
    CLOSE: {},
    SETTLE_ON_THE_SPOT: { answer: text },
    WITHDRAW: { reason: 'SETTLED' },
    REOPEN: { reason: text },
    APPEAL: { reason: text },
    STATE_CAUSE: {
      cause: allCodes(sector.causes).find((code) => !complaint.causes.some((stated) => stated.code === code)),
    },
    RECORD_LESSON: { text },
    PLAN_ACTION: { text, dueOn: '2099-01-01', ownerMemberId: 'z' },
    COMPLETE_ACTION: {
      actionId: complaint.correctiveActions.find(({ completedAt }) => !completedAt)?.id,
      proof: text,
    },
    ISSUE_DOCUMENT: {
      document: documentsOf(sector).find(({ from }) => from.includes(complaint.status))?.code,
      ...{ addressedTo: '李某', text },
    },
    DELIVER_DOCUMENT: {
      documentId: complaint.documents?.find(isStanding)?.id,
      ...{ delivery: 'BY_POST', on: localDateOf(now) },
    },
    ACKNOWLEDGE_DOCUMENT: {
      documentId: complaint.documents?.find(awaitsReceipt)?.id,
      ...{ on: localDateOf(now), receivedBy: '李某' },
    },
    ADVANCE_ENGINEERING: { outlet: 'SITING_POOL', itemId: 'item', stage: 'PLANNED', leading: true },
    REVEAL: { reason: text },
    ESCALATE: { reason: 'UNTOUCHED' },
    ACKNOWLEDGE_ATTENTION: { note: text },
  };
  return { type, ...inputs[type] } as Command;
}

const COMMANDS = (Object.keys(PERMISSIONS) as CommandType[]).filter((type) => type !== 'REGISTER');

describe('after any life, for anybody, every action', () => {
  test('is done by who gives the right thing where it is shown as possible, and refused for the reasons shown where it is not', () => {
    const done = new Set<CommandType>();
    fc.assert(
      fc.property(lives, ({ sector, steps, actor }) => {
        const life = lived(sector, steps);
        for (const type of COMMANDS) {
          const { state } = life;
          const shown = obstacles({ state, command: type, context: life.context(actor) });
          const decision = life.try(rightInput(type, life, actor), actor);
          life.state = state;
          expect({ type, refusals: decision.ok ? [] : decision.refusals }).toEqual({ type, refusals: shown });
          if (decision.ok) done.add(type);
          for (const { message } of shown) {
            expect(message.zh).toMatch(/[一-龥]/);
            expect(message.en).toMatch(/[a-z]/);
          }
        }
      }),
      { numRuns: 250 },
    );
    // Otherwise it would hold of nothing.
    expect(done.size).toBeGreaterThan(38);
  });
});

test('what a matter wants before it is accepted is told beforehand, all of it', () => {
  const life = new Life({ sector: 'DRUG_REGULATION', at: START });
  life.register();
  const told = obstacles({ state: life.complaint, command: 'ACCEPT', context: life.context() });
  expect(told.map(({ field }) => field)).toEqual(['category', 'details.productName', 'details.productClass']);
  expect(life.refused({ type: 'ACCEPT' })).toHaveLength(3);
});
