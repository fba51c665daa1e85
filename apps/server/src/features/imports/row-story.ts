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
  { values, problems, placeOf }: ReadRow,
  options: { readonly sector: Sector; readonly now: string },
): Told<Story> {
  const { sector, now } = options;
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
    const isOf = (target: string) => problem.key !== undefined && problem.key === placeOf(target).key;
    // 不予受理或移送原因 in words: a ground is wanted only where the matter was declined.
    if (isOf(GROUND) && row.decision !== 'DECLINED') declineReason = problem.value ?? undefined;
    else if (isOf('channel') && PASSED_ON.test(problem.value ?? '')) {
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
    .map(({ target, code, message }): RowProblem => ({ ...placeOf(target), code, text: message }))
    // What could not be read has been said already.
    .filter(({ key }) => key === undefined || !left.some((problem) => problem.key === key));
  return { ok: false, problems: [...left, ...own] };
}

function namedIn(words: string | null, row: Omit<RowValues, 'details'>): Partial<RowValues> {
  return words && !row.sourceBody ? { sourceBody: words } : {};
}

/** A sanction as a row tells it, and to which complaint it belongs. */
export type ToldSanction = { readonly externalNumber: string } & NonNullable<ReturnType<typeof sanctionOf>>;

/** The sanction that a row of the sanctions' sheet tells of. */
export function sanctionRowOf({ values, problems, placeOf }: ReadRow): Told<ToldSanction> {
  const row = values as SanctionValues & { readonly currency?: string };
  const all: RowProblem[] = [...problems];
  const need = (target: string, zh: string, en: string): void => {
    const { key } = placeOf(target);
    // What could not be read has been said already.
    if (key !== undefined && problems.some((problem) => problem.key === key)) return;
    all.push({ ...placeOf(target), code: 'MISSING', text: { zh, en } });
  };
  if (!row.externalNumber) need('externalNumber', '请填写投诉编号。', 'Give the number of the complaint.');
  if (!row.sanctionKind) need('sanctionKind', '请填写处罚种类。', 'Give the kind of sanction.');
  const currency = row.currency?.trim().toUpperCase();
  const money = row.amount && currency ? { ...row.amount, currency } : row.amount;
  if (money && money.currency !== 'CNY' && !row.converted) {
    need(
      'converted',
      '外币金额须填写折合人民币。',
      'Give the amount in yuan that a foreign sum was converted to.',
    );
  }
  const sanction = sanctionOf({ ...row, ...(money ? { amount: money } : {}) });
  if (all.length > 0 || !sanction || !row.externalNumber) return { ok: false, problems: all };
  return { ok: true, told: { externalNumber: row.externalNumber.trim(), ...sanction } };
}
