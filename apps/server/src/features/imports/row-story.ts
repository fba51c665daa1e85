import {
  type Channel,
  type RowValues,
  type SanctionValues,
  type Sector,
  type Story,
  sanctionOf,
  storyOf,
} from '@huiyin/domain';
import type { ReadRow, RowProblem } from './row-values.ts';

/** A channel that names who passed the matter on (`外省质监所移交`): the source, written in the channel's column. */
const PASSED_ON = /(移交|转办|交办|移送|转来|转接)$/;

type Told<T> =
  | { readonly ok: true; readonly told: T }
  | { readonly ok: false; readonly problems: readonly RowProblem[] };

/** The grounds of a column that also holds the reasons of matters that were not declined. */
const GROUND = 'declineGround';

/** The story of a complaint from the values of its row; or all that is wrong with it. */
export function complaintOf(
  { values, problems }: ReadRow,
  options: {
    readonly sector: Sector;
    readonly now: string;
    readonly headerOf: (target: string) => string | null;
  },
): Told<Story> {
  const { sector, now, headerOf } = options;
  const details: Record<string, unknown> = {};
  const rest: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(values)) {
    if (key.startsWith('details.')) details[key.slice('details.'.length)] = value;
    else rest[key] = value;
  }
  const row = rest as Omit<RowValues, 'details'>;
  const left: RowProblem[] = [];
  let declineReason: string | undefined;
  for (const problem of problems) {
    // 不予受理或移送原因 in words: a ground is wanted only where the matter was declined.
    if (problem.column === headerOf(GROUND) && row.decision !== 'DECLINED')
      declineReason = problem.value ?? undefined;
    else if (problem.column === headerOf('channel') && PASSED_ON.test(problem.value ?? '')) {
      Object.assign(rest, { channel: 'OTHER' satisfies Channel, ...namedIn(problem.value, row) });
    } else left.push(problem);
  }
  const told = storyOf(
    { ...row, ...(rest as object), details, ...(declineReason ? { declineReason } : {}) },
    sector,
    now,
  );
  if (told.ok) return left.length === 0 ? { ok: true, told: told.story } : { ok: false, problems: left };
  const own = told.problems
    // What could not be read has been said already.
    .filter(({ target }) => !left.some(({ column }) => column !== null && column === headerOf(target)))
    .map(
      ({ target, code, message }): RowProblem => ({
        column: headerOf(target),
        value: null,
        code,
        text: message,
      }),
    );
  return { ok: false, problems: [...left, ...own] };
}

function namedIn(words: string | null, row: Omit<RowValues, 'details'>): Partial<RowValues> {
  return words && !row.sourceBody ? { sourceBody: words } : {};
}

/** The sanction that a row of the sanctions' sheet tells of, and to which complaint it belongs. */
export function sanctionRowOf(
  { values, problems }: ReadRow,
  headerOf: (target: string) => string | null,
): Told<{ readonly externalNumber: string } & NonNullable<ReturnType<typeof sanctionOf>>> {
  const row = values as SanctionValues & { readonly currency?: string };
  const all: RowProblem[] = [...problems];
  const need = (target: string, zh: string, en: string): void => {
    all.push({ column: headerOf(target), value: null, code: 'MISSING', text: { zh, en } });
  };
  const unread = (target: string) => problems.some(({ column }) => column === headerOf(target));
  if (!row.externalNumber) need('externalNumber', '请填写投诉编号。', 'Give the number of the complaint.');
  if (!row.sanctionKind && !unread('sanctionKind'))
    need('sanctionKind', '请填写处罚种类。', 'Give the kind of sanction.');
  const currency = row.currency?.trim().toUpperCase();
  const money = row.amount && currency ? { ...row.amount, currency } : row.amount;
  if (money && money.currency !== 'CNY' && !row.converted && !unread('converted')) {
    need(
      'converted',
      '外币金额须填写折合人民币。',
      'Give the amount in yuan that a foreign sum was converted to.',
    );
  }
  const sanction = sanctionOf({ ...row, ...(money ? { amount: money } : {}) });
  if (all.length > 0 || !sanction || !row.externalNumber) return { ok: false, problems: all };
  return { ok: true, told: { externalNumber: row.externalNumber, ...sanction } };
}
