import { type Reading, read, refuse } from './reading.ts';
import { cleanText, comparable, halfWidth, isPlaceholder } from './text.ts';

const YES = new Set('是 有 对 真 需要 需 已 同意 保密 匿名 y yes true t 1 on'.split(' '));
const NO = new Set(
  '否 无 没有 不 不是 错 假 不需要 无需 未 不同意 不保密 非匿名 n no false f 0 off'.split(' '),
);

/** Reads yes or no: 是/否, 有/无, Y/N, true/false, √/×. Pure. */
export function readBoolean(cell: string): Reading<boolean> {
  const text = halfWidth(cleanText(cell));
  if (text === '') return read<boolean>(null);
  if (/^[√✓✔☑]$/u.test(text)) return read(true);
  if (/^[×✗✘xX☒]$/u.test(text)) return read(false);
  const word = comparable(text);
  if (YES.has(word)) return read(true);
  if (NO.has(word)) return read(false);
  if (isPlaceholder(text)) return read<boolean>(null);
  return refuse({
    code: 'NOT_YES_OR_NO',
    text: { zh: '看不出是“是”还是“否”。', en: 'This is neither yes nor no.' },
    remedy: { zh: '请填写“是”或“否”。', en: 'Write yes or no.' },
  });
}
