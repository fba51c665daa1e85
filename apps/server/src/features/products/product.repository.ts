import { batchWatchOf, type ProductRegister, type Sector, type TenantActor } from '@huiyin/domain';
import { Conditions } from '../../casework/conditions.ts';
import { onlyVisible } from '../../casework/visibility.ts';
import type { Listed, Place } from '../../graphql/place-cursor.ts';
import type { Database } from '../../tenancy/database.ts';

/** Complaints on one batch of a product; `batch` is null for those that name none. */
export interface BatchRow {
  readonly batch: string | null;
  readonly count: number;
  readonly first: string;
  readonly last: string;
  readonly alerted: boolean;
  /** The latest first; fifty at most. */
  readonly complaints: readonly { readonly id: string; readonly number: string }[];
}

/** A product as the complaints name it that the reader may see. */
export type ProductRow = Listed<{
  readonly id: string;
  readonly name: string;
  readonly number: string | null;
  readonly makers: readonly string[];
  readonly recent: number;
  readonly total: number;
  readonly last: string;
  readonly alerted: boolean;
  readonly batches: readonly BatchRow[];
}>;

const MOST_COMPLAINTS = 50;
const day = (instant: string): string => `to_char(${instant} at time zone 'Asia/Shanghai', 'YYYY-MM-DD')`;

/**
 * A page of products, most complained of within a year first, and one row more that tells whether there is another page.
 * Products are one where name and official number are; a complaint that gives the name alone is about the only
 * product of that name, if there is but one. Complaints of the restricted track name staff, not products.
 */
export function readProducts(
  database: Database,
  options: {
    readonly actor: TenantActor;
    readonly sector: Sector;
    readonly register: ProductRegister;
    readonly filter: {
      readonly id?: string;
      readonly search?: string | undefined;
      readonly alerted?: boolean | undefined;
    };
    /** An integer, checked: it stands in the statement. */
    readonly first: number;
    readonly after: Place | undefined;
  },
): Promise<ProductRow[]> {
  const { actor, sector, register, first, after } = options;
  const { id, search, alerted } = options.filter;
  const where = new Conditions();
  onlyVisible(where, actor);
  where.and(`not c.restricted and c.status <> 'MERGED'`);
  const detail = (key: string): string => `nullif(trim(c.details ->> ${where.parameter(key)}), '')`;
  const [name, number, maker, batch] = [
    detail(register.name),
    detail(register.number),
    detail(register.maker),
    detail(register.batch),
  ];
  where.and(`${name} is not null`);
  const watch = batchWatchOf(sector);
  const watched = watch
    ? `batch is not null and count(*) filter (where received_at >= now()
        - make_interval(days => ${where.parameter(watch.withinDays)}::int)) over (partition by batch)
        >= ${where.parameter(watch.least)}::int`
    : 'false';
  const visible = where.text;
  const shown = new Conditions();
  shown.values.push(...where.values);
  if (id) shown.and(`product = ${shown.parameter(id)}::uuid`);
  if (search) {
    const like = shown.parameter(`%${search.replace(/[\\%_]/g, (character) => `\\${character}`)}%`);
    shown.and(`bool_or(concat_ws(E'\\n', name, number, maker, batch) ilike ${like})`);
  }
  if (alerted !== undefined) shown.and(`bool_or(alerted) = ${shown.parameter(alerted)}::boolean`);
  if (after) {
    const place = `(${shown.parameter(after.key)}::int, ${shown.parameter(after.id)}::uuid)`;
    shown.and(`(${RECENT}, product) < ${place}`);
  }
  const text = `
    with named as (
      select c.id, c.number as complaint, c.received_at, ${name} as name, upper(${number}) as number,
        ${maker} as maker, upper(${batch}) as batch
      from complaint c where ${visible}
    ),
    told_apart as (
      select *, coalesce(number, case when min(number) over same = max(number) over same
          then min(number) over same end) as product_number, ${watched} as alerted
      from named window same as (partition by upper(name))
    ),
    kept as (
      select *, md5(concat_ws(E'\\n', upper(name), product_number))::uuid as product from told_apart
    ),
    page as (
      select product as id, (array_agg(name order by received_at desc, id))[1] as name,
        min(product_number) as number,
        array_remove(array_agg(distinct maker order by maker), null) as makers,
        ${RECENT} as recent, count(*)::int as total, ${day('max(received_at)')} as last,
        bool_or(alerted) as alerted
      from kept group by product having ${shown.text}
      order by ${RECENT} desc, product desc limit ${first + 1}
    ),
    batch as (
      select k.product, k.batch, count(*)::int as count, ${day('min(k.received_at)')} as first,
        ${day('max(k.received_at)')} as last, bool_or(k.alerted) as alerted,
        (array_agg(json_build_object('id', k.id, 'number', k.complaint)
          order by k.received_at desc, k.id))[1:${MOST_COMPLAINTS}] as complaints
      from kept k join page on page.id = k.product group by k.product, k.batch
    )
    select page.*, page.recent::text as sort_key, (
      select json_agg(json_build_object('batch', b.batch, 'count', b.count, 'first', b.first, 'last', b.last,
          'alerted', b.alerted, 'complaints', b.complaints)
        order by b.batch is null, b.alerted desc, b.count desc, b.last desc, b.batch)
      from batch b where b.product = page.id
    ) as batches
    from page order by page.recent desc, page.id desc`;
  return database.readInTenant<ProductRow & Record<string, unknown>>(actor, { text, values: shown.values });
}

const RECENT = `(count(*) filter (where received_at >= now() - interval '1 year'))::int`;
