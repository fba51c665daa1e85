import type { Localized } from '@huiyin/shared';
import type { MatterWatch } from '../figures/matters.ts';

/** The products that complaints name, with their batches: read from the complaints themselves, by keys of text fields. */
export interface ProductRegister {
  readonly label: Localized;
  readonly name: string;
  /** Its official number: two products of one name are told apart by it. */
  readonly number: string;
  readonly maker: string;
  readonly batch: string;
}

/** How many complaints on one batch bring it before those who lead; `undefined` where nothing watches batches. */
export function batchWatchOf({
  productRegister,
  matterWatches = [],
}: {
  readonly productRegister?: ProductRegister;
  readonly matterWatches?: readonly MatterWatch[];
}): Extract<MatterWatch, { kind: 'REPEATED' }> | undefined {
  return matterWatches
    .filter((watch) => watch.kind === 'REPEATED')
    .find(({ field }) => field === productRegister?.batch);
}
