import { useQuery } from '@apollo/client/react';
import { OPEN_STATUSES } from '@huiyin/domain';
import { Link } from 'react-router';
import type { ComplaintStatus } from '../../generated/schema.ts';
import { CaseGlances } from '../../ui/case-glance.tsx';
import type { ComplaintOfPage } from './complaint-of-page.ts';
import { IncidentChoicesDocument, RelatedComplaintsDocument } from './generated/related.ts';
import { useComplaintWords } from './words.ts';

/** What else is known: of the same complainant, about the same respondent, and perhaps the same trouble. */
export function Related({ complaint: { id, allowedActions } }: { complaint: ComplaintOfPage }) {
  const { word } = useComplaintWords();
  const { data } = useQuery(RelatedComplaintsDocument, { variables: { id } });
  const related = data?.relatedComplaints;
  if (!related) return null;
  const { sameComplainant, sameRespondent, similar } = related;
  const nothing = [sameComplainant, sameRespondent, similar].every(({ length }) => length === 0);
  const may = (asked: string) => allowedActions.some(({ action, allowed }) => allowed && action === asked);
  return (
    <section className="case-card" aria-labelledby="case-related-title">
      <h3 id="case-related-title">{word('related.title')}</h3>
      {nothing && <p className="quiet">{word('related.none')}</p>}
      <CaseGlances title={word('related.sameComplainant')} cases={sameComplainant} />
      <CaseGlances title={word('related.sameRespondent')} cases={sameRespondent} />
      {[true, false].map((asked) => (
        <CaseGlances
          key={String(asked)}
          title={word(asked ? 'related.similar' : 'related.perhaps')}
          cases={similar.flatMap(({ complaint, why, likely }) =>
            likely === asked ? [{ ...complaint, why }] : [],
          )}
          offer={({ id: other, number, incident, status }) => (
            <div className="glance-offers no-print">
              {may('MERGE') && isOpen(status) && (
                <Link to={`#do=MERGE&into=${other}`} replace>
                  {word('related.merge', { number })}
                </Link>
              )}
              {incident && may('LINK_INCIDENT') && (
                <Link to={`#do=LINK_INCIDENT&incidentId=${incident.id}`} replace>
                  {word('related.link', { number: incident.number })}
                </Link>
              )}
            </div>
          )}
        />
      ))}
    </section>
  );
}

function isOpen(status: ComplaintStatus): boolean {
  return (OPEN_STATUSES as readonly string[]).includes(status);
}

/** To which incidents it can be linked: those under way. */
export function useIncidentChoices(skip: boolean) {
  const { data } = useQuery(IncidentChoicesDocument, { skip, fetchPolicy: 'cache-and-network' });
  return data?.incidents.edges.map(({ node: { id, number, title } }) => ({
    ...{ value: id, label: `${number} ${title}` },
  }));
}

/** Into which complaints this one can be merged: those related to it. */
export function useRelatedChoices(id: string, skip: boolean) {
  const { data } = useQuery(RelatedComplaintsDocument, { variables: { id }, skip });
  const { sameComplainant = [], sameRespondent = [], similar = [] } = data?.relatedComplaints ?? {};
  const alike = similar.map(({ complaint }) => complaint);
  const all = new Map([...sameComplainant, ...alike, ...sameRespondent].map((each) => [each.id, each]));
  return [...all.values()].map(({ id: value, number, title }) => ({ value, label: `${number} ${title}` }));
}
