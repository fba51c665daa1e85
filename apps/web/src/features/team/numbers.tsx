import {
  ClockCircleOutlined,
  ExclamationCircleOutlined,
  FileDoneOutlined,
  FlagOutlined,
  HourglassOutlined,
  InboxOutlined,
  SwapOutlined,
} from '@ant-design/icons';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { type Board, type Filters, inboxOf } from './numbers-of-board.ts';
import { type TeamWord, useTeamWords } from './words.ts';

interface Figure {
  readonly word: TeamWord;
  readonly count: number;
  readonly filter: object;
  readonly icon: ReactNode;
  /** How it looks where there is any. */
  readonly tone: 'overdue' | 'soon' | 'calm';
}

/** What needs somebody who leads, most pressing first; each number leads to its cases. */
export function Numbers({ board, filters }: { board: Board; filters: Filters }) {
  const { word } = useTeamWords();
  const nobodys = board.people.find(({ member }) => member === null)?.open ?? 0;
  const figures: readonly Figure[] = [
    figure(
      'number.overdue',
      board.overdue,
      filters.overdue,
      <ExclamationCircleOutlined aria-hidden />,
      'overdue',
    ),
    figure('number.dueSoon', board.dueSoon, filters.dueSoon, <ClockCircleOutlined aria-hidden />, 'soon'),
    figure('number.unassigned', nobodys, filters.unassigned, <InboxOutlined aria-hidden />, 'soon'),
    figure('number.drafts', board.draftsWaiting, filters.drafts, <FileDoneOutlined aria-hidden />, 'calm'),
    figure(
      'number.handOvers',
      board.handOversWaiting,
      filters.handOvers,
      <SwapOutlined aria-hidden />,
      'calm',
    ),
    figure(
      'number.tooMany',
      board.handOversTooMany,
      filters.tooMany,
      <FlagOutlined aria-hidden />,
      'overdue',
    ),
    figure(
      'number.untouched',
      board.untouched,
      filters.untouched,
      <HourglassOutlined aria-hidden />,
      'overdue',
    ),
  ];
  return (
    <ul className="team-numbers" aria-label={word('team.now')}>
      {figures.map(({ word: name, count, filter, icon, tone }) => (
        <li key={name}>
          <Link to={inboxOf(filter)} className={`team-number team-${count > 0 ? tone : 'none'}`}>
            <span className="team-count">{count}</span>
            <span>
              {icon} {word(name)}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

function figure(
  ...[word, count, filter, icon, tone]: [TeamWord, number, object, ReactNode, Figure['tone']]
): Figure {
  return { word, count, filter, icon, tone };
}
