import { addDays, instantAt } from '@huiyin/domain';
import type { ComplaintFilterInput } from '../../generated/schema.ts';
import type { TeamBoardQuery } from './generated/team.ts';

export type Board = TeamBoardQuery['teamBoard'];
type Person = Board['people'][number];

/** The filters behind the numbers of the board: each opens onto exactly the cases that were counted. */
export function filtersOf({ department, soonBefore }: Pick<Board, 'department' | 'soonBefore'>) {
  const led: ComplaintFilterInput = { open: true, ...(department ? { departmentIds: [department.id] } : {}) };
  const who = ({ member }: Pick<Person, 'member'>): ComplaintFilterInput => ({
    ...led,
    ...(member ? { handlerIds: [member.id] } : { unassigned: true }),
  });
  const soon = { overdue: false, dueBefore: soonBefore };
  return {
    all: led,
    overdue: { ...led, overdue: true },
    dueSoon: { ...led, ...soon },
    /** What has run out or soon will. */
    risk: { ...led, dueBefore: soonBefore },
    unassigned: { ...led, unassigned: true },
    drafts: { ...led, draftWaits: true },
    extensions: { ...led, extensionWaits: true },
    handOvers: { ...led, handOverWaits: true },
    tooMany: { ...led, attentionFor: ['THIRD_HAND_OVER'] },
    untouched: { ...led, attentionFor: ['UNTOUCHED'] },
    attention: { ...led, attention: true },
    extendable: { ...led, extendable: true },
    withoutDue: { ...led, hasDue: false },
    person: {
      open: who,
      overdue: (person: Person) => ({ ...who(person), overdue: true }),
      dueSoon: (person: Person) => ({ ...who(person), ...soon }),
      waiting: (person: Person) => ({ ...who(person), statuses: ['WAITING_FOR_COMPLAINANT'] }),
      attention: (person: Person) => ({ ...who(person), attention: true }),
    },
    state: (status: Board['states'][number]['status']) => ({ ...led, statuses: [status] }),
    day: (day: string) => ({
      ...led,
      ...{ overdue: false, dueFrom: instantAt(day, '00:00'), dueBefore: instantAt(addDays(day, 1), '00:00') },
    }),
    from: (day: string) => ({ ...led, overdue: false, dueFrom: instantAt(day, '00:00') }),
  } as const;
}
export type Filters = ReturnType<typeof filtersOf>;

/** The inbox with just these cases. */
export function inboxOf(filter: object): string {
  const { open: _open, ...narrowed } = filter as ComplaintFilterInput;
  return `/complaints?view=open&filter=${encodeURIComponent(JSON.stringify(narrowed))}`;
}
