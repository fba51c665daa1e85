/**
 * Fonts and sizes of official documents (GB/T 9704-2012, 5.2 and 7): title 小标宋 22 pt, headings 黑体 and text 仿宋,
 * 16 pt; tables smaller, so that they fit. docx counts half points.
 */
export const FONTS = {
  title: { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '方正小标宋简体' },
  heading: { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '黑体' },
  text: { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '仿宋' },
} as const;
export const SIZE = { title: 44, text: 32, table: 21, note: 18 } as const;
/** A first line is set in by two characters; twentieths of a point. */
export const INDENT = 640;
/** Margins of A4 by GB/T 9704: top 37, left 28, right 26, bottom 35 mm; twentieths of a point. */
export const MARGIN = { top: 2098, left: 1587, right: 1474, bottom: 1984 } as const;

/** A4 in twentieths of a point. */
export const PAGE = { size: { width: 11_906, height: 16_838 }, margin: MARGIN } as const;
