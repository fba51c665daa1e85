import { useQuery } from '@apollo/client/react';
import { cardsFor, findOption } from '@huiyin/domain';
import { useSector } from '../../app/sector.ts';
import { defineWords } from '../../i18n/i18n.ts';
import { useKept } from '../../ui/use-kept.ts';
import type { ComplaintOfPage } from './complaint-of-page.ts';
import { CaseGuidanceDocument } from './generated/guidance.ts';
import './guidance.css';

const useGuidanceWords = defineWords({ 'complaint.guidance': { zh: '处理指引', en: 'Guidance' } });

/** What a good handler does now, with a case like this; folded away by whoever knows it by heart. */
export function Guidance({ complaint: { status, category } }: { complaint: ComplaintOfPage }) {
  const { word } = useGuidanceWords();
  const { categories } = useSector();
  const [open, setOpen] = useKept('huiyin-guidance-open', true);
  const { data } = useQuery(CaseGuidanceDocument);
  const path = category ? (findOption(categories, category.code)?.path ?? []) : [];
  const cards = cardsFor({
    cards: (data?.guidanceCards ?? []).map((card) => ({ ...card, when: card })),
    ...{ status, category: path.map(({ code }) => code) },
  });
  if (cards.length === 0) return null;
  return (
    <section className="case-card case-guidance no-print" aria-labelledby="case-guidance-title">
      <details open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>
          <h3 id="case-guidance-title">{word('complaint.guidance')}</h3>
        </summary>
        <ul>
          {cards.map(({ id, title, text }) => (
            <li key={id ?? title}>
              <strong>{title}</strong>
              <p className="quiet">{text}</p>
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}
