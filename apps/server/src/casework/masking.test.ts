import { expect, test } from 'vitest';
import { maskName, maskPerson, maskPhone, maskWords } from './masking.ts';

test('a name keeps its first character', () => {
  expect(maskName('欧阳明')).toBe('欧**');
  expect(maskName(' ')).toBeNull();
});

test('a telephone keeps three digits before and four after', () => {
  expect(maskPhone('13800000001')).toBe('138****0001');
  expect(maskPhone('110')).toBe('****');
  expect(maskPhone(null)).toBeNull();
});

test('a text loses the name of the complainant and every number that leads to somebody', () => {
  const text = '王小明（13800000001，身份证 44030019800101123X，家 0755-12345678）2010年投诉，赔偿25203元。';
  const masked = maskWords(text, '王小明');
  expect(masked).toBe('王**（138****0001，身份证 440****123X，家 075****5678）2010年投诉，赔偿25203元。');
});

test('a single character is no name to look for', () => {
  expect(maskWords('王府饭店', '王')).toBe('王府饭店');
});

test('for those who work on it, a text loses whoever complains in confidence and keeps the numbers of others', () => {
  const person = { name: '王小明', phone: '13800000001', email: 'wang@example.com', address: '幸福路1号' };
  const text = '王小明（138 0000 0001、wang@example.com，住幸福路1号）投诉师傅 13900000009。';
  expect(maskPerson(text, person)).toBe('王**（138****0001、****，住****）投诉师傅 13900000009。');
  expect(maskPerson(text, null)).toBe(text);
});
