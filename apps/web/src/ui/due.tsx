import { ClockCircleOutlined, ExclamationCircleOutlined, PauseCircleOutlined } from '@ant-design/icons';
import type { Locale } from '@huiyin/shared';
import { useSyncExternalStore } from 'react';
import { momentText } from '../app/moments.ts';
import './due.css';
import { useUiWords } from './words.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** One tick a minute for all that say how long is left. */
const listeners = new Set<() => void>();
let minute = Math.floor(Date.now() / MINUTE);
setInterval(() => {
  minute = Math.floor(Date.now() / MINUTE);
  for (const listener of listeners) listener();
}, MINUTE);

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The present minute; whoever uses it is drawn anew when the next begins. */
export function useMinute(): number {
  return useSyncExternalStore(subscribe, () => minute) * MINUTE;
}

/** Made once: making one costs a hundred times what it costs to use it, and a list shows many. */
function spansIn(locale: Locale) {
  const of = (unit: string) => new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' });
  return { day: of('day'), hour: of('hour'), minute: of('minute') };
}
const SPANS: Readonly<Record<Locale, ReturnType<typeof spansIn>>> = {
  'zh-CN': spansIn('zh-CN'),
  en: spansIn('en'),
};

/** `3 天`, `5 小时`, `12 分钟`: the largest unit that says enough. */
export function spanText(milliseconds: number, locale: Locale): string {
  const span = Math.abs(milliseconds);
  const [unit, amount] =
    span >= DAY
      ? (['day', Math.floor(span / DAY)] as const)
      : span >= HOUR
        ? (['hour', Math.floor(span / HOUR)] as const)
        : (['minute', Math.max(1, Math.floor(span / MINUTE))] as const);
  return SPANS[locale][unit].format(amount);
}

/** How pressing a time is: what has passed, what is due within a day, what has time. */
export function urgencyOf(at: string, now: number): 'overdue' | 'soon' | 'later' {
  const left = Date.parse(at) - now;
  return left < 0 ? 'overdue' : left < DAY ? 'soon' : 'later';
}

const ICONS = {
  overdue: <ExclamationCircleOutlined aria-hidden />,
  soon: <ClockCircleOutlined aria-hidden />,
  later: <ClockCircleOutlined aria-hidden />,
} as const;

/** What is due, in words, colour and sign, so that none of them is needed alone; the exact time stands in its title. */
export function Due({ at, what }: { at: string; what?: string }) {
  const { word, locale } = useUiWords();
  const now = useMinute();
  const urgency = urgencyOf(at, now);
  const span = spanText(Date.parse(at) - now, locale);
  return (
    <span className={`due due-${urgency}`} title={[what, momentText(at, locale)].filter(Boolean).join(' · ')}>
      {ICONS[urgency]} {word(urgency === 'overdue' ? 'due.overdue' : 'due.left', { span })}
    </span>
  );
}

/** A clock that stands still, and why. */
export function Paused({ why }: { why: string }) {
  const { word } = useUiWords();
  return (
    <span className="due due-paused" title={why}>
      <PauseCircleOutlined aria-hidden /> {word('due.paused')}
    </span>
  );
}
