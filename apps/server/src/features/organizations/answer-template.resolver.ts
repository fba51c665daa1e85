import {
  answerTemplatesOf,
  canInOffice,
  documentsOf,
  NO_SUCH_THING,
  problemWithText,
  type Refusal,
  type Sector,
  unknownFields,
} from '@huiyin/domain';
import { inLocale } from '@huiyin/shared';
import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { v7 as uuidv7 } from 'uuid';
import type { Offices } from '../../casework/office.ts';
import { recordOfficeEvent } from '../../casework/office-events.ts';
import { type Answered, once } from '../../casework/once.ts';
import { type RequestContext, tenantActor } from '../../graphql/actor-context.ts';
import { toGlobalId, uuidOf } from '../../graphql/global-id.ts';
import { userErrors } from '../../graphql/user-error.ts';
import type { Database } from '../../tenancy/database.ts';
import {
  type AnswerTemplateRow,
  addTemplate,
  changeTemplate,
  listTemplates,
  MOST_TEMPLATES,
  removeTemplate,
} from './answer-template.repository.ts';
import {
  AnswerTemplateRemoveInput,
  AnswerTemplateRemovePayload,
  AnswerTemplateSaveInput,
  AnswerTemplateSavePayload,
  AnswerTemplateType,
} from './answer-template.type.ts';

const LONGEST_NAME = 60;
const LONGEST_TEXT = 5_000;

/** Texts from which answers and documents begin: the organisation's own, and those of its sector. */
@Resolver()
export class AnswerTemplateResolver {
  readonly #database: Database;
  readonly #offices: Offices;

  constructor(options: { readonly database: Database; readonly offices: Offices }) {
    this.#database = options.database;
    this.#offices = options.offices;
  }

  @Query(() => [AnswerTemplateType], {
    description: "The organisation's own templates by name, then those of its sector.",
  })
  async answerTemplates(@Ctx() context: RequestContext): Promise<AnswerTemplateType[]> {
    const actor = tenantActor(context);
    const { locale } = context.request;
    const [{ sector }, own] = await Promise.all([
      this.#offices.of(actor),
      listTemplates(this.#database, actor),
    ]);
    return [
      ...own.map(present),
      ...answerTemplatesOf(sector).map(({ name, text }) => ({
        ...{ id: null, name: inLocale(name, locale), text: inLocale(text, locale), document: null },
      })),
      ...documentsOf(sector).map(({ code, label, text }) => ({
        ...{ id: null, name: inLocale(label, locale), text: inLocale(text, locale), document: code },
      })),
    ];
  }

  @Mutation(() => AnswerTemplateSavePayload, { description: 'Keeps a text from which answers begin.' })
  async answerTemplateSave(
    @Arg('input', () => AnswerTemplateSaveInput, { description: 'The template.' })
    input: AnswerTemplateSaveInput,
    @Ctx() context: RequestContext,
  ): Promise<AnswerTemplateSavePayload> {
    const actor = tenantActor(context);
    const refuse = (...refusals: readonly Refusal[]): AnswerTemplateSavePayload => ({
      answerTemplate: null,
      userErrors: userErrors(refusals, context.request.locale),
    });
    if (!canInOffice(actor, 'manageOrganization')) return refuse(FOR_ADMINISTRATORS);
    const { sector } = await this.#offices.of(actor);
    const wrong = problemOf(input, sector);
    if (wrong) return refuse(wrong);
    const known = input.id ? uuidOf(input.id, 'AnswerTemplate') : undefined;
    if (input.id && !known) return refuse(NO_SUCH_TEMPLATE);
    const row: AnswerTemplateRow = {
      ...{ id: known ?? uuidv7(), name: input.name.trim(), text: input.text.trim() },
      document: input.document ?? null,
    };
    const { idempotencyKey: key, ...asked } = input;
    const done = await this.#database.inTenant(actor, (tx) =>
      once<AnswerTemplateRow>(tx, { actor, key, asked: ['answerTemplateSave', asked] }, async () => {
        const before = known ? await changeTemplate(tx, row) : undefined;
        if (known && !before) return refused(NO_SUCH_TEMPLATE);
        if (!known && !(await addTemplate(tx, row))) return refused(TOO_MANY);
        const kind = known ? 'TEMPLATE_CHANGED' : 'TEMPLATE_ADDED';
        const after = { name: row.name, text: row.text };
        await recordOfficeEvent(tx, {
          ...{ actor, kind, subject: before?.name ?? row.name, before: before ?? {}, after },
        });
        return { ok: true, answer: row };
      }),
    );
    return done.ok ? { answerTemplate: present(done.answer), userErrors: [] } : refuse(...done.refusals);
  }

