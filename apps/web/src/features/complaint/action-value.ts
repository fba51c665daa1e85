import type { UploadFile } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { upload } from '../../app/download.ts';
import { type MoneyTyped, recordedMoney } from '../../forms/money-fields.tsx';
import { FILE } from './action-input.tsx';
import type { ActionField } from './action-inputs.ts';

/** What the schema wants of what was typed; a file is uploaded first. */
export async function inputOf(
  fields: readonly ActionField[],
  typed: Readonly<Record<string, unknown>>,
): Promise<Record<string, unknown>> {
  const input: Record<string, unknown> = {};
  for (const { name, typeName } of fields) {
    const value = await inputValue({ name, typeName, value: typed[name] });
    if (value !== undefined && value !== '') input[name] = value;
  }
  return input;
}

async function inputValue(given: { name: string; typeName: string; value: unknown }): Promise<unknown> {
  const { name, typeName, value } = given;
  if (value === undefined || value === null) return undefined;
  if (name === FILE) {
    const file = (value as readonly UploadFile[])[0]?.originFileObj;
    return file ? upload(file) : undefined;
  }
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
