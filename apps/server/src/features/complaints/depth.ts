import type { Depth } from './complaint-reads.repository.ts';

/** Fields of a complaint that stand in its row; everything else is read only when it is asked for. */
const IN_ROW: ReadonlySet<string> = new Set([
  '__typename',
  'id',
  'number',
  'externalNumber',
  'version',
  'sector',
  'status',
  'statusSince',
  'kind',
  'channel',
  'disclosure',
  'groupSize',
  'title',
  'receivedAt',
  'closedAt',
  'category',
  'classification',
  'department',
  'handler',
  'nextDue',
  'attention',
  'lastActivityAt',
]);

const REFERRING = ['mergedInto', 'absorbed', 'splitFrom', 'splitInto', 'repeatOf'];

/** How much must be read for the selected fields of a complaint. */
export function depthOf(selected: ReadonlySet<string>): Depth {
  const deep = [...selected].filter((field) => !IN_ROW.has(field));
  const complainant = selected.has('complainant');
  return {
    details: selected.has('details') || selected.has('detailTexts'),
    // Who may see the complainant, what is written of them and sensitive details depends on the whole state.
    state: deep.length > 0,
    complainant,
    history: selected.has('history'),
    healthLooks: selected.has('healthLooks'),
    incident: selected.has('incident'),
    numbers: REFERRING.some((field) => selected.has(field)),
  };
}
