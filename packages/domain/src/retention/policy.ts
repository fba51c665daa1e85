import type { Localized } from '@huiyin/shared';
import { addDays, type LocalDate } from '../time.ts';

/** How long an organisation keeps what identifies people. Figures, histories and published reports stay for ever. */

export const RETENTION_KINDS = ['PERSONAL_DATA', 'FILES', 'IMPORTS'] as const;
export type RetentionKind = (typeof RETENTION_KINDS)[number];

interface RetentionRule {
  readonly label: Localized;
  /** What is erased, and counted from when. */
  readonly what: Localized;
  /** Whole months for which it is kept at least. */
  readonly leastMonths: number;
  readonly basis: Localized;
  /** Whether the text was checked at the source as the period for this very data. */
  readonly confirmed: boolean;
}

const t = (zh: string, en: string): Localized => ({ zh, en });

export const RETENTION_RULES: Readonly<Record<RetentionKind, RetentionRule>> = {
  PERSONAL_DATA: {
    label: t('个人信息', 'Personal data'),
    what: t(
      '办结、撤回、不予受理、移交或并案后的投诉人资料、投诉和办理的文字内容、地点、附件；编号、时间、类别、结果和金额保留。',
      'Who complained, all words of the matter and its handling, places and files, counted from when it was over; number, times, codes, results and sums stay.',
    ),
    leastMonths: 36,
    basis: t(
      '《民法典》第一百八十八条：诉讼时效三年。本行业另有档案保存期限的，从其规定。',
      'Civil Code Art. 188: three years of limitation. Where rules on archives of your sector ask for longer, they count.',
    ),
    confirmed: false,
  },
  FILES: {
    label: t('附件', 'Files'),
    what: t(
      '已结束投诉件的证据文件，早于个人信息删除；名称和校验值保留到个人信息删除。',
      'Files of matters that are over, before the rest; name and hash stay as long as the personal data.',
    ),
    leastMonths: 36,
    basis: t(
      '《民法典》第一百八十八条：诉讼时效三年，期间内证据应当保留。',
      'Civil Code Art. 188: three years of limitation, for which evidence is kept.',
    ),
    confirmed: false,
  },
  IMPORTS: {
    label: t('导入的表格', 'Imported sheets'),
    what: t(
      '导入完成后的原表、样例和未导入的行；已导入的投诉件不受影响。',
      'The sheet itself, its first rows and the rows that were refused, once the import is done; complaints taken in stay.',
    ),
    leastMonths: 1,
    basis: t(
      '《个人信息保护法》第十九条：保存期限为实现处理目的所必要的最短时间。无法定最短期限。',
      'Personal Information Protection Law Art. 19: no longer than needed. There is no minimum by law.',
    ),
    confirmed: false,
  },
};

/** No longer than any archive is kept. */
export const MOST_MONTHS = 1200;
/** Nothing is erased before people had so many days to see what will be. */
export const NOTICE_DAYS = 30;

/** A period as it was set: nothing goes before the notice since then is over. */
export interface RetentionPeriod {
  readonly months: number;
  readonly since: LocalDate;
}
export type Retention = Readonly<Partial<Record<RetentionKind, RetentionPeriod>>>;

/** The day on which something is due to go, of which time has counted from `from`. */
export function erasureDay(from: LocalDate, { months, since }: RetentionPeriod): LocalDate {
  const due = addMonths(from, months);
  const noticed = addDays(since, NOTICE_DAYS);
  if (due < noticed) return noticed;
  return due;
}

/** So many months later, on the same day or the last of a shorter month. */
export function addMonths(day: LocalDate, months: number): LocalDate {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(date, last));
  return first.toISOString().slice(0, 10);
}
