import { expect, test } from 'vitest';
import { numberOn, pathOfSite, type Site, siteCalled, sumOn } from './tree.ts';

const site = (id: string, rest: Partial<Site> = {}): Site => ({
  ...{ id, parentId: null, level: 'ESTATE', name: id, formerNames: [], numbers: [] },
  ...rest,
});
const households = (value: number, holdsFrom: string) => ({ code: 'HOUSEHOLDS', value, holdsFrom });
const ON = { code: 'HOUSEHOLDS', day: '2026-09-30' };

test('a number holds from its day until the next one', () => {
  const lake = site('lake', { numbers: [households(1_200, '2026-07-01'), households(800, '2020-01-01')] });
  expect(numberOn(lake, { sites: [lake], ...ON })).toBe(1_200);
  expect(numberOn(lake, { sites: [lake], ...ON, day: '2026-06-30' })).toBe(800);
  expect(numberOn(lake, { sites: [lake], ...ON, day: '2019-12-31' })).toBeNull();
});

test('without one of its own a site has what its parts have together, if every part has it', () => {
  const lake = site('lake');
  const part = (id: string, numbers: Site['numbers']) =>
    site(id, { parentId: 'lake', level: 'BUILDING', numbers });
  const first = part('1', [households(60, '2020-01-01')]);
  const second = part('2', [households(84, '2020-01-01')]);
  expect(numberOn(lake, { sites: [lake, first, second], ...ON })).toBe(144);
  const unknown = part('3', []);
  expect(numberOn(lake, { sites: [lake, first, second, unknown], ...ON })).toBeNull();
  expect(sumOn([lake, site('bay')], { sites: [lake, first, second], ...ON })).toBeNull();
  expect(sumOn([], { sites: [], ...ON })).toBeNull();
});

test('a site is found by its name, and by the one it had before, among its siblings alone', () => {
  const lake = site('lake', { name: '翠湖雅苑', formerNames: ['翠湖花园'] });
  const building = site('b', { parentId: 'lake', name: '1栋' });
  const sites = [lake, building];
  expect(siteCalled(sites, { parentId: null, name: '翠湖花园' })).toBe(lake);
  expect(siteCalled(sites, { parentId: null, name: '1栋' })).toBeUndefined();
  expect(siteCalled(sites, { parentId: 'lake', name: '1栋' })).toBe(building);
  expect(pathOfSite(sites, building)).toEqual([lake, building]);
  const newcomer = site('new', { name: '翠湖花园' });
  expect(siteCalled([lake, newcomer], { parentId: null, name: '翠湖花园' })).toBe(newcomer);
});
