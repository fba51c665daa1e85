import type { Localized } from '@huiyin/shared';
import { formatAmount, type Money } from '../money/money.ts';
import { instantAt, localDateOf } from '../time.ts';
import type { FieldDeclaration, Sector } from './contract.ts';
import { findOption } from './options.ts';

/** One detail in words. */
export interface DetailWords {
  readonly key: string;
  readonly label: Localized;
  readonly text: Localized;
}

/** What a sector keeps of a complaint, in words and in the order of its declaration; what is not stated is left out. */
export function wordsOfDetails(sector: Sector, details: Readonly<Record<string, unknown>>): DetailWords[] {
  return sector.fields.flatMap((field) => {
    const value = details[field.key];
    if (value === undefined || value === null || value === '') return [];
    return [{ key: field.key, label: field.label, text: wordsOfValue(field, value) }];
  });
}

/** The value of a detail as people say it, with its unit; a code that its field no longer knows stands as it is. */
export function wordsOfValue({ type }: FieldDeclaration, value: unknown): Localized {
  switch (type.kind) {
    case 'boolean':
      return value === true ? { zh: '是', en: 'Yes' } : { zh: '否', en: 'No' };
    case 'choice':
      return findOption(type.options, String(value))?.node.label ?? same(String(value));
    case 'choices': {
      const labels = (value as readonly string[]).map(
        (code) => findOption(type.options, code)?.node.label ?? same(code),
      );
      return {
        zh: labels.map(({ zh }) => zh).join('、'),
        en: labels.map(({ en }) => en).join(', '),
      };
    }
    case 'integer':
    case 'decimal': {
      const { unit } = type;
      return unit ? { zh: `${value} ${unit.zh}`, en: `${value} ${unit.en}` } : same(String(value));
    }
    case 'money': {
      const money = value as Money;
      return same(`${money.currency} ${formatAmount(money)}`);
    }
    case 'place':
      return same(wordsOfPlace(value as PlaceValue));
    case 'dateTime':
      return same(wordsOfInstant(String(value)));
    case 'date':
    case 'text':
      return same(String(value));
  }
}

interface PlaceValue {
  readonly address?: string;
  readonly longitude?: number;
  readonly latitude?: number;
}

function wordsOfPlace({ address, longitude, latitude }: PlaceValue): string {
  const point = longitude === undefined || latitude === undefined ? undefined : `${latitude}, ${longitude}`;
  return [address, point && (address ? `(${point})` : point)].filter(Boolean).join(' ');
}

/** Date and time as clocks in China show them. */
export function wordsOfInstant(at: string): string {
  const day = localDateOf(at);
  const minutes = Math.floor((Date.parse(at) - Date.parse(instantAt(day, '00:00'))) / 60_000);
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${day} ${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

function same(text: string): Localized {
  return { zh: text, en: text };
}
