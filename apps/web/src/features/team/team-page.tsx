import { useQuery } from '@apollo/client/react';
import { localDateOf } from '@huiyin/domain';
import { useMemo } from 'react';
import { useChanges, useRefresh } from '../../app/live.ts';
import { Failure, Loading } from '../../app/states.tsx';
import { Approvals } from './approvals.tsx';
import { WorkBoard } from './board.tsx';
import { Extensions } from './extensions.tsx';
import { TeamBoardDocument, WatchedRisesDocument, type WatchedRisesQuery } from './generated/team.ts';
import { Late } from './late.tsx';
import { Numbers } from './numbers.tsx';
import { type Board, filtersOf } from './numbers-of-board.ts';
import { Prohibitions } from './prohibitions.tsx';
import { Rises } from './rises.tsx';
import './team.css';
import { useTeamWords } from './words.ts';
import { WorkList } from './work-list.tsx';

/** What those see who lead: what needs them, where the work is, what waits for their word. */
export function TeamPage() {
  const { data, error, refetch } = useQuery(TeamBoardDocument, { fetchPolicy: 'cache-and-network' });
  const refresh = useRefresh(refetch);
  useChanges(refresh);
  const watched = useQuery(WatchedRisesDocument, {
    ...{ variables: { today: localDateOf(new Date().toISOString()) }, fetchPolicy: 'cache-and-network' },
  });
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  // Together: what is watched stands above the numbers, and would push them down.
  if (!data || (!watched.data && !watched.error)) return <Loading />;
  return <Team board={data.teamBoard} watched={watched.data} />;
}

function Team({ board, watched }: { board: Board; watched: WatchedRisesQuery | undefined }) {
  const { word } = useTeamWords();
  const { department, soonBefore } = board;
  const counted = useMemo(() => filtersOf({ department, soonBefore }), [department, soonBefore]);
  // The lists keep the moment at which they were opened: they would be asked for anew with every reading of the board.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another department is another list.
  const listed = useMemo(() => filtersOf({ department, soonBefore }), [department?.id]);
  return (
    <div className="team">
      <header className="team-head">
        <h1 className="page-title">{word('team.title')}</h1>
        <span className="quiet">
          {department?.name ?? word('team.office')} · {word('team.open', { count: board.open })}
        </span>
      </header>
      {watched && <Rises watched={watched} />}
      {watched && <Late watched={watched} />}
      <Numbers board={board} filters={counted} />
      <div className="team-columns">
        <div className="team-main">
          <WorkList filters={listed} />
        </div>
        <div className="team-side">
          <Approvals filters={listed} />
          <Extensions filters={listed} />
          <WorkBoard board={board} filters={counted} />
          {watched && <Prohibitions counts={watched.prohibitionCounts} />}
        </div>
      </div>
    </div>
  );
}
