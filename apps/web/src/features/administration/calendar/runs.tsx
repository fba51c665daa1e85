import type { Locale } from '@huiyin/shared';
import { useAdministrationWords } from '../words.ts';
import { runsOf } from './read-notice.ts';

interface Props {
  readonly holidays: readonly string[];
  readonly makeUpDays: readonly string[];
}

/** Days off as runs, and the weekends that are worked, each with its day of the week. */
export function Runs({ holidays, makeUpDays }: Props) {
  const { word, locale } = useAdministrationWords();
  const run = ([first, last]: readonly [string, string]) =>
    first === last ? dayText(first, locale) : `${dayText(first, locale)} – ${dayText(last, locale)}`;
  return (
    <dl className="admin-facts" style={{ marginTop: 8 }}>
      <dt>{word('calendar.off')}</dt>
      <dd>
        {runsOf(holidays).map((each) => (
          <div key={each[0]}>{run(each)}</div>
        ))}
      </dd>
      {makeUpDays.length > 0 && (
        <>
          <dt>{word('calendar.work')}</dt>
          <dd>
            {makeUpDays.map((day) => (
              <div key={day}>{dayText(day, locale)}</div>
            ))}
          </dd>
        </>
      )}
    </dl>
  );
}

function dayText(day: string, locale: Locale): string {
  return new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'zh-CN', {
    ...{ timeZone: 'UTC', month: 'short', day: 'numeric', weekday: 'short' },
  }).format(new Date(`${day}T00:00:00Z`));
}
