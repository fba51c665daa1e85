import { PERMISSIONS } from '@huiyin/domain';
import { Link } from 'react-router';
import { useViewer } from '../../app/viewer.tsx';
import type { InboxAddress } from './address.ts';
import { useInboxWords } from './words.ts';

/** Nothing to show: what that means here, and where to go from it. */
export function EmptyInbox({ address }: { address: InboxAddress }) {
  const { word } = useInboxWords();
  const { role } = useViewer();
  const { view, search, narrowed, figure, importId, incident, change } = address;
  const isNarrowed =
    search !== '' || Object.keys(narrowed).length > 0 || Boolean(figure ?? importId ?? incident);
  if (isNarrowed) {
    return (
      <div className="inbox-empty">
        <p>{search ? word('inbox.empty.search', { search }) : word('inbox.empty')}</p>
        <button
          type="button"
          className="inbox-plain"
          onClick={() => change({ search: null, filter: null, figure: null, import: null, incident: null })}
        >
          {word('inbox.empty.clear')}
        </button>
      </div>
    );
  }
  const registers = PERMISSIONS.REGISTER.anywhere.includes(role);
  return (
    <div className="inbox-empty">
      <p>{word(`inbox.empty.${view}`)}</p>
      {view === 'mine' && <Link to="/complaints?view=unassigned">{word('inbox.empty.toUnassigned')}</Link>}
      {(view === 'open' || view === 'all') && registers && (
        <Link to="/register">{word('inbox.empty.register')}</Link>
      )}
    </div>
  );
}
