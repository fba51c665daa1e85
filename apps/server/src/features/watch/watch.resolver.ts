import {
  canInOffice,
  dimensionLabel,
  type FigureQuery,
  localDateOf,
  reasonOfRise,
  risesOf,
  type StaffActor,
  type Watch,
  watchedQueries,
} from '@huiyin/domain';
import { inLocale } from '@huiyin/shared';
import { Ctx, Query, Resolver } from 'type-graphql';
import { casesFilterOf } from '../../casework/figure-sql.ts';
import type { Office, Offices } from '../../casework/office.ts';
import { type RequestContext, tenantActor } from '../../graphql/actor-context.ts';
import { forbidden } from '../../graphql/errors.ts';
import type { Database } from '../../tenancy/database.ts';
import { watchStatement } from './watch.repository.ts';
import { WatchedRiseType } from './watch.type.ts';

/** What a sector watches, told before the quarter ends to those who lead. */
@Resolver()
export class WatchResolver {
  readonly #database: Database;
  readonly #offices: Offices;

  constructor(options: { readonly database: Database; readonly offices: Offices }) {
    this.#database = options.database;
    this.#offices = options.offices;
  }

  @Query(() => [WatchedRiseType], {
    description:
      'What the sector watches whose complaints rose beyond chance, the least likely first; for department leads and supervisors.',
  })
  async watchedRises(@Ctx() context: RequestContext): Promise<WatchedRiseType[]> {
    const actor = tenantActor(context);
    if (actor.kind !== 'staff' || !canInOffice(actor, 'leadTeam')) throw forbidden(context.request.locale);
    const office = await this.#offices.of(actor);
    const rises = await Promise.all(
      (office.sector.watches ?? []).map((watch) => this.#risesOf(watch, { actor, office, context })),
    );
    return rises.flat().sort((a, b) => a.chance - b.chance);
  }

  async #risesOf(
    watch: Watch,
    options: { readonly actor: StaffActor; readonly office: Office; readonly context: RequestContext },
  ): Promise<WatchedRiseType[]> {
    const { actor, office, context } = options;
    const { locale } = context.request;
    const queries = watchedQueries(watch, localDateOf(new Date().toISOString()));
    const count = (query: FigureQuery) => watchStatement({ actor, query, by: watch.by });
    const [now = [], before = []] = await this.#database.readAllInTenant(actor, [
      count(queries.now),
      count(queries.before),
    ]);
    const counted = (rows: readonly object[]) =>
      (rows as readonly { readonly value: string; readonly count: number }[]).map((row) => ({
        ...{ values: [row.value], count: row.count, amount: 0 },
      }));
    return risesOf(counted(now), counted(before)).map((rise) => {
      const { where } = queries.now;
      const named = dimensionLabel(watch.by, rise.value, { sector: office.sector, names: new Map() });
      return {
        watch: { code: watch.code, label: inLocale(watch.label, locale) },
        name: inLocale(named, locale),
        ...{ count: rise.now, before: rise.before, expected: rise.expected, chance: rise.chance },
        reason: inLocale(reasonOfRise(rise), locale),
        cases: casesFilterOf({ ...queries.now, where: { ...where, [watch.by]: [rise.value] } }),
      };
    });
  }
}
