import type { Refusal } from '@huiyin/domain';
import type { Localized } from '@huiyin/shared';
import type { RowKind } from '../../sheets/read/classify.ts';
import type { ReadRow, RowProblem } from './row-values.ts';

/** What can be wrong with a row beside what stands in it: its number, and what the rules of complaints say. */

type PlaceOf = ReadRow['placeOf'];

export function doubledNumber(line: number, placeOf: PlaceOf): RowProblem {
  return {
    ...placeOf('externalNumber'),
    code: 'DOUBLED_NUMBER',
    text: {
      zh: `编号与第 ${line} 行相同。同一件请只保留一行；不同的件请改用各自的编号。`,
      en: `Line ${line} has the same number. Keep one row a case; give different cases different numbers.`,
    },
  };
}

export function knownNumber(number: string, placeOf: PlaceOf): RowProblem {
  return {
    ...placeOf('externalNumber'),
    code: 'KNOWN_NUMBER',
    text: {
      zh: `此编号已登记为 ${number}。已导入过的行请删除；不同的件请改用新的编号。`,
      en: `This number is registered already as ${number}. Delete rows taken in before; give a different case a number of its own.`,
    },
  };
}

export function unknownNumber(placeOf: PlaceOf): RowProblem {
  return {
    ...placeOf('externalNumber'),
    code: 'UNKNOWN_NUMBER',
    text: {
      zh: '没有此编号的投诉件。请先导入投诉登记表，或更正编号。',
      en: 'There is no complaint of this number. Import the register of complaints first, or correct the number.',
    },
  };
}

export function doubledSanction(line: number | undefined, placeOf: PlaceOf): RowProblem {
  const where =
    line === undefined
      ? { zh: '此件已登记过同一处罚', en: 'The case has this sanction already' }
      : { zh: `与第 ${line} 行是同一处罚`, en: `Line ${line} has the same sanction` };
  return {
    ...placeOf('sanctionKind'),
    code: 'DOUBLED_SANCTION',
    text: {
      zh: `${where.zh}（对象、种类、金额和缴款日期都相同）。重复的行请删除；确为另一项处罚的，请在对象中写明区别。`,
      en: `${where.en}: party, kind, amount and day of payment are the same. Delete the row if it is one too many; if it is another sanction, tell the parties apart.`,
    },
  };
}

/** Where a command's own field stands in a sheet under another name. */
const TARGET_OF_FIELD: Readonly<Record<string, string>> = {
  ground: 'declineGround',
  body: 'transferBody',
  facts: 'findingFacts',
  text: 'resultText',
  summary: 'resultText',
  reason: 'declineReason',
  'respondent.type': 'respondentType',
  'respondent.name': 'respondentName',
  money: 'compensation',
  sanction: 'sanctionKind',
  'money.original': 'amount',
  'money.converted': 'converted',
  'money.rate': 'rate',
};

/** What the rules of complaints refuse, at the column it stands in. */
export function refusedByRules(refusals: readonly Refusal[], placeOf: PlaceOf): RowProblem[] {
  return refusals.map(({ code, field, message }) => ({
    ...placeOf(field === undefined ? '' : (TARGET_OF_FIELD[field] ?? field)),
    code,
    text: message,
  }));
}

const NO_CASE: Readonly<Record<Exclude<RowKind, 'data' | 'empty' | 'header'>, Localized>> = {
  title: { zh: '表题重复', en: 'The title again' },
  repeatedHeader: { zh: '表头重复', en: 'The header again' },
  total: { zh: '合计行', en: 'A row of totals' },
  note: { zh: '表尾说明', en: 'A note beside the table' },
};

/** Why a row is not taken for a case. */
export function noCase(kind: keyof typeof NO_CASE): RowProblem {
  return { column: null, value: null, code: 'NO_CASE', text: NO_CASE[kind] };
}
