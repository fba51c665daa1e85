import { describe, expect, test } from 'vitest';
import { change, changeOfRate, ratio } from '../figures/arithmetic.ts';
import type { ReportFigure, ReportTable } from './content.ts';
import type { Sentence } from './declaration.ts';
import { proposedText, renderText } from './text.ts';

const CASES = { zh: '件', en: 'case', many: 'cases' };
const NOWHERE = { measure: 'RECEIVED', from: '2026-01-01', to: '2026-03-31' } as const;
const words = { zh: '', en: '' };

function figure(code: string, value: number | null, rest: Partial<ReportFigure> = {}): ReportFigure {
  return {
    ...{ code, label: { zh: code, en: code }, unit: 'COUNT', formula: words, source: words, counter: CASES },
    now: { value, cases: NOWHERE },
    ...rest,
  };
}

function table(code: string, counts: readonly (readonly [string, number])[], unstated = 0): ReportTable {
  const all = counts.reduce((sum, [, count]) => sum + count, unstated);
  const row = (name: string, count: number) => ({
    cells: [
      { label: { zh: name, en: name } },
      { value: count, unit: 'COUNT' as const, cases: NOWHERE },
      { value: count / all, unit: 'RATE' as const },
    ],
  });
  return {
    ...{ kind: 'table', code, title: words, columns: [], counter: CASES, notes: [] },
    rows: [
      ...counts.map(([name, count]) => row(name, count)),
      ...(unstated > 0 ? [{ ...row('未注明', unstated), unstated: true }] : []),
      { ...row('合计', all), total: true },
    ],
  };
}

const rendered = (template: string, ...figures: readonly ReportFigure[]) => ({
  zh: renderText(template, { blocks: [{ kind: 'figures', figures }] }, 'zh-CN').text,
  en: renderText(template, { blocks: [{ kind: 'figures', figures }] }, 'en').text,
});

describe('a figure in a sentence', () => {
  test('stands with what it counts, one or many', () => {
    expect(rendered('{received}', figure('received', 1))).toEqual({ zh: '1 件', en: '1 case' });
    expect(rendered('{received}', figure('received', 1204))).toEqual({ zh: '1,204 件', en: '1,204 cases' });
  });

  test('31 against 24: up 29.2 % on the year', () => {
    const received = figure('received', 31, { changeYear: change(31, 24), changeBefore: change(31, 40) });
    expect(rendered('{received}{received.changes}', received)).toEqual({
      zh: '31 件，同比增长 29.2%，环比下降 22.5%',
      en: '31 cases, up 29.2% on the year and down 22.5% on the period before',
    });
  });

  test('with a base under ten the counts stand beside the percentage; with a base of none just that is said', () => {
    const few = figure('few', 6, { changeYear: change(6, 3), changeBefore: change(6, 0) });
    expect(rendered('{few}{few.changes}', few)).toEqual({
      zh: '6 件，同比增长 100.0%（3→6），上期为零',
      en: '6 cases, up 100.0% (3 to 6) on the year and after none in the period before',
    });
    const fresh = figure('fresh', 2, { changeYear: change(2, 0), changeBefore: change(2, 0) });
    expect(rendered('{fresh.changes}', fresh).zh).toBe('，上年同期和上期均为零');
  });

  test('a rate carries its counts and moves by points', () => {
    const share = figure('share', 0.8398, {
      unit: 'RATE',
      now: { ...ratio(797, 949), cases: NOWHERE },
      ...{ changeYear: changeOfRate(ratio(797, 949), ratio(80, 100)) as never },
    });
    expect(rendered('{share}{share.changes}', share)).toEqual({
      zh: '83.98%（797/949），同比上升 3.98 个百分点',
      en: '83.98% (797 of 949), up 3.98 points on the year',
    });
  });

  test('money stands in capitals where a document wants them', () => {
    const fines = figure('fines', 2_520_320, { unit: 'MONEY' });
    expect(rendered('{fines}（{fines.capitals}）', fines).zh).toBe(
      '25,203.20 元（贰万伍仟贰佰零叁元贰角整）',
    );
  });

  test('a name that is nobody’s stays as it is, and is listed', () => {
    const { text, unknown } = renderText('共{nonsense}件', { blocks: [] }, 'zh-CN');
    expect([text, unknown]).toEqual(['共{nonsense}件', ['{nonsense}']]);
  });
});

describe('a table in a sentence', () => {
  const said = (template: string, block: ReportTable) =>
    renderText(template, { blocks: [block] }, 'zh-CN').text;

  test('tells its five largest parts, the others together, and what nobody stated', () => {
    const counts = ['甲', '乙', '丙', '丁', '戊', '己', '庚'].map(
      (name, index) => [name, 7 - index] as const,
    );
    expect(said('{t.items}', table('t', counts, 2))).toBe(
      '甲 7 件（23.33%）；乙 6 件（20.00%）；丙 5 件（16.67%）；丁 4 件（13.33%）；戊 3 件（10.00%）；其余各项共 3 件；未注明 2 件（6.67%）',
    );
    expect(said('{t.first}', table('t', counts))).toBe('甲 7 件（25.00%）');
  });

  test('of nothing but the unstated says so', () => {
    expect(said('{t.items}', table('t', [], 12))).toBe('均未注明');
  });
});

describe('the text proposed', () => {
  const sentences: readonly (readonly Sentence[])[] = [
    [
      { zh: '收到 {received}。', en: 'Received: {received}.', when: ['received'] },
      { zh: '本期没有收到投诉。', en: 'Nothing was received.', unless: ['received'] },
      { zh: '最多的是{t.first}。', en: 'Most: {t.first}.', when: [{ of: 't', atLeast: 2 }] },
      { zh: '办结率 {rate}。', en: 'Closing rate: {rate}.', when: ['rate'] },
    ],
  ];
  const proposed = (received: number, rate: number | null, parts: ReportTable) =>
    proposedText(
      [
        { kind: 'figures', figures: [figure('received', received), figure('rate', rate, { unit: 'RATE' })] },
        parts,
      ],
      sentences,
    ).zh;

  test('speaks of what happened and not of what did not', () => {
    expect(proposed(5, 0, table('t', [['甲', 3]]))).toBe(
      '收到 {received}。最多的是{t.first}。办结率 {rate}。',
    );
    expect(proposed(0, null, table('t', [['甲', 1]]))).toBe('本期没有收到投诉。');
  });

  test('where only an author can write, says that nobody has', () => {
    const missing = { zh: '尚未填写。', en: 'Not written.' };
    expect(proposedText([{ kind: 'prose', prompt: words, missing }])).toEqual(missing);
  });
});
