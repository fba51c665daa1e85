import {
  type ComplaintEvent,
  ESCALATION_LABELS,
  type EscalationReason,
  EVENT_LABELS,
  withSaid,
  wordsOfEvent,
} from '@huiyin/domain';
import { inLocale, type Localized } from '@huiyin/shared';
import { authorName } from '../../casework/author-name.ts';
import type { ComplaintEventType } from './complaint-aspects.type.ts';
import type { EventRow } from './complaint-reads.repository.ts';
import type { Insight } from './insight.ts';
import type { Viewer } from './viewer.ts';

/** The member of the data that carries an event's words. */
const SUMMARY_KEYS = [
  'reason',
  'text',
  'summary',
  'facts',
  'note',
  'request',
  'title',
  'explanation',
  'agreement',
  'proof',
  'remark',
  'positions',
  'consent',
  'description',
];

/** An event with what was said in it. */
function opened(event: EventRow): EventRow {
  return { ...event, data: withSaid(event.data, event.said) };
}

/** Everything that happened to a complaint, as the viewer may read it. */
export function presentHistory(
  events: readonly EventRow[],
  { office, locale }: Viewer,
  { words, hides }: Insight,
): ComplaintEventType[] {
  const { sector, directory } = office;
  const names = {
    ...{ sector, hides },
    member: (id: string): string => directory.members.get(id)?.name ?? '—',
    department: (id: string): Localized => {
      const { name = '—', nameEn } = directory.departments.get(id) ?? {};
      return { zh: name, en: nameEn ?? name };
    },
  };
  return events.map(opened).map((event) => ({
    seq: event.seq,
    type: event.type as ComplaintEventType['type'],
    label: inLocale(EVENT_LABELS[event.type as keyof typeof EVENT_LABELS], locale),
    at: event.at,
    recordedAt: event.recorded_at,
    actor: authorName(event.actor, locale),
    summary: summaryOf(event, locale, words),
    details: wordsOfEvent(event as unknown as ComplaintEvent, names).map(({ key, label, before, text }) => ({
      key,
      label: inLocale(label, locale),
      before: before ? words(inLocale(before, locale)) : null,
      text: words(inLocale(text, locale)),
    })),
    hash: event.hash,
    letter: event.letter,
  }));
}

/** Reasons that are codes in words; a text as the viewer may read it. */
function summaryOf(event: EventRow, locale: Viewer['locale'], words: Insight['words']): string | null {
  // Why it was withdrawn is a code, told among the details; its words are the remark.
  const keys = event.type === 'WITHDRAWN' ? ['remark'] : SUMMARY_KEYS;
  const said = keys
    .map((key) => event.data[key])
    .find((value): value is string => typeof value === 'string' && value !== '');
  if (said === undefined) return null;
  const coded = event.type === 'ESCALATED' ? ESCALATION_LABELS[said as EscalationReason] : undefined;
  return coded ? inLocale(coded, locale) : words(said);
}
