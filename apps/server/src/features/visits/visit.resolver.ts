import { canInOffice, visitStateOf } from '@huiyin/domain';
import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { Answered } from '../../casework/once.ts';
import { type RequestContext, tenantActor } from '../../graphql/actor-context.ts';
import { forbidden } from '../../graphql/errors.ts';
import { toGlobalId, uuidOf } from '../../graphql/global-id.ts';
import { userErrors } from '../../graphql/user-error.ts';
import type { VisitRow } from './visit.repository.ts';
import { VisitStateEnum, VisitType } from './visit.type.ts';
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
import type { Visits } from './visits.ts';

/** Preventive visits. */
@Resolver()
export class VisitResolver {
  readonly #visits: Visits;

  constructor(visits: Visits) {
    this.#visits = visits;
  }

  @Query(() => [VisitType], {
    description:
      'Preventive visits: those still to be made, the next one first; then those made, latest first.',
  })
  async visits(
    @Ctx() context: RequestContext,
    @Arg('state', () => VisitStateEnum, { nullable: true, description: 'Only those that stand so.' })
    state?: keyof typeof VisitStateEnum | null,
  ): Promise<VisitType[]> {
    const actor = tenantActor(context);
    if (!canInOffice(actor, 'readVisits')) throw forbidden(context.request.locale);
    const { visits, today } = await this.#visits.list(actor, state ?? undefined);
    return visits.map((row) => presentVisit(row, today));
  }

  @Mutation(() => VisitPlanPayload, { description: 'Plans a visit, or changes the plan of one.' })
  async visitPlan(
    @Arg('input', () => VisitPlanInput, { description: 'The plan.' }) input: VisitPlanInput,
    @Ctx() context: RequestContext,
  ): Promise<VisitPlanPayload> {
    const { id, target, name, reason, why, memberId, plannedOn, version, idempotencyKey: key } = input;
    const plan = {
      ...{ target, name: name.trim(), reason, why: why.trim(), plannedOn },
      visitorId: idOf(memberId, 'Member'),
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

/** What is no id of that kind at all is answered as the id of nothing: whoever may not learns no more. */
function idOf(given: string, kind: 'Visit' | 'VisitFollowUp' | 'Member'): string {
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

function presentVisit(row: VisitRow, today: string): VisitType {
  const { id, version, target, name, reason, why, visitorId, visitorName, plannedOn, doneOn, findings } = row;
  return {
    ...{ id: toGlobalId('Visit', id), version, target, name, reason, why, plannedOn, doneOn },
    ...{ member: { id: toGlobalId('Member', visitorId), name: visitorName }, findings: [...findings] },
    state: visitStateOf({ plannedOn, doneOn }, today),
    followUps: row.followUps.map((followUp) => ({
      ...{ id: toGlobalId('VisitFollowUp', followUp.id), text: followUp.text },
      owner: { id: toGlobalId('Member', followUp.ownerId), name: followUp.ownerName },
      ...{ dueOn: followUp.dueOn, doneOn: followUp.doneOn },
      overdue: followUp.doneOn === null && followUp.dueOn < today,
    })),
  };
}
