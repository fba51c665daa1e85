import { FlagOutlined } from '@ant-design/icons';
import { CHANNEL_LABELS } from '@huiyin/domain';
import { inLocale, type Locale } from '@huiyin/shared';
import type { ReactNode } from 'react';
import { momentText } from '../../app/moments.ts';
import { Due } from '../../ui/due.tsx';
import { StatusTag } from '../../ui/status-tag.tsx';
import type { Row } from './inbox-rows.ts';
import type { InboxWord } from './words.ts';

/** A column that can be shown or left out. */
export interface Column {
  readonly key: string;
  readonly word: InboxWord;
  /** Of a CSS grid. */
  readonly width: string;
  readonly render: (row: Row, locale: Locale) => ReactNode;
}

export const COLUMNS: readonly Column[] = [
  {
    key: 'number',
    word: 'inbox.number',
    width: '136px',
    render: ({ number, externalNumber }) => externalNumber ?? number,
  },
  {
    key: 'category',
    word: 'inbox.category',
    width: 'minmax(80px, 0.5fr)',
    render: ({ category }) => category?.label,
  },
  {
    key: 'respondent',
    word: 'inbox.respondent',
    width: 'minmax(90px, 0.6fr)',
    render: ({ respondent }) => respondent.name ?? respondent.type?.label,
  },
  {
    key: 'status',
    word: 'app.status',
    width: '112px',
    render: ({ status }) => <StatusTag status={status} />,
  },
  {
    key: 'due',
    word: 'inbox.due',
    width: '128px',
    render: ({ nextDue }) => nextDue && <Due at={nextDue.at} what={nextDue.what} />,
  },
  {
    key: 'dueWhat',
    word: 'inbox.dueWhat',
    width: 'minmax(80px, 0.4fr)',
    render: ({ nextDue }) => nextDue?.what,
  },
  { key: 'handler', word: 'inbox.handler', width: '88px', render: ({ handler }) => handler?.name },
  {
    key: 'department',
    word: 'inbox.department',
    width: '112px',
    render: ({ department }) => department?.name,
  },
  {
    key: 'channel',
    word: 'inbox.channel',
    width: '96px',
    render: ({ channel }, locale) => inLocale(CHANNEL_LABELS[channel], locale),
  },
  {
    key: 'received',
    word: 'app.received',
    width: '136px',
    render: ({ receivedAt }, locale) => momentText(receivedAt, locale),
  },
];

/** Shown until somebody chooses otherwise. */
export const FIRST_COLUMNS: readonly string[] = [
  'number',
  'respondent',
  'status',
  'due',
  'handler',
  'received',
];

/** What stands beside the title where there is no room for columns: the essentials, in one line. */
export function Essentials({ row }: { row: Row }) {
  const { category, respondent, nextDue, number, externalNumber } = row;
  return (
    <span className="inbox-essentials">
      <span>{externalNumber ?? number}</span>
      <span>{[category?.label, respondent.name].filter(Boolean).join(' · ')}</span>
      {nextDue && <Due at={nextDue.at} what={nextDue.what} />}
    </span>
  );
}

/** Asks for the supervisor's eye. */
export function AttentionFlag({ label }: { label: string }) {
  return <FlagOutlined className="inbox-flag" aria-label={label} title={label} />;
}
