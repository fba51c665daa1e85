import type { Locale } from '@huiyin/shared';

/** The offices' own time: a limit ends there, wherever somebody reads of it. */
const TIME_ZONE = 'Asia/Shanghai';

/** A moment as people say it: the day with its weekday, and the time. */
export function momentText(at: string, locale: Locale): string {
  return new Intl.DateTimeFormat(locale, {
    ...{ year: 'numeric', month: 'long', day: 'numeric', weekday: 'short' },
    ...{ hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: TIME_ZONE },
  } as Intl.DateTimeFormatOptions).format(new Date(at));
}
