import { addDays, type LocalDate } from '@huiyin/domain';

/** What was read of a notice. */
export interface ReadYear {
  /** Days off of the year, in order. */
  readonly holidays: readonly LocalDate[];
  readonly makeUpDays: readonly LocalDate[];
  /** Days of other years, which were left out. */
  readonly otherYears: number;
}

const NOTE = '(?:\\s*[（(][^）)]*[）)])?';
const TO = '\\s*(?:至|到|—+|–|-|~|～|to)\\s*';
/** `1月1日（周四）至3日（周六）`; a year before it holds for it alone. */
const CHINESE = `(?:(?<y>\\d{4})年)?(?<m>\\d{1,2})月(?<d>\\d{1,2})日${NOTE}(?:${TO}(?:(?<y2>\\d{4})年)?(?:(?<m2>\\d{1,2})月)?(?<d2>\\d{1,2})日${NOTE})?`;
/** `2027-01-01 to 2027-01-03`, with any of the usual signs. */
const NUMERIC =
  '(?<Y>\\d{4})[-/.](?<M>\\d{1,2})[-/.](?<D>\\d{1,2})(?:' +
  `${TO}(?<Y2>\\d{4})[-/.](?<M2>\\d{1,2})[-/.](?<D2>\\d{1,2}))?`;
const TOKEN = new RegExp(
  `${NUMERIC}|${CHINESE}|(?<work>上班|补班|\\bwork)|(?<off>放假|休息|连休|\\boff\\b|\\bholidays?\\b)|(?<end>[。；;\\n])`,
  'giu',
);
const LONGEST_RUN = 31;

/**
 * Reads the State Council's notice of a year, or a list of days. Days stand before the word that says what they are
 * (放假, 上班); days of which nothing is said are off.
 */
export function readNotice(text: string, year: number): ReadYear {
  const found = { off: new Set<LocalDate>(), work: new Set<LocalDate>() };
  let waiting: LocalDate[] = [];
  const say = (what: 'off' | 'work') => {
    for (const day of waiting) found[what].add(day);
    waiting = [];
  };
  for (const { groups = {} } of text.matchAll(TOKEN)) {
    if (groups['work']) say('work');
    else if (groups['off'] || groups['end']) say('off');
    else waiting.push(...daysOf(groups, year));
  }
  say('off');
  const all = [...found.off, ...found.work];
  const ofYear = (days: Iterable<LocalDate>) => [...days].filter((day) => day.startsWith(`${year}-`)).sort();
  const makeUpDays = ofYear(found.work);
  return {
    holidays: ofYear(found.off).filter((day) => !makeUpDays.includes(day)),
    makeUpDays,
    otherYears: all.filter((day) => !day.startsWith(`${year}-`)).length,
  };
}

/** The days from one to another; nothing for what is no day. */
function daysOf(groups: Readonly<Record<string, string | undefined>>, year: number): LocalDate[] {
  const part = (...names: readonly string[]) => names.map((name) => groups[name]).find(Boolean);
  const first = dayOf(part('Y', 'y') ?? `${year}`, part('M', 'm'), part('D', 'd'));
  if (!first) return [];
  const until = part('D2', 'd2');
  const lastYear = part('Y2', 'y2') ?? first.slice(0, 4);
  const last = until ? dayOf(lastYear, part('M2', 'm2') ?? first.slice(5, 7), until) : first;
  const days: LocalDate[] = [];
  for (let day = first; last && day <= last && days.length < LONGEST_RUN; day = addDays(day, 1)) {
    days.push(day);
  }
  return days;
}

function dayOf(year: string, month = '', day = ''): LocalDate | undefined {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.valueOf()) && date.toISOString().startsWith(text) ? text : undefined;
}

/** Days as runs: `[first, last]` of days that follow one another. */
export function runsOf(days: readonly LocalDate[]): (readonly [LocalDate, LocalDate])[] {
  const runs: [LocalDate, LocalDate][] = [];
  for (const day of days) {
    const run = runs.at(-1);
    if (run && addDays(run[1], 1) === day) run[1] = day;
    else runs.push([day, day]);
  }
  return runs;
}
