import type { Locale } from '@huiyin/shared';

const DAY = { timeZone: 'Asia/Shanghai', year: 'numeric', month: '2-digit', day: '2-digit' } as const;
const MOMENT = { ...DAY, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;

/** Made once: making one costs a hundred times what it costs to use it, and a list shows many. */
function formats(shape: Intl.DateTimeFormatOptions): Readonly<Record<Locale, Intl.DateTimeFormat>> {
  return {
    'zh-CN': new Intl.DateTimeFormat('zh-CN', shape),
    en: new Intl.DateTimeFormat('en-GB', shape),
  };
}
const DAYS = formats(DAY);
const MOMENTS = formats(MOMENT);

/** Date and time as people here write it; every organisation works by Beijing time. */
export function momentText(at: string, locale: Locale): string {
  return MOMENTS[locale].format(new Date(at));
}

/** The day of a moment, in Beijing time. */
export function dayText(at: string, locale: Locale): string {
  return DAYS[locale].format(new Date(at));
}
