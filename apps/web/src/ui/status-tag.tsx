import { STATUS_LABELS, type Status } from '@huiyin/domain';
import { inLocale } from '@huiyin/shared';
import { Tag } from 'antd';
import { currentLocale } from '../i18n/i18n.ts';

const COLOURS: Readonly<Partial<Record<Status, string>>> = {
  REGISTERED: 'blue',
  UNDER_REVIEW: 'blue',
  ACCEPTED: 'geekblue',
  IN_PROGRESS: 'geekblue',
  WAITING_FOR_COMPLAINANT: 'gold',
  IN_MEDIATION: 'purple',
  ANSWERED: 'cyan',
  FOLLOWED_UP: 'cyan',
  CLOSED: 'green',
};

/** Where a complaint stands, in words; the colour only repeats them. */
export function StatusTag({ status }: { status: Status }) {
  const colour = COLOURS[status];
  return <Tag {...(colour ? { color: colour } : {})}>{inLocale(STATUS_LABELS[status], currentLocale())}</Tag>;
}
