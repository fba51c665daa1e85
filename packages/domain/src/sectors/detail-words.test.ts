import { expect, test } from 'vitest';
import { wordsOfDetails } from './detail-words.ts';
import { sectorOf } from './index.ts';

test('details are said in the words of their sector, in its order, without what is not stated', () => {
  const words = wordsOfDetails(sectorOf('TOURISM'), {
    amountInDispute: { amount: 120_050, currency: 'HKD' },
    market: 'DOMESTIC',
    place: { address: '沙头角口岸', longitude: 114.23, latitude: 22.55 },
    massIncident: false,
    agency: '',
  });
  const said = Object.fromEntries(words.map(({ key, text }) => [key, text.zh]));
  expect(said['amountInDispute']).toBe('HKD 1,200.50');
  expect(said['place']).toBe('沙头角口岸 (22.55, 114.23)');
  expect(said['massIncident']).toBe('否');
  expect(said).not.toHaveProperty('agency');
  const order = sectorOf('TOURISM').fields.map(({ key }) => key);
  const keys = words.map(({ key }) => key);
  expect(keys).toEqual(order.filter((key) => keys.includes(key)));
});
