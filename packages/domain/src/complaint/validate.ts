import type { Localized } from '@huiyin/shared';
import type { FieldCondition, FieldDeclaration, FieldType, Sector } from '../sectors/contract.ts';
import { allCodes, findOption } from '../sectors/options.ts';
import type { Matter } from './commands.ts';
import { type Refusal, RefusedError, refuse } from './refusal.ts';

/** Checks of what people write, each refusal saying which field, what is wrong and what to do. */

/** Longest text a person may write into one box, in characters. */
export const LONGEST_TEXT = 20_000;

const REQUIRED: Localized = { zh: '此项必填。', en: 'This is required.' };

/** The trimmed text; refuses an empty or an endless one. */
export function requireText(value: string | undefined, field: string, longest = LONGEST_TEXT): string {
  const text = value?.trim() ?? '';
  if (text === '') refuse('REQUIRED', REQUIRED, field);
  if (text.length > longest) {
    refuse('INVALID', { zh: `不能超过 ${longest} 个字。`, en: `At most ${longest} characters.` }, field);
  }
  return text;
}

/** Refuses a code that is not among those allowed. */
export function requireCode(options: {
  readonly code: string;
  readonly among: readonly string[];
  readonly field: string;
}): void {
  const { code, among, field } = options;
  if (!among.includes(code)) {
    refuse('INVALID', { zh: `“${code}”不在可选范围内。`, en: `“${code}” is not one of the options.` }, field);
  }
}

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

const NOT_AN_OPTION: Localized = { zh: '请从选项中选择。', en: 'Choose one of the options.' };

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

const isCoordinate = (value: unknown, limit: number): boolean =>
  value === undefined || (typeof value === 'number' && Math.abs(value) <= limit);

/** What a value of each type of field has to be. */
const CHECKS: { readonly [K in FieldType['kind']]: Check<K> } = {
  text: ({ maxLength }, value) => {
    if (typeof value !== 'string') return { zh: '应为文字。', en: 'Give a text.' };
    return value.length > maxLength
      ? { zh: `不能超过 ${maxLength} 个字。`, en: `At most ${maxLength} characters.` }
      : undefined;
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
    return Number.isSafeInteger(amount) && typeof currency === 'string' && /^[A-Z]{3}$/.test(currency)
      ? undefined
      : { zh: '应为金额（最小货币单位的整数）和币种。', en: 'Give an amount in minor units and a currency.' };
  },
  place: (_, value) => {
    const { longitude, latitude } = (value ?? {}) as { longitude?: unknown; latitude?: unknown };
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

function isMissing(value: unknown): boolean {
  return (
    value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
  );
}

/** Every problem of the matter against its sector's declaration, so that a form can show them all at once. */
export function problemsOf(matter: Matter, sector: Sector): Refusal[] {
  const problems: Refusal[] = [];
  const wrong = (field: string, message: Localized): void => {
    problems.push({ code: 'INVALID', field, message });
  };
  if (matter.content.trim() === '') problems.push({ code: 'REQUIRED', field: 'content', message: REQUIRED });
  if (matter.content.length > LONGEST_TEXT) {
    wrong('content', { zh: `不能超过 ${LONGEST_TEXT} 个字。`, en: `At most ${LONGEST_TEXT} characters.` });
  }
  if (!Number.isInteger(matter.groupSize) || matter.groupSize < 1) {
    wrong('groupSize', { zh: '人数至少为 1。', en: 'At least one person.' });
  }
  if (matter.occurredOn !== undefined && !isRealDate(matter.occurredOn)) {
    wrong('occurredOn', { zh: '应为日期，例如 2026-09-24。', en: 'Give a date such as 2026-09-24.' });
  }
  if (!sector.kinds.includes(matter.kind)) wrong('kind', NOT_AN_OPTION);
  if (matter.category !== undefined && !findOption(sector.categories, matter.category))
    wrong('category', NOT_AN_OPTION);
  if (
    matter.classification !== undefined &&
    !findOption(sector.classification?.options ?? [], matter.classification)
  ) {
    wrong('classification', NOT_AN_OPTION);
  }
  const { type } = matter.respondent;
  if (type !== undefined && !sector.respondentTypes.some((option) => option.code === type)) {
    wrong('respondent.type', NOT_AN_OPTION);
  }
  for (const [key, value] of Object.entries(matter.details)) {
    const field = sector.fields.find((declared) => declared.key === key);
    if (!field) wrong(`details.${key}`, { zh: '本行业没有此项。', en: 'This sector has no such field.' });
    else if (!isMissing(value)) {
      const problem = problemWith(field.type, value);
      if (problem) wrong(`details.${key}`, problem);
    }
  }
  return problems;
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

/** Refuses a matter with everything that is wrong with it. */
export function requireSound(matter: Matter, sector: Sector): void {
  const problems = problemsOf(matter, sector);
  if (problems.length > 0) throw new RefusedError(problems);
}

/** The first words of a text, as a title. */
export function titleFrom(content: string): string {
  const firstLine = content.trim().split(/[\n。！？!?]/u)[0] ?? '';
  const characters = [...firstLine];
  return characters.length > 40 ? `${characters.slice(0, 39).join('')}…` : firstLine;
}
