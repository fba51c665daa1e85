import { INCIDENT_STATUS_LABELS, type IncidentStatus } from '@huiyin/domain';
import { inLocale } from '@huiyin/shared';
import '../../ui/status-tag.css';
import { useIncidentWords } from './words.ts';

const TONES: Readonly<Record<IncidentStatus, string>> = {
  OPEN: 'work',
  ANSWERED: 'answered',
  CLOSED: 'closed',
};

/** Where an incident stands, in words; the colour only repeats them. */
export function IncidentTag({ status }: { status: IncidentStatus }) {
  const { locale } = useIncidentWords();
  return (
    <span className={`status status-${TONES[status]}`}>
      {inLocale(INCIDENT_STATUS_LABELS[status], locale)}
    </span>
  );
}
