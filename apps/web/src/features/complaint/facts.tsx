import { CHANNEL_LABELS, DEMAND_LABELS, KIND_LABELS, SOURCE_LEVEL_LABELS } from '@huiyin/domain';
import { inLocale } from '@huiyin/shared';
import { Link } from 'react-router';
import { momentText } from '../../app/moments.ts';
import type { ComplaintOfPage } from './complaint-of-page.ts';
import { Fact } from './people.tsx';
import { useComplaintWords } from './words.ts';

/** What is known of the matter, in the order in which people ask for it; then what its sector keeps. */
export function Facts({ complaint }: { complaint: ComplaintOfPage }) {
  const { word, locale } = useComplaintWords();
  const { source, demands, detailTexts } = complaint;
  const facts: readonly (readonly [string, string | null | undefined])[] = [
    [word('complaint.category'), complaint.category?.label],
    [word('complaint.classification'), complaint.classification?.label],
    [word('facts.demands'), demands.map((demand) => inLocale(DEMAND_LABELS[demand], locale)).join(' · ')],
    [word('complaint.kind'), inLocale(KIND_LABELS[complaint.kind], locale)],
    [word('complaint.channel'), inLocale(CHANNEL_LABELS[complaint.channel], locale)],
    [
      word('complaint.source'),
      source.level === 'DIRECT'
        ? null
        : [inLocale(SOURCE_LEVEL_LABELS[source.level], locale), source.body, source.reference]
            .filter(Boolean)
            .join(' · '),
    ],
    [word('facts.occurred'), complaint.occurredOn],
    [word('app.received'), momentText(complaint.receivedAt, locale)],
    [word('complaint.closed'), complaint.closedAt && momentText(complaint.closedAt, locale)],
    [word('complaint.external'), complaint.externalNumber],
  ];
  return (
    <section className="case-card" aria-labelledby="case-facts-title">
      <h3 id="case-facts-title">{word('complaint.facts')}</h3>
      <dl className="case-facts">
        {facts
          .filter(([, value]) => value)
          .map(([label, value]) => (
            <Fact key={label} label={label}>
              {value}
            </Fact>
          ))}
        {detailTexts.map(({ key, label, text }) => (
          <Fact key={key} label={label}>
            {text}
          </Fact>
        ))}
        <Links complaint={complaint} />
      </dl>
    </section>
  );
}

/** The incident that it is one of, and complaints that it came from or went into. */
function Links({ complaint }: { complaint: ComplaintOfPage }) {
  const { word } = useComplaintWords();
  const { incident, mergedInto, splitFrom, repeatOf, splitInto, absorbed } = complaint;
  const links = [
    [word('facts.mergedInto'), mergedInto ? [mergedInto] : []],
    [word('facts.absorbed'), absorbed],
    [word('facts.splitFrom'), splitFrom ? [splitFrom] : []],
    [word('facts.splitInto'), splitInto],
    [word('facts.repeatOf'), repeatOf ? [repeatOf] : []],
  ] as const;
  return (
    <>
      {incident && (
        <Fact label={word('facts.incident')}>
          <Link to={`/incidents/${incident.id}`} className="in-text">
            {incident.title}
          </Link>{' '}
          <span className="quiet">{incident.number}</span>
        </Fact>
      )}
      {links
        .filter(([, others]) => others.length > 0)
        .map(([label, others]) => (
          <Fact key={label} label={label}>
            {others.map(({ id, number }) => (
              <Link key={id} to={`/complaints/${id}`} className="case-link">
                {number}
              </Link>
            ))}
          </Fact>
        ))}
    </>
  );
}
