import type { Locale } from '@huiyin/shared';
import { ArgsType, Field, Int } from 'type-graphql';
import type { Connection } from './connection.ts';
import { badInput } from './errors.ts';
import { type Listed, type OrderedBy, type Place, readPlace, writePlace } from './place-cursor.ts';

/** The largest page. */
const LARGEST_PAGE = 100;

/** What every list takes. */
@ArgsType()
export class PageArgs {
  @Field(() => Int, { defaultValue: 20, description: 'How many: 1 to 100.' })
  first!: number;

  @Field(() => String, { nullable: true, description: 'Cursor after which the page begins.' })
  after?: string | null;
}

/**
 * The place after which the page asked for begins; `undefined` at the list's start.
 * @throws BAD_USER_INPUT for a size that no page has, and for what is no cursor of a list in that order
 */
export function placeAsked(
  { first, after }: PageArgs,
  { orderedBy, locale }: { readonly orderedBy: OrderedBy; readonly locale: Locale },
): Place | undefined {
  if (first < 1 || first > LARGEST_PAGE) {
    throw badInput(locale, {
      zh: `每页数量应为 1 到 ${LARGEST_PAGE}。`,
      en: `“first” must be from 1 to ${LARGEST_PAGE}.`,
    });
  }
  const place = after ? readPlace(after, orderedBy) : undefined;
  if (after && !place) throw badInput(locale, { zh: '游标无效。', en: '“after” is no cursor of this list.' });
  return place;
}

/** A page from one row more than asked for, which tells whether there is another page. */
export function pageOf<Row extends Listed<{ readonly id: string }>, Node>(options: {
  readonly rows: readonly Row[];
  readonly page: PageArgs;
  readonly toNode: (row: Row) => Node;
}): Connection<Node> {
  const { rows, page, toNode } = options;
  const edges = rows.slice(0, page.first).map((row) => ({
    cursor: writePlace({ key: row.sort_key, id: row.id }),
    node: toNode(row),
  }));
  return {
    edges,
    pageInfo: {
      hasNextPage: rows.length > page.first,
      hasPreviousPage: Boolean(page.after),
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}
