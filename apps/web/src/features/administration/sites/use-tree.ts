import { useMutation, useQuery } from '@apollo/client/react';
import { useMemo } from 'react';
import {
  SiteRemoveDocument,
  SiteSaveDocument,
  SitesDocument,
  SitesImportDocument,
} from '../../../forms/generated/sites.ts';
import { type KeptSite, treeFrom } from '../../../forms/site-field.tsx';
import type { SiteSaveInput } from '../../../generated/schema.ts';
import type { Saved } from '../use-save.tsx';

/** The tree and what can be done to it; after every change it is read anew. */
export function useTree() {
  const { data, error, refetch } = useQuery(SitesDocument, { fetchPolicy: 'cache-and-network' });
  const again = { refetchQueries: [SitesDocument], awaitRefetchQueries: true };
  const [save] = useMutation(SiteSaveDocument, again);
  const [remove] = useMutation(SiteRemoveDocument, again);
  const [take] = useMutation(SitesImportDocument, again);
  const sites: readonly KeptSite[] | undefined = useMemo(() => data && treeFrom(data.sites), [data]);
  return {
    ...{ sites, error, refetch },
    /** Reads a site anew; its version. */
    latest: async (id: string | undefined) =>
      (await refetch()).data?.sites.find((site) => site.id === id)?.version,
    save: async (input: SiteSaveInput): Promise<Saved | undefined> =>
      (await save({ variables: { input } })).data?.siteSave,
    remove: async (id: string): Promise<Saved | undefined> =>
      (await remove({ variables: { input: { id } } })).data?.siteRemove,
    take: async (file: string) => (await take({ variables: { input: { file } } })).data?.sitesImport,
  };
}

export type Tree = ReturnType<typeof useTree>;

/** The form that is open: a site, or a new one below another (`null`: below none). */
export type Open = { readonly edit: string } | { readonly below: string | null } | undefined;
