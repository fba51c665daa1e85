import { addDays, canInOffice, findOption, instantAt, type TenantActor } from '@huiyin/domain';
import { inLocale } from '@huiyin/shared';
import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql';
import type { Office, Offices } from '../../casework/office.ts';
import { type RequestContext, tenantActor } from '../../graphql/actor-context.ts';
import { badInput, forbidden } from '../../graphql/errors.ts';
import { toGlobalId } from '../../graphql/global-id.ts';
import { PageArgs, pageOf, placeAsked } from '../../graphql/page.ts';
import type { Database } from '../../tenancy/database.ts';
import {
  RESPONDENT_ORDERS,
  type RespondentOrder,
  type RespondentRow,
  readRespondents,
} from './respondent.repository.ts';
import {
  RespondentConnection,
  RespondentFilterInput,
  RespondentOrderEnum,
  RespondentType,
} from './respondent.type.ts';

const LONGEST_SEARCH = 200;

/** The register of parties complained about, with what was complained of before. */
@Resolver()
export class RespondentResolver {
  readonly #database: Database;
  readonly #offices: Offices;

  constructor(options: { readonly database: Database; readonly offices: Offices }) {
    this.#database = options.database;
    this.#offices = options.offices;
  }

  @Query(() => RespondentConnection, {
    description: 'The register of respondents with their complaint history.',
  })
  async respondents(
    @Ctx() context: RequestContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => RespondentFilterInput, { nullable: true, description: 'Narrows the register.' })
    filter: RespondentFilterInput | null,
    @Arg('order', () => RespondentOrderEnum, {
      defaultValue: 'MOST_COMPLAINTS',
      description: 'Order of the register.',
    })
    order: RespondentOrder,
  ) {
    const actor = readerOf(context);
    const { locale } = context.request;
    const after = placeAsked(page, { orderedBy: RESPONDENT_ORDERS[order].type, locale });
    const office = await this.#offices.of(actor);
    const { search, kinds, complaintsAtLeast: least, receivedFrom, receivedTo } = filter ?? {};
    const strange = kinds?.find((code) => !findOption(office.sector.respondentTypes, code));
    if (strange !== undefined || (search?.length ?? 0) > LONGEST_SEARCH) throw badInput(locale, NO_FILTER);
    const rows = await readRespondents(this.#database, {
      ...{ actor, order, first: page.first, after },
      filter: {
        ...{ search, types: kinds, least },
        from: receivedFrom && instantAt(receivedFrom, '00:00'),
        before: receivedTo && instantAt(addDays(receivedTo, 1), '00:00'),
      },
    });
    return pageOf({ rows, page, toNode: (row) => present(row, office, context) });
  }

  /** A respondent of the register. */
  async find(id: string, context: RequestContext): Promise<RespondentType | null> {
    const actor = tenantActor(context);
    if (!canInOffice(actor, 'readComplaints')) return null;
    const [row] = await readRespondents(this.#database, {
      ...{ actor, order: 'NAME', first: 1, after: undefined, filter: { id } },
    });
    return row ? present(row, await this.#offices.of(actor), context) : null;
  }
}

function present(row: RespondentRow, { sector }: Office, context: RequestContext): RespondentType {
  const label = row.type === null ? undefined : findOption(sector.respondentTypes, row.type)?.node.label;
  const { name, licence, complaints, open, valid, sanctioned, last_received_at: lastReceivedAt, years } = row;
  return Object.assign(new RespondentType(), {
    id: toGlobalId('Respondent', row.id),
    kind: row.type && { code: row.type, label: label ? inLocale(label, context.request.locale) : row.type },
    ...{ name, licence, complaints, open, valid, sanctioned, lastReceivedAt },
    repeated: complaints > 1,
    years: years ?? [],
  });
}

/** The caller, who may read complaints. @throws FORBIDDEN for a key without the scope */
function readerOf(context: RequestContext): TenantActor {
  const actor = tenantActor(context);
  if (canInOffice(actor, 'readComplaints')) return actor;
  throw forbidden(context.request.locale, {
    zh: '此密钥没有读取投诉件的权限（complaints:read）。',
    en: 'This key may not read complaints: it lacks the scope complaints:read.',
  });
}

const NO_FILTER = {
  zh: '筛选条件无效：类型应为本行业的被投诉方类型，关键词不超过 200 字。',
  en: "The filter is of no use: kinds are the sector's, and a search has at most 200 characters.",
};
