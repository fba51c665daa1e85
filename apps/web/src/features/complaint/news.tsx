import { Alert, Button } from 'antd';
import { useState } from 'react';
import { momentText } from '../../app/moments.ts';
import type { ComplaintOfPage } from './complaint-of-page.ts';
import { useComplaintWords } from './words.ts';

/** What others have done since the viewer last looked, and the version that is answered for. */
export interface NewsOfCase {
  readonly events: ComplaintOfPage['history'];
  /** The version that the viewer has seen: what is sent is decided on it. */
  readonly seen: number;
  /** Whether something could not be sent because of it. */
  readonly refused: boolean;
  /** The viewer has seen everything up to here. */
  readonly look: (version: number) => void;
  /** What follows is decided on this version; what changed stays in sight. */
  readonly conflict: (version: number) => void;
  /** The next changes that are read are the viewer's own. */
  readonly own: () => void;
}

/** Keeps in mind up to where the viewer has seen a complaint, while others go on with it. */
export function useNews({ version, history }: ComplaintOfPage): NewsOfCase {
  const [mark, setMark] = useState({ seen: version, shownFrom: version, refused: false });
  return {
    events: history.filter(({ seq }) => seq > mark.shownFrom),
    ...{ seen: mark.seen, refused: mark.refused },
    look: (seen) => setMark({ seen, shownFrom: seen, refused: false }),
    conflict: (seen) => setMark(({ shownFrom }) => ({ seen, shownFrom, refused: true })),
    own: () => setMark((before) => ({ ...before, shownFrom: Number.POSITIVE_INFINITY })),
  };
}

/** What somebody else changed meanwhile, above what the viewer is writing. */
export function News({ news, version }: { news: NewsOfCase; version: number }) {
  const { events, refused, look } = news;
  const { word, locale } = useComplaintWords();
  if (events.length === 0) return null;
  return (
    <Alert
      role="alert"
      type="warning"
      showIcon
      className="case-news"
      title={word(refused ? 'news.refused' : 'news.changed')}
      action={<Button onClick={() => look(version)}>{word('news.seen')}</Button>}
      description={
        <ul className="case-plain">
          {events.map(({ seq, label, actor, at, summary }) => (
            <li key={seq}>
              {momentText(at, locale)} · {actor} · {label}
              {summary && <div className="said">{summary}</div>}
            </li>
          ))}
        </ul>
      }
    />
  );
}
