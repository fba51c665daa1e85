import type { CaseChoice, OversightActor } from '@huiyin/domain';
import { inLocale } from '@huiyin/shared';
import { Arg, Args, Ctx, ID, Query, Resolver } from 'type-graphql';
import type { RequestContext } from '../../graphql/actor-context.ts';
import { badInput } from '../../graphql/errors.ts';
import { uuidOf } from '../../graphql/global-id.ts';
import { PageArgs, pageOf, placeAsked } from '../../graphql/page.ts';
import { NEWEST } from '../../graphql/place-cursor.ts';
import { CaseChoiceEnum, OversightCaseConnection, OversightCaseType } from './case.type.ts';
import type { OverseenCases } from './cases.ts';
import { choiceOf, NO_PERIOD, overseer } from './overseer.ts';
import { OversightPeriodInput } from './oversight.type.ts';
import { presentCase } from './present-case.ts';

const WHOSE = { description: 'Global id of the organisation, as `OversightRow.code` gives it.' };

/** Cases behind the figures across organisations, where a grant opens them. */
@Resolver()
export class OverseenCaseResolver {
  readonly #cases: OverseenCases;

  constructor(cases: OverseenCases) {
    this.#cases = cases;
  }

  @Query(() => OversightCaseConnection, {
    nullable: true,
    description: [
      'Cases of an organisation behind a figure of a period, the last received first, without people and texts; null',
      'where no grant opens its cases. Boxes that a sector restricts are never among them. Each look is recorded there.',
    ].join('\n'),
  })
  async oversightCases(
    @Ctx() context: RequestContext,
    @Arg('organization', () => ID, WHOSE) organization: string,
    @Arg('period', () => OversightPeriodInput, { description: 'Which period.' }) period: OversightPeriodInput,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('choice', () => CaseChoiceEnum, { defaultValue: 'RECEIVED', description: 'Which of them.' })
    choice: CaseChoice,
  ) {
    const actor = overseer(context);
    const { locale } = context.request;
    const after = placeAsked(page, { orderedBy: 'timestamptz', locale }) ?? NEWEST;
    const tenantId = uuidOf(organization, 'Organization');
    if (!tenantId) return null;
    const asked = { tenantId, period: choiceOf(period), choice, first: page.first, after };
    const found = await this.#cases.list(actor, asked);
    if (found === 'NO_PERIOD') throw badInput(locale, NO_PERIOD);
    if (!found) return null;
    const { sector, name, name_en: nameEn } = found.organization;
    return {
      ...pageOf({ rows: found.rows, page, toNode: (row) => presentCase(row, [], { sector, locale }) }),
      organizationName: inLocale({ zh: name, en: nameEn ?? name }, locale),
    };
  }

  @Query(() => OversightCaseType, {
    nullable: true,
    description: 'One case, with how everything about it came out; null where no grant opens it.',
  })
  oversightCase(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID, { description: 'Global id of the case.' }) id: string,
  ): Promise<OversightCaseType | null> {
    return this.#open(uuidOf(id, 'OversightCase'), context, overseer(context));
  }

  /** A case by its id, for those who were granted it. */
  async find(id: string, context: RequestContext): Promise<OversightCaseType | null> {
    const { actor } = context.request;
    return actor.kind === 'oversight' ? this.#open(id, context, actor) : null;
  }

  async #open(
    id: string | undefined,
    { request: { locale } }: RequestContext,
    actor: OversightActor,
  ): Promise<OversightCaseType | null> {
    const found = id ? await this.#cases.open(actor, id) : undefined;
    return found
      ? presentCase(found.row, found.outcomes, { sector: found.organization.sector, locale })
      : null;
  }
}
