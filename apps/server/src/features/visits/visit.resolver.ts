import { canInOffice, type FigureQuery, type VisitTarget } from '@huiyin/domain';
import type { Locale } from '@huiyin/shared';
import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { parseCasesFilter } from '../../casework/figure-sql.ts';
import type { Offices } from '../../casework/office.ts';
import type { Answered } from '../../casework/once.ts';
import { type RequestContext, tenantActor } from '../../graphql/actor-context.ts';
import { badInput, forbidden } from '../../graphql/errors.ts';
import { toGlobalId, uuidOf } from '../../graphql/global-id.ts';
import { userErrors } from '../../graphql/user-error.ts';
import { presentSubject, presentVisit, SUBJECT_TYPES } from './present-visit.ts';
import { VisitProposalType, VisitStateEnum, VisitType } from './visit.type.ts';
import {
  VisitFinishFollowUpInput,
  VisitFinishFollowUpPayload,
  VisitPlanInput,
  VisitPlanPayload,
  VisitRecordInput,
  VisitRecordPayload,
  VisitRemoveInput,
  VisitRemovePayload,
} from './visit-inputs.type.ts';
import type { VisitSubjects } from './visit-subjects.ts';
import type { Visits } from './visits.ts';

/** Preventive visits. */
@Resolver()
export class VisitResolver {
  readonly #visits: Visits;
  readonly #subjects: VisitSubjects;
  readonly #offices: Offices;

  constructor(options: {
    readonly visits: Visits;
    readonly subjects: VisitSubjects;
    readonly offices: Offices;
  }) {
    this.#visits = options.visits;
    this.#subjects = options.subjects;
    this.#offices = options.offices;
  }

  @Query(() => [VisitType], {
    description:
      'Preventive visits: those still to be made, the next one first; then those made, latest first.',
  })
  async visits(
    @Ctx() context: RequestContext,
    @Arg('state', () => VisitStateEnum, { nullable: true, description: 'Only those that stand so.' })
    state?: keyof typeof VisitStateEnum | null,
    @Arg('followUpsOverdue', () => Boolean, {
      defaultValue: false,
      description: 'Only those with something to be put right whose last day is over.',
    })
    followUpsOverdue = false,
  ): Promise<VisitType[]> {
    const actor = tenantActor(context);
    const { locale } = context.request;
    if (!canInOffice(actor, 'readVisits')) throw forbidden(locale);
    const [{ sector, directory }, { visits, ...listed }] = await Promise.all([
      this.#offices.of(actor),
      this.#visits.list(actor, { state: state ?? undefined, followUpsOverdue }),
    ]);
    const shown = { ...listed, sector, locale, departments: directory.departments };
    return visits.map((row) => presentVisit(row, shown));
  }

  @Query(() => VisitProposalType, {
    nullable: true,
    description: 'Whom or what a figure would have visited; null where it is not narrowed to one.',
  })
  async visitProposal(
    @Ctx() context: RequestContext,
    @Arg('figure', () => String, { description: 'As the cells of a report give it.' }) figure: string,
  ): Promise<VisitProposalType | null> {
    const actor = tenantActor(context);
    const { locale } = context.request;
    if (!canInOffice(actor, 'readVisits')) throw forbidden(locale);
    const proposed = await this.#subjects.proposedBy(actor, { query: queryOf(figure, locale), locale });
    if (!proposed) return null;
    const { target, name, subject } = proposed;
    return { target, name, subject: presentSubject(target, subject) };
  }

  @Mutation(() => VisitPlanPayload, { description: 'Plans a visit, or changes the plan of one.' })
  async visitPlan(
    @Arg('input', () => VisitPlanInput, { description: 'The plan.' }) input: VisitPlanInput,
    @Ctx() context: RequestContext,
  ): Promise<VisitPlanPayload> {
    const { id, target, name, reason, why, memberId, plannedOn, version, idempotencyKey: key } = input;
    const { subjectId: subject } = input;
    const plan = {
      ...{ target, name: name.trim(), reason, why: why.trim(), plannedOn },
      visitorId: idOf(memberId, 'Member'),
      subjectId: subject ? idOf(subject, SUBJECT_TYPES[target]) : undefined,
    };
    const given = id ? idOf(id, 'Visit') : undefined;
    const change = { id: given, plan, version, key };
    return answer(await this.#visits.plan(tenantActor(context), change), context);
  }

  @Mutation(() => VisitRecordPayload, {
    description: 'Records a visit that was made: what was found, and what is to be put right by whom.',
  })
  async visitRecord(
    @Arg('input', () => VisitRecordInput, { description: 'The visit.' }) input: VisitRecordInput,
    @Ctx() context: RequestContext,
  ): Promise<VisitRecordPayload> {
    const { doneOn, findings, followUps, version, idempotencyKey: key } = input;
    const record = {
      ...{ doneOn, findings: findings.map((text) => text.trim()) },
      followUps: followUps.map(({ text, ownerId, dueOn }) => ({
        ...{ text: text.trim(), ownerId: idOf(ownerId, 'Member'), dueOn },
      })),
    };
    const id = idOf(input.id, 'Visit');
    const done = await this.#visits.record(tenantActor(context), { id, record, version, key });
    return answer(done, context);
  }

  @Mutation(() => VisitFinishFollowUpPayload, { description: 'Says that something found was put right.' })
  async visitFinishFollowUp(
    @Arg('input', () => VisitFinishFollowUpInput, { description: 'Which.' }) input: VisitFinishFollowUpInput,
    @Ctx() context: RequestContext,
  ): Promise<VisitFinishFollowUpPayload> {
    const { idempotencyKey: key } = input;
    const id = idOf(input.id, 'VisitFollowUp');
    const done = await this.#visits.finishFollowUp(tenantActor(context), { id, key });
    return answer(done, context, 'VisitFollowUp');
  }

  @Mutation(() => VisitRemovePayload, { description: 'Takes back the plan of a visit.' })
  async visitRemove(
    @Arg('input', () => VisitRemoveInput, { description: 'Which.' }) input: VisitRemoveInput,
    @Ctx() context: RequestContext,
  ): Promise<VisitRemovePayload> {
    const { version, idempotencyKey: key } = input;
    const id = idOf(input.id, 'Visit');
    return answer(await this.#visits.remove(tenantActor(context), { id, version, key }), context);
  }
}

type Kind = 'Visit' | 'VisitFollowUp' | 'Member' | (typeof SUBJECT_TYPES)[VisitTarget];

/** What is no id of that kind at all is answered as the id of nothing: whoever may not learns no more. */
function idOf(given: string, kind: Kind): string {
  return uuidOf(given, kind) ?? '00000000-0000-0000-0000-000000000000';
}

function answer(
  done: Answered<string>,
  { request: { locale } }: RequestContext,
  kind: 'Visit' | 'VisitFollowUp' = 'Visit',
): VisitPlanPayload {
  return done.ok
    ? { changedId: toGlobalId(kind, done.answer), userErrors: [] }
    : { changedId: null, userErrors: userErrors(done.refusals, locale) };
}

/** @throws BAD_USER_INPUT for what is no figure of ours */
function queryOf(figure: string, locale: Locale): FigureQuery {
  try {
    return parseCasesFilter(figure);
  } catch (error) {
    if (error instanceof TypeError) throw badInput(locale, NO_FIGURE);
    throw error;
  }
}

const NO_FIGURE = {
  zh: '图表数字已失效。请刷新报告后再试。',
  en: 'That is no figure of a report. Open the report anew.',
};
