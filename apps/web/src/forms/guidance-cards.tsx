import { useQuery } from '@apollo/client/react';
import { cardsFor, findOption, type Status } from '@huiyin/domain';
import { useSector } from '../app/sector.ts';
import { defineWords } from '../i18n/i18n.ts';
import { useKept } from '../ui/use-kept.ts';
import { CaseGuidanceDocument } from './generated/guidance-cards.ts';
import './guidance-cards.css';

const useGuidanceWords = defineWords({ 'complaint.guidance': { zh: '处理指引', en: 'Guidance' } });

/** What a good handler does now, with a case like this; folded away by whoever knows it by heart. */
export function GuidanceCards({
  status,
  category,
  heading: Heading,
  className,
}: {
  status: Status;
  /** Code, where it is known. */
  category: string | null | undefined;
  heading: 'h2' | 'h3';
  className: string;
}) {
  const { word } = useGuidanceWords();
  const { categories } = useSector();
  const [open, setOpen] = useKept('huiyin-guidance-open', true);
  const { data } = useQuery(CaseGuidanceDocument);
  const path = category ? (findOption(categories, category)?.path ?? []) : [];
  const cards = cardsFor({
    cards: (data?.guidanceCards ?? []).map((card) => ({ ...card, when: card })),
    ...{ status, category: path.map(({ code }) => code) },
  });
  if (cards.length === 0) return null;
  return (
    <section className={`guidance-cards no-print ${className}`} aria-labelledby="guidance-cards-title">
      <details open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>
          <Heading id="guidance-cards-title">{word('complaint.guidance')}</Heading>
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
