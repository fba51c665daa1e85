import {
  addDays,
  canInOffice,
  dimensionLabel,
  type FigureQuery,
  localDateOf,
  type MatterWatch,
  PROHIBITION_DAYS,
  PROHIBITION_FIGURES,
  reasonOfDue,
  reasonOfMissingReceipt,
  reasonOfRepeat,
  reasonOfRise,
  risesOf,
  type StaffActor,
  type Watch,
  watchedQueries,
} from '@huiyin/domain';
import { inLocale, type Localized } from '@huiyin/shared';
import { Ctx, Query, Resolver } from 'type-graphql';
import { casesFilterOf } from '../../casework/figure-sql.ts';
import type { Office, Offices } from '../../casework/office.ts';
import { type RequestContext, tenantActor } from '../../graphql/actor-context.ts';
import { forbidden } from '../../graphql/errors.ts';
import { toGlobalId } from '../../graphql/global-id.ts';
import type { Database } from '../../tenancy/database.ts';
import { countStatement, type MatterRow, mattersStatement, watchStatement } from './watch.repository.ts';
import { ProhibitionCountType, WatchedMatterType, WatchedRiseType } from './watch.type.ts';

/** Complaints named of one matter. */
const MOST_COMPLAINTS = 50;

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

  @Query(() => [WatchedMatterType], {
    description:
      'Single matters that the sector brings before those who lead, such as several complaints on one batch; for department leads and supervisors.',
  })
  async watchedMatters(@Ctx() context: RequestContext): Promise<WatchedMatterType[]> {
    const actor = tenantActor(context);
    const { locale } = context.request;
    if (actor.kind !== 'staff' || !canInOffice(actor, 'leadTeam')) throw forbidden(locale);
    const { sector } = await this.#offices.of(actor);
    const watches = sector.matterWatches ?? [];
    if (watches.length === 0) return [];
    const found = await this.#database.readAllInTenant(
      actor,
      watches.map((watch) => mattersStatement(watch, actor)),
    );
    const today = localDateOf(new Date().toISOString());
    return watches.flatMap((watch, index) =>
      ((found[index] ?? []) as unknown as MatterRow[]).map(({ name, of, since, count, complaints }) => ({
        watch: { code: watch.code, label: inLocale(watch.label, locale) },
        name,
        reason: inLocale(reasonOf(watch, { count, of, since: since ?? today, today }), locale),
        complaints: complaints
          .slice(0, MOST_COMPLAINTS)
          .map(({ id, number }) => ({ id: toGlobalId('Complaint', id), number })),
      })),
    );
  }

  @Query(() => [ProhibitionCountType], {
    description:
      'Hand-overs, cases passed on too often or left untouched, identities looked at and recusals of the last 30 days; for department leads and supervisors.',
  })
  async prohibitionCounts(@Ctx() context: RequestContext): Promise<ProhibitionCountType[]> {
    const actor = tenantActor(context);
    const { locale } = context.request;
    if (actor.kind !== 'staff' || !canInOffice(actor, 'leadTeam')) throw forbidden(locale);
    const to = localDateOf(new Date().toISOString());
    const days = { from: addDays(to, 1 - PROHIBITION_DAYS), to };
    const figures = PROHIBITION_FIGURES.map(({ code, label, measure, where }) => {
      const query: FigureQuery = { measure, ...days, ...(where ? { where } : {}) };
      return { what: { code, label: inLocale(label, locale) }, query };
    });
    const counts = await this.#database.readAllInTenant(
      actor,
      figures.map(({ query }) => countStatement(actor, query)),
    );
    return figures.map(({ what, query }, index) => ({
      ...{ what, count: Number(counts[index]?.[0]?.['count'] ?? 0), cases: casesFilterOf(query) },
    }));
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

/** Why a matter stands before those who lead. */
function reasonOf(
  watch: MatterWatch,
  found: Pick<MatterRow, 'count' | 'of'> & { readonly since: string; readonly today: string },
): Localized {
  if (watch.kind === 'REPEATED') return reasonOfRepeat(watch, found);
  return watch.kind === 'DUE' ? reasonOfDue(watch, found) : reasonOfMissingReceipt(watch, found.since);
}
