import { VISIT_REASON_LABELS, VISIT_STATE_LABELS, VISIT_TARGET_LABELS } from '@huiyin/domain';
import { inLocale } from '@huiyin/shared';
import { Button, Flex, Tag } from 'antd';
import { Link } from 'react-router';
import type { VisitPartsFragment } from './generated/visits.ts';
import { useVisitWords } from './words.ts';

type Visit = VisitPartsFragment;
type FollowUp = Visit['followUps'][number];

const COLOURS = { PLANNED: 'blue', OVERDUE: 'red', DONE: 'default' } as const;

/** What can be done from the list; absent for those who only read. */
export interface VisitActions {
  readonly onRecord: (visit: Visit) => void;
  readonly onChange: (visit: Visit) => void;
  readonly onRemove: (visit: Visit) => void;
  readonly onFinish: (followUp: FollowUp) => void;
}

/** Visits: those still to be made first, then those made with what was found. */
export function VisitList({
  visits,
  actions,
}: {
  visits: readonly Visit[];
  actions: VisitActions | undefined;
}) {
  const { word } = useVisitWords();
  if (visits.length === 0) return <p className="quiet">{word('visits.none')}</p>;
  return (
    <ul className="visits-rows">
      {visits.map((visit) => (
        <li key={visit.id} className="visits-row">
          <Said visit={visit} actions={actions} />
          {actions && visit.state !== 'DONE' && <Planned visit={visit} actions={actions} />}
        </li>
      ))}
    </ul>
  );
}

function Said({ visit, actions }: { visit: Visit; actions: VisitActions | undefined }) {
  const { word, locale } = useVisitWords();
  const { name, subject, target, reason, why, member, plannedOn, doneOn, state, findings, followUps } = visit;
  const going = { visitor: member.name, day: doneOn ?? plannedOn };
  return (
    <div>
      <Tag color={COLOURS[state]}>{inLocale(VISIT_STATE_LABELS[state], locale)}</Tag>
      <strong>{subject ? <Link to={pageOf(target, subject)}>{name}</Link> : name}</strong>{' '}
      <span className="quiet">
        {inLocale(VISIT_TARGET_LABELS[target], locale)} ·{' '}
        {word(doneOn ? 'visits.went' : 'visits.going', going)}
      </span>
      <p className="quiet">
        {word('visits.because', { reason: inLocale(VISIT_REASON_LABELS[reason], locale), why })}
      </p>
      {doneOn && findings.length === 0 && <p>{word('visits.nothingFound')}</p>}
      {findings.length > 0 && (
        <>
          <p>{word('visits.found')}</p>
          <ul>
            {findings.map((finding) => (
              <li key={finding}>{finding}</li>
            ))}
          </ul>
        </>
      )}
      {followUps.length > 0 && (
        <>
          <p>{word('visits.followUps')}</p>
          <ul>
            {followUps.map((followUp) => (
              <li key={followUp.id}>
                <FollowUpLine followUp={followUp} onFinish={actions?.onFinish} />
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

/** The party of the register, or the complaints of a department or site. */
function pageOf(target: Visit['target'], { id, cases }: NonNullable<Visit['subject']>): string {
  return target === 'RESPONDENT'
    ? `/respondents/${id}`
    : `/complaints?${new URLSearchParams({ view: 'all', filter: JSON.stringify({ figure: cases }) })}`;
}

function FollowUpLine({
  followUp,
  onFinish,
}: {
  followUp: FollowUp;
  onFinish: VisitActions['onFinish'] | undefined;
}) {
  const { word } = useVisitWords();
  const { text, owner, dueOn, doneOn, overdue } = followUp;
  const by = { owner: owner.name, day: doneOn ?? dueOn };
  return (
    <>
      {text} <span className="quiet">{word(doneOn ? 'visits.doneAt' : 'visits.until', by)}</span>{' '}
      {overdue && <Tag color="red">{word('visits.overdue')}</Tag>}
      {onFinish && !doneOn && (
        <Button
          size="small"
          aria-label={word('visits.finishOf', { text })}
          onClick={() => onFinish(followUp)}
        >
          {word('visits.finish')}
        </Button>
      )}
    </>
  );
}

function Planned({ visit, actions }: { visit: Visit; actions: VisitActions }) {
  const { word } = useVisitWords();
  const { name } = visit;
  return (
    <Flex gap={8} wrap>
      <Button
        size="small"
        type="primary"
        aria-label={word('visits.recordOf', { name })}
        onClick={() => actions.onRecord(visit)}
      >
        {word('visits.record')}
      </Button>
      <Button
        size="small"
        aria-label={word('visits.changeOf', { name })}
        onClick={() => actions.onChange(visit)}
      >
        {word('visits.change')}
      </Button>
      <Button
        size="small"
        aria-label={word('visits.removeOf', { name })}
        onClick={() => actions.onRemove(visit)}
      >
        {word('visits.remove')}
      </Button>
    </Flex>
  );
}
