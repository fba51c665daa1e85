import {
  type Acceptance,
  type Clock,
  type ComplaintState,
  documentsOf,
  explainClock,
  noticeOf,
  PAUSE_LABELS,
  proposedBody,
  REMEDY_LABELS,
  type RecordedMoney,
  SANCTION_LABELS,
} from '@huiyin/domain';
import { inLocale, type Locale } from '@huiyin/shared';
import { presentRule } from '../../graphql/deadline-rule.ts';
import { toGlobalId } from '../../graphql/global-id.ts';
import type { RecordedMoneyType } from '../../graphql/values.ts';
import type { ClockChangeKindEnum, ClockStateEnum, ClockType } from './clock.type.ts';
import type { ComplaintType } from './complaint.type.ts';
import { caseFileOf, type Insight } from './insight.ts';
import { presentDamages } from './present-damages.ts';
import { complaintReference, departmentReference, memberReference, termsFor, type Viewer } from './viewer.ts';

/** Everything that a complaint has gathered, from its state. */
export function presentParts(
  state: ComplaintState,
  viewer: Viewer & {
    readonly insight: Insight;
    readonly complaintId: string;
    readonly numbers: Readonly<Record<string, string>>;
  },
): Partial<ComplaintType> {
  const { office, locale, complaintId, numbers, insight } = viewer;
  const { words } = insight;
  const said = (text: string | undefined): string | null => (text === undefined ? null : words(text));
  const { sector } = office;
  const terms = termsFor(locale);
  const { acceptance, closing, withdrawal } = state;
  const caseFile = caseFileOf(viewer.actor, state);
  const proposed = proposedBody(state, sector);
  const decision = (taken: Acceptance) => ({
    decision: taken.decision,
    ground: terms.option(sector.declineGrounds, taken.ground),
    reason: said(taken.reason),
    body: taken.body ?? null,
    at: taken.at,
    notifiedAt: taken.notifiedAt ?? null,
    notice: inLocale(noticeOf(taken, sector), locale),
  });
  return {
    content: words(state.content),
    demands: state.demands,
    occurredOn: state.occurredOn ?? null,
    acceptance: acceptance ? decision(acceptance) : null,
    damages: presentDamages(state, viewer),
    proposedBody: proposed
      ? {
          // Counted by its name, so it has the same one whoever declines.
          body: proposed.body.zh,
          label: inLocale(proposed.body, locale),
          ground: terms.option(sector.declineGrounds, proposed.ground),
          why: inLocale(proposed.why, locale),
          confirmed: proposed.confirmed,
        }
      : null,
    earlierDecisions: state.earlierDecisions.map(decision),
    clocks: state.clocks.map((clock) => presentClock(clock, locale)),
    extensionRequests: (state.extensionRequests ?? []).flatMap(({ clockId, reason, by, at }) => {
      const clock = state.clocks.find(({ id }) => id === clockId);
      if (!clock) return [];
      const requestedBy = memberReference(office, by);
      return [{ clock: presentClock(clock, locale), reason: words(reason), requestedBy, at }];
    }),
    promises: state.promises.map((promise) => ({
      ...promise,
      text: words(promise.text),
      settledAt: promise.settledAt ?? null,
    })),
    answers: state.answers.map(
      ({ id, text, status, final, givenAt = null, via = null, draftedBy, approvedBy, returnedBecause }) => ({
        ...{ id, text: words(text), status, final, givenAt, via },
        returnedBecause: said(returnedBecause),
        draftedBy: memberReference(office, draftedBy),
        approvedBy: memberReference(office, approvedBy),
      }),
    ),
    contacts: state.contacts.map(({ at, via, reached, summary }) => ({
      ...{ at, via, reached, summary: words(summary) },
    })),
    finding: state.finding ? { ...state.finding, facts: words(state.finding.facts) } : null,
    evidence: state.evidence.map((item) => ({
      id: item.id,
      kind: item.kind,
      title: words(item.title),
      sha256: item.sha256,
      mediaType: item.mediaType ?? null,
      bytes: item.bytes ?? null,
      text: said(item.text),
      url: item.kind === 'FILE' ? `/files/${toGlobalId('Complaint', complaintId)}/${item.id}` : null,
      at: item.at,
      addedBy: memberReference(office, item.addedBy),
      supersededBy: item.supersededBy ?? null,
    })),
    mediations: state.mediations.map((mediation) => ({
      id: mediation.id,
      startedAt: mediation.startedAt,
      endedAt: mediation.endedAt ?? null,
      result: mediation.result ?? null,
      consent: words(mediation.consent ?? ''),
      agreement: said(mediation.agreement),
      sessions: mediation.sessions.map(({ at, positions, outcome }) => ({
        ...{ at, positions: words(positions), outcome: said(outcome) },
      })),
    })),
    remedies: state.remedies.map((given) => ({
      id: given.id,
      kind: terms.plain(given.remedy, REMEDY_LABELS[given.remedy]),
      description: said(given.description),
      money: presentMoney(given.money),
      at: given.at,
    })),
    sanctions: state.sanctions.map((imposed) => ({
      id: imposed.id,
      kind: terms.plain(imposed.sanction, SANCTION_LABELS[imposed.sanction]),
      party: said(imposed.party),
      basis: imposed.basis ?? null,
      money: presentMoney(imposed.money),
      at: imposed.at,
      paidOn: imposed.paidOn ?? null,
    })),
    followUps: state.followUps.map(({ at, result, resolved = null, remark }) => ({
      ...{ at, result, resolved, remark: said(remark) },
    })),
    causes: state.causes.map(({ code, explanation }) => ({
      cause: terms.option(sector.causes, code) ?? { code, label: code },
      explanation: said(explanation),
    })),
    lessons: state.lessons.map(({ text, at }) => ({ text: words(text), at })),
    correctiveActions: state.correctiveActions.map(
      ({ id, text, ownerMemberId, departmentId, dueOn, completedAt = null, proof }) => ({
        ...{ id, text: words(text), dueOn, completedAt, proof: said(proof) },
        owner: memberReference(office, ownerMemberId),
        department: departmentReference(office, departmentId, locale),
      }),
    ),
    documents: (state.documents ?? []).map((issued) => ({
      ...{ id: issued.id, number: issued.number, issuedAt: issued.issuedAt },
      document: terms.option(documentsOf(sector), issued.document) ?? {
        ...{ code: issued.document, label: issued.document },
      },
      ...{ addressedTo: words(issued.addressedTo), text: words(issued.text) },
      issuedBy: memberReference(office, issued.issuedBy),
      deliveries: [...issued.deliveries],
      acknowledged: issued.acknowledged
        ? { on: issued.acknowledged.on, receivedBy: words(issued.acknowledged.receivedBy) }
        : null,
      supersededBy: issued.supersededBy ?? null,
      url: `/documents/${toGlobalId('Complaint', complaintId)}/${issued.id}`,
    })),
    handOvers: state.handOvers.map(({ from, to, reason, status, at }) => ({
      fromMember: memberReference(office, from.memberId),
      fromDepartment: departmentReference(office, from.departmentId, locale),
      toMember: memberReference(office, to.memberId),
      toDepartment: departmentReference(office, to.departmentId, locale),
      ...{ reason: words(reason), status, at },
    })),
    handOversWithoutProgress: state.handOversWithoutProgress,
    collaborators: state.collaborators.flatMap((id) => memberReference(office, id) ?? []),
    recused: state.recused.flatMap((id) => memberReference(office, id) ?? []),
    forwardings: state.forwardings.map((passed) => ({
      to: terms.option(sector.forwardings, passed.to) ?? { code: passed.to, label: passed.to },
      ...{ text: said(passed.text), at: passed.at, receipt: passed.receipt ?? null },
    })),
    routes: state.routes.map((passed) => ({
      to: terms.option(sector.routes, passed.to) ?? { code: passed.to, label: passed.to },
      ...{ text: said(passed.text), at: passed.at },
    })),
    caseFile: caseFile
      ? { url: `/case-files/${toGlobalId('Complaint', complaintId)}`, takenAt: caseFile.at }
      : null,
    closing: closing
      ? {
          at: closing.at,
          firstContact: closing.firstContact,
          summary: said(closing.summary),
          handlingSeconds: closing.handlingSeconds,
          workingSeconds: closing.workingSeconds,
          unmet: [...closing.unmet],
        }
      : null,
    firstResponder: memberReference(office, state.firstResponder),
    withdrawal: withdrawal
      ? { reason: withdrawal.reason, remark: said(withdrawal.remark), at: withdrawal.at }
      : null,
    mergedInto: complaintReference(numbers, state.mergedInto),
    absorbed: state.absorbed.flatMap((id) => complaintReference(numbers, id) ?? []),
    splitFrom: complaintReference(numbers, state.splitFrom),
    splitInto: state.splitInto.flatMap((id) => complaintReference(numbers, id) ?? []),
    repeatOf: complaintReference(numbers, state.repeatOf),
    sameAsOthers: state.sameAsOthers ?? false,
  };
}

