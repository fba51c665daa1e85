import { Button } from 'antd';
import { Link } from 'react-router';
import type { Suggestions } from './suggestions.ts';
import { useRegisterWords } from './words.ts';

interface Props {
  readonly suggestions: Suggestions | undefined;
  readonly chosen: string | undefined;
  readonly onTake: (code: string) => void;
}

/** Categories that closed cases like this had, each with its words; chosen only by whoever registers. */
export function SuggestedCategories({ suggestions, chosen, onTake }: Props) {
  const { word } = useRegisterWords();
  const quoted = useQuoted();
  const offered = (suggestions?.categories ?? []).filter(({ category }) => category.code !== chosen);
  return (
    <div className="register-suggested" aria-live="polite">
      {offered.map(({ category, chance, words }, at) => (
        <Button
          key={category.code}
          size="small"
          title={word('suggested.key', { key: `Alt+${at + 1}` })}
          aria-keyshortcuts={`Alt+${at + 1}`}
          onClick={() => onTake(category.code)}
        >
          {word('suggested.category', {
            label: category.label,
            // Nothing is certain that is only suggested.
            percent: Math.min(99, Math.round(chance * 100)),
            words: quoted(words),
          })}
        </Button>
      ))}
    </div>
  );
}

/** The code that a key asks for: Alt+1 the first that is offered, and so on. */
export function suggestedBy(
  event: { readonly altKey: boolean; readonly code: string },
  { suggestions, chosen }: Pick<Props, 'suggestions' | 'chosen'>,
): string | undefined {
  const place = event.altKey ? /^Digit([1-3])$/.exec(event.code)?.[1] : undefined;
  const offered = (suggestions?.categories ?? []).filter(({ category }) => category.code !== chosen);
  return place ? offered[Number(place) - 1]?.category.code : undefined;
}

/** What such cases often turned out to be. */
export function SuggestedHints({ suggestions }: Pick<Props, 'suggestions'>) {
  const { word } = useRegisterWords();
  const quoted = useQuoted();
  if (!suggestions?.urgent && !suggestions?.grouped) return null;
  const { urgent, grouped } = suggestions;
  return (
    <div>
      {urgent && <p>{word('suggested.urgent', { words: quoted(urgent.words) })}</p>}
      {grouped && (
        <p>
          {word('suggested.grouped', { words: quoted(grouped.words) })}{' '}
          <Link to="/incidents">{word('suggested.incidents')}</Link>
        </p>
      )}
    </div>
  );
}

function useQuoted(): (words: readonly string[]) => string {
  const { locale } = useRegisterWords();
  return (words) => words.map((word) => `“${word}”`).join(locale === 'en' ? ', ' : '');
}
