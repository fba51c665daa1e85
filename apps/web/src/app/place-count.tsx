import { useQuery } from '@apollo/client/react';
import { defineWords } from '../i18n/i18n.ts';
import { OwnActionsDocument, type OwnActionsQueryVariables } from './generated/place-count.ts';
import { useChanges, useRefresh } from './live.ts';
import './place-count.css';

const useCountWords = defineWords({
  'count.own': { zh: '{{count}} 项由您负责', en: '{{count}} are yours' },
  'count.overdue': { zh: '{{overdue}} 项逾期', en: '{{overdue}} overdue' },
});

const OWN: OwnActionsQueryVariables = {
  pending: { mine: true, states: ['OPEN', 'OVERDUE'] },
  overdue: { mine: true, states: ['OVERDUE'] },
};

/** Beside the list of corrective actions: how many wait for the viewer, and how many are overdue. */
export function OwnActionCount() {
  const { word } = useCountWords();
  const { data, refetch } = useQuery(OwnActionsDocument, {
    variables: OWN,
    fetchPolicy: 'cache-and-network',
  });
  useChanges(useRefresh(refetch));
  const count = data?.pending.totalCount ?? 0;
  const overdue = data?.overdue.totalCount ?? 0;
  if (count === 0) return null;
  const said = overdue > 0 ? word('count.overdue', { overdue }) : word('count.own', { count });
  return (
    <span className={overdue > 0 ? 'place-count place-count-late' : 'place-count'} title={said}>
      <span aria-hidden>{overdue > 0 ? said : count}</span>
      <span className="visually-hidden">{said}</span>
    </span>
  );
}