const CLOCK_STATES: Readonly<Record<Clock['state'], keyof typeof ClockStateEnum>> = {
  running: 'RUNNING',
  paused: 'PAUSED',
  met: 'MET',
  overdue: 'OVERDUE',
  endedLate: 'ENDED_LATE',
  cancelled: 'CANCELLED',
};
const CHANGES: Readonly<Record<Clock['changes'][number]['kind'], keyof typeof ClockChangeKindEnum>> = {
  paused: 'PAUSED',
  resumed: 'RESUMED',
  extended: 'EXTENDED',
  recomputed: 'RECOMPUTED',
  reselected: 'RESELECTED',
};

function presentClock(clock: Clock, locale: Locale): ClockType {
  const { rule } = clock;
  // Between two looks of the timer a clock may have run out already.
  const ranOut = clock.state === 'running' && Date.parse(clock.dueAt) < Date.now();
  return {
    id: clock.id,
    code: rule.clock,
    label: inLocale(rule.label, locale),
    state: ranOut ? 'OVERDUE' : CLOCK_STATES[clock.state],
    startedAt: clock.startedAt,
    dueAt: clock.dueAt,
    provisional: clock.provisional,
    endedAt: clock.endedAt ?? null,
    explanation: inLocale(explainClock(clock), locale),
    rule: presentRule(rule, locale),
    pauses: clock.pauses.map(({ reason, from, to = null }) => ({
      ...{ reason: inLocale(PAUSE_LABELS[reason], locale), from, to },
    })),
    extended: clock.extended !== undefined,
    changes: clock.changes.map(({ at, kind, reason, dueBefore, dueAfter }) => ({
      ...{ at, kind: CHANGES[kind], reason, dueBefore, dueAfter },
    })),
  };
}

function presentMoney(money: RecordedMoney | undefined): RecordedMoneyType | null {
  return money
    ? {
        original: money.original,
        rate: money.rate ?? null,
        rateDate: money.rateDate ?? null,
        converted: money.converted,
      }
    : null;
}
