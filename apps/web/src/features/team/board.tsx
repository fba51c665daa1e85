import { addDays } from '@huiyin/domain';
import type { Locale } from '@huiyin/shared';
import { Segmented } from 'antd';
import { Link } from 'react-router';
import { StatusTag } from '../../ui/status-tag.tsx';
import { useKept } from '../../ui/use-kept.ts';
import { type Board, type Filters, inboxOf } from './numbers-of-board.ts';
import { useTeamWords } from './words.ts';

type By = 'people' | 'days' | 'states';
interface Props {
  readonly board: Board;
  readonly filters: Filters;
}

/** Days shown one by one; what is due later stands together. */
const DAYS_SHOWN = 10;

/** Where the work is: by person, by due date, by state. */
export function WorkBoard({ board, filters }: Props) {
  const { word } = useTeamWords();
  const [by, setBy] = useKept<By>('huiyin-team-by', 'people');
  return (
    <section className="team-card" aria-labelledby="team-board-title">
      <div className="team-head">
        <h2 id="team-board-title">{word('board.title')}</h2>
        <Segmented<By>
          aria-label={word('board.by')}
          value={by}
          options={(['people', 'days', 'states'] as const).map((value) => ({
            value,
            label: word(`board.${value}`),
          }))}
          onChange={setBy}
        />
      </div>
      {by === 'people' && <People {...{ board, filters }} />}
      {by === 'days' && <Days {...{ board, filters }} />}
      {by === 'states' && <States {...{ board, filters }} />}
    </section>
  );
}

function People({ board, filters }: Props) {
  const { word } = useTeamWords();
  const columns = [
    ['openOf', 'open'],
    ['overdue', 'overdue'],
    ['dueSoon', 'dueSoon'],
    ['waiting', 'waiting'],
    ['attention', 'attention'],
  ] as const;
  const titles = {
    openOf: word('board.openOf'),
    overdue: word('number.overdue'),
    dueSoon: word('number.dueSoon'),
    waiting: word('board.waiting'),
    attention: word('board.attention'),
  };
  return (
    <div className="team-scroll">
      <table className="team-table" aria-label={word('board.people')}>
        <thead>
          <tr>
            <th scope="col">{word('board.person')}</th>
            {columns.map(([title]) => (
              <th scope="col" key={title}>
                {titles[title]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {board.people.map((person) => (
            <tr key={person.member?.id ?? 'nobody'}>
              <th scope="row">
                {person.member?.name ?? word('board.nobody')}
                {!board.department && person.department && (
                  <span className="quiet team-small">{person.department.name}</span>
                )}
              </th>
              {columns.map(([, key]) => (
                <td key={key} className={key === 'overdue' && person.overdue > 0 ? 'team-late' : undefined}>
                  {person[key] === 0 ? (
                    <span className="quiet">0</span>
                  ) : (
                    <Link to={inboxOf(filters.person[key](person))}>{person[key]}</Link>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Days({ board, filters }: Props) {
  const { word, locale } = useTeamWords();
  const shown = board.days.slice(0, DAYS_SHOWN);
  const later = board.days.slice(DAYS_SHOWN).reduce((sum, { count }) => sum + count, 0);
  const last = shown.at(-1)?.day;
  const bars = [
    {
      key: 'overdue',
      label: word('number.overdue'),
      count: board.overdue,
      filter: filters.overdue,
      late: true,
    },
    ...shown.map(({ day, count }) => ({
      key: day,
      label: dayWords(day, locale),
      count,
      filter: filters.day(day),
    })),
    ...(last
      ? [{ key: 'later', label: word('board.later'), count: later, filter: filters.from(addDays(last, 1)) }]
      : []),
    { key: 'none', label: word('board.withoutDue'), count: board.withoutDue, filter: filters.withoutDue },
  ];
  return <Bars bars={bars} />;
}

function States({ board, filters }: Props) {
  const bars = board.states.map(({ status, count }) => ({
    ...{ key: status, label: <StatusTag status={status} />, count, filter: filters.state(status) },
  }));
  return <Bars bars={bars} />;
}

interface Bar {
  readonly key: string;
  readonly label: React.ReactNode;
  readonly count: number;
  readonly filter: object;
  readonly late?: boolean;
}

function Bars({ bars }: { bars: readonly Bar[] }) {
  const { word } = useTeamWords();
  const filled = bars.filter(({ count }) => count > 0);
  const most = Math.max(1, ...filled.map(({ count }) => count));
  if (filled.length === 0) return <p className="quiet">{word('board.empty')}</p>;
  return (
    <ul className="team-bars">
      {filled.map(({ key, label, count, filter, late = false }) => (
        <li key={key}>
          <Link to={inboxOf(filter)} className="team-bar">
            <span className="team-bar-label">{label}</span>
            <span className="team-bar-track" aria-hidden>
              <span
                className={late ? 'team-bar-late' : 'team-bar-fill'}
                style={{ width: `${(100 * count) / most}%` }}
              />
            </span>
            <span>{word('board.cases', { count })}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** `9月24日周四`, `Thu 24 Sept` */
function dayWords(day: string, locale: Locale): string {
  return new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'zh-CN', {
    ...{ timeZone: 'UTC', month: 'short', day: 'numeric', weekday: 'short' },
  }).format(new Date(`${day}T00:00:00Z`));
}
