import { serialToLocal } from '../read/xlsx-cell.ts';
import { type DateOrder, dateParts, isDate, readingsOf } from './date-parts.ts';
import { type Reading, read, refuse, type ValueProblemCode } from './reading.ts';
import { cleanText, isPlaceholder } from './text.ts';
import { clockOf } from './times.ts';

/** A day, or a moment, as written in China (Asia/Shanghai). */
export type DateReading =
  | { precision: 'day'; date: string }
  /** `date` and `time` (`HH:mm` or `HH:mm:ss`) local, `instant` the same moment as ISO 8601 in UTC. */
  | { precision: 'minute'; date: string; time: string; instant: string };

export interface DateContext {
  /** What `detectDateOrder` found or the user decided for the column. */
  order?: DateOrder;
  /** The year of dates written without one (`4月22日`): from the title or the name of the file. */
  defaultYear?: number;
  /** Day numbers count from 1904 (old Macintosh workbooks). */
  date1904?: boolean;
}

/** Day numbers taken for dates: 1954-10-03 to 2119-01-12. Others are just numbers of five digits. */
const SERIALS = { from: 20_000, to: 80_000 };

/** Reads a date with or without a time, in whatever form it is written. Pure. */
export function readDate(cell: string, context: DateContext = {}): Reading<DateReading> {
  const text = cleanText(cell);
  if (text === '' || isPlaceholder(text)) return read<DateReading>(null);
  const parts = dateParts(text);
  switch (parts?.form) {
    case undefined:
      return problem('NOT_A_DATE');
    case 'known':
      return made([parts.year, parts.month, parts.day], parts.time);
    case 'noYear':
      return context.defaultYear === undefined
        ? problem('DATE_WITHOUT_YEAR')
        : made([context.defaultYear, parts.month, parts.day], parts.time);
    case 'noDay':
      return problem('DATE_WITHOUT_DAY');
    case 'instant':
      return read(fromInstant(parts.iso));
    case 'serial':
      return fromSerial(parts.serial, context);
    case 'numbers':
      return fromNumbers(parts, context.order);
  }
}

function fromNumbers(
  { numbers, time }: { numbers: [number, number, number]; time: string },
  order: DateOrder | undefined,
): Reading<DateReading> {
  const readings = readingsOf(numbers);
  const distinct = new Map([...readings.values()].map((date) => [date.join('-'), date]));
  const [only] = distinct.values();
  if (!only) return problem('NO_SUCH_DATE');
  const date = distinct.size === 1 ? only : order && readings.get(order);
  return date ? made(date, time) : problem('AMBIGUOUS_DATE', [...distinct.values()].map(isoDate));
}

function fromSerial(serial: number, { date1904 = false }: DateContext): Reading<DateReading> {
  if (serial < SERIALS.from || serial > SERIALS.to) return problem('NOT_A_DATE');
  const [date = '', time = ''] = serialToLocal(serial, date1904).split('T');
  return read(Number.isInteger(serial) ? { precision: 'day', date } : moment(date, time.slice(0, 5)));
}

function made(date: readonly [number, number, number], time: string): Reading<DateReading> {
  if (!isDate(...date)) return problem('NO_SUCH_DATE');
  const day = isoDate(date);
  if (time.trim() === '') return read<DateReading>({ precision: 'day', date: day });
  const clock = clockOf(time);
  return clock === undefined ? problem('NOT_A_TIME') : read(moment(day, clock));
}

function isoDate([year, month, day]: readonly [number, number, number]): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function moment(date: string, time: string): DateReading {
  const utc = new Date(`${date}T${time}Z`).getTime();
  return { precision: 'minute', date, time, instant: new Date(utc - shanghaiOffset(utc)).toISOString() };
}

function fromInstant(iso: string): DateReading {
  const utc = new Date(iso).getTime();
  const local = new Date(utc + shanghaiOffset(utc)).toISOString();
  const time = local.slice(11, 19);
  return {
    precision: 'minute',
    date: local.slice(0, 10),
    time: time.endsWith(':00') ? time.slice(0, 5) : time,
    instant: iso,
  };
}

/** 8 hours, and 9 in the summers of 1986–1991, when China put its clocks forward (国办发〔1986〕, ended 1992). ms. */
function shanghaiOffset(utc: number): number {
  const hour = 3_600_000;
  const year = new Date(utc).getUTCFullYear();
  if (year < 1986 || year > 1991) return 8 * hour;
  const shown = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Asia/Shanghai',
    hour: '2-digit',
    hourCycle: 'h23',
  });
  const hours = Number(shown.format(utc)) - new Date(utc).getUTCHours();
  return ((hours + 24) % 24) * hour;
}

const WRITE_LIKE = {
  zh: '请改写为 2015-04-22 或 2015-04-22 15:53。',
  en: 'Write it like 2015-04-22 or 2015-04-22 15:53.',
};
const PROBLEMS = {
  NOT_A_DATE: { text: { zh: '不是可以识别的日期。', en: 'This is not a date.' }, remedy: WRITE_LIKE },
  NO_SUCH_DATE: { text: { zh: '没有这一天。', en: 'There is no such day.' }, remedy: WRITE_LIKE },
  NOT_A_TIME: {
    text: { zh: '日期后面的时间无法识别。', en: 'The time after the date cannot be read.' },
    remedy: WRITE_LIKE,
  },
  DATE_WITHOUT_DAY: {
    text: { zh: '只有年月，没有日。', en: 'Year and month only: the day is missing.' },
    remedy: { zh: '请补上日，如 2015-04-22。', en: 'Add the day, as in 2015-04-22.' },
  },
  DATE_WITHOUT_YEAR: {
    text: { zh: '日期没有年份。', en: 'The date has no year.' },
    remedy: {
      zh: '请选择该表所属的年份，或在日期前补上年份。',
      en: 'Choose the year of this table, or add it to the date.',
    },
  },
  AMBIGUOUS_DATE: {
    text: { zh: '日和月的先后不明。', en: 'Which is the day and which the month is not clear.' },
    remedy: {
      zh: '请选择该列的日期顺序，或改写为 2015-04-22。',
      en: 'Choose the order of dates in this column, or write it like 2015-04-22.',
    },
  },
} as const;

function problem(
  code: keyof typeof PROBLEMS & ValueProblemCode,
  candidates?: string[],
): Reading<DateReading> {
  return refuse({ code, ...PROBLEMS[code], ...(candidates && { candidates }) });
}
