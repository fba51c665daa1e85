import { allCodes, isCurrency, type OptionNode, type Sector } from '@huiyin/domain';
import type { Locale, Localized } from '@huiyin/shared';
import { parseCasesFilter } from '../../casework/figure-sql.ts';
import { badInput } from '../../graphql/errors.ts';
import { uuidOf } from '../../graphql/global-id.ts';
import { type ComplaintDetailsInput, foreignDetails, sectorKey } from '../../graphql/sector-types.ts';
import type { ComplaintFilter } from './complaint-filter.ts';
import type { ComplaintFilterInput } from './complaint-filter.type.ts';

/** The filter as a caller gives it, checked: what it names must be something of ours. */

const LONGEST_SEARCH = 500;
const MOST_VALUES = 500;

const ID_FIELDS = {
  departmentIds: 'Department',
  handlerIds: 'Member',
  firstResponderIds: 'Member',
  respondentIds: 'Respondent',
} as const;

/** @throws BAD_USER_INPUT for codes, ids, figures and details that are none of the organisation's sector */
export function filterFrom(
  input: ComplaintFilterInput | null,
  { sector, locale }: { readonly sector: Sector; readonly locale: Locale },
): ComplaintFilter {
  if (!input) return {};
  const refuse = (field: string, message: Localized): never => {
    throw badInput(locale, {
      zh: `筛选条件“${field}”：${message.zh}`,
      en: `The filter’s “${field}”: ${message.en}`,
    });
  };
  requireShort(input, refuse);
  requireCodes(input, sector, refuse);
  if (foreignDetails(sector, input.details).length > 0) refuse('details', OTHER_SECTOR);
  const own = (input.details as ComplaintDetailsInput | null | undefined)?.[sectorKey(sector)];
  requireCurrencies(own ?? {}, refuse);
  const idsOf = (field: keyof typeof ID_FIELDS): string[] | null =>
    input[field]?.map((id) => uuidOf(id, ID_FIELDS[field]) ?? refuse(field, NO_ID)) ?? null;
  const { figure, importId, incident, details: _details, ...rest } = input;
  return {
    ...rest,
    departmentIds: idsOf('departmentIds'),
    handlerIds: idsOf('handlerIds'),
    firstResponderIds: idsOf('firstResponderIds'),
    respondentIds: idsOf('respondentIds'),
    importId: importId ? (uuidOf(importId, 'Import') ?? refuse('importId', NO_ID)) : null,
    incident: incident ? (uuidOf(incident, 'Incident') ?? refuse('incident', NO_ID)) : null,
    details: own ?? null,
    figure: figure ? figureFrom(figure, refuse) : null,
  };
}

type Refuse = (field: string, message: Localized) => never;

function figureFrom(figure: string, refuse: Refuse): ComplaintFilter['figure'] {
  try {
    return parseCasesFilter(figure);
  } catch (error) {
    if (error instanceof TypeError) return refuse('figure', NO_FIGURE);
    throw error;
  }
}

function requireShort(input: ComplaintFilterInput, refuse: Refuse): void {
  for (const [field, value] of Object.entries(input) as [string, unknown][]) {
    if (typeof value === 'string' && field !== 'figure' && [...value].length > LONGEST_SEARCH) {
      refuse(field, { zh: `不能超过 ${LONGEST_SEARCH} 个字。`, en: `at most ${LONGEST_SEARCH} characters.` });
    }
    if (Array.isArray(value) && value.length > MOST_VALUES) {
      refuse(field, { zh: `不能超过 ${MOST_VALUES} 项。`, en: `at most ${MOST_VALUES} values.` });
    }
  }
}

function requireCodes(input: ComplaintFilterInput, sector: Sector, refuse: Refuse): void {
  const known: readonly (readonly [string, readonly string[] | null | undefined, readonly OptionNode[]])[] = [
    ['categories', input.categories, sector.categories],
    ['classifications', input.classifications, sector.classification?.options ?? []],
    ['causes', input.causes, sector.causes],
    ['declineGrounds', input.declineGrounds, sector.declineGrounds],
    ['respondentTypes', input.respondentTypes, sector.respondentTypes],
    ['forwardedTo', input.forwardedTo, sector.forwardings],
    ['routes', input.routes, sector.routes],
  ];
  for (const [field, codes, tree] of known) {
    const strange = codes?.find((code) => !allCodes(tree).includes(code))?.slice(0, 40);
    if (strange !== undefined) {
      refuse(field, { zh: `本行业没有“${strange}”。`, en: `the sector has no “${strange}”.` });
    }
  }
}

function requireCurrencies(details: Readonly<Record<string, unknown>>, refuse: Refuse): void {
  for (const [key, value] of Object.entries(details)) {
    const { currency } = (value ?? {}) as { currency?: unknown };
    if (currency !== undefined && !isCurrency(currency)) refuse(`details.${key}`, NO_CURRENCY);
  }
}

const NO_ID: Localized = { zh: '编号有误。', en: 'that is no id of this kind.' };
const NO_FIGURE: Localized = { zh: '图表数字已失效。', en: 'that is no figure of ours.' };
const NO_CURRENCY: Localized = {
  zh: '币种应为 ISO 4217 代码，如 CNY。',
  en: 'give a currency of ISO 4217, such as CNY.',
};
const OTHER_SECTOR: Localized = {
  zh: '只能按本单位所属行业的详情筛选。',
  en: "narrow by the organisation's own sector only.",
};
