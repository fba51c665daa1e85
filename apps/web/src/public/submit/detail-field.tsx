import type { ReactNode } from 'react';
import type { Office } from '../with-office.tsx';
import type { DetailValue, Money, Place } from './draft.ts';
import { Choices, type Described, Field, Ticks } from './field.tsx';
import { PlaceField } from './place-field.tsx';
import { useSubmitWords } from './words.ts';

export type PublicField = Office['form']['fields'][number];

interface Props {
  readonly field: PublicField;
  readonly required: boolean;
  readonly value: DetailValue | undefined;
  readonly onChange: (value: DetailValue | undefined) => void;
  readonly problem: string | undefined;
}

interface ControlProps extends Omit<Props, 'required' | 'problem'> {
  readonly described: Described;
}

/** A field of the sector, drawn from what the server says of it. */
export function DetailField(props: Props) {
  const { field, required, value, onChange, problem } = props;
  const { word } = useSubmitWords();
  const { label, help, kind, unit, options } = field;
  const id = `details.${field.key}`;
  const legend = (
    <>
      {label} {required ? null : <small>{word('public.optional')}</small>}
    </>
  );
  if (kind === 'CHOICES') {
    const chosen = Array.isArray(value) ? (value as readonly string[]) : [];
    const choose = (codes: readonly string[]) => onChange(codes.length > 0 ? codes : undefined);
    return <Ticks legend={legend} options={options} value={chosen} onChange={choose} />;
  }
  if (kind === 'BOOLEAN') return <YesOrNo {...props} name={id} legend={legend} />;
  const Control = CONTROLS[kind];
  return (
    <Field
      id={id}
      label={unit ? `${label}（${unit}）` : label}
      hint={help}
      required={required}
      problem={problem}
      count={
        field.multiline && field.maxLength
          ? { length: String(value ?? '').length, limit: field.maxLength }
          : undefined
      }
    >
      {(described) => <Control field={field} value={value} onChange={onChange} described={described} />}
    </Field>
  );
}

function YesOrNo({ name, legend, value, onChange, problem }: Props & { name: string; legend: ReactNode }) {
  const { word } = useSubmitWords();
  return (
    <Choices
      name={name}
      legend={legend}
      options={[
        { code: 'YES', label: word('public.yes') },
        { code: 'NO', label: word('public.no') },
        { code: '', label: word('public.unknown') },
      ]}
      value={value === undefined ? '' : value === true ? 'YES' : 'NO'}
      onChange={(code) => onChange(code === '' ? undefined : code === 'YES')}
      problem={problem}
    />
  );
}

/** The control of each kind of field that has a label and one value. */
const CONTROLS: Readonly<
  Record<Exclude<PublicField['kind'], 'BOOLEAN' | 'CHOICES'>, (props: ControlProps) => ReactNode>
> = {
  TEXT: TextControl,
  DATE: TextControl,
  DATE_TIME: TextControl,
  INTEGER: NumberControl,
  DECIMAL: NumberControl,
  CHOICE: ChoiceControl,
  MONEY: MoneyControl,
  PLACE: ({ value, onChange, described }) => (
    <PlaceField id={described.id} value={(value as Place | undefined) ?? {}} onChange={onChange} />
  ),
};

function TextControl({ field, value, onChange, described }: ControlProps) {
  const common = {
    ...described,
    maxLength: field.maxLength ?? undefined,
    value: String(value ?? ''),
    onChange: ({ target }: { readonly target: { readonly value: string } }) =>
      onChange(target.value || undefined),
  };
  if (field.multiline) return <textarea {...common} rows={4} />;
  const types: Readonly<Record<string, string>> = { DATE: 'date', DATE_TIME: 'datetime-local' };
  return <input {...common} type={types[field.kind] ?? 'text'} />;
}

function NumberControl({ field, value, onChange, described }: ControlProps) {
  const whole = field.kind === 'INTEGER';
  return (
    <input
      {...described}
      type="number"
      inputMode={whole ? 'numeric' : 'decimal'}
      min={field.least ?? undefined}
      max={field.most ?? undefined}
      step={whole ? 1 : 'any'}
      value={typeof value === 'number' ? value : ''}
      onChange={({ target }) => onChange(target.value === '' ? undefined : Number(target.value))}
    />
  );
}

function ChoiceControl({ field, value, onChange, described }: ControlProps) {
  const { word } = useSubmitWords();
  return (
    <select
      {...described}
      value={String(value ?? '')}
      onChange={({ target }) => onChange(target.value || undefined)}
    >
      <option value="">{word('public.choose')}</option>
      {field.options.map((option) => (
        <option key={option.code} value={option.code}>
          {option.parent ? `　${option.label}` : option.label}
        </option>
      ))}
    </select>
  );
}

/** An amount in yuan; kept in fen. */
function MoneyControl({ value, onChange, described }: ControlProps) {
  const { word } = useSubmitWords();
  const amount = (value as Money | undefined)?.amount;
  return (
    <span className="with-unit">
      <input
        {...described}
        type="number"
        inputMode="decimal"
        min={0}
        step="0.01"
        defaultValue={amount === undefined ? '' : amount / 100}
        onChange={({ target }) =>
          onChange(
            target.value === ''
              ? undefined
              : { amount: Math.round(Number(target.value) * 100), currency: 'CNY' },
          )
        }
      />
      {word('submit.amount')}
    </span>
  );
}
