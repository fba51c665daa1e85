import type { Localized } from '@huiyin/shared';
import { isCurrency } from '../money/money.ts';
import type { FieldCondition, FieldDeclaration, FieldType, Sector } from '../sectors/contract.ts';
import { allCodes, findOption } from '../sectors/options.ts';
import { type Instant, type LocalDate, localDateOf } from '../time.ts';
import type { Matter } from './commands.ts';
import { refuse } from './refusal.ts';
import { problemWithText } from './texts.ts';

/** Checks of what people write, each refusal saying which field, what is wrong and what to do. */

/** Refuses a code that is not among those allowed. */
export function requireCode(options: {
  readonly code: string;
  readonly among: readonly string[];
  readonly field: string;
}): void {
  const { code, among, field } = options;
  if (!among.includes(code)) {
    const said = code.slice(0, 40);
    refuse('INVALID', { zh: `“${said}”不在可选范围内。`, en: `“${said}” is not one of the options.` }, field);
  }
}

/** Refuses a day after today. */
export function requirePastDay(day: LocalDate, field: string, context: DayOfNow): void {
  if (day > localDateOf(context.now, context.calendar.timeZone)) refuse('INVALID', IN_FUTURE, field);
}

export interface DayOfNow {
  readonly now: Instant;
  readonly calendar: { readonly timeZone: string };
}

export const IN_FUTURE: Localized = { zh: '日期不能在今天以后。', en: 'The day cannot lie in the future.' };

/** A value of the matter by the name that conditions use. */
export function matterValue(
  matter: Pick<Matter, 'kind' | 'category' | 'classification' | 'details'>,
  field: string,
): unknown {
  if (field.startsWith('details.')) return matter.details[field.slice('details.'.length)];
  if (field === 'kind') return matter.kind;
  if (field === 'category') return matter.category;
  if (field === 'classification') return matter.classification;
  return undefined;
}

/** Whether all conditions hold; a category or classification also holds for its ancestors. */
export function conditionsHold(
  matter: Pick<Matter, 'kind' | 'category' | 'classification' | 'details'>,
  conditions: readonly FieldCondition[],
  sector: Sector,
): boolean {
  return conditions.every(({ field, in: among }) => {
    const value = matterValue(matter, field);
    if (Array.isArray(value)) return value.some((item) => among.includes(String(item)));
    const tree =
      field === 'category'
        ? sector.categories
        : field === 'classification'
          ? sector.classification?.options
          : undefined;
    if (tree && typeof value === 'string') {
      return (findOption(tree, value)?.path ?? []).some((node) => among.includes(node.code));
    }
    return among.includes(String(value));
  });
}

const LOCAL_DATE = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

function isRealDate(value: string): boolean {
  return LOCAL_DATE.test(value) && new Date(`${value}T00:00:00Z`).toISOString().startsWith(value);
}

type Check<K extends FieldType['kind']> = (
  type: Extract<FieldType, { kind: K }>,
  value: unknown,
) => Localized | undefined;

export const NOT_AN_OPTION: Localized = { zh: '请从选项中选择。', en: 'Choose one of the options.' };

const checkNumber = (
  type: Extract<FieldType, { kind: 'integer' | 'decimal' }>,
  value: unknown,
): Localized | undefined => {
  if (typeof value !== 'number' || !Number.isFinite(value)) return { zh: '应为数字。', en: 'Give a number.' };
  if (type.kind === 'integer' && !Number.isInteger(value))
    return { zh: '应为整数。', en: 'Give a whole number.' };
  const { min, max } = type;
  if (min !== undefined && value < min) return { zh: `不能小于 ${min}。`, en: `Not less than ${min}.` };
  if (max !== undefined && value > max) return { zh: `不能大于 ${max}。`, en: `Not more than ${max}.` };
  return undefined;
};

const LONGEST_ADDRESS = 300;
/** What money in a field is not. */
const NOT_MONEY: Localized = {
  zh: '应为金额（最小货币单位的非负整数）和币种（如 CNY）。',
  en: 'Give a non-negative amount in minor units and a currency such as CNY.',
};

const isCoordinate = (value: unknown, limit: number): boolean =>
  value === undefined || (typeof value === 'number' && Math.abs(value) <= limit);

/** What a value of each type of field has to be. */
const CHECKS: { readonly [K in FieldType['kind']]: Check<K> } = {
  text: ({ maxLength }, value) => {
    if (typeof value !== 'string') return { zh: '应为文字。', en: 'Give a text.' };
    return problemWithText(value, maxLength);
  },
  integer: checkNumber,
  decimal: checkNumber,
  boolean: (_, value) =>
    typeof value === 'boolean' ? undefined : { zh: '应为是或否。', en: 'Give yes or no.' },
  date: (_, value) =>
    typeof value === 'string' && isRealDate(value)
      ? undefined
      : { zh: '应为日期，例如 2026-09-24。', en: 'Give a date such as 2026-09-24.' },
  dateTime: (_, value) =>
    typeof value === 'string' && !Number.isNaN(Date.parse(value)) && value.includes('T')
      ? undefined
      : { zh: '应为时间，例如 2026-09-24T09:00:00Z。', en: 'Give a time such as 2026-09-24T09:00:00Z.' },
  choice: ({ options }, value) =>
    typeof value === 'string' && allCodes(options).includes(value) ? undefined : NOT_AN_OPTION,
  choices: ({ options }, value) =>
    Array.isArray(value) && value.every((item) => allCodes(options).includes(String(item)))
      ? undefined
      : { zh: '请从选项中选择一项或多项。', en: 'Choose one or more of the options.' },
  money: (_, value) => {
    const { amount, currency } = (value ?? {}) as { amount?: unknown; currency?: unknown };
    return Number.isSafeInteger(amount) && Number(amount) >= 0 && isCurrency(currency)
      ? undefined
      : NOT_MONEY;
  },
  place: (_, value) => {
    const { address, longitude, latitude } = (value ?? {}) as Readonly<Record<string, unknown>>;
    if (address !== undefined && typeof address !== 'string') return { zh: '应为文字。', en: 'Give a text.' };
    const problem = address === undefined ? undefined : problemWithText(address, LONGEST_ADDRESS);
    if (problem) return problem;
    const paired = (longitude === undefined) === (latitude === undefined);
    return paired && isCoordinate(longitude, 180) && isCoordinate(latitude, 90)
      ? undefined
      : { zh: '经纬度应成对，并在有效范围内（WGS-84）。', en: 'Give both coordinates, in range (WGS-84).' };
  },
};

/** What is wrong with a value of a field's type; `undefined` when nothing is. */
export function problemWith(type: FieldType, value: unknown): Localized | undefined {
  return (CHECKS[type.kind] as Check<FieldType['kind']>)(type, value);
}

/** Whether a value says nothing; `false` and `0` say something. */
export function isMissing(value: unknown): boolean {
  return (
    value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
  );
}

/** The details that must be there before the complaint is accepted and are not. */
export function missingDetails(matter: Matter, sector: Sector): FieldDeclaration[] {
  return sector.fields.filter(
    (field) =>
      field.requiredWhen !== undefined &&
      conditionsHold(matter, field.requiredWhen, sector) &&
      isMissing(matter.details[field.key]),
  );
}

/** The first words of a text, as a title. */
export function titleFrom(content: string): string {
  const firstLine = content.trim().split(/[\n。！？!?]/u)[0] ?? '';
  const characters = [...firstLine];
  return characters.length > 40 ? `${characters.slice(0, 39).join('')}…` : firstLine;
}
