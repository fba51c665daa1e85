import type { FieldCondition, FieldDeclaration, Sector } from '@huiyin/domain';
import { inLocale } from '@huiyin/shared';
import { Form, Input, InputNumber, Radio, TreeSelect } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { DateField } from '../ui/date-field.tsx';
import { minorUnits } from './money-fields.tsx';
import { treeOf } from './options.ts';
import { SiteField } from './site-field.tsx';
import { useFieldWords } from './words.ts';

/** The fields that a sector declares, drawn from its declaration: a further sector needs no line here. */
export function DetailFields({ sector }: { sector: Sector }) {
  const given = Form.useWatch([]) as Readonly<Record<string, unknown>> | undefined;
  const asked = sector.fields.filter(({ askedWhen }) => holds(askedWhen, given, sector));
  const isSite = ({ key }: FieldDeclaration) => sector.sites?.levels.some(({ field }) => field === key);
  return asked.map((field) =>
    isSite(field) ? (
      <SiteField key={field.key} field={field} sector={sector} />
    ) : (
      <DetailField key={field.key} field={field} />
    ),
  );
}

/** Whether all conditions hold for what has been typed so far. A parent's code covers what lies below it. */
function holds(
  conditions: readonly FieldCondition[] | undefined,
  given: Readonly<Record<string, unknown>> = {},
  sector: Sector,
): boolean {
  return (conditions ?? []).every(({ field, in: codes }) => {
    const value = field.startsWith('details.')
      ? (given['details'] as Readonly<Record<string, unknown>> | undefined)?.[field.slice('details.'.length)]
      : given[field];
    if (typeof value !== 'string') return false;
    const tree = field === 'category' ? sector.categories : (sector.classification?.options ?? []);
    return codes.includes(value) || codes.some((code) => isBelow(tree, code, value));
  });
}

function isBelow(tree: Sector['categories'], ancestor: string, code: string): boolean {
  return tree.some(({ code: own, children = [] }) =>
    own === ancestor ? contains(children, code) : isBelow(children, ancestor, code),
  );
}

function contains(tree: Sector['categories'], code: string): boolean {
  return tree.some(({ code: own, children = [] }) => own === code || contains(children, code));
}

function DetailField({ field }: { field: FieldDeclaration }) {
  const { locale } = useFieldWords();
  const name = ['details', field.key];
  const label = inLocale(field.label, locale);
  const help = field.help && inLocale(field.help, locale);
  if (field.type.kind === 'place') {
    return (
      <Form.Item name={[...name, 'address']} label={label} {...(help ? { extra: help } : {})}>
        <Input maxLength={300} />
      </Form.Item>
    );
  }
  return (
    <Form.Item name={name} label={label} {...(help ? { extra: help } : {})}>
      <DetailInput field={field} />
    </Form.Item>
  );
}

/** Draws the input; Ant Design's form passes value, change and id to it. */
function DetailInput({ field, ...bound }: { field: FieldDeclaration }) {
  const { word, locale } = useFieldWords();
  const { type } = field;
  switch (type.kind) {
    case 'boolean':
      return (
        <Radio.Group
          {...bound}
          options={[
            { value: true, label: word('app.yes') },
            { value: false, label: word('app.no') },
          ]}
        />
      );
    case 'choice':
    case 'choices':
      return (
        <TreeSelect
          {...bound}
          allowClear
          showSearch
          treeDefaultExpandAll
          treeNodeFilterProp="title"
          multiple={type.kind === 'choices'}
          treeData={treeOf(type.options, locale)}
        />
      );
    case 'date':
      return <DateField {...bound} />;
    case 'dateTime':
      return <DateField {...bound} showTime={{ format: 'HH:mm' }} />;
    case 'integer':
    case 'decimal':
      return (
        <InputNumber
          {...bound}
          {...(type.min === undefined ? {} : { min: type.min })}
          {...(type.max === undefined ? {} : { max: type.max })}
          {...(type.unit ? { suffix: inLocale(type.unit, locale) } : {})}
        />
      );
    case 'money':
      return <InputNumber<string> {...bound} stringMode min="0" precision={2} suffix="CNY" />;
    case 'text':
      return type.multiline ? (
        <Input.TextArea {...bound} maxLength={type.maxLength} autoSize={{ minRows: 2 }} />
      ) : (
        <Input {...bound} maxLength={type.maxLength} />
      );
    case 'place':
      return null;
  }
}

/** What the schema wants of the details typed: days and moments as text, money in minor units, nothing empty. */
export function detailsInput(
  sector: Sector,
  typed: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> {
  const values = sector.fields.flatMap(({ key, type }): [string, unknown][] => {
    const value = typed[key];
    if (value === undefined || value === null || value === '') return [];
    switch (type.kind) {
      case 'date':
        return [[key, (value as Dayjs).format('YYYY-MM-DD')]];
      case 'dateTime':
        return [[key, dayjs(value as Dayjs).toISOString()]];
      case 'money':
        return [[key, { amount: minorUnits(String(value)), currency: 'CNY' }]];
      case 'place':
        return (value as { address?: string }).address ? [[key, value]] : [];
      default:
        return [[key, value]];
    }
  });
  return { [sectorKey(sector)]: Object.fromEntries(values) };
}

/** The name of a sector's own input in the schema: `DrugRegulation` → `drugRegulation`. */
export function sectorKey({ typeName }: Pick<Sector, 'typeName'>): string {
  return `${typeName.charAt(0).toLowerCase()}${typeName.slice(1)}`;
}
