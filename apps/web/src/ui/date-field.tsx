import { useQuery } from '@apollo/client/react';
import { DatePicker, type DatePickerProps } from 'antd';
import dayjs from 'dayjs';
import type { ComponentProps, ReactNode } from 'react';
import './date-field.css';
import { CalendarMarksDocument } from '../app/generated/viewer.ts';
import { useUiWords } from './words.ts';

type CellRender = NonNullable<DatePickerProps['cellRender']>;

/** A day, with the mark that Chinese calendars print: free by the State Council's notice, or worked in place of another. */
const withMark: CellRender = (current, { type, originNode }) =>
  type === 'date' && dayjs.isDayjs(current) ? (
    <Day day={current.format('YYYY-MM-DD')}>{originNode}</Day>
  ) : (
    originNode
  );

function Day({ day, children }: { day: string; children: ReactNode }) {
  const { word } = useUiWords();
  // Asked once a year: all days of it share the answer.
  const { data } = useQuery(CalendarMarksDocument, { variables: { year: Number(day.slice(0, 4)) } });
  const mark = data?.calendarYear.holidays.includes(day)
    ? 'rest'
    : data?.calendarYear.makeUpDays.includes(day)
      ? 'work'
      : undefined;
  return (
    <>
      {children}
      {mark && (
        <i className={`day-mark day-mark-${mark}`} title={word(`day.${mark}.title`)}>
          {word(`day.${mark}`)}
        </i>
      )}
    </>
  );
}

/** Where a day or a moment is chosen: with the days off and the make-up days of the organisation's calendar. */
export function DateField(props: DatePickerProps) {
  return <DatePicker {...props} cellRender={withMark} />;
}

/** The same from one day to another. */
export function DateRangeField(props: ComponentProps<typeof DatePicker.RangePicker>) {
  return <DatePicker.RangePicker {...props} cellRender={withMark} />;
}
