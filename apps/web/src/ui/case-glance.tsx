import { Link } from 'react-router';
import { dayText } from '../app/moments.ts';
import type { ComplaintStatus } from '../generated/schema.ts';
import './case-glance.css';
import { StatusTag } from './status-tag.tsx';
import { useUiWords } from './words.ts';

/** As much of a complaint as tells whether it matters here. */
export interface Glance {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly status: ComplaintStatus;
  readonly receivedAt: string;
}

/** A few complaints, each a line that leads to it. */
export function CaseGlances({ cases, title }: { cases: readonly Glance[]; title: string }) {
  const { locale } = useUiWords();
  if (cases.length === 0) return null;
  return (
    <div className="glances">
      <h4>{title}</h4>
      <ul>
        {cases.map(({ id, number, title: matter, status, receivedAt }) => (
          <li key={id}>
            <Link to={`/complaints/${id}`} title={number}>
              {matter}
            </Link>
            <div>
              <span className="quiet">{dayText(receivedAt, locale)}</span> <StatusTag status={status} />
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}
