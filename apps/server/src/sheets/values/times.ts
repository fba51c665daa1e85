import { withDigits } from './chinese-digits.ts';
import { type Reading, read, refuse } from './reading.ts';
import { cleanText, halfWidth, isPlaceholder } from './text.ts';

const AFTERNOON = /下午|晚上|晚|傍晚|夜里|夜间|p\.?m\.?/i;
const MORNING = /上午|早上|早晨|清晨|凌晨|早|a\.?m\.?/i;

/** `15:53`, `15：53：20`, `下午3时`, `3点半`, `3:20 PM`, `中午12时30分` as `HH:mm` (or `HH:mm:ss`); undefined otherwise. */
export function clockOf(cell: string): string | undefined {
  if (cell.length > 80) return undefined;
  const text = withDigits(halfWidth(cell)).toLowerCase();
  const noon = /中午|正午/.test(text);
  const late = AFTERNOON.test(text);
  const early = MORNING.test(text);
  const bare = text
    .replace(/中午|正午/g, '')
    .replace(AFTERNOON, '')
    .replace(MORNING, '')
    .trim();
  const found =
    /^(\d{1,2})\s*:\s*(\d{1,2})(?:\s*:\s*(\d{1,2})(?:\.\d+)?)?$/.exec(bare) ??
    /^(\d{1,2})\s*[时点]\s*(?:(\d{1,2}|半|整)\s*分?)?(?:\s*(\d{1,2})\s*秒)?(?:左右|许)?$/.exec(bare) ??
    (late || early || noon ? /^(\d{1,2})$/.exec(bare) : null);
  if (!found) return undefined;
  const [, hours, minutes = '0', seconds = '0'] = found;
  const minute = minutes === '半' ? 30 : minutes === '整' ? 0 : Number(minutes);
  const second = Number(seconds);
  let hour = Number(hours);
  if ((late && hour < 12) || (noon && hour < 4)) hour += 12;
  if (early && hour === 12) hour = 0;
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(hour)}:${two(minute)}${second === 0 ? '' : `:${two(second)}`}`;
}

/** Reads a time of day: `HH:mm`, with seconds only where there are some. Pure. */
export function readTime(cell: string): Reading<string> {
  const text = cleanText(cell);
  if (text === '' || isPlaceholder(text)) return read<string>(null);
  const clock = clockOf(text);
  if (clock !== undefined) return read(clock);
  return refuse({
    code: 'NOT_A_TIME',
    text: { zh: '不是可以识别的时间。', en: 'This is not a time of day.' },
    remedy: { zh: '请改写为 15:53。', en: 'Write it like 15:53.' },
  });
}
