import { momentText } from '../../app/moments.ts';
import type { ComplaintOfPage } from './complaint-of-page.ts';
import { useComplaintWords } from './words.ts';

/** Who was shown the health data of the complaint; there are none for those who do not watch over that. */
export function HealthLooks({ looks }: { looks: ComplaintOfPage['healthLooks'] }) {
  const { word, locale } = useComplaintWords();
  if (looks.length === 0) return null;
  return (
    <section className="case-card" aria-labelledby="case-looks-title">
      <h3 id="case-looks-title">{word('looks.title')}</h3>
      <details>
        <summary>{word('looks.count', { count: looks.length })}</summary>
        <ul className="case-looks">
          {looks.map(({ who, byKey, hour, item }) => (
            <li key={`${hour} ${who} ${String(byKey)} ${item ?? ''}`}>
              <span>{byKey ? word('looks.key', { name: who }) : who}</span>
              {item && <span>{word('looks.item', { title: item })}</span>}
              <span className="quiet number">{word('looks.hour', { from: momentText(hour, locale) })}</span>
            </li>
          ))}
        </ul>
        <p className="quiet">{word('looks.rule')}</p>
      </details>
    </section>
  );
}
