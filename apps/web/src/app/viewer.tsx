import { useQuery } from '@apollo/client/react';
import { createContext, type ReactNode, useContext } from 'react';
import type { ViewerQuery } from './generated/viewer.ts';
import { ViewerDocument } from './generated/viewer.ts';
import { Failure, Loading } from './states.tsx';

type Organization = NonNullable<ViewerQuery['viewer']['organization']>;

/** Who is signed in, and where. */
export interface Viewer {
  readonly name: string;
  readonly role: NonNullable<ViewerQuery['viewer']['role']>;
  readonly memberId: string | null;
  readonly organization: Organization;
  /** Also a cross-sector administrator, and may change over to that. */
  readonly oversees: boolean;
}

/** A cross-sector administrator. */
export interface Overseer {
  readonly name: string;
  /** Also a member of an organisation, and may change over to that. */
  readonly worksInOffice: boolean;
}

const ViewerContext = createContext<Viewer | undefined>(undefined);

/** The person signed in. Only below {@link WithViewer}. */
export function useViewer(): Viewer {
  const viewer = useContext(ViewerContext);
  if (!viewer) throw new Error('Nobody is signed in here.');
  return viewer;
}

/** Shows `children` to a member, `across` to a cross-sector administrator, and `otherwise` to anybody else. */
export function WithViewer({
  children,
  across,
  otherwise,
}: {
  children: ReactNode;
  across: (overseer: Overseer) => ReactNode;
  otherwise: ReactNode;
}) {
  const { data, error, refetch } = useQuery(ViewerDocument);
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  const { kind, name, role, member, organization, oversees, worksInOffice } = data.viewer;
  if (kind === 'OVERSIGHT') return across({ name, worksInOffice });
  if (kind !== 'STAFF' || !organization || !role) return otherwise;
  return (
    <ViewerContext.Provider value={{ name, role, memberId: member?.id ?? null, organization, oversees }}>
      {children}
    </ViewerContext.Provider>
  );
}
