import { CHANNEL_LABELS, FINDING_LABELS, FOLLOW_UP_LABELS, formatAmount } from '@huiyin/domain';
import { inLocale } from '@huiyin/shared';
import { Tag } from 'antd';
import { momentText } from '../../app/moments.ts';
import type { ComplaintOfPage } from './complaint-of-page.ts';
import { useComplaintWords } from './words.ts';

/** What has been found, answered, given, imposed and said of it so far. */
export function Outcome({ complaint }: { complaint: ComplaintOfPage }) {
  const { word, locale } = useComplaintWords();
  const { finding, answers, remedies, sanctions, followUps } = complaint;
  const nothing = !finding && [answers, remedies, sanctions, followUps].every(({ length }) => length === 0);
  if (nothing) return null;
  return (
    <section className="case-card" aria-labelledby="case-outcome-title">
      <h3 id="case-outcome-title">{word('outcome.title')}</h3>
      {finding && (
        <div className="case-part">
          <h4>{word('complaint.finding')}</h4>
          <p className="said">
            <Tag>{inLocale(FINDING_LABELS[finding.finding], locale)}</Tag> {finding.facts}
          </p>
        </div>
      )}
      {answers.length > 0 && (
        <div className="case-part">
          <h4>{word('complaint.answers')}</h4>
          {answers.map(({ id, text, status, final, givenAt, via, returnedBecause }) => (
            <div key={id} className="case-answer">
              <p className="quiet case-small">
                {status !== 'GIVEN' && <Tag>{word(`answer.${status}`)}</Tag>}
                {word(final ? 'answer.final' : 'answer.interim')}
                {givenAt && ` · ${momentText(givenAt, locale)}`}
                {via && ` · ${inLocale(CHANNEL_LABELS[via], locale)}`}
              </p>
              <p className="said">{text}</p>
              {returnedBecause && (
                <p className="said">{word('answer.returnedBecause', { reason: returnedBecause })}</p>
              )}
            </div>
          ))}
        </div>
      )}
      {remedies.length + sanctions.length > 0 && (
        <div className="case-part">
          <h4>{word('complaint.money')}</h4>
          <ul className="case-plain">
            {remedies.map(({ id, kind, description, money }) => (
              <li key={id}>
                <Tag>{kind.label}</Tag> {money && moneyText(money)} {description}
              </li>
            ))}
            {sanctions.map(({ id, kind, party, money, paidOn }) => (
              <li key={id}>
                <Tag>{kind.label}</Tag> {money && moneyText(money)} {party}{' '}
                {paidOn && word('complaint.paidOn', { day: paidOn })}
              </li>
            ))}
          </ul>
        </div>
      )}
      {followUps.length > 0 && (
        <div className="case-part">
          <h4>{word('outcome.followUps')}</h4>
          <ul className="case-plain">
            {followUps.map(({ at, result, remark }) => (
              <li key={at}>
                <Tag>{inLocale(FOLLOW_UP_LABELS[result], locale)}</Tag> {remark}{' '}
                <span className="quiet">{momentText(at, locale)}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

interface Money {
  readonly amount: number;
  readonly currency: string;
}

/** A sum, with what it was recorded as where it was in another currency. */
function moneyText({ original, converted }: { original: Money; converted: Money }): string {
  const own = `${original.currency} ${formatAmount(original)}`;
  return original.currency === converted.currency
    ? own
    : `${own} → ${converted.currency} ${formatAmount(converted)}`;
}
