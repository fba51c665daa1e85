import type { Locale } from '@huiyin/shared';
import { presentOffice } from '../present-office.ts';
import type { PublicOffice } from '../public-offices.ts';

/**
 * What an office takes, as Open311 GeoReport v2 says it: a service is a category that the public can choose, its
 * attributes are the fields that the public is asked with it.
 */

/** `GET services`: one of them. Texts are in the caller's language. */
export interface Service {
  readonly service_code: string;
  readonly service_name: string;
  readonly description: string;
  /** Whether there are attributes to ask for. */
  readonly metadata: boolean;
  /** A request has its number at once. */
  readonly type: 'realtime';
  readonly keywords: string;
  readonly group: string;
}

/** `GET services/<code>`: a field of it. */
export interface Attribute {
  readonly variable: true;
  readonly code: string;
  readonly datatype: 'string' | 'text' | 'number' | 'datetime' | 'singlevaluelist' | 'multivaluelist';
  readonly required: boolean;
  readonly datatype_description: string;
  readonly order: number;
  readonly description: string;
  readonly values: readonly { readonly key: string; readonly name: string }[];
}

type Form = ReturnType<typeof presentOffice>['form'];
type FormField = Form['fields'][number];

/** Money has no type in GeoReport, and a place comes as `lat`, `long` and `address_string`. */
const DATATYPES: Readonly<Partial<Record<FormField['kind'], Attribute['datatype']>>> = {
  TEXT: 'string',
  INTEGER: 'number',
  DECIMAL: 'number',
  BOOLEAN: 'singlevaluelist',
  DATE: 'datetime',
  DATE_TIME: 'datetime',
  CHOICE: 'singlevaluelist',
  CHOICES: 'multivaluelist',
};

const YES_OR_NO: Readonly<Record<Locale, Attribute['values']>> = {
  'zh-CN': [
    { key: 'true', name: '是' },
    { key: 'false', name: '否' },
  ],
  en: [
    { key: 'true', name: 'Yes' },
    { key: 'false', name: 'No' },
  ],
};

/** Every service of an office, in the order of its own page. */
export function servicesOf(office: PublicOffice, locale: Locale): readonly Service[] {
  const { form, name } = presentOffice(office, locale);
  const above = new Map(form.categories.map((category) => [category.code, category]));
  const parents = new Set(form.categories.map(({ parent }) => parent));
  const top = (code: string): string => {
    const category = above.get(code);
    return category?.parent ? top(category.parent) : (category?.label ?? name);
  };
  return form.categories
    .filter(({ code }) => !parents.has(code))
    .map(({ code, label, parent }) => ({
      service_code: code,
      service_name: label,
      description: parent ? `${top(code)} / ${label}` : label,
      metadata: attributesOf(form, { code, locale }).length > 0,
      ...{ type: 'realtime' as const, keywords: '', group: parent ? top(code) : '' },
    }));
}

/** The attributes of a service; `undefined` when the office has no such service. */
export function definitionOf(
  office: PublicOffice,
  { code, locale }: { readonly code: string; readonly locale: Locale },
): readonly Attribute[] | undefined {
  const known = servicesOf(office, locale).some(({ service_code }) => service_code === code);
  return known ? attributesOf(presentOffice(office, locale).form, { code, locale }) : undefined;
}

function attributesOf(
  { fields }: Form,
  { code, locale }: { readonly code: string; readonly locale: Locale },
): readonly Attribute[] {
  const asked = fields.filter(({ kind, askedFor }) => DATATYPES[kind] && askedFor.includes(code));
  return asked.map((field, index) => {
    const datatype = field.multiline ? 'text' : (DATATYPES[field.kind] ?? 'string');
    return {
      ...{ variable: true, code: field.key, datatype, required: field.requiredFor.includes(code) },
      datatype_description: [field.help, field.unit].filter(Boolean).join(' · '),
      ...{ order: index + 1, description: field.label },
      values:
        field.kind === 'BOOLEAN'
          ? YES_OR_NO[locale]
          : field.options.map(({ code: key, label: name }) => ({ key, name })),
    };
  });
}
