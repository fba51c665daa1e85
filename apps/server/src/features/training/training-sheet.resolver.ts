import { inLocale } from '@huiyin/shared';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { type RequestContext, tenantActor } from '../../graphql/actor-context.ts';
import { userErrors } from '../../graphql/user-error.ts';
import { TrainingImportInput, TrainingImportPayload } from './training-sheet.type.ts';
import type { TrainingSheets } from './training-sheets.ts';

/** Registers of training in spreadsheets. */
@Resolver()
export class TrainingSheetResolver {
  readonly #sheets: TrainingSheets;

  constructor(sheets: TrainingSheets) {
    this.#sheets = sheets;
  }

  @Mutation(() => TrainingImportPayload, {
    description:
      'Looks at a sheet of training or takes it in. What stands here already is not written down again; lines at fault are named and left out.',
  })
  async trainingImport(
    @Arg('input', () => TrainingImportInput, { description: 'The sheet.' }) input: TrainingImportInput,
    @Ctx() context: RequestContext,
  ): Promise<TrainingImportPayload> {
    const { locale } = context.request;
    const { file, takeIn, idempotencyKey: key } = input;
    const done = await this.#sheets.read(tenantActor(context), { file, takeIn, key });
    if (!done.ok) return { sheet: null, userErrors: userErrors(done.refusals, locale) };
    const { found, refused, takenIn } = done.answer;
    return {
      userErrors: [],
      sheet: {
        takenIn,
        sessions: found.map(({ trainingClass, topic, heldOn, tenthsOfHours, isNew, attendances, known }) => ({
          ...{ trainingClass, topic, heldOn, hours: tenthsOfHours / 10, isNew },
          ...{ newPeople: attendances.length, known },
        })),
        refused: refused.map(({ line, name, reasons }) => ({
          ...{ line, name, reasons: reasons.map((reason) => inLocale(reason, locale)) },
        })),
      },
    };
  }
}
