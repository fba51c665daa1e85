import type { SiteTree } from '../../sites/tree.ts';
import { option, t } from '../common.ts';

/** Estates with their buildings and units, and what is known of each (domain.md 5.3). */
export const SITES: SiteTree = {
  label: t('小区名录', 'Estates'),
  levels: [
    { ...option('ESTATE', '小区', 'Estate'), field: 'estate' },
    { ...option('BUILDING', '楼栋', 'Building'), field: 'building', counted: true },
    { ...option('UNIT', '单元', 'Unit'), field: 'unit' },
  ],
  numbers: [
    { denominator: 'HOUSEHOLDS', label: t('户数', 'Households'), unit: t('户', 'households'), scale: 0 },
    { denominator: 'AREA', label: t('建筑面积', 'Floor area'), unit: t('平方米', 'm²'), scale: 2 },
  ],
};
