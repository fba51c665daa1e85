/** Characters nobody sees that `trim` leaves: zero-width ones and NUL. */
const INVISIBLE = new Set([...'\u200b\u200c\u200d\u2060\u0000']);

/**
 * The text of a cell without what cannot be seen: outer blanks of every kind (no-break, full-width,
 * zero-width, byte-order marks). Blanks inside stay; line ends become `\n`.
 */
export function cleanText(text: string): string {
  const trimmed = trimmedText(text);
  return trimmed.includes('\r') ? trimmed.replace(/\r\n?/g, '\n') : trimmed;
}

/** By index, not by pattern: `\s+$` takes the square of the time on a cell of many blanks. */
function trimmedText(text: string): string {
  let trimmed = text.trim();
  while (INVISIBLE.has(trimmed.charAt(0)) || INVISIBLE.has(trimmed.charAt(trimmed.length - 1))) {
    let from = 0;
    let to = trimmed.length;
    while (from < to && INVISIBLE.has(trimmed.charAt(from))) from++;
    while (to > from && INVISIBLE.has(trimmed.charAt(to - 1))) to--;
    trimmed = trimmed.slice(from, to).trim();
  }
  return trimmed;
}

/** Full-width letters, digits and signs as half-width ones (１２ → 12, ￥ → ¥, ： → :), blanks collapsed. */
export function halfWidth(text: string): string {
  return cleanText(text.normalize('NFKC')).replace(/\s+/g, ' ');
}

/**
 * The form in which two labels are compared: half-width, lower case, without blanks, punctuation or
 * required-marks, so that `＊投诉人 姓名：` and `投诉人姓名` are one. What stands in brackets stays.
 */
export function comparable(text: string): string {
  return halfWidth(text)
    .toLowerCase()
    .replace(/[\p{P}\p{S}\p{Z}\p{C}]+/gu, '');
}

/** Two-character sequences shared by both texts, from 0 (none) to 1 (the same): Dice's coefficient. */
export function bigramSimilarity(a: string, b: string): number {
  if (a === b) return a === '' ? 0 : 1;
  if (a.length < 2 || b.length < 2) return 0;
  const counts = new Map<string, number>();
  for (let i = 0; i < a.length - 1; i++) {
    const pair = a.slice(i, i + 2);
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  let shared = 0;
  for (let i = 0; i < b.length - 1; i++) {
    const pair = b.slice(i, i + 2);
    const left = counts.get(pair) ?? 0;
    if (left > 0) {
      shared++;
      counts.set(pair, left - 1);
    }
  }
  return (2 * shared) / (a.length + b.length - 2);
}

/** What people type when they have nothing to say: a dash, a slash, n/a. Read as blank by every value reader. */
export function isPlaceholder(text: string): boolean {
  return /^(?:[-–—―/\\]+|n\/?a|null|nil|none|空)$/i.test(text);
}
