import { describe, expect, test } from 'vitest';
import { findRegions, isRegion, regionCode, regionLabel, regionName } from './regions.ts';

describe('a region', () => {
  test.each([
    ['44', '广东省', 'Guangdong'],
    ['440000', '广东省', 'Guangdong'],
    ['4403', '广东省深圳市', '深圳市, Guangdong'],
    ['440300', '广东省深圳市', '深圳市, Guangdong'],
    ['440305', '广东省深圳市南山区', '南山区, 深圳市, Guangdong'],
    // A municipality is its own city, and a county may lie in a province at once.
    ['310115', '上海市浦东新区', '浦东新区, Shanghai'],
    ['429004', '湖北省仙桃市', '仙桃市, Hubei'],
    ['990000', '990000', '990000'],
  ])('%s is called %s', (code, zh, en) => {
    expect(regionLabel(code)).toEqual({ zh, en });
  });

  test('beside others it is called by its own name alone', () => {
    expect(regionName('440305').zh).toBe('南山区');
    expect(regionName('4403').zh).toBe('深圳市');
    expect(regionName('44')).toEqual({ zh: '广东省', en: 'Guangdong' });
  });

  test.each([
    ['44', true],
    ['440300', true],
    ['440305', true],
    ['4499', false],
    ['440399', false],
    ['9', false],
    ['4403050', false],
    ['深圳', false],
  ])('%s is one: %s', (code, is) => {
    expect(isRegion(code)).toBe(is);
  });

  test('is found by a part of its name, the larger before the smaller', () => {
    expect(findRegions('深圳')).toEqual(['4403']);
    expect(findRegions('南山')).toContain('440305');
    expect(findRegions(' ')).toEqual([]);
    expect(findRegions('吉林')[0]).toBe('22');
  });

  test('ends in zeros where it is a city or a province', () => {
    expect(['440000', '440300', '440305', '500000'].map(regionCode)).toEqual(['44', '4403', '440305', '50']);
  });
});
