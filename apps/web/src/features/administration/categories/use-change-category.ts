import { useMutation } from '@apollo/client/react';
import type { CategoryChangeInput } from '../../../generated/schema.ts';
import type { Saved } from '../use-save.tsx';
import { CategoryChangeDocument } from './generated/categories.ts';

export type ChangeCategory = (input: CategoryChangeInput) => Promise<Saved | undefined>;

/** Changes a category; every screen follows, for the organisation's categories come back with the answer. */
export function useChangeCategory(): ChangeCategory {
  const [change] = useMutation(CategoryChangeDocument);
  return async (input) => (await change({ variables: { input } })).data?.categoryChange;
}
