import { XMLBuilder } from 'fast-xml-parser';
import type { FastifyReply } from 'fastify';

/** The two formats of GeoReport v2: the same objects as JSON and as XML. */

export const FORMATS = ['json', 'xml'] as const;
export type Format = (typeof FORMATS)[number];

const MEDIA_TYPES: Readonly<Record<Format, string>> = {
  json: 'application/json; charset=utf-8',
  xml: 'text/xml; charset=utf-8',
};

const BUILDER = new XMLBuilder({ format: false, suppressEmptyNode: false });

/** How a list is called in XML: `<services><service>…`. JSON has the list alone. */
export interface Named {
  readonly list: string;
  readonly item: string;
}

interface Answer {
  readonly format: Format;
  readonly named: Named;
  readonly items: readonly object[];
  readonly status?: number;
}

/** Answers with a list. */
export function answerList(
  reply: FastifyReply,
  { format, named, items, status = 200 }: Answer,
): FastifyReply {
  const body =
    format === 'json'
      ? JSON.stringify(items)
      : document({ [named.list]: { [named.item]: items.map(inXml) } });
  return reply.status(status).header('content-type', MEDIA_TYPES[format]).send(body);
}

/** Answers with one object, which is called `name` in XML. */
export function answerOne(
  reply: FastifyReply,
  { format, name, item }: { readonly format: Format; readonly name: string; readonly item: object },
): FastifyReply {
  const body = format === 'json' ? JSON.stringify(item) : document({ [name]: inXml(item) });
  return reply.header('content-type', MEDIA_TYPES[format]).send(body);
}

function document(root: object): string {
  return `<?xml version="1.0" encoding="utf-8"?>${BUILDER.build(root)}`;
}

/** What a list within an object is called in XML. */
const ITEMS: Readonly<Record<string, string>> = {
  ...{ attributes: 'attribute', values: 'value', endpoints: 'endpoint', formats: 'format' },
};

/** Lists within an object get elements of their own: `<values><value>…`. */
function inXml(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      const item = ITEMS[key];
      return [key, Array.isArray(inner) && item ? { [item]: inner.map(inXml) } : inXml(inner)];
    }),
  );
}
