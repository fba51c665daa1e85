import { expect, test } from 'vitest';
import { answerTemplatesOf } from '../sectors/answer-templates.ts';
import { SECTORS } from '../sectors/index.ts';
import { fillTemplate, hasGap, TEMPLATE_FIELDS, unknownFields } from './answer-template.ts';

const name = (field: keyof typeof TEMPLATE_FIELDS) => TEMPLATE_FIELDS[field].zh;

test('what is known is filled in wherever it stands', () => {
  const { text, missing } = fillTemplate('{complainant}：您反映的{matter}（{number}）…… {number}', {
    values: { complainant: '王小明', matter: '没有信号', number: 'DX-1' },
    name,
  });
  expect(text).toBe('王小明：您反映的没有信号（DX-1）…… DX-1');
  expect(missing).toEqual([]);
  expect(hasGap(text)).toBe(false);
});

test('what is not known stays as a gap that is seen', () => {
  const { text, missing } = fillTemplate('结论：{finding}', { values: { finding: ' ' }, name });
  expect(text).toBe('结论：【查证结论】');
  expect(missing).toEqual(['finding']);
  expect(hasGap(text)).toBe(true);
});

test('a field that no template knows is told to whoever writes one, and left as it stands', () => {
  expect(unknownFields('{complainant} {compensation}')).toEqual(['compensation']);
  expect(fillTemplate('{compensation}', { values: {}, name }).text).toBe('{compensation}');
});

test.each(SECTORS.map((sector) => [sector.code, sector] as const))(
  'the templates of %s name known fields only, the same in both languages',
  (_, sector) => {
    const templates = answerTemplatesOf(sector);
    expect(templates.length).toBeGreaterThan(3);
    for (const { text } of templates) {
      expect(unknownFields(text.zh)).toEqual([]);
      expect(unknownFields(text.en)).toEqual([]);
      const fieldsOf = (words: string) => new Set(words.match(/\{\w+\}/g));
      expect(fieldsOf(text.en)).toEqual(fieldsOf(text.zh));
    }
  },
);
