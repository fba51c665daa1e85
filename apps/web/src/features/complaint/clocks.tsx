import { Tag, Typography } from 'antd';
import { momentText } from '../../app/moments.ts';
import type { ComplaintPageQuery } from '../../generated/graphql.ts';
import { useWords } from '../../i18n/i18n.ts';
import type { ComplaintOfPage } from './complaint.query.ts';

type State = NonNullable<ComplaintPageQuery['complaint']>['clocks'][number]['state'];

const COLOURS: Readonly<Partial<Record<State, string>>> = {
  MET: 'green',
  OVERDUE: 'red',
  ENDED_LATE: 'red',
  PAUSED: 'gold',
  RUNNING: 'blue',
};

/** The clocks of a complaint in words and colour, each with why it stands where it does, and its promises. */
export function Clocks({ complaint }: { complaint: ComplaintOfPage }) {
  const { word, locale } = useWords();
  const { clocks, promises } = complaint;
  if (clocks.length === 0 && promises.length === 0) return word('complaint.noClocks');
  return (
    <div className="stack">
      {clocks.map(({ id, label, state, dueAt, provisional, explanation }) => (
        <div key={id}>
          <Tag {...(COLOURS[state] ? { color: COLOURS[state] } : {})}>{label}</Tag>
          {momentText(dueAt, locale)}
          <div>
            <Typography.Text type="secondary">{explanation}</Typography.Text>
          </div>
          {provisional && <Typography.Text type="warning">{word('complaint.provisional')}</Typography.Text>}
        </div>
      ))}
      {promises.map(({ id, text, dueAt, status }) => (
        <div key={id}>
          <Tag color={status === 'BROKEN' ? 'red' : status === 'KEPT' ? 'green' : 'blue'}>
            {word('complaint.promises')}
          </Tag>
          {momentText(dueAt, locale)}
          <div className="said">{text}</div>
        </div>
      ))}
    </div>
  );
}
