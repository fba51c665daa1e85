import { useQuery } from '@apollo/client/react';
import { AutoComplete, Form, Input } from 'antd';
import { useState } from 'react';
import { useSettled } from '../../ui/use-settled.ts';
import { KnownComplainantsDocument, type KnownComplainantsQuery } from './generated/register.ts';
import type { Typed } from './typed.ts';
import { useRegisterWords } from './words.ts';

export type Known = KnownComplainantsQuery['knownComplainants'][number];

/** Who calls: found while their number or name is typed, where the office knows them. */
export function Caller({ onKnown }: { onKnown: (known: Known | undefined) => void }) {
  const { word } = useRegisterWords();
  const form = Form.useFormInstance<Typed>();
  const [search, setSearch] = useState('');
  const settled = useSettled(search);
  const { data } = useQuery(KnownComplainantsDocument, {
    variables: { search: settled },
    skip: settled.trim().length < 2,
    // Who complained is not to be kept.
    fetchPolicy: 'no-cache',
  });
  const known = settled.trim().length < 2 ? [] : (data?.knownComplainants ?? []);
  const options = known.map(({ id, name, phone, complaints }) => ({
    value: id,
    label: (
      <span className="register-known">
        <strong>{name ?? '—'}</strong> {phone}{' '}
        <span className="quiet">{word('register.earlier', { count: complaints.length })}</span>
      </span>
    ),
  }));
  const choose = (id: string) => {
    const person = known.find((each) => each.id === id);
    if (!person) return;
    form.setFieldsValue({ complainant: { name: person.name ?? '', phone: person.phone ?? '' } });
    onKnown(person);
    setSearch('');
  };
  const typing = (text: string) => {
    setSearch(text);
    onKnown(undefined);
  };
  const field = (name: 'phone' | 'name') => ({
    ...{ options, onSelect: choose, onSearch: typing, defaultActiveFirstOption: false },
    open: options.length > 0 && search !== '' ? undefined : false,
    'aria-label': word(`field.${name}`),
  });
  return (
    <>
      <Form.Item name={['complainant', 'phone']} label={word('field.phone')}>
        <AutoComplete {...field('phone')} autoFocus>
          <Input type="tel" maxLength={40} autoComplete="off" />
        </AutoComplete>
      </Form.Item>
      <Form.Item name={['complainant', 'name']} label={word('field.name')}>
        <AutoComplete {...field('name')}>
          <Input maxLength={100} autoComplete="off" />
        </AutoComplete>
      </Form.Item>
    </>
  );
}
