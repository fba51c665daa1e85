import type { DeadlineRule } from '../../clocks/rule.ts';
import { t } from '../common.ts';

const MEASURES_2010 = t('旅游投诉处理办法', 'Measures on Tourist Complaints (2010)');
const ORDER_14 = t('文化和旅游部令第14号', 'Ministry of Culture and Tourism Order 14');

/** Limits of tourist complaints, by the measures in force (domain.md 4). None has been checked at its source yet. */
export const CLOCKS: readonly DeadlineRule[] = [
  {
    id: 'tourism.acceptance@2010-07-01',
    clock: 'acceptance',
    label: t('受理决定', 'Decision on acceptance'),
    startsOn: 'received',
    endsOn: ['decided'],
    amount: 5,
    unit: 'workingDays',
    basis: { regulation: MEASURES_2010 },
    effectiveFrom: '2010-07-01',
    effectiveTo: '2026-03-14',
    confirmed: false,
    origin: 'law',
  },
  {
    id: 'tourism.acceptance@2026-03-15',
    clock: 'acceptance',
    label: t('受理决定', 'Decision on acceptance'),
    startsOn: 'received',
    endsOn: ['decided'],
    amount: 2,
    unit: 'workingDays',
    basis: { regulation: ORDER_14 },
    effectiveFrom: '2026-03-15',
    confirmed: false,
    origin: 'law',
  },
  {
    id: 'tourism.handling@2010-07-01',
    clock: 'handling',
    label: t('办理', 'Handling'),
    startsOn: 'accepted',
    endsOn: ['answered', 'closed'],
    amount: 60,
    unit: 'days',
    basis: { regulation: MEASURES_2010 },
    effectiveFrom: '2010-07-01',
    effectiveTo: '2026-03-14',
    confirmed: false,
    origin: 'law',
  },
  {
    id: 'tourism.handling@2026-03-15',
    clock: 'handling',
    label: t('办理', 'Handling'),
    startsOn: 'accepted',
    endsOn: ['answered', 'closed'],
    amount: 60,
    unit: 'days',
    basis: { regulation: ORDER_14 },
    effectiveFrom: '2026-03-15',
    confirmed: false,
    origin: 'law',
  },
];
