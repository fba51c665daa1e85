import { Flex, Form, Input, InputNumber } from 'antd';
import type { Dayjs } from 'dayjs';
import { DateField } from '../ui/date-field.tsx';
import { useFieldWords } from './words.ts';

/** A sum as it is typed: amounts in the unit that people write, not in its hundredth. */
export interface MoneyTyped {
  readonly amount?: string | null;
  readonly currency?: string;
  readonly rate?: string;
  readonly rateDate?: Dayjs;
  readonly converted?: string | null;
}

/** Minor units of a decimal text, without passing through binary fractions. */
export function minorUnits(decimal: string): number {
  const [whole = '0', fraction = ''] = decimal.split('.');
  return Number(`${whole}${fraction.padEnd(2, '0').slice(0, 2)}`);
}

/** What the schema wants of a typed sum; nothing when none was given. */
export function recordedMoney(typed: MoneyTyped | undefined) {
  if (!typed?.amount) return undefined;
  const currency = typed.currency?.trim().toUpperCase() || 'CNY';
  const original = { amount: minorUnits(typed.amount), currency };
  if (currency === 'CNY') return { original };
  return {
    original,
    ...(typed.rate ? { rate: typed.rate } : {}),
    ...(typed.rateDate ? { rateDate: typed.rateDate.format('YYYY-MM-DD') } : {}),
    ...(typed.converted ? { converted: { amount: minorUnits(typed.converted), currency: 'CNY' } } : {}),
  };
}

/** A sum; in a foreign currency also its rate, the day of it, and what it was recorded as. */
export function MoneyFields({ name, label }: { name: string; label: string }) {
  const { word } = useFieldWords();
  const currency = Form.useWatch([name, 'currency']);
  const foreign = typeof currency === 'string' && currency !== '' && currency.toUpperCase() !== 'CNY';
  return (
    <Form.Item label={label}>
      <Flex wrap gap={8}>
        <Form.Item name={[name, 'amount']} noStyle>
          <InputNumber<string> stringMode min="0" precision={2} aria-label={word('field.amount')} />
        </Form.Item>
        <Form.Item name={[name, 'currency']} noStyle initialValue="CNY">
          <Input maxLength={3} style={{ width: 80 }} aria-label={word('field.currency')} />
        </Form.Item>
        {foreign && (
          <>
            <Form.Item name={[name, 'rate']} noStyle>
              <Input
                style={{ width: 110 }}
                placeholder={word('field.rate')}
                aria-label={word('field.rate')}
              />
            </Form.Item>
            <Form.Item name={[name, 'rateDate']} noStyle>
              <DateField placeholder={word('field.rateDate')} aria-label={word('field.rateDate')} />
            </Form.Item>
            <Form.Item name={[name, 'converted']} noStyle>
              <InputNumber<string>
                stringMode
                min="0"
                precision={2}
                placeholder={word('field.converted')}
                aria-label={word('field.converted')}
              />
            </Form.Item>
          </>
        )}
      </Flex>
    </Form.Item>
  );
}
