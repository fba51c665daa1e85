import { Tag } from 'antd';
import { Link } from 'react-router';
import type { RetentionPartsFragment } from './generated/retention.ts';
import { useRetentionWords } from './words.ts';

type Due = RetentionPartsFragment['due'][number];

/** What goes within the days of notice, earliest first. */
export function DueList({
  due,
  labels,
}: {
  due: readonly Due[];
  /** Of the kinds of things that are kept. */
  labels: ReadonlyMap<string, string>;
}) {
  const { word } = useRetentionWords();
  if (due.length === 0) return <p className="quiet">{word('retention.nothing')}</p>;
  return (
    <ul className="admin-rows">
      {due.map(({ kind, dueOn, complaint, sheet, held, heldUntil }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: what is hidden has nothing else to be told by.
        <li key={`${complaint?.id ?? sheet ?? ''}${kind}${index}`}>
          <div className="admin-row">
            <span>
              {complaint && <Link to={`/complaints/${complaint.id}`}>{complaint.number}</Link>}
              {!complaint && (sheet ?? word('retention.hidden'))}
            </span>
            <span className="quiet">{labels.get(kind)}</span>
            <span>{dueOn}</span>
            {held && (
              <Tag>
                {heldUntil ? word('retention.heldUntil', { day: heldUntil }) : word('retention.held')}
              </Tag>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}
