import type { ReactNode } from 'react';
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
  /** Why it stands here. */
  readonly why?: string;
}

interface Props<Case extends Glance> {
  readonly cases: readonly Case[];
  readonly title: string;
  /** What can be done with each from here. */
  readonly offer?: (each: Case) => ReactNode;
}

/** A few complaints, each a line that leads to it. */
export function CaseGlances<Case extends Glance>({ cases, title, offer }: Props<Case>) {
  const { locale } = useUiWords();
  if (cases.length === 0) return null;
  return (
    <div className="glances">
      <h4>{title}</h4>
      <ul>
        {cases.map((each) => (
          <li key={each.id}>
            <Link to={`/complaints/${each.id}`} title={each.number}>
              {each.title}
            </Link>
            <div>
              <span className="quiet">{dayText(each.receivedAt, locale)}</span>{' '}
              <StatusTag status={each.status} />
            </div>
            {each.why && <p className="glance-why">{each.why}</p>}
            {offer?.(each)}
          </li>
        ))}
      </ul>
    </div>
  );
}
