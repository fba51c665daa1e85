import { useQuery } from '@apollo/client/react';
import { Alert, Tag } from 'antd';
import { momentText } from '../../../app/moments.ts';
import { Loading } from '../../../app/states.tsx';
import type { CalendarEffectsQuery } from '../generated/rules.ts';
import { CalendarEffectsDocument, CalendarYearDocument } from '../generated/rules.ts';
import { PageFrame } from '../page-frame.tsx';
import { useAdministrationWords } from '../words.ts';
import { LoadForm } from './load-form.tsx';
import { Runs } from './runs.tsx';

/** Clocks are computed anew in the background: how often it is looked whether they are. */
const LOOK_MS = 3_000;

/** The working calendar, year by year, and what of it is not known yet. */
export function CalendarPage() {
  const year = new Date().getFullYear();
  const years = [year, year + 1, year + 2];
  const effects = useQuery(CalendarEffectsDocument, {
    ...{ fetchPolicy: 'cache-and-network', pollInterval: LOOK_MS },
  });
  return (
    <PageFrame title="admin.page.calendar" intro="calendar.intro">
      {effects.data && <Effects effects={effects.data.calendarEffects} />}
      <div className="admin-years">
        {years.map((each) => (
          <Year key={each} year={each} />
        ))}
      </div>
      <LoadForm firstYear={year + 1} />
    </PageFrame>
  );
}

function Effects({ effects }: { effects: CalendarEffectsQuery['calendarEffects'] }) {
  const { word, locale } = useAdministrationWords();
  const { provisional, recomputed } = effects;
  return (
    <Alert
      role="status"
      type={provisional > 0 ? 'warning' : 'info'}
      showIcon
      title={
        provisional > 0
          ? word('calendar.provisional', { count: provisional })
          : word('calendar.noProvisional')
      }
      description={
        recomputed && word('calendar.recomputed', { ...recomputed, at: momentText(recomputed.at, locale) })
      }
    />
  );
}

function Year({ year }: { year: number }) {
  const { word } = useAdministrationWords();
  const { data } = useQuery(CalendarYearDocument, { variables: { year } });
  if (!data) return <Loading />;
  const { published, loaded, holidays, makeUpDays } = data.calendarYear;
  return (
    <section className="admin-card" aria-label={word('calendar.year', { year })}>
      <div className="admin-tools">
        <h3>{word('calendar.year', { year })}</h3>
        <Tag color={published ? 'success' : 'warning'}>
          {word(loaded ? 'calendar.loaded' : published ? 'calendar.known' : 'calendar.unknown')}
        </Tag>
      </div>
      {published ? (
        <Runs holidays={holidays} makeUpDays={makeUpDays} />
      ) : (
        <p className="quiet">{word('calendar.unknownHint')}</p>
      )}
    </section>
  );
}
