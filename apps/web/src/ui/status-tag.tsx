import { STATUS_LABELS, type Status } from '@huiyin/domain';
import { inLocale } from '@huiyin/shared';
import { currentLocale } from '../i18n/i18n.ts';
import './status-tag.css';

/** What a status has in common with others: the way in, the work, the waiting, the answer, the end. */
const TONES: Readonly<Partial<Record<Status, string>>> = {
  REGISTERED: 'new',
  UNDER_REVIEW: 'new',
  ACCEPTED: 'work',
  IN_PROGRESS: 'work',
  IN_MEDIATION: 'work',
  WAITING_FOR_COMPLAINANT: 'waits',
  ANSWERED: 'answered',
  FOLLOWED_UP: 'answered',
  CLOSED: 'closed',
};

/** Where a complaint stands, in words; the colour only repeats them. */
export function StatusTag({ status }: { status: Status }) {
  return (
    <span className={`status status-${TONES[status] ?? 'over'}`}>
      {inLocale(STATUS_LABELS[status], currentLocale())}
    </span>
  );
}
