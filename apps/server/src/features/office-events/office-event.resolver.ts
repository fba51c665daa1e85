import { addDays, canInOffice, instantAt } from '@huiyin/domain';
import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql';
import type { Offices } from '../../casework/office.ts';
import { type RequestContext, tenantActor } from '../../graphql/actor-context.ts';
import { forbidden } from '../../graphql/errors.ts';
import { uuidOf } from '../../graphql/global-id.ts';
import { PageArgs, pageOf, placeAsked } from '../../graphql/page.ts';
import type { Database } from '../../tenancy/database.ts';
import { readOfficeEvents } from './office-event.repository.ts';
import { OfficeEventConnection, OfficeEventFilter, type OfficeEventType } from './office-event.type.ts';
import { presentOfficeEvent } from './present-office-event.ts';

/** Nobody has it: asked about them, nothing is found. */
const NOBODY = '00000000-0000-0000-0000-000000000000';

/** Who did what in the organisation: for its administrator and its auditor. */
@Resolver()
export class OfficeEventResolver {
  readonly #database: Database;
  readonly #offices: Offices;

  constructor(options: { readonly database: Database; readonly offices: Offices }) {
    this.#database = options.database;
    this.#offices = options.offices;
  }

  @Query(() => OfficeEventConnection, {
    description: 'What was done to the organisation and who looked behind a mask, the newest first.',
  })
  async officeEvents(
    @Ctx() context: RequestContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => OfficeEventFilter, { nullable: true, description: 'Which of them.' })
    filter: OfficeEventFilter | null,
  ) {
    const actor = tenantActor(context);
    const { locale } = context.request;
    if (!canInOffice(actor, 'readOfficeEvents')) throw forbidden(locale, NOT_YOURS);
    const after = placeAsked(page, { orderedBy: 'timestamptz', locale });
    const { kinds, memberId, from, to } = filter ?? {};
    const rows = await readOfficeEvents(this.#database, {
      ...{ actor, kinds, first: page.first, after },
      memberId: memberId ? (uuidOf(memberId, 'Member') ?? NOBODY) : undefined,
      from: from ? instantAt(from, '00:00') : undefined,
      before: to ? instantAt(addDays(to, 1), '00:00') : undefined,
    });
    const office = await this.#offices.of(actor);
    return pageOf({ rows, page, toNode: (row) => presentOfficeEvent(row, office, locale) });
  }

  /** Something that was done, for those who read the record. */
  async find(id: string, context: RequestContext): Promise<OfficeEventType | null> {
    const actor = tenantActor(context);
    if (!canInOffice(actor, 'readOfficeEvents')) return null;
    const [row] = await readOfficeEvents(this.#database, { actor, id, first: 1, after: undefined });
    return row ? presentOfficeEvent(row, await this.#offices.of(actor), context.request.locale) : null;
  }
}

const NOT_YOURS = {
  zh: '操作记录由单位管理员和审计员查看。',
  en: 'The record of administration is for administrators and auditors.',
};
