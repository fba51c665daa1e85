import { useQuery } from '@apollo/client/react';
import { Alert } from 'antd';
import { Link } from 'react-router';
import type { ComplaintOfPage } from './complaint-of-page.ts';
import { ComplaintSuggestionsDocument } from './generated/related.ts';
import { useComplaintWords } from './words.ts';

/** What closed cases suggest for one that nobody has put into a category; it is taken by correcting the complaint. */
export function CategoryHint({ complaint: { id, allowedActions } }: { complaint: ComplaintOfPage }) {
  const { word } = useComplaintWords();
  const { data } = useQuery(ComplaintSuggestionsDocument, { variables: { id } });
  const [first] = data?.complaintSuggestions.categories ?? [];
  const may = allowedActions.some(({ action, allowed }) => allowed && action === 'CORRECT');
  if (!first || !may) return null;
  const { category, words } = first;
  return (
    <Alert
      type="info"
      showIcon
      title={word('complaint.perhaps', {
        label: category.label,
        words: words.map((each) => `“${each}”`).join(' '),
      })}
      action={
        <Link to={`#do=CORRECT&category=${category.code}`} replace>
          {word('complaint.takeCategory')}
        </Link>
      }
    />
  );
}
