import { SECTORS } from '@huiyin/domain';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { playDemoRegister } from '../demo/demo.ts';
import {
  type CallerHeaders,
  openTestApi,
  type TestApi,
  type TestOrganization,
} from '../testing/api.fixture.ts';

/**
 * Every number of every sector's report opens onto exactly its cases: whatever figure or cell the report shows, the
 * list behind it, as a reader opens it, holds the cases counted and no other.
 */

let api: TestApi;

beforeAll(async () => {
  api = await openTestApi();
});
afterAll(() => api.close());

const REPORT = /* GraphQL */ `
  query ($period: PeriodInput!) {
    reportPreview(period: $period) {
      problems
      sections {
        code
        blocks {
          ... on ReportFigures {
            figures { code unit now { ...Number } before { ...Number } yearAgo { ...Number } }
          }
          ... on ReportTable { code rows { total cells { text value unit cases } } }
        }
      }
    }
  }
  fragment Number on FigureValue { value numerator denominator cases denominatorCases }
`;

interface Opening {
  readonly where: string;
  /** How many things it says were counted. */
  readonly count: number;
  readonly cases: string;
}

interface FigureNumber {
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly cases: string;
  readonly denominatorCases: string | null;
}

function ofFigure(where: string, unit: string, number: FigureNumber | null): Opening[] {
  if (!number) return [];
  const { value, numerator, denominator, cases, denominatorCases } = number;
  const count = unit === 'COUNT' ? value : unit === 'RATE' || unit === 'PER' ? numerator : null;
  return [
    ...(count === null ? [] : [{ where, count, cases }]),
    ...(denominator === null || denominatorCases === null
      ? []
      : [{ where: `${where} (whole)`, count: denominator, cases: denominatorCases }]),
  ];
}

interface Block {
  readonly code?: string;
  readonly figures?: readonly {
    readonly code: string;
    readonly unit: string;
    readonly now: FigureNumber;
    readonly before: FigureNumber | null;
    readonly yearAgo: FigureNumber | null;
  }[];
  readonly rows?: readonly {
    readonly cells: readonly {
      readonly text: string;
      readonly value: number;
      readonly unit: string | null;
      readonly cases: string | null;
    }[];
  }[];
}

async function numbersOf(caller: CallerHeaders, period: object) {
  const { data } = await api.graphql(caller, REPORT, { period });
  const { sections, problems } = data.reportPreview as {
    readonly sections: readonly { readonly code: string; readonly blocks: readonly Block[] }[];
    readonly problems: readonly string[];
  };
  const openings = sections.flatMap(({ code: section, blocks }) =>
    blocks.flatMap(({ code, figures = [], rows = [] }): Opening[] => [
      ...figures.flatMap((figure) =>
        (['now', 'before', 'yearAgo'] as const).flatMap((when) =>
          ofFigure(`${section}/${figure.code}/${when}`, figure.unit, figure[when]),
        ),
      ),
      ...rows.flatMap(({ cells }) =>
        cells.flatMap(({ value, unit, cases }, index) =>
          unit === 'COUNT' && cases
            ? [{ where: `${section}/${code}/${cells[0]?.text}/${index}`, count: value, cases }]
            : [],
        ),
      ),
    ]),
  );
  return { openings, problems };
}

/** Two aliases each: within what one document may have. */
const AT_ONCE = 12;

/** What opens behind each number: the list as a reader sees it, and what is said beside it. */
async function opened(caller: CallerHeaders, openings: readonly Opening[]) {
  const cases = [...new Set(openings.map((opening) => opening.cases))];
  const found = new Map<string, { count: number; cases: number; hidden: number; ids: string[] }>();
  for (let at = 0; at < cases.length; at += AT_ONCE) {
    const some = cases.slice(at, at + AT_ONCE);
    const fields = some.map(
      (figure, index) => `
        list${index}: complaints(first: 100, filter: { figure: "${figure}" }) { edges { node { id } } }
        said${index}: openedFigure(cases: "${figure}") { count cases hidden }`,
    );
    const { data } = await api.graphql(caller, `{ ${fields.join('\n')} }`);
    some.forEach((figure, index) => {
      const ids = data[`list${index}`].edges.map(({ node }: { node: { id: string } }) => node.id);
      found.set(figure, { ...data[`said${index}`], ids });
    });
  }
  return found;
}

const year = new Date().getUTCFullYear();
const quarter = Math.ceil((new Date().getUTCMonth() + 1) / 3);

describe.each(SECTORS.map((sector) => [sector.code, sector] as const))('the report of %s', (code, sector) => {
  let organization: TestOrganization;

  beforeAll(async () => {
    organization = await api.organization(code, ['SUPERVISOR', 'AUDITOR']);
    const { casework } = api.office.services;
    await playDemoRegister({ casework, tenantId: organization.tenantId, sector });
  }, 120_000);

  test.each([
    ['year', { kind: 'YEAR', year }],
    ['quarter', { kind: 'QUARTER', year, number: quarter }],
    ['span', { kind: 'SPAN', from: `${year - 1}-03-07`, to: `${year}-11-20` }],
  ])(
    'of a %s: every number opens onto exactly its cases',
    async (_name, period) => {
      const caller = await api.signedIn(organization, 'SUPERVISOR');
      const { openings, problems } = await numbersOf(caller, period);
      expect(openings.filter(({ count }) => count > 0).length).toBeGreaterThan(30);
      const lists = await opened(caller, openings);
      for (const { where, count, cases } of openings) {
        const list = lists.get(cases);
        expect({ where, count: list?.count }).toEqual({ where, count });
        // Each case once: as many as are said to be behind it, none when nothing was counted, and never more.
        expect({ where, listed: new Set(list?.ids).size }).toEqual({ where, listed: list?.cases });
        expect(list?.ids.length, where).toBe(list?.cases);
        expect(list?.cases === 0, where).toBe(count === 0);
        expect(list?.cases ?? 0, where).toBeLessThanOrEqual(count);
      }
      expect(problems.filter((problem) => /add up|gives/.test(problem))).toEqual([]);
    },
    120_000,
  );

  test('what a reader may not see is counted, said to be hidden, and not listed', async () => {
    const caller = await api.signedIn(organization, 'AUDITOR');
    const { openings } = await numbersOf(caller, { kind: 'YEAR', year });
    const lists = await opened(caller, openings);
    const restricted = (sector.classification?.restricted ?? []).length > 0;
    const hidden = [...lists.values()].reduce((sum, list) => sum + list.hidden, 0);
    expect(hidden > 0).toBe(restricted);
    for (const list of lists.values()) expect(list.ids.length).toBe(list.cases - list.hidden);
  }, 120_000);
});
