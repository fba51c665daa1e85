import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { CorrectiveActionState } from '../../generated/schema.ts';
import '../../ui/status-tag.css';
import type { Action } from './action.ts';
import { CompleteForm } from './complete-form.tsx';
import { useActionWords } from './words.ts';

const TONES: Readonly<Record<CorrectiveActionState, string>> = {
  OPEN: 'work',
  OVERDUE: 'waits',
  COMPLETED: 'closed',
};

/** One action: what is to be done by whom until when, or what came of it. */
export function ActionLine({ action, onDone }: { action: Action; onDone: () => void }) {
  const { word } = useActionWords();
  const [completing, setCompleting] = useState(false);
  const { text, state, complaint, title, causes, owner, department, dueOn, completedOn, proof } = action;
  const meta = [
    owner?.name,
    department?.name,
    word('actions.due', { day: dueOn }),
    completedOn && word('actions.doneOn', { day: completedOn }),
    ...causes.map(({ label }) => label),
  ];
  return (
    <li className="actions-row">
      <div className="actions-head">
        <strong className="actions-text">{text}</strong>
        <span className={`status status-${TONES[state]}`}>{word(`actions.state.${state}`)}</span>
      </div>
      <p className="quiet">{meta.filter(Boolean).join(' · ')}</p>
      <p>
        <Link to={`/complaints/${complaint.id}`} className="actions-number">
          {complaint.number}
        </Link>
        <span className="quiet">{title}</span>
      </p>
      {proof && <p>{word('actions.proofOf', { proof })}</p>}
      <Effect effect={action.effect} />
      {action.completable && !completing && (
        <div>
          <Button aria-label={word('actions.completeIt', { text })} onClick={() => setCompleting(true)}>
            {word('actions.complete')}
          </Button>
        </div>
      )}
      {completing && <CompleteForm action={action} onClose={() => setCompleting(false)} onDone={onDone} />}
    </li>
  );
}

function Effect({ effect }: { effect: Action['effect'] }) {
  const { word } = useActionWords();
  if (!effect) return null;
  const { label, reason, before, after, casesBefore, casesAfter } = effect;
  return (
    <div className="actions-effect">
      <p>
        <strong>{word('actions.effect', { verdict: label })}</strong>
        {' · '}
        <Link to={casesOf(casesBefore)}>{word('actions.before', { count: before })}</Link>
        {' · '}
        <Link to={casesOf(casesAfter)}>{word('actions.after', { count: after })}</Link>
      </p>
      <p className="quiet">{reason}</p>
    </div>
  );
}

/** The inbox with exactly the cases of a figure, over or not. */
function casesOf(figure: string): string {
  return `/complaints?${new URLSearchParams({ figure })}`;
}
