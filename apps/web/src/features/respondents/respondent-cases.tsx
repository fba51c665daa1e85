import { useQuery } from '@apollo/client/react';
import { FINDING_LABELS } from '@huiyin/domain';
import { inLocale } from '@huiyin/shared';
import { Button, Skeleton } from 'antd';
import { Link } from 'react-router';
import { useChanges, useRefresh } from '../../app/live.ts';
import { dayText } from '../../app/moments.ts';
import { Failure } from '../../app/states.tsx';
import { StatusTag } from '../../ui/status-tag.tsx';
import { RespondentComplaintsDocument } from './generated/respondents.ts';
import { useRespondentWords } from './words.ts';

/** The complaints about a party that the viewer may see, the latest first. */
export function RespondentCases({ id }: { id: string }) {
  const { word, locale } = useRespondentWords();
  const { data, error, refetch, fetchMore } = useQuery(RespondentComplaintsDocument, {
    variables: { id },
    fetchPolicy: 'cache-and-network',
  });
  useChanges(useRefresh(refetch));
  const found = data?.complaints;
  const more = () =>
    void fetchMore({
      variables: { after: found?.pageInfo.endCursor ?? null },
      updateQuery: (before, { fetchMoreResult }) => ({
        ...fetchMoreResult,
        complaints: {
          ...fetchMoreResult.complaints,
          edges: [...before.complaints.edges, ...fetchMoreResult.complaints.edges],
        },
      }),
    });
  return (
    <section className="respondent-card" aria-labelledby="respondent-cases">
      <h2 id="respondent-cases">{word('respondent.cases')}</h2>
      {error && !found && <Failure error={error} onRetry={() => void refetch()} />}
      {!found && !error && <Skeleton active />}
      <ul className="respondent-rows">
        {found?.edges.map(({ node: { id: complaint, number, title, status, receivedAt, finding } }) => (
          <li key={complaint}>
            <div className="respondent-head">
              <Link to={`/complaints/${complaint}`}>{title}</Link>
              <StatusTag status={status} />
            </div>
            <p className="quiet">
              {[
                number,
                dayText(receivedAt, locale),
                finding && inLocale(FINDING_LABELS[finding.finding], locale),
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
          </li>
        ))}
      </ul>
      {found?.pageInfo.hasNextPage && <Button onClick={more}>{word('respondents.more')}</Button>}
    </section>
  );
}
