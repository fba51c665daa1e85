import type { Localized } from '@huiyin/shared';
import { addDays, type LocalDate } from '../time.ts';

/** Single matters that a sector brings before those who lead, found by what is written down of them. */
export type MatterWatch = {
  /** SCREAMING_SNAKE_CASE. */
  readonly code: string;
  readonly label: Localized;
} & (
  | {
      /** Several complaints of the same value: three on one batch. */
      readonly kind: 'REPEATED';
      /** Keys of text fields: the value, and what it is of. */
      readonly field: string;
      readonly of: string;
      readonly least: number;
      readonly withinDays: number;
    }
  | {
      /** Something that is to be done when so many years have passed: sealed records are opened after three. */
      readonly kind: 'DUE';
      /** Keys of the fields that say since when, and that it was done. */
      readonly since: string;
      readonly done: string;
      readonly years: number;
      /** Days before, from which on it is said. */
      readonly noticeDays: number;
    }
  | {
      /** What was forwarded to a body that has not confirmed it after so many days. */
      readonly kind: 'RECEIPT';
      /** Code of the body. */
      readonly to: string;
      readonly withinDays: number;
    }
);

export function reasonOfMissingReceipt(
  { withinDays }: Extract<MatterWatch, { kind: 'RECEIPT' }>,
  since: LocalDate,
): Localized {
  return {
    zh: `${since} 上报，已超过 ${withinDays} 天仍未登记回执。请向接收机构索取并登记编号和日期。`,
    en: `Forwarded ${since}; no receipt after ${withinDays} days. Ask the body for it and record its number and day.`,
  };
}

/** The day on which so many years have passed. */
export function dueAfterYears(since: LocalDate, years: number): LocalDate {
  const day = `${Number(since.slice(0, 4)) + years}${since.slice(4)}`;
  // The 29th of February comes to the first of March where the year has none.
  return addDays(day.replace('-02-29', '-02-28'), day.endsWith('-02-29') ? 1 : 0);
}

export function reasonOfRepeat(
  watch: Extract<MatterWatch, { kind: 'REPEATED' }>,
  { count, of }: { readonly count: number; readonly of: string | null },
): Localized {
  const { least, withinDays } = watch;
  return {
    zh: `${of ? `${of}：` : ''}${withinDays} 天内 ${count} 件投诉，达到 ${least} 件即提醒。请核查是否为批次问题。`,
    en: `${of ? `${of}: ` : ''}${count} complaints within ${withinDays} days; ${least} are enough to say so. Check whether the whole batch is at fault.`,
  };
}

export function reasonOfDue(
  { years }: Extract<MatterWatch, { kind: 'DUE' }>,
  { since, today }: { readonly since: LocalDate; readonly today: LocalDate },
): Localized {
  const due = dueAfterYears(since, years);
  return due <= today
    ? {
        zh: `自 ${since} 起已满 ${years} 年，应予启封。`,
        en: `${years} years since ${since} are over: to be opened.`,
      }
    : {
        zh: `自 ${since} 起将于 ${due} 满 ${years} 年。`,
        en: `${years} years since ${since} are over on ${due}.`,
      };
}
