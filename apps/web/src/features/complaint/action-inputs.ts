import type { TypedDocumentNode } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import type { Locale } from '@huiyin/shared';
import { parse } from 'graphql';
import { verbOf } from './carry-out.ts';

interface NamedType {
  readonly kind: string;
  readonly name: string | null;
  readonly enumValues: readonly { readonly name: string; readonly description: string | null }[] | null;
}

interface InputFields {
  readonly __type: {
    readonly inputFields: readonly {
      readonly name: string;
      readonly type: NamedType & { readonly ofType: NamedType | null };
    }[];
  } | null;
}

const NAMED_TYPE = 'kind name enumValues { name description }';

/** What the schema says of an action's input: forms are drawn from it, so that a new action needs no screen of its own. */
const INPUT = parse(`query ActionInput($name: String!) {
  __type(name: $name) { inputFields { name type { ${NAMED_TYPE} ofType { ${NAMED_TYPE} } } } }
}`) as TypedDocumentNode<InputFields, { name: string }>;

export interface ActionField {
  readonly name: string;
  readonly required: boolean;
  readonly typeName: string;
  /** Of an enumeration: its values in words. */
  readonly choices: readonly { readonly value: string; readonly label: string }[];
}

/** Of every action, and filled in by the page. */
const OURS: ReadonlySet<string> = new Set(['id', 'version', 'idempotencyKey']);

/** `查证属实: Substantiated.` in one language: the schema describes coded values in both. */
function inOne(description: string | null | undefined, code: string, locale: Locale): string {
  const [zh, en] = (description ?? '').split(': ');
  if (!zh || !en) return code;
  return locale === 'en' ? en.replace(/\.$/, '') : zh;
}

/** The fields of an action's input; `undefined` until they are known. */
export function useActionFields(action: string, locale: Locale): readonly ActionField[] | undefined {
  const { data } = useQuery(INPUT, {
    variables: { name: `Complaint${verbOf(action)}Input` },
    fetchPolicy: 'cache-first',
  });
  return data?.__type?.inputFields
    ?.filter(({ name }) => !OURS.has(name))
    .map(({ name, type }) => {
      const required = type.kind === 'NON_NULL';
      const inner = required && type.ofType ? type.ofType : type;
      return {
        name,
        required,
        typeName: inner.name ?? '',
        choices: (inner.enumValues ?? []).map(({ name: value, description }) => ({
          value,
          label: inOne(description, value, locale),
        })),
      };
    });
}
