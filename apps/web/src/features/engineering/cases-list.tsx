import { Checkbox } from 'antd';
import { Link } from 'react-router';
import { StatusTag } from '../../ui/status-tag.tsx';
import { type EngineeringCase, readingText } from './list.ts';
import { useEngineeringWords } from './words.ts';

/** Complaints in short; with `onPick`, to be chosen from. */
export function CasesList({
  cases,
  total = cases.length,
  picked,
  onPick,
}: {
  cases: readonly EngineeringCase[];
  /** How many there are, where not all are shown. */
  total?: number;
  picked?: readonly string[];
  onPick?: (id: string, picked: boolean) => void;
}) {
  const { word } = useEngineeringWords();
  return (
    <ul className="engineering-cases">
      {cases.map(({ complaint: { id, number }, title, status, address, readings }) => (
        <li key={id}>
          {onPick && (
            <Checkbox
              checked={picked?.includes(id) ?? false}
              aria-label={word('week.select', { number })}
              onChange={({ target }) => onPick(id, target.checked)}
            />
          )}
          <div>
            <div className="engineering-case-head">
              <Link to={`/complaints/${id}`}>{number}</Link>
              <StatusTag status={status} />
            </div>
            <div>{title}</div>
            <div className="quiet">{[address, ...readings.map(readingText)].filter(Boolean).join(' · ')}</div>
          </div>
        </li>
      ))}
      {total > cases.length && (
        <li className="quiet">{word('site.andMore', { count: total - cases.length })}</li>
      )}
    </ul>
  );
}
