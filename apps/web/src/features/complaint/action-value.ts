import dayjs, { type Dayjs } from 'dayjs';
import { type MoneyTyped, recordedMoney } from '../../forms/money-fields.tsx';
import { FILE } from './action-input.tsx';
import type { ActionField } from './action-inputs.ts';
import { type ChosenFile, titleOf } from './files-input.tsx';

type Input = Readonly<Record<string, unknown>>;

/** What the schema wants of what was typed: one input, or one for each of several files. */
export function inputsOf(fields: readonly ActionField[], typed: Input): readonly [Input, ...Input[]] {
  const input = Object.fromEntries(
    fields.flatMap(({ name, typeName }): [string, unknown][] => {
      const value = name === FILE ? undefined : inputValue({ typeName, value: typed[name] });
      return value === undefined || value === '' ? [] : [[name, value]];
    }),
  );
  const [first, ...others] = (typed[FILE] ?? []) as readonly ChosenFile[];
  if (!first) return [input];
  const withFile = (file: ChosenFile) => ({
    ...{ ...input, [FILE]: file.response },
    ...(others.length > 0 ? { title: `${input['title']} · ${titleOf(file)}` } : {}),
  });
  return [withFile(first), ...others.map(withFile)];
}

function inputValue({ typeName, value }: { typeName: string; value: unknown }): unknown {
  if (value === undefined || value === null) return undefined;
  switch (typeName) {
    case 'RecordedMoneyInput':
      return recordedMoney(value as MoneyTyped);
    case 'LocalDate':
      return (value as Dayjs).format('YYYY-MM-DD');
    case 'DateTime':
      return dayjs(value as Dayjs).toISOString();
    default:
      return value;
  }
}
