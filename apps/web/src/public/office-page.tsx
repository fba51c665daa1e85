import { useEffect } from 'react';
import { Link, useLocation } from 'react-router';
import { usePageTitle } from './page-title.ts';
import { PhoneLink } from './phone-link.tsx';
import { useOffice } from './with-office.tsx';
import { type PublicWord, usePublicWords } from './words.ts';

/** What an office says of itself, and the two ways on from here. */
export function OfficePage() {
  const { word } = usePublicWords();
  const office = useOffice();
  const { slug, phone, hours, address, limits } = office;
  usePageTitle(office.name);
  const { hash } = useLocation();
  useEffect(() => {
    // The browser looked for it before the office was read.
    if (hash) document.getElementById(hash.slice(1))?.scrollIntoView();
  }, [hash]);
  return (
    <>
      <div className="hero">
        <p className="over">{office.sector.label}</p>
        <h1 tabIndex={-1}>{office.name}</h1>
        <p className="lead">{office.introduction}</p>
        <nav className="ways" aria-label={word('public.ways')}>
          {office.takesComplaints ? (
            <Link to={`/o/${slug}/submit`} className="way main">
              <strong>{word('public.submit')}</strong>
              <span>{word('public.submitHint')}</span>
            </Link>
          ) : (
            <p className="notice">{word('public.closed')}</p>
          )}
          <Link to={`/o/${slug}/track`} className="way">
            <strong>{word('public.track')}</strong>
            <span>{word('public.trackHint')}</span>
          </Link>
        </nav>
      </div>
      {phone || hours || address ? (
        <section>
          <h2>{word('public.contact')}</h2>
          <dl className="facts">
            {phone ? (
              <Fact label="public.phone">
                <PhoneLink phone={phone} className="call" />
              </Fact>
            ) : null}
            {hours ? <Fact label="public.hours">{hours}</Fact> : null}
            {address ? <Fact label="public.address">{address}</Fact> : null}
          </dl>
        </section>
      ) : null}
      <Listed title="public.handles" items={office.handles} />
      <Listed title="public.elsewhere" items={office.elsewhere} />
      <Listed title="public.commitments" items={office.commitments} shape="kept" />
      <Listed title="public.procedure" items={office.procedure} shape="procedure" />
      {limits.length > 0 ? (
        <section id="law">
          <h2>{word('public.limits')}</h2>
          <dl className="limits">
            {limits.map(({ what, within, basis, url }) => (
              <div key={`${what}${within}${basis}`}>
                <dt>{what}</dt>
                <dd>
                  <strong>{within}</strong>
                  <small>{url ? <a href={url}>{basis}</a> : basis}</small>
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ) : null}
      <Listed title="public.legalBases" items={office.legalBases} />
      <Listed title="public.duties" items={office.duties} />
    </>
  );
}

function Fact({ label, children }: { label: PublicWord; children: React.ReactNode }) {
  const { word } = usePublicWords();
  return (
    <div>
      <dt>{word(label)}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Listed({
  title,
  items,
  shape = 'points',
}: {
  title: PublicWord;
  items: readonly string[];
  shape?: 'points' | 'kept' | 'procedure';
}) {
  const { word } = usePublicWords();
  if (items.length === 0) return null;
  const List = shape === 'procedure' ? 'ol' : 'ul';
  return (
    <section>
      <h2>{word(title)}</h2>
      <List className={shape}>
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </List>
    </section>
  );
}
