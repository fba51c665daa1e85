import type { Role } from '@huiyin/domain';
import { expect } from 'vitest';
import type { CallerHeaders, TestApi } from './api.fixture.ts';

// biome-ignore lint/suspicious/noExplicitAny: answers of many shapes.
export type Shown = any;

/** An office of a sector whose staff work through GraphQL alone, in Chinese. */
export interface Desk {
  /** A step that goes through; what is selected of the complaint after it. */
  done(by: Role, verb: string, input: object): Promise<Shown>;
  /** A step that is refused; the fields or codes of what stands in its way. */
  refused(by: Role, verb: string, input: object): Promise<string[]>;
  /** A complaint as one of the staff sees it. */
  seen(by: Role, id: string, selection?: string): Promise<Shown>;
  memberId(role: Role): Promise<string>;
  /** What a period is set against in its rates, for this year. */
  setAgainst(code: string, value: number): Promise<void>;
  /** A section of this year's report. */
  section(code: string): Promise<SectionShown>;
}

export interface SectionShown {
  readonly text: string;
  /** A figure as it is printed. */
  figure(code: string): string;
  /** The counts of the rate: what is counted, and of how many. */
  rate(code: string): readonly [number, number];
  /** The lines of a table as they are printed. */
  rows(code: string): string[][];
}

/** @param selection what every step and look shows of the complaint */
export async function openDesk(
  api: TestApi,
  { sector, roles, selection }: { sector: string; roles: readonly Role[]; selection: string },
): Promise<Desk> {
  const office = await api.organization(sector, roles);
  const callers = new Map<Role, CallerHeaders>();
  for (const role of roles) {
    callers.set(role, { ...(await api.signedIn(office, role)), 'accept-language': 'zh-CN' });
  }
  const ask = async (by: Role, query: string, variables: object): Promise<Shown> => {
    const caller = callers.get(by);
    if (!caller) throw new Error(`Nobody here is ${by}.`);
    const { data, errors } = await api.graphql(caller, query, variables);
    expect(errors).toBeUndefined();
    return data;
  };
  const step = async (by: Role, verb: string, input: object): Promise<Shown> => {
    const mutation = `mutation ($input: Complaint${verb}Input!) { step: complaint${verb}(input: $input) {
      complaint { id ${selection} } userErrors { code field message } } }`;
    return (await ask(by, mutation, { input })).step;
  };
  const year = new Date(Date.now() + 8 * 3_600_000).getUTCFullYear();

  return {
    async done(by, verb, input) {
      const { complaint, userErrors } = await step(by, verb, input);
      expect({ verb, userErrors }).toEqual({ verb, userErrors: [] });
      return complaint;
    },
    async refused(by, verb, input) {
      const { userErrors } = await step(by, verb, input);
      return userErrors.map(({ field, code }: Shown) => field ?? code);
    },
    async seen(by, id, selected = selection) {
      return (await ask(by, `query ($id: ID!) { complaint(id: $id) { ${selected} } }`, { id })).complaint;
    },
    async memberId(role) {
      return (await ask(role, '{ viewer { member { id } } }', {})).viewer.member.id;
    },
    async setAgainst(code, value) {
      const { denominatorSet } = await ask(
        'SUPERVISOR',
        'mutation ($input: DenominatorSetInput!) { denominatorSet(input: $input) { userErrors { code } } }',
        { input: { code, value, period: { kind: 'YEAR', year } } },
      );
      expect(denominatorSet.userErrors).toEqual([]);
    },
    async section(code) {
      const { reportPreview } = await ask(
        'SUPERVISOR',
        `query ($year: Int!) { reportPreview(period: { kind: YEAR, year: $year }) { sections { code text blocks {
          ... on ReportFigures { figures { code now { text numerator denominator } } }
          ... on ReportTable { code rows { cells { text } } } } } } }`,
        { year },
      );
      const { text, blocks } = reportPreview.sections.find((each: Shown) => each.code === code);
      const figures: Shown[] = blocks.flatMap((block: Shown) => block.figures ?? []);
      const now = (wanted: string) => figures.find((each) => each.code === wanted).now;
      return {
        text,
        figure: (wanted) => now(wanted).text,
        rate: (wanted) => [now(wanted).numerator, now(wanted).denominator],
        rows: (wanted) =>
          blocks
            .find((block: Shown) => block.code === wanted)
            .rows.map(({ cells }: Shown) => cells.map((cell: Shown) => cell.text)),
      };
    },
  };
}
