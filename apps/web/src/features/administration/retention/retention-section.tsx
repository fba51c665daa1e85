import { useQuery } from '@apollo/client/react';
import { OFFICE_ACTIONS, type Role } from '@huiyin/domain';
import { Failure, Loading } from '../../../app/states.tsx';
import { useViewer } from '../../../app/viewer.tsx';
import { DueList } from './due-list.tsx';
import { RetentionDocument } from './generated/retention.ts';
import { Periods } from './periods.tsx';
import { useRetentionWords } from './words.ts';

/** How long what identifies people is kept, and what goes next. */
export function RetentionSection() {
  const { word } = useRetentionWords();
  const { role } = useViewer();
  const { data, error, refetch } = useQuery(RetentionDocument, { fetchPolicy: 'cache-and-network' });
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  const { periods, due } = data.retention;
  const roles: readonly Role[] = OFFICE_ACTIONS.manageOrganization.roles;
  return (
    <>
      <h3>{word('retention.title')}</h3>
      <p className="quiet">{word('retention.intro')}</p>
      <Periods periods={periods} editable={roles.includes(role)} />
      <h3>{word('retention.next')}</h3>
      <p className="quiet">{word('retention.holds')}</p>
      <DueList due={due} labels={new Map(periods.map(({ kind, label }) => [kind, label]))} />
    </>
  );
}
