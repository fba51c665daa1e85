import { expect, test } from 'vitest';
import { sectorOf } from '../sectors/index.ts';
import { allCodes } from '../sectors/options.ts';
import { proposedBody } from './remit.ts';

const TOURISM = sectorOf('TOURISM');
const bodyOf = (category: string, type?: string, details: object = {}) =>
  proposedBody({ category, respondent: type ? { type } : {}, details: { ...details } }, TOURISM)?.body.zh;

test.each([
  ['a taxi', bodyOf('TAXI', 'TRANSPORT'), '属地交通运输局'],
  ['a hotel that may have no stars', bodyOf('HOTEL_SERVICE', 'HOTEL'), '属地市场监督管理局'],
  ['its hygiene', bodyOf('HOTEL_HYGIENE', 'HOTEL'), '属地卫生健康局'],
  ['the price of a ticket', bodyOf('TICKET', 'ATTRACTION'), '属地发展改革委、市场监督管理局'],
  [
    'a guide’s wages',
    bodyOf('OTHER', 'TRAVEL_AGENCY', { hotSpot: 'GUIDE_WAGES' }),
    '属地人力资源和社会保障局',
  ],
])('%s belongs elsewhere', (_, proposed, body) => {
  expect(proposed).toBe(body);
});

test('what is the office’s own is proposed to nobody', () => {
  expect(bodyOf('FORCED_SHOPPING', 'TRAVEL_AGENCY')).toBeUndefined();
  expect(bodyOf('CONCESSION_TICKET', 'ATTRACTION')).toBeUndefined();
});

test('the table names only grounds, categories and kinds that the sector has', () => {
  const known = new Set([
    ...allCodes(TOURISM.categories),
    ...allCodes(TOURISM.respondentTypes),
    ...TOURISM.fields.flatMap(({ type }) => ('options' in type ? allCodes(type.options) : [])),
  ]);
  for (const { when, ground } of TOURISM.bodiesInCharge ?? []) {
    expect(TOURISM.declineGrounds.find(({ code }) => code === ground)?.namesBodyInCharge).toBe(true);
    for (const code of when.flatMap((each) => each.in)) expect(known).toContain(code);
  }
});
