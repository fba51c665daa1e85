import { dayText } from '../../app/moments.ts';
import type { OversightQuery } from './generated/oversight.ts';
import { useOversightWords } from './words.ts';

type Grant = OversightQuery['oversight']['grants'][number];

/** By what right all this is seen, and how far. */
export function Grants({ grants }: { grants: readonly Grant[] }) {
  const { word } = useOversightWords();
  return (
    <>
      <ul className="oversight-grants">
        {grants.map((grant) => (
          <li key={`${grant.covers} ${grant.startsAt} ${grant.basis}`}>
            <strong>{grant.covers}</strong>
            <span>
              <Shows grant={grant} /> · {word(`oversight.basis.${grant.basis}`)}
              {grant.regulation && ` · ${grant.regulation}`}
            </span>
            <span className="quiet">
              {word('oversight.grantedBy')} {grant.grantedBy} · <Holds grant={grant} />
            </span>
          </li>
        ))}
      </ul>
      <p className="quiet oversight-note">{word('oversight.figuresOnly')}</p>
    </>
  );
}

/** From when until when a grant holds. */
export function Holds({ grant: { startsAt, endsAt } }: { grant: Pick<Grant, 'startsAt' | 'endsAt'> }) {
  const { word, locale } = useOversightWords();
  const from = dayText(startsAt, locale);
  return endsAt === null
    ? word('oversight.openEnded', { from })
    : word('oversight.span', { from, until: dayText(endsAt, locale) });
}

/** How much a grant shows; of cases, those of some days alone where it says so. */
export function Shows({ grant }: { grant: Pick<Grant, 'level' | 'casesFrom' | 'casesUntil'> }) {
  const { word } = useOversightWords();
  const { level, casesFrom, casesUntil } = grant;
  const days = { from: casesFrom ?? word('app.none'), until: casesUntil ?? word('app.none') };
  return (
    <>
      {word(`oversight.level.${level}`)}
      {(casesFrom !== null || casesUntil !== null) && ` · ${word('oversight.casesOf', days)}`}
    </>
  );
}
