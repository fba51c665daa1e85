import { Button, Segmented } from 'antd';
import { useMemo, useState } from 'react';
import { dayText, momentText } from '../../app/moments.ts';
import { isQuiet, STORY_PARTS, type StoryEvent, type StoryPart, storyDays } from './case-story.ts';
import type { ComplaintOfPage } from './complaint-of-page.ts';
import { useComplaintWords } from './words.ts';

/** Events of a long story that are shown at first. */
const FIRST_SHOWN = 30;
const DAY = 86_400_000;

/** Everything that happened, the newest first, by day. */
export function Story({ complaint }: { complaint: ComplaintOfPage }) {
  const { word, locale } = useComplaintWords();
  const [part, setPart] = useState<StoryPart>('all');
  const [whole, setWhole] = useState(false);
  const { history } = complaint;
  const days = useMemo(() => storyDays(history, part), [history, part]);
  let left = whole ? Number.POSITIVE_INFINITY : FIRST_SHOWN;
  const shown = days.flatMap(({ day, events }) => {
    const some = events.slice(0, left);
    left -= some.length;
    return some.length > 0 ? [{ day, events: some }] : [];
  });
  const count = days.reduce((sum, { events }) => sum + events.length, 0);
  return (
    <section className="case-card case-story" aria-labelledby="case-story-title">
      <div className="case-line">
        <h3 id="case-story-title">{word('complaint.history')}</h3>
        <Segmented<StoryPart>
          className="no-print"
          value={part}
          onChange={setPart}
          options={STORY_PARTS.map((value) => ({ value, label: word(`story.${value}`) }))}
        />
      </div>
      {count === 0 && <p className="quiet">{word('story.empty')}</p>}
      {shown.map(({ day, events }) => (
        <div key={day} className="story-day">
          <h4>{dayText(`${day}T04:00:00Z`, locale)}</h4>
          <ol className="case-plain">
            {events.map((event) => (
              <StoryLine key={event.seq} event={event} />
            ))}
          </ol>
        </div>
      ))}
      {!whole && count > FIRST_SHOWN && (
        <Button type="link" onClick={() => setWhole(true)}>
          {word('story.rest', { count: count - FIRST_SHOWN })}
        </Button>
      )}
    </section>
  );
}

function StoryLine({ event }: { event: StoryEvent }) {
  const { word, locale } = useComplaintWords();
  const { label, at, recordedAt, actor, summary, details, letter } = event;
  const told = details.filter(({ text }) => text !== summary);
  return (
    <li className={isQuiet(event) ? 'story-event story-quiet' : 'story-event'}>
      <time dateTime={at}>{momentText(at, locale).slice(-5)}</time>
      <div>
        <p>
          {actor} <strong>{label}</strong>
          {told.map(({ key, label: what, before, text }) => (
            <span key={key} className="story-detail">
              <span className="quiet">{what}</span> {before && <del>{before}</del>} {text}
            </span>
          ))}
          {Date.parse(recordedAt) - Date.parse(at) > DAY && (
            <span className="story-detail quiet">
              {word('complaint.recordedAt', { at: momentText(recordedAt, locale) })}
            </span>
          )}
        </p>
        {summary && <p className="said story-said">{summary}</p>}
        {letter && <p className="story-letter quiet">{word(`story.letter.${letter}`)}</p>}
      </div>
    </li>
  );
}
