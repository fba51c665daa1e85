import graphql from '@graphql-eslint/eslint-plugin';

// ESLint reads the published GraphQL schema and nothing else: that alone Biome cannot. `npm run schema:lint`.

const SCHEMA = 'packages/shared/schema.graphql';
const { rules: recommended } = graphql.configs['flat/schema-recommended'];
const { rules: relay } = graphql.configs['flat/schema-relay'];

const OBJECT = 'ObjectTypeDefinition';
const PAYLOAD = `${OBJECT}[name.value=/Payload$/]`;
const MUTATION = `${OBJECT}[name.value="Mutation"] > FieldDefinition`;

/** ARCHITECTURE.md's conventions that no ready rule knows, as patterns that must not occur. */
export const CONVENTIONS = [
  {
    selector: `${OBJECT} > FieldDefinition > ListType`,
    message: 'A list is never null: it is empty where there is nothing.',
  },
  {
    selector: ':matches(FieldDefinition, InputValueDefinition) ListType > :matches(NamedType, ListType)',
    message: 'An element of a list is never null.',
  },
  {
    // A detail may be unknown, and a complainant may not have said whether it is put right: neither means no.
    selector: `${OBJECT}:not([name.value=/Details$|^FollowUp$/]) > FieldDefinition > NamedType[name.value="Boolean"]`,
    message: 'A boolean is never null.',
  },
  {
    selector: `${OBJECT}:not([name.value=/Payload$/]) > FieldDefinition[name.value=/.Ids?$/] NamedType[name.value="ID"]`,
    message: 'Refer to the object, not to its id; only a payload names the id of what is gone.',
  },
  {
    selector: `${MUTATION} > :matches(NamedType, ListType), ${MUTATION} > NonNullType > NamedType[name.value!=/Payload$/]`,
    message: 'A mutation answers with a payload, never null.',
  },
  {
    selector: `${PAYLOAD}:not(:has(FieldDefinition[name.value="userErrors"] NamedType[name.value="UserError"]))`,
    message: 'A payload says why nothing was done: `userErrors: [UserError!]!`.',
  },
  {
    selector: `${PAYLOAD} > FieldDefinition[name.value!="userErrors"] > NonNullType`,
    message: 'What a payload gives is null where the mutation was refused.',
  },
  {
    selector: 'ScalarTypeDefinition:not(:has(Directive[name.value="specifiedBy"]))',
    message: 'A scalar says where its form is specified: `@specifiedBy`.',
  },
];

export default [
  {
    files: [SCHEMA],
    languageOptions: {
      parser: graphql.parser,
      parserOptions: { graphQLConfig: { schema: SCHEMA } },
    },
    plugins: { '@graphql-eslint': graphql },
    rules: {
      ...recommended,
      ...relay,
      '@graphql-eslint/require-description': [
        'error',
        {
          types: true,
          rootField: true,
          DirectiveDefinition: true,
          EnumValueDefinition: true,
          FieldDefinition: true,
          InputValueDefinition: true,
        },
      ],
      '@graphql-eslint/input-name': ['error', { checkInputType: true, caseSensitiveInputType: false }],
      '@graphql-eslint/no-scalar-result-type-on-mutation': 'error',
      '@graphql-eslint/require-deprecation-date': 'error',
      // Pages go forward only: an inbox is read from its top, and keyset pages backward would cost a second index each.
      '@graphql-eslint/relay-arguments': ['error', { includeBoth: false }],
      // A complaint has a few answers, clocks and events, which are read together with it and need no pages.
      '@graphql-eslint/relay-edge-types': ['error', { listTypeCanWrapOnlyEdgeType: false }],
      // Only what can be asked for by itself has an id; a contact, a column or a payload is part of what holds it.
      '@graphql-eslint/strict-id-in-types': 'off',
      'no-restricted-syntax': ['error', ...CONVENTIONS],
    },
  },
];
