import { describe, expect, test } from 'vitest';
import { importTargets } from '../import/targets.ts';
import { Life } from '../testing/life.fixture.ts';
import { WATER } from '../testing/sixth-sector.fixture.ts';
import { instantAt } from '../time.ts';
import { SECTORS, sectorOf } from './index.ts';
import { allCodes, findOption } from './options.ts';
import { offeredOptions, whyCategoryStays, withOwnCategories } from './own-categories.ts';

const TELECOM = sectorOf('TELECOM');
const ON = '2026-11-02';
const codesOffered = (sector: typeof TELECOM, on: string) => allCodes(offeredOptions(sector.categories, on));

describe("an organisation's own categories", () => {
  test('keep every code, whatever is worded, moved or switched off', () => {
    for (const sector of SECTORS) {
      const [first] = sector.categories;
      const own = withOwnCategories(sector, [
        { code: first?.code ?? '', label: { zh: '自定', en: 'Own' }, offFrom: ON, position: 99 },
      ]);
      expect([...allCodes(own.categories)].sort()).toEqual([...allCodes(sector.categories)].sort());
      expect(own.categories.at(-1)?.label.zh).toBe('自定');
      expect(withOwnCategories(sector, [])).toBe(sector);
    }
  });

  test('are read from sheets by the sector’s name as well', () => {
    const own = withOwnCategories(TELECOM, [{ code: 'CHARGES', label: { zh: '话费', en: 'Bills' } }]);
    const column = importTargets(own).find(({ key }) => key === 'category');
    const charges = column?.options?.find(({ code }) => code === 'CHARGES');
    expect(charges?.label.zh).toBe('话费');
    expect(charges?.synonyms).toEqual(expect.arrayContaining(['资费', 'Charges', '资费争议']));
  });

  test('that are off take what stands below them along, from their day on', () => {
    const own = withOwnCategories(TELECOM, [{ code: 'CHARGES', offFrom: ON }]);
    expect(codesOffered(own, '2026-11-01')).toEqual(allCodes(TELECOM.categories));
    const gone = allCodes(TELECOM.categories).filter((code) => !codesOffered(own, ON).includes(code));
    expect(gone).toEqual(['CHARGES', 'TARIFF', 'UNEXPLAINED_CHARGE']);
    expect(allCodes(offeredOptions(own.categories, ON, 'TARIFF'))).toContain('TARIFF');
  });

  test('cannot be switched off where a legal limit starts, where only few may see, or where none is left', () => {
    const why = (code: string, sector: (typeof SECTORS)[number]) =>
      whyCategoryStays(sector, { code, on: ON })?.en;
    expect(why('BROADBAND_FAULT', TELECOM)).toContain('limit by law');
    expect(why(findOption(TELECOM.categories, 'BROADBAND_FAULT')?.path[0]?.code ?? '', TELECOM)).toContain(
      'limit',
    );
    expect(why('STAFF', sectorOf('DRUG_REGULATION'))).toContain('track');
    expect(why('MARKETING', TELECOM)).toBeUndefined();
    const others = WATER.categories.slice(1).map(({ code }) => ({ code, offFrom: ON }));
    const last = WATER.categories[0]?.code ?? '';
    expect(whyCategoryStays(withOwnCategories(WATER, others), { code: last, on: ON })?.en).toContain(
      'At least one',
    );
  });
});

describe('a category that is off', () => {
  const own = withOwnCategories(WATER, [{ code: 'BILL', offFrom: '2026-11-03' }]);

  test('takes no complaint received from its day on', () => {
    const before = new Life({ sector: own, at: instantAt('2026-11-02', '09:00') });
    before.register({ category: 'BILL' });
    expect(before.complaint.category).toBe('BILL');
    const after = new Life({ sector: own, at: instantAt('2026-11-03', '09:00') });
    expect(() => after.register({ category: 'BILL' })).toThrow('not offered from 2026-11-03');
    // What came in the day before is written down late.
    after.register({ category: 'BILL', receivedAt: instantAt('2026-11-02', '16:00') });
    expect(after.complaint.category).toBe('BILL');
  });

  test('stays where it is, and is gone once it was left', () => {
    const life = new Life({ sector: own, at: instantAt('2026-11-03', '09:00') });
    life.register({ category: 'QUALITY' });
    const correct = (changes: object) => life.refused({ type: 'CORRECT', changes, reason: '更正' });
    expect(correct({ category: 'BILL' })).toEqual(['INVALID']);
    const earlier = new Life({ sector: WATER, at: instantAt('2026-11-03', '09:00') });
    earlier.register({ category: 'BILL' });
    life.state = earlier.complaint;
    expect(correct({ title: '账单有误' })).toEqual([]);
    expect(correct({ category: 'QUALITY' })).toEqual([]);
    expect(correct({ category: 'BILL' })).toEqual(['INVALID']);
  });
});
