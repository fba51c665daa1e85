import { type Sector, sectorOf } from '@huiyin/domain';
import { useViewer } from './viewer.tsx';

/**
 * The declaration that the viewer's screens are drawn from. Apart from the viewer, for it brings all sectors along: only
 * screens that come later than the first may ask for it.
 */
export function useSector(): Sector {
  return sectorOf(useViewer().organization.sector.code);
}
