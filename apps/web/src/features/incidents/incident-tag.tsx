import { INCIDENT_STATUS_LABELS, type IncidentStatus } from '@huiyin/domain';
import { inLocale } from '@huiyin/shared';
import { Tag } from 'antd';
import { useIncidentWords } from './words.ts';

const COLORS: Readonly<Record<IncidentStatus, string>> = {
  OPEN: 'processing',
  ANSWERED: 'success',
  CLOSED: 'default',
};

/** Where an incident stands, in words; the colour only repeats them. */
export function IncidentTag({ status }: { status: IncidentStatus }) {
  const { locale } = useIncidentWords();
  return <Tag color={COLORS[status]}>{inLocale(INCIDENT_STATUS_LABELS[status], locale)}</Tag>;
}
