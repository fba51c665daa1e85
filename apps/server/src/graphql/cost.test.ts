import { buildSchema, parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { costPlanOf } from './cost.ts';

const schema = buildSchema(`
  type Query {
    office: Office
    things(first: Int! = 20, after: String): ThingConnection!
    anything: Anything
    reportPreview: ReportContent
    training: Office
  }
  type Mutation { rename(name: String!): Office, count: Int }
  type Office { name: String, head: Person, people: [Person!]!, tags: [String!]! }
  type Person { name: String, office: Office }
  type Thing { name: String, owner: Person, parts(first: Int! = 20): ThingConnection! }
  type ThingConnection { edges: [ThingEdge!]!, pageInfo: PageInfo!, totalCount: Int }
  type ThingEdge { cursor: String!, node: Thing! }
  type PageInfo { hasNextPage: Boolean! }
  type ReportContent { title: String, sections: [Office!]! }
  union Anything = Thing | Person
`);

function plan(text: string) {
  return costPlanOf(schema, parse(text), undefined);
}
const cost = (text: string, variables = {}): number => plan(text).requested(variables);

describe('before it is run', () => {
  test('an object costs a point, what is read of it nothing', () => {
    expect(cost('{ office { name tags } }')).toBe(1);
    expect(cost('{ office { name head { name } } }')).toBe(2);
  });

  test('nothing is free altogether', () => {
    expect(cost('{ __typename }')).toBe(1);
  });

  test('a page costs what its objects cost, as many as are asked for', () => {
    const page = '{ edges { cursor node { name owner { name } } } pageInfo { hasNextPage } totalCount }';
    expect(cost(`{ things(first: 50) ${page} }`)).toBe(100);
    expect(cost(`{ things ${page} }`)).toBe(40);
    expect(cost(`query ($n: Int!) { things(first: $n) ${page} }`, { n: 7 })).toBe(14);
  });

  test('pages of pages multiply', () => {
    const parts = 'parts(first: 10) { edges { node { name } } }';
    expect(cost(`{ things(first: 100) { edges { node { ${parts} } } } }`)).toBe(100 * (1 + 10));
  });

  test('a list without a size is taken to hold ten', () => {
    expect(cost('{ office { people { name } } }')).toBe(1 + 10);
  });

  test('fragments cost what stands in them, those on a page too', () => {
    const fragments = 'fragment Page on ThingConnection { edges { node { ...Named } } }';
    expect(
      cost(`{ things(first: 30) { ...Page } } ${fragments} fragment Named on Thing { owner { name } }`),
    ).toBe(60);
  });

  test('of what may be one thing or another, the dearest counts', () => {
    expect(
      cost('{ anything { ... on Person { office { name } } ... on Thing { owner { office { name } } } } }'),
    ).toBe(1 + 2);
  });

  test('what works more than it shows costs more, and so does what writes', () => {
    expect(cost('{ training { name } }')).toBe(51);
    expect(cost('mutation { rename(name: "a") { name } }')).toBe(11);
    expect(cost('mutation { count }')).toBe(10);
    expect(cost('{ __schema { types { name } } }')).toBe(100);
  });

  test('what is made at one go costs the same whatever is read of it', () => {
    expect(cost('{ reportPreview { title } }')).toBe(100);
    expect(cost('{ reportPreview { title sections { people { office { name } } } } }')).toBe(100);
  });

  test('fragments that spread each other over and over are counted at once, and are dear', () => {
    const levels = Array.from({ length: 60 }, (_, level) => {
      const next = level === 59 ? 'head { name }' : `...L${level + 1} ...L${level + 1}`;
      return `fragment L${level} on Office { ${next} }`;
    });
    expect(cost(`{ office { ...L0 } } ${levels.join('\n')}`)).toBeGreaterThanOrEqual(2 ** 59);
  });
});

describe('once it was run', () => {
  test('only what was found is counted', () => {
    const { requested, actual } = plan('{ things(first: 50) { edges { node { name owner { name } } } } }');
    const edges = [{ node: { name: 'a', owner: { name: 'b' } } }, { node: { name: 'c', owner: null } }];
    expect(requested({})).toBe(100);
    expect(actual({ things: { edges } })).toBe(3);
    expect(actual(null)).toBe(1);
  });

  test('what it costs to look stays, whatever is found', () => {
    expect(plan('{ training { name } }').actual({ training: null })).toBe(50);
  });
});
