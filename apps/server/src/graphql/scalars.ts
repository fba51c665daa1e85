import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { GraphQLDateTimeISO, GraphQLSafeInt } from 'graphql-scalars';

/** An instant; serialised as it is kept, ISO 8601 in UTC. */
export const DateTime = new GraphQLScalarType<string, string>({
  name: 'DateTime',
  description: 'An instant, RFC 3339 in UTC with milliseconds: `2026-09-24T01:00:00.000Z`.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339',
  // Instants are ISO strings throughout the domain; only what comes in is checked.
  serialize: (value) => (value instanceof Date ? value.toISOString() : String(value)),
  parseValue: (value) => GraphQLDateTimeISO.parseValue(value).toISOString(),
  parseLiteral: (node, variables) => GraphQLDateTimeISO.parseLiteral(node, variables).toISOString(),
});

/** Of 1900 to 2199: further days are slips of the hand, and beyond year 9999 there is no such notation. */
const DATE = /^(19|2[01])\d{2}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

function parseDate(value: unknown): string {
  if (typeof value === 'string' && DATE.test(value)) {
    const date = new Date(`${value}T00:00:00Z`);
    if (!Number.isNaN(date.valueOf()) && date.toISOString().startsWith(value)) return value;
  }
  throw new GraphQLError('A calendar day is written YYYY-MM-DD, such as 2026-09-24, of 1900 to 2199.', {
    extensions: { code: 'BAD_USER_INPUT' },
  });
}

/** A calendar day without a time zone. */
export const LocalDate = new GraphQLScalarType<string, string>({
  name: 'LocalDate',
  description:
    'A calendar day in the time zone of the organisation, `YYYY-MM-DD` (ISO 8601), of 1900 to 2199.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339#section-5.6',
  serialize: (value) => String(value),
  parseValue: parseDate,
  parseLiteral: (node) => parseDate(node.kind === Kind.STRING ? node.value : undefined),
});

/** Money counts past the 32 bits of `Int`: 21 million yuan are more fen than that. */
export const SafeInt = GraphQLSafeInt;