  @Mutation(() => AnswerTemplateRemovePayload, { description: 'Removes a template of the organisation.' })
  async answerTemplateRemove(
    @Arg('input', () => AnswerTemplateRemoveInput, { description: 'Which template.' })
    input: AnswerTemplateRemoveInput,
    @Ctx() context: RequestContext,
  ): Promise<AnswerTemplateRemovePayload> {
    const actor = tenantActor(context);
    const refuse = (...refusals: readonly Refusal[]): AnswerTemplateRemovePayload => ({
      removedId: null,
      userErrors: userErrors(refusals, context.request.locale),
    });
    if (!canInOffice(actor, 'manageOrganization')) return refuse(FOR_ADMINISTRATORS);
    const id = uuidOf(input.id, 'AnswerTemplate');
    if (!id) return refuse(NO_SUCH_TEMPLATE);
    const { idempotencyKey: key } = input;
    const done = await this.#database.inTenant(actor, (tx) =>
      once<null>(tx, { actor, key, asked: ['answerTemplateRemove', id] }, async () => {
        const before = await removeTemplate(tx, id);
        if (!before) return refused(NO_SUCH_TEMPLATE);
        await recordOfficeEvent(tx, { actor, kind: 'TEMPLATE_REMOVED', subject: before.name, before });
        return { ok: true, answer: null };
      }),
    );
    return done.ok ? { removedId: input.id, userErrors: [] } : refuse(...done.refusals);
  }
}

function refused(refusal: Refusal): Answered<never> {
  return { ok: false, refusals: [refusal] };
}

function present({ id, name, text, document }: AnswerTemplateRow): AnswerTemplateType {
  return { id: toGlobalId('AnswerTemplate', id), name, text, document };
}

/** What is wrong with a template; a slip in a field is told before any complainant could read it. */
function problemOf({ name, text, document }: AnswerTemplateSaveInput, sector: Sector): Refusal | undefined {
  if (name.trim() === '' || problemWithText(name.trim(), LONGEST_NAME)) return NAME;
  if (document && !documentsOf(sector).some(({ code }) => code === document)) return NO_SUCH_DOCUMENT;
  if (text.trim() === '') return EMPTY;
  const problem = problemWithText(text, LONGEST_TEXT);
  if (problem) return { code: 'INVALID', field: 'text', message: problem };
  const [unknown] = unknownFields(text);
  return unknown === undefined
    ? undefined
    : {
        code: 'INVALID',
        field: 'text',
        message: { zh: `没有“{${unknown}}”这个字段。`, en: `There is no field {${unknown}}.` },
      };
}

const NO_SUCH_DOCUMENT: Refusal = {
  code: 'INVALID',
  field: 'document',
  message: { zh: '没有这种文书。', en: 'There is no such document.' },
};
const NO_SUCH_TEMPLATE: Refusal = { ...NO_SUCH_THING, field: 'id' };
const FOR_ADMINISTRATORS: Refusal = {
  code: 'FORBIDDEN',
  message: { zh: '只有单位管理员可以修改答复模板。', en: 'Templates are kept by administrators.' },
};
const NAME: Refusal = {
  code: 'INVALID',
  field: 'name',
  message: {
    zh: `请填写不超过 ${LONGEST_NAME} 字的名称。`,
    en: `Give a name of at most ${LONGEST_NAME} characters.`,
  },
};
const EMPTY: Refusal = {
  code: 'REQUIRED',
  field: 'text',
  message: { zh: '此项必填。', en: 'This is required.' },
};
const TOO_MANY: Refusal = {
  code: 'INVALID',
  message: {
    zh: `最多保存 ${MOST_TEMPLATES} 个模板。请先删除一些。`,
    en: `Keep at most ${MOST_TEMPLATES} templates. Remove some first.`,
  },
};
