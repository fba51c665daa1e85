import { type OwnCategory, type Sector, sectorOf, withOwnCategories } from '@huiyin/domain';
import { useMemo } from 'react';
import type { OwnCategoryFragment } from './generated/viewer.ts';
import { useViewer } from './viewer.tsx';

/**
 * The declaration that the viewer's screens are drawn from, with the organisation's own categories. Apart from the
 * viewer, for it brings all sectors along: only screens that come later than the first may ask for it.
 */
export function useSector(): Sector {
  const { sector, ownCategories } = useViewer().organization;
  return useMemo(
    () => withOwnCategories(sectorOf(sector.code), ownCategories.map(ownOf)),
    [sector.code, ownCategories],
  );
}

/** As the domain reads it: what is not there is absent. */
export function ownOf({ code, label, offFrom, position }: OwnCategoryFragment): OwnCategory {
  return {
    code,
    label: label ?? undefined,
    offFrom: offFrom ?? undefined,
    position: position ?? undefined,
  };
}
