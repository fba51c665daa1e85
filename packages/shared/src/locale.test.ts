import { expect, test } from 'vitest';
import { negotiateLocale } from './locale.ts';

test('Chinese is answered unless the reader asks for English first', () => {
  expect(negotiateLocale(undefined)).toBe('zh-CN');
  expect(negotiateLocale('fr-FR')).toBe('zh-CN');
  expect(negotiateLocale('en-GB,zh;q=0.5')).toBe('en');
  expect(negotiateLocale('en;q=0.3, zh-TW;q=0.9')).toBe('zh-CN');
});
