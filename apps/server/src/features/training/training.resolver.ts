import { canInOffice, percent, TRAINING_CLASS_LABELS, type TrainingCounts } from '@huiyin/domain';
import { inLocale, type Locale } from '@huiyin/shared';
import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { type RequestContext, tenantActor } from '../../graphql/actor-context.ts';
import { badInput, forbidden } from '../../graphql/errors.ts';
import { toGlobalId, uuidOf } from '../../graphql/global-id.ts';
import { LocalDate } from '../../graphql/scalars.ts';
import { userErrors } from '../../graphql/user-error.ts';
import type { TrainingRow } from './training.repository.ts';
import type { TrainingInput, Trainings } from './training.ts';
import { type TrainingFiguresType, TrainingRecordType, type TrainingType } from './training.type.ts';
import {
  TrainingRemoveInput,
  TrainingRemovePayload,
  TrainingSaveInput,
  TrainingSavePayload,
} from './training-inputs.type.ts';

/** What a complaints centre teaches its people. */
@Resolver()
export class TrainingResolver {
  readonly #trainings: Trainings;

  constructor(trainings: Trainings) {
    this.#trainings = trainings;
  }

  @Query(() => TrainingRecordType, {
    description: 'The training of a span of days, its figures, and certificates about to end.',
  })
  async training(
    @Arg('from', () => LocalDate, { description: 'First day, inclusive.' }) from: string,
    @Arg('to', () => LocalDate, { description: 'Last day, inclusive.' }) to: string,
    @Ctx() context: RequestContext,
  ): Promise<TrainingRecordType> {
    const actor = tenantActor(context);
    const { locale } = context.request;
    if (!canInOffice(actor, 'readTraining')) throw forbidden(locale);
    if (from > to) {
      throw badInput(locale, { zh: '起始日期不能晚于截止日期。', en: 'It begins before it ends.' });
    }
    const { sessions, classes, due } = await this.#trainings.read(actor, { from, to });
    return {
      sessions: sessions.map(presentSession),
      figures: classes.map((counts) => presentFigures(counts, locale)),
      due: [...due],
    };
  }

  @Mutation(() => TrainingSavePayload, { description: 'Writes down a training session, or changes one.' })
  async trainingSave(
    @Arg('input', () => TrainingSaveInput, { description: 'The session.' }) input: TrainingSaveInput,
    @Ctx() context: RequestContext,
  ): Promise<TrainingSavePayload> {
    const actor = tenantActor(context);
    const { locale } = context.request;
    const { version, idempotencyKey: key } = input;
    const done = await this.#trainings.save(actor, { input: inputOf(input), version, key });
    return done.ok
      ? { savedId: toGlobalId('Training', done.answer), userErrors: [] }
      : { savedId: null, userErrors: userErrors(done.refusals, locale) };
  }

  @Mutation(() => TrainingRemovePayload, {
    description: 'Takes away a session that was written down by mistake.',
  })
  async trainingRemove(
    @Arg('input', () => TrainingRemoveInput, { description: 'Which session.' }) input: TrainingRemoveInput,
    @Ctx() context: RequestContext,
  ): Promise<TrainingRemovePayload> {
    const actor = tenantActor(context);
    const { id: given, version, idempotencyKey: key } = input;
    const id = idOf(given, 'Training');
    const done = await this.#trainings.remove(actor, { id, version, key });
    return done.ok
      ? { removedId: given, userErrors: [] }
      : { removedId: null, userErrors: userErrors(done.refusals, context.request.locale) };
  }
}

/** What is no id of that kind at all is answered as the id of nothing: whoever may not learns no more. */
function idOf(given: string, kind: 'Training' | 'Complaint' | 'Member'): string {
  return uuidOf(given, kind) ?? '00000000-0000-0000-0000-000000000000';
}

function inputOf(input: TrainingSaveInput): TrainingInput {
  const { id, trainingClass, topic, heldOn, hours, trainer, complaintId } = input;
  return {
    ...{ trainingClass, topic: topic.trim(), heldOn, trainer: trainer?.trim() ?? '' },
    id: id ? idOf(id, 'Training') : undefined,
    complaintId: complaintId ? idOf(complaintId, 'Complaint') : undefined,
    tenthsOfHours: Math.round(hours * 10),
    attendances: input.attendances.map(
      ({ memberId, name, experience, assessment, certificate, expiresOn }) => ({
        ...{ name: name.trim(), experience, assessment },
        ...(memberId ? { memberId: idOf(memberId, 'Member') } : {}),
        ...(certificate?.trim() ? { certificate: certificate.trim() } : {}),
        ...(expiresOn ? { expiresOn } : {}),
      }),
    ),
  };
}

function presentFigures(counts: TrainingCounts, locale: Locale): TrainingFiguresType {
  const { tenthsOfHours, tenthsOfPersonHours, ...rest } = counts;
  return {
    ...rest,
    label: inLocale(TRAINING_CLASS_LABELS[counts.trainingClass], locale),
    ...{ hours: tenthsOfHours / 10, personHours: tenthsOfPersonHours / 10 },
    passRate: percent(counts.passed, counts.assessed),
  };
}

function presentSession(row: TrainingRow): TrainingType {
  const { id, version, trainingClass, topic, heldOn, tenthsOfHours, trainer, attendances } = row;
  const { complaintId, complaintNumber: number } = row;
  return {
    ...{ id: toGlobalId('Training', id), version, class: trainingClass, topic, heldOn, trainer },
    hours: tenthsOfHours / 10,
    complaint: complaintId && number ? { id: toGlobalId('Complaint', complaintId), number } : null,
    attendances: attendances.map(
      ({ memberId, name, certificate = null, expiresOn = null, ...attendance }) => ({
        ...attendance,
        ...{ name, certificate, expiresOn },
        member: memberId ? { id: toGlobalId('Member', memberId), name } : null,
      }),
    ),
  };
}
