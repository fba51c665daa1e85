import { Alert } from 'antd';
import { Link } from 'react-router';
import type { LeftBehind } from './use-incident-call.ts';
import { useIncidentWords } from './words.ts';

/** Why something was not done. */
export function Problem({ text }: { text: string | undefined }) {
  if (!text) return null;
  return (
    <Alert
      className="incident-wide"
      role="alert"
      type="error"
      showIcon
      title={<span className="said">{text}</span>}
    />
  );
}

/** Complaints that could not go along, each with its reason. */
export function LeftBehindList({ left }: { left: LeftBehind }) {
  const { word } = useIncidentWords();
  if (left.length === 0) return null;
  return (
    <Alert
      role="status"
      type="warning"
      showIcon
      title={word('incident.left.title', { count: left.length })}
      description={
        <ul className="incident-left">
          {left.map(({ complaint, reasons }) => (
            <li key={complaint.id}>
              <Link to={`/complaints/${complaint.id}`}>{complaint.number}</Link> {reasons.join(' ')}
            </li>
          ))}
        </ul>
      }
    />
  );
}
