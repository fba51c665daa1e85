import {
  type Clock,
  type ComplaintState,
  explainClock,
  REMEDY_LABELS,
  type RecordedMoney,
  SANCTION_LABELS,
} from '@huiyin/domain';
import { inLocale, type Locale } from '@huiyin/shared';
import { toGlobalId } from '../../graphql/global-id.ts';
import type { RecordedMoneyType } from '../../graphql/values.ts';
import type { ClockStateEnum, ClockType, DurationUnitEnum } from './clock.type.ts';
import type { ComplaintType } from './complaint.type.ts';
import { memberReference, termsFor, type Viewer } from './viewer.ts';

/** Everything that a complaint has gathered, from its state. */
export function presentParts(
  state: ComplaintState,
  viewer: Viewer & { readonly complaintId: string },
): Partial<ComplaintType> {
  const { office, locale, complaintId } = viewer;
  const { sector } = office;
  const terms = termsFor(locale);
  const { acceptance, closing } = state;
  const memberName = (id: string | undefined): string | null =>
    (id && office.directory.members.get(id)?.name) || null;
  const departmentName = (id: string | undefined): string | null =>
    (id && office.directory.departments.get(id)?.name) || null;
  return {
    content: state.content,
    demands: state.demands,
    occurredOn: state.occurredOn ?? null,
    acceptance: acceptance
      ? {
          decision: acceptance.decision,
          ground: terms.option(sector.declineGrounds, acceptance.ground),
          reason: acceptance.reason ?? null,
          body: acceptance.body ?? null,
          at: acceptance.at,
          notifiedAt: acceptance.notifiedAt ?? null,
        }
      : null,
    clocks: state.clocks.map((clock) => presentClock(clock, locale)),
    promises: state.promises.map((promise) => ({ ...promise, settledAt: promise.settledAt ?? null })),
    answers: state.answers.map(({ id, text, status, final, givenAt = null, via = null }) => ({
      ...{ id, text, status, final, givenAt, via },
    })),
    contacts: state.contacts.map(({ at, via, reached, summary }) => ({ at, via, reached, summary })),
    finding: state.finding ?? null,
    evidence: state.evidence.map((item) => ({
      id: item.id,
      kind: item.kind,
      title: item.title,
      sha256: item.sha256,
      mediaType: item.mediaType ?? null,
      bytes: item.bytes ?? null,
      text: item.text ?? null,
      url: item.kind === 'FILE' ? `/files/${toGlobalId('Complaint', complaintId)}/${item.id}` : null,
      at: item.at,
      supersededBy: item.supersededBy ?? null,
    })),
    mediations: state.mediations.map((mediation) => ({
      id: mediation.id,
      startedAt: mediation.startedAt,
      endedAt: mediation.endedAt ?? null,
      result: mediation.result ?? null,
      agreement: mediation.agreement ?? null,
      sessions: mediation.sessions.map((session) => ({ ...session, outcome: session.outcome ?? null })),
    })),
    remedies: state.remedies.map((given) => ({
      id: given.id,
      remedy: terms.plain(given.remedy, REMEDY_LABELS[given.remedy]),
      description: given.description ?? null,
      money: presentMoney(given.money),
      at: given.at,
    })),
    sanctions: state.sanctions.map((imposed) => ({
      id: imposed.id,
      sanction: terms.plain(imposed.sanction, SANCTION_LABELS[imposed.sanction]),
      party: imposed.party ?? null,
      basis: imposed.basis ?? null,
      money: presentMoney(imposed.money),
      at: imposed.at,
      paidOn: imposed.paidOn ?? null,
    })),
    followUps: state.followUps.map(({ at, result, resolved = null, remark = null }) => ({
      ...{ at, result, resolved, remark },
    })),
    causes: state.causes.map(({ code, explanation = null }) => ({
      cause: terms.option(sector.causes, code) ?? { code, label: code },
      explanation,
    })),
    lessons: state.lessons.map(({ text, at }) => ({ text, at })),
    correctiveActions: state.correctiveActions.map(
      ({ id, text, dueOn, completedAt = null, proof = null }) => ({
        ...{ id, text, dueOn, completedAt, proof },
      }),
    ),
    handOvers: state.handOvers.map(({ to, reason, status, at }) => ({
      toMember: memberName(to.memberId),
      toDepartment: departmentName(to.departmentId),
      ...{ reason, status, at },
    })),
    collaborators: state.collaborators.flatMap((id) => memberReference(office, id) ?? []),
    closing: closing
      ? {
          at: closing.at,
          firstContact: closing.firstContact,
          summary: closing.summary ?? null,
          handlingSeconds: closing.handlingSeconds,
          workingSeconds: closing.workingSeconds,
          unmet: [...closing.unmet],
        }
      : null,
    mergedInto: state.mergedInto ? toGlobalId('Complaint', state.mergedInto) : null,
    splitFrom: state.splitFrom ? toGlobalId('Complaint', state.splitFrom) : null,
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
const UNITS: Readonly<Record<Clock['rule']['unit'], keyof typeof DurationUnitEnum>> = {
  hours: 'HOURS',
  days: 'DAYS',
  workingDays: 'WORKING_DAYS',
};

function presentClock(clock: Clock, locale: Locale): ClockType {
  const { rule } = clock;
  // Between two looks of the timer a clock may have run out already.
  const ranOut = clock.state === 'running' && Date.parse(clock.dueAt) < Date.now();
  return {
    id: clock.id,
    label: inLocale(rule.label, locale),
    state: ranOut ? 'OVERDUE' : CLOCK_STATES[clock.state],
    startedAt: clock.startedAt,
    dueAt: clock.dueAt,
    provisional: clock.provisional,
    endedAt: clock.endedAt ?? null,
    explanation: inLocale(explainClock(clock), locale),
    rule: {
      code: rule.id,
      amount: rule.amount,
      unit: UNITS[rule.unit],
      regulation: inLocale(rule.basis.regulation, locale),
      article: rule.basis.article ? inLocale(rule.basis.article, locale) : null,
      url: rule.basis.url ?? null,
      effectiveFrom: rule.effectiveFrom,
      effectiveTo: rule.effectiveTo ?? null,
      confirmed: rule.confirmed,
    },
    changes: clock.changes.map(({ at, reason, dueBefore, dueAfter }) => ({
      at,
      reason,
      dueBefore,
      dueAfter,
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
