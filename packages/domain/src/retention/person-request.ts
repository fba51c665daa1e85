import type { Localized } from '@huiyin/shared';
import { OPEN_STATUSES, type Status } from '../complaint/words.ts';
import { addDays, type Instant, type LocalDate, localDateOf } from '../time.ts';
import { addMonths, RETENTION_RULES } from './policy.ts';

/** What somebody may ask of an office that keeps their personal data, and what becomes of it complaint by complaint. */

export const PERSON_REQUEST_KINDS = ['ACCESS', 'ERASURE'] as const;
export type PersonRequestKind = (typeof PERSON_REQUEST_KINDS)[number];

const t = (zh: string, en: string): Localized => ({ zh, en });

export const PERSON_REQUEST_LABELS: Readonly<Record<PersonRequestKind, Localized>> = {
  ACCESS: t('查阅、复制个人信息', 'To see and copy personal data'),
  ERASURE: t('删除个人信息', 'To erase personal data'),
};

/** Copies of the law agree on these articles; they were not read at the source (flk.npc.gov.cn). */
export const PERSON_REQUEST_BASES: Readonly<Record<PersonRequestKind, Localized>> = {
  ACCESS: t(
    '《个人信息保护法》第四十五条：个人请求查阅、复制其个人信息的，应当及时提供。',
    'Personal Information Protection Law Art. 45: what somebody asks to see or copy is provided in time.',
  ),
  ERASURE: t(
    '《个人信息保护法》第四十七条：保存期限已届满等情形应当删除；法定保存期限未届满的，只保存不再处理。',
    'Personal Information Protection Law Art. 47: erased once its period is over; until then it is kept and used for nothing else.',
  ),
};

/** The law says “in time”: the office answers within so many days, unless it sets another last day. */
export const PERSON_REQUEST_DAYS = 15;
/** No office may put it off further. */
export const MOST_PERSON_REQUEST_DAYS = 30;

/** What became of a complaint when its complainant asked for erasure. */
export const ERASURE_FATES = ['ERASED', 'GONE', 'OPEN', 'HELD', 'KEPT', 'SEALED'] as const;
export type ErasureFate = (typeof ERASURE_FATES)[number];

export const ERASURE_FATE_LABELS: Readonly<Record<ErasureFate, Localized>> = {
  ERASED: t('已删除', 'Erased'),
  GONE: t('此前已删除', 'Erased before'),
  OPEN: t('正在办理，办结前不能删除', 'Under way: not erased before it is over'),
  HELD: t('已暂停删除（诉讼、检查等需要保留）', 'Held: a lawsuit or an inspection needs it'),
  KEPT: t(
    '法定保存期限未届满，只保存，不作他用',
    'Its period of keeping by law is not over: kept, and used for nothing else',
  ),
  SEALED: t(
    '早期记录的文字无法从办理经过中分离',
    'Written before words were kept apart: they cannot be taken out',
  ),
};

/** As much of a complaint as its fate depends on. */
export interface ErasureSubject {
  readonly status: Status;
  readonly statusSince: Instant;
  readonly held?: { readonly until?: LocalDate } | null | undefined;
  readonly erased?: { readonly what: string } | null | undefined;
}

/** What stands in the way of erasing a complaint, and until when; `undefined`: nothing does. */
export function whyNotErased(
  { status, statusSince, held, erased }: ErasureSubject,
  { today, timeZone }: { readonly today: LocalDate; readonly timeZone: string },
): { readonly fate: ErasureFate; readonly until?: LocalDate } | undefined {
  if (erased?.what === 'PERSONAL_DATA') return { fate: 'GONE' };
  if (OPEN_STATUSES.includes(status)) return { fate: 'OPEN' };
  if (held && (held.until === undefined || today < addDays(held.until, 1))) {
    return { fate: 'HELD', ...(held.until === undefined ? {} : { until: held.until }) };
  }
  const kept = addMonths(localDateOf(statusSince, timeZone), RETENTION_RULES.PERSONAL_DATA.leastMonths);
  return today < kept ? { fate: 'KEPT', until: kept } : undefined;
}
