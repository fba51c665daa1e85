import { Link } from 'react-router';
import type { WatchedRisesQuery } from './generated/team.ts';
import { inboxOfFigure } from './rises.tsx';
import { useTeamWords } from './words.ts';

/** Whether the three prohibitions are kept: what happened in the last weeks, each count with its cases. */
export function Prohibitions({ counts }: { counts: WatchedRisesQuery['prohibitionCounts'] }) {
  const { word } = useTeamWords();
  return (
    <section className="team-card" aria-labelledby="team-prohibitions-title">
      <div className="team-head">
        <h2 id="team-prohibitions-title">{word('prohibitions.title')}</h2>
        <span className="quiet">{word('prohibitions.days')}</span>
      </div>
      <ul className="team-prohibitions">
        {counts.map(({ what, count, cases }) => (
          <li key={what.code}>
            <Link to={inboxOfFigure(cases)}>{what.label}</Link>
            <span className="team-prohibition">{count}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
