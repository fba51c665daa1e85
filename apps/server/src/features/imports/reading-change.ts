import type { ImportTarget, Refusal } from '@huiyin/domain';
import type { SheetColumn } from '../../sheets/read/layout.ts';
import type { DateOrder } from '../../sheets/values/date-parts.ts';
import type { ImportReading } from './import.repository.ts';

/** One column as the user wants it read. */
export interface ColumnChoice {
  readonly column: string;
  /** `null`: left out. */
  readonly target: string | null;
  /** `null`: told from the values alone; absent: as it is. */
  readonly dateOrder?: DateOrder | null;
  /** What words of the column stand for; `null` takes one back. Those not named stay as they are. */
  readonly choices?: readonly { readonly written: string; readonly code: string | null }[];
}

/** How a table is to be read. */
export interface ReadingChange {
  readonly columns: readonly ColumnChoice[];
  /** Of dates written without one. */
  readonly year?: number;
}

/** The way of reading after a change; or why the change makes no sense. Pure. */
export function changedReading(
  before: ImportReading,
  asked: {
    readonly change: ReadingChange;
    readonly columns: readonly SheetColumn[];
    readonly targets: readonly ImportTarget[];
  },
): ImportReading | Refusal {
  const { change, columns, targets } = asked;
  let reading = before;
  for (const choice of change.columns) {
    if (!columns.some(({ key }) => key === choice.column)) return NO_SUCH_COLUMN;
    const changed = withColumn(reading, choice, targets);
    if ('code' in changed) return changed;
    reading = changed;
  }
  const used = Object.values(reading.mapping).filter((target) => target !== null);
  return new Set(used).size < used.length ? DOUBLED_TARGET : reading;
}

function withColumn(
  { mapping, dateOrders, choices }: ImportReading,
  choice: ColumnChoice,
  targets: readonly ImportTarget[],
): ImportReading | Refusal {
  const { column, target, dateOrder } = choice;
  const declared = targets.find(({ key }) => key === target);
  if (target !== null && !declared) return NO_SUCH_TARGET;
  // Words that stood for options of another field stand for nothing here.
  const words = { ...(mapping[column] === target ? choices[column] : {}) };
  for (const { written, code } of choice.choices ?? []) {
    if (code === null) delete words[written];
    else if (declared?.options?.some((option) => option.code === code)) words[written] = code;
    else return NO_SUCH_OPTION;
  }
  const { [column]: orderBefore, ...otherOrders } = dateOrders;
  const order = dateOrder === undefined ? orderBefore : dateOrder;
  return {
    mapping: { ...mapping, [column]: target },
    dateOrders: order ? { ...otherOrders, [column]: order } : otherOrders,
    choices: { ...choices, [column]: words },
  };
}

const NO_SUCH_COLUMN: Refusal = {
  code: 'INVALID',
  field: 'columns.column',
  message: { zh: '文件中没有这一列。', en: 'The file has no such column.' },
};
const NO_SUCH_TARGET: Refusal = {
  code: 'INVALID',
  field: 'columns.target',
  message: { zh: '没有这个字段。', en: 'There is no such field.' },
};
const NO_SUCH_OPTION: Refusal = {
  code: 'INVALID',
  field: 'columns.choices.code',
  message: { zh: '该字段没有这个选项。', en: 'The field has no such option.' },
};
const DOUBLED_TARGET: Refusal = {
  code: 'INVALID',
  field: 'columns.target',
  message: { zh: '两列不能对应同一个字段。', en: 'Two columns cannot be read into one field.' },
};
