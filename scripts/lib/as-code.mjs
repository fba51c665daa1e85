/** A text as it stands in code. */
export function quoted(text) {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}

/** A text in both languages, as a declaration writes it. */
export function t(zh, en) {
  return `t(${quoted(zh)}, ${quoted(en)})`;
}
