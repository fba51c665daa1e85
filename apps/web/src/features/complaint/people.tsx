import { EyeInvisibleOutlined, EyeOutlined } from '@ant-design/icons';
import { useApolloClient } from '@apollo/client/react';
import { DISCLOSURE_LABELS } from '@huiyin/domain';
import { inLocale } from '@huiyin/shared';
import { Button, Tag } from 'antd';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import { ActionForm } from './action-form.tsx';
import { carryOut, type Identity } from './carry-out.ts';
import type { ComplaintOfPage } from './complaint-of-page.ts';
import { useComplaintWords } from './words.ts';

interface Props {
  readonly complaint: ComplaintOfPage;
  readonly onChange: () => Promise<unknown>;
}

/** Who complains, about whom, and who works on it. */
export function People({ complaint, onChange }: Props) {
  const { word } = useComplaintWords();
  const { respondent, handler, department, firstResponder, collaborators } = complaint;
  const about = [respondent.department?.name, ...respondent.members.map(({ name }) => name)].filter(Boolean);
  return (
    <section className="case-card" aria-labelledby="case-people-title">
      <h3 id="case-people-title">{word('people.title')}</h3>
      <Complainant complaint={complaint} onChange={onChange} />
      <dl className="case-facts">
        {(respondent.name || respondent.type || about.length > 0) && (
          <Fact label={word('complaint.respondent')}>
            {respondent.id ? (
              <Link to={casesOf(respondent.id)} title={word('people.allOf')}>
                {respondent.name}
              </Link>
            ) : (
              respondent.name
            )}{' '}
            <span className="quiet">{[respondent.type?.label, ...about].filter(Boolean).join(' · ')}</span>
          </Fact>
        )}
        <Fact label={word('complaint.handler')}>
          {handler?.name ?? <span className="quiet">{word('people.nobody')}</span>}{' '}
          <span className="quiet">{department?.name}</span>
        </Fact>
        {firstResponder && firstResponder.id !== handler?.id && (
          <Fact label={word('people.firstResponder')}>{firstResponder.name}</Fact>
        )}
        {collaborators.length > 0 && (
          <Fact label={word('people.collaborators')}>
            {collaborators.map(({ name }) => name).join(' · ')}
          </Fact>
        )}
      </dl>
    </section>
  );
}

/** The inbox with all that is known about a respondent. */
function casesOf(respondentId: string): string {
  const filter = JSON.stringify({ respondentIds: [respondentId] });
  return `/complaints?${new URLSearchParams({ view: 'all', filter })}`;
}

/** One thing in words, with its name before it. */
export function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Masked until it is needed; then shown with a reason, for this visit, and nowhere kept. */
function Complainant({ complaint, onChange }: Props) {
  const { word, locale } = useComplaintWords();
  const client = useApolloClient();
  const [asking, setAsking] = useState(false);
  const [revealed, setRevealed] = useState<Identity>();
  const { complainant, disclosure, groupSize } = complaint;
  const reveal = complaint.allowedActions.find(({ action }) => action === 'REVEAL');
  const shown = revealed ?? complainant;
  const masked = complainant?.masked === true && !revealed;
  return (
    <>
      <dl className="case-facts">
        <Fact label={word('complaint.complainant')}>
          {shown?.name ?? <span className="quiet">{word('people.noName')}</span>}{' '}
          <Tag>{inLocale(DISCLOSURE_LABELS[disclosure], locale)}</Tag>
          {groupSize > 1 && <Tag>{word('people.group', { count: groupSize })}</Tag>}
        </Fact>
        {shown?.phone && (
          <Fact label={word('complaint.phone')}>
            {masked ? shown.phone : <a href={`tel:${shown.phone}`}>{shown.phone}</a>}
          </Fact>
        )}
        {shown?.email && <Fact label={word('people.email')}>{shown.email}</Fact>}
        {shown?.address && <Fact label={word('people.address')}>{shown.address}</Fact>}
      </dl>
      {masked && reveal?.allowed && !asking && (
        <Button size="small" icon={<EyeOutlined aria-hidden />} onClick={() => setAsking(true)}>
          {reveal.label}
        </Button>
      )}
      {masked && !reveal?.allowed && <p className="quiet">{word('complaint.masked')}</p>}
      {asking && reveal && (
        <ActionForm
          action={reveal}
          complaint={complaint}
          focused
          onSubmit={async (input) => {
            const payload = await carryOut(client, 'REVEAL', { id: complaint.id, ...input });
            if (payload.complaint && payload.userErrors.length === 0) {
              setRevealed(payload.complaint.complainant ?? undefined);
              setAsking(false);
              await onChange();
            }
            return payload;
          }}
        />
      )}
      {revealed && (
        <p className="case-line">
          <span className="quiet">{word('people.thisVisit')}</span>
          <Button
            size="small"
            icon={<EyeInvisibleOutlined aria-hidden />}
            onClick={() => setRevealed(undefined)}
          >
            {word('people.hide')}
          </Button>
        </p>
      )}
    </>
  );
}
