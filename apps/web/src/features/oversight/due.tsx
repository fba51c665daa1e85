import { dayText } from '../../app/moments.ts';
import type { OverseenCaseFragment } from './generated/cases.ts';
import { useOversightWords } from './words.ts';

/** What is due next, and whether it is late: in words, the colour only repeats them. */
export function Due({ due }: { due: OverseenCaseFragment['nextDue'] }) {
  const { word, locale } = useOversightWords();
  if (!due) return word('app.none');
  const at = dayText(due.at, locale);
  return (
    <span {...(due.overdue ? { className: 'oversight-late' } : {})}>
      {word(due.overdue ? 'cases.late' : 'cases.dueAt', { what: due.what, at })}
    </span>
  );
}
