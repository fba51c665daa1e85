import type { Refusal } from '@huiyin/domain';
import type { Office, StoredSettings } from '../../casework/office.ts';

/** What of the settings is to change; what is absent stays. */
export interface SettingsChange {
  readonly reopenWithinDays?: number | null;
  readonly untouchedDays?: number | null;
  readonly answerNeedsApproval?: boolean | null;
  /** `HH:mm` */
  readonly openOfBusiness?: string | null;
  readonly closeOfBusiness?: string | null;
  readonly weekendMovesLastDay?: boolean | null;
}

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/** The settings as they are kept, or why they cannot be. */
export function settingsFrom(
  change: SettingsChange,
  { calendar }: Office,
): Partial<StoredSettings> | { readonly refusals: readonly Refusal[] } {
  const refusals: Refusal[] = [];
  const within = (field: 'reopenWithinDays' | 'untouchedDays', least: number, most: number): void => {
    const days = change[field];
    if (days == null || (Number.isInteger(days) && days >= least && days <= most)) return;
    const message = { zh: `应为 ${least} 到 ${most} 天。`, en: `From ${least} to ${most} days.` };
    refusals.push({ code: 'INVALID', field, message });
  };
  within('reopenWithinDays', 0, 3650);
  within('untouchedDays', 1, 365);
  for (const field of ['openOfBusiness', 'closeOfBusiness'] as const) {
    if (change[field] != null && !TIME.test(change[field])) refusals.push({ ...NO_TIME, field });
  }
  const opens = change.openOfBusiness ?? calendar.openOfBusiness;
  const closes = change.closeOfBusiness ?? calendar.closeOfBusiness;
  if (refusals.length === 0 && opens >= closes) refusals.push({ ...CLOSES_FIRST, field: 'closeOfBusiness' });
  if (refusals.length > 0) return { refusals };
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value != null));
}

const NO_TIME: Refusal = {
  code: 'INVALID',
  message: { zh: '应为时刻，例如 09:00。', en: 'Give a time of day such as 09:00.' },
};
const CLOSES_FIRST: Refusal = {
  code: 'INVALID',
  message: { zh: '下班时间应晚于上班时间。', en: 'The working day ends after it begins.' },
};
