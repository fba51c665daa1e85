import {
  daysOfWeek,
  type LocalDate,
  type Outlet,
  optionalText,
  type Readings,
  type Refusal,
  RefusedError,
  type Sector,
} from '@huiyin/domain';
import * as refusal from './refusals.ts';

/** What is given of an item, in whichever step; what a step does not take is left out. */
export interface ItemInput {
  readonly title?: string | null | undefined;
  readonly week?: string | null | undefined;
  readonly note?: string | null | undefined;
  readonly checked?: string | null | undefined;
  readonly faultPoint?: string | null | undefined;
  /** What the complainants are told; empty: nothing. */
  readonly answer?: string | null | undefined;
  readonly readings?: readonly { readonly key: string; readonly value: number }[] | null | undefined;
}

export interface CheckedInput {
  readonly title?: string;
  readonly week?: string;
  readonly note?: string;
  readonly checked?: string;
  readonly faultPoint?: string;
  readonly answer?: string;
  readonly readings: Readings;
}

const LONGEST = { title: 200, note: 2_000, checked: 2_000, faultPoint: 300, answer: 5_000 } as const;

/** The input as it is kept, or what is wrong with it. */
export function checkInput(
  input: ItemInput,
  { outlet, sector }: { readonly outlet: Outlet; readonly sector: Sector },
):
  | { readonly ok: true; readonly input: CheckedInput }
  | { readonly ok: false; readonly refusals: readonly Refusal[] } {
  try {
    const texts = Object.entries(LONGEST).flatMap(([key, longest]) => {
      const text = optionalText(input[key as keyof typeof LONGEST] ?? undefined, key, longest);
      return text === undefined ? [] : [[key, text] as const];
    });
    const week = input.week ?? undefined;
    if (week !== undefined && !daysOfWeek(week)) return { ok: false, refusals: [refusal.WEEK] };
    const readings = readingsOf(input.readings ?? [], { outlet, sector });
    if (!readings) return { ok: false, refusals: [refusal.READING] };
    return {
      ok: true,
      input: { ...Object.fromEntries(texts), ...(week === undefined ? {} : { week }), readings },
    };
  } catch (error) {
    if (error instanceof RefusedError) return { ok: false, refusals: error.refusals };
    throw error;
  }
}

/** Readings of the list's own fields, each within what its field takes; undefined where one is not. */
function readingsOf(
  given: readonly { readonly key: string; readonly value: number }[],
  { outlet, sector }: { readonly outlet: Outlet; readonly sector: Sector },
): Readings | undefined {
  const readings: Record<string, number> = {};
  for (const { key, value } of given) {
    const type = sector.fields.find((field) => field.key === key)?.type;
    if (!outlet.readings.includes(key) || type?.kind !== 'decimal') return undefined;
    const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY, scale } = type;
    if (!(value >= min && value <= max)) return undefined;
    readings[key] = Number(value.toFixed(scale));
  }
  return readings;
}

/** `undefined` where the day may stand as the one on which something was done. */
export function problemWithDay(doneOn: LocalDate, today: LocalDate): Refusal | undefined {
  return doneOn > today ? refusal.FUTURE : undefined;
}
